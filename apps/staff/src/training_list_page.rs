//! The page of [`crate::training_list`].

use maud::{Markup, html};
use store::training::Training;
use store::training_mark::Opinion;
use web::Words;
use web::components::button::{Button, csrf_field, post};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::words::key;

use crate::carried_id::carried_field;

/// What a training is, and the words for it.
pub const KINDS: [(&str, &str); 4] = [
    ("module", key("staff-training-module")),
    ("tutorial", key("staff-training-tutorial")),
    ("course", key("staff-training-course")),
    ("workshop", key("staff-training-workshop")),
];
/// The languages of trainings.
pub const LANGS: [(&str, &str); 2] = [("fr", "Français"), ("en", "English")];

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The trainings, those in use first.
    pub trainings: &'a [Training],
    /// What people say of them.
    pub opinions: &'a [Opinion],
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// What is filled in.
    pub filled: &'a Training,
    /// The fields that are wrong.
    pub wrong: &'a [&'static str],
}

/// The words for what was just done.
pub fn done(words: Words, done: &str) -> Option<&'static str> {
    match done {
        "created" => Some(words.say("staff-done-training-created")),
        "again" => Some(words.say("staff-done-again")),
        _ => None,
    }
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let errors: Vec<_> = shown.wrong.iter().map(|field| (*field, said(words, field))).collect();
    html! {
        div class="stack-l" {
            h1 { (words.say("staff-trainings")) }
            (error_summary(words, &errors))
            p class="muted" { (words.say("staff-trainings-about")) }
            @if shown.trainings.is_empty() { p class="muted" { (words.say("staff-trainings-none")) } } @else { (table(shown)) }
            (form(shown, &errors))
        }
    }
}

fn said(words: Words, field: &str) -> &'static str {
    words.say(match field {
        "title" => "staff-training-no-title",
        "link" => "staff-training-no-link",
        "minutes" => "staff-training-no-minutes",
        _ => "staff-fault-unknown",
    })
}

fn table(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("staff-trainings")) {
            table class="table table--people" {
                caption class="visually-hidden" { (words.say("staff-trainings")) }
                thead { tr {
                    th scope="col" { (words.say("staff-training-title")) }
                    th scope="col" { (words.say("staff-kind")) }
                    th scope="col" class="num" { (words.say("staff-minutes")) }
                    th scope="col" { (words.say("staff-training-lang")) }
                    th scope="col" class="num" { (words.say("staff-opinions")) }
                    th scope="col" { span class="visually-hidden" { (words.say("staff-actions")) } }
                } }
                tbody { @for training in shown.trainings { (row(shown, training)) } }
            }
        }
    }
}

fn row(shown: &Shown<'_>, training: &Training) -> Markup {
    let words = shown.words;
    let kind = KINDS.iter().find(|(kind, _)| *kind == training.kind).map_or("", |(_, word)| words.say(word));
    let (verb, state) = match training.retired_at {
        None => (words.say("staff-outdate"), "retired"),
        Some(_) => (words.say("staff-bring-back"), "back"),
    };
    let button = Button::submit(verb).quiet().small();
    html! {
        tr {
            th scope="row" { a href=(training.link) rel="noreferrer" { (training.title) } }
            td data-label=(words.say("staff-kind")) { (kind) }
            td class="num" data-label=(words.say("staff-minutes")) { (training.minutes) }
            td data-label=(words.say("staff-training-lang")) { (training.lang) }
            td class="num" data-label=(words.say("staff-opinions")) { (opinion(shown, training)) }
            td { (post(&format!("/staff/trainings/{}/retirement", training.id), shown.csrf, &button.value("state", state))) }
        }
    }
}

/// How many found it useful, of those who said something.
fn opinion(shown: &Shown<'_>, training: &Training) -> String {
    let opinion = shown.opinions.iter().find(|opinion| opinion.training_id == training.id);
    opinion.map_or_else(
        || "–".to_owned(),
        |one| shown.words.with("staff-opinion", &[("useful", one.useful.into()), ("said", one.said.into())]),
    )
}

fn form(shown: &Shown<'_>, errors: &[(&str, &str)]) -> Markup {
    let (words, filled) = (shown.words, shown.filled);
    let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
    let kinds = KINDS.map(|(kind, word)| (kind, words.say(word)));
    let minutes = if filled.minutes > 0 { filled.minutes.to_string() } else { String::new() };
    html! {
        form class="card stack" method="post" action="/staff/trainings" novalidate {
            h2 { (words.say("staff-training-new")) }
            (csrf_field(shown.csrf))
            (carried_field(filled.id))
            (Field { value: &filled.title, error: error("title"), longest: Some(200), ..Field::new("title", words.say("staff-training-title")) })
            (Field { kind: Kind::Mono, value: &filled.link, error: error("link"), hint: Some(words.say("staff-training-link-hint")),
                longest: Some(200), ..Field::new("link", words.say("staff-training-link")) })
            (Select { name: "kind", label: words.say("staff-kind"), options: &kinds, value: &filled.kind,
                blank: Some(words.say("staff-choose")), hint: None, error: error("kind") })
            (Field { kind: Kind::Digits, value: &minutes, error: error("minutes"), unit: Some("min"), longest: Some(4),
                ..Field::new("minutes", words.say("staff-training-minutes")) })
            (Select { name: "lang", label: words.say("staff-training-lang"), options: &LANGS, value: &filled.lang,
                blank: Some(words.say("staff-choose")), hint: None, error: error("lang") })
            div { (Button::submit(words.say("staff-training-do"))) }
        }
    }
}
