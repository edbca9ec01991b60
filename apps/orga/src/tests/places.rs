//! The page of the places: what there is, what is taken, and that too many is told.

use store::campaign::{self, Campaign, Kind};
use store::membership::Role as Post;
use store::organisation::Organisation;
use store::participation::{self, Participation};
use store::place_lot::{self, Lot};
use store::{AccountId, CampaignId, LotId, ParticipationId};
use web::entropy::Entropy;

use super::site::Site;

fn number() -> u64 {
    Entropy.number().expect("a number")
}

/// Gives a school places, and people without a name who take some.
async fn filled(site: &Site, school: &Organisation, places: i64, people: u64) {
    let now = site.now();
    let lot = Lot {
        organisation_id: school.id,
        id: LotId::new(now, number()),
        places,
        category: "T0".to_owned(),
        reference: "BC-14".to_owned(),
        active_from: now - 1,
        active_until: None,
    };
    let owner = AccountId::new(now, 1);
    let campaign = Campaign {
        code: rules::campaign_code::draw(number()),
        ..Campaign::new(school.id, CampaignId::new(now, number()), Kind::Collection, owner, now)
    };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    place_lot::add(&mut tx, &lot).await.expect("a lot");
    campaign::create(&mut tx, &campaign).await.expect("a campaign");
    for one in 0..people {
        let id = ParticipationId::new(now, number());
        let begun = Participation::new(campaign.id, id, AccountId::new(now, 100 + one), now);
        participation::start(&mut tx, &begun).await.expect("a try");
    }
    tx.commit().await.expect("kept");
}

#[tokio::test]
async fn places_are_told_and_nobody_is_stopped() {
    let site = Site::open().await;
    let school = site.school("Collège des Tilleuls").await;
    let teacher = site.worker("farid", &school, Post::Member).await;
    teacher.get("/orga/places").await.leads("200").says("places-none").lacks("banner--warn");
    filled(&site, &school, 3, 2).await;
    let shown = teacher.get("/orga/places").await;
    shown.leads("200").holds("BC-14").says("places-active").lacks("banner--warn");
    assert!(shown.tally.statements.len() <= 5);
    filled(&site, &school, 1, 3).await;
    teacher.get("/orga/places").await.holds("Une personne de plus que de places").says("places-over-next");
    let elsewhere = site.school("Collège Zola").await;
    let other = site.worker("max", &elsewhere, Post::Admin).await;
    other.get("/orga/places").await.lacks("BC-14").says("places-none");
}

#[tokio::test]
async fn the_way_there_is_shown_where_places_are_counted() {
    let site = Site::open().await;
    let features = format!(" {} ", rules::places::FEATURE);
    let plain = site.school("Collège Zola").await;
    let school = Organisation {
        features,
        ..Organisation::new(
            store::OrganisationId::new(site.now(), number()),
            store::organisation::Kind::Sco,
            "Collège des Tilleuls",
            site.now(),
        )
    };
    let school = site.organisation(school).await;
    let (here, there) =
        (site.worker("farid", &school, Post::Member).await, site.worker("max", &plain, Post::Member).await);
    here.get("/orga/team").await.holds("href=\"/orga/places\"");
    there.get("/orga/team").await.lacks("href=\"/orga/places\"");
}
