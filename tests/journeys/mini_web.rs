//! The small web of a question: by keyboard alone, and where no script runs; from the question, through a search and a
//! page, back to the answer.

use crate::accessibility::{LOOKS, check};
use crate::answering;
use crate::backstage::{Backstage, right};
use crate::browser::Browser;
use crate::keyboard::{enter, fill, press, reach};
use crate::site::Site;
use crate::visitor::{SUBMIT, Visitor};
use content::{Expected, Instance};
use grade::Status;
use thirtyfour::Key;

const EMAIL: &str = "explore@journey.example";
const FAMILY: &str = "1.1-a-4-paper-to-bring";
/// The button of the question.
const EXPLORE: &str = ".question a[target=_blank]";
const SEARCH: &str = "[role=search] [type=submit]";
/// The way back in the strip.
const BACK: &str = "header nav a:last-of-type";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_web_is_explored_by_keyboard() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;
    let (path, instance) = question(&visitor, &backstage).await;
    reach(&visitor, EXPLORE).await;
    press(&visitor, Key::Enter).await;
    to_the_new_window(&visitor).await;
    let start = visitor.path().await;
    reach(&visitor, "#q").await;
    press(&visitor, wanted(&instance)).await;
    enter(&visitor, SEARCH).await;
    let found = visitor.path().await;
    enter(&visitor, ".mini-web__results a").await;
    let page = visitor.path().await;
    assert!(visitor.text("main").await.contains(&wanted(&instance)), "{}", visitor.text("main").await);
    enter(&visitor, BACK).await;
    fill(&visitor, &right(&instance.key)).await;
    enter(&visitor, SUBMIT).await;
    assert_eq!(backstage.answered(EMAIL, &path).await, (Status::Ok, false));
    let nowhere = start.replacen(".example", "-2.example", 1);
    let mut faults = Vec::new();
    for look in LOOKS {
        look.take(&visitor).await;
        for (name, path) in [("start", &start), ("search", &found), ("page", &page), ("nowhere", &nowhere)] {
            visitor.open(&path.replacen("lang=fr", &format!("lang={}", look.lang), 1)).await;
            faults.extend(look.faults(&visitor, &format!("mini-web, {name}")).await);
        }
    }
    check(&faults);
    visitor.browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_web_is_explored_without_javascript() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor { site: &site, browser: Browser::open_without_javascript().await };
    let (path, instance) = question(&visitor, &backstage).await;
    visitor.click(EXPLORE).await;
    to_the_new_window(&visitor).await;
    visitor.write("#q", &wanted(&instance)).await;
    visitor.follow(SEARCH).await;
    visitor.follow(".mini-web__results a").await;
    assert!(visitor.text("main").await.contains(&wanted(&instance)));
    visitor.follow(BACK).await;
    answering::fill(&visitor, &right(&instance.key)).await;
    visitor.follow(SUBMIT).await;
    assert_eq!(backstage.answered(EMAIL, &path).await, (Status::Ok, false));
    visitor.browser.close().await;
}

/// Signs up and comes to the question.
async fn question(visitor: &Visitor<'_>, backstage: &Backstage) -> (String, Instance) {
    visitor.sign_up(EMAIL).await;
    let path = visitor.begin("1.2").await;
    backstage.ask(EMAIL, &path, FAMILY).await;
    visitor.open(&path).await;
    let instance = backstage.asked(EMAIL, &path).await;
    (path, instance)
}

async fn to_the_new_window(visitor: &Visitor<'_>) {
    let windows = visitor.window().windows().await.expect("the windows");
    let newest = windows.last().expect("a window").clone();
    assert_eq!(windows.len(), 2, "the web opens beside the question");
    visitor.window().switch_to_window(newest).await.expect("the new window");
    visitor.find(".mini-web").await;
}

/// The words of the right answer that stand in a page: its first letter is small there.
fn wanted(instance: &Instance) -> String {
    let Expected::One(text) = &instance.key.expected else { panic!("one answer") };
    text.split_once(' ').map_or(text.as_str(), |(_, rest)| rest).replace('\'', "’")
}
