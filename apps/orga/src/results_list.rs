//! The lists of [`crate::results_page`]: results of a test, or profiles that were sent.

use maud::{Markup, html};
use rules::snapshot::{Sent, decode_profile};
use rules::stage::stars;
use store::report::award::Awards;
use store::report::tries::Try;
use web::Words;
use web::components::banner::Tone;
use web::components::icon::Icon;
use web::components::sorting::Sorting;
use web::components::tag::{plain, tag};
use web::moment::date;

use crate::activity_page::Columns;
use crate::list_order::Column;
use crate::participant_order::By;
use crate::participant_roll::{Person, has_badge, percent};

/// A line: the name as a link, the person, what they sent last.
type Line<'a> = (Markup, &'a Person<'a>, &'a Try);

/// The columns that put the results in order: those of a test, or of a collection.
pub fn columns(words: Words, test: bool) -> Columns<'static> {
    let mut columns =
        vec![(By::Name, words.say("orga-person"), None), (By::Division, words.say("orga-division"), None)];
    if test {
        columns.push((By::Result, words.say("orga-result"), None));
    } else {
        columns.push((By::Sent, words.say("orga-sent-on"), None));
        columns.push((By::Pix, words.say("orga-pix"), Some("r")));
        columns.push((By::Certifiable, words.say("orga-certifiable"), None));
    }
    columns.push((By::Sendings, words.say("orga-sendings"), Some("r")));
    columns
}

/// A page of results.
pub struct Table<'a> {
    /// The language.
    pub words: Words,
    /// The order, and the ways to others.
    pub sorting: Sorting<'a>,
    /// The lines of the page.
    pub lines: Vec<Line<'a>>,
}

impl Table<'_> {
    /// The heading of a column that puts the list in order.
    fn heading(&self, by: By, label: &str) -> Markup {
        self.sorting.heading(by.code(), label, None)
    }

    /// The heading of a column of figures that puts the list in order.
    fn figures(&self, by: By, label: &str) -> Markup {
        self.sorting.heading(by.code(), label, Some("r"))
    }

    /// Results of a test.
    pub fn tests(&self, awards: &Awards) -> Markup {
        let words = self.words;
        html! {
            table class="table table--people" {
                thead { tr {
                    (self.heading(By::Name, words.say("orga-person")))
                    (self.heading(By::Division, words.say("orga-division")))
                    (self.heading(By::Result, words.say("orga-result")))
                    @if !awards.badges.is_empty() { th scope="col" { (words.say("orga-badges")) } }
                    (self.figures(By::Sendings, words.say("orga-sendings")))
                } }
                tbody { @for (name, person, sent) in &self.lines { tr {
                    th scope="row" { (name) }
                    td class="short" data-label=(words.say("orga-division")) { (person.present.division.as_deref().unwrap_or("–")) }
                    td data-label=(words.say("orga-result")) { (result(words, awards, sent)) }
                    @if !awards.badges.is_empty() { td data-label=(words.say("orga-badges")) { (badges(awards, sent)) } }
                    td class="r" data-label=(words.say("orga-sendings")) { (person.sendings()) }
                } } }
            }
        }
    }

    /// Profiles that were sent.
    pub fn collections(&self) -> Markup {
        let words = self.words;
        html! {
            table class="table table--people" {
                thead { tr {
                    (self.heading(By::Name, words.say("orga-person")))
                    (self.heading(By::Division, words.say("orga-division")))
                    (self.heading(By::Sent, words.say("orga-sent-on")))
                    (self.figures(By::Pix, words.say("orga-pix")))
                    (self.heading(By::Certifiable, words.say("orga-certifiable")))
                    th scope="col" class="r" { (words.say("orga-certifiable-competences")) }
                    (self.figures(By::Sendings, words.say("orga-sendings")))
                } }
                tbody { @for (name, person, sent) in &self.lines { tr {
                    th scope="row" { (name) }
                    td class="short" data-label=(words.say("orga-division")) { (person.present.division.as_deref().unwrap_or("–")) }
                    td class="short" data-label=(words.say("orga-sent-on")) { @if let Some(at) = sent.shared_at { (date(words.lang(), at)) } }
                    td class="r" data-label=(words.say("orga-pix")) { @if let Some(pix) = sent.pix { (pix) } }
                    td class="short" data-label=(words.say("orga-certifiable")) { (certifiable(words, sent.certifiable)) }
                    td class="r" data-label=(words.say("orga-certifiable-competences")) { (certifiable_competences(&profile_of(sent))) }
                    td class="r" data-label=(words.say("orga-sendings")) { (person.sendings()) }
                } } }
            }
        }
    }
}

/// The mastery, and the stage with its stars when there are some.
pub fn result(words: Words, awards: &Awards, sent: &Try) -> Markup {
    let Some(percent) = percent(sent) else { return html! { "–" } };
    html! {
        span class="num strong" { (words.with("orga-percent", &[("n", percent.into())])) }
        @if let Some(stage) = sent.stage { " " (stage_reached(words, awards, stage)) }
    }
}

/// Stars of a stage, said in words too; nothing for a stage that the profile has no more.
pub fn stage_reached(words: Words, awards: &Awards, threshold: i64) -> Markup {
    let thresholds: Vec<u32> =
        awards.stages.iter().filter_map(|stage| u32::try_from(stage.threshold).ok()).collect();
    let reached = u32::try_from(threshold).ok().and_then(|threshold| stars(threshold, &thresholds));
    let Some(reached) = reached else { return html! {} };
    let of = thresholds.len().saturating_sub(1);
    html! {
        span class="stars" aria-hidden="true" { ("★".repeat(reached)) ("☆".repeat(of.saturating_sub(reached))) }
        span class="visually-hidden" { (words.with("orga-stars", &[("n", reached.into()), ("of", of.into())])) }
    }
}

/// The badges that were obtained.
pub fn badges(awards: &Awards, sent: &Try) -> Markup {
    let obtained = awards.badges.iter().filter(|badge| has_badge(sent, &badge.key));
    html! { div class="row" { @for badge in obtained { (plain(&badge.title)) } } }
}

fn profile_of(sent: &Try) -> Vec<Sent> {
    sent.profile.as_deref().and_then(decode_profile).unwrap_or_default()
}

/// Whether somebody may be certified, in a tag.
pub fn certifiable(words: Words, known: Option<bool>) -> Markup {
    match known {
        Some(true) => tag(Tone::Ok, Icon::Check, words.say("orga-certifiable-yes")),
        Some(false) => plain(words.say("orga-certifiable-no")),
        None => html! { "–" },
    }
}

/// How many competences of a profile count for being certified: those of level 1 at least.
pub fn certifiable_competences(profile: &[Sent]) -> usize {
    profile.iter().filter(|competence| competence.level >= 1).count()
}
