//! Backups of the embedded engine: what is refused, and that a refusal changes nothing.

use std::fs;
use std::path::{Path, PathBuf};

use tempfile::TempDir;

use crate::backup::{BackupError, put_back, take};
use crate::trial::NOW;
use crate::{Db, migration, release};

/// A folder with a database that holds one release.
async fn database(name: &str) -> (TempDir, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder");
    let file = folder.path().join("pix.db");
    let db = open(&file).await;
    let mut tx = db.begin().await.expect("a transaction");
    release::put(&mut tx, name, b"archive", NOW).await.expect("a release");
    tx.commit().await.expect("kept");
    db.close().await;
    (folder, file)
}

async fn open(file: &Path) -> Db {
    let db = Db::open(&format!("sqlite:{}", file.display())).await.expect("a database");
    migration::apply(&db, NOW).await.expect("the schema");
    db
}

async fn held(file: &Path) -> Vec<String> {
    let db = open(file).await;
    let held = release::list(&db).await.expect("the releases");
    db.close().await;
    held
}

fn files(folder: &Path) -> Vec<String> {
    let mut names: Vec<String> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("a file").file_name().to_string_lossy().into_owned())
        .collect();
    names.sort();
    names
}

#[tokio::test]
async fn a_backup_goes_elsewhere_and_comes_back() {
    let (folder, file) = database("first").await;
    let copy = folder.path().join("copy");
    let serving = open(&file).await;
    take(&file, &copy).expect("a backup while the database is open");
    assert!(matches!(take(&file, &copy), Err(BackupError::FileExists(_))));
    serving.close().await;
    drop(serving);

    let elsewhere = tempfile::tempdir().expect("a folder");
    let target = elsewhere.path().join("pix.db");
    assert_eq!(put_back(&copy, &target, false, NOW).expect("restored"), None);
    assert_eq!(files(elsewhere.path()), ["pix.db"]);
    assert_eq!(held(&target).await, ["first"]);
}

#[tokio::test]
async fn an_old_database_is_kept_beside() {
    let (folder, file) = database("new").await;
    let copy = folder.path().join("copy");
    take(&file, &copy).expect("a backup");
    let (_elsewhere, target) = database("old").await;

    assert!(matches!(put_back(&copy, &target, false, NOW), Err(BackupError::DatabaseExists(_))));
    let serving = open(&target).await;
    assert!(matches!(put_back(&copy, &target, true, NOW), Err(BackupError::InUse(_))));
    serving.close().await;
    drop(serving);
    assert_eq!(held(&target).await, ["old"], "refusals change nothing");

    let kept = put_back(&copy, &target, true, NOW).expect("restored").expect("the old one");
    assert_eq!((held(&target).await, held(&kept).await), (vec!["new".to_owned()], vec!["old".to_owned()]));
}

#[tokio::test]
async fn a_damaged_database_can_be_replaced() {
    let (folder, file) = database("new").await;
    let copy = folder.path().join("copy");
    take(&file, &copy).expect("a backup");
    fs::write(&file, "not a database at all, whatever its name says").expect("written");
    let kept = put_back(&copy, &file, true, NOW).expect("restored").expect("the old one");
    assert_eq!(held(&file).await, ["new"]);
    assert!(fs::read(kept).expect("kept").starts_with(b"not a database"));
}

#[tokio::test]
async fn what_is_not_a_sound_backup_is_refused() {
    let (folder, file) = database("old").await;
    let copy = folder.path().join("copy");
    let check = |name: &str, change: &dyn Fn(&Path), expected: &str| {
        let _ = fs::remove_file(&copy);
        take(&file, &copy).expect("a backup");
        change(&copy);
        let before = files(folder.path());
        let refused = put_back(&copy, &file, true, NOW).expect_err(name).to_string();
        assert!(refused.contains(expected), "{name}: {refused}");
        assert_eq!(files(folder.path()), before, "{name}: nothing is left behind");
    };
    check("no file", &|copy| fs::remove_file(copy).expect("removed"), "there is no database here");
    check("empty", &|copy| fs::write(copy, "").expect("written"), "not a sound backup");
    check("text", &|copy| fs::write(copy, "hello ".repeat(500)).expect("written"), "not a sound backup");
    check("cut", &|copy| cut(copy), "not a sound backup");
    check(
        "newer",
        &|copy| run(copy, "INSERT INTO schema_migration VALUES ('9999_later', 'x', 1)"),
        "9999_later, which this program does not know",
    );
    check(
        "changed",
        &|copy| run(copy, "UPDATE schema_migration SET checksum = 'x'"),
        "migration 0001_learner was another one",
    );
    check("foreign", &|copy| run(copy, "DROP TABLE schema_migration"), "not a sound backup");
    let orphan = "PRAGMA foreign_keys=OFF; INSERT INTO session VALUES (x'00', 7, 1, 1, 1, 'd')";
    check("orphan", &|copy| run(copy, orphan), "refers to one that does not exist");
    assert_eq!(held(&file).await, ["old"]);
}

fn cut(copy: &Path) {
    let bytes = fs::read(copy).expect("bytes");
    fs::write(copy, &bytes[..bytes.len() / 2]).expect("written");
}

fn run(copy: &Path, sql: &str) {
    rusqlite::Connection::open(copy).expect("opens").execute_batch(sql).expect("runs");
}
