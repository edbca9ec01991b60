//! Whoever left school: the lines that tell who they are, and the account that is given back once.

use super::someone;
use crate::account::{self, Account, Creation};
use crate::learner::{self, Learner};
use crate::mail_link::{self, MailLink};
use crate::membership::{self, Role};
use crate::organisation::{self, Kind, Organisation};
use crate::school_leaver::{of_account, of_number, recover};
use crate::trial::{self, NOW};
use crate::{AccountId, Db, LearnerId, OrganisationId, TokenHash, Tx, learner_removal};

const NUMBER: &str = "990000101BH";

/// A pupil's account: a username and no address.
fn a_pupil(number: u64) -> Account {
    Account { email: None, username: Some(format!("zoe.test{number}")), ..someone(number) }
}

async fn schools(tx: &mut Tx) -> [OrganisationId; 4] {
    let kinds = [(1, Kind::Sco), (2, Kind::Sco), (3, Kind::Sup), (4, Kind::Sco)];
    for (number, kind) in kinds {
        let id = OrganisationId::new(NOW, number);
        let archived_at = (number == 4).then_some(NOW);
        let school =
            Organisation { archived_at, ..Organisation::new(id, kind, &format!("École {number}"), NOW) };
        assert_eq!(organisation::create(tx, &school).await.unwrap(), Creation::Created);
    }
    kinds.map(|(number, _)| OrganisationId::new(NOW, number))
}

async fn enrol(
    tx: &mut Tx,
    (school, number): (OrganisationId, u64),
    (account, national, left): (Option<AccountId>, &str, bool),
) -> LearnerId {
    let id = LearnerId::new(NOW, number);
    let line = Learner {
        account_id: account,
        key: format!("ine:{national}"),
        national_number: Some(national.to_owned()),
        birth_date: Some("2008-03-12".to_owned()),
        disabled_at: left.then_some(NOW),
        ..Learner::new(school, id, ("Zoé", "Test"), NOW)
    };
    assert_eq!(learner::add(tx, &line).await.unwrap(), Creation::Created);
    id
}

async fn check_lines(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let [left, present, university, closed] = schools(&mut tx).await;
    let (zoe, other) = (a_pupil(1), a_pupil(2));
    for person in [&zoe, &other] {
        account::create(&mut tx, person).await.unwrap();
    }
    let first = enrol(&mut tx, (left, 1), (Some(zoe.id), NUMBER, true)).await;
    let unlinked = enrol(&mut tx, (present, 2), (None, NUMBER, false)).await;
    let grown = enrol(&mut tx, (university, 3), (Some(zoe.id), "STUDENT", false)).await;
    let archived = enrol(&mut tx, (closed, 4), (Some(zoe.id), NUMBER, false)).await;
    let others = enrol(&mut tx, (left, 5), (Some(other.id), "OTHER", true)).await;
    let seen = |lines: Vec<crate::school_leaver::Line>| -> Vec<(LearnerId, bool, Option<AccountId>)> {
        lines.iter().map(|line| (line.id, line.active, line.account_id)).collect()
    };
    let all = [
        (first, false, Some(zoe.id)),
        (unlinked, true, None),
        (grown, false, Some(zoe.id)),
        (archived, false, Some(zoe.id)),
    ];
    assert_eq!(seen(of_number(&mut tx, NUMBER).await.unwrap()), all);
    assert_eq!(seen(of_account(&mut tx, zoe.id).await.unwrap()), all);
    assert_eq!(seen(of_account(&mut tx, other.id).await.unwrap()), [(others, false, Some(other.id))]);
    assert_eq!(of_number(&mut tx, "NOBODY").await.unwrap(), []);
    assert!(learner_removal::remove(&mut tx, left, others, zoe.id, NOW + 1).await.unwrap());
    for lines in [of_number(&mut tx, "OTHER").await, of_account(&mut tx, other.id).await] {
        assert_eq!(seen(lines.unwrap()), [(others, false, Some(other.id))], "removed, not forgotten yet");
    }
    let line = of_number(&mut tx, NUMBER).await.unwrap().remove(0);
    assert_eq!((line.school.as_str(), line.learner, line.email), ("École 1", true, None));
    assert_eq!((line.username.as_deref(), line.removed, line.working), (Some("zoe.test1"), false, false));
    membership::join(&mut tx, left, zoe.id, Role::Member, NOW).await.unwrap();
    assert!(
        of_account(&mut tx, zoe.id)
            .await
            .unwrap()
            .iter()
            .all(|line| line.working == line.account_id.is_some())
    );
}

/// A teacher linked the line of another pupil to the account, and removed it: both statements see it, and the others of
/// its number.
async fn check_removed(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let [left, present, ..] = schools(&mut tx).await;
    let zoe = a_pupil(1);
    account::create(&mut tx, &zoe).await.unwrap();
    let own = enrol(&mut tx, (left, 1), (Some(zoe.id), NUMBER, true)).await;
    let others = enrol(&mut tx, (present, 2), (Some(zoe.id), "OTHER", false)).await;
    assert!(learner_removal::remove(&mut tx, present, others, zoe.id, NOW + 1).await.unwrap());
    let again = enrol(&mut tx, (left, 3), (None, "OTHER", false)).await;
    let expected = [(own, false, false), (others, false, true), (again, true, false)];
    let (by_number, by_account) = (of_number(&mut tx, NUMBER).await, of_account(&mut tx, zoe.id).await);
    for lines in [by_number, by_account] {
        let seen: Vec<_> = lines.unwrap().iter().map(|line| (line.id, line.active, line.removed)).collect();
        assert_eq!(seen, expected);
    }
}

#[tokio::test]
async fn a_removed_line_is_seen_and_known_as_such() {
    trial::each(check_removed).await;
}

#[tokio::test]
async fn a_leaver_is_known_by_every_line() {
    trial::each(check_lines).await;
}

async fn check_recovery(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let [left, present, ..] = schools(&mut tx).await;
    let (zoe, by_mail, teacher) =
        (a_pupil(1), someone(2), Account { role: account::Role::Teacher, ..a_pupil(3) });
    for person in [&zoe, &by_mail, &teacher] {
        account::create(&mut tx, person).await.unwrap();
    }
    enrol(&mut tx, (left, 1), (Some(zoe.id), NUMBER, true)).await;
    let back = enrol(&mut tx, (present, 2), (Some(zoe.id), NUMBER, false)).await;
    let give = async |tx: &mut Tx, id, email| recover(tx, id, (email, "new"), NOW + 5).await.unwrap();
    assert!(!give(&mut tx, zoe.id, "new@example.org").await, "a pupil again");
    assert!(learner_removal::remove(&mut tx, present, back, teacher.id, NOW).await.unwrap());
    for (id, email, why) in [
        (zoe.id, "zoe2@example.org", "the address is somebody's"),
        (by_mail.id, "new@example.org", "it has an address"),
        (teacher.id, "new@example.org", "no learner's"),
        (someone(9).id, "new@example.org", "nobody's"),
    ] {
        assert!(!give(&mut tx, id, email).await, "{why}");
    }
    membership::join(&mut tx, left, zoe.id, Role::Member, NOW).await.unwrap();
    assert!(!give(&mut tx, zoe.id, "new@example.org").await, "works in an organisation");
    membership::leave(&mut tx, left, zoe.id, NOW).await.unwrap();
    assert!(give(&mut tx, zoe.id, "new@example.org").await);
    assert!(!give(&mut tx, zoe.id, "newer@example.org").await, "once");
    let given = account::by_id(&mut tx, zoe.id).await.unwrap().unwrap();
    let expected = Account {
        email: Some("new@example.org".to_owned()),
        email_confirmed_at: Some(NOW + 5),
        username: None,
        password_hash: Some("new".to_owned()),
        active_at: Some(NOW + 5),
        ..zoe
    };
    assert_eq!(given, expected);
}

#[tokio::test]
async fn an_account_is_given_back_once() {
    trial::each(check_recovery).await;
}

async fn check_link(db: Db) {
    let mut tx = db.begin().await.unwrap();
    let zoe = a_pupil(1);
    account::create(&mut tx, &zoe).await.unwrap();
    let link = |token: &str, purpose: &str, email: Option<&str>| MailLink {
        token_hash: TokenHash::of(token),
        account_id: zoe.id,
        purpose: purpose.to_owned(),
        created_at: NOW,
        expires_at: NOW + 9,
        used_at: None,
        email: email.map(str::to_owned),
    };
    for made in [
        link("a", "account-recovery", Some("new@example.org")),
        link("b", "leaving-school", None),
        link("c", "email-confirmation", None),
    ] {
        assert_eq!(mail_link::create(&mut tx, &made, NOW).await.unwrap(), Creation::Created);
        let found = mail_link::find(&mut tx, made.token_hash, &made.purpose).await.unwrap();
        assert_eq!(found, Some(made));
    }
    let expected = Some((zoe.id, "new@example.org".to_owned()));
    for (token, purpose, expected) in [
        ("a", "leaving-school", None),
        ("c", "email-confirmation", None),
        ("a", "account-recovery", expected),
        ("a", "account-recovery", None),
    ] {
        let taken = mail_link::take_address(&mut tx, TokenHash::of(token), purpose, NOW + 1).await.unwrap();
        assert_eq!(taken, expected, "{token} {purpose}");
    }
    for (at, alive) in [(NOW + 8, true), (NOW + 9, false)] {
        assert_eq!(link("b", "leaving-school", None).is_alive(at), alive, "{at}");
    }
    let newest = mail_link::newest(&mut tx, zoe.id, "account-recovery").await.unwrap().unwrap();
    assert_eq!((newest.email.as_deref(), newest.is_alive(NOW + 2)), (Some("new@example.org"), false), "used");
    let later = MailLink { created_at: NOW + 1, ..link("d", "account-recovery", None) };
    assert_eq!(mail_link::create(&mut tx, &later, i64::MAX).await.unwrap(), Creation::Created);
    assert_eq!(mail_link::newest(&mut tx, zoe.id, "account-recovery").await.unwrap(), Some(later));
    assert_eq!(mail_link::newest(&mut tx, zoe.id, "password-reset").await.unwrap(), None);
    assert_eq!(mail_link::revoke(&mut tx, zoe.id, "account-recovery", NOW + 2).await.unwrap(), 1);
    assert_eq!(mail_link::revoke_passwords(&mut tx, zoe.id, NOW + 2).await.unwrap(), 1, "the way to it too");
}

#[tokio::test]
async fn a_link_brings_an_address_once() {
    trial::each(check_link).await;
}
