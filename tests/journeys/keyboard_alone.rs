//! From the front page to the result with Tab, Space, Enter and arrows.

use crate::backstage::{Backstage, right};
use crate::keyboard::{back_to, enter, fill, press, reach};
use crate::site::Site;
use crate::visitor::{PASSWORD, SKIP, SUBMIT, Visitor};
use thirtyfour::Key;

const EMAIL: &str = "clavier@journey.example";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn keyboard_alone() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;

    visitor.open("/").await;
    enter(&visitor, "main a[href='/sign-up']").await;
    sign_up(&visitor).await;
    enter(&visitor, ".topbar__nav a[href='/profile']").await;
    enter(&visitor, "main a[href='/competences/1.2']").await;
    enter(&visitor, "main form[action='/competences/1.2/attempts'] [type=submit]").await;
    let mut answers = 0;
    while visitor.path().await.contains("/questions/") {
        answers += 1;
        assert!(answers <= 5, "a checkpoint comes after five answers");
        answer(&visitor, &backstage).await;
    }
    assert!(visitor.path().await.ends_with("/checkpoint"));
    open_a_correction(&visitor).await;
    enter(&visitor, "main .cols a.btn").await;
    assert!(visitor.path().await.ends_with("/questions/6"), "{}", visitor.path().await);
    until_result(&visitor, &backstage, answers).await;
    enter(&visitor, "main a.btn[href='/profile']").await;
    assert_eq!(visitor.path().await, "/profile");
    visitor.browser.close().await;
}

/// Sends the form empty first: the summary takes the focus and leads to the fields.
async fn sign_up(visitor: &Visitor<'_>) {
    enter(visitor, "main form [type=submit]").await;
    reach(visitor, "[data-summary] a[href='#first-name']").await;
    press(visitor, Key::Enter).await;
    press(visitor, "Claude").await;
    assert_eq!(visitor.value("#first-name").await, "Claude", "the summary leads to the field");
    for (field, text) in [("#last-name", "Essai"), ("#email", EMAIL), ("#password", PASSWORD)] {
        reach(visitor, field).await;
        press(visitor, text).await;
    }
    reach(visitor, "#terms").await;
    press(visitor, Key::Space).await;
    enter(visitor, "main form [type=submit]").await;
    assert_eq!(visitor.path().await, "/home");
}

/// Answers right; goes one stop too far and comes back to the button.
async fn answer(visitor: &Visitor<'_>, backstage: &Backstage) {
    let instance = backstage.asked(EMAIL, &visitor.path().await).await;
    fill(visitor, &right(&instance.key)).await;
    reach(visitor, SKIP).await;
    back_to(visitor, SUBMIT).await;
    let before = visitor.page().await;
    press(visitor, Key::Enter).await;
    visitor.leave(&before).await;
}

/// Passes one question out of two.
async fn until_result(visitor: &Visitor<'_>, backstage: &Backstage, answered: usize) {
    let mut answers = answered;
    while !visitor.path().await.ends_with("/result") {
        if visitor.path().await.ends_with("/checkpoint") {
            enter(visitor, "main .cols a.btn").await;
            continue;
        }
        answers += 1;
        assert!(answers <= 45, "the test does not end");
        if answers.is_multiple_of(2) {
            enter(visitor, SKIP).await;
        } else {
            answer(visitor, backstage).await;
        }
    }
}

async fn open_a_correction(visitor: &Visitor<'_>) {
    reach(visitor, "details.fold > summary").await;
    press(visitor, Key::Space).await;
    assert_eq!(visitor.count("details.fold[open] .compare").await, 1);
    // The corrections come after the way on: the next page begins again at the top of this one.
    reach(visitor, "a.brand").await;
}
