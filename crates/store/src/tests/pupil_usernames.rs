//! Accounts that a school opens: for its own list, once, and with another name where one is taken.

use super::someone;
use crate::account::{self, Account};
use crate::learner::{self, Learner};
use crate::organisation::{self, Kind, Organisation};
use crate::pupil_username as usernames;
use crate::trial::{self, NOW};
use crate::{AccountId, Db, LearnerId, OrganisationId};

fn draft(number: u64, name: &str) -> String {
    format!(
        r#"{{"account":{},"learner":{},"name":"{name}","other":"{name}x","hash":"$argon2id$v=19$a"}}"#,
        AccountId::new(NOW, 100 + number).number(),
        LearnerId::new(NOW, number).number()
    )
}

async fn check(db: Db) {
    let [here, there] = [1, 2].map(|number| OrganisationId::new(NOW, number));
    let mut tx = db.begin().await.unwrap();
    for school in [here, there] {
        organisation::create(&mut tx, &Organisation::new(school, Kind::Sco, "Collège", NOW)).await.unwrap();
    }
    let taken = Account { username: Some("zoe.test0101".to_owned()), ..someone(9) };
    account::create(&mut tx, &taken).await.unwrap();
    // Here: two without an account, one of them known elsewhere; one with an account; one who is gone. One elsewhere.
    for (number, school, account, number_of_state) in [
        (1, here, None, "A"),
        (2, here, None, "B"),
        (3, here, Some(taken.id), "C"),
        (4, here, None, "D"),
        (5, there, Some(taken.id), "B"),
    ] {
        let line = Learner {
            account_id: account,
            national_number: Some(number_of_state.to_owned()),
            birth_date: Some("2014-01-01".to_owned()),
            disabled_at: (number == 4).then_some(NOW),
            ..Learner::new(school, LearnerId::new(NOW, number), ("Zoé", "Test"), NOW)
        };
        learner::add(&mut tx, &line).await.unwrap();
    }
    let ids = [1, 2, 3, 4, 5].map(|number| LearnerId::new(NOW, number));
    let found = usernames::candidates(&mut tx, here, ids).await.unwrap();
    let seen: Vec<_> = found.iter().map(|one| (one.id, one.elsewhere)).collect();
    assert_eq!(seen, [(ids[0], false), (ids[1], true)]);
    // A line of another school and one that has an account open nothing.
    let drafts =
        [draft(1, "zoe.test0101"), draft(2, "zoe.test0102"), draft(3, "zoe.test3"), draft(5, "zoe.test5")];
    let drafts = format!("[{}]", drafts.join(","));
    let mut opened = usernames::open(&mut tx, here, &drafts, ("fr", NOW)).await.unwrap();
    opened.sort_by_key(|one| one.id);
    let names: Vec<&str> = opened.iter().map(|one| one.username.as_str()).collect();
    assert_eq!(names, ["zoe.test0101x", "zoe.test0102"]);
    let both = format!("[{},{}]", draft(1, "x"), draft(2, "x"));
    assert_eq!(usernames::link(&mut tx, here, &both, NOW).await.unwrap(), 2);
    assert_eq!(usernames::link(&mut tx, here, &both, NOW).await.unwrap(), 0, "once");
    tx.commit().await.unwrap();
    let made = account::by_id(&db, opened[0].id).await.unwrap().unwrap();
    let expected = Account {
        email: None,
        username: Some("zoe.test0101x".to_owned()),
        password_hash: Some("$argon2id$v=19$a".to_owned()),
        must_change_password: true,
        ..Account::new(made.id, "Zoé", "Test", NOW)
    };
    assert_eq!(made, expected);
    assert!(usernames::candidates(&db, here, ids).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_school_opens_accounts_for_its_own_list_once() {
    trial::each(check).await;
}
