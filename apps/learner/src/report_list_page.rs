//! The page of [`crate::report_list`].

use content::Release;
use maud::{Markup, html};
use store::problem_report::ProblemReport;
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::moment::date_time;

use crate::report_kind::of_code;

/// What the page shows.
pub struct Listed<'a> {
    /// The language.
    pub words: Words,
    /// The reports of the page, the newest first.
    pub reports: &'a [ProblemReport],
    /// The present bank: its families can be previewed.
    pub bank: &'a Release,
    /// Whether these are the newest of all.
    pub first: bool,
    /// Whether older ones follow.
    pub more: bool,
}

/// The whole page. It says nothing of who told what.
pub fn page(listed: &Listed<'_>) -> Markup {
    let words = listed.words;
    let older =
        listed.reports.last().filter(|_| listed.more).map(|last| format!("/reports?before={}", last.id));
    html! {
        div class="stack-l" {
            div class="stack-s" {
                h1 { (words.say("reports-title")) }
                p class="muted" { (words.say("reports-lead")) }
                p { a href="/bank" { (words.say("bank-title")) } " · " a href="/staff" { (words.say("staff-title")) } }
            }
            @if listed.reports.is_empty() {
                (empty(words.say("reports-empty-title"), words.say("reports-empty"), None))
            } @else {
                (table(listed))
            }
            @if older.is_some() || !listed.first {
                nav class="row" aria-label=(words.say("reports-pages")) {
                    @if !listed.first { (Button::link(words.say("reports-newest"), "/reports").quiet()) }
                    @if let Some(older) = older { (Button::link(words.say("reports-older"), &older).quiet()) }
                }
            }
        }
    }
}

fn table(listed: &Listed<'_>) -> Markup {
    let words = listed.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.say("reports-title")) {
            table class="table" {
                caption class="visually-hidden" { (words.say("reports-title")) }
                thead {
                    tr {
                        th scope="col" { (words.say("reports-when")) }
                        th scope="col" { (words.say("reports-family")) }
                        th scope="col" { (words.say("reports-kind")) }
                        th scope="col" { (words.say("reports-lang")) }
                        th scope="col" { (words.say("reports-text")) }
                    }
                }
                tbody { @for report in listed.reports { (row(listed, report)) } }
            }
        }
    }
}

fn row(listed: &Listed<'_>, report: &ProblemReport) -> Markup {
    let words = listed.words;
    let kind = of_code(&report.category);
    html! {
        tr {
            td { (date_time(words.lang(), report.id.made_at())) }
            th scope="row" {
                @if listed.bank.family(&report.family).is_some() {
                    a href={ "/preview/" (report.family) } { (report.family) }
                } @else { (report.family) }
                br;
                span class="muted small" { (words.with("question-title", &[("n", report.position.into())])) }
            }
            td {
                @match kind {
                    Some((subject, kind)) => { (words.say(subject.name())) br; (words.say(kind.name)) },
                    None => (report.category),
                }
            }
            td { (report.lang) }
            td class="said" { (report.text) }
        }
    }
}
