//! The five domains: each has a hue, an icon and a name, and is never told by its hue alone.

use maud::{Markup, html};

use super::icon::Icon;
use crate::Words;
use crate::words::key;

/// A domain of the framework, in its order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Domain {
    /// 1. Information and data.
    Information,
    /// 2. Communication and collaboration.
    Communication,
    /// 3. Content creation.
    Creation,
    /// 4. Protection and security.
    Protection,
    /// 5. Digital environment.
    Environment,
}

impl Domain {
    /// The five domains, in the order of the framework.
    pub const ALL: [Self; 5] =
        [Self::Information, Self::Communication, Self::Creation, Self::Protection, Self::Environment];

    /// The domain with a number of the framework, 1 to 5.
    #[must_use]
    pub const fn numbered(number: u8) -> Option<Self> {
        match number {
            1 => Some(Self::Information),
            2 => Some(Self::Communication),
            3 => Some(Self::Creation),
            4 => Some(Self::Protection),
            5 => Some(Self::Environment),
            _ => None,
        }
    }

    /// The class that sets the hue for everything inside.
    #[must_use]
    pub const fn class(self) -> &'static str {
        match self {
            Self::Information => "d1",
            Self::Communication => "d2",
            Self::Creation => "d3",
            Self::Protection => "d4",
            Self::Environment => "d5",
        }
    }

    /// The key of its full name.
    #[must_use]
    pub const fn name_key(self) -> &'static str {
        match self {
            Self::Information => key("domain-information"),
            Self::Communication => key("domain-communication"),
            Self::Creation => key("domain-creation"),
            Self::Protection => key("domain-protection"),
            Self::Environment => key("domain-environment"),
        }
    }

    const fn short_key(self) -> &'static str {
        match self {
            Self::Information => key("domain-information-short"),
            Self::Communication => key("domain-communication-short"),
            Self::Creation => key("domain-creation-short"),
            Self::Protection => key("domain-protection-short"),
            Self::Environment => key("domain-environment-short"),
        }
    }

    const fn icon(self) -> Icon {
        match self {
            Self::Information => Icon::Search,
            Self::Communication => Icon::Chat,
            Self::Creation => Icon::Pencil,
            Self::Protection => Icon::Shield,
            Self::Environment => Icon::Plug,
        }
    }
}

/// The hexagon with the domain's icon; put it inside an element that carries the domain's class.
#[must_use]
pub fn badge(domain: Domain, small: bool) -> Markup {
    html! { span class=(if small { "domain__icon domain__icon--s" } else { "domain__icon" }) { (domain.icon()) } }
}

/// The head of a domain's section: icon, title with the given id, and a figure such as "108 pix sur 192".
#[must_use]
pub fn header(domain: Domain, title: &str, id: &str, figure: &str) -> Markup {
    html! {
        div class={ "row row--between " (domain.class()) } {
            div class="domain" { (badge(domain, false)) h2 id=(id) { (title) } }
            p class="muted small num" { (figure) }
        }
    }
}

/// The five domains with their short names, beside the honeycomb.
#[must_use]
pub fn legend(words: Words) -> Markup {
    html! {
        ul class="domain-legend" aria-label=(words.say("domains")) {
            @for domain in Domain::ALL {
                li class=(domain.class()) { (badge(domain, true)) (words.say(domain.short_key())) }
            }
        }
    }
}

/// One slanted thread per competence of a domain.
#[must_use]
pub fn threads(count: usize) -> Markup {
    html! { span class="count" aria-hidden="true" { @for _ in 0..count { i {} } } }
}
