//! What surrounds every request: headers on every kind of reply, an id, a limit in time.

mod refusals;

use super::*;
use axum::body::{Body, Bytes};
use axum::http::{Method, Request, Response};
use std::pin::Pin;
use std::task::{Context, Poll};
use store::trial::Trial;
use tower::ServiceExt;

const BASE: &str = "https://pix.example";

/// A page, an asset, a redirect, a file, what does not exist, what was refused, what is not for people.
const KINDS: [(Method, &str, u16); 9] = [
    (Method::GET, "/", 200),
    (Method::GET, "/profile", 303),
    (Method::GET, "/nowhere", 404),
    (Method::GET, "/assets/0/app.css", 200),
    (Method::GET, "/assets/0/none.css", 404),
    (Method::GET, "/favicon.ico", 200),
    (Method::PUT, "/sign-in", 404),
    (Method::POST, "/sign-in", 422),
    (Method::GET, "/health", 200),
];

async fn site(base_url: &str) -> (Trial, Router) {
    let trial = Trial::sqlite().await;
    let house = crate::trial::house(trial.db.clone(), base_url);
    (trial, router(house, Arc::default()))
}

async fn ask(router: &Router, method: Method, path: &str) -> Response<Body> {
    let request = Request::builder().method(method).uri(path).body(Body::empty()).expect("a request");
    router.clone().oneshot(request).await.expect("a router always replies")
}

fn text<'a>(reply: &'a Response<Body>, name: &str) -> &'a str {
    reply.headers().get(name).map_or("", |value| value.to_str().expect("text"))
}

async fn body(reply: Response<Body>) -> String {
    let bytes = axum::body::to_bytes(reply.into_body(), 1 << 20).await.expect("a body");
    String::from_utf8_lossy(&bytes).into_owned()
}

#[tokio::test]
async fn every_kind_of_reply_has_every_header() {
    let (_trial, router) = site(BASE).await;
    for (method, path, status) in KINDS {
        let reply = ask(&router, method.clone(), path).await;
        assert_eq!(reply.status(), status, "{method} {path}");
        for (name, beginning) in [
            ("content-security-policy", "default-src 'none'; script-src 'self'; style-src 'self';"),
            ("x-content-type-options", "nosniff"),
            ("referrer-policy", "same-origin"),
            ("cross-origin-opener-policy", "same-origin"),
            ("cross-origin-resource-policy", "same-origin"),
            ("permissions-policy", "camera=(), microphone=(), geolocation=()"),
            ("strict-transport-security", "max-age=31536000"),
        ] {
            assert!(
                text(&reply, name).starts_with(beginning),
                "{name} of {method} {path}: {:?}",
                reply.headers()
            );
        }
        let policy = text(&reply, "content-security-policy");
        assert!(!policy.contains("unsafe") && policy.contains("frame-ancestors 'none'"), "{policy}");
        assert!(!text(&reply, "cache-control").is_empty(), "{method} {path} says how long it is kept");
        assert_eq!(text(&reply, "x-request-id").len(), 10, "{method} {path}");
        assert_eq!(text(&reply, "server"), "", "nobody needs to know what answers");
    }
}

#[tokio::test]
async fn only_an_encrypted_site_asks_for_encryption() {
    let (_trial, router) = site("http://pix.example").await;
    let reply = ask(&router, Method::GET, "/").await;
    assert_eq!(text(&reply, "strict-transport-security"), "");
}

#[tokio::test]
async fn cookies_of_an_encrypted_site_never_travel_in_clear() {
    let (_trial, router) = site(BASE).await;
    let fields = "first-name=Ada&last-name=Roy&email=ada%40pix.example&password=Tournesol-2026&terms=on";
    let request = Request::post("/sign-up").body(Body::from(fields)).expect("a request");
    let reply = router.clone().oneshot(request).await.expect("a reply");
    assert_eq!(reply.status(), 303);
    let cookie = text(&reply, "set-cookie");
    for part in ["__Host-session=", "; Path=/", "; HttpOnly", "; SameSite=Lax", "; Secure"] {
        assert!(cookie.contains(part), "{cookie}");
    }
}

#[tokio::test]
async fn an_error_page_tells_the_id_of_its_request() {
    let (_trial, router) = site(BASE).await;
    let reply = ask(&router, Method::GET, "/nowhere").await;
    let id = text(&reply, "x-request-id").to_owned();
    assert!(body(reply).await.contains(&format!("404-{id}")));
    let other = ask(&router, Method::GET, "/nowhere").await;
    assert_ne!(text(&other, "x-request-id"), id);
}

/// A body of which the next byte never comes.
struct Endless;

impl axum::body::HttpBody for Endless {
    type Data = Bytes;
    type Error = std::convert::Infallible;

    fn poll_frame(
        self: Pin<&mut Self>,
        _: &mut Context<'_>,
    ) -> Poll<Option<Result<hyper::body::Frame<Bytes>, Self::Error>>> {
        Poll::Pending
    }
}

/// A body that never ends takes no more time than another request, and changes nothing.
#[tokio::test]
async fn a_body_that_never_ends_is_given_up() {
    let trial = Trial::sqlite().await;
    let house = crate::trial::house(trial.db.clone(), BASE);
    let router = within(Duration::from_millis(100), house, Arc::default());
    let request = Request::post("/sign-up").body(Body::new(Endless)).expect("a request");
    let reply = router.oneshot(request).await.expect("a reply");
    assert_eq!((reply.status(), text(&reply, "retry-after")), (StatusCode::SERVICE_UNAVAILABLE, "60"));
    assert!(body(reply).await.contains("<h1>"), "a page says so");
}
