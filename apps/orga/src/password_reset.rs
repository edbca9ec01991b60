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

use crate::frame::Sheet;
use crate::learner_list::divisions;
use crate::login_slip::{self, MOST, Slip};
use crate::note::note;
use crate::password_reset_page::{self as page, Choice};
use crate::username;

/// `GET /orga/learners/passwords?division=CLASS`: the pupils of a class, and for whom it can be done.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let division = query.get("division").map_or("", String::as_str);
    let page = choice(&house, &member, division, None).await?;
    let detached = query.get("done").is_some_and(|done| done == "detached");
    let toast = detached.then(|| (Tone::Ok, member.frame.words().say("detachment-done")));
    Ok(Sheet { toast, ..page }.render(&house, &member))
}

/// `POST /orga/learners/passwords`: new passwords for those who are chosen, and nobody else. They are shown by the reply
/// itself: they are kept nowhere.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    let pupils = passwords::among(&house.db, member.organisation.id, chosen(&posted)).await?;
    if pupils.is_empty() {
        let error = member.frame.words().say("passwords-nobody");
        let page =
            choice(&house, &member, posted.text("division"), Some(error)).await?.render(&house, &member);
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let given = give(&house, &member, pupils).await?;
    login_slip::reply(&house, &member, (&given, posted.text("as"), "password_reset"))
}

/// The pupils that a form chose.
pub fn chosen(posted: &Form) -> Vec<LearnerId> {
    let chosen = posted.iter().filter(|(name, _)| *name == "learner");
    chosen.filter_map(|(_, id)| id.parse().ok()).take(MOST).collect()
}

/// Makes the passwords and keeps their hashes, all or none; ends the pupils' sessions.
async fn give(house: &House, member: &Member, pupils: Vec<Pupil>) -> Result<Vec<Slip>, Refusal> {
    let (mut given, mut hashes) = (Vec::new(), Vec::new());
    for pupil in pupils {
        let (password, hash) = login_slip::password(house).await?;
        hashes.push(format!(r#"{{"account":{},"hash":"{hash}"}}"#, pupil.account_id.number()));
        given.push(Slip { pupil, password });
    }
    let accounts = || given.iter().map(|slip| slip.pupil.account_id);
    let mut tx = house.db.begin().await?;
    passwords::replace(&mut tx, &format!("[{}]", hashes.join(","))).await?;
    passwords::sign_out(&mut tx, accounts()).await?;
    note(house, &mut tx, member, "temporary-password", accounts().map(|account| account.to_string())).await?;
    tx.commit().await?;
    Ok(given)
}

/// The page, before it is put in its frame.
async fn choice(
    house: &House,
    member: &Member,
    division: &str,
    error: Option<&str>,
) -> Result<Sheet<'static>, Refusal> {
    let words = member.frame.words();
    let list = learner_list::sought(&house.db, member.organisation.id, false).await?;
    let of_class = list.iter().filter(|one| one.division.as_deref() == Some(division));
    let ids: Vec<LearnerId> = of_class.map(|one| one.id).take(MOST).collect();
    let learners: Vec<Listed> = match ids.is_empty() {
        true => Vec::new(),
        false => learner_list::listed(&house.db, member.organisation.id, ids).await?,
    };
    let body = page::page(&Choice {
        words,
        csrf: &member.person.form_token,
        divisions: &divisions(&list),
        division,
        learners: &learners,
        usernames: username::offered(&member.organisation),
        error,
    });
    Ok(Sheet::new(words.say("passwords-title"), body).within("learners"))
}
