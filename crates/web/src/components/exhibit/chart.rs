//! A chart as a drawing with its key. What it says aloud is its build (what is along, what is counted, from where to
//! where), never its values: reading them is the task, and a family whose `blind` is "helped" gives them in words.
//!
//! The drawing is as wide as its bars or points need, in a box whose unit is a pixel; a narrow screen scrolls it.

use content::{Axis, Chart, ChartShape, Series};
use maud::{Markup, html};

use crate::Words;
use crate::numbers::whole;

const HEIGHT: f64 = 240.0;
/// Above the axis, for the number at its top.
const TOP: f64 = 14.0;
/// Below it, for the labels.
const BOTTOM: f64 = 30.0;
/// Left of it, for its numbers.
const LEFT: f64 = 64.0;
const RIGHT: f64 = 12.0;
/// The least width of a label's place.
const PLACE: f64 = 56.0;
/// The width of a letter of a label, roughly.
const LETTER: f64 = 8.5;
/// The share of a place that its bars fill.
const FILLED: f64 = 0.7;

/// The drawing, and the key of its series when there are several.
pub fn chart(words: Words, chart: &Chart, title: &str) -> Markup {
    let plane = Plane::of(chart);
    html! {
        div class="chart" {
            @if let Some(unit) = &chart.unit { p class="chart__unit" { (unit) } }
            svg class="chart__drawing" width=(plane.width) height=(HEIGHT) viewBox=(format!("0 0 {} {HEIGHT}", plane.width))
                role="img" aria-label=(spoken(words, chart, title)) {
                (plane.marks(words))
                @for (index, label) in chart.labels.iter().enumerate() {
                    text class="chart__label" x=(at(plane.middle(index))) y=(HEIGHT - 8.0) { (label) }
                }
                @for (number, series) in chart.series.iter().enumerate() {
                    g class=(format!("chart__series chart__series--{}", number + 1)) {
                        @match chart.shape {
                            ChartShape::Bars => (plane.bars(series, number, chart.series.len())),
                            ChartShape::Lines => (plane.line(series, number)),
                        }
                    }
                }
            }
            @if chart.series.len() > 1 { (key(chart)) }
        }
    }
}

/// The name of each series beside its mark: a colour and a form.
fn key(chart: &Chart) -> Markup {
    html! {
        ul class="chart__key" {
            @for (number, series) in chart.series.iter().enumerate() {
                li {
                    svg width="28" height="14" viewBox="0 0 28 14" aria-hidden="true" {
                        g class=(format!("chart__series chart__series--{}", number + 1)) {
                            @match chart.shape {
                                ChartShape::Bars => rect class="chart__bar" x="1" y="1" width="26" height="12" {},
                                ChartShape::Lines => {
                                    polyline class="chart__line" points="0,7 28,7" {}
                                    (mark(14.0, 7.0, number))
                                },
                            }
                        }
                    }
                    " " (series.name)
                }
            }
        }
    }
}

fn spoken(words: Words, chart: &Chart, title: &str) -> String {
    let names: Vec<&str> = chart.series.iter().map(|series| series.name.as_str()).collect();
    let shape = match chart.shape {
        ChartShape::Bars => "bars",
        ChartShape::Lines => "lines",
    };
    words.with(
        "exhibit-chart",
        &[
            ("shape", shape.into()),
            ("title", title.into()),
            ("labels", chart.labels.join(", ").into()),
            ("series", names.join(", ").into()),
            ("unit", chart.unit.as_deref().unwrap_or_default().into()),
            ("from", whole(words.lang(), chart.axis.from).into()),
            ("to", whole(words.lang(), chart.axis.to).into()),
        ],
    )
}

/// Where things are drawn.
struct Plane {
    axis: Axis,
    place: f64,
    width: f64,
}

impl Plane {
    fn of(chart: &Chart) -> Self {
        let longest = chart.labels.iter().map(|label| label.chars().count()).max().unwrap_or(0);
        let place = PLACE.max(f64::from(u16::try_from(longest).unwrap_or(u16::MAX)) * LETTER);
        Self { axis: chart.axis, place, width: (LEFT + place * count(chart.labels.len()) + RIGHT).ceil() }
    }

    /// The lines across the plane with their numbers.
    fn marks(&self, words: Words) -> Markup {
        let Axis { from, to, step } = self.axis;
        let numbers = (0..=(to - from) / step).map(|number| from + number * step);
        html! {
            @for number in numbers {
                line class=(if number == from { "chart__foot" } else { "chart__grid" })
                    x1=(LEFT) x2=(self.width - RIGHT) y1=(at(self.height(number))) y2=(at(self.height(number))) {}
                text class="chart__number" x=(LEFT - 8.0) y=(at(self.height(number) + 5.0)) { (whole(words.lang(), number)) }
            }
        }
    }

    fn bars(&self, series: &Series, number: usize, of: usize) -> Markup {
        let width = self.place * FILLED / count(of);
        let left = |index: usize| self.middle(index) - self.place * FILLED / 2.0 + width * count(number);
        html! {
            @for (index, value) in series.values.iter().enumerate() {
                @let top = self.height(*value);
                rect class="chart__bar" x=(at(left(index))) y=(at(top)) width=(at(width - 2.0))
                    height=(at(self.height(self.axis.from) - top)) {}
            }
        }
    }

    fn line(&self, series: &Series, number: usize) -> Markup {
        let points: Vec<(f64, f64)> = series
            .values
            .iter()
            .enumerate()
            .map(|(index, value)| (self.middle(index), self.height(*value)))
            .collect();
        let way: Vec<String> = points.iter().map(|(x, y)| format!("{},{}", at(*x), at(*y))).collect();
        html! {
            polyline class="chart__line" points=(way.join(" ")) {}
            @for (x, y) in points { (mark(x, y, number)) }
        }
    }

    fn middle(&self, index: usize) -> f64 {
        LEFT + self.place * (count(index) + 0.5)
    }

    fn height(&self, value: i64) -> f64 {
        let share = (value - self.axis.from) as f64 / (self.axis.to - self.axis.from) as f64;
        TOP + (HEIGHT - TOP - BOTTOM) * (1.0 - share)
    }
}

/// A point of a line: a disc, a square, a lozenge.
fn mark(x: f64, y: f64, number: usize) -> Markup {
    html! {
        @match number {
            0 => circle class="chart__mark" cx=(at(x)) cy=(at(y)) r="4.5" {},
            1 => rect class="chart__mark" x=(at(x - 4.0)) y=(at(y - 4.0)) width="8" height="8" {},
            _ => polygon class="chart__mark"
                points=(format!("{},{} {},{} {},{} {},{}", at(x), at(y - 6.0), at(x + 6.0), at(y), at(x), at(y + 6.0), at(x - 6.0), at(y))) {},
        }
    }
}

fn count(number: usize) -> f64 {
    f64::from(u16::try_from(number).unwrap_or(u16::MAX))
}

/// A length with one decimal.
fn at(length: f64) -> f64 {
    (length * 10.0).round() / 10.0
}
