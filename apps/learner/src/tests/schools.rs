//! Organisations, campaigns and class lists for tests, made directly through the store.

use store::account::Creation;
use store::campaign::{Campaign, Kind};
use store::learner::Learner;
use store::organisation::{self, Organisation};
use store::participation::Participation;
use store::target_profile::TargetProfile;
use store::{
    AccountId, CampaignId, LearnerId, OrganisationId, ParticipationId, TargetProfileId, Tx, campaign,
    learner, participation,
};
use web::entropy::Entropy;
use web::trial::{Reply, Site, Visitor};

use super::taking::Taking;

/// What a short test asks.
pub const SUBJECTS: &str = "1.2-a:3 4.1-a:2";
/// A subject of a single competence.
pub const SUBJECT: &str = "1.2-a:2";

/// An organisation that anybody with a code may join.
pub async fn company(site: &Site) -> Organisation {
    made(site, organisation::Kind::Pro, "Atelier Nord", false).await
}

/// A school with a class list: only who is on it gets in.
pub async fn school(site: &Site, name: &str) -> Organisation {
    made(site, organisation::Kind::Sco, name, true).await
}

async fn made(site: &Site, kind: organisation::Kind, name: &str, managing_learners: bool) -> Organisation {
    let id = OrganisationId::new(site.now(), number());
    let organisation = Organisation { managing_learners, ..Organisation::new(id, kind, name, site.now()) };
    write(site, async |tx| {
        assert_eq!(organisation::create(tx, &organisation).await.expect("made"), Creation::Created);
    })
    .await;
    organisation
}

/// A campaign to complete with `..` and to [`open`].
pub fn draft(site: &Site, organisation: &Organisation, kind: Kind) -> Campaign {
    let (id, owner) = (CampaignId::new(site.now(), number()), AccountId::new(0, 1));
    let tubes = if kind == Kind::Collection { "" } else { SUBJECTS };
    Campaign {
        code: rules::campaign_code::draw(number()),
        name: "Nom entre enseignants".to_owned(),
        title: Some("Rentrée numérique".to_owned()),
        tubes: tubes.to_owned(),
        ..Campaign::new(organisation.id, id, kind, owner, site.now())
    }
}

/// Keeps a campaign.
pub async fn open(site: &Site, campaign: Campaign) -> Campaign {
    write(site, async |tx| {
        assert_eq!(campaign::create(tx, &campaign).await.expect("made"), Creation::Created);
    })
    .await;
    campaign
}

/// A campaign of a company, as it is opened most often.
pub async fn test_campaign(site: &Site) -> Campaign {
    let company = company(site).await;
    open(site, draft(site, &company, Kind::Assessment)).await
}

/// A target profile of some subjects, open to everybody, to complete with `..` and to keep.
pub fn target_profile(site: &Site, subjects: &str) -> TargetProfile {
    TargetProfile {
        id: TargetProfileId::new(site.now(), 7),
        owner_id: None,
        name: "Rentrée".to_owned(),
        description: String::new(),
        category: "OTHER".to_owned(),
        tubes: subjects.to_owned(),
        is_public: true,
        simplified: false,
        resettable: false,
        created_at: site.now(),
        outdated_at: None,
    }
}

/// A pupil of a class list, with a birth date.
pub fn pupil(
    site: &Site,
    school: &Organisation,
    (first, last): (&str, &str),
    (number_, birth_date): (&str, &str),
) -> Learner {
    let id = LearnerId::new(site.now(), number());
    Learner {
        key: format!("ine:{number_}"),
        national_number: Some(number_.to_owned()),
        birth_date: Some(birth_date.to_owned()),
        division: Some("6A".to_owned()),
        ..Learner::new(school.id, id, (first, last), site.now())
    }
}

/// Keeps the lines of a list.
pub async fn enrol(site: &Site, lines: &[Learner]) {
    write(site, async |tx| {
        for line in lines {
            assert_eq!(learner::add(tx, line).await.expect("added"), Creation::Created);
        }
    })
    .await;
}

/// The present try of somebody.
pub async fn present(site: &Site, campaign: &Campaign, account: AccountId) -> Option<Participation> {
    participation::present(&site.house.db, account, campaign.id).await.expect("the participations")
}

/// A try of a campaign.
pub async fn by_id(site: &Site, campaign: &Campaign, id: ParticipationId) -> Participation {
    participation::by_id(&site.house.db, campaign.id, id).await.expect("a row").expect("the try")
}

/// Begins a campaign by its button.
pub async fn begin(visitor: &Visitor<'_>, campaign: &Campaign, fields: &str) -> Reply {
    visitor.post(&format!("/campaigns/{}/participations", campaign.code), fields).await
}

/// Begins the test of a campaign by its button.
pub async fn take<'a>(visitor: &Visitor<'a>, campaign: &Campaign) -> Taking<'a> {
    Taking::led_to(visitor, &begin(visitor, campaign, "").await)
}

/// Writes through the store, as other pages do.
pub async fn write(site: &Site, change: impl AsyncFnOnce(&mut Tx)) {
    let mut tx = site.house.db.begin().await.expect("a transaction");
    change(&mut tx).await;
    tx.commit().await.expect("kept");
}

fn number() -> u64 {
    Entropy.number().expect("a number")
}
