//! Where somebody is led first, and the way back to the page they asked for.

use super::Frame;
use crate::refusal::Refusal;

const SIGN_IN: &str = "/sign-in";
const SIGN_UP: &str = "/sign-up";
const TERMS: &str = "/terms-acceptance";

pub(super) fn to_sign_in(frame: &Frame) -> Refusal {
    Refusal::GoTo(with_next(SIGN_IN, &frame.path))
}

pub(super) fn to_sign_up(frame: &Frame) -> Refusal {
    Refusal::GoTo(with_next(SIGN_UP, &frame.path))
}

pub(super) fn to_terms(frame: &Frame) -> Refusal {
    Refusal::GoTo(with_next(TERMS, &frame.path))
}

/// An address that comes back to a page of ours afterwards.
fn with_next(address: &str, path: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("{address}?next={next}")
}

/// The longest way back that is carried along.
const LONGEST: usize = 500;

/// An address that leads on to a page of ours afterwards; alone where there is none, or it is not ours.
#[must_use]
pub fn leading_to(address: &str, next: Option<&str>) -> String {
    let next = next.filter(|path| is_ours(path) && path.len() <= LONGEST);
    next.map_or_else(|| address.to_owned(), |path| with_next(address, path))
}

/// A path of our own to return to, or the default: never another site.
#[must_use]
pub fn safe_next(next: Option<&str>, default: &str) -> String {
    next.filter(|path| is_ours(path)).unwrap_or(default).to_owned()
}

/// Whether an address is a path of this site. Browsers drop tabs and line breaks and read `\` as `/`: none may occur.
pub(crate) fn is_ours(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && address.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_our_own_pages_only() {
        for (next, expected) in [
            (Some("/competences/1.2?x=1"), "/competences/1.2?x=1"),
            (Some("//evil.test"), "/profile"),
            (Some("https://evil.test"), "/profile"),
            (Some("/\\evil.test"), "/profile"),
            (Some("/a\r\nSet-Cookie: b"), "/profile"),
            (Some("/\t/evil.test"), "/profile"),
            (Some("/\u{7f}"), "/profile"),
            (None, "/profile"),
        ] {
            assert_eq!(safe_next(next, "/profile"), expected, "{next:?}");
        }
    }

    #[test]
    fn a_way_back_is_carried_along_when_it_is_ours() {
        let long = format!("/{}", "a".repeat(LONGEST));
        for (next, expected) in [
            (Some("/campaigns/ABCDEF234?x=1&y"), "/sign-up?next=%2Fcampaigns%2FABCDEF234%3Fx%3D1%26y"),
            (Some("//evil.test"), "/sign-up"),
            (Some("https://evil.test"), "/sign-up"),
            (Some("/\\evil.test"), "/sign-up"),
            (Some("/a b"), "/sign-up"),
            (Some(long.as_str()), "/sign-up"),
            (Some(""), "/sign-up"),
            (None, "/sign-up"),
        ] {
            assert_eq!(leading_to("/sign-up", next), expected, "{next:?}");
        }
    }
}
