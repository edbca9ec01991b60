//! Trying again, and what was deleted. Scenarios 11 and 16.

use store::campaign::{Campaign, Kind};
use store::{participation, trial};

use super::schools::{begin, by_id, company, draft, open, present, take, test_campaign, write};
use super::site::{DAY, HOUR, Site};
use super::taking::{SKIP, Taking};

/// Scenario 11: given a shared result 3 days old, when retrying, then refused; at 4 days accepted and the teacher sees both.
#[tokio::test]
async fn scenario_11_a_new_try_waits_four_days_and_both_are_kept() {
    trial::each(async |db| {
        let site = Site::over(db);
        let company = company(&site).await;
        let campaign = Campaign { several_sendings: true, ..draft(&site, &company, Kind::Assessment) };
        let campaign = open(&site, campaign).await;
        let zoe = site.learner("zoe").await;
        take(&zoe, &campaign).await.answer_all(|asked| asked.position == 1).await;
        let first = present(&site, &campaign, zoe.account).await.expect("a try");
        let end = format!("/campaigns/{}/result", campaign.code);
        site.wait(3 * DAY);
        begin(&zoe, &campaign, "again=1").await.leads(&format!("303 {end}"));
        zoe.get(&end).await.holds("dans 1 jour").lacks("name=\"again\"");
        assert_eq!(present(&site, &campaign, zoe.account).await, Some(first.clone()));
        site.wait(DAY);
        zoe.get(&end).await.says("participation-again").holds("name=\"again\"");
        begin(&zoe, &campaign, "").await.leads(&format!("303 {end}"));
        let (one, other) = tokio::join!(begin(&zoe, &campaign, "again=1"), begin(&zoe, &campaign, "again=1"));
        assert_eq!(one.outcome(), other.outcome());
        assert!(one.tally.statements.len().min(other.tally.statements.len()) <= 5);
        let taking = Taking::led_to(&zoe, &one);
        let kept = by_id(&site, &campaign, first.id).await;
        assert!(kept.superseded && kept.snapshot == first.snapshot, "the first result stays");
        taking.answer_all(|_| true).await;
        let second = present(&site, &campaign, zoe.account).await.expect("a try");
        assert_eq!((second.shared_at, second.skills), (Some(site.now()), first.skills));
        assert!(second.validated > first.validated, "what failed was asked again");
        site.wait(4 * DAY);
        begin(&zoe, &campaign, "again=1").await.leads(&format!("303 {end}"));
        zoe.get(&end).await.leads("200").lacks("name=\"again\"");
    })
    .await;
}

#[tokio::test]
async fn one_sending_is_one_try() {
    let site = Site::open().await;
    let campaign = test_campaign(&site).await;
    let zoe = site.learner("zoe").await;
    take(&zoe, &campaign).await.answer_all(|_| false).await;
    let sent = present(&site, &campaign, zoe.account).await;
    site.wait(30 * DAY);
    let zoe = site.signed_in(zoe.account).await;
    let end = format!("/campaigns/{}/result", campaign.code);
    begin(&zoe, &campaign, "again=1").await.leads(&format!("303 {end}"));
    zoe.get(&end).await.lacks("name=\"again\"");
    assert_eq!(present(&site, &campaign, zoe.account).await, sent, "a result that was sent is not improved");
}

/// Scenario 16: given a deleted participation, when the pupil returns, then cannot start; statistics exclude it.
#[tokio::test]
async fn scenario_16_who_was_deleted_cannot_begin_again() {
    let site = Site::open().await;
    let company = company(&site).await;
    let campaign = Campaign { several_sendings: true, ..draft(&site, &company, Kind::Assessment) };
    let campaign = open(&site, campaign).await;
    let zoe = site.learner("zoe").await;
    take(&zoe, &campaign).await.answer_all(|_| true).await;
    delete(&site, &campaign, &zoe).await;
    let page = format!("/campaigns/{}", campaign.code);
    for wait in [0, 5 * DAY] {
        site.wait(wait);
        begin(&zoe, &campaign, "again=1").await.leads(&format!("303 {page}"));
        zoe.get(&page)
            .await
            .leads("200")
            .holds("a été supprimée")
            .lacks("method=\"post\" action=\"/campaigns/");
        zoe.get(&format!("{page}/result")).await.leads(&format!("303 {page}"));
    }
    zoe.get("/participations").await.says("participations-empty-title");
}

#[tokio::test]
async fn what_was_begun_and_deleted_is_finished_for_oneself() {
    let site = Site::open().await;
    let campaign = test_campaign(&site).await;
    let zoe = site.learner("zoe").await;
    let taking = take(&zoe, &campaign).await;
    taking.answer(1, SKIP).await;
    delete(&site, &campaign, &zoe).await;
    let page = format!("/campaigns/{}", campaign.code);
    zoe.get(&page).await.says("participation-deleted-resume").says("participation-resume");
    site.wait(HOUR);
    taking.answer_all(|_| true).await;
    let over = present(&site, &campaign, zoe.account).await.expect("a try");
    assert_eq!((over.completed_at, over.shared_at, over.snapshot), (Some(site.now()), None, None));
    zoe.get(&page).await.holds("a été supprimée");
}

async fn delete(site: &Site, campaign: &Campaign, visitor: &super::site::Visitor<'_>) {
    let id = present(site, campaign, visitor.account).await.expect("a try").id;
    write(site, async |tx| {
        let deleted = participation::delete(tx, campaign.id, id, campaign.owner_id, site.now()).await;
        assert!(deleted.expect("deleted"));
    })
    .await;
}
