//! A level gained: said once by the next page, and only where it is true.

use axum::http::header;

use super::site::{Site, Visitor};
use super::taking::{SKIP, Taking, form};

const SAID: &str = "atteint en";

/// The news that a reply brings, as the browser sends it back, and for how long.
fn news(reply: &web::trial::Reply) -> Option<(String, String)> {
    let cookie = reply.headers.get(header::SET_COOKIE)?.to_str().expect("text");
    let (pair, rest) = cookie.split_once(';').expect("attributes");
    Some((pair.to_owned(), rest.to_owned()))
}

fn with<'a>(visitor: &Visitor<'a>, cookie: &str) -> Visitor<'a> {
    Visitor { cookie: format!("{}; {cookie}", visitor.cookie), ..visitor.clone() }
}

/// Answers right until a level is gained; gives the news and where the reply led.
async fn gained(taking: &Taking<'_>) -> (String, String) {
    while let Some(asked) = taking.waiting().await {
        let fields = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
        let reply = taking.answer(asked.position, &fields).await;
        if let Some((cookie, rest)) = news(&reply) {
            assert!(
                rest.contains(&format!("Path={}", taking.path(""))) && rest.contains("HttpOnly"),
                "{rest}"
            );
            return (cookie, reply.location.clone());
        }
    }
    panic!("who knows everything gains a level");
}

#[tokio::test]
async fn a_level_is_said_once_by_the_next_page() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::begin(&learner).await;
    let (cookie, next) = gained(&taking).await;
    let level = cookie.strip_prefix("level-up=").expect("a level").to_owned();
    let page = with(&learner, &cookie).get(&next).await;
    page.leads("200").holds(&format!("Niveau {level} {SAID}")).holds("class=\"toast\"");
    let (taken_back, rest) = news(&page).expect("the news are taken back");
    assert_eq!((taken_back.as_str(), rest.contains("Max-Age=0")), ("level-up=", true));
    with(&learner, &taken_back).get(&next).await.leads("200").lacks(SAID);
    learner.get(&next).await.leads("200").lacks(SAID);
}

#[tokio::test]
async fn what_is_not_so_is_not_said() {
    let site = Site::open().await;
    let learner = site.learner("zoe").await;
    let taking = Taking::begin(&learner).await;
    let first = taking.path("/questions/1");
    for made_up in ["0", "3", "7", "x", "-1", "", "999"] {
        let page = with(&learner, &format!("level-up={made_up}")).get(&first).await;
        page.leads("200").lacks(SAID);
    }
    let skipped = taking.answer(1, SKIP).await;
    assert_eq!(news(&skipped), None, "nothing was gained");
    let (cookie, next) = gained(&taking).await;
    let other = site.learner("max").await;
    with(&other, &cookie).get(&next).await.leads("404").lacks(SAID);
}
