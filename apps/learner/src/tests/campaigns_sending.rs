//! Sending one's profile, and the list of one's campaigns.

use rules::snapshot::decode_profile;
use store::campaign::{Campaign, Kind};
use store::{certifiability, learner, trial};

use super::schools::{begin, company, draft, open, present, take, test_campaign, write};
use super::site::{DAY, Site};
use super::taking::{SKIP, Taking};

#[tokio::test]
async fn a_profile_is_shown_first_and_sent_once_when_that_is_asked_for() {
    trial::each(async |db| {
        let site = Site::over(db);
        let company = company(&site).await;
        let campaign = Campaign { several_sendings: true, ..draft(&site, &company, Kind::Collection) };
        let campaign = open(&site, campaign).await;
        let zoe = site.learner("zoe").await;
        Taking::begin(&zoe).await.answer_all(|_| true).await;
        let page = format!("/campaigns/{}", campaign.code);
        zoe.get(&page).await.holds("Rien n’est envoyé sans vous").says("participation-begin-profile");
        begin(&zoe, &campaign, "").await.leads(&format!("303 {page}/sending"));
        let shown = zoe.get(&format!("{page}/sending")).await;
        shown.leads("200").says("participation-send").holds("Atelier Nord");
        assert_eq!(present(&site, &campaign, zoe.account).await.expect("a try").shared_at, None);
        let first = zoe.post(&format!("{page}/sending"), "").await;
        first.leads(&format!("303 {page}/result"));
        assert_eq!((first.tally.statements.len(), first.tally.commits), (2, 1), "{:#?}", first.tally);
        let sent = present(&site, &campaign, zoe.account).await.expect("a try");
        assert_eq!((sent.completed_at, sent.shared_at), (Some(site.now()), Some(site.now())));
        let levels = decode_profile(sent.snapshot.as_deref().expect("a profile")).expect("readable");
        let pix: i64 = levels.iter().map(|sent| i64::from(sent.pix)).sum();
        assert_eq!((levels.len(), sent.pix, sent.certifiable), (16, Some(pix), Some(false)));
        assert!(pix > 0 && levels.iter().any(|sent| sent.level > 0));
        let line = learner::of_account(&site.house.db, company.id, zoe.account).await.expect("a list");
        let known = certifiability::of_organisation(&site.house.db, company.id).await.expect("the list");
        let told =
            known.iter().map(|known| (known.learner_id, known.sent, known.sent_at)).collect::<Vec<_>>();
        assert_eq!(told, [(line.expect("a line").id, Some(false), Some(site.now()))]);
        zoe.post(&format!("{page}/sending"), "").await.leads(&format!("303 {page}/result"));
        assert_eq!(present(&site, &campaign, zoe.account).await, Some(sent.clone()));
        zoe.get(&format!("{page}/result")).await.leads("200").says("participation-profile-sent");
        zoe.get(&page).await.says("participation-was-sent-title").holds("a reçu votre profil");
        site.wait(4 * DAY);
        begin(&zoe, &campaign, "again=1").await.leads(&format!("303 {page}/sending"));
        assert_eq!(present(&site, &campaign, zoe.account).await.expect("a try").shared_at, None);
    })
    .await;
}

#[tokio::test]
async fn an_archived_collection_receives_nothing() {
    let site = Site::open().await;
    let company = company(&site).await;
    let campaign = open(&site, draft(&site, &company, Kind::Collection)).await;
    let zoe = site.learner("zoe").await;
    begin(&zoe, &campaign, "").await;
    write(&site, async |tx| {
        store::campaign::archive(tx, campaign.organisation_id, campaign.id, campaign.owner_id, site.now())
            .await
            .expect("archived");
    })
    .await;
    let sending = format!("/campaigns/{}/sending", campaign.code);
    zoe.get(&sending)
        .await
        .leads("200")
        .says("participation-archived")
        .lacks(&format!("action=\"{sending}\""));
    zoe.post(&sending, "").await.leads(&format!("303 {sending}"));
    assert_eq!(present(&site, &campaign, zoe.account).await.expect("a try").shared_at, None);
}

#[tokio::test]
async fn my_campaigns_are_listed_with_where_they_stand() {
    let site = Site::open().await;
    let (zoe, max) = (site.learner("zoe").await, site.learner("max").await);
    zoe.get("/participations").await.leads("200").says("participations-empty-title");
    let under_way = test_campaign(&site).await;
    take(&zoe, &under_way).await.answer(1, SKIP).await;
    zoe.get("/participations").await.says("participations-under-way").says("participation-resume");
    let sent = test_campaign(&site).await;
    take(&zoe, &sent).await.answer_all(|_| true).await;
    let list = zoe.get("/participations").await;
    list.holds("Envoyé\u{a0}: ").holds(&format!("href=\"/campaigns/{}/result\"", sent.code));
    list.holds(&format!("href=\"/campaigns/{}\"", under_way.code)).holds("Atelier Nord");
    zoe.get("/home").await.holds("href=\"/participations\"").holds(&sent.code);
    max.get("/participations").await.says("participations-empty-title");
    max.get("/home").await.lacks("href=\"/participations\"");
    zoe.get("/participations?before=nonsense").await.leads("404");
}

#[tokio::test]
async fn a_long_list_has_pages() {
    let site = Site::open().await;
    let company = company(&site).await;
    let zoe = site.learner("zoe").await;
    for _ in 0..32 {
        site.wait(1000);
        let campaign = open(&site, draft(&site, &company, Kind::Collection)).await;
        begin(&zoe, &campaign, "").await;
    }
    let list = zoe.get("/participations").await;
    assert_eq!(list.body.matches("<article").count(), 30);
    let (_, older) =
        list.says("participations-older").body.split_once("/participations?before=").expect("older");
    let (id, _) = older.split_once('"').expect("an id");
    let older = zoe.get(&format!("/participations?before={id}")).await;
    assert_eq!(older.says("participations-newest").body.matches("<article").count(), 2);
}
