//! Group commit when something breaks: whoever waits is told, nobody waits for ever.

use tokio::task::JoinHandle;

use super::group::{let_others_run, mark, marks, table};
use crate::db::{Error, Result, Row, q};
use crate::trial::Trial;
use crate::{Db, Tx};

/// A file where writer 1 has finished and waits for the common commit, and writer 2 is at the desk.
struct Scene {
    trial: Trial,
    first: JoinHandle<Result<()>>,
    second: Tx,
}

async fn in_line(db: &Db) -> JoinHandle<Result<Tx>> {
    let db = db.clone();
    let waiting = tokio::spawn(async move { db.begin().await });
    let_others_run().await;
    assert!(!waiting.is_finished(), "somebody is at the desk");
    waiting
}

async fn scene() -> Scene {
    let trial = Trial::sqlite().await;
    table(&trial.db).await;
    let mut tx = trial.db.begin().await.unwrap();
    mark(&mut tx, 1, 1).await.unwrap();
    let second = in_line(&trial.db).await;
    let first = tokio::spawn(tx.commit());
    let mut second = second.await.unwrap().unwrap();
    mark(&mut second, 2, 1).await.unwrap();
    assert!(!first.is_finished(), "the first writer waits for the second");
    assert_eq!(marks(&trial.db).await, [], "nothing is committed yet");
    Scene { trial, first, second }
}

async fn still_writes(trial: &Trial) {
    let mut tx = trial.db.begin().await.unwrap();
    mark(&mut tx, 9, 9).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(marks(&trial.db).await, [(9, 9)]);
}

#[tokio::test]
async fn both_are_committed_together() {
    let mut scene = scene().await;
    let before = scene.trial.db.commits();
    scene.second.commit().await.unwrap();
    (&mut scene.first).await.unwrap().unwrap();
    assert_eq!(marks(&scene.trial.db).await, [(1, 1), (2, 1)]);
    assert_eq!(scene.trial.db.commits() - before, 1);
}

#[tokio::test]
async fn a_writer_that_leaves_commits_for_the_others() {
    let Scene { trial, first, second } = scene().await;
    drop(second);
    first.await.unwrap().unwrap();
    assert_eq!(marks(&trial.db).await, [(1, 1)]);
}

#[tokio::test]
async fn a_writer_that_gave_up_in_line_is_passed_over() {
    let Scene { trial, first, second } = scene().await;
    let [third, fourth] = [in_line(&trial.db).await, in_line(&trial.db).await];
    third.abort();
    assert!(third.await.unwrap_err().is_cancelled());
    drop(second);
    let mut fourth = fourth.await.unwrap().unwrap();
    mark(&mut fourth, 4, 1).await.unwrap();
    fourth.commit().await.unwrap();
    first.await.unwrap().unwrap();
    assert_eq!(marks(&trial.db).await, [(1, 1), (4, 1)]);
}

#[tokio::test]
async fn a_turn_that_reaches_somebody_who_has_gone_is_passed_on() {
    let Scene { trial, first, second } = scene().await;
    let third = in_line(&trial.db).await;
    // The turn lies in the third writer's letter box, unread, when the third writer goes.
    drop(second);
    third.abort();
    assert!(third.await.unwrap_err().is_cancelled());
    first.await.unwrap().unwrap();
    assert_eq!(marks(&trial.db).await, [(1, 1)]);
}

#[tokio::test]
async fn a_common_commit_that_fails_is_told_to_all() {
    let mut scene = scene().await;
    // A reference checked at the commit only makes the COMMIT itself fail.
    scene.second.script("PRAGMA defer_foreign_keys = ON").await.unwrap();
    q("INSERT INTO legal_acceptance (account_id, document, version, accepted_at) VALUES (1, 'terms', '1', 1)")
        .exec(&mut scene.second)
        .await
        .unwrap();
    let Scene { trial, first, second } = scene;
    for outcome in [second.commit().await, first.await.unwrap()] {
        assert!(matches!(outcome, Err(Error::Reference(_))), "{outcome:?}");
    }
    assert_eq!(marks(&trial.db).await, []);
    still_writes(&trial).await;
}

#[tokio::test]
async fn a_full_disk_is_told_to_all() {
    let mut scene = scene().await;
    // SQLite refuses to grow, as on a full disk, and gives the whole transaction up by itself.
    let _: Vec<Row> = q("PRAGMA max_page_count = 1").all(&mut scene.second).await.unwrap();
    let outcome = q("INSERT INTO release (id, archive, created_at) VALUES ('r', $1, 1)")
        .bind(vec![7u8; 1_000_000])
        .exec(&mut scene.second)
        .await;
    assert_eq!(outcome, Err(Error::Full));
    assert_eq!((&mut scene.first).await.unwrap(), Err(Error::Full));
    assert_eq!(mark(&mut scene.second, 2, 2).await, Err(Error::Aborted));
    let Scene { trial, second, .. } = scene;
    assert_eq!(second.commit().await, Err(Error::Aborted));
    assert_eq!(marks(&trial.db).await, []);
    let mut tx = trial.db.begin().await.unwrap();
    let _: Vec<Row> = q("PRAGMA max_page_count = 1000000").all(&mut tx).await.unwrap();
    drop(tx);
    still_writes(&trial).await;
}

#[tokio::test]
async fn a_closed_database_refuses_writers() {
    let trial = Trial::sqlite().await;
    trial.db.close().await;
    assert!(matches!(trial.db.begin().await.err(), Some(Error::Lost(_))));
}
