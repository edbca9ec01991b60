//! What a participation begins with: the line of the list, the try, its test and the state, in one transaction.

use rules::attempt::{Pins, begin};
use rules::learner_state::{LearnerState, Run, to_second};
use rules::participation::is_sent;
use rules::placement::Placement;
use rules::search_text::search_text;
use rules::snapshot::Snapshot;
use rules::subjects::{SEVERAL, Subjects};
use store::account::Creation;
use store::attempt::{Attempt, CAMPAIGN};
use store::campaign::Kind;
use store::learner::Learner;
use store::participation::{End, Participation};
use store::{AttemptId, LearnerId, ParticipationId, Tx};
use web::house::House;
use web::refusal::Refusal;

use crate::attempt_loading::FRAMEWORK;
use crate::joining::{Joining, campaign_of};
use crate::participation_end::{lessons, sent};

/// The test of a participation, and the state with its first question.
struct Test {
    attempt: Attempt,
    /// The version of the state that it was made from.
    old: i64,
    state: LearnerState,
}

/// What a participation begins with.
struct Started {
    /// The line of somebody who is not in the list yet.
    line: Option<Learner>,
    /// The try.
    begun: Participation,
    /// Its test.
    test: Option<Test>,
    /// The end that it has at once.
    end: Option<End>,
}

/// Begins a participation, in place of one that was sent if there is one, `afresh` with everything asked again; gives
/// where it goes on, or nothing when another tab was faster.
pub async fn start(
    house: &House,
    joining: &Joining,
    (external_id, afresh): (Option<String>, bool),
) -> Result<Option<String>, Refusal> {
    let (account, now) = (joining.learner.person.id, house.clock.now());
    let new = new_line(house, joining)?;
    let line = joining.met.line.as_ref().map(|line| line.learner_id);
    let id = ParticipationId::new(now, house.entropy.number()?);
    let begun = Participation {
        learner_id: line.or(new.as_ref().map(|line| line.id)),
        external_id,
        ..Participation::new(joining.met.offer.campaign_id, id, account, now)
    };
    if !joining.met.offer.kind.is_test() {
        let started = Started { line: new, begun, test: None, end: None };
        return Ok(keep(house, joining, started).await?.then(|| joining.path("/sending")));
    }
    let test = test(house, joining, afresh)?;
    if test.state.run(test.attempt.id.number()).and_then(Run::asked).is_none() {
        // Everything is known already: the end at once, without a test.
        let end = end(house, joining, id, &test.state).await?;
        let started = Started { line: new, begun, test: None, end: Some(end) };
        return Ok(keep(house, joining, started).await?.then(|| joining.path("/result")));
    }
    let begun = Participation { attempt_id: Some(test.attempt.id), ..begun };
    let address = format!("/attempts/{}", test.attempt.id);
    let started = Started { line: new, begun, test: Some(test), end: None };
    Ok(keep(house, joining, started).await?.then_some(address))
}

/// The line of somebody who is not in the organisation's list yet.
fn new_line(house: &House, joining: &Joining) -> Result<Option<Learner>, Refusal> {
    // Whoever takes part without an account has no name to write down.
    if joining.met.line.is_some() || joining.learner.person.is_anonymous() {
        return Ok(None);
    }
    let (account, now) = (joining.learner.person.id, house.clock.now());
    let (first, last) = (joining.visitor.first_name.as_str(), joining.visitor.last_name.as_str());
    let id = LearnerId::new(now, house.entropy.number()?);
    Ok(Some(Learner {
        key: format!("account:{account}"),
        account_id: Some(account),
        sought: search_text(&format!("{last} {first}")),
        ..Learner::new(joining.met.offer.organisation_id, id, (first, last), now)
    }))
}

/// The test: what is known of the learner counts, but for an exam, which starts from nothing and has a state of its own.
fn test(house: &House, joining: &Joining, afresh: bool) -> Result<Test, Refusal> {
    let (offer, shelf, now) = (&joining.met.offer, house.bank.present(), house.clock.now());
    let syllabus = shelf.campaign(&offer.tubes).ok_or(Refusal::NotFound)?;
    let id = AttemptId::new(now, house.entropy.number()?);
    let (framework, known, old) = match offer.kind {
        Kind::Exam => (exam_framework(id), LearnerState::default(), 0),
        _ => (FRAMEWORK.to_owned(), joining.state.clone(), joining.version),
    };
    let pins = Pins {
        id: id.number(),
        competence: SEVERAL,
        // A result is the skills validated, each by the answers to it: what this placement keeps.
        placement: Placement::Reference,
        seed: house.entropy.number()?.cast_signed(),
        // Who tries again is asked again what they failed.
        improving: joining.met.present.is_some() && offer.kind != Kind::Exam,
        afresh,
        started_at: to_second(now),
    };
    let attempt = Attempt {
        account_id: joining.learner.person.id,
        id,
        competence: CAMPAIGN.to_owned(),
        tubes: Some(offer.tubes.clone()),
        framework,
        release_id: shelf.release.id().to_owned(),
        algorithm: pins.placement.algorithm().to_owned(),
        scoring: pins.placement.scoring().to_owned(),
        seed: pins.seed,
        improving: pins.improving,
        afresh: pins.afresh,
        started_at: pins.started_at,
    };
    Ok(Test { attempt, old, state: begin(known, &syllabus, &pins) })
}

/// The framework of the state of an exam, which changes nothing of the profile.
pub fn exam_framework(attempt: AttemptId) -> String {
    format!("exam-{}", attempt.number())
}

async fn end(
    house: &House,
    joining: &Joining,
    participation: ParticipationId,
    known: &LearnerState,
) -> Result<End, Refusal> {
    let offer = &joining.met.offer;
    let subjects = Subjects::parse(&offer.tubes).unwrap_or_default();
    let snapshot = Snapshot::of(&subjects, &house.bank.present().release, &known.knowledge);
    let profile = offer.target_profile_id;
    let is_sent = is_sent(campaign_of(offer), false);
    let sent = if is_sent { Some(sent(house, profile, &snapshot).await?) } else { None };
    let lessons = if offer.in_course { Some(lessons(house, profile, &snapshot).await?) } else { None };
    Ok(End { participation, at: house.clock.now(), sent, lessons })
}

/// Writes everything, or nothing when something moved meanwhile.
async fn keep(house: &House, joining: &Joining, started: Started) -> Result<bool, Refusal> {
    let Started { line, begun, test, end } = started;
    let mut tx = house.db.begin().await?;
    let mut written = false;
    if let Some(present) = &joining.met.present {
        if !store::participation::supersede(&mut tx, present.participation_id).await? {
            return give_up(tx, written).await;
        }
        written = true;
    }
    if let Some(line) = line {
        if store::learner::add(&mut tx, &line).await? == Creation::Taken {
            return give_up(tx, written).await;
        }
        written = true;
    }
    if store::participation::start(&mut tx, &begun).await? == Creation::Taken {
        return give_up(tx, written).await;
    }
    if let Some(Test { attempt, old, state }) = test {
        let (account, now) = (attempt.account_id, house.clock.now());
        if store::attempt::start(&mut tx, &attempt).await? == Creation::Taken
            || !store::state::save(&mut tx, account, &attempt.framework, old, &state.encode(), now).await?
        {
            return Ok(false);
        }
    }
    if let Some(end) = end {
        store::participation::finish(&mut tx, &end).await?;
    }
    tx.commit().await?;
    Ok(true)
}

/// Ends a transaction that keeps nothing. Where nothing was written, the commit only waits for what was faster, so that
/// the next load sees it.
async fn give_up(tx: Tx, written: bool) -> Result<bool, Refusal> {
    if !written {
        tx.commit().await?;
    }
    Ok(false)
}
