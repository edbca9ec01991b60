//! Trying again, and what was deleted. Scenarios 11 and 16.

use rules::subjects::Subjects;
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

/// A new try asks everything again where the campaign allows it; what was known elsewhere stays.
#[tokio::test]
async fn a_try_from_nothing_forgets_the_subjects_of_the_campaign_alone() {
    trial::each(async |db| {
        let site = Site::over(db);
        let company = company(&site).await;
        let draft = Campaign { several_sendings: true, ..draft(&site, &company, Kind::Assessment) };
        let campaign = open(&site, Campaign { resettable: true, ..draft }).await;
        let zoe = site.learner("zoe").await;
        let practice = Taking::begin(&zoe).await;
        practice.answer_all(|_| true).await;
        let taking = take(&zoe, &campaign).await;
        taking.answer_all(|asked| asked.position > 1).await;
        let end = format!("/campaigns/{}/result", campaign.code);
        zoe.get(&end).await.lacks("value=\"afresh\"");
        site.wait(4 * DAY);
        zoe.get(&end).await.says("participation-afresh-title").holds("value=\"afresh\"");
        let before = taking.known().await.knowledge;
        let begun = begin(&zoe, &campaign, "again=afresh").await;
        assert!(begun.tally.statements.len() <= 5, "{:#?}", begun.tally.statements);
        let again = Taking::led_to(&zoe, &begun);
        let asked = Subjects::parse(&campaign.tubes).expect("subjects");
        let release = &site.house.bank.present().release;
        let of_campaign: Vec<_> = asked.skills(release).map(|skill| skill.id).collect();
        let after = again.known().await.knowledge;
        assert!(before.iter().any(|known| of_campaign.contains(&known.skill)));
        assert!(before.iter().any(|known| !of_campaign.contains(&known.skill)));
        for known in before.iter() {
            let stays = !of_campaign.contains(&known.skill);
            assert_eq!(after.get(known.skill).is_some(), stays, "{known:?}");
        }
        let first = present(&site, &campaign, zoe.account).await.expect("a try");
        assert_eq!(first.shared_at, None, "a new try");
    })
    .await;
}

#[tokio::test]
async fn a_campaign_that_does_not_allow_it_forgets_nothing() {
    let site = Site::open().await;
    let company = company(&site).await;
    let campaign = Campaign { several_sendings: true, ..draft(&site, &company, Kind::Assessment) };
    let campaign = open(&site, campaign).await;
    let zoe = site.learner("zoe").await;
    let taking = take(&zoe, &campaign).await;
    taking.answer_all(|asked| asked.position > 1).await;
    site.wait(4 * DAY);
    let end = format!("/campaigns/{}/result", campaign.code);
    zoe.get(&end).await.holds("name=\"again\"").lacks("value=\"afresh\"");
    let validated = |known: &measure::placement::Knowledge| {
        known.iter().filter(|known| known.outcome == measure::placement::Outcome::Validated).count()
    };
    let before = validated(&taking.known().await.knowledge);
    let again = Taking::led_to(&zoe, &begin(&zoe, &campaign, "again=afresh").await);
    assert_eq!(validated(&again.known().await.knowledge), before, "an ordinary new try");
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
