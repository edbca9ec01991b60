//! Going back and answering again: one answer counts, and everybody arrives where the test stands.

use crate::answering::fill;
use crate::backstage::{Backstage, right};
use crate::site::Site;
use crate::visitor::Visitor;

const EMAIL: &str = "retour@journey.example";

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn back_button_and_twice() {
    let site = Site::on_sqlite();
    let backstage = Backstage::of(&site).await;
    let visitor = Visitor::arrive(&site).await;
    visitor.sign_up(EMAIL).await;
    visitor.open("/competences/1.2").await;
    visitor.follow("form[action='/competences/1.2/attempts'] [type=submit]").await;
    let first = visitor.path().await;
    assert!(first.ends_with("/questions/1"), "{first}");

    // Back from the second question: the first one is shown as it was, or its correction is.
    answer(&visitor, &backstage).await;
    let second = visitor.path().await;
    assert!(second.ends_with("/questions/2"), "{second}");
    visitor.window().back().await.expect("the page before");
    if visitor.path().await == first {
        visitor.skip().await;
        assert_eq!(visitor.path().await, second, "a second answer leads where the first one did");
    } else {
        assert!(visitor.path().await.ends_with("/corrections/1"), "{}", visitor.path().await);
        visitor.open(&second).await;
    }
    assert_eq!(backstage.answers(EMAIL, &first).await, (1, 1));

    // Two tabs on the second question: the one that is late changes nothing.
    let tab = visitor.window().window().await.expect("a tab");
    let late = visitor.window().new_tab().await.expect("a tab");
    visitor.window().switch_to_window(late.clone()).await.expect("the other tab");
    visitor.open(&second).await;
    visitor.window().switch_to_window(tab).await.expect("the first tab");
    answer(&visitor, &backstage).await;
    let third = visitor.path().await;
    assert!(third.ends_with("/questions/3"), "{third}");
    visitor.window().switch_to_window(late).await.expect("the other tab");
    visitor.skip().await;
    assert_eq!(visitor.path().await, third, "the late tab arrives at the third question");
    assert_eq!(backstage.answers(EMAIL, &first).await, (2, 2));
    visitor.browser.close().await;
}

async fn answer(visitor: &Visitor<'_>, backstage: &Backstage) {
    let instance = backstage.asked(EMAIL, &visitor.path().await).await;
    fill(visitor, &right(&instance.key)).await;
    visitor.submit().await;
}
