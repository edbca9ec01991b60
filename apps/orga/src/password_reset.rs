//! New passwords for pupils who sign in with a username: chosen in a class, shown once, on slips or in a table.

use axum::extract::{Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use rules::temporary_password::temporary_password;
use std::collections::HashMap;
use store::LearnerId;
use store::learner_list::{self, Listed};
use store::pupil_password::{self as passwords, Pupil};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::learner_list::divisions;
use crate::login_slip_page::{self as slips, Slip};
use crate::password_reset_page::{self as page, Choice};

/// More pupils than a class has: hashing their passwords takes a few seconds.
pub const MOST: usize = 60;

/// `GET /orga/learners/passwords?division=CLASS`: the pupils of a class, and for whom it can be done.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let division = query.get("division").map_or("", String::as_str);
    render(&house, &member, division, None).await
}

/// `POST /orga/learners/passwords`: new passwords for those who are chosen, and nobody else. They are shown by the reply
/// itself: they are kept nowhere.
pub async fn create(State(house): State<House>, member: Member, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&member.person)?;
    let chosen = posted.iter().filter(|(name, _)| *name == "learner");
    let ids: Vec<LearnerId> = chosen.filter_map(|(_, id)| id.parse().ok()).take(MOST).collect();
    let pupils = passwords::among(&house.db, member.organisation.id, ids).await?;
    if pupils.is_empty() {
        let error = member.frame.words().say("passwords-nobody");
        let page = render(&house, &member, posted.text("division"), Some(error)).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
    }
    let given = give(&house, pupils).await?;
    if posted.text("as") == "table" {
        table(&given)
    } else {
        Ok(sheet(&house, &member, &given).into_response())
    }
}

/// Makes the passwords and keeps their hashes, all or none; ends the pupils' sessions.
async fn give(house: &House, pupils: Vec<Pupil>) -> Result<Vec<Slip>, Refusal> {
    let (mut given, mut hashes) = (Vec::new(), Vec::new());
    for pupil in pupils {
        let password = temporary_password(house.entropy.number()?);
        // A PHC string has no sign that JSON would escape.
        let hash = house.hashing.hash(&password).await?;
        hashes.push(format!(r#"{{"account":{},"hash":"{hash}"}}"#, pupil.account_id.number()));
        given.push(Slip { pupil, password });
    }
    let mut tx = house.db.begin().await?;
    passwords::replace(&mut tx, &format!("[{}]", hashes.join(","))).await?;
    passwords::sign_out(&mut tx, given.iter().map(|slip| slip.pupil.account_id)).await?;
    tx.commit().await?;
    Ok(given)
}

fn sheet(house: &House, member: &Member, given: &[Slip]) -> Html<String> {
    let words = member.frame.words();
    let body = slips::page(words, &house.site.base_url, given);
    Sheet::new(words.say("passwords-slips"), body).within("learners").render(house, member)
}

fn table(given: &[Slip]) -> Result<Response, Refusal> {
    let table = slips::table(given).map_err(|error| Refusal::defect(&error))?;
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"mots-de-passe.csv\""),
        (header::CACHE_CONTROL, "no-store"),
    ];
    Ok((headers, table).into_response())
}

async fn render(
    house: &House,
    member: &Member,
    division: &str,
    error: Option<&str>,
) -> Result<Html<String>, Refusal> {
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
        error,
    });
    Ok(Sheet::new(words.say("passwords-title"), body).within("learners").render(house, member))
}
