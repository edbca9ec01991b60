//! The page of [`crate::preview`].

use content::Instance;
use grade::{Status, Verdict};
use maud::{Markup, html};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::prose::prose;
use web::components::status::Status as Shown;

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
    let query = format!("?seed={}&lang={}", previewed.seed, paper.lang.code());
    let asked = Asked {
        words,
        competence: &paper.family,
        paper,
        position: 1,
        answer: &format!("/preview/{}{query}", paper.family),
        files: &format!("/preview/{}/files", paper.family),
        pictures: &format!("/preview/{}/pictures", paper.family),
        web: &format!("/preview/{}/web", paper.family),
        file_query: &query,
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
                    a href={ "/preview/" (paper.family) "?seed=" (previewed.seed.wrapping_add(1)) "&lang=" (paper.lang.code()) } { (words.say("preview-another")) }
                    " · " a href="/reports" { (words.say("reports-title")) } " · " a href="/bank" { (words.say("bank-title")) }
                }
            }))
            @if let Some(verdict) = previewed.verdict { (told(previewed, verdict)) }
            (question_page::page(&asked))
            (key(previewed))
        }
    }
}

/// The verdict, and what is said of the mistake that was recognised.
fn told(previewed: &Previewed<'_>, verdict: &Verdict) -> Markup {
    let words = previewed.words;
    let tone = if verdict.status == Status::Ok { Tone::Ok } else { Tone::Info };
    let mistake = verdict.mistake.as_ref();
    let feedback = mistake.and_then(|mistake| previewed.instance.key.feedback.get(mistake));
    html! {
        (banner(tone, &html! {
            p { (words.say("preview-verdict")) " " strong { (Shown::from(verdict.status).word(words)) }
                @if let Some(mistake) = mistake { " (" code { (mistake) } ")" } }
            @if let Some(feedback) = feedback { (prose(feedback.as_str())) }
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
