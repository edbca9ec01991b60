//! New passwords for pupils who sign in with a username: chosen in a class, shown once, on slips or in a table.

use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use std::collections::HashMap;
use store::LearnerId;
use store::learner_list::{self, Listed};
use store::pupil_password::{self as passwords, Pupil};
use web::components::banner::Tone;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;
use web::words::key;

use crate::frame::Sheet;
use crate::login_slip::{self, Slip};
use crate::note::note;
use crate::password_reset_page::{self as page, PATH};
use crate::pupil_group::{Asked, Portion, chosen};
use crate::pupil_group_page::Group;
use crate::username;

/// `GET /orga/learners/passwords?division=CLASS&page=N`: the pupils of a class, and for whom it can be done.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let page = choice(&house, &member, &Asked::read(&query), None).await?;
    let detached = query.get("done").is_some_and(|done| done == "detached");
    let toast = detached.then(|| (Tone::Ok, member.frame.words().say("detachment-done")));
    Ok(Sheet { toast, ..page }.render(&house, &member))
}

/// `POST /orga/learners/passwords`: new passwords for those who are chosen, and nobody else. They are shown by the reply
/// itself: they are kept nowhere.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    let given = match chosen(&posted) {
        Ok(ids) => give(&house, &member, ids).await?,
        Err(error) => Err(error),
    };
    match given {
        Ok(given) => login_slip::reply(&house, &member, &given, (&posted, PATH, "password_reset")),
        Err(error) => {
            let error = member.frame.words().say(error);
            let page = choice(&house, &member, &Asked::sent(&posted), Some(error)).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, page.render(&house, &member)).into_response())
        }
    }
}

/// Makes the passwords and keeps their hashes, all or none; ends the pupils' sessions. The key of a sentence when there
/// is nobody among them.
async fn give(
    house: &House,
    member: &Member,
    ids: Vec<LearnerId>,
) -> Result<Result<Vec<Slip>, &'static str>, Refusal> {
    let pupils: Vec<Pupil> = passwords::among(&house.db, member.organisation.id, ids).await?;
    if pupils.is_empty() {
        return Ok(Err(key("passwords-nobody")));
    }
    let (mut given, mut hashes) = (Vec::new(), Vec::new());
    for pupil in pupils {
        let (password, hash) = login_slip::password(house).await?;
        hashes.push(format!(r#"{{"account":{},"hash":"{hash}"}}"#, pupil.account_id.number()));
        given.push(Slip { pupil, password: Some(password) });
    }
    let accounts = || given.iter().map(|slip| slip.pupil.account_id);
    let mut tx = house.db.begin().await?;
    passwords::replace(&mut tx, &format!("[{}]", hashes.join(",")), house.clock.now()).await?;
    passwords::sign_out(&mut tx, accounts()).await?;
    note(house, &mut tx, member, "temporary-password", accounts().map(|account| account.to_string())).await?;
    tx.commit().await?;
    Ok(Ok(given))
}

/// The page, before it is put in its frame.
async fn choice(
    house: &House,
    member: &Member,
    asked: &Asked,
    error: Option<&str>,
) -> Result<Sheet<'static>, Refusal> {
    let (words, organisation) = (member.frame.words(), member.organisation.id);
    let list = learner_list::sought(&house.db, organisation, false).await?;
    let ids = asked.of(&list);
    let portion = Portion::of(asked.page, ids.len());
    let ids = portion.take(ids);
    let learners: Vec<Listed> = match ids.is_empty() {
        true => Vec::new(),
        false => learner_list::listed(&house.db, organisation, ids).await?,
    };
    let csrf = &member.person.form_token;
    let group = Group { words, csrf, path: PATH, list: &list, asked, portion, error };
    let body = page::page(&group, &learners, username::offered(&member.organisation));
    Ok(Sheet::new(words.say("passwords-title"), body).within("learners"))
}
