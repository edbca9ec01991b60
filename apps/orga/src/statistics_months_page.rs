//! What was begun and what was sent, month by month: a drawing, and the same as a table. Part of
//! [`crate::statistics_page`].

use maud::{Markup, html};
use rules::statistics::SchoolYear;
use store::statistics::Day;
use web::Words;
use web::components::fold::more;
use web::moment::{day_code, month};

use crate::begun_and_sent_page::{lines, table};

const WIDTH: i64 = 400;
const LEFT: i64 = 40;
const RIGHT: i64 = 400;
const TOP: i64 = 12;
const FOOT: i64 = 158;
const LABELS: i64 = 178;
const HEIGHT: i64 = 186;
/// The room of a month.
const SLOT: i64 = 30;
/// What is begun is drawn wide, what is sent narrow: they differ without their colours too.
const WIDE: i64 = 13;
const NARROW: i64 = 7;

/// A month and what happened in it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Month {
    /// The month, as `2026-08`.
    pub code: String,
    /// How many tries began.
    pub begun: i64,
    /// How many were sent.
    pub sent: i64,
}

/// The months of a year, those without anything too.
pub fn of_year(year: SchoolYear, days: &[Day]) -> Vec<Month> {
    let month = |code: String| {
        let here = days.iter().filter(|day| day_code(day.at).starts_with(&code));
        let (begun, sent) = here.fold((0, 0), |(begun, sent), day| (begun + day.begun, sent + day.sent));
        Month { code, begun, sent }
    };
    year.months().map(month).collect()
}

/// The whole section.
pub fn months(words: Words, year: SchoolYear, days: &[Day]) -> Markup {
    let months = of_year(year, days);
    html! {
        section class="card stack" aria-labelledby="months" {
            h2 id="months" { (words.say("statistics-months")) }
            (drawing(words, &months))
            (more(words.say("statistics-months-table"), &table_of(words, &months)))
        }
    }
}

fn drawing(words: Words, months: &[Month]) -> Markup {
    let sum = |value: fn(&Month) -> i64| months.iter().map(value).sum::<i64>();
    let counts = [("begun", sum(|month| month.begun).into()), ("sent", sum(|month| month.sent).into())];
    let most = months.iter().map(|month| month.begun.max(month.sent)).max().unwrap_or(0).max(1);
    html! {
        figure class="curve" {
            svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(words.with("statistics-months-title", &counts)) {
                (grid(words, months, most))
                @for (place, month) in (0i64..).zip(months) {
                    @let x = LEFT + place * SLOT + 4;
                    (bar("chart__series--1", (x, WIDE), month.begun, most))
                    (bar("chart__series--2", (x + WIDE + 2, NARROW), month.sent, most))
                }
            }
            ul class="chart__key" aria-hidden="true" {
                (key(words.say("statistics-months-begun"), "chart__series--1", WIDE))
                (key(words.say("statistics-months-sent"), "chart__series--2", NARROW))
            }
        }
    }
}

fn height(value: i64, most: i64) -> i64 {
    value * (FOOT - TOP) / most
}

fn bar(series: &str, (x, width): (i64, i64), value: i64, most: i64) -> Markup {
    let height = height(value, most);
    html! { @if value > 0 { rect class={ (series) " chart__bar" } x=(x) y=(FOOT - height) width=(width) height=(height) {} } }
}

fn key(word: &str, series: &str, width: i64) -> Markup {
    html! {
        li {
            svg class=(series) viewBox="0 0 16 16" width="16" height="16" { rect class="chart__bar" x="1" y="1" width=(width) height="14" {} }
            (word)
        }
    }
}

/// Lines at nothing, half and most; the first letter of each month below.
fn grid(words: Words, months: &[Month], most: i64) -> Markup {
    html! {
        g class="curve__text" {
            (lines((LEFT, RIGHT), most, |mark| FOOT - height(mark, most)))
            @for (place, one) in (0i64..).zip(months) {
                text class="chart__label" x=(LEFT + place * SLOT + SLOT / 2) y=(LABELS) { (initial(words, &one.code)) }
            }
        }
    }
}

fn initial(words: Words, code: &str) -> String {
    month(words.lang(), code).chars().take(1).flat_map(char::to_uppercase).collect()
}

fn table_of(words: Words, months: &[Month]) -> Markup {
    let head =
        ["statistics-month", "statistics-months-begun", "statistics-months-sent"].map(|key| words.say(key));
    let rows = months.iter().map(|one| (html! { (month(words.lang(), &one.code)) }, one.begun, one.sent));
    table(words.say("statistics-months-table"), head, rows)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_fall_in_their_months() {
        const DAY_MS: i64 = 86_400_000;
        // 2 November 2026, then 29, 30 and 300 days later.
        let start = 1_793_590_400_000;
        let day = |after: i64, begun, sent| Day { at: start + after * DAY_MS, begun, sent };
        let days = [day(0, 3, 1), day(28, 1, 0), day(29, 2, 2), day(300, 9, 9)];
        let year = SchoolYear::beginning_in(2026).expect("a year");
        let filled: Vec<_> = of_year(year, &days).into_iter().filter(|month| month.begun > 0).collect();
        let month = |code: &str, begun, sent| Month { code: code.to_owned(), begun, sent };
        assert_eq!(filled, [month("2026-11", 4, 1), month("2026-12", 2, 2)]);
        assert_eq!(of_year(year, &[]).len(), 12);
    }
}
