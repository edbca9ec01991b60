//! Accounts, sessions, mail links and legal documents.

use super::{a_session, in_force, signed_in, someone};
use crate::account::{self, Account, Creation, FOR_EVER, Role};
use crate::legal::{Acceptance, InForce};
use crate::mail_link::{self, MailLink};
use crate::trial::{self, NOW};
use crate::{Db, Error, TokenHash, legal, session};

async fn check_account(db: Db) {
    let zoe = signed_in(&db, 1).await;
    let other = Account {
        id: someone(2).id,
        email: None,
        username: Some("zoe.test0101".to_owned()),
        role: Role::Staff,
        ..someone(2)
    };
    let mut tx = db.begin().await.unwrap();
    assert_eq!(account::create(&mut tx, &other).await.unwrap(), Creation::Created);
    let rivals = [
        ("id", Account { email: None, ..zoe.clone() }),
        ("e-mail", Account { id: someone(3).id, ..zoe.clone() }),
        ("username", Account { id: someone(3).id, ..other.clone() }),
    ];
    for (same, rival) in rivals {
        assert_eq!(account::create(&mut tx, &rival).await.unwrap(), Creation::Taken, "same {same}");
    }
    tx.commit().await.unwrap();
    assert_eq!(account::by_email_or_username(&db, "zoe1@example.org").await.unwrap(), Some(zoe.clone()));
    assert_eq!(account::by_email_or_username(&db, "zoe.test0101").await.unwrap(), Some(other));
    assert_eq!(account::by_email_or_username(&db, "nobody").await.unwrap(), None);
    assert_eq!(account::by_id(&db, zoe.id).await.unwrap(), Some(zoe));
}

#[tokio::test]
async fn accounts_are_made_once_and_found() {
    trial::each(check_account).await;
}

async fn check_changes(db: Db) {
    let zoe = signed_in(&db, 1).await;
    let mut tx = db.begin().await.unwrap();
    assert_eq!(account::count_failure(&mut tx, zoe.id).await.unwrap(), Some(1));
    assert_eq!(account::count_failure(&mut tx, zoe.id).await.unwrap(), Some(2));
    assert_eq!(account::count_failure(&mut tx, someone(9).id).await.unwrap(), None);
    account::block(&mut tx, zoe.id, FOR_EVER).await.unwrap();
    let blocked = account::by_id(&mut tx, zoe.id).await.unwrap().unwrap();
    assert_eq!((blocked.failed_sign_ins, blocked.blocked_until), (2, Some(FOR_EVER)));
    assert!(
        !account::clear_failures(&mut tx, zoe.id, 1, NOW).await.unwrap(),
        "another attempt failed meanwhile"
    );
    assert!(account::clear_failures(&mut tx, zoe.id, 2, NOW + 5).await.unwrap());
    account::set_temporary_password(&mut tx, zoe.id, "given").await.unwrap();
    let given = account::by_id(&mut tx, zoe.id).await.unwrap().unwrap();
    assert_eq!((given.must_change_password, given.active_at), (true, Some(NOW + 5)));
    account::set_password(&mut tx, zoe.id, "new", NOW + 6).await.unwrap();
    account::confirm_email(&mut tx, zoe.id, NOW + 1).await.unwrap();
    account::confirm_email(&mut tx, zoe.id, NOW + 2).await.unwrap();
    account::set_lang(&mut tx, zoe.id, "en").await.unwrap();
    account::set_names(&mut tx, zoe.id, "Zoë", "Essai").await.unwrap();
    tx.commit().await.unwrap();
    let expected = Account {
        password_hash: Some("new".to_owned()),
        email_confirmed_at: Some(NOW + 1),
        lang: "en".to_owned(),
        first_name: "Zoë".to_owned(),
        last_name: "Essai".to_owned(),
        active_at: Some(NOW + 6),
        ..zoe
    };
    assert_eq!(account::by_id(&db, expected.id).await.unwrap(), Some(expected));
}

#[tokio::test]
async fn accounts_change() {
    trial::each(check_changes).await;
}

async fn check_session(db: Db) {
    let zoe = signed_in(&db, 1).await;
    let token = TokenHash::of("token-1");
    let visitor = session::find(&db, token, &in_force(), NOW).await.unwrap().unwrap();
    assert_eq!(
        (visitor.account_id, visitor.first_name.as_str(), visitor.terms_accepted),
        (zoe.id, "Zoé", false)
    );
    assert_eq!(session::find(&db, token, &in_force(), NOW + 1_000).await.unwrap(), None, "it has ended");
    assert_eq!(
        session::find(&db, TokenHash::of("token-2"), &in_force(), NOW).await.unwrap(),
        None,
        "another token"
    );
    let mut tx = db.begin().await.unwrap();
    session::touch(&mut tx, token, NOW + 500, NOW + 5_000).await.unwrap();
    legal::accept(&mut tx, zoe.id, in_force().terms(), NOW + 500).await.unwrap();
    legal::accept(&mut tx, zoe.id, in_force().terms(), NOW + 600).await.unwrap();
    session::open(&mut tx, &a_session("phone", zoe.id)).await.unwrap();
    tx.commit().await.unwrap();
    let visitor = session::find(&db, token, &in_force(), NOW + 1_000).await.unwrap().unwrap();
    assert_eq!((visitor.seen_at, visitor.expires_at, visitor.terms_accepted), (NOW + 500, NOW + 5_000, true));
    let newer = InForce { terms: "2027-01".to_owned(), ..in_force() };
    assert!(!session::find(&db, token, &newer, NOW).await.unwrap().unwrap().terms_accepted);
    let devices = session::list(&db, zoe.id, NOW).await.unwrap();
    assert_eq!(devices.iter().map(|one| one.token_hash).collect::<Vec<_>>(), [token, TokenHash::of("phone")]);
}

async fn check_documents(db: Db) {
    let zoe = signed_in(&db, 1).await;
    let token = TokenHash::of("token-1");
    let known = async |in_force: &InForce| {
        let visitor = session::find(&db, token, in_force, NOW).await.unwrap().unwrap();
        (visitor.terms_accepted, visitor.privacy_known, visitor.privacy_told)
    };
    assert_eq!(known(&in_force()).await, (false, false, false));
    let mut tx = db.begin().await.unwrap();
    legal::accept_all(&mut tx, zoe.id, &in_force(), NOW).await.unwrap();
    legal::accept_all(&mut tx, zoe.id, &in_force(), NOW + 1).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(known(&in_force()).await, (true, true, true));
    let newer = InForce { privacy: "4".to_owned(), ..in_force() };
    assert_eq!(known(&newer).await, (true, false, true));
    let mut tx = db.begin().await.unwrap();
    legal::accept(&mut tx, zoe.id, newer.privacy(), NOW + 2).await.unwrap();
    tx.commit().await.unwrap();
    assert_eq!(known(&newer).await, (true, true, true));
    let seen = legal::acceptances(&db, zoe.id).await.unwrap();
    let seen: Vec<_> = seen
        .iter()
        .map(|Acceptance { document, version, accepted_at }| {
            (document.as_str(), version.as_str(), *accepted_at)
        })
        .collect();
    assert_eq!(seen, [("privacy", "4", NOW + 2), ("privacy", "3", NOW), ("terms", "2026-09", NOW)]);
    assert_eq!(legal::acceptances(&db, someone(9).id).await.unwrap(), []);
}

#[tokio::test]
async fn documents_are_accepted_version_by_version() {
    trial::each(check_documents).await;
}

#[tokio::test]
async fn sessions_are_found_until_they_end() {
    trial::each(check_session).await;
}

async fn check_end(db: Db) {
    let zoe = signed_in(&db, 1).await;
    signed_in(&db, 2).await;
    let mut tx = db.begin().await.unwrap();
    for token in ["phone", "tablet", "school"] {
        session::open(&mut tx, &a_session(token, zoe.id)).await.unwrap();
    }
    session::close(&mut tx, TokenHash::of("phone")).await.unwrap();
    session::close(&mut tx, TokenHash::of("phone")).await.unwrap();
    assert_eq!(session::close_all(&mut tx, zoe.id).await.unwrap(), 3);
    assert_eq!(session::list(&mut tx, zoe.id, NOW).await.unwrap(), []);
    assert!(
        session::find(&mut tx, TokenHash::of("token-2"), &in_force(), NOW).await.unwrap().is_some(),
        "others stay"
    );
    assert_eq!(session::sweep(&mut tx, NOW + 1_000, 9).await.unwrap(), 0);
    assert_eq!(session::sweep(&mut tx, NOW + 1_001, 9).await.unwrap(), 1);
    let twice = [
        session::open(&mut tx, &a_session("x", zoe.id)).await,
        session::open(&mut tx, &a_session("x", zoe.id)).await,
    ];
    assert!(matches!(twice, [Ok(()), Err(Error::Unique(_))]), "{twice:?}");
}

#[tokio::test]
async fn sessions_end() {
    trial::each(check_end).await;
}

async fn a_link(db: &Db, token: &str) -> MailLink {
    let link = MailLink {
        token_hash: TokenHash::of(token),
        account_id: someone(1).id,
        purpose: "new-password".to_owned(),
        created_at: NOW,
        expires_at: NOW + 1_000,
        used_at: None,
        email: None,
    };
    let mut tx = db.begin().await.unwrap();
    assert_eq!(mail_link::create(&mut tx, &link, NOW).await.unwrap(), Creation::Created);
    tx.commit().await.unwrap();
    link
}

async fn take(db: &Db, token: &str, purpose: &str, now: i64) -> bool {
    let mut tx = db.begin().await.unwrap();
    let taken = mail_link::take(&mut tx, TokenHash::of(token), purpose, now).await.unwrap();
    tx.commit().await.unwrap();
    taken.is_some()
}

async fn check_link(db: Db) {
    signed_in(&db, 1).await;
    let link = a_link(&db, "a").await;
    for (token, purpose, now) in
        [("b", "new-password", NOW), ("a", "confirm-email", NOW), ("a", "new-password", NOW + 1_000)]
    {
        assert!(!take(&db, token, purpose, now).await, "{token} {purpose} {now}");
    }
    assert!(take(&db, "a", "new-password", NOW + 999).await);
    assert!(!take(&db, "a", "new-password", NOW + 999).await, "once");
    let used = mail_link::find(&db, link.token_hash, "new-password").await.unwrap();
    assert_eq!(used, Some(MailLink { used_at: Some(NOW + 999), ..link }));
    let newer = a_link(&db, "c").await;
    let mut tx = db.begin().await.unwrap();
    let next = MailLink { token_hash: TokenHash::of("d"), ..newer.clone() };
    assert_eq!(mail_link::create(&mut tx, &next, NOW - 1).await.unwrap(), Creation::Taken, "too soon");
    assert_eq!(mail_link::revoke(&mut tx, someone(1).id, "new-password", NOW + 10).await.unwrap(), 1);
    tx.commit().await.unwrap();
    assert!(!take(&db, "c", "new-password", NOW + 10).await, "revoked");
    let passwords = ["password-reset", "password-choice", "email-confirmation"];
    let mut tx = db.begin().await.unwrap();
    for purpose in passwords {
        let link =
            MailLink { token_hash: TokenHash::of(purpose), purpose: purpose.to_owned(), ..newer.clone() };
        assert_eq!(mail_link::create(&mut tx, &link, NOW).await.unwrap(), Creation::Created);
    }
    assert_eq!(mail_link::revoke_passwords(&mut tx, someone(1).id, NOW + 1).await.unwrap(), 2);
    tx.commit().await.unwrap();
    for (purpose, alive) in passwords.into_iter().zip([false, false, true]) {
        assert_eq!(take(&db, purpose, purpose, NOW + 2).await, alive, "{purpose}");
    }
    let mut tx = db.begin().await.unwrap();
    assert_eq!(mail_link::sweep(&mut tx, NOW + 500, 9).await.unwrap(), 3);
}

#[tokio::test]
async fn links_work_once() {
    trial::each(check_link).await;
}

async fn check_race(db: Db) {
    signed_in(&db, 1).await;
    a_link(&db, "a").await;
    let mut takers = tokio::task::JoinSet::new();
    for _ in 0..8 {
        let db = db.clone();
        takers.spawn(async move { take(&db, "a", "new-password", NOW).await });
    }
    let taken = takers.join_all().await;
    assert_eq!(taken.iter().filter(|taken| **taken).count(), 1, "{taken:?}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 4)]
async fn links_work_once_for_two_at_a_time() {
    trial::each(check_race).await;
}
