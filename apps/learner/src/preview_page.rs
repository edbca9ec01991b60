//! The page of [`crate::preview`].

use content::Instance;
use grade::Verdict;
use maud::{Markup, html};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::prose::prose;
use web::components::status::Status;

use crate::question_page::{self, Again, Asked};

/// What the page shows.
pub struct Previewed<'a> {
    /// The language.
    pub words: Words,
    /// The instance.
    pub instance: &'a Instance,
    /// Its seed.
    pub seed: u64,
    /// What the grader said of the answer just given.
    pub verdict: Option<&'a Verdict>,
    /// Why the answer just given was not taken, and what it was.
    pub again: Option<&'a Again>,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The question as learners see it, then its key.
pub fn page(previewed: &Previewed<'_>) -> Markup {
    let (words, paper) = (previewed.words, &previewed.instance.paper);
    let asked = Asked {
        words,
        competence: &paper.family,
        paper,
        position: 1,
        answer: &format!("/preview/{}?seed={}", paper.family, previewed.seed),
        files: &format!("/preview/{}/files", paper.family),
        pictures: &format!("/preview/{}/pictures", paper.family),
        file_query: &format!("?seed={}", previewed.seed),
        csrf: previewed.csrf,
        again: previewed.again,
        explained: false,
        countdown: None,
        watch: None,
        report: None,
    };
    html! {
        div class="stack-l" {
            (banner(Tone::Info, &html! {
                p {
                    (words.say("preview-banner")) " " (words.say("preview-seed")) " " (previewed.seed) " · "
                    a href={ "/preview/" (paper.family) "?seed=" (previewed.seed.wrapping_add(1)) } { (words.say("preview-another")) }
                    " · " a href="/reports" { (words.say("reports-title")) }
                }
            }))
            @if let Some(verdict) = previewed.verdict { (told(words, verdict)) }
            (question_page::page(&asked))
            (key(previewed))
        }
    }
}

fn told(words: Words, verdict: &Verdict) -> Markup {
    html! {
        (banner(Tone::Ok, &html! {
            p { (words.say("preview-verdict")) " " strong { (Status::from(verdict.status).word(words)) }
                @if let Some(mistake) = &verdict.mistake { " (" code { (mistake) } ")" } }
        }))
    }
}

fn key(previewed: &Previewed<'_>) -> Markup {
    let (words, key) = (previewed.words, &previewed.instance.key);
    html! {
        section class="card stack" aria-labelledby="key" {
            h2 id="key" { (words.say("preview-key")) }
            (prose(key.correction.as_str()))
            (prose(key.hint.as_str()))
            dl class="stack-s" {
                @for (mistake, text) in &key.feedback { div { dt { code { (mistake) } } dd { (prose(text.as_str())) } } }
            }
        }
    }
}
