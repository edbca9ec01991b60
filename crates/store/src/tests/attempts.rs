//! Attempts, answers and states: what one answer costs, and what a repeated one changes (nothing).

use super::{an_attempt, in_force, signed_in, someone};
use crate::account::Creation;
use crate::answer::{self, Answer, Appended, Making};
use crate::attempt::{self, Attempt};
use crate::db::{q, record, tally};
use crate::state::{self, State};
use crate::trial::{self, NOW, Trial};
use crate::{AccountId, AttemptId, Db, TokenHash};

fn an_answer(attempt: &Attempt, position: i64) -> Answer {
    Answer {
        account_id: attempt.account_id,
        attempt_id: attempt.id,
        position,
        family: 0x7fff_ffff,
        lang: "fr".to_owned(),
        status: 2,
        mistake: Some("swap".to_owned()),
        value: "1,3 et voilà".to_owned(),
        seconds: 42,
        answered_at: NOW + position,
        page_left: position % 2 == 0,
    }
}

async fn started(db: &Db, number: u64) -> Attempt {
    let zoe = signed_in(db, number).await;
    let attempt = an_attempt(zoe.id, number);
    let mut tx = db.begin().await.unwrap();
    assert_eq!(attempt::start(&mut tx, &attempt).await.unwrap(), Creation::Created);
    tx.commit().await.unwrap();
    attempt
}

async fn check_life(db: Db) {
    let first = started(&db, 1).await;
    let (zoe, zed) = (first.account_id, signed_in(&db, 2).await.id);
    let mut tx = db.begin().await.unwrap();
    let second = Attempt { started_at: NOW + 9, ..an_attempt(zoe, 2) };
    assert_eq!(attempt::start(&mut tx, &first).await.unwrap(), Creation::Taken, "the id is taken");
    assert_eq!(attempt::start(&mut tx, &second).await.unwrap(), Creation::Created);
    tx.commit().await.unwrap();
    assert_eq!(attempt::by_id(&db, zoe, first.id).await.unwrap(), Some(first.clone()));
    assert_eq!(attempt::by_id(&db, zed, first.id).await.unwrap(), None);
    assert_eq!(attempt::of_account(&db, zoe, None, 9).await.unwrap(), [second.clone(), first.clone()]);
    assert_eq!(attempt::of_account(&db, zoe, None, 1).await.unwrap(), std::slice::from_ref(&second));
    assert_eq!(attempt::of_account(&db, zoe, Some(second.id), 9).await.unwrap(), [first]);
}

#[tokio::test]
async fn attempts_begin_once_and_stay() {
    trial::each(check_life).await;
}

async fn check_load(db: Db) {
    let attempt = started(&db, 1).await;
    let other = started(&db, 2).await;
    let load = async |token: &str, id: AttemptId, now: i64| {
        attempt::load(&db, TokenHash::of(token), id, &in_force(), now).await.unwrap()
    };
    let loaded = load("token-1", attempt.id, NOW).await.unwrap();
    assert_eq!((loaded.visitor.account_id, loaded.visitor.terms_accepted), (attempt.account_id, false));
    assert_eq!((loaded.attempt, loaded.state), (Some(attempt.clone()), State::default()));
    let someone_elses = load("token-1", other.id, NOW).await.unwrap();
    assert_eq!(someone_elses.attempt, None);
    assert_eq!(load("token-1", attempt.id, NOW + 1_000).await, None, "the session has ended");
    assert_eq!(load("token-9", attempt.id, NOW).await, None, "nobody");
    let mut tx = db.begin().await.unwrap();
    crate::legal::accept(&mut tx, attempt.account_id, in_force().terms(), NOW).await.unwrap();
    assert!(state::save(&mut tx, attempt.account_id, "crcn", 0, b"one", NOW).await.unwrap());
    assert!(state::save(&mut tx, attempt.account_id, "edu", 0, b"two", NOW).await.unwrap());
    let inside = attempt::load(&mut tx, TokenHash::of("token-1"), attempt.id, &in_force(), NOW)
        .await
        .unwrap()
        .unwrap();
    assert_eq!(inside.state, State { version: 1, body: b"one".to_vec() });
    assert!(inside.visitor.terms_accepted);
    assert_eq!(load("token-1", attempt.id, NOW).await.unwrap().state, State::default(), "not committed");
}

#[tokio::test]
async fn one_statement_loads_all() {
    trial::each(check_load).await;
}

/// An attempt that began with a state of version 1, as every attempt does.
async fn begun(db: &Db, number: u64) -> Attempt {
    let attempt = started(db, number).await;
    let mut tx = db.begin().await.unwrap();
    assert!(state::save(&mut tx, attempt.account_id, "crcn", 0, b"begun", NOW).await.unwrap());
    tx.commit().await.unwrap();
    attempt
}

fn making(old: i64) -> Making<'static> {
    Making { framework: "crcn", old, body: b"state" }
}

async fn check_cost(db: Db) {
    let attempt = begun(&db, 1).await;
    let statements = if db.is_embedded() { 3 } else { 2 };
    for position in 1..=3 {
        let ((), tally) = tally::count(async {
            let token = TokenHash::of("token-1");
            let loaded = attempt::load(&db, token, attempt.id, &in_force(), NOW).await.unwrap().unwrap();
            assert_eq!(loaded.state.version, position);
            assert!(answer::keep(&db, &an_answer(&attempt, position), making(position)).await.unwrap());
        })
        .await;
        assert_eq!((tally.statements.len(), tally.commits), (statements, 1), "{tally:?}");
    }
}

#[tokio::test]
async fn an_answer_is_at_most_three_statements_and_one_commit() {
    trial::each(check_cost).await;
}

async fn check_both_or_neither(db: Db) {
    let attempt = begun(&db, 1).await;
    let zoe = attempt.account_id;
    assert!(answer::keep(&db, &an_answer(&attempt, 1), making(1)).await.unwrap());
    let kept = |position| answer::by_position(&db, zoe, attempt.id, position);
    assert!(!answer::keep(&db, &an_answer(&attempt, 2), making(1)).await.unwrap(), "the state has moved");
    assert_eq!(kept(2).await.unwrap(), None);
    let again = answer::keep(&db, &an_answer(&attempt, 1), making(2)).await;
    assert!(!again.unwrap_or(false), "the position has its answer");
    assert_eq!(state::find(&db, zoe, "crcn").await.unwrap().version, 2, "and the state stays");
    assert!(
        !answer::keep(&db, &an_answer(&attempt, 2), Making { framework: "edu", ..making(2) }).await.unwrap()
    );
    assert!(answer::keep(&db, &an_answer(&attempt, 2), making(2)).await.unwrap());
    assert_eq!(kept(2).await.unwrap(), Some(an_answer(&attempt, 2)));
}

#[tokio::test]
async fn an_answer_and_its_state_are_kept_together_or_not_at_all() {
    trial::each(check_both_or_neither).await;
}

/// Two tabs answer at the same moment on what both read: one is kept, the other must read again.
async fn check_rivals(db: Db) {
    let attempt = begun(&db, 1).await;
    for round in 0..20 {
        let answer = an_answer(&attempt, round + 1);
        let (one, other) = tokio::join!(
            answer::keep(&db, &answer, making(round + 1)),
            answer::keep(&db, &answer, making(round + 1))
        );
        assert!(one.unwrap() ^ other.unwrap(), "round {round}: one of the two is kept");
        assert_eq!(state::find(&db, attempt.account_id, "crcn").await.unwrap().version, round + 2);
    }
}

#[tokio::test]
async fn of_two_tabs_one_is_kept() {
    trial::each(check_rivals).await;
}

async fn check_repeat(db: Db) {
    let attempt = started(&db, 1).await;
    let first = an_answer(&attempt, 1);
    let mut tx = db.begin().await.unwrap();
    assert_eq!(answer::append(&mut tx, &first).await.unwrap(), Appended::Now);
    tx.commit().await.unwrap();
    let mut tx = db.begin().await.unwrap();
    let changed = Answer { value: "2".to_owned(), status: 0, ..first.clone() };
    assert_eq!(answer::append(&mut tx, &changed).await.unwrap(), Appended::AlreadyAnswered);
    let decided = answer::by_position(&mut tx, attempt.account_id, attempt.id, 1).await.unwrap();
    assert_eq!(decided, Some(first), "the transaction goes on and reads what was decided");
    tx.commit().await.unwrap();
    assert_eq!(answer::by_position(&db, attempt.account_id, attempt.id, 2).await.unwrap(), None);
}

#[tokio::test]
async fn a_repeated_answer_changes_nothing() {
    trial::each(check_repeat).await;
}

async fn check_race(db: Db) {
    let attempt = started(&db, 1).await;
    let mut posts = tokio::task::JoinSet::new();
    for number in 0..8 {
        let (db, answer) = (db.clone(), Answer { value: number.to_string(), ..an_answer(&attempt, 1) });
        posts.spawn(async move {
            let mut tx = db.begin().await.unwrap();
            let appended = answer::append(&mut tx, &answer).await.unwrap();
            tx.commit().await.unwrap();
            (appended == Appended::Now).then_some(answer.value)
        });
    }
    let kept: Vec<String> = posts.join_all().await.into_iter().flatten().collect();
    let decided = answer::by_position(&db, attempt.account_id, attempt.id, 1).await.unwrap().unwrap();
    assert_eq!(kept, [decided.value], "one of the posts was kept, and knows it");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn the_same_answer_posted_at_the_same_time() {
    trial::each(check_race).await;
}

async fn check_pages(db: Db) {
    let attempt = started(&db, 1).await;
    let later = Attempt { id: AttemptId::new(NOW + 1, 0), ..attempt.clone() };
    let all: Vec<Answer> = [(&attempt, 1), (&attempt, 2), (&attempt, 3), (&later, 1), (&later, 2)]
        .into_iter()
        .map(|(attempt, position)| an_answer(attempt, position))
        .collect();
    let mut tx = db.begin().await.unwrap();
    for answer in all.iter().rev() {
        answer::append(&mut tx, answer).await.unwrap();
    }
    answer::append(&mut tx, &an_answer(&an_attempt(someone(2).id, 7), 1)).await.unwrap();
    tx.commit().await.unwrap();
    let zoe = attempt.account_id;
    assert_eq!(answer::range(&db, zoe, attempt.id, 2, 3).await.unwrap(), all[1..3]);
    assert_eq!(answer::all_of(&db, zoe, None, 2).await.unwrap(), all[..2]);
    assert_eq!(answer::all_of(&db, zoe, Some((attempt.id, 2)), 2).await.unwrap(), all[2..4]);
    assert_eq!(answer::all_of(&db, zoe, Some((later.id, 1)), 2).await.unwrap(), all[4..]);
    assert_eq!(answer::all_of(&db, zoe, Some((later.id, 2)), 2).await.unwrap(), []);
}

#[tokio::test]
async fn answers_are_read_by_pages() {
    trial::each(check_pages).await;
}

async fn check_state(db: Db) {
    let zoe: AccountId = signed_in(&db, 1).await.id;
    assert_eq!(state::find(&db, zoe, "crcn").await.unwrap(), State::default());
    for (old, body, expected) in
        [(0, "a", true), (0, "b", false), (2, "c", false), (1, "d", true), (1, "e", false)]
    {
        let mut tx = db.begin().await.unwrap();
        let saved = state::save(&mut tx, zoe, "crcn", old, body.as_bytes(), NOW).await.unwrap();
        assert_eq!(saved, expected, "version {old}, {body}");
        tx.commit().await.unwrap();
    }
    assert_eq!(state::find(&db, zoe, "crcn").await.unwrap(), State { version: 2, body: b"d".to_vec() });
}

#[tokio::test]
async fn a_state_is_saved_over_the_version_that_was_read() {
    trial::each(check_state).await;
}

record! {
    struct Size {
        bytes: i64,
    }
}

/// Fills a table with 10,000 answers of 200 people and gives the bytes that each takes, index included.
async fn weight(db: &Db, size: &'static str) -> i64 {
    for part in 0..10 {
        let mut tx = db.begin().await.unwrap();
        for number in 0..1_000 {
            let attempt = an_attempt(AccountId::new(NOW + number % 200, 7), 1 + part % 4);
            answer::append(&mut tx, &an_answer(&attempt, i64::try_from(part).unwrap() * 5 + number / 200))
                .await
                .unwrap();
        }
        tx.commit().await.unwrap();
    }
    let size: Option<Size> = q(size).one(db).await.unwrap();
    size.unwrap().bytes / 10_000
}

#[tokio::test]
async fn an_answer_is_small() {
    let trial = Trial::sqlite().await;
    let lite = weight(&trial.db, "SELECT page_count * 4096 AS bytes FROM pragma_page_count()").await;
    let trial = Trial::postgres().await;
    let postgres = weight(&trial.db, "SELECT pg_total_relation_size('answer') AS bytes").await;
    assert!(lite <= 150 && postgres <= 150, "{lite} bytes on SQLite, {postgres} on PostgreSQL");
}
