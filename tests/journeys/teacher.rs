//! A teacher makes a campaign and gives its code to a learner: with the keyboard alone, and where no script runs.

use crate::browser::Browser;
use crate::keyboard::{enter, press, reach};
use crate::site::Site;
use crate::visitor::Visitor;
use thirtyfour::Key;

const TEACHER: &str = "farid@demo.example";
const SUBMIT: &str = "main form [type=submit]";
const NEW: &str = "main a[href='/orga/campaigns/new']";
/// What the list of target profiles sends for the first one.
const FIRST_PROFILE: &str = "#profile option[value]:not([value=''])";
/// How often a pupil may send.
const SENDINGS: &str = "[name=sendings]";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_teacher_with_the_keyboard_alone() {
    let site = Site::on_sqlite();
    let visitor = Visitor::arrive(&site).await;
    visitor.sign_in(TEACHER).await;
    enter(&visitor, "a[href='/orga']").await;
    enter(&visitor, ".topbar__nav a[href='/orga/campaigns']").await;
    enter(&visitor, NEW).await;
    enter(&visitor, SUBMIT).await;
    reach(&visitor, "[data-summary] a[href='#name']").await;
    press(&visitor, Key::Enter).await;
    press(&visitor, "Veille de la 5e A").await;
    reach(&visitor, "#profile").await;
    press(&visitor, Key::Down).await;
    reach(&visitor, SENDINGS).await;
    press(&visitor, Key::Space).await;
    enter(&visitor, SUBMIT).await;
    assert!(visitor.path().await.ends_with("/settings?done=created"), "{}", visitor.path().await);
    assert_eq!(visitor.text("h1").await, "Veille de la 5e A");
    visitor.browser.close().await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_class_without_javascript() {
    let site = Site::on_sqlite();
    let teacher = Visitor { site: &site, browser: Browser::open_without_javascript().await };
    teacher.sign_in(TEACHER).await;
    teacher.open("/orga/campaigns/new").await;
    teacher.write("#name", "Sans script").await;
    let profile = teacher.find(FIRST_PROFILE).await.prop("value").await.expect("a property");
    teacher.choose("#profile", &profile.expect("a profile")).await;
    teacher.click(SENDINGS).await;
    teacher.follow(SUBMIT).await;
    let code = teacher.text("main .code code").await.replace(char::is_whitespace, "");
    assert_eq!(code.len(), 9, "{code}");

    let learner = Visitor { site: &site, browser: Browser::open_without_javascript().await };
    learner.sign_up("sans-script@journey.example").await;
    learner.write("#code", &code.to_lowercase()).await;
    learner.follow("main form[action='/campaigns'] [type=submit]").await;
    assert_eq!(learner.path().await, format!("/campaigns/{code}"));
    learner.follow(SUBMIT).await;
    assert!(learner.path().await.contains("/questions/1"), "{}", learner.path().await);
    learner.skip().await;
    learner.browser.close().await;

    teacher.open("/orga/campaigns").await;
    teacher.follow("main table a[href^='/orga/campaigns/']").await;
    assert!(teacher.text("main").await.contains("Dominique"), "{}", teacher.text("main").await);
    teacher.browser.close().await;
}
