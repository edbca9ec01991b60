//! Settings: a switch is told in words.

use content::{Setting, SettingGroup, State};
use maud::{Markup, html};

use crate::Words;

/// Groups of settings.
pub fn settings(words: Words, groups: &[SettingGroup]) -> Markup {
    html! {
        div class="window" { @for group in groups {
            div { h3 class="window__title" { (group.heading) } (rows(words, &group.rows)) }
        } }
    }
}

/// Rows of settings.
pub fn rows(words: Words, settings: &[Setting]) -> Markup {
    html! {
        ul class="rows" { @for setting in settings {
            li { span { (setting.label) } span class="visually-hidden" { ": " } (state(words, &setting.state)) }
        } }
    }
}

fn state(words: Words, state: &State) -> Markup {
    match state {
        State::Value(value) => html! { span class="rows__end" { (value) } },
        State::Switch(true) => {
            html! { span class="rows__end switch switch--on" { (words.say("exhibit-on")) } }
        }
        State::Switch(false) => html! { span class="rows__end switch" { (words.say("exhibit-off")) } },
    }
}
