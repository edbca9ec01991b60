//! How many people had started and had sent, day after day: a drawing, and the same as a table.

use std::collections::BTreeMap;

use maud::{Markup, html};
use web::Words;
use web::components::fold::more;
use web::moment::{date, day, day_number};

use crate::begun_and_sent_page::{lines, table};
use crate::participant_roll::Person;

const WIDTH: i64 = 400;
const LEFT: i64 = 34;
const RIGHT: i64 = 394;
const TOP: i64 = 12;
const FOOT: i64 = 158;
const LABELS: i64 = 178;
const HEIGHT: i64 = 186;

/// The end of a day on which something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Day {
    /// Which day it is.
    pub number: i64,
    /// An instant of it.
    pub at: i64,
    /// How many people had started by then.
    pub started: i64,
    /// How many people had sent something by then.
    pub sent: i64,
}

/// The days on which somebody started first or sent first, with the sums so far.
pub fn days(people: &[Person<'_>]) -> Vec<Day> {
    let mut days = BTreeMap::<i64, Day>::new();
    let mut note = |at: i64, started: i64, sent: i64| {
        let number = day_number(at);
        let day = days.entry(number).or_insert(Day { number, at, started: 0, sent: 0 });
        day.started += started;
        day.sent += sent;
    };
    for person in people {
        if let Some(at) = person.tries.iter().map(|one| one.started_at).min() {
            note(at, 1, 0);
        }
        if let Some(at) = person.tries.iter().filter_map(|one| one.shared_at).min() {
            note(at, 0, 1);
        }
    }
    let mut sum = (0, 0);
    let summed = days.into_values().map(|day| {
        sum = (sum.0 + day.started, sum.1 + day.sent);
        Day { started: sum.0, sent: sum.1, ..day }
    });
    summed.collect()
}

/// The drawing with its key, and the table behind a line that opens.
pub fn chart(words: Words, days: &[Day]) -> Markup {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return html! {} };
    let title =
        words.with("orga-chart-title", &[("started", last.started.into()), ("sent", last.sent.into())]);
    html! {
        figure class="curve" {
            svg viewBox=(format!("0 0 {WIDTH} {HEIGHT}")) role="img" aria-label=(title) {
                (grid(words, first, last))
                g class="chart__series--1" { path class="chart__line" d=(line(days, |day| day.started)) {} }
                g class="chart__series--2" { path class="chart__line" d=(line(days, |day| day.sent)) {} }
            }
            ul class="chart__key" aria-hidden="true" {
                (key(words.say("orga-chart-started"), "chart__series--1"))
                (key(words.say("orga-chart-sent"), "chart__series--2"))
            }
        }
        (more(words.say("orga-chart-table"), &table_of(words, days)))
    }
}

fn key(word: &str, series: &str) -> Markup {
    html! {
        li {
            svg class=(series) viewBox="0 0 28 8" width="28" height="8" { path class="chart__line" d="M0 4H28" {} }
            (word)
        }
    }
}

/// Lines at nothing, half and all; the first and the last day below.
fn grid(words: Words, first: &Day, last: &Day) -> Markup {
    let most = last.started.max(1);
    html! {
        g class="curve__text" {
            (lines((LEFT, RIGHT), most, |mark| height(mark, most)))
            text x=(LEFT) y=(LABELS) { (day(words.lang(), first.at)) }
            @if last.number > first.number {
                text class="chart__number" x=(RIGHT) y=(LABELS) { (day(words.lang(), last.at)) }
            }
        }
    }
}

fn height(value: i64, most: i64) -> i64 {
    FOOT - value * (FOOT - TOP) / most.max(1)
}

/// A staircase: level until the day on which something happens.
fn line(days: &[Day], value: impl Fn(&Day) -> i64) -> String {
    let (Some(first), Some(last)) = (days.first(), days.last()) else { return String::new() };
    let (most, span) = (last.started.max(1), (last.number - first.number).max(1));
    let mut path = format!("M{LEFT} {FOOT}");
    for day in days {
        let x = LEFT + (day.number - first.number) * (RIGHT - LEFT) / span;
        path.push_str(&format!("H{x}V{}", height(value(day), most)));
    }
    format!("{path}H{RIGHT}")
}

fn table_of(words: Words, days: &[Day]) -> Markup {
    let head = ["orga-chart-day", "orga-chart-started", "orga-chart-sent"].map(|key| words.say(key));
    let rows = days.iter().rev().map(|day| (date(words.lang(), day.at), day.started, day.sent));
    table(words.say("orga-chart-table"), head, rows)
}
