//! Those who were removed from the list some days ago, and putting them back.

use axum::extract::{Query, State};
use axum::response::{Html, Redirect};
use std::collections::HashMap;
use store::LearnerId;
use store::learner_removal::{PUT_BACK_WITHIN_MS, put_back, removed};
use web::Words;
use web::components::banner::Tone;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::import_format::check_may_manage;
use crate::learner_return_page as page;
use crate::note::note;

/// `GET /orga/learners/returns`: the list, and what was just done.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    check_may_manage(&member)?;
    let since = house.clock.now() - PUT_BACK_WITHIN_MS;
    let lines = removed(&house.db, member.organisation.id, since).await?;
    let words = member.frame.words();
    let toast = query.get("done").and_then(|done| sentence(words, done));
    let body = page::page(words, &member.person.form_token, &lines);
    let sheet = Sheet { toast, ..Sheet::new(words.say("returns-title"), body) };
    Ok(sheet.within("learners").render(&house, &member))
}

/// `POST /orga/learners/returns`: puts one back, once; not when the person is in the list again.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Redirect, Refusal> {
    posted.made_for(&member.person)?;
    check_may_manage(&member)?;
    let id: LearnerId = posted.text("learner").parse().map_err(|_| Refusal::BrokenForm)?;
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    if !put_back(&mut tx, member.organisation.id, id, now - PUT_BACK_WITHIN_MS, now).await? {
        // Dropped without a commit, nothing of it is kept.
        return Ok(done("not-back"));
    }
    note(&house, &mut tx, &member, "learner-put-back", [id.to_string()]).await?;
    tx.commit().await?;
    Ok(done("back"))
}

/// Leads to the page, which says what was done.
pub fn done(what: &str) -> Redirect {
    Redirect::to(&format!("{}?done={what}", page::PATH))
}

fn sentence(words: Words, done: &str) -> Option<(Tone, &'static str)> {
    match done {
        "removed" => Some((Tone::Ok, words.say("learner-removal-done"))),
        "back" => Some((Tone::Ok, words.say("returns-done"))),
        "not-back" => Some((Tone::Warn, words.say("returns-not-done"))),
        _ => None,
    }
}
