//! The picture of a campaign: one at a time, under an address of its own, gone with the campaign.

use crate::campaign::{self, Campaign, Kind};
use crate::campaign_picture::{Described, New, Served, copy, describe, of_campaign, put, remove, served};
use crate::organisation::{self, Kind as School, Organisation};
use crate::trial::{self, NOW};
use crate::{AccountId, CampaignId, Db, OrganisationId, PictureId};

const CODE: &str = "BCDFGH234";

async fn check(db: Db) {
    let (school, owner) = (OrganisationId::new(NOW, 1), AccountId::new(NOW, 1));
    let id = CampaignId::new(NOW, 1);
    let one = Campaign { code: CODE.to_owned(), ..Campaign::new(school, id, Kind::Assessment, owner, NOW) };
    let mut tx = db.begin().await.unwrap();
    organisation::create(&mut tx, &Organisation::new(school, School::Sco, "Collège", NOW)).await.unwrap();
    campaign::create(&mut tx, &one).await.unwrap();
    assert_eq!(of_campaign(&mut tx, id).await.unwrap(), None);
    assert!(!describe(&mut tx, id, "rien").await.unwrap());
    let [first, second] = [1, 2].map(|number| PictureId::new(NOW, number));
    let described = |id| Described { id, description: "Une carte".to_owned(), width: 64, height: 32 };
    for picture in [first, second] {
        let described = described(picture);
        let new =
            New { organisation: school, campaign: id, described, media: "image/png", bytes: &[7, 0, 7] };
        put(&mut tx, &new, NOW).await.unwrap();
    }
    assert_eq!(of_campaign(&mut tx, id).await.unwrap(), Some(described(second)));
    let picture = Served { media: "image/png".to_owned(), bytes: vec![7, 0, 7] };
    for (code, id, expected) in
        [(CODE, second, Some(&picture)), (CODE, first, None), ("BCDFGH235", second, None)]
    {
        assert_eq!(served(&mut tx, code, id).await.unwrap().as_ref(), expected, "{code}");
    }
    assert!(describe(&mut tx, id, "La carte").await.unwrap());
    assert_eq!(of_campaign(&mut tx, id).await.unwrap().unwrap().description, "La carte");
    let other = CampaignId::new(NOW, 2);
    for (from, expected) in [(other, false), (id, true), (id, false)] {
        assert_eq!(copy(&mut tx, from, other).await.unwrap(), expected);
    }
    assert_eq!(of_campaign(&mut tx, other).await.unwrap().unwrap().id, second);
    campaign::delete(&mut tx, school, id, owner, NOW).await.unwrap();
    assert_eq!(served(&mut tx, CODE, second).await.unwrap(), None, "with the campaign");
    assert!(remove(&mut tx, id).await.unwrap());
    assert!(!remove(&mut tx, id).await.unwrap(), "once");
    tx.commit().await.unwrap();
}

#[tokio::test]
async fn a_campaign_has_one_picture_at_a_time() {
    trial::each(check).await;
}
