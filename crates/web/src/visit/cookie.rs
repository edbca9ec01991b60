//! The cookie that holds a session's token.

use axum::http::{HeaderMap, header};

use crate::house::Site;

/// How long a browser keeps the cookie: longer than any pause between two uses, because the database decides.
const COOKIE_SECONDS: i64 = 365 * 24 * 3600;

/// The name of the session's cookie; the prefix makes browsers refuse it from any other host or path.
#[must_use]
pub fn cookie_name(site: &Site) -> &'static str {
    if site.is_encrypted() { "__Host-session" } else { "session" }
}

/// The cookie that opens a session in the browser.
#[must_use]
pub fn open_cookie(site: &Site, token: &str) -> String {
    let secure = if site.is_encrypted() { "; Secure" } else { "" };
    format!("{}={token}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}", cookie_name(site))
}

/// The cookie that closes it.
#[must_use]
pub fn close_cookie(site: &Site) -> String {
    let secure = if site.is_encrypted() { "; Secure" } else { "" };
    format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}", cookie_name(site))
}

/// The token of the session that a request names, not yet looked up.
#[must_use]
pub fn session_token(headers: &HeaderMap, site: &Site) -> Option<String> {
    let name = cookie_name(site);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && !value.is_empty() && value.len() <= 64)
        .map(|(_, value)| value.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_session_cookie_is_found_among_others() {
        let site = |base_url: &str| Site {
            name: String::new(),
            contact: String::new(),
            base_url: base_url.to_owned(),
            demo: false,
            ceiling: 7,
            placement: rules::placement::Placement::default(),
            outbox: None,
            legal: store::legal::InForce { terms: String::new(), privacy: String::new() },
        };
        let check = |cookie: &'static str, base_url: &str, expected: Option<&str>| {
            let headers = HeaderMap::from_iter([(header::COOKIE, header::HeaderValue::from_static(cookie))]);
            assert_eq!(session_token(&headers, &site(base_url)).as_deref(), expected, "{cookie}");
        };
        check("prefs=fr; session=abc", "http://x", Some("abc"));
        check("session=abc", "https://x", None);
        check("__Host-session=abc", "https://x", Some("abc"));
        check("session=", "http://x", None);
        check("xsession=abc", "http://x", None);
    }
}
