//! Addresses of a mini-web: hosts that can never exist, plain paths.

use std::fmt;

use crate::value::{At, Shape};

/// The endings of hosts that are set aside for examples and tests: nobody can own them.
const ENDINGS: [&str; 3] = [".example", ".test", ".invalid"];
const LONGEST: usize = 120;

/// Where a page of a mini-web is.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct WebAddress {
    /// The host.
    pub host: String,
    /// The path, `/` at least.
    pub path: String,
}

impl WebAddress {
    /// Reads `host/path`, with or without `https://`; nothing when it cannot be an address of a mini-web.
    #[must_use]
    pub fn parse(written: &str) -> Option<Self> {
        let rest = written.strip_prefix("https://").or_else(|| written.strip_prefix("http://"));
        let rest = rest.unwrap_or(written);
        let (host, path) = rest.split_once('/').unwrap_or((rest, ""));
        let path = format!("/{path}");
        (is_host(host) && is_path(&path)).then(|| Self { host: host.to_owned(), path })
    }
}

impl fmt::Display for WebAddress {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", self.host, self.path)
    }
}

/// Whether a text is a host of a mini-web.
pub(super) fn is_host(text: &str) -> bool {
    let label = |label: &str| {
        let sign = |byte: u8| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-';
        !label.is_empty() && label.bytes().all(sign) && !label.starts_with('-') && !label.ends_with('-')
    };
    text.len() <= LONGEST && ENDINGS.iter().any(|ending| text.ends_with(ending)) && text.split('.').all(label)
}

/// Whether a text is a path that no browser changes.
pub(super) fn is_path(text: &str) -> bool {
    let step = |step: &str| {
        let sign = |byte: u8| byte.is_ascii_alphanumeric() || b"-_.".contains(&byte);
        !step.is_empty() && step.bytes().all(sign) && ![".", ".."].contains(&step)
    };
    match text.strip_prefix('/') {
        Some("") => true,
        Some(steps) => text.len() <= LONGEST && steps.split('/').all(step),
        None => false,
    }
}

/// Reads an address; one that begins with `/` is on the site it is written on.
pub(super) fn read(at: At<'_>, here: Option<&str>) -> Shape<WebAddress> {
    let written = at.text()?;
    let whole = match here {
        Some(host) if written.starts_with('/') => format!("https://{host}{written}"),
        _ => written,
    };
    let found = if whole.contains("://") { WebAddress::parse(&whole) } else { None };
    found.map_or_else(
        || {
            at.expected(
                "an address such as https://mairie-lanoy.example/agenda: a host under .example, .test or .invalid, \
                 a path of letters, digits, - _ and .",
            )
        },
        Ok,
    )
}
