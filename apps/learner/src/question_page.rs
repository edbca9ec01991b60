//! The page of [`crate::question`]: what is asked, the evidence, the files, the fields of the answer.

use content::{FieldKind, Input, InputField, Mode, Paper};
use maud::{Markup, PreEscaped, html};
use rules::attempt::STAGE;
use std::collections::BTreeMap;
use web::Words;
use web::components::answer::{Answer, Given, first_name};
use web::components::banner::Tone;
use web::components::button::{Button, csrf_field};
use web::components::countdown::{Countdown, duration};
use web::components::download::{Download, Format};
use web::components::error_summary::error_summary;
use web::components::exhibit::exhibit;
use web::components::focus_watch::FocusWatch;
use web::components::fold::more;
use web::components::icon::Icon;
use web::components::prose::prose;
use web::components::tag::tag;
use web::components::thread::thread;
use web::form::Form;

use crate::answer_form::{self, LONGEST_TEXT};
use crate::download::encoded;
use crate::mini_web_page::entry;
use crate::report_page::{Report, fold};

/// What the page shows.
pub struct Asked<'a> {
    /// The language of the page.
    pub words: Words,
    /// The name of the competence.
    pub competence: &'a str,
    /// What may be seen of the question.
    pub paper: &'a Paper,
    /// Its position in the attempt, from 1.
    pub position: u16,
    /// Where the answer is posted.
    pub answer: &'a str,
    /// Where the files are.
    pub files: &'a str,
    /// Where the pictures to choose are.
    pub pictures: &'a str,
    /// Where the mini-web is.
    pub web: &'a str,
    /// What follows the address of a file.
    pub file_query: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// Why an answer was not taken, and what it was.
    pub again: Option<&'a Again>,
    /// Whether what the mode means is told at once, or waits in a fold.
    pub explained: bool,
    /// The clock of a timed question.
    pub countdown: Option<Countdown>,
    /// The watch of a question that asks to stay on its page.
    pub watch: Option<FocusWatch<'a>>,
    /// Where a problem with the question is told.
    pub report: Option<&'a str>,
}

/// An answer that was not taken.
pub struct Again {
    error: String,
    given: Given,
}

impl Again {
    /// Keeps what was typed and says why it was not taken.
    pub fn new(words: Words, why: answer_form::Refusal, posted: &Form) -> Self {
        let error = match why {
            answer_form::Refusal::Empty => words.say("question-error-empty").to_owned(),
            answer_form::Refusal::Incomplete => words.say("question-error-fields").to_owned(),
            answer_form::Refusal::TooLong => {
                words.with("question-error-long", &[("max", LONGEST_TEXT.into())])
            }
            answer_form::Refusal::Shape => words.say("question-error-shape").to_owned(),
        };
        let mut given: Given = BTreeMap::new();
        for (name, value) in posted.iter().filter(|(name, _)| *name != "csrf" && *name != "lang") {
            given.entry(name.to_owned()).or_default().push(value.chars().take(LONGEST_TEXT).collect());
        }
        Self { error, given }
    }
}

/// The whole page.
pub fn page(asked: &Asked<'_>) -> Markup {
    let (paper, lang) = (asked.paper, asked.paper.lang.code());
    html! {
        div class="stack-l" {
            (progress(asked.words, asked.competence, asked.position))
            @if let Some(countdown) = &asked.countdown { (countdown) }
            @if let Some(watch) = &asked.watch { (watch) }
            div class="cols cols--task question" {
                div class="stack" {
                    (mode(asked))
                    h1 lang=(lang) { (PreEscaped(paper.question.as_str())) }
                    div lang=(lang) { (prose(paper.statement.as_str())) }
                    (entry(asked.words, paper, asked.web, asked.file_query))
                    @if !paper.exhibits.is_empty() {
                        div lang=(lang) {
                            @for (number, one) in paper.exhibits.iter().enumerate() { (exhibit(asked.words, one, number)) }
                        }
                    }
                    @if let Some(text) = &paper.alternative {
                        (more(asked.words.say("question-alternative"), &html! { div lang=(lang) { (prose(text.as_str())) } }))
                    }
                }
                div class="card stack" { (files(asked)) (answer(asked)) }
            }
            @if let Some(action) = asked.report {
                (fold(&Report { words: asked.words, paper, answered: false, action, csrf: asked.csrf }))
            }
        }
    }
}

/// Where the question stands in its series of five, and the way out.
pub fn progress(words: Words, competence: &str, position: u16) -> Markup {
    let done = position.saturating_sub(1) % STAGE;
    let counts = [("n", (done + 1).into()), ("total", STAGE.into())];
    html! {
        div class="stack-s" {
            div class="row row--between row--top" {
                div {
                    strong { (competence) }
                    p class="muted small" { (words.with("question-of", &counts)) }
                }
                p class="small" {
                    a class="tap" href="/home" { (words.say("question-quit")) } " "
                    span class="muted wide" { (words.say("question-quit-kept")) }
                }
            }
            (thread(words, u8::try_from(done).unwrap_or(0), true, u8::try_from(STAGE).unwrap_or(5)))
        }
    }
}

/// The tags of the mode and of the time allowed, and what the mode means.
fn mode(asked: &Asked<'_>) -> Markup {
    let words = asked.words;
    let (icon, text, means) = match asked.paper.mode {
        Mode::Free => (Icon::Globe, words.say("question-mode-free"), words.say("question-mode-free-means")),
        Mode::Focus => {
            (Icon::Focus, words.say("question-mode-focus"), words.say("question-mode-focus-means"))
        }
    };
    html! {
        div class="stack-s" {
            p class="row row--tight" {
                (tag(Tone::Info, icon, text))
                @if let Some(limit) = asked.paper.timer { (tag(Tone::Warn, Icon::Clock, &duration(words, limit))) }
            }
            details class="more" open[asked.explained] {
                summary { (Icon::Chevron.classed("chev")) (words.say("question-mode-about")) }
                div class="more__body muted" { p { (means) } }
            }
        }
    }
}

fn files(asked: &Asked<'_>) -> Markup {
    if asked.paper.downloads.is_empty() {
        return html! {};
    }
    html! {
        section class="stack-s" aria-labelledby="files" {
            h2 id="files" { (asked.words.with("question-files", &[("n", asked.paper.downloads.len().into())])) }
            @for (number, download) in asked.paper.downloads.iter().enumerate() {
                (file(asked, number, download))
            }
        }
    }
}

fn file(asked: &Asked<'_>, number: usize, download: &content::Download) -> Markup {
    let links: Vec<(&str, String)> = download
        .formats
        .iter()
        .map(|format| {
            (
                format.ending(),
                format!(
                    "{}/{number}/{}{}",
                    asked.files,
                    encoded(&download.file_name(*format)),
                    asked.file_query
                ),
            )
        })
        .collect();
    let formats: Vec<Format<'_>> =
        links.iter().map(|(ending, href)| Format { ending, href, bytes: None }).collect();
    let name = download.formats.first().map(|first| download.file_name(*first)).unwrap_or_default();
    html! { (Download { words: asked.words, name: &name, formats: &formats }) }
}

fn answer(asked: &Asked<'_>) -> Markup {
    let (words, nothing) = (asked.words, Given::new());
    let error = asked.again.map(|again| again.error.as_str());
    let first = first_name(&asked.paper.input);
    let errors: Vec<(&str, &str)> = error.into_iter().map(|text| (first.as_str(), text)).collect();
    let picture = |index: usize| format!("{}/{index}{}", asked.pictures, asked.file_query);
    let help = asked.paper.help.as_ref().map(content::Html::plain);
    let fields = Answer {
        words,
        input: &asked.paper.input,
        label: words.say("question-answer"),
        hint: Some(help.as_deref().unwrap_or_else(|| default_help(words, &asked.paper.input))),
        error,
        given: asked.again.map_or(&nothing, |again| &again.given),
        pictures: asked.paper.pictures.then_some(&picture),
    };
    html! {
        form class="stack" method="post" action=(asked.answer) data-once {
            (error_summary(words, &errors))
            (csrf_field(asked.csrf))
            input type="hidden" name="lang" value=(asked.paper.lang.code());
            (fields)
            div class="actions actions--fill" {
                (Button::submit(words.say("question-submit")))
                (Button::submit(words.say("question-skip")).quiet().value("skip", "1").unchecked())
            }
        }
    }
}

fn default_help(words: Words, input: &Input) -> &'static str {
    match input {
        Input::Choice { .. } => words.say("question-help-choice"),
        Input::Choices { .. } => words.say("question-help-choices"),
        Input::Number { .. } => words.say("question-help-number"),
        Input::Date => words.say("question-help-date"),
        Input::Fields(fields) if fields.iter().all(is_list) => words.say("question-help-lists"),
        Input::Fields(fields) if fields.iter().any(is_date) => words.say("question-help-fields-date"),
        Input::Fields(_) => words.say("question-help-fields"),
        Input::Text { .. } => words.say("question-help-text"),
        Input::Set { .. } => words.say("question-help-set"),
        Input::Order { .. } => words.say("question-help-order"),
    }
}

const fn is_list(field: &InputField) -> bool {
    matches!(field.kind, FieldKind::Select { .. })
}

const fn is_date(field: &InputField) -> bool {
    matches!(field.kind, FieldKind::Date)
}
