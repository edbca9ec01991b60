//! The nights that find out who may be certified: whom they look at, what they keep, and how little they ask.

use store::certifiability::{self, Found, Known};
use store::learner::{self, Learner};
use store::organisation::{self, Kind, Organisation};
use store::trial::{self, NOW};
use store::{AccountId, Db, LearnerId, OrganisationId, account, state, tally};

use super::{DAY_MS, Scene, scene};
use crate::work;

const FEATURE: &str = " MULTIPLE_SENDING_ASSESSMENT COMPUTE_ORGANIZATION_LEARNER_CERTIFICABILITY ";

/// A school with or without the feature.
async fn school(db: &Db, number: u64, features: &str) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    let school = Organisation::new(id, Kind::Sco, "Collège", NOW);
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation { features: features.to_owned(), ..school }).await.unwrap();
    tx.commit().await.unwrap();
    id
}

/// Puts people on a school's list, each with a state of these bytes (none for an empty one), kept at NOW.
async fn people(db: &Db, school: OrganisationId, first: u64, states: &[&str]) -> Vec<Learner> {
    let mut tx = db.begin().await.unwrap();
    let mut lines = Vec::new();
    for (number, body) in (first..).zip(states) {
        let person = account::Account::new(AccountId::new(NOW, number), "Zoé", "Test", NOW);
        account::create(&mut tx, &person).await.unwrap();
        let line = Learner {
            account_id: Some(person.id),
            key: format!("ine:{number}"),
            ..Learner::new(school, LearnerId::new(NOW, number), ("Zoé", "Test"), NOW)
        };
        learner::add(&mut tx, &line).await.unwrap();
        if !body.is_empty() {
            assert!(state::save(&mut tx, person.id, "crcn", 0, body.as_bytes(), NOW).await.unwrap());
        }
        lines.push(line);
    }
    tx.commit().await.unwrap();
    lines
}

async fn save(db: &Db, line: &Learner, version: i64, body: &str, now: i64) {
    let account = line.account_id.unwrap();
    let mut tx = db.begin().await.unwrap();
    assert!(state::save(&mut tx, account, "crcn", version, body.as_bytes(), now).await.unwrap());
    tx.commit().await.unwrap();
}

/// What the list tells: of each line with a status, whether it is certifiable and since when, from NOW.
async fn told(db: &Db, school: OrganisationId) -> Vec<(LearnerId, bool, i64)> {
    let known = certifiability::of_organisation(db, school).await.unwrap();
    let status = |known: Known| (known.learner_id, known.found.unwrap(), known.found_at.unwrap() - NOW);
    known.into_iter().map(status).collect()
}

/// Works through a night.
async fn night(scene: &Scene) {
    work::schedule(&scene.db, NOW).await.unwrap();
    scene.steps().await;
}

async fn check_nights(db: Db) {
    let scene = scene(db, None);
    let [with, without] = [school(&scene.db, 1, FEATURE).await, school(&scene.db, 2, " ").await];
    let lines = people(&scene.db, with, 1, &["y", "n", "", "yes"]).await;
    people(&scene.db, without, 11, &["y"]).await;
    night(&scene).await;
    let first = [(lines[0].id, true, 0), (lines[1].id, false, 0), (lines[3].id, true, 0)];
    assert_eq!(told(&scene.db, with).await, first, "nobody who has done nothing");
    assert_eq!(told(&scene.db, without).await, [], "not without the feature");
    save(&scene.db, &lines[1], 1, "y", NOW + 5).await;
    scene.wait(DAY_MS);
    scene.steps().await;
    let second = [first[0], (lines[1].id, true, 5), first[2]];
    assert_eq!(told(&scene.db, with).await, second, "who went on is looked at again");
}

#[tokio::test]
async fn each_night_finds_who_may_be_certified() {
    trial::each(check_nights).await;
}

/// A link that changed meanwhile, or a newer status, is not written over.
async fn check_races(db: Db) {
    let school = school(&db, 1, FEATURE).await;
    let lines = people(&db, school, 1, &["y", "y", "y"]).await;
    let found = |place: usize, certifiable, at| Found {
        learner: lines[place].id,
        account: lines[place].account_id.unwrap(),
        certifiable,
        at,
    };
    let keep = async |found: &[Found]| {
        let mut tx = db.begin().await.unwrap();
        let kept = certifiability::keep(&mut tx, school, found).await.unwrap();
        tx.commit().await.unwrap();
        kept
    };
    let stranger = Found { account: AccountId::new(NOW, 9), ..found(2, true, NOW) };
    assert_eq!(keep(&[found(0, true, NOW + 5), found(1, false, NOW), stranger]).await, 2);
    assert_eq!(keep(&[found(0, false, NOW), found(1, true, NOW + 1)]).await, 1);
    assert_eq!(told(&db, school).await, [(lines[0].id, true, 5), (lines[1].id, true, 1)]);
    assert_eq!(keep(&[]).await, 0);
}

#[tokio::test]
async fn nothing_newer_is_written_over() {
    trial::each(check_races).await;
}

async fn check_portions(db: Db) {
    let scene = scene(db, None);
    let school = school(&scene.db, 1, FEATURE).await;
    let states = ["y"; 1_001];
    people(&scene.db, school, 1, &states).await;
    let ((), asked) = tally::count(night(&scene)).await;
    assert_eq!(told(&scene.db, school).await.len(), states.len());
    assert!(asked.statements.len() < 60, "no statement for each learner: {}", asked.statements.len());
}

#[tokio::test]
async fn a_long_list_is_looked_at_in_portions() {
    trial::each(check_portions).await;
}
