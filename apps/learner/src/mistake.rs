//! "My mistakes": every answer that was not right, for ever, each leading to its correction.

use axum::extract::{Query, State};
use axum::response::Html;
use measure::placement::Outcome;
use rules::learner_state::LearnerState;
use rules::verdict_number;
use std::collections::HashMap;
use store::AttemptId;
use store::mistake::{self, Sought};
use web::bank::Shelf;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::{Known, competence_index};
use crate::frame::Sheet;
use crate::mistake_page::{self, Filter, Mistakes};

/// Mistakes of one page.
const PAGE: usize = 20;

/// `GET /mistakes?competence=1.2&left=1&before=ATTEMPT.POSITION`.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let shelf = house.bank.present();
    let Known { learner, state: known, .. } = Known::load(&house, ticket).await?;
    let filter = filter_of(shelf, &query)?;
    let learnt = learnt(shelf, &known);
    let without: &[i64] = if filter.left { &learnt } else { &[] };
    let right = verdict_number::write(grade::Status::Ok);
    let families = families(shelf, &filter.competence);
    let competence = filter.competence.as_str();
    let sought = Sought { account: learner.person.id, right, competence, families: &families, without };
    let after = query.get("before").and_then(|place| read_place(place));
    let mut found = mistake::page(&house.db, sought, after, PAGE as i64 + 1).await?;
    let more = found.len() > PAGE;
    found.truncate(PAGE);
    let total = mistake::count(&house.db, sought).await?;
    let words = learner.frame.words();
    let shown =
        Mistakes { words, release: &shelf.release, filter: &filter, found: &found, learnt: &learnt, total };
    let body = mistake_page::page(&shown, after.is_some(), more);
    Ok(Sheet::new(words.say("mistakes-title"), body).within("mistakes").for_learner(&house, &learner))
}

/// What the address asks for; a competence that does not exist is not found.
fn filter_of(shelf: &Shelf, query: &HashMap<String, String>) -> Result<Filter, Refusal> {
    let text = |name: &str| query.get(name).map_or("", String::as_str);
    let competence = text("competence").to_owned();
    if !competence.is_empty() && competence_index(shelf, &competence).is_none() {
        return Err(Refusal::NotFound);
    }
    Ok(Filter { competence, left: text("left") == "1" })
}

/// The families of a competence; none where all competences are asked for.
fn families(shelf: &Shelf, competence: &str) -> Vec<i64> {
    let of = |family: &&content::Family| family.id().split('-').next() == Some(competence);
    shelf.release.families().filter(of).map(content::Family::key).collect()
}

/// The families of the skills that are mastered today: their mistakes were succeeded since.
fn learnt(shelf: &Shelf, known: &LearnerState) -> Vec<i64> {
    let mastered = known.knowledge.iter().filter(|evidence| evidence.outcome == Outcome::Validated);
    mastered
        .flat_map(|evidence| shelf.release.families_of(evidence.skill))
        .map(content::Family::key)
        .collect()
}

/// The mistake after which a page begins; anything else begins at the newest.
fn read_place(text: &str) -> Option<(AttemptId, i64)> {
    let (attempt, position) = text.split_once('.')?;
    Some((attempt.parse().ok()?, i64::from(position.parse::<u16>().ok()?)))
}
