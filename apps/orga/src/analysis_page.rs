//! The page of [`crate::analysis`].

use content::{Competence, Release};
use maud::{Markup, html};
use measure::placement::TubeId;
use rules::positioning::{Band, Position, Row};
use rules::subjects::tube_code;
use store::campaign::Campaign;
use web::Words;
use web::components::domain::{self, Domain};
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::stats::stats;
use web::numbers::tenths;
use web::words::key;

use crate::activity_page::cut_short;
use crate::analysis_class::Class;
use crate::analysis_groups_page::groups;
use crate::board_page::{self, MOST_COLUMNS, strip};
use crate::campaign_tabs::{Tab, campaign_tabs};
use crate::participant_filter::{Filter, FilterForm, divisions};

/// What the page shows.
pub struct Analysis<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The bank, for the names of its subjects.
    pub release: &'a Release,
    /// Everybody who sent something.
    pub everybody: &'a Class<'a>,
    /// Those of them who are shown.
    pub class: &'a Class<'a>,
    /// The competence whose subjects the board shows; chosen by the page when empty.
    pub competence: &'a str,
    /// The class that is asked, and the page of its board.
    pub filter: &'a Filter,
    /// Whether there are more results than the page reads.
    pub cut: bool,
}

impl<'a> Analysis<'a> {
    /// The address of this page.
    pub fn path(&self) -> String {
        Tab::Analysis.path(self.campaign)
    }

    /// The title of a subject; its code when the bank has it no more.
    pub fn title(&self, tube: TubeId) -> String {
        let code = tube_code(tube).unwrap_or_default();
        let found = self.release.tube(&code).map(|tube| tube.title.get(self.words.lang()).clone());
        found.unwrap_or(code)
    }

    /// The competences of the campaign with their indexes, and their subjects.
    pub fn competences(&self) -> Vec<(u16, &'a Competence, Vec<&'a Row>)> {
        let all = (0u16..).zip(&self.release.framework().competences);
        let rows = self.class.positioning.rows();
        let with = all.map(|(index, competence)| {
            let here = rows.iter().filter(|row| row.tube.0 >> 8 == index).collect::<Vec<_>>();
            (index, competence, here)
        });
        with.filter(|(_, _, rows)| !rows.is_empty()).collect()
    }
}

/// The whole page.
pub fn page(shown: &Analysis<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="stack-m" {
            (campaign_tabs(words, shown.campaign, Tab::Analysis))
            (cut_short(words, shown.cut))
            @if !shown.campaign.kind.is_test() {
                (empty(words.say("orga-analysis-collection-title"), words.say("orga-analysis-collection"), None))
            } @else if shown.everybody.pupils.is_empty() {
                (empty(words.say("orga-analysis-none-title"), words.say("orga-analysis-none"), None))
            } @else {
                (content(shown))
            }
        }
    }
}

fn content(shown: &Analysis<'_>) -> Markup {
    let words = shown.words;
    let (path, overall) = (shown.path(), shown.class.positioning.overall());
    let divisions = divisions(shown.everybody.pupils.iter().map(|pupil| pupil.division));
    html! {
        @if !divisions.is_empty() {
            (FilterForm { words, path: &path, filter: shown.filter, divisions: &divisions, more: html! {} }.of_class())
        }
        @if shown.class.pupils.is_empty() {
            p { (words.say("orga-none-kept")) }
        } @else {
            (stats(&[
                (words.say("orga-received"), shown.class.pupils.len().to_string(), ""),
                (words.say("orga-position"), tenths(words.lang(), overall.reached.into()), &out_of(words, overall)),
            ]))
            (groups(shown, &divisions))
            (board_page::board(shown))
            (positions(shown))
        }
    }
}

/// The word for a level.
pub const fn band(band: Band) -> &'static str {
    match band {
        Band::Novice => key("orga-band-novice"),
        Band::Independent => key("orga-band-independent"),
        Band::Advanced => key("orga-band-advanced"),
        Band::Expert => key("orga-band-expert"),
    }
}

/// The mean level reached and the highest that can be, in words.
pub fn level_of(words: Words, position: Position) -> String {
    let figure = |value: u32| tenths(words.lang(), value.into());
    words.with(
        "orga-level-of",
        &[("reached", figure(position.reached).into()), ("reachable", figure(position.reachable).into())],
    )
}

/// What follows the mean level: the highest that can be, and the word for where that is.
fn out_of(words: Words, position: Position) -> String {
    let highest = words.with("orga-out-of", &[("n", tenths(words.lang(), position.reachable.into()).into())]);
    format!("{highest} · {}", words.say(band(position.band())))
}

fn positions(shown: &Analysis<'_>) -> Markup {
    let words = shown.words;
    html! {
        section class="stack" aria-labelledby="positions" {
            h2 id="positions" { (words.say("orga-positions")) }
            p class="muted small narrow-text" { (words.say("orga-positions-how")) }
            @for (index, competence, rows) in shown.competences() {
                (by_subject(shown, (index, competence), &rows))
            }
        }
    }
}

fn by_subject(shown: &Analysis<'_>, (index, competence): (u16, &Competence), rows: &[&Row]) -> Markup {
    let words = shown.words;
    let position = shown.class.positioning.competence(index);
    let name = competence.name.get(words.lang());
    let open = shown.class.positioning.rows().len() <= MOST_COLUMNS;
    let domain = competence.code.bytes().next().and_then(|digit| Domain::numbered(digit - b'0'));
    html! {
        details class={ "fold " (domain.map_or("", Domain::class)) } open[open] {
            summary {
                @if let Some(domain) = domain { (domain::badge(domain, true)) }
                span class="fold__head" {
                    h3 id={ "c" (index) } class="fold__title" { (name) }
                    span class="small" { strong { (level_of(words, position)) } " · " (words.say(band(position.band()))) }
                }
                (Icon::Chevron.classed("chev"))
            }
            div class="scroll" tabindex="0" role="region" aria-labelledby={ "c" (index) } {
                table class="table table--people table--counts positions" {
                    thead { tr {
                        th scope="col" { (words.say("orga-subject")) }
                        th scope="col" class="r" { (words.say("orga-level")) }
                        th scope="col" { (words.say("orga-position")) }
                        th scope="col" { (words.say("orga-spread-of-class")) }
                    } }
                    tbody { @for row in rows { (subject(shown, row)) } }
                }
            }
        }
    }
}

fn subject(shown: &Analysis<'_>, row: &Row) -> Markup {
    let words = shown.words;
    let position = shown.class.positioning.tube(row.tube);
    html! {
        tr {
            th scope="row" { (shown.title(row.tube)) }
            td class="r" data-label=(words.say("orga-level")) { (scale(position)) (level_of(words, position)) }
            td class="short" data-label=(words.say("orga-position")) { (words.say(band(position.band()))) }
            td { (strip(words, row.steps, shown.class.positioning.people())) }
        }
    }
}

/// The level reached within the level that can be reached, on eight levels.
pub fn scale(position: Position) -> Markup {
    html! {
        svg class="scale" viewBox="0 0 80 8" preserveAspectRatio="none" aria-hidden="true" {
            rect class="scale__top" width=(position.reachable.min(80)) height="8" {}
            rect class="scale__level" width=(position.reached.min(80)) height="8" {}
        }
    }
}
