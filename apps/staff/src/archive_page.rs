//! The page that says what archiving brings, before it is done.

use maud::{Markup, html};
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;

/// The name of the box that is ticked first.
pub const UNDERSTOOD: &str = "understood";

/// What would be archived, and what that brings.
pub struct Archive<'a> {
    /// The language.
    pub words: Words,
    /// What would be archived.
    pub name: &'a str,
    /// The address of its page.
    pub here: &'a str,
    /// What happens, sentence by sentence.
    pub consequences: &'a [String],
    /// What the button says.
    pub button: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// Whether the box was not ticked.
    pub refused: bool,
}

impl Archive<'_> {
    /// The page's content.
    pub fn page(&self) -> Markup {
        let words = self.words;
        let error = self.refused.then(|| words.say("staff-archive-tick"));
        let errors: Vec<_> = error.iter().map(|error| (UNDERSTOOD, *error)).collect();
        let label = html! { (words.say("staff-archive-understood")) };
        html! {
            div class="stack" {
                h1 { (words.with("staff-archive-title", &[("name", self.name.into())])) }
                (error_summary(words, &errors))
                ul class="list" { @for sentence in self.consequences { li { (sentence) } } }
                form class="stack" method="post" action={ (self.here) "/archive" } novalidate {
                    (csrf_field(self.csrf))
                    (Checkbox { name: UNDERSTOOD, label: &label, ticked: false, error })
                    div class="row" {
                        (Button::submit(self.button).danger())
                        (Button::link(words.say("staff-cancel"), self.here).quiet())
                    }
                }
            }
        }
    }
}
