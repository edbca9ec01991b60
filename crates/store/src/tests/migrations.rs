//! The migrations: once, in order, never changed.

use crate::Db;
use crate::db::{Error, Row, q};
use crate::migration::{ALL, Migration, apply, apply_all, foreign, pending};
use crate::trial::{self, NOW};

const FIRST: Migration = Migration {
    name: "9001_first",
    sql: "CREATE TABLE pear (id BIGINT NOT NULL PRIMARY KEY, peel BYTEA) {clustered};",
};
const SECOND: Migration = Migration {
    name: "9002_second",
    sql: "ALTER TABLE pear ADD COLUMN colour TEXT; CREATE TABLE plum (id BIGINT);",
};
const BROKEN: Migration =
    Migration { name: "9003_broken", sql: "CREATE TABLE peach (id BIGINT); CREATE TABEL oops (id BIGINT);" };

async fn exists(db: &Db, sql: &'static str) -> bool {
    q(sql).all::<Row>(db).await.is_ok()
}

async fn check_order(db: Db) {
    assert_eq!(apply(&db, NOW).await.unwrap(), [""; 0], "the trial has applied them all");
    assert_eq!(pending(&db).await.unwrap(), [""; 0]);
    assert_eq!(foreign(&db).await.unwrap(), [""; 0]);
    assert_eq!(apply_all(&db, &[FIRST], NOW).await.unwrap(), ["9001_first"]);
    assert_eq!(foreign(&db).await.unwrap(), ["9001_first"], "this program does not know it");
    assert_eq!(apply_all(&db, &[FIRST, SECOND], NOW).await.unwrap(), ["9002_second"]);
    assert_eq!(apply_all(&db, &[FIRST, SECOND], NOW).await.unwrap(), [""; 0]);
    assert!(exists(&db, "SELECT id, peel, colour FROM pear").await);
    assert_eq!(apply(&db, NOW).await.unwrap(), [""; 0], "what a newer program applied is left alone");
}

async fn check_change(db: Db) {
    apply_all(&db, &[FIRST], NOW).await.unwrap();
    let changed = Migration { sql: "CREATE TABLE pear (id BIGINT NOT NULL PRIMARY KEY);", ..FIRST };
    let refusal = apply_all(&db, &[changed, SECOND], NOW).await.unwrap_err();
    assert!(matches!(&refusal, Error::Migration(why) if why.contains("9001_first")), "{refusal}");
    assert!(!exists(&db, "SELECT id FROM plum").await, "nothing after it was applied");
}

async fn check_failure(db: Db) {
    assert!(matches!(apply_all(&db, &[FIRST, BROKEN], NOW).await, Err(Error::Other(_))));
    for gone in ["SELECT id FROM pear", "SELECT id FROM peach"] {
        assert!(!exists(&db, gone).await, "a failed call leaves nothing: {gone}");
    }
    assert_eq!(apply_all(&db, &[FIRST], NOW).await.unwrap(), ["9001_first"]);
}

async fn check_together(db: Db) {
    let nodes = (0..6).map(|_| {
        let db = db.clone();
        tokio::spawn(async move { apply_all(&db, &[FIRST, SECOND], NOW).await.unwrap().len() })
    });
    let mut applied = Vec::new();
    for node in nodes.collect::<Vec<_>>() {
        applied.push(node.await.unwrap());
    }
    applied.sort_unstable();
    assert_eq!(applied, [0, 0, 0, 0, 0, 2], "one node applies, the others see that it is done");
}

#[tokio::test]
async fn each_is_applied_once() {
    trial::each(check_order).await;
}

#[tokio::test]
async fn a_changed_file_is_refused() {
    trial::each(check_change).await;
}

#[tokio::test]
async fn a_failed_one_leaves_nothing() {
    trial::each(check_failure).await;
}

#[tokio::test]
async fn nodes_may_start_together() {
    trial::each(check_together).await;
}

#[test]
fn they_are_listed_in_order_and_all() {
    let names: Vec<&str> = ALL.iter().map(|migration| migration.name).collect();
    let mut files: Vec<String> = std::fs::read_dir(concat!(env!("CARGO_MANIFEST_DIR"), "/migrations"))
        .unwrap()
        .map(|file| file.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .collect();
    files.sort();
    assert_eq!(names, files);
}
