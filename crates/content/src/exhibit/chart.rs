//! A chart of whole numbers: bars or lines over a few labels, against an axis that need not begin at zero.

use super::reading::{filled, list, maybe, one_of, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A chart.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chart {
    /// How its values are drawn.
    pub shape: ChartShape,
    /// What stands along the horizontal axis.
    pub labels: Vec<String>,
    /// The values, one series or a few to compare.
    pub series: Vec<Series>,
    /// What the vertical axis counts, as written above it.
    pub unit: Option<String>,
    /// The vertical axis.
    pub axis: Axis,
}

/// How the values of a chart are drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChartShape {
    /// A bar for each value.
    Bars,
    /// A line through the values of a series.
    Lines,
}

/// Values of the same kind, one for each label.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Series {
    /// Its name in the key of the chart.
    pub name: String,
    /// Its values.
    pub values: Vec<i64>,
}

/// The vertical axis: where it begins and ends, and how far apart its marks are.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Axis {
    /// The number at its foot.
    pub from: i64,
    /// The number at its top.
    pub to: i64,
    /// From one mark to the next.
    pub step: i64,
}

const SHAPES: [(&str, ChartShape); 2] = [("bars", ChartShape::Bars), ("lines", ChartShape::Lines)];
const LABELS: usize = 16;
const SERIES: usize = 3;
const MARKS: i64 = 12;
/// Beyond, the numbers beside the axis are hard to read.
const LARGEST: i64 = 10_000_000;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Chart> {
    at.only(&["kind", "title", "shape", "labels", "series", "unit", "from", "to", "step"])?;
    let axis = axis(at)?;
    let labels = list(at.key("labels")?, LABELS, |item| filled(item, lang))?;
    let series = list(at.key("series")?, SERIES, |item| one_series(item, lang, &labels, axis))?;
    let shape = one_of(at.key("shape")?, &SHAPES)?;
    Ok(Chart { shape, labels, series, unit: maybe(at, "unit", |unit| prose(unit, lang))?, axis })
}

fn axis(at: At<'_>) -> Shape<Axis> {
    let from = at.maybe("from").map_or(Ok(0), |from| from.whole(-LARGEST, LARGEST))?;
    let to = at.key("to")?.whole(from + 1, LARGEST)?;
    let step = at.key("step")?.whole(1, to - from)?;
    if (to - from) % step != 0 || (to - from) / step > MARKS {
        return Err(format!(
            "{}: an axis from {from} to {to} by {step}, expected 1 to {MARKS} whole steps",
            at.place
        ));
    }
    Ok(Axis { from, to, step })
}

fn one_series(at: At<'_>, lang: Lang, labels: &[String], axis: Axis) -> Shape<Series> {
    at.only(&["name", "values"])?;
    let values = at.key("values")?;
    let read = values.each(|item| item.whole(axis.from, axis.to))?;
    if read.len() != labels.len() {
        return Err(format!(
            "{}: {} values, expected {}, one per label",
            values.place,
            read.len(),
            labels.len()
        ));
    }
    Ok(Series { name: filled(at.key("name")?, lang)?, values: read })
}

impl Chart {
    pub(crate) fn lines(&self) -> Vec<String> {
        let Axis { from, to, step } = self.axis;
        let unit = self.unit.as_deref().unwrap_or("no unit");
        let head = format!("[{:?}] {unit}, axis {from} to {to} by {step}", self.shape);
        let one = |series: &Series| {
            let values =
                self.labels.iter().zip(&series.values).map(|(label, value)| format!("{label} {value}"));
            format!("{}: {}", series.name, values.collect::<Vec<_>>().join(", "))
        };
        std::iter::once(head).chain(self.series.iter().map(one)).collect()
    }
}
