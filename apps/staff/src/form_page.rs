//! A page with one form: what is wrong, the fields, keep or give up.

use maud::{Markup, html};
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;

use crate::carried_id::carried_field;

/// What surrounds the fields.
#[derive(Clone, Copy)]
pub struct FormPage<'a> {
    /// The language.
    pub words: Words,
    /// The heading.
    pub title: &'a str,
    /// Where it posts to.
    pub action: &'a str,
    /// Where giving up leads to.
    pub back: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The id of what it makes; none when it changes what is there.
    pub id: Option<&'a str>,
}

impl FormPage<'_> {
    /// The page's content around the fields; `errors` are the names of fields and what is wrong with them.
    pub fn around(&self, errors: &[(&str, &str)], fields: &Markup) -> Markup {
        let words = self.words;
        html! {
            div class="stack" {
                h1 { (self.title) }
                (error_summary(words, errors))
                form class="stack" method="post" action=(self.action) novalidate {
                    (csrf_field(self.csrf))
                    @if let Some(id) = self.id { (carried_field(id)) }
                    (fields)
                    div class="row" {
                        (Button::submit(words.say("staff-save")))
                        (Button::link(words.say("staff-cancel"), self.back).quiet())
                    }
                }
            }
        }
    }
}
