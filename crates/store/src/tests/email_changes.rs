//! Changes of address: one waits per person, few tries, never somebody else's address.

use super::{signed_in, someone};
use crate::account::{self, Creation};
use crate::email_change::{self, EmailChange, Request};
use crate::trial::{self, NOW};
use crate::{AccountId, Db, TokenHash};

fn change(account_id: AccountId, email: &str, created_at: i64) -> EmailChange {
    EmailChange {
        account_id,
        email: email.to_owned(),
        code_hash: TokenHash::of("123456"),
        created_at,
        expires_at: created_at + 1_000,
        tries: 0,
    }
}

async fn check_requests(db: Db) {
    let zoe = signed_in(&db, 1).await;
    signed_in(&db, 2).await;
    let mut tx = db.begin().await.unwrap();
    for (email, at, since, expected) in [
        ("new@example.org", NOW, NOW - 10, Request::Waiting),
        ("other@example.org", NOW + 5, NOW - 5, Request::TooSoon),
        ("zoe2@example.org", NOW + 10, NOW, Request::Taken),
        ("newer@example.org", NOW + 20, NOW + 10, Request::Waiting),
    ] {
        let asked = email_change::put(&mut tx, &change(zoe.id, email, at), since).await.unwrap();
        assert_eq!(asked, expected, "{email}");
    }
    tx.commit().await.unwrap();
    let newest = change(zoe.id, "newer@example.org", NOW + 20);
    assert_eq!(email_change::find(&db, zoe.id, NOW + 1_019).await.unwrap(), Some(newest));
    assert_eq!(email_change::find(&db, zoe.id, NOW + 1_020).await.unwrap(), None);
    assert_eq!(email_change::find(&db, someone(2).id, NOW).await.unwrap(), None);
}

async fn check_tries(db: Db) {
    let zoe = signed_in(&db, 1).await;
    let mut tx = db.begin().await.unwrap();
    let asked = change(zoe.id, "new@example.org", NOW);
    email_change::put(&mut tx, &asked, NOW).await.unwrap();
    for (now, expected) in [(NOW, Some(1)), (NOW + 1_000, None), (NOW + 999, Some(2)), (NOW, None)] {
        let tried = email_change::attempt(&mut tx, zoe.id, 2, now).await.unwrap();
        assert_eq!(tried.map(|change| change.tries), expected, "at {now}");
    }
    assert_eq!(email_change::attempt(&mut tx, someone(9).id, 2, NOW).await.unwrap(), None);
    assert_eq!(email_change::sweep(&mut tx, NOW + 1_000, 10).await.unwrap(), 0);
    assert_eq!(email_change::sweep(&mut tx, NOW + 1_001, 10).await.unwrap(), 1);
    tx.commit().await.unwrap();
}

async fn check_resending(db: Db) {
    let zoe = signed_in(&db, 1).await;
    signed_in(&db, 2).await;
    let mut tx = db.begin().await.unwrap();
    email_change::put(&mut tx, &change(zoe.id, "new@example.org", NOW), NOW).await.unwrap();
    email_change::attempt(&mut tx, zoe.id, 5, NOW).await.unwrap();
    let second = TokenHash::of("654321");
    for (now, since, expected) in [
        (NOW + 6, NOW - 1, None),
        (NOW + 7, NOW, Some(false)),
        (NOW + 20, NOW + 7, Some(false)),
        (NOW + 40, NOW + 33, None),
    ] {
        let resent = email_change::resend(&mut tx, zoe.id, second, since, 3, now).await.unwrap();
        assert_eq!(resent.map(|resent| resent.taken), expected, "at {now}");
    }
    let waiting = email_change::find(&mut tx, zoe.id, NOW).await.unwrap().unwrap();
    assert_eq!((waiting.code_hash, waiting.created_at, waiting.tries), (second, NOW + 20, 1));
    assert_eq!(waiting.expires_at, NOW + 1_000, "it does not last longer for that");
    assert_eq!(email_change::resend(&mut tx, zoe.id, second, NOW + 900, 9, NOW + 1_000).await.unwrap(), None);
    email_change::put(&mut tx, &change(zoe.id, "zoe2@example.org", NOW + 50), NOW + 50).await.unwrap();
    let taken = email_change::resend(&mut tx, zoe.id, second, NOW + 50, 3, NOW + 60).await.unwrap();
    assert!(taken.is_some_and(|resent| resent.taken && resent.email == "zoe2@example.org"));
    assert_eq!(email_change::resend(&mut tx, someone(9).id, second, NOW, 3, NOW).await.unwrap(), None);
}

#[tokio::test]
async fn a_code_is_sent_again_after_a_while_a_few_times() {
    trial::each(check_resending).await;
}

async fn check_application(db: Db) {
    let zoe = signed_in(&db, 1).await;
    let other = signed_in(&db, 2).await;
    let mut tx = db.begin().await.unwrap();
    let asked = change(zoe.id, "new@example.org", NOW);
    email_change::put(&mut tx, &asked, NOW).await.unwrap();
    let theirs = change(zoe.id, "zoe2@example.org", NOW);
    assert_eq!(email_change::apply(&mut tx, &theirs, NOW).await.unwrap(), Creation::Taken);
    assert_eq!(email_change::apply(&mut tx, &asked, NOW + 7).await.unwrap(), Creation::Created);
    email_change::remove(&mut tx, zoe.id).await.unwrap();
    tx.commit().await.unwrap();
    let after = account::by_id(&db, zoe.id).await.unwrap().unwrap();
    assert_eq!((after.email.as_deref(), after.email_confirmed_at), (Some("new@example.org"), Some(NOW + 7)));
    assert_eq!(account::by_id(&db, other.id).await.unwrap(), Some(other));
    assert_eq!(email_change::find(&db, zoe.id, NOW).await.unwrap(), None);
}

#[tokio::test]
async fn one_change_waits_per_person() {
    trial::each(check_requests).await;
}

#[tokio::test]
async fn a_code_is_tried_a_few_times_and_for_a_time() {
    trial::each(check_tries).await;
}

#[tokio::test]
async fn an_address_of_somebody_else_is_not_taken() {
    trial::each(check_application).await;
}
