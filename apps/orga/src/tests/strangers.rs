//! Whoever came by the code of a campaign is nobody's pupil.

use store::account::{self, Account};
use store::learner::{self, Learner};
use store::membership::Role as Post;
use store::{AccountId, LearnerId};

use super::site::Site;

async fn account(site: &Site, id: AccountId) -> Account {
    account::by_id(&site.house.db, id).await.expect("the accounts").expect("an account")
}

/// A pupil of one school takes part in a campaign of somebody else: those do not get into the pupil's account.
#[tokio::test]
async fn whoever_came_by_a_code_keeps_the_password() {
    let site = Site::open().await;
    let company = site.school("Atelier Nord").await;
    let trainer = site.worker("farid", &company, Post::Admin).await;
    let lina = site.pupil("lina").await.id;
    let id = LearnerId::new(site.now(), 1);
    let line = Learner {
        account_id: Some(lina),
        key: format!("account:{lina}"),
        ..Learner::new(company.id, id, ("Lina", "TEST"), site.now())
    };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    learner::add(&mut tx, &line).await.expect("a line");
    tx.commit().await.expect("kept");
    let before = account(&site, lina).await;
    let refused = trainer.post("/orga/learners/passwords", &format!("learner={id}")).await;
    refused.leads("422").says("passwords-nobody").lacks("lina.test");
    assert_eq!(account(&site, lina).await, before);
}
