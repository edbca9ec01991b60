//! A question that asks to stay on its page: leaving is noted, told, and only warns.

use crate::answering::fill;
use crate::backstage::{Backstage, right};
use crate::browser::Browser;
use crate::site::Site;
use crate::visitor::{GLANCE, GLANCES, Visitor};
use grade::Status;

const FAMILY: &str = "1.2-b-1-right-file";
const EMAIL: &str = "ici@journey.example";
const TOLD: &str = ".focus [data-told]";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn leaving_a_focus_question_is_noted_and_told() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;
    let path = before(&visitor, &backstage).await;
    assert!(
        visitor.text("details.more[open]").await.contains("sans chercher"),
        "the first time it is explained"
    );
    assert!(!is_told(&visitor).await, "nobody left yet");

    leave_and_come_back(&visitor, &backstage, &path).await;
    visitor.until("!document.querySelector('.question--dimmed')").await;
    assert!(is_told(&visitor).await);
    assert_eq!(visitor.count(&format!("[role=status] {}", TOLD.trim_start_matches(".focus "))).await, 1);
    visitor.open(&path).await;
    assert!(is_told(&visitor).await, "also after a reload");
    answer(&visitor, &backstage, &path).await;
    assert_eq!(backstage.answered(EMAIL, &path).await, (Status::Ok, true), "in practice it only warns");
    visitor.open(&path.replace("/questions/", "/corrections/")).await;
    assert!(visitor.text("main").await.contains("Page quittée"));

    // Going through pages of ours is not leaving.
    let next = path.replace("/questions/1", "/questions/2");
    backstage.ask(EMAIL, &next, FAMILY).await;
    for way in [next.as_str(), "/home", next.as_str()] {
        visitor.open(way).await;
    }
    assert!(!is_told(&visitor).await);
    answer(&visitor, &backstage, &next).await;
    assert_eq!(backstage.answered(EMAIL, &next).await, (Status::Ok, false));
    visitor.browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_focus_question_needs_no_script() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor { site: &site, browser: Browser::open_without_javascript().await };
    let path = before(&visitor, &backstage).await;
    assert!(!is_told(&visitor).await);
    answer(&visitor, &backstage, &path).await;
    assert_eq!(backstage.answered(EMAIL, &path).await, (Status::Ok, false));
    visitor.browser.close().await;
}

async fn before(visitor: &Visitor<'_>, backstage: &Backstage) -> String {
    visitor.sign_up(EMAIL).await;
    let path = visitor.begin("1.2").await;
    backstage.ask(EMAIL, &path, FAMILY).await;
    visitor.open(&path).await;
    assert!(visitor.text(".question .tag").await.contains("concentration"));
    path
}

async fn answer(visitor: &Visitor<'_>, backstage: &Backstage, path: &str) {
    fill(visitor, &right(&backstage.asked(EMAIL, path).await.key)).await;
    visitor.submit().await;
}

async fn is_told(visitor: &Visitor<'_>) -> bool {
    visitor.find(TOLD).await.is_displayed().await.expect("a state")
}

/// Opens another tab, until the server knows; closes it.
async fn leave_and_come_back(visitor: &Visitor<'_>, backstage: &Backstage, path: &str) {
    let window = visitor.window();
    let here = window.window().await.expect("a tab");
    let elsewhere = window.new_tab().await.expect("another tab");
    window.switch_to_window(elsewhere).await.expect("it comes before");
    let mut glances = 0;
    while !backstage.is_left(EMAIL, path).await {
        glances += 1;
        assert!(glances < GLANCES, "the departure is not noted");
        tokio::time::sleep(GLANCE).await;
    }
    window.close_window().await.expect("the tab closes");
    window.switch_to_window(here).await.expect("the question is there");
}
