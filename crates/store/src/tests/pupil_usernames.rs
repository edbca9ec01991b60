//! Usernames that a school gives: to its own list, once, and another one where one is taken.

use super::someone;
use crate::account::{self, Account};
use crate::learner::{self, Learner};
use crate::organisation::{self, Kind, Organisation};
use crate::pupil_username as usernames;
use crate::trial::{self, NOW};
use crate::{AccountId, Db, LearnerId, OrganisationId};

fn draft(number: u64, name: &str) -> String {
    draft_for(number, AccountId::new(NOW, 100 + number), name)
}

fn draft_for(number: u64, account: AccountId, name: &str) -> String {
    format!(
        r#"{{"account":{},"learner":{},"name":"{name}","other":"{name}x","hash":"$argon2id$v=19$a"}}"#,
        account.number(),
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
    let by_mail = someone(8);
    let came = someone(7);
    for person in [&taken, &by_mail, &came] {
        account::create(&mut tx, person).await.unwrap();
    }
    let line = Learner::new(here, LearnerId::new(NOW, 7), ("Zoé", "Test"), NOW);
    let by_code = Learner { account_id: Some(came.id), key: format!("account:{}", came.id), ..line };
    learner::add(&mut tx, &by_code).await.unwrap();
    // Here: two without an account, one of them known elsewhere; one who has a username; one who is gone; one who signs
    // in by mail; one who came by a code. One elsewhere.
    for (number, school, account, number_of_state) in [
        (1, here, None, "A"),
        (2, here, None, "B"),
        (3, here, Some(taken.id), "C"),
        (4, here, None, "D"),
        (5, there, Some(taken.id), "B"),
        (6, here, Some(by_mail.id), "E"),
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
    let ids = [1, 2, 3, 4, 5, 6, 7].map(|number| LearnerId::new(NOW, number));
    let found = usernames::candidates(&mut tx, here, ids).await.unwrap();
    let seen: Vec<_> = found.iter().map(|one| (one.id, one.account_id, one.elsewhere)).collect();
    assert_eq!(seen, [(ids[0], None, false), (ids[1], None, true), (ids[5], Some(by_mail.id), false)]);
    // A line of another school, one that has a username and one linked to another account get nothing.
    let drafts = [
        draft(1, "zoe.test0101"),
        draft(2, "zoe.test0102"),
        draft_for(3, taken.id, "zoe.test3"),
        draft(5, "zoe.test5"),
        draft_for(6, by_mail.id, "zoe.test6"),
        draft_for(6, taken.id, "zoe.test7"),
    ];
    let drafts = format!("[{}]", drafts.join(","));
    let mut named = usernames::give(&mut tx, here, &drafts, ("fr", NOW)).await.unwrap();
    named.sort_by(|one, next| one.username.cmp(&next.username));
    let names: Vec<&str> = named.iter().map(|one| one.username.as_str()).collect();
    assert_eq!(names, ["zoe.test0101x", "zoe.test0102", "zoe.test6"]);
    let both = format!("[{},{}]", draft(1, "x"), draft(2, "x"));
    assert_eq!(usernames::link(&mut tx, here, &both, NOW).await.unwrap(), 2);
    assert_eq!(usernames::link(&mut tx, here, &both, NOW).await.unwrap(), 0, "once");
    tx.commit().await.unwrap();
    let made = account::by_id(&db, named[0].id).await.unwrap().unwrap();
    let expected = Account {
        email: None,
        username: Some("zoe.test0101x".to_owned()),
        password_hash: Some("$argon2id$v=19$a".to_owned()),
        must_change_password: true,
        ..Account::new(made.id, "Zoé", "Test", NOW)
    };
    assert_eq!(made, expected);
    let kept = account::by_id(&db, by_mail.id).await.unwrap().unwrap();
    assert_eq!(kept, Account { username: Some("zoe.test6".to_owned()), ..by_mail }, "but for the name");
    assert!(usernames::candidates(&db, here, ids).await.unwrap().is_empty());
}

#[tokio::test]
async fn a_school_gives_usernames_to_its_own_list_once() {
    trial::each(check).await;
}
