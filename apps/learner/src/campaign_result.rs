//! The end of a campaign: what was found, what the organisation received and when, and whether one may try again.

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use rules::participation::{Again, Place};
use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use store::campaign::Kind;
use store::combined_course_progress::around;
use store::joining::{self, Try};
use store::training;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::read_state;
use crate::campaign_result_page::{self, Outcome};
use crate::frame::Sheet;
use crate::joining::{Joining, Step};
use crate::participation_start::exam_framework;

/// `GET /campaigns/{code}/result`: once it is over; before, the campaign tells what to do.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path(code): Path<String>,
) -> Result<Response, Refusal> {
    let joining = Joining::shown(&house, ticket, &code).await?;
    let (Step::At(Place::Over(again)), Some(present)) = (joining.step(&house), &joining.met.present) else {
        return Ok(Redirect::to(&joining.path("")).into_response());
    };
    let profile = joining.met.offer.target_profile_id;
    let (rewards, offers) = match profile {
        Some(profile) => {
            let account = joining.learner.person.id;
            let offers = training::offers(&house.db, account, [profile]).await?;
            (joining::rewards(&house.db, profile).await?, offers)
        }
        None => (Vec::new(), Vec::new()),
    };
    let snapshot = match joining.met.offer.kind {
        Kind::Collection => None,
        _ => Some(snapshot(&house, &joining, present).await?),
    };
    let (campaign, account) = (joining.met.offer.campaign_id, joining.learner.person.id);
    let course = around(&house.db, campaign, account).await?;
    let outcome = Outcome {
        words: joining.learner.frame.words(),
        joining: &joining,
        present,
        again: if present.deleted_at.is_some() { Again::Never } else { again },
        framework: house.bank.present().release.framework(),
        snapshot: snapshot.as_ref(),
        rewards: &rewards,
        offers: &offers,
        course: course.as_ref(),
    };
    let title = outcome.words.say("participation-result-title");
    let sheet = Sheet::new(title, campaign_result_page::page(&outcome)).within("home");
    Ok(sheet.for_learner(&house, &joining.learner).into_response())
}

/// What was sent; of what was not sent, what is known now.
async fn snapshot(house: &House, joining: &Joining, present: &Try) -> Result<Snapshot, Refusal> {
    if let Some(sent) = &present.snapshot {
        return Snapshot::decode(sent).ok_or_else(|| Refusal::defect(&"a snapshot cannot be read"));
    }
    let subjects = Subjects::parse(&joining.met.offer.tubes).unwrap_or_default();
    let release = &house.bank.present().release;
    let Some(exam) = present.attempt_id.filter(|_| joining.met.offer.kind == Kind::Exam) else {
        return Ok(Snapshot::of(&subjects, release, &joining.state.knowledge));
    };
    let account = joining.learner.person.id;
    let stored = store::state::find(&house.db, account, &exam_framework(exam)).await?;
    Ok(Snapshot::of(&subjects, release, &read_state(&stored.body)?.knowledge))
}
