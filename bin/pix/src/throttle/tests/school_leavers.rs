//! A training centre whose learners look for the accounts of their schools; whoever guesses is stopped.

use rules::allowance::SCHOOL_LEAVING;
use store::account::Account;
use store::learner::{self, Learner};
use store::organisation::{self, Kind, Organisation};
use store::{AccountId, LearnerId, OrganisationId};

use super::*;

const CENTRE: &str = "203.0.113.9";

/// Somebody who left a school with an account that has no address.
async fn leave(db: &Db) {
    let now = web::clock::Clock::System.now();
    let school = Organisation::new(OrganisationId::new(now, 1), Kind::Sco, "Lycée Camus", now);
    let id = AccountId::new(now, 2);
    let account =
        Account { username: Some("lea.test".to_owned()), ..Account::new(id, "Léa", "Garrigue", now) };
    let line = Learner {
        account_id: Some(id),
        key: "ine:990000101BH".to_owned(),
        national_number: Some("990000101BH".to_owned()),
        birth_date: Some("2008-03-12".to_owned()),
        disabled_at: Some(now),
        ..Learner::new(school.id, LearnerId::new(now, 3), ("Léa", "Garrigue"), now)
    };
    let mut tx = db.begin().await.expect("a transaction");
    organisation::create(&mut tx, &school).await.expect("made");
    account::create(&mut tx, &account).await.expect("made");
    learner::add(&mut tx, &line).await.expect("added");
    tx.commit().await.expect("kept");
}

async fn look_for(node: &Router, number: &str) -> u16 {
    let fields = format!("number={number}&first-name=Lea&last-name=Garrigue&birth-date=12/03/2008");
    post(node, CENTRE, ("/leaving-school", ""), fields).await.status().as_u16()
}

#[tokio::test]
async fn whoever_finds_the_account_or_forgot_a_field_uses_nothing() {
    trial::each(async |db| {
        leave(&db).await;
        let node = node(&db);
        exhaust(&db, SCHOOL_LEAVING, CENTRE, 1).await;
        for _ in 0..3 {
            assert_eq!(look_for(&node, "").await, 422, "a number is missing");
            assert_eq!(look_for(&node, "990000101BH").await, 303, "the account is found");
        }
        assert_eq!(look_for(&node, "990000101BK").await, 422, "a wrong number");
        assert_eq!(look_for(&node, "990000101BH").await, 429, "too many wrong ones");
    })
    .await;
}
