//! Another program holds the database: the reply says so, nothing is half-written, and the same post succeeds later.

use reqwest::StatusCode;
use store::Db;

use crate::candidate::Candidate;
use crate::ledger::Ledger;
use crate::site::Site;

#[tokio::test(flavor = "multi_thread")]
async fn a_locked_database_says_503() {
    let site = Site::on_sqlite();
    let person = Candidate::begin(&site, 1).await;
    let ledger = Ledger::of(&site).await;
    let before = ledger.kept(&person).await;
    assert_eq!((before.positions(), before.version), (vec![], 1), "a test just begun");

    // A writing transaction of another connection: SQLite lets nobody else write until it ends.
    let elsewhere = Db::open(site.database()).await.expect("the database opens");
    let lock = elsewhere.begin().await.expect("the write lock");
    let reply = person.skip(1).await;
    assert_eq!(reply.status(), StatusCode::SERVICE_UNAVAILABLE);
    assert!(reply.headers().contains_key("content-security-policy"), "{:?}", reply.headers());
    says_so(&reply.text().await.expect("a page"));
    assert_eq!(ledger.kept(&person).await, before, "nothing is half-written");

    drop(lock);
    assert_eq!(
        person.skip(1).await.status(),
        StatusCode::SEE_OTHER,
        "the same post, once the lock is released"
    );
    assert_eq!(person.skip(1).await.status(), StatusCode::SEE_OTHER, "and once more");
    let after = ledger.kept(&person).await;
    assert_eq!((after.positions(), after.counted(), after.version), (vec![1], 1, 2), "accepted once");
    assert_eq!(after.state, ledger.rebuilt(&after));
}

/// The page tells what happened, what is kept, what to do, and the code.
fn says_so(page: &str) {
    for sentence in [
        "<h1>Le service fait une courte pause</h1>",
        "Rien de ce que vous avez déjà validé n’est perdu.",
        "Réessayez dans une minute.",
        "503",
    ] {
        assert!(page.contains(sentence), "{sentence:?} is not in:\n{page}");
    }
}
