//! Removing a member: what stays, and doing it.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::html;
use rules::organisation_access::step_down;
use store::membership::{self, Role};
use store::{AccountId, OrganisationId, Tx};
use web::components::breadcrumb::breadcrumb;
use web::components::confirm::Confirm;
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::team::{done, managed_by};

/// `GET /orga/team/{account}/removal`: the consequences, spelled out. Whoever would remove themselves leaves.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(account): Path<String>,
) -> Result<Response, Refusal> {
    managed_by(&member)?;
    let account: AccountId = account.parse().map_err(|_| Refusal::NotFound)?;
    if account == member.person.id {
        return Ok(Redirect::to("/orga/team/departure").into_response());
    }
    let people = membership::people(&house.db, member.organisation.id).await?;
    let mut present = people.into_iter().filter(|person| person.left_at.is_none());
    let person = present.find(|person| person.account_id == account).ok_or(Refusal::NotFound)?;
    Ok(page(&house, &member, (account, &person.name())).into_response())
}

/// `POST /orga/team/{account}/removal`: done once; the last administrator stays.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(account): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    managed_by(&member)?;
    let account: AccountId = account.parse().map_err(|_| Refusal::NotFound)?;
    if account == member.person.id {
        return Ok(Redirect::to("/orga/team/departure"));
    }
    let mut tx = house.db.begin().await?;
    if !take_out(&mut tx, member.organisation.id, account, house.clock.now()).await? {
        return Ok(done("last-admin"));
    }
    tx.commit().await?;
    Ok(done("removed"))
}

/// Ends somebody's work in an organisation; false for the last administrator, who stays.
pub async fn take_out(
    tx: &mut Tx,
    organisation: OrganisationId,
    account: AccountId,
    now: i64,
) -> Result<bool, Refusal> {
    let standing = membership::standing(tx, organisation, account).await?.ok_or(Refusal::NotFound)?;
    if step_down(standing.role == Role::Admin, standing.admins).is_err() {
        return Ok(false);
    }
    membership::leave(tx, organisation, account, now).await?;
    Ok(true)
}

fn page(house: &House, member: &Member, (account, name): (AccountId, &str)) -> Html<String> {
    let words = member.frame.words();
    let here = words.say("member-removal-title");
    let title = words.with("member-removal-question", &[("name", name.into())]);
    let confirm = Confirm {
        title: &title,
        consequences: &[
            words.say("member-removal-access"),
            words.say("member-removal-campaigns"),
            words.say("member-removal-account"),
        ],
        action: &format!("/orga/team/{account}/removal"),
        csrf: &member.person.form_token,
        verb: words.say("member-removal-do"),
        cancel: (words.say("campaign-cancel"), "/orga/team"),
        danger: true,
    };
    let above = [(words.say("team-title"), "/orga/team")];
    let body = html! { div class="stack" { (breadcrumb(words, &above, here)) h1 { (here) } (confirm) } };
    Sheet { width: Width::Text, ..Sheet::new(here, body) }.within("team").render(house, member)
}
