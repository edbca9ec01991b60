//! Removing somebody from the list who was entered by mistake: what goes, what stays, and doing it.

use axum::extract::{Path, State};
use axum::response::{Html, Redirect};
use maud::html;
use store::LearnerId;
use store::learner_removal::{self, Removable};
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::confirm::Confirm;
use web::form::Form;
use web::house::House;
use web::layout::Width;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::import_format::check_may_manage;
use crate::learner_return::done;
use crate::note::note;

/// The address of this page for a line of the list.
pub fn address(id: LearnerId) -> String {
    format!("/orga/learners/{id}/removal")
}

/// `GET /orga/learners/{learner}/removal`: the consequences, spelled out.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(learner): Path<String>,
) -> Result<Html<String>, Refusal> {
    check_may_manage(&member)?;
    let id: LearnerId = learner.parse().map_err(|_| Refusal::NotFound)?;
    let line = learner_removal::removable(&house.db, member.organisation.id, id).await?;
    Ok(page(&house, &member, id, &line.ok_or(Refusal::NotFound)?))
}

/// `POST /orga/learners/{learner}/removal`: the line and what its person did in the campaigns, once.
pub async fn create(
    State(house): State<House>,
    member: Member,
    Path(learner): Path<String>,
    posted: Form,
) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    check_may_manage(&member)?;
    let id: LearnerId = learner.parse().map_err(|_| Refusal::NotFound)?;
    let (organisation, me, now) = (member.organisation.id, member.person.id, house.clock.now());
    let mut tx = house.db.begin().await?;
    if learner_removal::remove(&mut tx, organisation, id, me, now).await? {
        note(&house, &mut tx, &member, "learner-removed", [id.to_string()]).await?;
    }
    tx.commit().await?;
    Ok(done("removed"))
}

fn page(house: &House, member: &Member, id: LearnerId, line: &Removable) -> Html<String> {
    let words = member.frame.words();
    let here = words.say("learner-removal-title");
    let name = format!("{} {}", line.last_name, line.first_name);
    let consequences = consequences(words, line);
    let confirm = Confirm {
        title: &words.with("learner-removal-question", &[("name", name.as_str().into())]),
        consequences: &consequences.iter().map(String::as_str).collect::<Vec<_>>(),
        action: &address(id),
        csrf: &member.person.form_token,
        verb: words.say("learner-removal-do"),
        cancel: (words.say("learner-removal-keep"), "/orga/learners"),
        danger: true,
    };
    let above = [(words.say("learners-title"), "/orga/learners")];
    let body = html! {
        div class="stack" {
            (breadcrumb(words, &above, here))
            h1 { (here) }
            @if let Some(division) = &line.division { p class="muted" { (division) } }
            (confirm)
        }
    };
    Sheet { width: Width::Text, ..Sheet::new(here, body) }.within("learners").render(house, member)
}

/// What goes, what stays, and the way back.
fn consequences(words: Words, line: &Removable) -> Vec<String> {
    let mut lines = vec![words.with("learner-removal-results", &[("n", line.participations.into())])];
    if line.linked {
        lines.push(words.say("learner-removal-account").to_owned());
    }
    lines.push(words.say("learner-removal-import").to_owned());
    lines.push(words.say("learner-removal-back").to_owned());
    lines
}
