//! An account taken from a line of the list: that account and no other, of one's own list.

use super::someone;
use crate::account;
use crate::certifiability::{self, Found};
use crate::learner::{self, Learner};
use crate::learner_detachment::{attached, detach};
use crate::organisation::{self, Kind, Organisation};
use crate::trial::{self, NOW};
use crate::{Db, LearnerId, OrganisationId};

async fn check(db: Db) {
    let [here, there] = [1, 2].map(|number| OrganisationId::new(NOW, number));
    let (wrong, right) = (someone(1), someone(2));
    let mut tx = db.begin().await.unwrap();
    for school in [here, there] {
        organisation::create(&mut tx, &Organisation::new(school, Kind::Sco, "Collège", NOW)).await.unwrap();
    }
    for person in [&wrong, &right] {
        account::create(&mut tx, person).await.unwrap();
    }
    let [listed, came] = [1, 2].map(|number| LearnerId::new(NOW, number));
    for (id, person, key) in
        [(listed, &wrong, "ine:1".to_owned()), (came, &right, format!("account:{}", right.id))]
    {
        let line =
            Learner { account_id: Some(person.id), key, ..Learner::new(here, id, ("Zoé", "Test"), NOW) };
        learner::add(&mut tx, &line).await.unwrap();
    }
    let found = Found { learner: listed, account: wrong.id, certifiable: true, at: NOW };
    assert_eq!(certifiability::keep(&mut tx, here, &[found]).await.unwrap(), 1);
    let found = attached(&mut tx, here, listed).await.unwrap().unwrap();
    assert_eq!((found.account_id, found.email, found.participations), (wrong.id, wrong.email.clone(), 0));
    for (school, id) in [(there, listed), (here, came)] {
        assert_eq!(attached(&mut tx, school, id).await.unwrap(), None);
    }
    for (school, id, person, expected) in [
        (there, listed, &wrong, false),
        (here, listed, &right, false),
        (here, came, &right, false),
        (here, listed, &wrong, true),
        (here, listed, &wrong, false),
    ] {
        assert_eq!(detach(&mut tx, school, (id, person.id), NOW + 1).await.unwrap(), expected);
    }
    assert_eq!(attached(&mut tx, here, listed).await.unwrap(), None);
    assert_eq!(learner::of_account(&mut tx, here, wrong.id).await.unwrap(), None);
    let found = learner::link(&mut tx, here, listed, wrong.id, NOW).await.unwrap();
    assert!(found, "the line waits for somebody again");
    let line = learner::of_account(&mut tx, here, wrong.id).await.unwrap().unwrap();
    assert_eq!((line.certifiable, line.certifiable_at), (None, None));
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn an_account_is_taken_from_its_line_only() {
    trial::each(check).await;
}
