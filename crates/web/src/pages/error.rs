//! When something does not work: what happened, what was kept, what to do next, and a code to give to the help desk.

use maud::{Markup, html};

use crate::Words;
use crate::components::button::Button;
use crate::components::honeycomb;
use crate::words::key;

const MINUTE: i64 = 60;

/// What went wrong.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Trouble {
    /// 404: there is no such page.
    NotFound,
    /// 403: not for this person.
    Forbidden,
    /// 413: what was sent is too large.
    TooLarge,
    /// 429: asked for too often.
    TooMany,
    /// 500: our fault.
    Broken,
    /// 503: not now.
    Busy,
}

impl Trouble {
    /// Every trouble.
    pub const ALL: [Self; 6] =
        [Self::NotFound, Self::Forbidden, Self::TooLarge, Self::TooMany, Self::Broken, Self::Busy];

    /// The HTTP status it goes with.
    #[must_use]
    pub const fn status(self) -> u16 {
        match self {
            Self::NotFound => 404,
            Self::Forbidden => 403,
            Self::TooLarge => 413,
            Self::TooMany => 429,
            Self::Broken => 500,
            Self::Busy => 503,
        }
    }

    /// The title of the page.
    #[must_use]
    pub fn title(self, words: Words) -> &'static str {
        words.say(self.texts().0)
    }

    const fn texts(self) -> (&'static str, &'static str, &'static str) {
        match self {
            Self::NotFound => {
                (key("trouble-404-title"), key("trouble-404-happened"), key("trouble-404-next"))
            }
            Self::Forbidden => {
                (key("trouble-403-title"), key("trouble-403-happened"), key("trouble-403-next"))
            }
            Self::TooLarge => {
                (key("trouble-413-title"), key("trouble-413-happened"), key("trouble-413-next"))
            }
            Self::TooMany => (key("trouble-429-title"), key("trouble-429-happened"), key("trouble-429-next")),
            Self::Broken => (key("trouble-500-title"), key("trouble-500-happened"), key("trouble-500-next")),
            Self::Busy => (key("trouble-503-title"), key("trouble-503-happened"), key("trouble-503-next")),
        }
    }

    /// Whether trying again later can help.
    const fn passes(self) -> bool {
        matches!(self, Self::TooMany | Self::Broken | Self::Busy)
    }
}

/// After how long to try again what was asked for too often.
#[must_use]
pub fn wait(words: Words, seconds: i64) -> String {
    if seconds < 2 * MINUTE {
        return words.with("trouble-429-seconds", &[("seconds", seconds.into())]);
    }
    words.with("trouble-429-minutes", &[("minutes", ((seconds + MINUTE - 1) / MINUTE).into())])
}

/// The body of an error page. `code` names the event in our logs; `retry` is the address to try again, `wait` when.
#[must_use]
pub fn error_page(
    words: Words,
    trouble: Trouble,
    code: &str,
    retry: Option<&str>,
    wait: Option<&str>,
) -> Markup {
    let (title, happened, next) = trouble.texts();
    let retry = retry.filter(|_| trouble.passes());
    let home = Button::link(words.say("trouble-home"), "/");
    html! {
        section class="trouble" {
            div class="trouble__mark" { (honeycomb::mark()) }
            div class="stack" {
                h1 { (words.say(title)) }
                p class="lead" { (words.say(happened)) }
                p { (words.say("trouble-kept")) " " (words.say(next)) }
                @if let Some(wait) = wait { p { strong { (wait) } } }
                div class="actions" {
                    @match retry {
                        Some(retry) => { (Button::link(words.say("trouble-retry"), retry)) (home.bare()) },
                        None => (home),
                    }
                }
                p class="small muted" { (words.with("trouble-code", &[("code", full_code(trouble, code).into())])) }
            }
        }
    }
}

fn full_code(trouble: Trouble, code: &str) -> String {
    if code.is_empty() { trouble.status().to_string() } else { format!("{}-{code}", trouble.status()) }
}
