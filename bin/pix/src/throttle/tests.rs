//! A school behind one address begins its day; whoever guesses is stopped, on every node.

mod code_guesses;
mod registrations;
mod school_leavers;

use super::*;
use crate::site;
use axum::Router;
use axum::body::Body;
use store::trial::{self, Trial};
use store::{Db, account};
use tower::ServiceExt;

const BASE: &str = "http://pix.example";
/// Pupils who sign up, then sign in, at the same address.
const PUPILS: usize = 30;

/// A node behind a proxy of this machine.
fn node(db: &Db) -> Router {
    let trusted = Trusted::read("127.0.0.1").expect("a list");
    site::router(crate::trial::house(db.clone(), BASE), Arc::new(trusted))
}

/// Posts a form from behind the proxy.
async fn post(node: &Router, from: &str, (path, cookie): (&str, &str), fields: String) -> Response {
    let request = Request::post(path).header("x-forwarded-for", from).header("cookie", cookie);
    let mut request = request.body(Body::from(fields)).expect("a request");
    request.extensions_mut().insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4000))));
    node.clone().oneshot(request).await.expect("a router always replies")
}

async fn wrong(node: &Router, from: &str) -> Response {
    post(node, from, ("/sign-in", ""), "identifier=nobody%40pix.example&password=x".to_owned()).await
}

/// Uses up what is allowed, without the cost of so many hashes.
async fn exhaust(db: &Db, allowance: Allowance, who: &str, left: i64) {
    let mut tx = db.begin().await.expect("a transaction");
    let (bucket, now) =
        (TokenHash::of(&format!("{} {who}", allowance.name)), web::clock::Clock::System.now());
    for _ in left..allowance.at_once {
        let spent = store::allowance::spend(&mut tx, bucket, now, allowance.every, allowance.ahead()).await;
        spent.expect("counted");
    }
    tx.commit().await.expect("kept");
}

#[tokio::test]
async fn a_class_behind_one_address_signs_up_and_in() {
    let trial = Trial::sqlite().await;
    let node = node(&trial.db);
    for pupil in 0..PUPILS {
        let who = format!("email=pupil-{pupil}%40pix.example&identifier=pupil-{pupil}%40pix.example");
        let form = format!("first-name=P&last-name=R&{who}&terms=on&password=");
        let sign_up = async |password: &str| {
            post(&node, "203.0.113.9", ("/sign-up", ""), format!("{form}{password}")).await.status()
        };
        assert_eq!(sign_up("weak").await, 422, "a mistake");
        assert_eq!(sign_up("Tournesol-2026").await, 303);
        assert_eq!(wrong(&node, "203.0.113.9").await.status(), 422, "another mistake");
        let form = format!("{who}&password=Tournesol-2026");
        assert_eq!(post(&node, "203.0.113.9", ("/sign-in", ""), form).await.status(), 303, "pupil {pupil}");
    }
}

#[tokio::test]
async fn whoever_guesses_is_stopped_on_every_node() {
    trial::each(async |db| {
        let (one, other) = (node(&db), node(&db));
        exhaust(&db, allowance::SIGN_IN, "203.0.113.9", 2).await;
        assert_eq!(wrong(&one, "203.0.113.9").await.status(), 422);
        assert_eq!(wrong(&other, "203.0.113.9").await.status(), 422);
        for node in [&one, &other] {
            let refused = wrong(node, "203.0.113.9").await;
            assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
            assert_eq!(refused.headers()["retry-after"], "10");
            let page = axum::body::to_bytes(refused.into_body(), 1 << 20).await.expect("a page");
            let page = String::from_utf8_lossy(&page).into_owned();
            assert!(page.contains(web::Words::of(web::Lang::Fr).say("trouble-429-title")), "{page}");
            assert!(page.contains("429-"), "{page}");
            let when = web::Words::of(web::Lang::Fr).with("trouble-429-seconds", &[("seconds", 10.into())]);
            assert!(page.contains(&when), "{page}");
        }
        assert_eq!(wrong(&one, "203.0.113.8").await.status(), 422, "neighbours are not concerned");
    })
    .await;
}

/// Nobody is looked up for a refusal: a session is believed, and a stranger sees no menu.
#[tokio::test]
async fn whoever_is_signed_in_keeps_the_menu() {
    let trial = Trial::sqlite().await;
    let node = node(&trial.db);
    exhaust(&trial.db, allowance::SIGN_IN, "203.0.113.9", 0).await;
    for (cookie, menu) in [("session=a-token", true), ("theme=dark", false), ("", false)] {
        let refused = post(&node, "203.0.113.9", ("/sign-in", cookie), String::new()).await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS);
        let page = axum::body::to_bytes(refused.into_body(), 1 << 20).await.expect("a page");
        let page = String::from_utf8_lossy(&page).into_owned();
        assert_eq!(page.contains("href=\"/profile\""), menu, "{cookie}: {page}");
    }
}

#[tokio::test]
async fn a_success_uses_nothing() {
    let trial = Trial::sqlite().await;
    let node = node(&trial.db);
    let form = "first-name=Ada&last-name=R&email=ada%40pix.example&terms=on&password=Tournesol-2026";
    assert_eq!(post(&node, "203.0.113.8", ("/sign-up", ""), form.to_owned()).await.status(), 303);
    exhaust(&trial.db, allowance::SIGN_IN, "203.0.113.9", 1).await;
    for _ in 0..3 {
        let form = "identifier=ada%40pix.example&password=Tournesol-2026".to_owned();
        assert_eq!(post(&node, "203.0.113.9", ("/sign-in", ""), form).await.status(), 303);
    }
    assert_eq!(wrong(&node, "203.0.113.9").await.status(), 422);
    assert_eq!(wrong(&node, "203.0.113.9").await.status(), 429);
}

#[tokio::test]
async fn each_limit_stops_what_it_limits_before_anything_is_done() {
    let trial = Trial::sqlite().await;
    let node = node(&trial.db);
    for (route, who, allowance, _) in LIMITS {
        let named = match who {
            Who::Address => "203.0.113.9",
            Who::Session => "a-token",
        };
        exhaust(&trial.db, allowance, named, 0).await;
        let path = route.replace("{token}", "a-token");
        let form = "first-name=Ada&last-name=R&email=ada%40pix.example&terms=on&password=Tournesol-2026";
        let refused = post(&node, "203.0.113.9", (&path, "session=a-token"), form.to_owned()).await;
        assert_eq!(refused.status(), StatusCode::TOO_MANY_REQUESTS, "{route}");
        let elsewhere = post(&node, "203.0.113.7", (&path, "session=another"), String::new()).await;
        assert_ne!(elsewhere.status(), StatusCode::TOO_MANY_REQUESTS, "{route}");
    }
    let made = account::by_email_or_username(&trial.db, "ada@pix.example").await.expect("the accounts");
    assert!(made.is_none(), "nothing was done");
}

#[tokio::test]
async fn a_page_of_the_machine_itself_has_no_limit() {
    let trial = Trial::sqlite().await;
    let router = site::router(crate::trial::house(trial.db.clone(), BASE), Arc::default());
    exhaust(&trial.db, allowance::SIGN_IN, "127.0.0.1", 0).await;
    assert_eq!(wrong(&router, "203.0.113.9").await.status(), 422, "the header of a stranger is not believed");
}
