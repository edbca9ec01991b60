//! The page of [`crate::result`].

use content::Tube;
use maud::{Markup, html};
use measure::placement::bayes::Estimate;
use measure::placement::{self, Score};
use rules::syllabus::Measure;
use web::Words;
use web::components::button::Button;

use crate::answer_shown::{Answered, line};
use crate::attempt_loading::Standing;
use crate::checkpoint_page::level;
use crate::competence_page::range;

/// What the page shows.
pub struct Outcome<'a> {
    /// The language.
    pub words: Words,
    /// The attempt.
    pub standing: &'a Standing,
    /// Every answer, in order.
    pub answered: &'a [Answered],
    /// The measure of the competence.
    pub measure: &'a Measure,
}

/// The whole page, in one of three tones: nothing yet, under level 1, a level.
pub fn page(outcome: &Outcome<'_>) -> Markup {
    let words = outcome.words;
    let (heading, lead) = tone(words, outcome.measure.score);
    let competence =
        outcome.standing.shelf.release.framework().competence(&outcome.standing.attempt.competence);
    html! {
        div class="stack-l" {
            div class="cols cols--side" {
                div class="stack" {
                    p class="muted" { (competence.map_or("", |competence| competence.name.get(words.lang()))) }
                    h1 { (heading) }
                    p class="lead" { (lead) }
                    (range(words, outcome.measure.range()))
                    p { (Button::link(words.say("result-profile"), "/profile")) }
                }
                (level(words, outcome.measure.score, &outcome.standing.attempt.competence))
            }
            (subjects(outcome))
            @if !outcome.answered.is_empty() {
                section class="stack" aria-labelledby="answers" {
                    h2 id="answers" { (words.say("result-answers")) }
                    div { @for one in outcome.answered { (line(words, outcome.standing, one)) } }
                }
            }
        }
    }
}

fn tone(words: Words, score: Score) -> (String, String) {
    if score.pix() == 0 {
        return (words.say("result-zero-heading").to_owned(), words.say("result-zero").to_owned());
    }
    let pix = [("pix", score.pix().into())];
    if score.level() == 0 {
        let left = [("n", score.remaining().into())];
        return (words.with("result-some-heading", &pix), words.with("result-some", &left));
    }
    let level = [("level", score.level().into())];
    (words.with("result-level-heading", &level), words.with("result-level", &pix))
}

/// Each subject with the highest level shown in it.
fn subjects(outcome: &Outcome<'_>) -> Markup {
    let words = outcome.words;
    let release = &outcome.standing.shelf.release;
    let here = format!("{}-", outcome.standing.attempt.competence);
    html! {
        section class="stack" aria-labelledby="subjects" {
            h2 id="subjects" { (words.say("result-evidence")) }
            ul class="list subjects" {
                @for tube in release.tubes().filter(|tube| tube.code.starts_with(&here)) {
                    li class="row row--between" {
                        span { (tube.title.get(words.lang())) }
                        span class="muted" { (reached(outcome, tube)) }
                    }
                }
            }
        }
    }
}

fn reached(outcome: &Outcome<'_>, tube: &Tube) -> String {
    let validated = |code: &content::SkillCode| {
        let evidence = outcome.standing.state.knowledge.get(code.id());
        evidence.is_some_and(|evidence| evidence.outcome == placement::Outcome::Validated)
    };
    let best = match &outcome.measure.estimate {
        Some(estimate) => level_in(estimate, tube),
        None => {
            tube.skills.iter().map(|skill| skill.code).filter(validated).map(content::SkillCode::level).max()
        }
    };
    match best {
        Some(level) => outcome.words.with("result-subject-level", &[("level", level.into())]),
        None => outcome.words.say("result-subject-none").to_owned(),
    }
}

/// The hardest level of a subject that is mastered more likely than not; none when none is.
fn level_in(estimate: &Estimate, tube: &Tube) -> Option<u8> {
    let id = tube.skills.first()?.code.tube_id();
    let reached = estimate.reached.iter().find(|reached| reached.tube == id)?;
    (reached.level > 0).then_some(reached.level)
}
