//! A mini-web: explored by its learner alone, for questions that were seen; its engine, its pages, what is not there.

use content::{Instance, Lang};
use web::Words;

use super::site::{Site, Visitor, paced};
use super::taking::{SKIP, Taking, family_with};

fn explored(instance: &Instance) -> bool {
    instance.paper.web.is_some()
}

/// A learner before a question with a mini-web, and where it begins.
async fn before<'a>(learner: &Visitor<'a>) -> (Taking<'a>, String) {
    let taking = Taking::at(learner, family_with(learner.site, explored)).await;
    let start = taking.waiting().await.expect("a question").instance.paper.web.clone().expect("a mini-web");
    let begin = taking.path(&format!("/questions/1/web/{start}"));
    (taking, begin)
}

#[tokio::test]
async fn the_question_leads_to_its_web_and_back() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (taking, begin) = before(&learner).await;
    let question = taking.path("/questions/1");
    let button = format!("href=\"{begin}?lang=fr\" target=\"_blank\" rel=\"noopener\"");
    learner.get(&question).await.leads("200").holds(&button).says("mini-web-about").says("button-apart");
    let first = learner.get(&begin).await;
    first.leads("200").says("mini-web-start").holds(&format!("href=\"{question}?lang=fr\""));
    assert_eq!(first.headers["x-robots-tag"], "noindex, nofollow");
    assert!(first.tally.statements.len() <= 2 && first.tally.commits <= 1, "{:#?}", first.tally.statements);
    let english = learner.get(&format!("{begin}?lang=en")).await;
    english.holds(Words::of(Lang::En).say("mini-web-back")).holds("?lang=en\"");
    taking.answer(1, SKIP).await.leads(&format!("303 {}", taking.path("/questions/2")));
    learner.get(&begin).await.leads("200");
    learner.get(&taking.path("/corrections/1")).await.leads("200").holds(&button);
}

#[tokio::test]
async fn every_page_is_there_and_every_link_leads_to_one() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (taking, _) = before(&learner).await;
    let asked = taking.waiting().await.expect("a question");
    let family = site.house.bank.present().release.family(&asked.instance.paper.family).expect("the family");
    let web = family.web(asked.seed, Lang::Fr).expect("a mini-web");
    for (host, page) in web.pages() {
        let path = taking.path(&format!("/questions/1/web/{}", host.address(&page.path)));
        let title = maud::html! { h1 { (page.title) } }.into_string();
        let reply = learner.get(&path).await;
        reply.leads("200").holds(&title);
        for link in reply.body.split("href=\"").skip(1).filter_map(|rest| rest.split('"').next()) {
            if link.contains("/web/") {
                learner.get(link).await.leads("200");
            }
        }
    }
}

#[tokio::test]
async fn the_engine_searches_with_a_plain_form() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (taking, begin) = before(&learner).await;
    let asked = taking.waiting().await.expect("a question");
    let family = site.house.bank.present().release.family(&asked.instance.paper.family).expect("the family");
    let web = family.web(asked.seed, Lang::Fr).expect("a mini-web");
    let (host, page) = web.pages().last().expect("a page");
    let form = format!("<form method=\"get\" action=\"{begin}\" role=\"search\">");
    learner.get(&begin).await.leads("200").holds(&form).lacks("id=\"results\"");
    let query =
        format!("lang=fr&q={}", form_urlencoded::byte_serialize(page.title.as_bytes()).collect::<String>());
    let found = learner.get(&format!("{begin}?{query}+site:{}", host.host)).await;
    found
        .leads("200")
        .says("mini-web-search-results")
        .holds(&format!("/web/{}?lang=fr", host.address(&page.path)));
    for (query, said) in [
        ("q=", "mini-web-search-empty"),
        ("q=zzzz", "mini-web-search-nothing"),
        ("q=%3Cscript%3E", "mini-web-search-nothing"),
        ("q=zzzz&year=abc", "mini-web-search-nothing"),
    ] {
        learner.get(&format!("{begin}?{query}")).await.leads("200").says(said).lacks("<script>");
    }
}

#[tokio::test]
async fn what_is_not_there_says_so_in_the_web() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (taking, begin) = before(&learner).await;
    for nowhere in ["nowhere.example/", "loupiote.example/nowhere", "pix.fr/", "%3Cb%3E/x", "a.example//x"] {
        let reply = learner.get(&taking.path(&format!("/questions/1/web/{nowhere}"))).await;
        reply
            .leads("404")
            .says("mini-web-missing-title")
            .says("mini-web-back")
            .holds("class=\"address\"")
            .lacks("<b>/x");
    }
    let none = family_with(&site, |instance| instance.paper.web.is_none());
    let other = Taking::at(&learner, none).await;
    let start = begin.split_once("/web/").expect("an address").1;
    learner
        .get(&other.path(&format!("/questions/1/web/{start}")))
        .await
        .leads("404")
        .says("trouble-404-title");
}

#[tokio::test]
async fn a_web_is_its_learners_alone_and_waits_for_its_question() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let (taking, begin) = before(&learner).await;
    let start = begin.split_once("/web/").expect("an address").1;
    site.learner("max").await.get(&begin).await.leads("404").lacks("mini-web");
    site.staff("ada").await.get(&begin).await.leads("404");
    learner.get(&taking.path(&format!("/questions/2/web/{start}"))).await.leads("404").lacks("mini-web");
    assert!(site.guest().get(&begin).await.outcome().starts_with("303 /sign-in?next="));
    let family = taking.waiting().await.expect("a question").instance.paper.family.clone();
    let preview = format!("/preview/{family}/web/{start}?seed=4");
    learner.get(&preview).await.leads("404").lacks("mini-web");
    site.staff("eve").await.get(&preview).await.leads("200").holds("?seed=4&amp;lang=fr");
}

#[tokio::test]
async fn the_web_of_a_timed_question_waits_for_its_clock() {
    let site = Site::with_bank(|text| paced(text, "free", Some(60))).await;
    let learner = site.learner("zoe").await;
    let (taking, begin) = before(&learner).await;
    learner.get(&begin).await.leads("404").lacks("mini-web");
    learner.post(&taking.path("/clocks/1"), "").await;
    learner.get(&begin).await.leads("200");
}
