//! The page of [`crate::report`].

use maud::{Markup, html};
use store::report::award::Awards;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::components::icon::Icon;
use web::components::stats::stats;
use web::moment::date;

use crate::activity_page::cut_short;
use crate::analysis_page::{Analysis, band, level_of, scale};
use crate::board_page::strip;
use crate::campaign_tabs::Tab;
use crate::participant_filter::{FilterForm, divisions};
use crate::participant_roll::Person;
use crate::report_outcome::Outcome;
use crate::results_list::{certifiable, certifiable_competences, stage_reached};

/// What the page shows.
pub struct Report<'a> {
    /// The campaign, and where the class stands.
    pub analysis: Analysis<'a>,
    /// The organisation.
    pub organisation: &'a str,
    /// What the target profile promises.
    pub awards: &'a Awards,
    /// What those who are shown sent.
    pub outcomes: &'a [Outcome<'a>],
    /// Those who are shown.
    pub kept: &'a [&'a Person<'a>],
    /// Everybody.
    pub people: &'a [Person<'a>],
    /// When it is made.
    pub now: i64,
}

impl Report<'_> {
    fn words(&self) -> Words {
        self.analysis.words
    }

    fn is_test(&self) -> bool {
        self.analysis.campaign.kind.is_test()
    }
}

/// The whole page.
pub fn page(shown: &Report<'_>) -> Markup {
    let (words, campaign) = (shown.words(), shown.analysis.campaign);
    let (list, here) = (Tab::Results.path(campaign), words.say("class-report-title"));
    html! {
        div class="stack-m report" {
            header class="stack-s" {
                (breadcrumb(words, &[(words.say("campaigns-title"), "/orga/campaigns"), (&campaign.name, &list)], here))
                h1 class="title-s" { (campaign.name) @if !shown.analysis.filter.division.is_empty() { " · " (shown.analysis.filter.division) } }
                p class="muted" { (shown.organisation) " · " (here) " · " (date(words.lang(), shown.now)) }
            }
            (cut_short(words, shown.analysis.cut))
            (choice(shown))
            @if shown.outcomes.is_empty() { p { (words.say("orga-no-result-title")) } } @else {
                (figures(shown))
                @if shown.is_test() { (positions(shown)) }
                (results(shown))
            }
            (missing(shown))
        }
    }
}

/// The class to choose, and the way to the pages of its pupils: on the screen only.
fn choice(shown: &Report<'_>) -> Markup {
    let (words, filter) = (shown.words(), shown.analysis.filter);
    let path = format!("{}/report", Tab::Activity.path(shown.analysis.campaign));
    let divisions = divisions(shown.people.iter().map(|person| person.present.division.as_deref()));
    let pupils = filter.address(&format!("{path}/pupils"), 1);
    html! {
        div class="stack-s screen-only" {
            @if !divisions.is_empty() {
                (FilterForm { words, path: &path, filter, divisions: &divisions, more: html! {} }.of_class())
            }
            p class="muted small" { (words.say("report-print")) }
            @if !shown.outcomes.is_empty() {
                div class="row" { (Button::link(words.say("report-pupils"), &pupils).quiet().icon(Icon::Document)) }
            }
        }
    }
}

fn figures(shown: &Report<'_>) -> Markup {
    let words = shown.words();
    let of = words.with("orga-out-of", &[("n", shown.kept.len().into())]);
    let received = (words.say("orga-received"), shown.outcomes.len().to_string(), of.as_str());
    let count = shown.outcomes.len().max(1);
    if shown.is_test() {
        let sum: usize = shown.outcomes.iter().map(|one| one.mastery().percent() as usize).sum();
        let mean = words.with("orga-percent", &[("n", ((sum * 2 + count) / (count * 2)).into())]);
        let overall = shown.analysis.class.positioning.overall();
        let level = level_of(words, overall);
        let position =
            (words.say("orga-position"), words.say(band(overall.band())).to_owned(), level.as_str());
        return stats(&[received, (words.say("orga-mean"), mean, ""), position]);
    }
    let pix: i64 = shown.outcomes.iter().filter_map(|one| one.pix).sum();
    let mean = pix / i64::try_from(count).unwrap_or(i64::MAX);
    let able = shown.outcomes.iter().filter(|one| one.certifiable == Some(true)).count();
    stats(&[
        received,
        (words.say("orga-mean-pix"), mean.to_string(), ""),
        (words.say("orga-certifiable"), able.to_string(), ""),
    ])
}

/// Where the class stands, a competence and its subjects after the other.
fn positions(shown: &Report<'_>) -> Markup {
    let (words, analysis) = (shown.words(), &shown.analysis);
    let positioning = &analysis.class.positioning;
    html! {
        div class="stack-s" {
            h2 id="positions" { (words.say("orga-positions")) }
            p class="muted small narrow-text" { (words.say("orga-positions-how")) }
            div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="positions" {
                table class="table positions report__table" {
                    thead { tr {
                        th scope="col" { (words.say("orga-subject")) }
                        th scope="col" { (words.say("orga-position")) }
                        th scope="col" class="r" { (words.say("orga-level")) }
                        th scope="col" { (words.say("orga-spread-of-class")) }
                    } }
                    @for (index, competence, rows) in analysis.competences() {
                        @let position = positioning.competence(index);
                        tbody {
                            tr class="report__group" {
                                th scope="rowgroup" { (competence.code) " " (competence.name.get(words.lang())) }
                                td class="short" { (words.say(band(position.band()))) }
                                td class="r" { (level_of(words, position)) }
                                td {}
                            }
                            @for row in rows {
                                @let position = positioning.tube(row.tube);
                                tr {
                                    th scope="row" { (analysis.title(row.tube)) }
                                    td class="short" { (words.say(band(position.band()))) }
                                    td class="r" { (scale(position)) (level_of(words, position)) }
                                    td { (strip(words, row.steps, positioning.people())) }
                                }
                            }
                        }
                    }
                }
            }
        }
    }
}

fn results(shown: &Report<'_>) -> Markup {
    let words = shown.words();
    html! {
        div class="stack-s" {
            h2 id="results" { (words.say("orga-results-list")) }
            div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="results" {
                @if shown.is_test() { (tests(shown)) } @else { (profiles(shown)) }
            }
        }
    }
}

/// A pupil a line, a competence a column, in percent.
fn tests(shown: &Report<'_>) -> Markup {
    let (words, competences) = (shown.words(), shown.analysis.competences());
    html! {
        table class="table report__table" {
            caption { (words.say("report-results-how")) }
            thead { tr {
                th scope="col" { (words.say("orga-person")) }
                th scope="col" class="r" { (words.say("orga-result")) }
                @if !shown.awards.stages.is_empty() { th scope="col" { (words.say("orga-stage")) } }
                @for (_, competence, _) in &competences {
                    th scope="col" class="r" { abbr title=(competence.name.get(words.lang())) { (competence.code) } }
                }
            } }
            tbody { @for one in shown.outcomes { tr {
                th scope="row" { (name(words, one)) }
                td class="r strong" { (words.with("orga-percent", &[("n", one.mastery().percent().into())])) }
                @if !shown.awards.stages.is_empty() { td class="short" { @if let Some(stage) = one.stage { (stage_reached(words, shown.awards, stage)) } } }
                @for (index, _, _) in &competences {
                    td class="r" { @match one.competence(*index) { Some(mastery) => (mastery.percent()), None => "–" } }
                }
            } } }
        }
    }
}

fn profiles(shown: &Report<'_>) -> Markup {
    let words = shown.words();
    html! {
        table class="table report__table" {
            thead { tr {
                th scope="col" { (words.say("orga-person")) }
                th scope="col" { (words.say("orga-sent-on")) }
                th scope="col" class="r" { (words.say("orga-pix")) }
                th scope="col" { (words.say("orga-certifiable")) }
                th scope="col" class="r" { (words.say("orga-certifiable-competences")) }
            } }
            tbody { @for one in shown.outcomes { tr {
                th scope="row" { (name(words, one)) }
                td class="short" { (date(words.lang(), one.shared_at)) }
                td class="r" { @if let Some(pix) = one.pix { (pix) } }
                td class="short" { (certifiable(words, one.certifiable)) }
                td class="r" { (certifiable_competences(&one.profile)) }
            } } }
        }
    }
}

/// A name, or words for somebody without one.
pub fn name<'o>(words: Words, one: &'o Outcome<'_>) -> &'o str {
    if one.name.is_empty() { words.say("orga-anonymous") } else { &one.name }
}

/// Who sent nothing yet.
fn missing(shown: &Report<'_>) -> Markup {
    let words = shown.words();
    let missing: Vec<String> =
        shown.kept.iter().filter(|person| person.sent().is_none()).map(|person| person.name()).collect();
    html! {
        @if !missing.is_empty() {
            section class="stack-s" aria-labelledby="missing" {
                h2 id="missing" { (words.with("report-missing", &[("n", missing.len().into())])) }
                ul class="names list" { @for name in missing { li { @if name.is_empty() { (words.say("orga-anonymous")) } @else { (name) } } } }
            }
        }
    }
}
