//! The levels that people reached, competence by competence: bars in the hue of their domain, and the same as a table.
//! Part of [`crate::statistics_page`].

use content::Competence;
use maud::{Markup, html};
use rules::positioning::Position;
use rules::statistics::Standing;
use web::components::domain::{self, Domain};
use web::components::fold::more;

use crate::statistics_page::{Statistics, level_of};

/// Levels are shown on eight.
const TOP_TENTHS: u32 = 80;

/// A competence of which something was asked.
struct Row<'a> {
    competence: &'a Competence,
    standing: Standing,
}

/// A domain with its competences, and where people stand in all of them.
struct Group<'a> {
    domain: Domain,
    position: Position,
    rows: Vec<Row<'a>>,
}

/// The whole section; a sentence when no test was sent.
pub fn levels(shown: &Statistics<'_>) -> Markup {
    let words = shown.words;
    let groups: Vec<Group<'_>> = Domain::ALL.into_iter().filter_map(|domain| group(shown, domain)).collect();
    html! {
        section class="card stack" aria-labelledby="levels" {
            h2 id="levels" { (words.say("statistics-levels")) }
            @if groups.is_empty() { p { (words.say("statistics-levels-none")) } } @else {
                p class="muted small narrow-text" {
                    (words.with("statistics-levels-how", &[("n", shown.levels.people().into())]))
                    @if shown.newest_only { " " (words.say("statistics-newest-only")) }
                }
                div class="levels" { @for group in &groups { (bars(shown, group)) } }
                (more(words.say("statistics-table"), &table(shown, &groups)))
            }
        }
    }
}

fn group<'a>(shown: &Statistics<'a>, domain: Domain) -> Option<Group<'a>> {
    let all = (0u16..)
        .zip(&shown.framework.competences)
        .filter(|(_, competence)| domain_of(competence) == Some(domain));
    let rows: Vec<Row<'a>> = all
        .clone()
        .filter_map(|(index, competence)| Some(Row { competence, standing: shown.levels.competence(index)? }))
        .collect();
    let position = shown.levels.several(|index| all.clone().any(|(known, _)| known == index));
    (!rows.is_empty()).then_some(Group { domain, position, rows })
}

fn domain_of(competence: &Competence) -> Option<Domain> {
    competence.code.bytes().next().and_then(|digit| Domain::numbered(digit.wrapping_sub(b'0')))
}

fn bars(shown: &Statistics<'_>, group: &Group<'_>) -> Markup {
    let words = shown.words;
    html! {
        section class=(group.domain.class()) {
            div class="row row--between" {
                div class="domain" { (domain::badge(group.domain, true)) h3 { (words.say(group.domain.name_key())) } }
                p class="small num" { (level_of(words, group.position)) }
            }
            ul class="bars" {
                @for row in &group.rows {
                    li class="bars__row" {
                        span class="bars__label" { (row.competence.name.get(words.lang())) }
                        (bar(row.standing.position))
                        span class="bars__count small num" { (level_of(words, row.standing.position)) }
                    }
                }
            }
        }
    }
}

/// The level reached within the highest asked, on eight levels.
fn bar(position: Position) -> Markup {
    let ticks: String = (1..8).map(|level| format!("M{} 0v10", level * 10)).collect();
    html! {
        svg class="bars__bar" viewBox="0 0 80 10" preserveAspectRatio="none" aria-hidden="true" {
            rect class="scale__top" width=(position.reachable.min(TOP_TENTHS)) height="10" {}
            rect class="scale__level" width=(position.reached.min(TOP_TENTHS)) height="10" {}
            path class="chart__grid" vector-effect="non-scaling-stroke" d=(ticks) {}
        }
    }
}

fn table(shown: &Statistics<'_>, groups: &[Group<'_>]) -> Markup {
    let words = shown.words;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(words.say("statistics-table")) {
            table class="table" {
                thead { tr {
                    th scope="col" { (words.say("statistics-competence")) }
                    th scope="col" { (words.say("statistics-domain")) }
                    th scope="col" class="r" { (words.say("statistics-people")) }
                    th scope="col" class="r" { (words.say("statistics-level")) }
                } }
                tbody { @for group in groups { @for row in &group.rows { tr {
                    th scope="row" { (row.competence.name.get(words.lang())) }
                    td { (words.say(group.domain.name_key())) }
                    td class="r" { (row.standing.people) }
                    td class="r" { (level_of(words, row.standing.position)) }
                } } } }
            }
        }
    }
}
