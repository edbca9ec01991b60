//! Taking part without an account: made by the button, for some hours, in campaigns that allow it; kept by signing up.

use store::account::Role;
use store::campaign::{Campaign, Kind};
use store::{TokenHash, account, campaign, learner, session, trial};
use web::trial::{PASSWORD, Reply, Visitor};
use web::{Lang, Words};

use super::schools::{
    SUBJECT, begin, company, draft, enrol, open, present, pupil, school, test_campaign, write,
};
use super::site::{HOUR, Site};
use super::taking::Taking;

/// A campaign that needs no account.
async fn simplified(site: &Site) -> Campaign {
    let company = company(site).await;
    let tubes = SUBJECT.to_owned();
    open(site, Campaign { simplified: true, tubes, ..draft(site, &company, Kind::Assessment) }).await
}

/// Whoever a reply let in, as their browser comes back.
async fn let_in<'a>(site: &'a Site, reply: &Reply) -> Visitor<'a> {
    let cookie = reply.session();
    let token = cookie.split_once('=').expect("a token").1.to_owned();
    let csrf = web::cross_site::form_token(&token);
    let (house, hash) = (&site.house, TokenHash::of(&token));
    let found = session::find(&house.db, hash, &house.site.legal, site.now()).await.expect("the sessions");
    Visitor { site, account: found.expect("a session").account_id, cookie, csrf }
}

async fn accounts(site: &Site) -> Option<account::Account> {
    account::by_email_or_username(&site.house.db, "zoe@pix.example").await.expect("accounts")
}

#[tokio::test]
async fn a_stranger_begins_answers_and_sees_the_end_without_a_name() {
    trial::each(async |db| {
        let site = Site::over(db);
        let campaign = simplified(&site).await;
        let page = format!("/campaigns/{}", campaign.code);
        site.guest()
            .get(&page)
            .await
            .says("entry-begin")
            .lacks(Words::of(Lang::Fr).say("participation-known"))
            .holds("sans votre nom")
            .holds(&format!("action=\"{page}/entry\""));
        site.guest().get(&format!("{page}/entry")).await.leads(&format!("303 {page}"));
        let entered = site.guest().post(&format!("{page}/entry"), "").await;
        entered.leads(&format!("303 {page}"));
        assert!(entered.tally.statements.len() <= 5, "{:#?}", entered.tally.statements);
        let visitor = let_in(&site, &entered).await;
        visitor
            .get(&page)
            .await
            .says("participation-begin")
            .holds("/sign-up?next=")
            .lacks("href=\"/profile\"");
        visitor.post(&format!("{page}/entry"), "").await.leads(&format!("303 {page}"));
        let taking = Taking::led_to(&visitor, &begin(&visitor, &campaign, "").await);
        taking.answer_all(|_| true).await;
        let end = visitor.get(&format!("{page}/result")).await;
        end.leads("200").says("entry-keep-title").holds("100").lacks("href=\"/home\"").lacks("/account\"");
        // What belongs to an account is not there for whoever has none.
        for path in ["/home", "/profile", "/participations", "/trainings", "/mistakes", "/tutorials"] {
            let next: String = path.replace('/', "%2F");
            visitor.get(path).await.leads(&format!("303 /sign-up?next={next}"));
        }
        let after = visitor.get(&page).await;
        after.says("participation-was-sent-title").holds("sans votre nom").says("participation-see");
        after.lacks(Words::of(Lang::Fr).say("participation-sent-title"));
        site.wait(4 * HOUR);
        visitor
            .get(&format!("{page}/result"))
            .await
            .leads(&format!("303 /sign-in?next={}", format!("{page}/result").replace('/', "%2F")));
    })
    .await;
}

/// There is no name to change and no password: the language, and the way to keep what is done.
#[tokio::test]
async fn whoever_has_no_account_chooses_a_language_or_signs_up() {
    let site = Site::open().await;
    let campaign = simplified(&site).await;
    let visitor =
        let_in(&site, &site.guest().post(&format!("/campaigns/{}/entry", campaign.code), "").await).await;
    let page = visitor.get("/account").await;
    page.leads("200").says("account-none-title").says("account-language").holds("href=\"/sign-up\"");
    for absent in
        ["/account/names", "/account/email", "/account/password", "/account/devices", "/account/data"]
    {
        page.lacks(absent);
    }
    page.lacks("/account/erasure").lacks("/password-reset");
    assert!(page.tally.statements.len() <= 5, "{:#?}", page.tally.statements);
    visitor.post("/account/language", "language=en").await.leads("303 /account?done=language");
}

#[tokio::test]
async fn only_a_simplified_campaign_without_a_list_lets_strangers_in() {
    let site = Site::open().await;
    let usual = test_campaign(&site).await;
    let school = school(&site, "Collège Jean-Moulin").await;
    let listed = Campaign { simplified: true, ..draft(&site, &school, Kind::Assessment) };
    let listed = open(&site, listed).await;
    let company = company(&site).await;
    let closed = Campaign { simplified: true, ..draft(&site, &company, Kind::Assessment) };
    let closed = open(&site, closed).await;
    write(&site, async |tx| {
        let by = closed.owner_id;
        campaign::archive(tx, closed.organisation_id, closed.id, by, site.now()).await.expect("archived");
    })
    .await;
    for campaign in [&usual, &listed] {
        let page = format!("/campaigns/{}", campaign.code);
        site.guest().get(&page).await.says("participation-knock").lacks("/entry\"");
        let refused = site.guest().post(&format!("{page}/entry"), "").await;
        refused.leads(&format!("303 {page}"));
        assert!(!refused.headers.contains_key("set-cookie"), "nobody is made");
    }
    let refused = site.guest().post(&format!("/campaigns/{}/entry", closed.code), "").await;
    assert!(!refused.headers.contains_key("set-cookie"), "the campaign is closed");
    site.guest().post("/campaigns/BBBBBB222/entry", "").await.leads("404");
    site.guest().post("/campaigns/nonsense/entry", "").await.leads("404");
    // Nor does somebody without an account begin another campaign that asks for one.
    let open = simplified(&site).await;
    let entered = site.guest().post(&format!("/campaigns/{}/entry", open.code), "").await;
    let visitor = let_in(&site, &entered).await;
    let page = format!("/campaigns/{}", usual.code);
    visitor.get(&page).await.says("participation-knock");
    begin(&visitor, &usual, "").await.leads(&format!("303 {page}"));
    // Somebody signed in stays who they are.
    let tom = site.learner("tom").await;
    tom.post(&format!("/campaigns/{}/entry", open.code), "")
        .await
        .leads(&format!("303 /campaigns/{}", open.code));
}

#[tokio::test]
async fn signing_up_keeps_what_was_done_without_an_account() {
    trial::each(async |db| {
        let site = Site::over(db);
        let campaign = simplified(&site).await;
        let entry = format!("/campaigns/{}/entry", campaign.code);
        let end = format!("/campaigns/{}/result", campaign.code);
        let visitor = let_in(&site, &site.guest().post(&entry, "").await).await;
        Taking::led_to(&visitor, &begin(&visitor, &campaign, "").await).answer_all(|_| true).await;
        visitor.get("/sign-up").await.leads("200").holds("name=\"settling\"");
        let refused = visitor.post("/sign-up", "first-name=Zo%C3%A9&settling=1").await;
        refused.leads("422").holds("name=\"settling\"");
        let fields = format!(
            "first-name=Zo%C3%A9&last-name=Test&email=zoe%40pix.example&password={PASSWORD}&terms=on&next={end}&settling=1"
        );
        let signed = visitor.post("/sign-up", &fields).await;
        signed.leads(&format!("303 {end}"));
        assert!(signed.tally.statements.len() <= 5, "{:#?}", signed.tally.statements);
        let zoe = accounts(&site).await.expect("an account");
        assert_eq!((zoe.role, zoe.first_name.as_str()), (Role::Learner, "Zoé"));
        assert!(present(&site, &campaign, zoe.id).await.is_some_and(|one| one.shared_at.is_some()));
        let browser = let_in(&site, &signed).await;
        browser.get(&end).await.leads("200").lacks("entry-keep-title").holds("/account");
        browser.get("/participations").await.holds("Rentrée numérique");
        // Whoever knew the token of before knows nothing of the account.
        visitor.get("/participations").await.leads("303 /sign-in?next=%2Fparticipations");
        // The same form again goes on, and another stranger does not get the account.
        browser.post("/sign-up", &fields).await.leads(&format!("303 {end}"));
        let other = let_in(&site, &site.guest().post(&entry, "").await).await;
        let wrong = fields.replace(PASSWORD, "Autre-Passe-2026");
        other.post("/sign-up", &wrong).await.leads("422").says("sign-up-refused");
        other.get(&format!("/campaigns/{}", campaign.code)).await.says("participation-begin");
    })
    .await;
}

/// Without an account of one's own one is no pupil of a list: nobody could come back to it.
#[tokio::test]
async fn nobody_without_an_account_takes_the_place_of_a_pupil() {
    let site = Site::open().await;
    let entry = format!("/campaigns/{}/entry", simplified(&site).await.code);
    let school = school(&site, "Collège Jean-Moulin").await;
    let listed = open(&site, draft(&site, &school, Kind::Assessment)).await;
    enrol(&site, &[pupil(&site, &school, ("Léa", "Garrigue"), ("INE1", "2013-03-12"))]).await;
    let visitor = let_in(&site, &site.guest().post(&entry, "").await).await;
    let page = format!("/campaigns/{}", listed.code);
    visitor.get(&page).await.says("participation-knock").lacks("/identity");
    visitor.get(&format!("{page}/identity")).await.leads(&format!("303 {page}"));
    let lea = "first-name=L%C3%A9a&last-name=Garrigue&birth-date=12%2F03%2F2013";
    visitor.post(&format!("{page}/identity"), lea).await.leads(&format!("303 {page}"));
    let line = learner::of_account(&site.house.db, school.id, visitor.account).await;
    assert_eq!(line.expect("a list"), None);
}
