//! A password that somebody else chose opens nothing but the way to one's own.

use store::account;

use super::site::{HOUR, Site, Visitor};

const GIVEN: &str = "bcdfgh23";
const NEW: &str = "password=Capucine-2026";

/// A pupil to whom a teacher has just given [`GIVEN`].
async fn pupil(site: &Site) -> store::AccountId {
    let id = site.pupil("lina").await.id;
    site.accept_terms(id).await;
    let hash = site.house.hashing.hash(GIVEN).await.expect("a hash");
    let mut tx = site.house.db.begin().await.expect("a transaction");
    account::set_temporary_password(&mut tx, id, &hash).await.expect("given");
    tx.commit().await.expect("kept");
    id
}

async fn sign_in(site: &Site, password: &str) -> web::trial::Reply {
    site.guest().post("/sign-in", &format!("identifier=lina.test&{password}")).await
}

/// Signs in with the given password; gives the path of the page that follows.
async fn way(site: &Site) -> String {
    let reply = sign_in(site, &format!("password={GIVEN}")).await;
    assert!(reply.status == 303 && reply.location.starts_with("/password-choice/"), "{}", reply.outcome());
    assert!(reply.headers.get("set-cookie").is_none(), "no session is open before");
    assert!(reply.tally.statements.len() <= 5);
    reply.location
}

#[tokio::test]
async fn it_leads_to_ones_own_password_then_in() {
    let site = Site::open().await;
    let id = pupil(&site).await;
    let (first, second) = (way(&site).await, way(&site).await);
    site.guest().get(&first).await.leads("200").says("password-choice-lead");
    site.guest().post(&first, &format!("password={GIVEN}")).await.leads("422").says("password-error-weak");
    let chosen = site.guest().post(&first, NEW).await;
    chosen.leads("303 /home");
    assert!(chosen.tally.statements.len() <= 5);
    let visitor = Visitor { cookie: chosen.session(), ..site.guest() };
    visitor.get("/profile").await.leads("200").holds("lina");
    for dead in [&first, &second] {
        site.guest().get(dead).await.leads("404").says("link-dead-title").holds("href=\"/sign-in\"");
        site.guest().post(dead, NEW).await.leads("404");
    }
    sign_in(&site, &format!("password={GIVEN}")).await.leads("422");
    sign_in(&site, NEW).await.leads("303 /home");
    let after = account::by_id(&site.house.db, id).await.expect("the accounts").expect("an account");
    assert!(!after.must_change_password);
}

#[tokio::test]
async fn the_way_is_open_for_an_hour() {
    let site = Site::open().await;
    pupil(&site).await;
    let path = way(&site).await;
    site.wait(HOUR - 1);
    site.guest().get(&path).await.leads("200");
    site.wait(1);
    site.guest().get(&path).await.leads("404");
    site.guest().post(&path, NEW).await.leads("404");
    sign_in(&site, NEW).await.leads("422");
    let path = way(&site).await;
    site.guest().post(&path, NEW).await.leads("303 /home");
}
