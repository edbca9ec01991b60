//! The page of every family of the bank, as the service's staff preview it.

use crate::accessibility::{LOOKS, check, look_at};
use crate::backstage::Backstage;
use crate::site::Site;
use crate::visitor::Visitor;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_question_is_accessible() {
    let site = Site::on_sqlite();
    let families = Backstage::of(&site).await.families();
    let visitor = Visitor::arrive(&site).await;
    visitor.sign_in("sacha@demo.example").await;
    let paths: Vec<String> = families.iter().map(|family| format!("/preview/{family}?seed=1")).collect();
    assert!(paths.len() >= 8, "{paths:?}");
    for path in &paths {
        visitor.open(path).await;
        assert_eq!(visitor.count(".question form").await, 1, "{path}: {}", visitor.text("main").await);
    }
    let mut faults = Vec::new();
    // Every family in two looks; both languages, both themes and both widths are met.
    for look in [LOOKS[1], LOOKS[2]] {
        faults.extend(look_at(&visitor, look, &paths).await);
    }
    check(&faults);
    visitor.browser.close().await;
}
