//! The page of [`crate::statistics`].

use std::ops::Deref;

use content::Framework;
use maud::{Markup, html};
use rules::positioning::Position;
use rules::statistics::SchoolYear;
use store::statistics::Class;
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::select::Select;
use web::components::stats::stats;
use web::numbers::{tenths, whole};

use crate::statistics::{Asked, Gathered, TakingPart};
use crate::statistics_levels_page::levels;
use crate::statistics_months_page::months;

const PATH: &str = "/orga/statistics";
const EXPORT: &str = "/orga/statistics/export";

/// What the page shows.
pub struct Statistics<'a> {
    /// The language.
    pub words: Words,
    /// The competences.
    pub framework: &'a Framework,
    /// The year.
    pub gathered: &'a Gathered,
}

impl Deref for Statistics<'_> {
    type Target = Gathered;

    fn deref(&self) -> &Gathered {
        self.gathered
    }
}

/// The whole page.
pub fn page(shown: &Statistics<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="stack-m" {
            div class="row row--between" {
                h1 { (words.say("statistics-title")) }
                @if !shown.days.is_empty() {
                    (Button::link(words.say("statistics-csv"), &address(EXPORT, &shown.asked, &shown.asked.division)).quiet().icon(Icon::Download))
                }
            }
            (filters(shown))
            @if shown.days.is_empty() {
                (empty(words.say("statistics-none"), words.say("statistics-none-text"), None))
            } @else {
                (figures(shown))
                @if shown.classes.iter().any(|class| !class.division.is_empty()) {
                    div class="cols cols--even" { (months(words, shown.asked.year, &shown.days)) (classes(shown)) }
                } @else { (months(words, shown.asked.year, &shown.days)) }
                (levels(shown))
            }
        }
    }
}

fn filters(shown: &Statistics<'_>) -> Markup {
    let (words, asked) = (shown.words, &shown.asked);
    let years: Vec<(String, String)> =
        shown.years.iter().map(|year| (year.number().to_string(), year_name(*year))).collect();
    let years: Vec<(&str, &str)> =
        years.iter().map(|(value, name)| (value.as_str(), name.as_str())).collect();
    let names = shown.classes.iter().map(|class| class.division.as_str()).filter(|name| !name.is_empty());
    let divisions: Vec<(&str, &str)> = names.map(|name| (name, name)).collect();
    let year = asked.year.number().to_string();
    let by_year = Select {
        name: "year",
        label: words.say("statistics-year"),
        options: &years,
        value: &year,
        blank: None,
        hint: None,
        error: None,
    };
    let by_division = Select {
        name: "division",
        label: words.say("orga-division"),
        options: &divisions,
        value: &asked.division,
        blank: Some(words.say("filter-all")),
        ..by_year
    };
    html! {
        form class="card card--sunken filters" method="get" action=(PATH) role="search" aria-label=(words.say("statistics-filter")) {
            (by_year)
            @if !divisions.is_empty() { (by_division) }
            (Button::submit(words.say("filter-apply")).quiet())
        }
    }
}

/// A school year as people say it: `2026–2027`.
pub fn year_name(year: SchoolYear) -> String {
    format!("{}–{}", year.number(), year.number() + 1)
}

/// The address of a page of these statistics for a class.
fn address(path: &str, asked: &Asked, division: &str) -> String {
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("year", &asked.year.number().to_string()).append_pair("division", division);
    format!("{path}?{}", query.finish())
}

/// The mean level reached and the highest asked, in words.
pub fn level_of(words: Words, position: Position) -> String {
    let figure = |value: u32| tenths(words.lang(), value.into());
    words.with(
        "orga-level-of",
        &[("reached", figure(position.reached).into()), ("reachable", figure(position.reachable).into())],
    )
}

fn figures(shown: &Statistics<'_>) -> Markup {
    let words = shown.words;
    let TakingPart { learners, begun, .. } = shown.taking_part();
    let (_, sent) = shown.tries();
    let number = |count| whole(words.lang(), count);
    let of = words.with("orga-out-of", &[("n", number(learners).into())]);
    let overall = shown.levels.several(|_| true);
    let level = if shown.levels.people() == 0 {
        "–".to_owned()
    } else {
        tenths(words.lang(), overall.reached.into())
    };
    let reachable =
        words.with("orga-out-of", &[("n", tenths(words.lang(), overall.reachable.into()).into())]);
    html! {
        (stats(&[
            (words.say("statistics-begun"), number(begun), of.as_str()),
            (words.say("statistics-sendings"), number(sent), ""),
            (words.say("statistics-level"), level, if shown.levels.people() == 0 { "" } else { reachable.as_str() }),
        ]))
    }
}

/// Who takes part, class by class, of the present list; each leads to its own statistics.
fn classes(shown: &Statistics<'_>) -> Markup {
    let words = shown.words;
    html! {
        section class="card stack" {
            h2 id="classes" { (words.say("statistics-classes")) }
            p class="muted small narrow-text" { (words.say("statistics-classes-how")) }
            div class="scroll" tabindex="0" role="region" aria-labelledby="classes" {
                table class="table table--people table--counts positions" {
                    thead { tr {
                        th scope="col" { (words.say("orga-division")) }
                        th scope="col" class="r" { (words.say("statistics-learners")) }
                        th scope="col" class="r" { (words.say("statistics-took-part")) }
                        th scope="col" class="r" { (words.say("statistics-sent")) }
                        th scope="col" { (words.say("statistics-share")) }
                    } }
                    tbody { @for class in &shown.classes { (class_row(shown, class)) } }
                }
            }
        }
    }
}

fn class_row(shown: &Statistics<'_>, class: &Class) -> Markup {
    let words = shown.words;
    let chosen = !class.division.is_empty() && class.division == shown.asked.division;
    html! {
        tr aria-current=[chosen.then_some("true")] {
            th scope="row" {
                @if class.division.is_empty() { (words.say("certifiability-no-division")) }
                @else { a class="tap" href=(address(PATH, &shown.asked, &class.division)) { (class.division) } }
            }
            td class="r" data-label=(words.say("statistics-learners")) { (whole(words.lang(), class.learners)) }
            td class="r" data-label=(words.say("statistics-took-part")) { (whole(words.lang(), class.begun)) }
            td class="r" data-label=(words.say("statistics-sent")) { (whole(words.lang(), class.sent)) }
            td { (share(class)) }
        }
    }
}

/// Of the class, who took part and among them who sent: what the columns say is not said twice.
fn share(class: &Class) -> Markup {
    let percent = |count: i64| count * 100 / class.learners.max(1);
    html! {
        svg class="dist" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" {
            rect class="scale__top" width=(percent(class.begun)) height="12" {}
            rect class="scale__level" width=(percent(class.sent)) height="12" {}
        }
    }
}
