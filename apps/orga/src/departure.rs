//! Leaving an organisation: what stays, and doing it.

use axum::extract::State;
use axum::response::{Html, Redirect};
use maud::{Markup, html};
use rules::organisation_access::step_down;
use store::membership::{self, Role};
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::components::confirm::Confirm;
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::member_removal::take_out;

/// `GET /orga/team/departure`: the consequences, or why the last administrator cannot leave.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    let people = membership::people(&house.db, member.organisation.id).await?;
    let admins =
        people.iter().filter(|person| person.left_at.is_none() && person.role == Role::Admin).count();
    let admins = i64::try_from(admins).unwrap_or(i64::MAX);
    let words = member.frame.words();
    let here = words.say("departure-title");
    let inside = match step_down(member.role == Role::Admin, admins) {
        Ok(()) => question(&member),
        Err(_) => last_admin(&member),
    };
    let above = [(words.say("team-title"), "/orga/team")];
    let body = html! { div class="stack" { (breadcrumb(words, &above, here)) h1 { (here) } (inside) } };
    let sheet = Sheet { width: Width::Text, ..Sheet::new(here, body) };
    Ok(sheet.within("team").render(&house, &member))
}

/// `POST /orga/team/departure`: done, and home says so; the last administrator is told why they stay.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    let mut tx = house.db.begin().await?;
    if !take_out(&mut tx, member.organisation.id, member.person.id, house.clock.now()).await? {
        return Ok(Redirect::to("/orga/team/departure"));
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/home?left={}", member.organisation.id)))
}

fn question(member: &Member) -> Markup {
    let words = member.frame.words();
    let title = words.with("departure-question", &[("name", member.organisation.name.as_str().into())]);
    let confirm = Confirm {
        title: &title,
        consequences: &[
            words.say("departure-access"),
            words.say("departure-campaigns"),
            words.say("departure-back"),
        ],
        action: "/orga/team/departure",
        csrf: &member.person.form_token,
        verb: words.say("departure-do"),
        cancel: (words.say("departure-stay"), "/orga/team"),
        danger: true,
    };
    html! { (confirm) }
}

fn last_admin(member: &Member) -> Markup {
    let words = member.frame.words();
    html! {
        (banner(Tone::Warn, &html! { p { (words.say("departure-last-admin")) } }))
        p { (Button::link(words.say("departure-to-team"), "/orga/team")) }
    }
}
