//! A question as learners will see it, for the service's staff: any family, any seed, nothing saved.

use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use content::{Family, Instance};
use grade::{Circumstances, Verdict};
use std::collections::HashMap;
use std::sync::Arc;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::mini_web_page::Ground;
use crate::preview_page::{self, Previewed};
use crate::question_page::Again;
use crate::{answer_form, download, mini_web, picture};

/// `GET /preview/{family}?seed=N`: the question and its key.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(family): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let seed = seed_of(&query);
    let (_, instance) = drawn(&house, &staff, &family, seed)?;
    Ok(page(&house, &staff, &instance, seed, None))
}

/// `POST /preview/{family}?seed=N`: what the grader says of an answer.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(family): Path<String>,
    Query(query): Query<HashMap<String, String>>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let seed = seed_of(&query);
    let (_, instance) = drawn(&house, &staff, &family, seed)?;
    let said = match answer_form::read(&instance.paper.input, &posted) {
        Ok(given) => Ok(grade::check(&instance.key.question, &given, &Circumstances::default())),
        Err(why) => Err(Again::new(staff.frame.words(), why, &posted)),
    };
    let status = if said.is_ok() { StatusCode::OK } else { StatusCode::UNPROCESSABLE_ENTITY };
    Ok((status, page(&house, &staff, &instance, seed, Some(&said))).into_response())
}

/// `GET /preview/{family}/files/{file}/{name}?seed=N`: a file of the instance.
pub async fn download(
    State(house): State<House>,
    staff: Staff,
    Path((family, file, name)): Path<(String, usize, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let seed = seed_of(&query);
    let (family, instance) = drawn(&house, &staff, &family, seed)?;
    let found = instance.paper.downloads.get(file).ok_or(Refusal::NotFound)?;
    let format = download::format_named(found, &name).ok_or(Refusal::NotFound)?;
    let made = family.file(seed, staff.frame.lang, file, format).map_err(|error| Refusal::defect(&error))?;
    Ok(download::served(made))
}

/// `GET /preview/{family}/pictures/{picture}?seed=N`: a picture to choose of the instance.
pub async fn picture(
    State(house): State<House>,
    staff: Staff,
    Path((family, number)): Path<(String, usize)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let family = house.bank.present().release.family(&family).ok_or(Refusal::NotFound)?;
    picture::drawn(family, seed_of(&query), staff.frame.lang, number)
}

/// `GET /preview/{family}/web/{*address}?seed=N`: a page of the mini-web of the instance.
pub async fn web(
    State(house): State<House>,
    staff: Staff,
    Path((family, address)): Path<(String, String)>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Response, Refusal> {
    let seed = seed_of(&query);
    let family = house.bank.present().release.family(&family).ok_or(Refusal::NotFound)?;
    let question = format!("/preview/{}", family.id());
    let ground = Ground {
        root: &format!("{question}/web"),
        question: &question,
        position: 1,
        carried: &[("seed", seed.to_string()), ("lang", staff.frame.lang.code().to_owned())],
    };
    mini_web::served(&house, (&staff.frame, &staff.person), &ground, (family, seed), (&address, &query))
}

fn seed_of(query: &HashMap<String, String>) -> u64 {
    query.get("seed").and_then(|seed| seed.parse().ok()).unwrap_or(1)
}

fn drawn<'a>(
    house: &'a House,
    staff: &Staff,
    id: &str,
    seed: u64,
) -> Result<(&'a Family, Arc<Instance>), Refusal> {
    let shelf = house.bank.present();
    let family = shelf.release.family(id).ok_or(Refusal::NotFound)?;
    Ok((family, shelf.instance(family.key(), seed, staff.frame.lang)?))
}

fn page(
    house: &House,
    staff: &Staff,
    instance: &Instance,
    seed: u64,
    said: Option<&Result<Verdict, Again>>,
) -> Html<String> {
    let words = staff.frame.words();
    let verdict = said.and_then(|said| said.as_ref().ok());
    let again = said.and_then(|said| said.as_ref().err());
    let csrf = &staff.person.form_token;
    let body = preview_page::page(&Previewed { words, instance, seed, verdict, again, csrf });
    Sheet::new(words.say("preview-title"), body).render(house, &staff.frame, Some(&staff.person))
}
