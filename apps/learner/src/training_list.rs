//! "My trainings": what the results that somebody sent recommend.

use axum::extract::State;
use axum::response::Html;
use rules::snapshot::Snapshot;
use store::joining::{Outcome, results};
use store::training::{Offer, offers};
use web::Words;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Learner;

use crate::attempt_loading::campaign_title;
use crate::frame::Sheet;
use crate::training::recommended;
use crate::training_list_page::{self, After};

/// `GET /trainings`.
pub async fn show(State(house): State<House>, learner: Learner) -> Result<Html<String>, Refusal> {
    let words = learner.frame.words();
    let account = learner.person.id;
    let results = results(&house.db, account).await?;
    let offers = offers(&house.db, account, results.iter().map(|result| result.target_profile_id)).await?;
    let groups = groups(words, &results, &offers);
    let body = training_list_page::page(words, &groups, &learner.person.form_token);
    Ok(Sheet::new(words.say("trainings-title"), body).within("tutorials").for_learner(&house, &learner))
}

/// The trainings by result; each is shown once, under the newest result that recommends it.
fn groups<'a>(words: Words, results: &'a [Outcome], offers: &'a [Offer]) -> Vec<After<'a>> {
    let mut shown = Vec::new();
    let mut groups = Vec::new();
    for result in results {
        let Some(snapshot) = Snapshot::decode(&result.snapshot) else { continue };
        let mut trainings = recommended(offers, &snapshot, words.lang());
        trainings.retain(|training| {
            training.target_profile_id == result.target_profile_id && !shown.contains(&training.id)
        });
        shown.extend(trainings.iter().map(|training| training.id));
        if !trainings.is_empty() {
            let title = campaign_title(words, result.title.as_deref(), &result.code);
            groups.push(After { title, code: &result.code, trainings });
        }
    }
    groups
}
