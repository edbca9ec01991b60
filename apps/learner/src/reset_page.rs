//! The page of [`crate::reset`].

use content::Competence;
use maud::{Markup, html};
use measure::placement::{Pix, Score, certifiable};
use rules::standing::{Standing, Step};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::components::confirm::Confirm;

use crate::competence_card::page_of;

/// What would be lost.
pub struct Loss<'a> {
    /// The language.
    pub words: Words,
    /// The competence.
    pub competence: &'a Competence,
    /// Its place in the framework, from 0.
    pub place: usize,
    /// Where the learner stands in each competence.
    pub standings: &'a [Standing],
    /// The days left before it may be done; 0 means now.
    pub days: u32,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(loss: &Loss<'_>) -> Markup {
    let (words, page) = (loss.words, page_of(loss.competence));
    let name = loss.competence.name.get(words.lang());
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("profile-title"), "/profile"), (name, &page)], words.say("zero-title")))
            h1 { (words.with("zero-heading", &[("name", name.clone().into())])) }
            @if loss.days > 0 {
                (banner(Tone::Info, &html! { p { (words.with("zero-wait", &[("days", loss.days.into())])) } }))
                p { (words.say("zero-meanwhile")) }
                p { (Button::link(words.say("zero-back"), &page).quiet()) }
            } @else { (question(loss, &page)) }
        }
    }
}

fn question(loss: &Loss<'_>, page: &str) -> Markup {
    let words = loss.words;
    let lines = consequences(loss);
    let lines: Vec<&str> = lines.iter().map(String::as_str).collect();
    html! {
        (Confirm {
            title: words.say("zero-question"), consequences: &lines, action: &format!("{page}/reset"), csrf: loss.csrf,
            verb: words.say("zero-do"), cancel: (words.say("zero-cancel"), page), danger: true,
        })
    }
}

/// What is lost, then what stays.
fn consequences(loss: &Loss<'_>) -> Vec<String> {
    let words = loss.words;
    let here = loss.standings.get(loss.place);
    let score = here.map(|standing| standing.score);
    let lost = score.map(|score| {
        words.with("zero-lost", &[("pix", score.pix().into()), ("level", score.level().into())])
    });
    let stopped = here.filter(|here| matches!(here.step, Step::Resume { .. }));
    let stopped = stopped.map(|_| words.say("zero-stopped").to_owned());
    let certifiable = no_longer_certifiable(loss).then(|| words.say("zero-certifiable").to_owned());
    let kept = ["zero-kept", "zero-again"].map(|key| words.say(key).to_owned());
    [lost, stopped, certifiable].into_iter().flatten().chain(kept).collect()
}

fn no_longer_certifiable(loss: &Loss<'_>) -> bool {
    let scores: Vec<Score> = loss.standings.iter().map(|standing| standing.score).collect();
    let after: Vec<Score> = scores
        .iter()
        .zip(0..)
        .map(|(score, place)| if place == loss.place { Score { exact: Pix::ZERO, ..*score } } else { *score })
        .collect();
    certifiable(&scores) && !certifiable(&after)
}
