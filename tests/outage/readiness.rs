//! What the program tells a balancer during an outage and after it.

use reqwest::StatusCode;

use crate::site::Site;

/// The node can serve.
pub async fn is_ready(site: &Site) {
    assert_eq!(asked(site).await, (StatusCode::OK, "ready".to_owned()));
}

/// The node runs, but its database does not answer.
pub async fn is_cut_off(site: &Site) {
    let why = "the database does not answer".to_owned();
    assert_eq!(asked(site).await, (StatusCode::SERVICE_UNAVAILABLE, why));
    let health = reqwest::get(site.url("/health")).await.expect("a reply");
    assert_eq!(health.status(), StatusCode::OK, "the program itself is well: nobody needs to start it again");
}

async fn asked(site: &Site) -> (StatusCode, String) {
    let reply = reqwest::get(site.url("/ready")).await.expect("a reply");
    (reply.status(), reply.text().await.expect("a sentence"))
}
