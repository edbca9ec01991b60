//! Coming by a code: the form, the first page, what is asked before one begins. Scenarios 8 and 12.

use store::campaign::{Campaign, Kind};
use store::campaign_picture::{self, Described, New};
use store::{PictureId, trial};

use super::schools::{begin, company, draft, open, present, take, test_campaign, write};
use super::site::Site;

#[tokio::test]
async fn a_code_is_read_kindly_and_a_wrong_one_is_told() {
    let site = Site::open().await;
    let campaign = test_campaign(&site).await;
    let (zoe, stranger) = (site.learner("zoe").await, site.guest());
    let page = format!("303 /campaigns/{}", campaign.code);
    let (letters, digits) = campaign.code.split_at(6);
    for visitor in [&zoe, &stranger] {
        visitor.get("/campaigns").await.leads("200").says("participation-code-title");
        for typed in [campaign.code.clone(), format!("+{}+{digits}", letters.to_lowercase())] {
            visitor.post("/campaigns", &format!("code={typed}")).await.leads(&page);
        }
        visitor.post("/campaigns", "code=").await.leads("422").says("participation-code-empty");
        for typed in ["BBBBBB222", "bonjour", "%3Cscript%3E"] {
            let reply = visitor.post("/campaigns", &format!("code={typed}")).await;
            reply.leads("422").says("participation-code-wrong").lacks("<script>");
        }
        visitor.get("/campaigns/BBBBBB222").await.leads("404").says("participation-code-wrong");
        visitor.get("/campaigns/nonsense").await.leads("404").says("participation-code-wrong");
        visitor.get(&format!("/campaigns/{}", campaign.code.to_lowercase())).await.leads(&page);
    }
    zoe.get("/home").await.says("participation-code-title");
    stranger.get("/").await.says("participation-code-title");
}

#[tokio::test]
async fn a_stranger_reads_what_is_sent_and_is_led_to_sign_in_and_back() {
    let site = Site::open().await;
    let company = company(&site).await;
    let text = Some("Bienvenue.\n<b>Bon courage</b>".to_owned());
    let campaign = Campaign { landing_text: text, ..draft(&site, &company, Kind::Assessment) };
    let campaign = open(&site, campaign).await;
    let page = site.guest().get(&format!("/campaigns/{}", campaign.code)).await;
    let next = format!("next=%2Fcampaigns%2F{}", campaign.code);
    page.leads("200").holds("Rentrée numérique").holds("Atelier Nord").says("participation-sent-title");
    page.holds("est envoyé automatiquement à Atelier Nord").holds("<p>&lt;b&gt;Bon courage&lt;/b&gt;</p>");
    page.lacks("Nom entre enseignants");
    page.holds(&format!("href=\"/sign-in?{next}\"")).holds(&format!("href=\"/sign-up?{next}\""));
    site.guest()
        .post(&format!("/campaigns/{}/participations", campaign.code), "")
        .await
        .leads(&format!("303 /sign-in?next=%2Fcampaigns%2F{}%2Fparticipations", campaign.code));
    let zoe = site.learner("zoe").await;
    let back = zoe.get(&format!("/campaigns/{}/participations", campaign.code)).await;
    back.leads(&format!("303 /campaigns/{}", campaign.code));
}

#[tokio::test]
async fn two_clicks_begin_once() {
    trial::each(async |db| {
        let site = Site::over(db);
        let campaign = test_campaign(&site).await;
        let zoe = site.learner("zoe").await;
        let (one, other) = tokio::join!(begin(&zoe, &campaign, ""), begin(&zoe, &campaign, ""));
        assert_eq!(one.outcome(), other.outcome());
        assert!(one.location.starts_with("/attempts/"), "{}", one.location);
        assert_eq!(begin(&zoe, &campaign, "").await.outcome(), one.outcome());
        let begun = present(&site, &campaign, zoe.account).await.expect("a try");
        let line = store::learner::of_account(&site.house.db, campaign.organisation_id, zoe.account).await;
        let line = line.expect("a list").expect("a line");
        assert_eq!(begun.learner_id, Some(line.id));
        assert_eq!((line.key, line.sought), (format!("account:{}", zoe.account), "test zoe".to_owned()));
        assert_eq!((begun.completed_at, begun.shared_at), (None, None));
    })
    .await;
}

#[tokio::test]
async fn beginning_costs_five_statements_and_one_commit() {
    trial::each(async |db| {
        let site = Site::over(db);
        let campaign = test_campaign(&site).await;
        let tally = begin(&site.learner("zoe").await, &campaign, "").await.tally;
        assert_eq!((tally.statements.len(), tally.commits), (5, 1), "{:#?}", tally.statements);
    })
    .await;
}

/// Scenario 8: given a campaign with an EMAIL id, when "abc" is typed, then refused; the link parameter pre-fills it.
#[tokio::test]
async fn scenario_8_an_external_identifier_is_asked_checked_and_filled_in_by_a_link() {
    let site = Site::open().await;
    let company = company(&site).await;
    let campaign = Campaign {
        external_label: Some("Adresse professionnelle".to_owned()),
        external_kind: Some("email".to_owned()),
        ..draft(&site, &company, Kind::Assessment)
    };
    let campaign = open(&site, campaign).await;
    let zoe = site.learner("zoe").await;
    let page = format!("/campaigns/{}", campaign.code);
    zoe.get(&page).await.holds("Adresse professionnelle").holds("name=\"external-id\"");
    let prepared = zoe.get(&format!("{page}?participantExternalId=zoe%40ac.example")).await;
    prepared.holds("value=\"zoe@ac.example\"");
    let stranger = site.guest().get(&format!("{page}?participantExternalId=zoe%40ac.example")).await;
    stranger.holds("participantExternalId%3Dzoe%2540ac.example");
    let long = "a".repeat(256);
    for (typed, why) in [
        ("abc", "participation-external-email"),
        ("", "participation-external-empty"),
        (long.as_str(), "participation-external-long"),
    ] {
        begin(&zoe, &campaign, &format!("external-id={typed}")).await.leads("422").says(why);
    }
    assert_eq!(present(&site, &campaign, zoe.account).await, None, "nothing was written");
    assert_eq!(begin(&zoe, &campaign, "external-id=Zoe%40ac.example").await.status, 303);
    let begun = present(&site, &campaign, zoe.account).await.expect("a try");
    assert_eq!(begun.external_id.as_deref(), Some("zoe@ac.example"));
}

/// What an identifier looks like can be shown beside it, to whoever may read the page; browsers keep it.
#[tokio::test]
async fn a_picture_helps_to_find_the_identifier() {
    let site = Site::open().await;
    let company = company(&site).await;
    let draft = draft(&site, &company, Kind::Assessment);
    let campaign = open(&site, Campaign { external_label: Some("Numéro".to_owned()), ..draft }).await;
    let described = Described {
        id: PictureId::new(site.now(), 1),
        description: "La carte, le numéro en bas".to_owned(),
        width: 64,
        height: 32,
    };
    let address = format!("/campaigns/{}/pictures/{}", campaign.code, described.id);
    let (organisation, id) = (company.id, campaign.id);
    let new = New { organisation, campaign: id, described, media: "image/png", bytes: b"dots" };
    let mut tx = site.house.db.begin().await.expect("a transaction");
    campaign_picture::put(&mut tx, &new, site.now()).await.expect("a picture");
    tx.commit().await.expect("kept");
    let zoe = site.learner("zoe").await;
    let page = zoe.get(&format!("/campaigns/{}", campaign.code)).await;
    page.leads("200").holds(&format!("src=\"{address}\" alt=\"La carte, le numéro en bas\" width=\"64\""));
    assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
    begin(&zoe, &campaign, "external-id=").await.leads("422").holds(&address);
    let picture = site.guest().get(&address).await;
    picture.leads("200").holds("dots");
    let header = |name: &str| picture.headers.get(name).expect("a header").to_str().expect("text").to_owned();
    assert_eq!(header("content-type"), "image/png");
    assert_eq!(header("cache-control"), "private, max-age=31536000, immutable");
    for address in
        [address.replace(&campaign.code, "BBBBBB222"), format!("{address}0"), format!("{address}x")]
    {
        site.guest().get(&address).await.leads("404");
    }
}

/// Scenario 12: given an archived campaign, when a newcomer uses its code, then closed page; a started pupil cannot send.
#[tokio::test]
async fn scenario_12_an_archived_campaign_is_closed_and_receives_nothing() {
    let site = Site::open().await;
    let campaign = test_campaign(&site).await;
    let zoe = site.learner("zoe").await;
    let taking = take(&zoe, &campaign).await;
    taking.answer(1, super::taking::SKIP).await;
    archive(&site, &campaign).await;
    let max = site.learner("max").await;
    let page = format!("/campaigns/{}", campaign.code);
    max.get(&page).await.leads("200").holds("Ce parcours est fermé").lacks("<form class=\"stack\"");
    begin(&max, &campaign, "").await.leads(&format!("303 {page}"));
    assert_eq!(present(&site, &campaign, max.account).await, None);
    site.guest().get(&page).await.says("participation-closed-sign-in");
    zoe.get(&page).await.says("participation-archived").says("participation-resume");
    taking.answer_all(|_| true).await;
    let over = present(&site, &campaign, zoe.account).await.expect("a try");
    assert!(over.completed_at.is_some(), "it may be finished for oneself");
    assert_eq!((over.shared_at, over.snapshot, over.skills), (None, None, None));
    zoe.get(&format!("{page}/result")).await.leads("200").says("participation-archived");
}

async fn archive(site: &Site, campaign: &Campaign) {
    write(site, async |tx| {
        store::campaign::archive(tx, campaign.organisation_id, campaign.id, campaign.owner_id, site.now())
            .await
            .expect("archived");
    })
    .await;
}
