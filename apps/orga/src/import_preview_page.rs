//! The page of [`crate::import_preview`].

use jobs::learner_import::{Fault, Report};
use maud::{Markup, html};
use store::learner_import::{Change, Import, Kind, State, UNDONE_WITHIN_MS};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, post};
use web::components::fold::more;
use web::moment::day;

use crate::import_changes_page::changes;
use crate::import_fault;
use crate::import_preview::path;
use crate::import_upload_page::{sender, state_word};

/// What the page shows.
pub struct Preview<'a> {
    /// The language.
    pub words: Words,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// The import.
    pub import: &'a Import,
    /// What reading it gave.
    pub report: &'a Report,
    /// What it changes, of this page.
    pub changes: &'a [Change],
    /// The kind of changes that are shown; all without it.
    pub kind: Option<Kind>,
    /// The page, from 1.
    pub page: u32,
    /// The present instant.
    pub now: i64,
}

/// The whole page.
pub fn page(preview: &Preview<'_>) -> Markup {
    let words = preview.words;
    let title = words.say("import-preview-title");
    let above = [
        (words.say("learners-title"), "/orga/learners"),
        (words.say("import-title"), "/orga/learners/import"),
    ];
    html! {
        div class="stack" {
            (breadcrumb(words, &above, title))
            h1 { (title) }
            p class="muted" { (sender(words, preview.import)) }
            @match preview.import.state {
                State::Uploaded => (waiting(preview)),
                State::Refused => (refused(preview)),
                State::Previewed => { (ready(preview)) (changes(preview)) },
                State::Applied => { (applied(preview)) (changes(preview)) },
                State::Cancelled | State::Undone => (ended(preview)),
            }
        }
    }
}

fn waiting(preview: &Preview<'_>) -> Markup {
    let words = preview.words;
    html! {
        (banner(Tone::Info, &html! { p { (words.say("import-waiting")) } }))
        div class="row" {
            (Button::link(words.say("import-refresh"), &path(preview.import.id)))
            (cancel(preview))
        }
    }
}

fn cancel(preview: &Preview<'_>) -> Markup {
    let action = format!("{}/cancellation", path(preview.import.id));
    post(&action, preview.csrf, &Button::submit(preview.words.say("import-cancel")).bare())
}

fn refused(preview: &Preview<'_>) -> Markup {
    let (words, report) = (preview.words, preview.report);
    let all = report.faults.len() + report.further_faults;
    html! {
        @if report.faults.is_empty() {
            (banner(Tone::Info, &html! { p { (words.say("import-forgotten")) } }))
        } @else {
            (banner(Tone::Error, &html! {
                p { (words.with("import-refused", &[("n", all.into())])) }
                @if report.further_faults > 0 {
                    p { (words.with("import-refused-further", &[("n", report.faults.len().into())])) }
                }
            }))
            (faults(words, &report.faults))
        }
        div class="row" { (Button::link(words.say("import-again"), "/orga/learners/import")) }
    }
}

fn faults(words: Words, faults: &[Fault]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("import-faults")) {
            table class="table table--people" {
                caption class="visually-hidden" { (words.say("import-faults")) }
                thead { tr {
                    th scope="col" class="r" { (words.say("import-line")) }
                    th scope="col" { (words.say("import-field")) }
                    th scope="col" { (words.say("import-found")) }
                    th scope="col" { (words.say("import-expected")) }
                    th scope="col" { (words.say("import-what")) }
                } }
                tbody { @for fault in faults { (fault_row(words, fault)) } }
            }
        }
    }
}

fn fault_row(words: Words, fault: &Fault) -> Markup {
    let (what, remedy) = import_fault::words_of(&fault.code);
    let expected = import_fault::expected(words, fault);
    let or_dash = |text: &str| if text.is_empty() { "–".to_owned() } else { text.to_owned() };
    html! {
        tr {
            td class="r" data-label=(words.say("import-line")) {
                @match fault.line { Some(line) => (line), None => "–" }
            }
            td data-label=(words.say("import-field")) {
                @match &fault.field { Some(field) => (field), None => (words.say("import-whole-file")) }
            }
            td data-label=(words.say("import-found")) { (or_dash(fault.value.as_deref().unwrap_or_default())) }
            td data-label=(words.say("import-expected")) { (or_dash(&expected)) }
            td { (words.say(what)) " " strong { (words.say(remedy)) } }
        }
    }
}

fn ready(preview: &Preview<'_>) -> Markup {
    let (words, count) = (preview.words, &preview.report.count);
    let nothing = count.added + count.moved + count.changed + count.back + count.disabled == 0;
    let text = words.say(if nothing { "import-nothing" } else { "import-ready" });
    let action = format!("{}/confirmation", path(preview.import.id));
    html! {
        (banner(Tone::Info, &html! { p { (text) } }))
        @if count.disabled > 0 {
            (banner(Tone::Warn, &html! { p { (words.with("import-disabled-warning", &[("n", count.disabled.into())])) } }))
        }
        (warnings(preview))
        div class="row" {
            (post(&action, preview.csrf, &Button::submit(words.say("import-confirm"))))
            (cancel(preview))
        }
    }
}

fn warnings(preview: &Preview<'_>) -> Markup {
    let (words, warnings) = (preview.words, &preview.report.warnings);
    let inside = html! {
        ul class="list" { @for warning in warnings { li {
            @let arguments = [("line", warning.line.into()), ("field", warning.field.as_str().into()),
                ("value", warning.value.as_str().into())];
            @if warning.value.is_empty() { (words.with("import-warning-empty", &arguments)) }
            @else { (words.with("import-warning", &arguments)) }
        } } }
    };
    html! {
        @if !warnings.is_empty() { (more(&words.with("import-warnings", &[("n", warnings.len().into())]), &inside)) }
    }
}

fn applied(preview: &Preview<'_>) -> Markup {
    let (words, import) = (preview.words, preview.import);
    let action = format!("{}/undoing", path(import.id));
    let until = import.applied_at.unwrap_or_default() + UNDONE_WITHIN_MS;
    let until = words.with("import-undo-until", &[("date", day(words.lang(), until).into())]);
    html! {
        (banner(Tone::Ok, &html! { p { (words.say(state_word(import.state))) } }))
        (warnings(preview))
        div class="row" {
            (Button::link(words.say("import-to-list"), "/orga/learners"))
            @if import.can_be_undone(preview.now) {
                (post(&action, preview.csrf, &Button::submit(words.say("import-undo")).quiet()))
            }
        }
        @if import.can_be_undone(preview.now) { p class="muted small" { (until) } }
        @else if import.is_recent(preview.now) { p class="muted small" { (words.say("import-followed")) } }
    }
}

fn ended(preview: &Preview<'_>) -> Markup {
    let words = preview.words;
    html! {
        (banner(Tone::Info, &html! { p { (words.say(state_word(preview.import.state))) } }))
        div class="row" {
            (Button::link(words.say("import-another"), "/orga/learners/import"))
            (Button::link(words.say("import-to-list"), "/orga/learners").quiet())
        }
    }
}
