//! Inviting people to the organisation.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::{Markup, html};
use rules::invitation::{AddressesRefusal, LONGEST_TYPED, MOST, addresses, draw};
use store::InvitationId;
use store::invitation::{self, Invitation};
use store::membership::{self, Role};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::mail;
use crate::team::{done, managed_by};

/// The same address gets at most one mail in this time, so that a form sent twice sends one.
pub const PAUSE_MS: i64 = 60 * 1000;

/// `GET /orga/team/invitations`: the form.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    managed_by(&member)?;
    Ok(form(&house, &member, ("", Role::Member), None))
}

/// `POST /orga/team/invitations`: every address gets a mail with a link, or none does and the page says why.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    managed_by(&member)?;
    let role = Role::named(posted.text("role")).unwrap_or(Role::Member);
    let invited = match invited(&house, &member, posted.text("addresses")).await? {
        Ok(invited) => invited,
        Err(wrong) => {
            let typed: String = posted.text("addresses").chars().take(LONGEST_TYPED).collect();
            let page = form(&house, &member, (&typed, role), Some(&wrong));
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let mut tx = house.db.begin().await?;
    for email in invited {
        let wanted = wanted(&house, &member, email, role)?;
        let pause = wanted.sent_at - PAUSE_MS;
        if let Some(sent) = invitation::put(&mut tx, &wanted, pause).await? {
            mail::invite(&house, &mut tx, &member, &sent).await?;
        }
    }
    tx.commit().await?;
    Ok(done("invited").into_response())
}

/// The addresses to invite, or a sentence about what is wrong with them.
async fn invited(
    house: &House,
    member: &Member,
    typed: &str,
) -> Result<Result<Vec<String>, String>, Refusal> {
    let words = member.frame.words();
    let good = match addresses(typed) {
        Ok(good) => good,
        Err(AddressesRefusal::None) => return Ok(Err(words.say("invite-error-none").to_owned())),
        Err(AddressesRefusal::TooMany) => {
            return Ok(Err(words.with("invite-error-many", &[("n", MOST.into())])));
        }
        Err(AddressesRefusal::Faulty(faulty)) => {
            let list = faulty.iter().take(5).map(String::as_str).collect::<Vec<_>>().join(", ");
            return Ok(Err(words.with("invite-error-faulty", &[("list", list.into())])));
        }
    };
    let people = membership::people(&house.db, member.organisation.id).await?;
    let present = people.iter().filter(|person| person.left_at.is_none());
    let present: Vec<&str> = present.filter_map(|person| person.email.as_deref()).collect();
    let here: Vec<&str> = good.iter().map(String::as_str).filter(|email| present.contains(email)).collect();
    if here.is_empty() {
        return Ok(Ok(good));
    }
    Ok(Err(words.with("invite-error-here", &[("list", here.join(", ").into())])))
}

fn wanted(house: &House, member: &Member, email: String, role: Role) -> Result<Invitation, Refusal> {
    let now = house.clock.now();
    Ok(Invitation {
        organisation_id: member.organisation.id,
        id: InvitationId::new(now, house.entropy.number()?),
        email,
        // Whoever joins later is a member anyway.
        role: Some(role).filter(|role| *role == Role::Admin),
        code: draw(house.entropy.number()?),
        created_at: now,
        sent_at: now,
        accepted_at: None,
        accepted_by: None,
        cancelled_at: None,
    })
}

fn form(house: &House, member: &Member, typed: (&str, Role), wrong: Option<&str>) -> Html<String> {
    let words = member.frame.words();
    let sheet =
        Sheet { width: Width::Text, ..Sheet::new(words.say("team-invite"), page(member, typed, wrong)) };
    sheet.within("team").render(house, member)
}

fn page(member: &Member, (value, role): (&str, Role), error: Option<&str>) -> Markup {
    let words = member.frame.words();
    let addresses = Field {
        kind: Kind::Long,
        value,
        hint: Some(words.say("invite-addresses-hint")),
        error,
        ..Field::new("addresses", words.say("invite-addresses"))
    };
    let role = Select {
        name: "role",
        label: words.say("team-role"),
        options: &[("member", words.say("invite-member")), ("admin", words.say("invite-admin"))],
        value: role.name(),
        blank: None,
        hint: None,
        error: None,
    };
    let errors: Vec<(&str, &str)> = error.map(|text| ("addresses", text)).into_iter().collect();
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("team-title"), "/orga/team")], words.say("team-invite")))
            h1 { (words.say("team-invite")) }
            (error_summary(words, &errors))
            p class="muted" { (words.say("invite-lead")) }
            form class="form" method="post" action="/orga/team/invitations" novalidate {
                (csrf_field(&member.person.form_token))
                (addresses) (role)
                div class="actions" {
                    (Button::submit(words.say("invite-send")))
                    (Button::link(words.say("campaign-cancel"), "/orga/team").quiet())
                }
            }
        }
    }
}
