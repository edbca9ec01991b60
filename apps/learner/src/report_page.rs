//! The form of [`crate::report`]: in a fold under a question and its correction, or on a page of its own.

use content::Paper;
use maud::{Markup, html};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind as FieldKind};
use web::components::fold::more;
use web::components::icon::Icon;

use crate::report::MOST_A_DAY;
use crate::report_form::{LONGEST_TEXT, Typed, Wrong};
use crate::report_kind::{Kind, Subject, of_code};

/// What the form needs.
pub struct Report<'a> {
    /// The language of the page.
    pub words: Words,
    /// The question.
    pub paper: &'a Paper,
    /// Whether it has its answer.
    pub answered: bool,
    /// Where the form is posted.
    pub action: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The form in a fold, under a question or its correction.
pub fn fold(report: &Report<'_>) -> Markup {
    more(report.words.say("report-open"), &form(report, &Typed::default(), None))
}

/// The form on a page of its own.
pub fn page(
    report: &Report<'_>,
    contact: &str,
    position: u16,
    back: &str,
    (typed, wrong): (&Typed, Option<Wrong>),
) -> Markup {
    let words = report.words;
    let sentence = wrong.filter(|wrong| *wrong != Wrong::TooMany).map(|wrong| sentence(words, wrong));
    let errors: Vec<(&str, &str)> = sentence.iter().map(|text| (place(wrong), text.as_str())).collect();
    html! {
        div class="stack" {
            h1 { (words.say("report-title")) }
            p class="muted" { (words.with("question-title", &[("n", position.into())])) }
            @if wrong == Some(Wrong::TooMany) { (too_many(words, contact)) }
            (error_summary(words, &errors))
            (form(report, typed, wrong))
            p { (Button::link(words.say("report-back"), back).bare()) }
        }
    }
}

fn too_many(words: Words, contact: &str) -> Markup {
    let said = words.with("report-error-many", &[("max", MOST_A_DAY.into()), ("contact", contact.into())]);
    banner(Tone::Warn, &html! { p { (said) } })
}

/// The name of the field that an error is about.
const fn place(wrong: Option<Wrong>) -> &'static str {
    if matches!(wrong, Some(Wrong::Kind)) { "kind" } else { "report" }
}

fn sentence(words: Words, wrong: Wrong) -> String {
    match wrong {
        Wrong::Kind => words.say("report-error-kind").to_owned(),
        Wrong::Words => words.say("report-error-words").to_owned(),
        Wrong::TooLong | Wrong::TooMany => words.with("report-error-long", &[("max", LONGEST_TEXT.into())]),
    }
}

fn form(report: &Report<'_>, typed: &Typed, wrong: Option<Wrong>) -> Markup {
    let words = report.words;
    let subjects = Subject::ALL.into_iter().filter(|subject| subject.concerns(report.paper, report.answered));
    let chosen = of_code(&typed.kind).map(|(subject, _)| subject);
    let error = wrong.map(|wrong| sentence(words, wrong));
    let error = error.as_deref().filter(|_| matches!(wrong, Some(Wrong::Words | Wrong::TooLong)));
    html! {
        form class="card measure stack" method="post" action=(report.action) data-report novalidate {
            (csrf_field(report.csrf))
            p class="muted small" { (words.say("report-lead")) }
            fieldset class="report" id="kind" tabindex="-1" {
                legend class="legend" { (words.say("report-about")) }
                @if wrong == Some(Wrong::Kind) { p class="error" id="kind-error" { (Icon::Warning) span { (words.say("report-error-kind")) } } }
                @for (place, subject) in subjects.enumerate() {
                    (kinds(words, subject, place == 0 && wrong == Some(Wrong::Kind) || chosen == Some(subject), typed))
                }
            }
            (Field {
                kind: FieldKind::Long,
                value: &typed.text,
                hint: Some(words.say("report-text-hint")),
                error,
                longest: Some(LONGEST_TEXT),
                ..Field::new("report", words.say("report-text"))
            })
            div class="row" { (Button::submit(words.say("report-send")).quiet()) }
            p class="small" data-said tabindex="-1" hidden { (words.say("report-done")) }
        }
    }
}

/// The kinds of problem with a subject, in a fold; what to try first stands under the kind that is chosen.
fn kinds(words: Words, subject: Subject, open: bool, typed: &Typed) -> Markup {
    html! {
        details class="more" open[open] {
            summary { (Icon::Chevron.classed("chev")) (words.say(subject.name())) }
            div class="more__body stack-s" { @for kind in subject.kinds() { (line(words, *kind, typed)) } }
        }
    }
}

fn line(words: Words, kind: Kind, typed: &Typed) -> Markup {
    html! {
        div class="report__kind" {
            label class="check" {
                input type="radio" name="kind" value=(kind.code) checked[kind.code == typed.kind]
                    aria-describedby=[kind.help.map(|_| format!("{}-help", kind.code))];
                span { (words.say(kind.name)) }
            }
            @if let Some(help) = kind.help { p class="report__help small" id={ (kind.code) "-help" } { (words.say(help)) } }
        }
    }
}
