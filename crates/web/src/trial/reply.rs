//! A reply, and what may be asked of it.

use crate::{Lang, Words};
use axum::http::{HeaderMap, header};
use axum::response::Response;
use http_body_util::BodyExt;
use store::tally::Tally;

/// A reply of the app. Reading it checks what holds of every page.
pub struct Reply {
    /// The HTTP status.
    pub status: u16,
    /// Where it leads, for a redirect.
    pub location: String,
    /// The headers.
    pub headers: HeaderMap,
    /// The page.
    pub body: String,
    /// The same, as it came: a file is not always text.
    pub bytes: Vec<u8>,
    /// What it asked of the database.
    pub tally: Tally,
}

impl Reply {
    /// Reads a response to its end.
    pub async fn read(response: Response, tally: Tally) -> Self {
        let (parts, body) = response.into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        let text = |name| parts.headers.get(name).map_or("", |value| value.to_str().expect("text"));
        let reply = Self {
            status: parts.status.as_u16(),
            location: text(header::LOCATION).to_owned(),
            body: String::from_utf8_lossy(&body).into_owned(),
            bytes: body.to_vec(),
            headers: parts.headers,
            tally,
        };
        reply.is_safe();
        reply
    }

    /// The status, and for a redirect where it leads: `200`, `303 /profile`.
    pub fn outcome(&self) -> String {
        format!("{} {}", self.status, self.location).trim_end().to_owned()
    }

    /// Makes sure of the outcome.
    pub fn leads(&self, outcome: &str) -> &Self {
        assert_eq!(self.outcome(), outcome, "{}", self.body);
        self
    }

    /// Makes sure that the page says the French sentence of a key.
    pub fn says(&self, key: &'static str) -> &Self {
        let sentence = Words::of(Lang::Fr).say(key);
        assert!(self.body.contains(sentence), "{sentence:?} is not in:\n{}", self.body);
        self
    }

    /// Makes sure that the page holds a piece of HTML.
    pub fn holds(&self, html: &str) -> &Self {
        assert!(self.body.contains(html), "{html:?} is not in:\n{}", self.body);
        self
    }

    /// Makes sure that the page does not hold a piece of HTML.
    pub fn lacks(&self, html: &str) -> &Self {
        assert!(!self.body.contains(html), "{html:?} is in:\n{}", self.body);
        self
    }

    /// The session that the reply opens in the browser, as the browser will send it back.
    pub fn session(&self) -> String {
        let cookie = self.headers.get(header::SET_COOKIE).expect("a cookie").to_str().expect("text");
        assert!(cookie.contains("; HttpOnly; SameSite=Lax"), "{cookie}");
        cookie.split(';').next().expect("a value").to_owned()
    }

    /// The headers of every reply, and one heading in every page.
    fn is_safe(&self) {
        let header = |name: &str| self.headers.get(name).map_or("", |value| value.to_str().expect("text"));
        let policy = header("content-security-policy");
        assert!(policy.starts_with("default-src 'none'; script-src 'self'; style-src 'self';"), "{policy}");
        assert!(policy.contains("frame-ancestors 'none'") && !policy.contains("unsafe"), "{policy}");
        assert_eq!(header("x-content-type-options"), "nosniff");
        assert_eq!(header("referrer-policy"), "same-origin");
        assert_eq!(header("cross-origin-opener-policy"), "same-origin");
        assert_eq!(header("permissions-policy"), "camera=(), microphone=(), geolocation=()");
        if header("content-type").starts_with("text/html") {
            assert_eq!(header("cache-control"), "no-store", "pages are kept by no cache");
            assert_eq!(self.body.matches("<h1").count(), 1, "one heading:\n{}", self.body);
            assert!(!self.body.contains(" style=\"") && !self.body.contains("⟦"), "{}", self.body);
        }
    }
}
