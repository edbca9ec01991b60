//! A dialog box whose buttons are only their texts.

use content::{Dialog, Sign};
use maud::{Markup, html};

use super::paragraph::pair;
use crate::Words;
use crate::components::icon::Icon;
use crate::words::key;

/// A dialog box.
pub fn dialog(words: Words, dialog: &Dialog) -> Markup {
    let (icon, drawn) = match dialog.icon {
        Sign::Info => (Icon::Info, key("drawn-letter-i")),
        Sign::Warning => (Icon::Warning, key("drawn-warning-triangle")),
        Sign::Question => (Icon::Question, key("drawn-question-mark")),
        Sign::App => (Icon::Prompt, key("drawn-program")),
    };
    html! {
        div class="window" {
            h3 class="window__title window__title--drawn" {
                (icon) span { span class="visually-hidden" { (words.say(drawn)) " " } (dialog.heading) }
            }
            @for text in &dialog.text { p { (text) } }
            @if !dialog.facts.is_empty() {
                dl class="pairs" { @for (name, value) in &dialog.facts { (pair(name, &html! { (value) })) } }
            }
            ul class="buttons" aria-label=(words.say("exhibit-buttons")) {
                @for text in &dialog.buttons { li { span class="pressable" { (text) } } }
            }
        }
    }
}
