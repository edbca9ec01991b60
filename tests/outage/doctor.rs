//! A state that is not the one its answers make is found, repaired when asked, and only then.

use std::path::Path;

use rules::attempt::{Pins, begin};
use rules::learner_state::{LearnerState, to_second};
use rules::placement::Placement;
use rules::reset::forgotten;
use rules::subjects::SEVERAL;
use store::attempt::{Attempt, CAMPAIGN};
use store::reset::Reset;
use store::trial::Trial;
use store::{AttemptId, ResetId};

use crate::candidate::Candidate;
use crate::ledger::{Kept, Ledger};
use crate::site::{self, Site};

const FRAMEWORK: &str = "crcn";
const EXAM: &str = "exam-2";
const SUBJECTS: &str = "1.2-a:3 4.1-a:2";

#[tokio::test(flavor = "multi_thread")]
async fn doctor_finds_an_altered_state_sqlite() {
    check(&Site::on_sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn doctor_finds_an_altered_state_postgres() {
    let trial = Trial::postgres().await;
    check(&Site::on_postgres(&trial.url)).await;
}

async fn check(site: &Site) {
    let mut people = Vec::new();
    for number in 0..3 {
        let person = Candidate::begin(site, number).await;
        for position in 1..=3 {
            person.answer(position).await.expect("a reply");
        }
        people.push(person);
    }
    examine(site, &[], 0, "0 differ from their answers, 0 repaired").await;

    let ledger = Ledger::of(site).await;
    let [sound, altered] = [ledger.kept(&people[0]).await, ledger.kept(&people[1]).await];
    let mut tx = ledger.db.begin().await.expect("a transaction");
    let (account, wrong) = (altered.attempt.account_id, sound.state.encode());
    let saved = store::state::save(&mut tx, account, FRAMEWORK, altered.version, &wrong, 1).await;
    assert_eq!(saved, Ok(true), "the state is somebody else's now");
    tx.commit().await.expect("kept");

    examine(site, &[], 1, &format!("1 differ from their answers, 0 repaired, 0 too busy: {account}")).await;
    assert_ne!(ledger.kept(&people[1]).await.state, altered.state, "looking repairs nothing");
    examine(site, &["--repair"], 0, "1 differ from their answers, 1 repaired").await;
    assert_eq!(ledger.kept(&people[1]).await.state, altered.state, "what the answers make");
    examine(site, &[], 0, "0 differ from their answers, 0 repaired").await;
    assert_eq!(ledger.kept(&people[0]).await, sound, "others are left alone");

    let left = start_again(&ledger, &ledger.kept(&people[2]).await).await;
    examine(site, &[], 0, "0 differ from their answers, 0 repaired").await;
    assert_eq!(ledger.kept(&people[2]).await.state, left, "a competence started again is made again so");
    check_campaigns(site, &ledger, &sound).await;
}

/// Tests of campaigns are made again too: one on what is known, and an exam with a state of its own.
async fn check_campaigns(site: &Site, ledger: &Ledger, kept: &Kept) {
    let account = kept.attempt.account_id;
    let known = begin_campaign(ledger, kept, (1, FRAMEWORK), (kept.version, kept.state.clone())).await;
    let exam = begin_campaign(ledger, kept, (2, EXAM), (0, LearnerState::default())).await;
    examine(site, &[], 0, "0 differ from their answers, 0 repaired").await;
    let mut tx = ledger.db.begin().await.expect("a transaction");
    let saved = store::state::save(&mut tx, account, EXAM, 1, &known.encode(), 1).await;
    assert_eq!(saved, Ok(true), "the exam's state is the profile's now");
    tx.commit().await.expect("kept");
    examine(site, &[], 1, "1 differ from their answers, 0 repaired").await;
    examine(site, &["--repair"], 0, "1 differ from their answers, 1 repaired").await;
    let stored = store::state::find(&ledger.db, account, EXAM).await.expect("a state");
    assert_eq!(LearnerState::decode(&stored.body), Some(exam), "what the answers make");
}

/// Begins the test of a campaign, as the app does; gives the state that it makes.
async fn begin_campaign(
    ledger: &Ledger,
    kept: &Kept,
    (number, framework): (u64, &str),
    (version, known): (i64, LearnerState),
) -> LearnerState {
    let at = kept.answers.last().expect("an answer").answered_at + 1;
    let id = AttemptId::new(at, number);
    let started_at = to_second(at);
    let pins = Pins {
        id: id.number(),
        competence: SEVERAL,
        placement: Placement::Reference,
        seed: 7,
        improving: false,
        afresh: false,
        started_at,
    };
    let state = begin(known, &ledger.campaign(SUBJECTS), &pins);
    let attempt = Attempt {
        id,
        competence: CAMPAIGN.to_owned(),
        tubes: Some(SUBJECTS.to_owned()),
        framework: framework.to_owned(),
        seed: pins.seed,
        started_at,
        ..kept.attempt.clone()
    };
    let account = attempt.account_id;
    let mut tx = ledger.db.begin().await.expect("a transaction");
    store::attempt::start(&mut tx, &attempt).await.expect("an attempt");
    let saved = store::state::save(&mut tx, account, framework, version, &state.encode(), at).await;
    assert_eq!(saved, Ok(true), "nobody answers meanwhile");
    tx.commit().await.expect("kept");
    state
}

/// Starts again the competence of somebody's test, as the app does after seven days; gives the state that is left.
async fn start_again(ledger: &Ledger, kept: &Kept) -> LearnerState {
    let (account_id, competence) = (kept.attempt.account_id, kept.attempt.competence.clone());
    let reset_at = kept.answers.last().expect("an answer").answered_at + 1;
    let left = forgotten(kept.state.clone(), kept.state.runs[0].competence);
    assert_ne!(left, kept.state);
    let (id, framework) = (ResetId::new(reset_at, 0), FRAMEWORK.to_owned());
    let mut tx = ledger.db.begin().await.expect("a transaction");
    let reset = Reset { account_id, id, framework, competence, reset_at };
    store::reset::append(&mut tx, &reset).await.expect("a row");
    let saved =
        store::state::save(&mut tx, account_id, FRAMEWORK, kept.version, &left.encode(), reset_at).await;
    assert_eq!(saved, Ok(true), "nobody answers meanwhile");
    tx.commit().await.expect("kept");
    left
}

/// Runs the doctor while the program serves.
async fn examine(site: &Site, flags: &[&str], code: i32, expected: &str) {
    let (database, folder): (&str, &Path) = (site.database(), site.data());
    let mut command = tokio::process::Command::from(site::program(folder));
    let done = command.args(["doctor", "--database", database]).args(flags).output().await;
    let done = done.expect("the program runs");
    let told = String::from_utf8_lossy(&done.stdout);
    assert!(told.contains(expected), "{expected:?} in {done:?}");
    assert_eq!(done.status.code(), Some(code), "{done:?}");
}
