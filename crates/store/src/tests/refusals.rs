//! What is refused, and in which words.

use std::sync::atomic::Ordering;
use std::time::Duration;

use super::group::{mark, marks, table};
use super::{a_session, someone};
use crate::db::{Error, Row, json_list, q, record, retry, tally};
use crate::trial::{self, Trial};
use crate::{Db, Options, account, session};

const HASTY: Duration = Duration::from_millis(50);

async fn check_unique(db: Db) {
    table(&db).await;
    let mut tx = db.begin().await.unwrap();
    mark(&mut tx, 1, 1).await.unwrap();
    let error = mark(&mut tx, 1, 1).await.unwrap_err();
    assert!(matches!(error, Error::Unique(_)) && !error.is_passing(), "{error}");
    assert_eq!(q("SELECT writer FROM mark").all::<Row>(&mut tx).await.err(), Some(Error::Aborted));
    assert_eq!(tx.commit().await, Err(Error::Aborted), "a failed transaction is never reported as committed");
    assert_eq!(marks(&db).await, []);
}

#[tokio::test]
async fn a_second_row_with_the_same_key() {
    trial::each(check_unique).await;
}

async fn check_reference(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let error = session::open(&mut tx, &a_session("t", someone(1).id)).await.unwrap_err();
    assert!(matches!(error, Error::Reference(_)), "{error}");
}

#[tokio::test]
async fn a_row_that_refers_to_nobody() {
    trial::each(check_reference).await;
}

record! {
    #[derive(Debug)]
    struct Odd {
        writer: String,
    }
}

record! {
    #[derive(Debug)]
    struct Missing {
        colour: i64,
    }
}

async fn check_columns(db: Db) {
    table(&db).await;
    let mut tx = db.begin().await.unwrap();
    mark(&mut tx, 1, 1).await.unwrap();
    tx.commit().await.unwrap();
    let odd = q("SELECT writer FROM mark").one::<Odd>(&db).await.map(|odd| odd.map(|odd| odd.writer));
    assert_eq!(odd, Err(Error::Column("writer".to_owned())));
    let missing =
        q("SELECT writer FROM mark").one::<Missing>(&db).await.map(|found| found.map(|found| found.colour));
    assert_eq!(missing, Err(Error::Column("colour".to_owned())));
    assert!(matches!(q("SELECT nothing FROM mark").all::<Row>(&db).await.err(), Some(Error::Other(_))));
}

#[tokio::test]
async fn columns_that_are_not_what_the_code_expects() {
    trial::each(check_columns).await;
}

async fn check_drop(db: Db) {
    table(&db).await;
    let mut tx = db.begin().await.unwrap();
    mark(&mut tx, 1, 1).await.unwrap();
    assert_eq!(
        q("SELECT writer FROM mark").all::<Row>(&mut tx).await.unwrap().len(),
        1,
        "the transaction sees it"
    );
    assert_eq!(marks(&db).await, [], "nobody else does");
    drop(tx);
    assert_eq!(marks(&db).await, []);
}

#[tokio::test]
async fn what_is_dropped_leaves_nothing() {
    trial::each(check_drop).await;
}

#[tokio::test]
async fn a_file_that_another_program_holds() {
    let trial = Trial::sqlite_with(Options { patience: HASTY, ..Options::default() }).await;
    table(&trial.db).await;
    let other = rusqlite::Connection::open(trial.file().unwrap()).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let error = trial.db.begin().await.err().unwrap();
    assert!(error == Error::Busy && error.is_passing());
    assert_eq!(marks(&trial.db).await, [], "reading goes on");
    other.execute_batch("ROLLBACK").unwrap();
    let mut tx = trial.db.begin().await.unwrap();
    mark(&mut tx, 1, 1).await.unwrap();
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_desk_that_another_writer_holds() {
    let trial = Trial::sqlite_with(Options { patience: HASTY, ..Options::default() }).await;
    let long = trial.db.begin().await.unwrap();
    assert_eq!(trial.db.begin().await.err(), Some(Error::Busy));
    drop(long);
    assert!(trial.db.begin().await.is_ok());
}

#[tokio::test]
async fn a_row_that_another_transaction_holds() {
    let trial = Trial::postgres_with(Options { patience: HASTY, connections: 2 }).await;
    let mut tx = trial.db.begin().await.unwrap();
    account::create(&mut tx, &someone(1)).await.unwrap();
    tx.commit().await.unwrap();
    let mut holder = trial.db.begin().await.unwrap();
    account::set_lang(&mut holder, someone(1).id, "en").await.unwrap();
    let mut other = trial.db.begin().await.unwrap();
    assert_eq!(account::set_lang(&mut other, someone(1).id, "fr").await, Err(Error::Busy));
    assert_eq!(trial.db.begin().await.err(), Some(Error::Busy), "both connections are taken");
}

#[tokio::test]
async fn a_connection_that_broke() {
    let trial = Trial::postgres_with(Options { connections: 2, ..Options::default() }).await;
    let mut tx = trial.db.begin().await.unwrap();
    let error = tx.script("SELECT pg_terminate_backend(pg_backend_pid())").await.unwrap_err();
    assert!(matches!(error, Error::Lost(_)) && error.is_passing(), "{error}");
    assert_eq!(tx.commit().await, Err(Error::Aborted));
    let found = account::by_id(&trial.db, someone(1).id).await;
    assert_eq!(found, Ok(None), "the next request gets another connection");
}

#[tokio::test]
async fn addresses_of_nothing_we_know() {
    for url in ["", "pix.sqlite", "sqlite:", "sqlite::memory:", "mysql://x", "http://x"] {
        assert_eq!(Db::open(url).await.err(), Some(Error::Address), "{url}");
    }
    let nowhere = Db::open("sqlite:/nowhere/at/all/pix.sqlite").await.err();
    assert!(matches!(nowhere, Some(Error::Lost(_))), "{nowhere:?}");
}

async fn check_again(db: Db) {
    table(&db).await;
    let tries = std::sync::atomic::AtomicI64::new(0);
    let work = async || {
        let number = tries.fetch_add(1, Ordering::Relaxed) + 1;
        let mut tx = db.begin().await?;
        mark(&mut tx, number, 1).await?;
        if number < 3 {
            return Err(Error::Conflict);
        }
        tx.commit().await?;
        Ok(number)
    };
    assert_eq!(retry(work).await, Ok(3));
    assert_eq!(marks(&db).await, [(3, 1)], "only the last try stays");
    tries.store(-9, Ordering::Relaxed);
    assert_eq!(retry(work).await, Err(Error::Conflict));
    assert_eq!(tries.load(Ordering::Relaxed), -5, "four tries, no more");
}

#[tokio::test]
async fn transactions_that_met_start_again() {
    trial::each(check_again).await;
}

/// Two transactions that each wait for the other's row: PostgreSQL ends one of them.
#[tokio::test]
async fn two_transactions_that_wait_for_each_other() {
    let trial = Trial::postgres().await;
    table(&trial.db).await;
    let [mut one, mut two] = [trial.db.begin().await.unwrap(), trial.db.begin().await.unwrap()];
    mark(&mut one, 1, 1).await.unwrap();
    mark(&mut two, 2, 2).await.unwrap();
    let other = tokio::spawn(async move {
        mark(&mut one, 2, 2).await?;
        one.commit().await
    });
    let outcome = mark(&mut two, 1, 1).await.map(|_| ());
    drop(two);
    let outcomes = [outcome, other.await.unwrap()];
    assert_eq!(
        outcomes.iter().filter(|outcome| **outcome == Err(Error::Conflict)).count(),
        1,
        "{outcomes:?}"
    );
}

async fn check_lists(db: Db) {
    table(&db).await;
    let mut tx = db.begin().await.unwrap();
    for writer in 1..=4 {
        mark(&mut tx, writer, 0).await.unwrap();
    }
    q("UPDATE mark SET half = 7 WHERE writer IN {each $1}")
        .bind(json_list([2, 4, 9]))
        .exec(&mut tx)
        .await
        .unwrap();
    q("DELETE FROM mark WHERE CAST(writer AS TEXT) IN {each text $1}")
        .bind(r#"["1"]"#)
        .exec(&mut tx)
        .await
        .unwrap();
    tx.commit().await.unwrap();
    assert_eq!(marks(&db).await, [(2, 7), (3, 0), (4, 7)]);
}

#[tokio::test]
async fn lists_are_one_parameter() {
    trial::each(check_lists).await;
}

async fn check_tally(db: Db) {
    table(&db).await;
    let (_, tally) = tally::count(async {
        let mut tx = db.begin().await.unwrap();
        mark(&mut tx, 1, 1).await.unwrap();
        tx.commit().await.unwrap();
        drop(db.begin().await.unwrap());
        account::by_id(&db, someone(1).id).await.unwrap()
    })
    .await;
    assert_eq!((tally.statements.len(), tally.commits), (2, 1), "{tally:?}");
    assert!(
        tally.statements[0].starts_with("INSERT INTO mark") && tally.statements[1].contains("FROM account")
    );
}

#[tokio::test]
async fn statements_and_commits_are_counted() {
    trial::each(check_tally).await;
}
