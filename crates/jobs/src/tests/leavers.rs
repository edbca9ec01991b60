//! Whoever is on the list of an organisation no more is forgotten three years later.

use store::learner::{self, Learner};
use store::organisation::{self, Kind, Organisation};
use store::{Db, LearnerId, OrganisationId, learner_list};

use super::*;

async fn check_leavers(db: Db) {
    let scene = scene(db, None);
    let id = OrganisationId::new(NOW, 1);
    let mut tx = scene.db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation::new(id, Kind::Sco, "Collège", NOW)).await.unwrap();
    for (number, disabled_at) in [(1, None), (2, Some(NOW)), (3, Some(NOW + DAY_MS))] {
        let line = Learner::new(id, LearnerId::new(NOW, number), ("Léa", "Test"), NOW);
        learner::add(&mut tx, &Learner { disabled_at, ..line }).await.unwrap();
    }
    tx.commit().await.unwrap();
    work::schedule(&scene.db, NOW).await.unwrap();
    for (days, kept) in [(0, 3), (3 * 365, 3), (1, 2), (1, 1), (900, 1)] {
        scene.wait(days * DAY_MS);
        scene.steps().await;
        let list = learner_list::whole(&scene.db, id).await.unwrap();
        assert_eq!(list.len(), kept, "{days} days later");
    }
}

#[tokio::test]
async fn whoever_left_a_list_is_forgotten_three_years_later() {
    trial::each(check_leavers).await;
}
