//! The page of every family of the bank, as the service's staff preview it, in parts that run side by side.

use crate::accessibility::{LOOKS, check};
use crate::backstage::Backstage;
use crate::site::Site;
use crate::visitor::Visitor;

const PARTS: usize = 4;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_question_is_accessible_first_part() {
    check_part(0).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_question_is_accessible_second_part() {
    check_part(1).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_question_is_accessible_third_part() {
    check_part(2).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_question_is_accessible_last_part() {
    check_part(3).await;
}

/// One family in four, from the one with this number on.
async fn check_part(part: usize) {
    let site = Site::on_sqlite();
    let families = Backstage::of(&site).await.families();
    let visitor = Visitor::arrive(&site).await;
    visitor.sign_in("sacha@demo.example").await;
    let ours = families.iter().skip(part).step_by(PARTS);
    let paths: Vec<String> = ours.map(|family| format!("/preview/{family}?seed=1")).collect();
    assert!(paths.len() >= 8, "{paths:?}");
    let mut faults = Vec::new();
    // Every family in two looks; both languages, both themes and both widths are met.
    for look in [LOOKS[1], LOOKS[2]] {
        look.take(&visitor).await;
        for path in &paths {
            visitor.open(path).await;
            assert_eq!(visitor.count(".question form").await, 1, "{path}: {}", visitor.text("main").await);
            faults.extend(look.faults(&visitor, path).await);
        }
    }
    check(&faults);
    visitor.browser.close().await;
}
