//! The footer: legal pages, and the preferences of the reader as plain forms.

use maud::{Markup, html};

use super::Page;
use crate::components::button::csrf_field;
use crate::components::icon::Icon;
use crate::lang::{self, Lang};
use crate::prefs::{PATH, Theme};
use crate::words::key;

/// The pages every instance publishes, with the keys of their names.
const LEGAL: [(&str, &str); 5] = [
    ("/accessibility", key("legal-accessibility")),
    ("/privacy", key("legal-privacy")),
    ("/terms", key("legal-terms")),
    ("/legal", key("legal-notice")),
    ("/help", key("legal-help")),
];

pub(super) fn footer(page: &Page<'_>) -> Markup {
    html! {
        footer class="footer" {
            div class="page" {
                ul class="list row" {
                    @for (href, word) in LEGAL { li { a class="tap" href=(href) { (page.words().say(word)) } } }
                }
                div class="footer__prefs" {
                    @if page.person.is_some() { (language_switch(page)) }
                    (comfort(page))
                    (theme(page))
                }
            }
        }
    }
}

/// A button with the name of the other language, written in that language.
pub(super) fn language_switch(page: &Page<'_>) -> Markup {
    form(
        page,
        &html! {
            @for other in Lang::ALL.into_iter().filter(|other| *other != page.lang) {
                button class="btn btn--bare btn--s" name="lang" value=(other.code()) lang=(other.code()) { (lang::name(other)) }
            }
        },
    )
}

fn comfort(page: &Page<'_>) -> Markup {
    let on = page.prefs.comfort;
    form(
        page,
        &html! {
            div class="segment" {
                div class="segment__in" {
                    button name="comfort" value=(if on { "off" } else { "on" }) aria-pressed=(on) {
                        @if on { (Icon::Check) } @else { (Icon::Book) } (page.words().say("prefs-comfort"))
                    }
                }
            }
        },
    )
}

fn theme(page: &Page<'_>) -> Markup {
    let words = page.words();
    form(
        page,
        &html! {
            div class="segment" role="group" aria-label=(words.say("prefs-theme")) {
                div class="segment__in" {
                    @for theme in Theme::ALL {
                        @let (icon, word) = shown(theme);
                        button name="theme" value=(theme.code()) aria-pressed=(theme == page.prefs.theme) { (icon) (words.say(word)) }
                    }
                }
            }
        },
    )
}

const fn shown(theme: Theme) -> (Icon, &'static str) {
    match theme {
        Theme::Auto => (Icon::Contrast, key("prefs-theme-auto")),
        Theme::Light => (Icon::Sun, key("prefs-theme-light")),
        Theme::Dark => (Icon::Moon, key("prefs-theme-dark")),
    }
}

fn form(page: &Page<'_>, buttons: &Markup) -> Markup {
    html! {
        form class="post" method="post" action=(PATH) {
            input type="hidden" name="back" value=(page.path);
            (csrf_field(page.csrf))
            (buttons)
        }
    }
}
