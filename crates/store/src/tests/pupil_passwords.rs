//! Passwords that a school gives: to its pupils only, and to those who have no other way in.

use super::someone;
use crate::account::{self, Account};
use crate::learner::{self, Learner};
use crate::mail_link::{self, MailLink};
use crate::organisation::{self, Kind, Organisation};
use crate::pupil_password as passwords;
use crate::pupil_username as usernames;
use crate::trial::{self, NOW};
use crate::{Db, LearnerId, OrganisationId, TokenHash};

async fn check(db: Db) {
    let schools = [1, 2].map(|number| OrganisationId::new(NOW, number));
    let mut tx = db.begin().await.unwrap();
    for school in schools {
        organisation::create(&mut tx, &Organisation::new(school, Kind::Sco, "Collège", NOW)).await.unwrap();
    }
    // Three pupils here: with a username, with an address, without account; and one with a username elsewhere.
    for (number, school, username) in [(1, 0, true), (2, 0, false), (3, 0, false), (4, 1, true)] {
        let pupil = someone(number);
        let named = Account {
            email: None,
            username: Some(format!("zoe.test{number}")),
            failed_sign_ins: 9,
            ..pupil.clone()
        };
        let account = if username { named } else { pupil };
        account::create(&mut tx, &account).await.unwrap();
        let id = LearnerId::new(NOW, number);
        let line = Learner {
            account_id: (number != 3).then_some(account.id),
            ..Learner::new(schools[school], id, ("Zoé", "Test"), NOW)
        };
        learner::add(&mut tx, &line).await.unwrap();
    }
    // And one who came by the code of a campaign: of another school's list, perhaps.
    let stranger = Account { email: None, username: Some("tom.test5".to_owned()), ..someone(5) };
    account::create(&mut tx, &stranger).await.unwrap();
    let line = Learner {
        key: format!("account:{}", stranger.id),
        account_id: Some(stranger.id),
        ..Learner::new(schools[0], LearnerId::new(NOW, 5), ("Tom", "Test"), NOW)
    };
    learner::add(&mut tx, &line).await.unwrap();
    let visitor = someone(6);
    account::create(&mut tx, &visitor).await.unwrap();
    let line = Learner {
        key: format!("account:{}", visitor.id),
        account_id: Some(visitor.id),
        ..Learner::new(schools[0], LearnerId::new(NOW, 6), ("Ida", "Test"), NOW)
    };
    learner::add(&mut tx, &line).await.unwrap();
    let ids = [1, 2, 3, 4, 5, 6].map(|number| LearnerId::new(NOW, number));
    let nameless = usernames::candidates(&mut tx, schools[0], ids).await.unwrap();
    let nameless: Vec<_> = nameless.iter().map(|one| one.id).collect();
    assert_eq!(nameless, [ids[1], ids[2]], "nor does it name the account of whoever came by a code");
    let found = passwords::among(&mut tx, schools[0], ids).await.unwrap();
    let names: Vec<&str> = found.iter().map(|pupil| pupil.username.as_str()).collect();
    assert_eq!(names, ["zoe.test1"]);
    let account = found[0].account_id;
    let hashes = format!(r#"[{{"account":{},"hash":"new"}}]"#, account.number());
    // Somebody who had the password before stands at the page of a new one.
    let way = |token: &str, created_at| MailLink {
        token_hash: TokenHash::of(token),
        account_id: account,
        purpose: "password-choice".to_owned(),
        created_at,
        expires_at: NOW + 99,
        used_at: None,
        email: None,
    };
    mail_link::create(&mut tx, &way("before", NOW), NOW).await.unwrap();
    assert_eq!(passwords::replace(&mut tx, &hashes, NOW + 1).await.unwrap(), 1);
    mail_link::create(&mut tx, &way("after", NOW + 1), NOW + 1).await.unwrap();
    for (token, owner) in [("before", None), ("after", Some(account))] {
        let token = TokenHash::of(token);
        let found = mail_link::find(&mut tx, token, "password-choice").await.unwrap();
        assert_eq!(found.map(|link| link.account_id), owner);
        assert_eq!(mail_link::take(&mut tx, token, "password-choice", NOW + 2).await.unwrap(), owner);
    }
    passwords::sign_out(&mut tx, [account]).await.unwrap();
    tx.commit().await.unwrap();
    let after = account::by_id(&db, account).await.unwrap().unwrap();
    let seen = (after.password_hash.as_deref(), after.must_change_password, after.failed_sign_ins);
    assert_eq!(seen, (Some("new"), true, 0));
    let other = account::by_id(&db, someone(4).id).await.unwrap().unwrap();
    assert_eq!(other.password_hash.as_deref(), Some("hash"), "nobody else's");
}

#[tokio::test]
async fn a_school_gives_passwords_to_its_pupils_only() {
    trial::each(check).await;
}
