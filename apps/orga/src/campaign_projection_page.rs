//! The page of [`crate::campaign_projection`].

use maud::{Markup, html};
use store::campaign::Campaign;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::qr_code::qr_code;

use crate::campaign_tabs::Tab;

/// How many signs of a code stand together: `KWD TRM 234` is copied with fewer mistakes.
const GROUP: usize = 3;

/// What the page shows.
pub struct Projection<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The site's address, which learners type.
    pub base_url: &'a str,
}

impl<'a> Projection<'a> {
    /// What the class reads: the title that learners know, or the campaign's name where it has none.
    pub fn name(&self) -> &'a str {
        self.campaign.title.as_deref().unwrap_or(&self.campaign.name)
    }
}

/// Where one is, and the way back.
pub fn strip(shown: &Projection<'_>) -> Markup {
    let words = shown.words;
    html! {
        p class="muted" { (words.say("projection-hint")) }
        nav aria-label=(words.say("projection-ways")) {
            a class="tap" href=(Tab::Settings.path(shown.campaign)) { (words.say("projection-back")) }
        }
    }
}

/// The whole page: where to go, what to type, or what to aim at.
pub fn page(shown: &Projection<'_>) -> Markup {
    let (words, code) = (shown.words, &shown.campaign.code);
    let typed = shown.base_url.split_once("://").map_or(shown.base_url, |(_, typed)| typed);
    let whole = format!("{}/campaigns/{code}", shown.base_url);
    html! {
        div class="projection" {
            div class="projection__where" {
                h1 { (shown.name()) }
                @if shown.campaign.archived_at.is_some() {
                    (banner(Tone::Warn, &html! { p { (words.say("projection-archived")) } }))
                }
                p class="projection__step" { (words.say("projection-open")) }
                p class="projection__address" { (typed) wbr; "/campaigns" }
            }
            figure class="projection__aim" {
                (qr_code(&whole, &words.with("projection-qr", &[("address", whole.as_str().into())])))
                figcaption { (words.say("projection-aim")) }
            }
            div class="projection__what" {
                p class="projection__step" { (words.say("projection-type")) }
                p class="projection__code" { (grouped(code)) }
            }
        }
    }
}

/// A code in groups. Spaces are forgiven where it is typed.
fn grouped(code: &str) -> Markup {
    let signs: Vec<char> = code.chars().collect();
    html! { @for group in signs.chunks(GROUP) { span { (group.iter().collect::<String>()) } " " } }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_grouped_code_is_read_as_the_code() {
        for (code, expected) in [
            ("KWDTRM234", "<span>KWD</span> <span>TRM</span> <span>234</span> "),
            ("KWDT", "<span>KWD</span> <span>T</span> "),
            ("", ""),
        ] {
            assert_eq!(grouped(code).into_string(), expected);
        }
        assert_eq!(rules::campaign_code::read("KWD TRM 234 ").as_deref(), Some("KWDTRM234"));
    }
}
