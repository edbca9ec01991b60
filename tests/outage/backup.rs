//! A backup is taken while people answer: put back elsewhere, it holds one instant of it, whole.

use std::ops::RangeInclusive;
use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::candidate::Candidate;
use crate::ledger::{Kept, Ledger};
use crate::site::{self, Site};

/// People who answer at the same time, each one question after the other.
const PEOPLE: usize = 20;
/// The answers of each before the backup; every test has several times as many questions.
const FIRST: u16 = 2;
/// The answers of each, at most, while the backup is taken.
const MEANWHILE: u16 = 10;

#[tokio::test(flavor = "multi_thread")]
async fn backup_under_load_sqlite() {
    let site = Site::on_sqlite();
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        people.push(Arc::new(Candidate::begin(&site, number).await));
    }
    for person in &people {
        answer(person, 1..=FIRST).await;
    }
    let live = Ledger::of(&site).await;
    let before = all(&live, &people).await;

    let done = Arc::new(AtomicBool::new(false));
    let answering: Vec<_> = people
        .iter()
        .map(|person| tokio::spawn(answer_until(Arc::clone(person), Arc::clone(&done))))
        .collect();
    let file = site.data().join("backup");
    run(site.data(), &["backup", &file.to_string_lossy(), "--database", site.database()]).await;
    done.store(true, Ordering::SeqCst);
    for person in answering {
        person.await.expect("every answer is accepted");
    }
    let after = all(&live, &people).await;

    let elsewhere = tempfile::tempdir().expect("a folder");
    let database = format!("sqlite:{}", elsewhere.path().join("pix.db").display());
    run(site.data(), &["restore", &file.to_string_lossy(), "--database", &database]).await;
    let restored = Ledger::over(&database).await;
    let found = all(&restored, &people).await;
    for ((before, found), after) in before.iter().zip(&found).zip(&after) {
        check(&restored, before, found, after);
    }
    let [before, found, after] =
        [before, found, after].map(|people| people.iter().map(|kept| kept.answers.len()).sum::<usize>());
    assert!(before < after, "people answered meanwhile: {before}, {after}");
    println!("SQLite: {before} answers before the backup, {found} in it, {after} when it was done");
}

/// What holds of each person in the backup.
fn check(restored: &Ledger, before: &Kept, found: &Kept, after: &Kept) {
    let kept = found.answers.len();
    assert!(kept >= before.answers.len(), "an answer older than the backup is missing: {found:?}");
    assert_eq!(found.answers, after.answers[..kept], "the backup holds the beginning of the story");
    let each_once: Vec<i64> = (1..).take(kept).collect();
    assert_eq!(found.positions(), each_once, "no gap");
    assert_eq!(found.version, i64::try_from(kept).expect("few") + 1, "one state per answer");
    assert_eq!(found.state, restored.rebuilt(found), "the state is the one that the answers make");
}

async fn all(ledger: &Ledger, people: &[Arc<Candidate>]) -> Vec<Kept> {
    let mut all = Vec::new();
    for person in people {
        all.push(ledger.kept(person).await);
    }
    all
}

/// Answers at least once, and until the backup is done.
async fn answer_until(person: Arc<Candidate>, done: Arc<AtomicBool>) {
    for position in FIRST + 1..=FIRST + MEANWHILE {
        answer(&person, position..=position).await;
        if done.load(Ordering::SeqCst) {
            return;
        }
    }
}

async fn answer(person: &Candidate, positions: RangeInclusive<u16>) {
    for position in positions {
        person.answer(position).await.expect("a reply");
    }
}

async fn run(folder: &Path, arguments: &[&str]) {
    let mut command = tokio::process::Command::from(site::program(folder));
    let done = command.args(arguments).output().await.expect("the program runs");
    assert!(done.status.success(), "{arguments:?}: {done:?}");
}
