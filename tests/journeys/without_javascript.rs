//! From an account to a result where no script runs: the plain forms are enough.

use crate::answering::fill;
use crate::backstage::{Backstage, right};
use crate::browser::Browser;
use crate::site::Site;
use crate::visitor::Visitor;
use content::Input;

const EMAIL: &str = "sans-script@journey.example";
/// No test asks more questions than this.
const MOST: usize = 45;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn without_javascript() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor { site: &site, browser: Browser::open_without_javascript().await };

    visitor.sign_up(EMAIL).await;
    visitor.open("/competences/1.2").await;
    visitor.follow("form[action='/competences/1.2/attempts'] [type=submit]").await;
    let mut answers = 0;
    while !visitor.path().await.ends_with("/result") {
        if visitor.path().await.ends_with("/checkpoint") {
            visitor.follow("main .cols a.btn").await;
            continue;
        }
        answers += 1;
        assert!(answers <= MOST, "the test does not end");
        answer(&visitor, &backstage, answers).await;
    }
    assert!(answers >= 5, "{answers} answers");
    assert_eq!(visitor.count("details.fold").await, answers, "the result lists every answer");
    visitor.click("details.fold:nth-of-type(1) > summary").await;
    assert_eq!(visitor.count("details.fold[open] .compare").await, 1, "a correction opens without a script");
    no_script_ran(&visitor, &backstage).await;
    visitor.browser.close().await;
}

/// Answers right two times out of three; else the empty form is refused, or the question passed.
async fn answer(visitor: &Visitor<'_>, backstage: &Backstage, number: usize) {
    if number.is_multiple_of(3) {
        return visitor.skip().await;
    }
    let path = visitor.path().await;
    let instance = backstage.asked(EMAIL, &path).await;
    if number == 1 && !matches!(instance.paper.input, Input::Order { .. }) {
        visitor.submit().await;
        assert_eq!(visitor.count("[data-summary] li").await, 1, "an empty answer is not taken");
        assert_eq!(backstage.answers(EMAIL, &path).await, (0, 0), "and not counted");
    }
    fill(visitor, &right(&instance.key)).await;
    visitor.submit().await;
}

/// Where scripts run, the ranks of an order give way to buttons.
async fn no_script_ran(visitor: &Visitor<'_>, backstage: &Backstage) {
    let order = backstage.family_with(|input| matches!(input, Input::Order { .. }));
    visitor.window().delete_all_cookies().await.expect("cookies go");
    visitor.sign_in("sacha@demo.example").await;
    visitor.open(&format!("/preview/{order}?seed=1")).await;
    assert!(visitor.find("[name='rank.0']").await.is_displayed().await.expect("a state"), "a script ran");
}
