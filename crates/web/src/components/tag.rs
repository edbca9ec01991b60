//! A tag: two or three words with an icon, never colour alone.

use maud::{Markup, html};

use super::banner::Tone;
use super::domain::Domain;
use super::icon::Icon;

/// A tag with a meaning.
#[must_use]
pub fn tag(tone: Tone, icon: Icon, text: &str) -> Markup {
    let class = match tone {
        Tone::Info => "tag tag--info",
        Tone::Ok => "tag tag--ok",
        Tone::Warn => "tag tag--warn",
        Tone::Error => "tag tag--error",
    };
    html! { span class=(class) { (icon) span { (text) } } }
}

/// A tag that only names.
#[must_use]
pub fn plain(text: &str) -> Markup {
    html! { span class="tag tag--line" { (text) } }
}

/// A tag in the hue of a domain, with its name.
#[must_use]
pub fn domain(domain: Domain, name: &str) -> Markup {
    html! { span class={ "tag tag--domain " (domain.class()) } { (name) } }
}
