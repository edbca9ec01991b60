//! The legal texts: readable by anybody, with the names of those who run this service filled in.

use axum::extract::State;
use axum::response::Html;
use content::typeset;
use maud::html;
use pulldown_cmark::{Parser, html::push_html};
use rules::legal::version_of;
use store::legal::InForce;
use web::components::prose::prose;
use web::house::{House, Site};
use web::lang::Lang;
use web::visit::Guest;

use crate::frame::Sheet;

/// A text in both languages, as Markdown.
struct Text {
    title: [&'static str; 2],
    markdown: [&'static str; 2],
}

macro_rules! text {
    ($file:literal, $fr:literal, $en:literal) => {
        Text {
            title: [$fr, $en],
            markdown: [
                include_str!(concat!("../legal/fr/", $file, ".md")),
                include_str!(concat!("../legal/en/", $file, ".md")),
            ],
        }
    };
}

const TERMS: Text = text!("terms", "Conditions d'utilisation", "Terms of use");
const PRIVACY: Text = text!("privacy", "Données personnelles", "Personal data");
const NOTICE: Text = text!("notice", "Mentions légales", "Legal notice");
const ACCESSIBILITY: Text = text!("accessibility", "Accessibilité", "Accessibility");
const HELP: Text = text!("help", "Aide", "Help");

/// The versions in force: the documents themselves say which they are.
pub fn in_force() -> InForce {
    let version = |text: &Text| {
        text.markdown.first().and_then(|markdown| version_of(markdown)).unwrap_or_default().to_owned()
    };
    InForce { terms: version(&TERMS), privacy: version(&PRIVACY) }
}

/// `GET /terms`.
pub async fn terms(State(house): State<House>, guest: Guest) -> Html<String> {
    shown(&house, &guest, &TERMS)
}

/// `GET /privacy`.
pub async fn privacy(State(house): State<House>, guest: Guest) -> Html<String> {
    shown(&house, &guest, &PRIVACY)
}

/// `GET /legal`.
pub async fn notice(State(house): State<House>, guest: Guest) -> Html<String> {
    shown(&house, &guest, &NOTICE)
}

/// `GET /accessibility`.
pub async fn accessibility(State(house): State<House>, guest: Guest) -> Html<String> {
    shown(&house, &guest, &ACCESSIBILITY)
}

/// `GET /help`.
pub async fn help(State(house): State<House>, guest: Guest) -> Html<String> {
    shown(&house, &guest, &HELP)
}

fn shown(house: &House, guest: &Guest, text: &Text) -> Html<String> {
    let [fr, en] = text.markdown;
    let [title_fr, title_en] = text.title;
    let lang = guest.frame.lang;
    let (title, markdown) = match lang {
        Lang::Fr => (title_fr, fr),
        Lang::En => (title_en, en),
    };
    let body = html! { article { (prose(&rendered(&house.site, &typeset(lang, markdown)))) } };
    Sheet::text(&typeset(lang, title), body).for_guest(house, guest)
}

/// Fills in the names and turns the Markdown into HTML. The texts are ours; in the names every mark is escaped.
fn rendered(site: &Site, markdown: &str) -> String {
    let filled =
        markdown.replace("{name}", &escaped(&site.name)).replace("{contact}", &escaped(&site.contact));
    let mut out = String::with_capacity(filled.len() * 5 / 4);
    push_html(&mut out, Parser::new(&filled));
    out
}

/// A text that Markdown shows as it is: a backslash takes the meaning away from any ASCII punctuation.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for letter in text.chars() {
        if letter.is_ascii_punctuation() {
            out.push('\\');
        }
        out.push(letter);
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_languages_state_the_same_version() {
        for text in [&TERMS, &PRIVACY] {
            let [fr, en] = text.markdown.map(version_of);
            assert!(fr.is_some() && fr == en, "{:?}: {fr:?} and {en:?}", text.title);
        }
    }
}
