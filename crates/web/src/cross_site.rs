//! Requests that change something must come from our own pages.
//!
//! Two locks: browsers say where a request comes from (`Sec-Fetch-Site`, `Origin`), and forms of a signed-in person
//! carry a token derived from the session, which another site cannot read.

use axum::extract::Request;
use axum::http::{HeaderMap, Method, header};
use axum::middleware::Next;
use axum::response::{IntoResponse, Response};
use sha2::{Digest, Sha256};

/// Refuses a writing request that a browser says comes from another site.
pub async fn refuse_foreign_writes(request: Request, next: Next) -> Response {
    let reading = matches!(*request.method(), Method::GET | Method::HEAD | Method::OPTIONS);
    if reading || is_ours(request.headers()) {
        return next.run(request).await;
    }
    crate::refusal::Refusal::ForeignForm.into_response()
}

/// The token that forms of a session carry: it proves that the page came from us.
#[must_use]
pub fn form_token(session_token: &str) -> String {
    let digest = Sha256::new().chain_update(b"form ").chain_update(session_token.as_bytes()).finalize();
    data_encoding::BASE64URL_NOPAD.encode(digest.get(..18).unwrap_or_default())
}

/// Tells whether two tokens are the same, in a time that does not depend on where they differ.
#[must_use]
pub fn same(token: &str, expected: &str) -> bool {
    let differences = token.bytes().zip(expected.bytes()).fold(0, |sum, (a, b)| sum | (a ^ b));
    token.len() == expected.len() && differences == 0
}

fn is_ours(headers: &HeaderMap) -> bool {
    let text = |name: &str| headers.get(name).and_then(|value| value.to_str().ok());
    if let Some(site) = text("sec-fetch-site") {
        return matches!(site, "same-origin" | "none");
    }
    let Some(origin) = text(header::ORIGIN.as_str()) else { return true };
    let host = text(header::HOST.as_str()).unwrap_or_default();
    origin.split_once("://").is_some_and(|(_, origin_host)| origin_host == host)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_write() {
        let check = |pairs: &[(&'static str, &'static str)], expected: bool| {
            let headers: HeaderMap = pairs
                .iter()
                .map(|(name, value)| {
                    (header::HeaderName::from_static(name), header::HeaderValue::from_static(value))
                })
                .collect();
            assert_eq!(is_ours(&headers), expected, "{pairs:?}");
        };
        check(&[("sec-fetch-site", "same-origin")], true);
        check(&[("sec-fetch-site", "none")], true);
        check(&[("sec-fetch-site", "cross-site"), ("origin", "http://h"), ("host", "h")], false);
        check(&[("sec-fetch-site", "same-site")], false);
        check(&[("origin", "http://pix.test:8080"), ("host", "pix.test:8080")], true);
        check(&[("origin", "http://evil.test"), ("host", "pix.test:8080")], false);
        check(&[("origin", "null"), ("host", "pix.test:8080")], false);
        check(&[("host", "pix.test:8080")], true);
    }

    #[test]
    fn a_token_belongs_to_one_session() {
        let token = form_token("session a");
        assert!(same(&token, &form_token("session a")));
        for (token, session) in [(token.as_str(), "session b"), ("", "session a"), (&token[1..], "session a")]
        {
            assert!(!same(token, &form_token(session)), "{token}");
        }
    }
}
