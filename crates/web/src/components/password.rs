//! A password: can be shown while typing; a new one has its rules beside it, ticked live where scripts run.

use maud::{Markup, Render, html};

use super::field::{described_by, error, hint, id_of};
use super::icon::Icon;
use crate::Words;
use crate::words::key;

/// A password field.
#[derive(Clone, Copy)]
pub struct Password<'a> {
    /// The language of the rules and of the button.
    pub words: Words,
    /// The name sent with the form.
    pub name: &'a str,
    /// What is asked.
    pub label: &'a str,
    /// Whether it is being chosen (rules shown) rather than typed again.
    pub new: bool,
    /// What was wrong.
    pub error: Option<&'a str>,
}

const RULES: [(&str, &str); 4] = [
    ("length", key("password-rule-length")),
    ("upper", key("password-rule-upper")),
    ("lower", key("password-rule-lower")),
    ("digit", key("password-rule-digit")),
];

impl Render for Password<'_> {
    fn render(&self) -> Markup {
        let id = id_of(self.name);
        let words = self.words;
        let advice = self.new.then(|| words.say("password-advice"));
        let described = described_by(&id, self.new, self.error.is_some());
        html! {
            div class="field" data-password {
                label for=(id) { (self.label) }
                (hint(&id, advice))
                (error(&id, self.error))
                div class="password" {
                    input class="input" id=(id) name=(self.name) type="password" maxlength="256"
                        autocomplete=(if self.new { "new-password" } else { "current-password" })
                        aria-describedby=[described] aria-invalid=[self.error.map(|_| "true")];
                    button class="btn btn--quiet btn--s" type="button" hidden data-toggle aria-pressed="false"
                        aria-controls=(id) { (Icon::Eye) (words.say("password-show")) }
                }
                @if self.new { (rules(words)) }
            }
        }
    }
}

fn rules(words: Words) -> Markup {
    html! {
        ul class="rules" aria-label=(words.say("password-rules")) {
            @for (rule, text) in RULES {
                li data-rule=(rule) { (Icon::Open.classed("icon--open")) (Icon::Check.classed("icon--met")) (words.say(text)) }
            }
        }
        p class="visually-hidden" role="status" data-said=(words.say("password-met")) {}
    }
}
