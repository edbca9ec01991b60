//! The service's own target profiles, put in their places at start: made from the present bank, the same on every node.

use content::Release;
use rules::ready_profiles::{ReadyProfile, ready_profiles};
use store::target_profile::{TargetProfile, put_ready};
use store::{Db, TargetProfileId};

/// Makes the profiles that are missing and changes those that the bank changed.
pub async fn put(db: &Db, bank: &Release, now: i64) -> store::Result<()> {
    let ready: Vec<TargetProfile> = ready_profiles(bank).iter().map(|profile| kept(profile, now)).collect();
    let mut tx = db.begin().await?;
    put_ready(&mut tx, &ready).await?;
    tx.commit().await
}

fn kept(profile: &ReadyProfile, now: i64) -> TargetProfile {
    TargetProfile {
        id: TargetProfileId::from_number(profile.number),
        owner_id: None,
        name: profile.name.clone(),
        description: profile.description.clone(),
        category: profile.category.to_owned(),
        tubes: profile.subjects.to_string(),
        is_public: true,
        simplified: false,
        resettable: false,
        created_at: now,
        outdated_at: None,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use store::target_profile;
    use store::trial::{self, NOW};

    #[tokio::test]
    async fn profiles_are_put_once_and_follow_the_bank() {
        let source = crate::bank::source(&crate::settings::Settings::default()).unwrap();
        let bank = Release::open(&source).unwrap();
        trial::each(async |db| {
            put(&db, &bank, NOW).await.unwrap();
            put(&db, &bank, NOW + 1).await.unwrap();
            let all = target_profile::all(&db, false).await.unwrap();
            assert_eq!(all.len(), 31);
            assert!(all.iter().all(|profile| profile.is_ready_made() && profile.is_public));
            assert!(all.iter().all(|profile| profile.created_at == NOW), "nothing is made twice");
            let first = all.first().unwrap();
            let mut tx = db.begin().await.unwrap();
            let old = TargetProfile { tubes: "1.1-a:1".to_owned(), ..first.clone() };
            target_profile::change(&mut tx, &old).await.unwrap();
            target_profile::set_outdated(&mut tx, first.id, Some(NOW)).await.unwrap();
            tx.commit().await.unwrap();
            put(&db, &bank, NOW + 2).await.unwrap();
            let outdated = target_profile::all(&db, true).await.unwrap();
            assert_eq!(
                outdated,
                [TargetProfile { outdated_at: Some(NOW), ..first.clone() }],
                "it stays out of use"
            );
        })
        .await;
    }
}
