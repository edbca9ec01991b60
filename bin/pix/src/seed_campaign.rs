//! Campaigns that a load test finds under way: a school, its teacher, its class list, and what the people of the list
//! did. Everything but ids and instants is the same whenever it is made.

mod crowd;

use crate::dev_seed::sign_in;
use content::Release;
use crowd::Crowd;
use rules::search_text::search_text;
use rules::subjects::Subjects;
use store::account::{self, Account};
use store::campaign::{self, Campaign};
use store::membership::{self, Role};
use store::organisation::{self, Kind, Organisation};
use store::target_profile::{self, TargetProfile};
use store::{AccountId, BadgeId, CampaignId, Db, OrganisationId, TargetProfileId, Tx};
use web::entropy::Entropy;

/// The number (UAI) of each school, which its register names.
const SCHOOL: &str = "0999901Z";
/// More people than one campaign gets; second tries have numbers beyond.
const MOST: usize = 1 << 20;
/// People written in one transaction.
const PORTION: usize = 500;
const STAGES: [u32; 4] = [0, 25, 50, 75];
const BADGES: [(&str, &str, &str); 2] = [("HALF", "La moitié", "50"), ("MOST", "Presque tout", "80")];

/// Where campaigns are made.
pub struct Scene<'a> {
    /// The database.
    pub db: &'a Db,
    /// The bank.
    pub release: &'a Release,
    /// The present instant.
    pub now: i64,
}

/// Makes the campaign with a number, of so many people; gives the token of its teacher's session, its address and its
/// code, in one line.
///
/// # Errors
/// A sentence about the number, the machine or the database.
pub async fn make(scene: &Scene<'_>, number: usize, people: usize) -> Result<String, String> {
    if people > MOST {
        return Err(format!("a campaign has at most {MOST} participants here"));
    }
    let token = Entropy.token().map_err(|error| error.to_string())?;
    let campaign = open(scene, number, &token).await.map_err(|error| error.to_string())?;
    let line = format!("{token} {} {}", campaign.id, campaign.code);
    let crowd = Crowd::of(scene, campaign);
    let mut made = 0;
    while made < people {
        let until = people.min(made + PORTION);
        crowd.write(scene.db, made..until).await.map_err(|error| error.to_string())?;
        made = until;
    }
    Ok(line)
}

/// An instant for each campaign: ids are made of it, and no two meet.
fn instant(now: i64, number: usize) -> i64 {
    now - 1 - i64::try_from(number).unwrap_or(0)
}

/// The school, its teacher, the target profile, the campaign.
async fn open(scene: &Scene<'_>, number: usize, token: &str) -> store::Result<Campaign> {
    let at = instant(scene.now, number);
    let id = OrganisationId::new(at, 0);
    let organisation = Organisation {
        external_id: Some(SCHOOL.to_owned()),
        managing_learners: true,
        ..Organisation::new(id, Kind::Sco, &format!("Collège d’essai {number}"), at)
    };
    let teacher = Account {
        role: account::Role::Teacher,
        ..Account::new(AccountId::new(at, MOST as u64), "Claude", &format!("Essai {number}"), at)
    };
    let profile = profile(scene, id, at).await?;
    let name = format!("Campagne d’essai {number}");
    let campaign = Campaign {
        code: rules::campaign_code::draw(number as u64),
        sought: search_text(&name),
        name,
        target_profile_id: Some(profile.id),
        tubes: profile.tubes.clone(),
        several_sendings: true,
        ..Campaign::new(id, CampaignId::new(at, 0), campaign::Kind::Assessment, teacher.id, at)
    };
    let mut tx = scene.db.begin().await?;
    organisation::create(&mut tx, &organisation).await?;
    account::create(&mut tx, &teacher).await?;
    sign_in(&mut tx, teacher.id, token, scene.now).await?;
    membership::join(&mut tx, id, teacher.id, Role::Admin, at).await?;
    promise(&mut tx, &profile, &campaign.code).await?;
    campaign::create(&mut tx, &campaign).await?;
    tx.commit().await?;
    Ok(campaign)
}

/// A profile of the school, which asks what the longest of the ready-made ones asks.
async fn profile(scene: &Scene<'_>, owner: OrganisationId, at: i64) -> store::Result<TargetProfile> {
    let asks = |profile: &TargetProfile| {
        let subjects = Subjects::parse(&profile.tubes).unwrap_or_default();
        subjects.skills(scene.release).count()
    };
    let ready = target_profile::all(scene.db, false).await?.into_iter().filter(TargetProfile::is_ready_made);
    Ok(TargetProfile {
        id: TargetProfileId::new(at, 0),
        owner_id: Some(owner),
        name: "Profil d’essai".to_owned(),
        description: String::new(),
        category: "OTHER".to_owned(),
        tubes: ready.max_by_key(asks).map(|profile| profile.tubes).unwrap_or_default(),
        is_public: false,
        simplified: false,
        resettable: false,
        created_at: at,
        outdated_at: None,
    })
}

/// Its stages and badges.
async fn promise(tx: &mut Tx, profile: &TargetProfile, code: &str) -> store::Result<()> {
    target_profile::create(tx, profile).await?;
    for threshold in STAGES {
        let stage = store::stage::Stage {
            target_profile_id: profile.id,
            threshold: threshold.into(),
            title: format!("Palier {threshold}"),
            message: String::new(),
            teacher_title: String::new(),
            teacher_message: String::new(),
        };
        store::stage::create(tx, &stage).await?;
    }
    for (place, (key, title, criteria)) in (0..).zip(BADGES) {
        let badge = store::badge::Badge {
            target_profile_id: profile.id,
            id: BadgeId::new(profile.created_at, place),
            key: format!("{key}-{code}"),
            title: title.to_owned(),
            message: String::new(),
            always_visible: false,
            certifiable: false,
            criteria: criteria.to_owned(),
        };
        store::badge::create(tx, &badge).await?;
    }
    Ok(())
}

#[cfg(test)]
#[allow(clippy::unwrap_used, reason = "a test fails by panicking")]
mod tests {
    use super::*;
    use rules::learner_state::LearnerState;
    use rules::snapshot::Snapshot;
    use store::report::export;
    use store::trial::{self, NOW};

    /// Of forty people every tenth is in the middle of the test, and every twentieth sent two.
    #[tokio::test]
    async fn people_did_what_pages_can_show() {
        let source = crate::bank::source(&crate::settings::Settings::default()).unwrap();
        let release = Release::open(&source).unwrap();
        trial::each(async |db| {
            crate::ready_profiles::put(&db, &release, NOW).await.unwrap();
            let scene = Scene { db: &db, release: &release, now: NOW };
            for (number, people, tries, under_way) in [(0, 40, 42, 4), (1, 0, 0, 0)] {
                let line = make(&scene, number, people).await.unwrap();
                let code = line.split(' ').nth(2).unwrap();
                let campaign = campaign::by_code(&db, code).await.unwrap().unwrap();
                assert!(line.contains(&campaign.id.to_string()), "{line}");
                let all = export::page(&db, campaign.id, None, 100).await.unwrap();
                assert_eq!(all.len(), tries, "{people}");
                let (sent, begun): (Vec<_>, Vec<_>) = all.iter().partition(|one| one.shared_at.is_some());
                assert_eq!(begun.len(), under_way, "{people}");
                assert!(begun.iter().all(|one| LearnerState::decode(one.state.as_ref().unwrap()).is_some()));
                for one in sent {
                    let snapshot = Snapshot::decode(one.snapshot.as_ref().unwrap()).unwrap();
                    assert_eq!(i64::try_from(snapshot.skills().len()).ok(), one.skills);
                    assert!(one.stage.is_some() && one.badges.is_some() && one.division.is_some());
                }
            }
            assert!(make(&scene, 2, MOST + 1).await.is_err());
        })
        .await;
    }
}
