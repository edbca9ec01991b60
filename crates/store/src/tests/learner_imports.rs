//! Files of learners: one at a time, applied at once, undone where nothing changed since, forgotten after some days.

use super::signed_in;
use crate::account::Creation;
use crate::learner::{self, Learner};
use crate::learner_import::{self as import, Change, Kind, State, UNDONE_WITHIN_MS, Upload};
use crate::learner_list;
use crate::organisation::{self, Kind as School, Organisation};
use crate::trial::{self, NOW};
use crate::{AccountId, Db, ImportId, LearnerId, OrganisationId};

async fn school(db: &Db, number: u64) -> OrganisationId {
    let id = OrganisationId::new(NOW, number);
    let school = Organisation {
        external_id: Some("0999901Z".to_owned()),
        ..Organisation::new(id, School::Sco, "Collège", NOW)
    };
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, &school).await.unwrap();
    tx.commit().await.unwrap();
    id
}

fn pupil(school: OrganisationId, number: u64, name: &str, division: &str) -> Learner {
    let id = LearnerId::new(NOW, number);
    Learner {
        key: format!("ine:{number}"),
        sought: format!("test {}", name.to_lowercase()),
        division: Some(division.to_owned()),
        ..Learner::new(school, id, (name, "Test"), NOW)
    }
}

async fn upload(db: &Db, organisation: OrganisationId, number: u64, by: AccountId) -> Creation {
    let id = ImportId::new(NOW, number);
    let sent = Upload { organisation, id, by, format: "siecle", file_name: "a.xml", file: b"<a/>" };
    let mut tx = db.begin().await.unwrap();
    let made = import::upload(&mut tx, &sent, NOW).await.unwrap();
    tx.commit().await.unwrap();
    made
}

async fn check_one_at_a_time(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let zoe = signed_in(&db, 1).await.id;
    let first = ImportId::new(NOW, 1);
    assert_eq!(upload(&db, here, 1, zoe).await, Creation::Created);
    assert_eq!(upload(&db, here, 2, zoe).await, Creation::Taken, "the first is not ended");
    assert_eq!(upload(&db, elsewhere, 3, zoe).await, Creation::Created);
    assert_eq!(import::by_id(&db, elsewhere, first).await.unwrap(), None);
    let waiting = import::waiting(&db, first).await.unwrap().unwrap();
    assert_eq!((waiting.external_id.as_deref(), waiting.file.as_slice()), (Some("0999901Z"), &b"<a/>"[..]));
    let mut tx = db.begin().await.unwrap();
    assert!(import::read(&mut tx, first, State::Refused, "{}", NOW + 1).await.unwrap());
    assert!(!import::read(&mut tx, first, State::Previewed, "{}", NOW + 1).await.unwrap(), "once");
    assert!(!import::cancel(&mut tx, here, first).await.unwrap(), "it is ended");
    tx.commit().await.unwrap();
    assert_eq!(import::waiting(&db, first).await.unwrap(), None, "the file is dropped");
    assert_eq!(upload(&db, here, 4, zoe).await, Creation::Created);
    let mut tx = db.begin().await.unwrap();
    let fourth = ImportId::new(NOW, 4);
    assert!(!import::apply(&mut tx, here, fourth, NOW).await.unwrap(), "it is not read");
    assert!(!import::cancel(&mut tx, elsewhere, fourth).await.unwrap());
    assert!(import::cancel(&mut tx, here, fourth).await.unwrap());
    tx.commit().await.unwrap();
    let latest = import::latest(&db, here).await.unwrap().unwrap();
    let seen = (latest.id, latest.state, latest.first_name.as_deref());
    assert_eq!(seen, (fourth, State::Cancelled, Some("Zoé")));
}

#[tokio::test]
async fn an_organisation_imports_one_file_at_a_time() {
    trial::each(check_one_at_a_time).await;
}

/// A list of three, and a file that moves the first, misses the second, brings the third back and adds a fourth.
async fn previewed(db: &Db) -> (OrganisationId, ImportId) {
    let here = school(db, 1).await;
    let zoe = signed_in(db, 1).await.id;
    let id = ImportId::new(NOW, 1);
    let mut tx = db.begin().await.unwrap();
    for (number, name) in [(1, "Léa"), (2, "Tom"), (3, "Ana")] {
        learner::add(&mut tx, &pupil(here, number, name, "6A")).await.unwrap();
    }
    tx.commit().await.unwrap();
    assert_eq!(upload(db, here, 1, zoe).await, Creation::Created);
    let line = |number: u64, name: &str, more: &str| {
        format!(
            r#"{{"key":"ine:{number}","sought":"test {}","last_name":"Test","first_name":"{name}"{more}}}"#,
            name.to_lowercase()
        )
    };
    let (a, b) = (r#","division":"6A""#, r#","division":"6B""#);
    let known = |number| LearnerId::new(NOW, number).number();
    let gone = format!(r#"{a},"disabled_at":{}"#, NOW - 5);
    let lines = [
        (1, "moved", known(1), line(1, "Léa", a), line(1, "Léa", b)),
        (2, "back", known(3), line(3, "Ana", &gone), line(3, "Ana", a)),
        (3, "added", known(4), String::new(), line(4, "Zed", b)),
        (4, "disabled", known(2), line(2, "Tom", a), line(2, "Tom", a)),
    ];
    let text: Vec<String> = lines
        .iter()
        .map(|(position, kind, learner, before, after)| {
            let before = if before.is_empty() { String::new() } else { format!(r#""before":{before},"#) };
            format!(
                r#"{{"position":{position},"kind":"{kind}","learner":{learner},"line":{position},"name":"Test",
                    "division":"6B","why":"division",{before}"after":{after}}}"#
            )
        })
        .collect();
    let mut tx = db.begin().await.unwrap();
    crate::db::q("UPDATE learner SET disabled_at = $1 WHERE key = 'ine:3'")
        .bind(NOW - 5)
        .exec(&mut tx)
        .await
        .unwrap();
    assert!(import::read(&mut tx, id, State::Previewed, "{}", NOW + 1).await.unwrap());
    import::note(&mut tx, id, &format!("[{}]", text.join(","))).await.unwrap();
    let skipped = r#"[{"position":5,"kind":"skipped","line":9,"name":"X","why":"left"}]"#;
    import::note(&mut tx, id, skipped).await.unwrap();
    tx.commit().await.unwrap();
    (here, id)
}

/// Name, class and whether each is disabled.
async fn list(db: &Db, school: OrganisationId) -> Vec<(String, Option<String>, bool)> {
    let lines = learner_list::whole(db, school).await.unwrap();
    lines.into_iter().map(|line| (line.first_name, line.division, line.disabled_at.is_some())).collect()
}

fn row(name: &str, division: &str, disabled: bool) -> (String, Option<String>, bool) {
    (name.to_owned(), Some(division.to_owned()), disabled)
}

async fn check_apply(db: Db) {
    let (here, id) = previewed(&db).await;
    let before = [row("Léa", "6A", false), row("Tom", "6A", false), row("Ana", "6A", true)];
    assert_eq!(list(&db, here).await, before, "a preview changes nothing");
    let all = import::changes(&db, id, None, (0, 50)).await.unwrap();
    let kinds: Vec<Kind> = all.iter().map(|change| change.kind).collect();
    assert_eq!(kinds, [Kind::Moved, Kind::Back, Kind::Added, Kind::Disabled, Kind::Skipped]);
    let moved = import::changes(&db, id, Some(Kind::Moved), (0, 50)).await.unwrap();
    let expected = Change {
        kind: Kind::Moved,
        line: Some(1),
        name: "Test".to_owned(),
        division: Some("6B".to_owned()),
        division_before: Some("6A".to_owned()),
        why: "division".to_owned(),
    };
    assert_eq!(moved, [expected]);
    assert_eq!(import::changes(&db, id, None, (4, 50)).await.unwrap().len(), 1);
    let mut tx = db.begin().await.unwrap();
    assert!(import::apply(&mut tx, here, id, NOW + 10).await.unwrap());
    assert!(!import::apply(&mut tx, here, id, NOW + 11).await.unwrap(), "once");
    tx.commit().await.unwrap();
    let after =
        [row("Léa", "6B", false), row("Tom", "6A", true), row("Ana", "6A", false), row("Zed", "6B", false)];
    assert_eq!(list(&db, here).await, after);
    let mut tx = db.begin().await.unwrap();
    assert!(import::undo(&mut tx, here, id, NOW + 20).await.unwrap());
    assert!(!import::undo(&mut tx, here, id, NOW + 21).await.unwrap(), "once");
    tx.commit().await.unwrap();
    assert_eq!(list(&db, here).await, before);
    let ana = learner_list::whole(&db, here).await.unwrap().into_iter().find(|one| one.first_name == "Ana");
    assert_eq!(ana.and_then(|ana| ana.disabled_at), Some(NOW - 5), "since the same day as before");
}

#[tokio::test]
async fn a_file_is_applied_at_once_and_undone() {
    trial::each(check_apply).await;
}

/// Reads that are enough for a statement that waits for nobody to be over.
const MEANWHILE: usize = 50;

/// An upload that is not committed yet, and undoing at the same instant: one waits for the other.
async fn check_upload_meanwhile(db: Db) {
    let (here, id) = previewed(&db).await;
    let zoe = signed_in(&db, 2).await.id;
    let mut tx = db.begin().await.unwrap();
    assert!(import::apply(&mut tx, here, id, NOW + 10).await.unwrap());
    tx.commit().await.unwrap();
    let second = ImportId::new(NOW, 2);
    let sent = Upload {
        organisation: here,
        id: second,
        by: zoe,
        format: "siecle",
        file_name: "b.xml",
        file: b"<b/>",
    };
    let mut uploading = db.begin().await.unwrap();
    assert_eq!(import::upload(&mut uploading, &sent, NOW + 20).await.unwrap(), Creation::Created);
    let undo = async {
        let mut tx = db.begin().await.unwrap();
        let undone = import::undo(&mut tx, here, id, NOW + 21).await.unwrap();
        tx.commit().await.unwrap();
        undone
    };
    let commit = async {
        for _ in 0..MEANWHILE {
            assert_eq!(import::by_id(&db, here, id).await.unwrap().unwrap().state, State::Applied);
        }
        uploading.commit().await.unwrap();
    };
    let (undone, ()) = tokio::join!(undo, commit);
    assert!(!undone, "the file that came meanwhile counts on the list");
    let import = import::by_id(&db, here, id).await.unwrap().unwrap();
    assert!(import.followed && !import.can_be_undone(NOW + 22), "and the page says so");
    // Confirming the second and undoing the first: whoever comes first, the first stays.
    let mut tx = db.begin().await.unwrap();
    assert!(import::read(&mut tx, second, State::Previewed, "{}", NOW + 23).await.unwrap());
    tx.commit().await.unwrap();
    let mut confirming = db.begin().await.unwrap();
    assert!(import::apply(&mut confirming, here, second, NOW + 24).await.unwrap());
    let undo = async {
        let mut tx = db.begin().await.unwrap();
        let undone = import::undo(&mut tx, here, id, NOW + 25).await.unwrap();
        tx.commit().await.unwrap();
        undone
    };
    let (undone, committed) = tokio::join!(undo, confirming.commit());
    committed.unwrap();
    assert!(!undone, "what was confirmed meanwhile counts on the list");
}

#[tokio::test]
async fn undoing_waits_for_a_file_that_comes_at_the_same_instant() {
    trial::each(check_upload_meanwhile).await;
}

/// Undoing that is not committed yet, and an upload at the same instant: the file is read once the list is back.
async fn check_undo_meanwhile(db: Db) {
    let (here, id) = previewed(&db).await;
    let zoe = signed_in(&db, 2).await.id;
    let mut tx = db.begin().await.unwrap();
    assert!(import::apply(&mut tx, here, id, NOW + 10).await.unwrap());
    tx.commit().await.unwrap();
    let mut undoing = db.begin().await.unwrap();
    assert!(import::undo(&mut undoing, here, id, NOW + 20).await.unwrap());
    let commit = async {
        for _ in 0..MEANWHILE {
            let latest = import::latest(&db, here).await.unwrap().unwrap();
            assert_eq!((latest.id, latest.state), (id, State::Applied), "the file waits for the list");
        }
        undoing.commit().await.unwrap();
    };
    let (made, ()) = tokio::join!(upload(&db, here, 2, zoe), commit);
    assert_eq!(made, Creation::Created);
    let first = import::by_id(&db, here, id).await.unwrap().unwrap();
    assert_eq!(first.state, State::Undone);
}

#[tokio::test]
async fn a_file_waits_for_undoing_at_the_same_instant() {
    trial::each(check_undo_meanwhile).await;
}

async fn check_undo_spares(db: Db) {
    let (here, id) = previewed(&db).await;
    let zed = signed_in(&db, 2).await.id;
    let mut tx = db.begin().await.unwrap();
    assert!(import::apply(&mut tx, here, id, NOW + 10).await.unwrap());
    assert!(learner::link(&mut tx, here, LearnerId::new(NOW, 4), zed, NOW + 11).await.unwrap());
    assert!(import::undo(&mut tx, here, id, NOW + 20).await.unwrap());
    tx.commit().await.unwrap();
    let names: Vec<_> = list(&db, here).await.into_iter().map(|(name, ..)| name).collect();
    assert_eq!(names, ["Léa", "Tom", "Ana", "Zed"], "whoever joined meanwhile stays");
}

#[tokio::test]
async fn undoing_spares_what_changed_since() {
    trial::each(check_undo_spares).await;
}

async fn check_sweep(db: Db) {
    let (here, id) = previewed(&db).await;
    let mut tx = db.begin().await.unwrap();
    assert!(import::apply(&mut tx, here, id, NOW + 10).await.unwrap());
    let later = NOW + 10 + UNDONE_WITHIN_MS;
    assert_eq!(import::sweep(&mut tx, later - 1, 500).await.unwrap(), 0);
    assert_eq!(import::sweep(&mut tx, later, 3).await.unwrap(), 3);
    assert_eq!(import::sweep(&mut tx, later, 500).await.unwrap(), 2);
    assert!(!import::undo(&mut tx, here, id, later).await.unwrap(), "its days are over");
    tx.commit().await.unwrap();
    let kept = import::by_id(&db, here, id).await.unwrap().unwrap();
    assert_eq!((kept.state, kept.file_name.as_str(), kept.report.as_str()), (State::Applied, "", ""));
    assert!(!kept.can_be_undone(later));
}

#[tokio::test]
async fn imports_are_forgotten_after_a_week() {
    trial::each(check_sweep).await;
}

async fn check_unconfirmed(db: Db) {
    let (here, id) = previewed(&db).await;
    let mut tx = db.begin().await.unwrap();
    assert_eq!(import::sweep(&mut tx, NOW + UNDONE_WITHIN_MS, 500).await.unwrap(), 5);
    tx.commit().await.unwrap();
    let kept = import::by_id(&db, here, id).await.unwrap().unwrap();
    assert_eq!(kept.state, State::Cancelled);
}

#[tokio::test]
async fn an_import_that_nobody_confirms_is_given_up() {
    trial::each(check_unconfirmed).await;
}

async fn check_pages(db: Db) {
    let (here, elsewhere) = (school(&db, 1).await, school(&db, 2).await);
    let mut tx = db.begin().await.unwrap();
    let zed = LearnerId::new(NOW, 2);
    learner::add(&mut tx, &pupil(here, 1, "Léa", "6A")).await.unwrap();
    learner::add(&mut tx, &pupil(elsewhere, 2, "Zed", "6B")).await.unwrap();
    tx.commit().await.unwrap();
    let sought = learner_list::sought(&db, here, false).await.unwrap();
    assert_eq!(sought.iter().map(|one| one.sought.as_str()).collect::<Vec<_>>(), ["test léa"]);
    assert_eq!(learner_list::sought(&db, here, true).await.unwrap(), []);
    let ids = sought.iter().map(|one| one.id).chain([zed]);
    let listed = learner_list::listed(&db, here, ids).await.unwrap();
    let seen: Vec<_> =
        listed.iter().map(|one| (one.first_name.as_str(), one.linked, one.participations)).collect();
    assert_eq!(seen, [("Léa", false, 0)], "nobody of another school");
}

#[tokio::test]
async fn a_list_is_of_one_school() {
    trial::each(check_pages).await;
}
