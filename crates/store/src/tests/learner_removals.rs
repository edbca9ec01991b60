//! A line removed from its list with what its person did there, put back for some days, then forgotten.

use super::someone;
use crate::account;
use crate::learner::{self, Learner};
use crate::learner_list::sought;
use crate::learner_removal::{PUT_BACK_WITHIN_MS, put_back, removable, remove, removed, sweep};
use crate::organisation::{self, Kind, Organisation};
use crate::participation::Participation;
use crate::report::trial as report;
use crate::trial::{self, NOW};
use crate::{CampaignId, Db, LearnerId, OrganisationId, ParticipationId};

async fn check(db: Db) {
    let [here, there] = [1, 2].map(|number| OrganisationId::new(NOW, number));
    let (pupil, admin) = (someone(1), someone(2));
    let mut tx = db.begin().await.unwrap();
    for school in [here, there] {
        organisation::create(&mut tx, &Organisation::new(school, Kind::Sco, "Collège", NOW)).await.unwrap();
    }
    for person in [&pupil, &admin] {
        account::create(&mut tx, person).await.unwrap();
    }
    let [one, other] = [1, 2].map(|number| LearnerId::new(NOW, number));
    let line =
        |id, key: &str| Learner { key: key.to_owned(), ..Learner::new(here, id, ("Zoé", "Test"), NOW) };
    learner::add(&mut tx, &Learner { account_id: Some(pupil.id), ..line(one, "ine:1") }).await.unwrap();
    learner::add(&mut tx, &line(other, "ine:2")).await.unwrap();
    // A try, and one that was deleted by itself before.
    for (number, deleted_at) in [(1, None), (2, Some(NOW))] {
        let (campaign, id) = (CampaignId::new(NOW, number), ParticipationId::new(NOW, number));
        let begun = Participation::new(campaign, id, pupil.id, NOW);
        report::keep(&mut tx, &Participation { learner_id: Some(one), deleted_at, ..begun }).await.unwrap();
    }
    let found = removable(&mut tx, here, one).await.unwrap().unwrap();
    assert_eq!((found.linked, found.participations), (true, 1));
    let (then, since) = (NOW + 5, NOW + 4);
    for (school, expected) in [(there, false), (here, true), (here, false)] {
        assert_eq!(remove(&mut tx, school, one, admin.id, then).await.unwrap(), expected);
    }
    assert_eq!(removable(&mut tx, here, one).await.unwrap(), None);
    let left: Vec<_> = sought(&mut tx, here, false).await.unwrap().into_iter().map(|one| one.id).collect();
    assert_eq!(left, [other]);
    let gone = removed(&mut tx, here, since).await.unwrap();
    assert_eq!(
        gone.iter().map(|one| (one.id, one.deleted_at, one.participations)).collect::<Vec<_>>(),
        [(one, then, 1)]
    );
    assert!(removed(&mut tx, there, since).await.unwrap().is_empty());
    assert!(removed(&mut tx, here, then).await.unwrap().is_empty());
    assert!(put_back(&mut tx, here, one, since, then + 1).await.unwrap());
    assert!(!put_back(&mut tx, here, one, since, then + 1).await.unwrap(), "once");
    let found = removable(&mut tx, here, one).await.unwrap().unwrap();
    assert_eq!((found.linked, found.participations), (true, 1), "and what was deleted by itself stays so");
    // Elsewhere, or too late, it does not come back; nor when somebody is in the list again under the same number.
    assert!(remove(&mut tx, here, one, admin.id, then).await.unwrap());
    assert!(!put_back(&mut tx, there, one, since, then + 1).await.unwrap());
    assert!(!put_back(&mut tx, here, one, then, then + 1).await.unwrap());
    learner::add(&mut tx, &line(LearnerId::new(NOW, 3), "ine:1")).await.unwrap();
    assert!(!put_back(&mut tx, here, one, since, then + 1).await.unwrap());
    assert_eq!(sweep(&mut tx, then - 1, 500).await.unwrap(), 0);
    assert_eq!(sweep(&mut tx, then, 500).await.unwrap(), 1);
    assert!(removed(&mut tx, here, since).await.unwrap().is_empty());
    tx.commit().await.unwrap();
    assert_eq!(PUT_BACK_WITHIN_MS, 604_800_000, "a week");
}

#[tokio::test]
async fn a_line_is_removed_put_back_and_forgotten() {
    trial::each(check).await;
}
