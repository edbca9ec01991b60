//! What surrounds the tests: mistakes by pages, resets, marks on tutorials, notices.

use super::{an_attempt, signed_in};
use crate::account::Creation;
use crate::answer::{self, Answer};
use crate::attempt::{self, Attempt};
use crate::mistake::{self, Sought};
use crate::reset::{self, Reset};
use crate::trial::{self, NOW};
use crate::tutorial_mark::{self, Mark};
use crate::{AttemptId, Db, ResetId, notice};

/// The number of a right answer in these tests.
const RIGHT: i64 = 1;

fn an_answer(attempt: &Attempt, position: i64, status: i64) -> Answer {
    Answer {
        account_id: attempt.account_id,
        attempt_id: attempt.id,
        position,
        family: position * 10,
        lang: "fr".to_owned(),
        status,
        mistake: None,
        page_left: position >= 2,
        value: "1".to_owned(),
        seconds: 4,
        answered_at: NOW + position,
    }
}

async fn check_mistakes(db: Db) {
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let older = an_attempt(zoe, 1);
    let newer = Attempt { id: AttemptId::new(NOW + 9, 0), competence: "4.1".to_owned(), ..older.clone() };
    let foreign = an_attempt(zed, 3);
    let mut tx = db.begin().await.unwrap();
    for (attempt, wrong) in [(&older, [2, 3]), (&newer, [1, 3]), (&foreign, [1, 2])] {
        attempt::start(&mut tx, attempt).await.unwrap();
        for position in 1..=3 {
            let status = if wrong.contains(&position) { 3 } else { RIGHT };
            answer::append(&mut tx, &an_answer(attempt, position, status)).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    let check = async |competence: &str, without: &[i64], after, limit, expected: &[(AttemptId, i64)]| {
        let sought = Sought { account: zoe, right: RIGHT, competence, families: &[], without };
        let page = mistake::page(&db, sought, after, limit).await.unwrap();
        let found: Vec<_> = page.iter().map(|mistake| (mistake.attempt_id, mistake.position)).collect();
        assert_eq!(found, expected, "{competence} {without:?} {after:?}");
        assert!(page.iter().all(|mistake| mistake.family == mistake.position * 10 && mistake.status == 3));
        mistake::count(&db, sought).await.unwrap()
    };
    let all = [(newer.id, 3), (newer.id, 1), (older.id, 3), (older.id, 2)];
    assert_eq!(check("", &[], None, 9, &all).await, 4);
    assert_eq!(check("", &[], None, 2, &all[..2]).await, 4, "the count is that of all pages");
    assert_eq!(check("", &[], Some(all[1]), 9, &all[2..]).await, 4);
    assert_eq!(check("", &[], Some(all[3]), 9, &[]).await, 4);
    assert_eq!(check("4.1", &[], None, 9, &all[..2]).await, 2);
    assert_eq!(check("9.9", &[], None, 9, &[]).await, 0);
    assert_eq!(check("", &[30], None, 9, &[all[1], all[3]]).await, 2);
    assert_eq!(check("1.2", &[30, 20], Some((newer.id, i64::MAX)), 9, &[]).await, 0);
}

/// A campaign's test has several competences: the families tell which mistakes are of one.
async fn check_mistakes_of_campaigns(db: Db) {
    let zoe = signed_in(&db, 1).await.id;
    let single = an_attempt(zoe, 1);
    let campaign = Attempt {
        id: AttemptId::new(NOW + 9, 0),
        competence: "campaign".to_owned(),
        tubes: Some("1.2-a:3 4.1-a:2".to_owned()),
        ..single.clone()
    };
    let mut tx = db.begin().await.unwrap();
    for attempt in [&single, &campaign] {
        attempt::start(&mut tx, attempt).await.unwrap();
        for position in 1..=2 {
            answer::append(&mut tx, &an_answer(attempt, position, 3)).await.unwrap();
        }
    }
    tx.commit().await.unwrap();
    let check = async |competence: &str, families: &[i64], expected: &[(AttemptId, i64)]| {
        let sought = Sought { account: zoe, right: RIGHT, competence, families, without: &[] };
        let page = mistake::page(&db, sought, None, 9).await.unwrap();
        let found: Vec<_> = page.iter().map(|mistake| (mistake.attempt_id, mistake.position)).collect();
        assert_eq!(found, expected, "{competence} {families:?}");
        assert_eq!(mistake::count(&db, sought).await.unwrap(), expected.len() as i64);
    };
    let (of_campaign, of_single) = ([(campaign.id, 2), (campaign.id, 1)], [(single.id, 2), (single.id, 1)]);
    check("", &[], &[of_campaign, of_single].concat()).await;
    check("4.1", &[20], &of_campaign[..1]).await;
    check("4.1", &[], &[]).await;
    check("1.2", &[10], &[&of_campaign[1..], &of_single[..]].concat()).await;
}

#[tokio::test]
async fn mistakes_made_in_campaigns_are_of_their_competence() {
    trial::each(check_mistakes_of_campaigns).await;
}

#[tokio::test]
async fn mistakes_are_read_by_pages() {
    trial::each(check_mistakes).await;
}

async fn check_resets(db: Db) {
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let made = |number: i64, framework: &str| Reset {
        account_id: zoe,
        id: ResetId::new(NOW + number, 0),
        framework: framework.to_owned(),
        competence: "1.2".to_owned(),
        reset_at: NOW + number,
    };
    let (first, second, edu) = (made(1, "crcn"), made(2, "crcn"), made(3, "edu"));
    let mut tx = db.begin().await.unwrap();
    for reset in [&second, &first, &edu] {
        assert_eq!(reset::append(&mut tx, reset).await.unwrap(), Creation::Created);
    }
    assert_eq!(reset::append(&mut tx, &first).await.unwrap(), Creation::Taken);
    tx.commit().await.unwrap();
    let list =
        async |account, after, limit| reset::of_account(&db, account, "crcn", after, limit).await.unwrap();
    assert_eq!(list(zoe, None, 9).await, [first.clone(), second.clone()]);
    assert_eq!(list(zoe, None, 1).await, std::slice::from_ref(&first));
    assert_eq!(list(zoe, Some(first.id), 9).await, [second]);
    assert_eq!(list(zed, None, 9).await, []);
}

#[tokio::test]
async fn resets_are_kept_in_their_order() {
    trial::each(check_resets).await;
}

async fn check_marks(db: Db) {
    let (zoe, zed) = (signed_in(&db, 1).await.id, signed_in(&db, 2).await.id);
    let mut tx = db.begin().await.unwrap();
    for (tutorial, at) in [("a", Some(NOW)), ("b", Some(NOW + 1)), ("a", Some(NOW + 2)), ("c", None)] {
        tutorial_mark::save(&mut tx, zoe, tutorial, at).await.unwrap();
    }
    tutorial_mark::find_useful(&mut tx, zoe, "a", Some(NOW + 3)).await.unwrap();
    tutorial_mark::find_useful(&mut tx, zoe, "d", Some(NOW + 4)).await.unwrap();
    tutorial_mark::save(&mut tx, zed, "z", Some(NOW)).await.unwrap();
    tx.commit().await.unwrap();
    let mark =
        |tutorial: &str, saved_at, useful_at| Mark { tutorial: tutorial.to_owned(), saved_at, useful_at };
    let kept = tutorial_mark::of_account(&db, zoe).await.unwrap();
    let first = mark("a", Some(NOW), Some(NOW + 3));
    assert_eq!(kept, [mark("b", Some(NOW + 1), None), first.clone(), mark("d", None, Some(NOW + 4))]);
    assert_eq!(tutorial_mark::of_tutorial(&db, zoe, "a").await.unwrap(), Some(first));
    assert_eq!(tutorial_mark::of_tutorial(&db, zoe, "z").await.unwrap(), None, "somebody else's");
    let mut tx = db.begin().await.unwrap();
    for _ in 0..2 {
        tutorial_mark::save(&mut tx, zoe, "a", None).await.unwrap();
        tutorial_mark::find_useful(&mut tx, zoe, "d", None).await.unwrap();
    }
    tx.commit().await.unwrap();
    let left = tutorial_mark::of_tutorial(&db, zoe, "a").await.unwrap();
    assert_eq!(left, Some(mark("a", None, Some(NOW + 3))), "one mark does not take the other away");
}

#[tokio::test]
async fn tutorials_are_marked_and_unmarked() {
    trial::each(check_marks).await;
}

async fn check_notices(db: Db) {
    let zoe = signed_in(&db, 1).await.id;
    assert_eq!(notice::read_at(&db, zoe, "welcome").await.unwrap(), None);
    for at in [NOW, NOW + 5] {
        let mut tx = db.begin().await.unwrap();
        notice::read(&mut tx, zoe, "welcome", at).await.unwrap();
        tx.commit().await.unwrap();
    }
    assert_eq!(notice::read_at(&db, zoe, "welcome").await.unwrap(), Some(NOW));
    assert_eq!(notice::read_at(&db, zoe, "other").await.unwrap(), None);
}

#[tokio::test]
async fn a_notice_is_read_once() {
    trial::each(check_notices).await;
}
