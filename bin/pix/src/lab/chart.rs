//! Pictures of numbers, as SVG that needs nothing else: lines, and a square of shades.
//!
//! Series differ by shape and dash as well as by colour. Colours are custom properties, so that the page decides on
//! light and dark; a picture that stands alone brings its own.

use super::tables::decimals;
use maud::{Markup, html};

/// The size of a picture, in its own units; text has 13.
const WIDTH: f64 = 420.0;
const PLOT: f64 = 230.0;
/// The room around what is drawn.
const ROOM_LEFT: f64 = 50.0;
const ROOM_RIGHT: f64 = 12.0;
const ROOM_ABOVE: f64 = 12.0;
const ROOM_BELOW: f64 = 46.0;
/// A line of the legend.
const LEGEND: f64 = 18.0;

/// Colours and shapes, for a page or a picture that stands alone.
pub const STYLE: &str = "\
svg.chart{--s0:#0b62a4;--s1:#b5460f;--s2:#0d7a55;--grid:#d9dce1;--ink:#1c2430;--paper:#fff;font:13px system-ui,sans-serif}\
@media(prefers-color-scheme:dark){svg.chart{--s0:#6db7f2;--s1:#f2a36b;--s2:#5fd0a5;--grid:#3a4350;--ink:#e7ebf0;--paper:#12171e}}\
@media print{svg.chart{--s0:#0b62a4;--s1:#b5460f;--s2:#0d7a55;--grid:#d9dce1;--ink:#000;--paper:#fff}}\
.chart text{fill:var(--ink)}.chart .grid{stroke:var(--grid)}.chart .mark{stroke:var(--ink);stroke-dasharray:2 3;opacity:.7}\
.chart .s0{stroke:var(--s0);fill:var(--s0)}.chart .s1{stroke:var(--s1);fill:var(--s1)}.chart .s2{stroke:var(--s2);fill:var(--s2)}\
.chart polyline[class]{fill:none;stroke-width:2}.chart .whisker{stroke-width:1.2}\
.chart polyline.s1{stroke-dasharray:7 3}.chart polyline.s2{stroke-dasharray:2 3}.chart .bar{stroke:none}\
.chart .cell{fill:var(--s0)}.chart .strong{fill:var(--paper)}";

/// One series: its name, its points and the half length of the whisker at each, 0 for none.
pub struct Series {
    /// The name.
    pub name: String,
    /// x, y and whisker.
    pub points: Vec<(f64, f64, f64)>,
}

/// A picture of lines.
pub struct Lines {
    /// What is seen, in a sentence, for who does not see it.
    pub description: String,
    /// What goes right.
    pub across: &'static str,
    /// The values marked on it, the first and the last being its ends.
    pub ticks: Vec<f64>,
    /// The values marked upwards, the first and the last being its ends.
    pub levels: Vec<f64>,
    /// How many decimals these have.
    pub decimals: usize,
    /// Values to compare with.
    pub marks: Vec<f64>,
    /// Whether the points are marked, or too many.
    pub dots: bool,
    /// The series, three at most.
    pub series: Vec<Series>,
}

impl Lines {
    /// The room above: a line of the legend for each series.
    fn top(&self) -> f64 {
        ROOM_ABOVE + LEGEND * self.series.len() as f64
    }

    fn height(&self) -> f64 {
        self.top() + PLOT + ROOM_BELOW
    }

    fn x(&self, value: f64) -> f64 {
        ROOM_LEFT + share(value, &self.ticks) * (WIDTH - ROOM_LEFT - ROOM_RIGHT)
    }

    fn y(&self, value: f64) -> f64 {
        self.top() + (1.0 - share(value, &self.levels)) * PLOT
    }

    /// The picture.
    pub fn svg(&self) -> Markup {
        let (end, base) = (WIDTH - ROOM_RIGHT, self.top() + PLOT);
        html! {
            svg.chart xmlns="http://www.w3.org/2000/svg" viewBox={"0 0 " (WIDTH) " " (self.height())} role="img" aria-label=(self.description) {
                @for (rank, series) in self.series.iter().enumerate() {
                    @let y = ROOM_ABOVE + LEGEND * (rank as f64 + 0.3);
                    polyline class={"s" (rank)} points={(ROOM_LEFT) "," (y) " " (ROOM_LEFT + 34.0) "," (y)} {}
                    @if self.dots { (shape(rank, ROOM_LEFT + 17.0, y)) }
                    text x=(ROOM_LEFT + 42.0) y=(y + 4.5) { (series.name) }
                }
                @for level in &self.levels {
                    line.grid x1=(ROOM_LEFT) x2=(end) y1=(at(self.y(*level))) y2=(at(self.y(*level))) {}
                    text x=(ROOM_LEFT - 6.0) y=(at(self.y(*level) + 4.5)) text-anchor="end" { (decimals(*level, self.decimals)) }
                }
                @for tick in &self.ticks {
                    line.grid x1=(at(self.x(*tick))) x2=(at(self.x(*tick))) y1=(base) y2=(base + 4.0) {}
                    text x=(at(self.x(*tick))) y=(base + 18.0) text-anchor="middle" { (decimals(*tick, 0)) }
                }
                text x=(f64::midpoint(ROOM_LEFT, end)) y=(base + 38.0) text-anchor="middle" { (self.across) }
                @for mark in &self.marks {
                    line.mark x1=(ROOM_LEFT) x2=(end) y1=(at(self.y(*mark))) y2=(at(self.y(*mark))) {}
                }
                @for (rank, series) in self.series.iter().enumerate() { (self.series(rank, series)) }
            }
        }
    }

    fn series(&self, rank: usize, series: &Series) -> Markup {
        let places: Vec<String> =
            series.points.iter().map(|(x, y, _)| format!("{},{}", at(self.x(*x)), at(self.y(*y)))).collect();
        html! {
            polyline class={"s" (rank)} points=(places.join(" ")) {}
            @if self.dots {
                @for (x, y, whisker) in &series.points {
                    // Whiskers of series side by side must not hide one another.
                    @let place = self.x(*x) + 4.0 * (rank as f64 - 1.0);
                    @if *whisker > 0.0 {
                        line class={"whisker s" (rank)} x1=(at(place)) x2=(at(place)) y1=(at(self.y(y + whisker))) y2=(at(self.y(y - whisker))) {}
                    }
                    (shape(rank, self.x(*x), self.y(*y)))
                }
            }
        }
    }
}

/// A disc, a square, a triangle.
fn shape(rank: usize, x: f64, y: f64) -> Markup {
    html! {
        @match rank {
            0 => circle.s0 cx=(at(x)) cy=(at(y)) r="3.6" {},
            1 => rect.s1 x=(at(x - 3.4)) y=(at(y - 3.4)) width="6.8" height="6.8" {},
            _ => polygon.s2 points={(at(x)) "," (at(y - 4.6)) " " (at(x - 4.2)) "," (at(y + 3.2)) " " (at(x + 4.2)) "," (at(y + 3.2))} {},
        }
    }
}

/// Where a value lies between the first and the last of some, from 0 to 1; what lies outside is drawn on the edge.
fn share(value: f64, marked: &[f64]) -> f64 {
    let (first, last) = (marked.first().copied().unwrap_or(0.0), marked.last().copied().unwrap_or(1.0));
    ((value - first) / (last - first)).clamp(0.0, 1.0)
}

/// A place, to a tenth: no machine's last digit shows.
fn at(place: f64) -> String {
    let shown = format!("{place:.1}");
    shown.strip_suffix(".0").map_or(shown.clone(), str::to_owned)
}

/// A square of shades: a row per truth, a column per what was given.
pub struct Square {
    /// What is seen, in a sentence, for who does not see it.
    pub description: String,
    /// The names of rows and columns.
    pub names: Vec<&'static str>,
    /// The shares of each row.
    pub shares: Vec<Vec<f64>>,
}

impl Square {
    /// The picture.
    pub fn svg(&self) -> Markup {
        let side = (WIDTH - ROOM_LEFT - ROOM_RIGHT) / self.names.len().max(1) as f64;
        let height = ROOM_BELOW + side * self.names.len() as f64 + 8.0;
        let across = |place: usize| ROOM_LEFT + side * place as f64;
        let down = |place: usize| ROOM_BELOW + side * place as f64;
        html! {
            svg.chart xmlns="http://www.w3.org/2000/svg" viewBox={"0 0 " (WIDTH) " " (at(height))} role="img" aria-label=(self.description) {
                text x=(f64::midpoint(ROOM_LEFT, WIDTH)) y="14" text-anchor="middle" { "level given" }
                text x="14" y=(at(height / 2.0)) text-anchor="middle" transform={"rotate(-90 14 " (at(height / 2.0)) ")"} { "true level" }
                @for (place, name) in self.names.iter().enumerate() {
                    text x=(at(across(place) + side / 2.0)) y=(ROOM_BELOW - 8.0) text-anchor="middle" { (name) }
                    text x=(ROOM_LEFT - 6.0) y=(at(down(place) + side / 2.0 + 4.5)) text-anchor="end" { (name) }
                }
                @for (row, shares) in self.shares.iter().enumerate() {
                    @for (column, share) in shares.iter().enumerate() {
                        @let (x, y) = (across(column), down(row));
                        rect.cell x=(at(x + 0.5)) y=(at(y + 0.5)) width=(at(side - 1.0)) height=(at(side - 1.0)) fill-opacity=(format!("{:.2}", 0.04 + 0.96 * share)) {}
                        @if *share >= 0.005 {
                            text.strong[*share > 0.45] x=(at(x + side / 2.0)) y=(at(y + side / 2.0 + 4.5)) text-anchor="middle" { (decimals(share * 100.0, 0)) }
                        }
                    }
                }
            }
        }
    }
}

/// Bars lying side by side, of two series or three.
pub struct Bars {
    /// What is seen, in a sentence, for who does not see it.
    pub description: String,
    /// What goes right.
    pub across: &'static str,
    /// The values marked on it, the first and the last being its ends.
    pub ticks: Vec<f64>,
    /// How many decimals these have.
    pub decimals: usize,
    /// The series.
    pub names: Vec<&'static str>,
    /// The rows: a name and the value of each series.
    pub rows: Vec<(String, Vec<f64>)>,
}

/// The room of a row's name, of a bar, and between rows.
const NAME: f64 = 19.0;
const BAR: f64 = 9.0;
const GAP: f64 = 7.0;

impl Bars {
    fn x(&self, value: f64) -> f64 {
        ROOM_RIGHT + share(value, &self.ticks) * (WIDTH - 3.0 * ROOM_RIGHT)
    }

    /// The picture.
    pub fn svg(&self) -> Markup {
        let step = NAME + BAR * self.names.len() as f64 + GAP;
        let top = ROOM_ABOVE + LEGEND * self.names.len() as f64;
        let base = top + step * self.rows.len() as f64;
        let y = |rank: usize| top + step * rank as f64;
        html! {
            svg.chart xmlns="http://www.w3.org/2000/svg" viewBox={"0 0 " (WIDTH) " " (base + ROOM_BELOW)} role="img" aria-label=(self.description) {
                @for (rank, name) in self.names.iter().enumerate() {
                    @let y = ROOM_ABOVE + LEGEND * rank as f64;
                    rect class={"bar s" (rank)} x=(ROOM_RIGHT) y=(y) width="34" height=(BAR) {}
                    text x=(ROOM_RIGHT + 42.0) y=(y + BAR) { (name) }
                }
                @for tick in &self.ticks {
                    line.grid x1=(at(self.x(*tick))) x2=(at(self.x(*tick))) y1=(top) y2=(base + 4.0) {}
                    text x=(at(self.x(*tick))) y=(base + 18.0) text-anchor="middle" { (decimals(*tick, self.decimals)) }
                }
                text x=(WIDTH / 2.0) y=(base + 38.0) text-anchor="middle" { (self.across) }
                @for (rank, (name, values)) in self.rows.iter().enumerate() {
                    text x=(ROOM_RIGHT) y=(y(rank) + 14.0) { (name) }
                    @for (series, value) in values.iter().enumerate() {
                        rect class={"bar s" (series)} x=(ROOM_RIGHT) y=(y(rank) + NAME + BAR * series as f64) width=(at(self.x(*value) - ROOM_RIGHT)) height=(BAR - 1.0) {}
                    }
                }
            }
        }
    }
}

/// A picture that stands alone, as the text of a file.
pub fn alone(picture: &Markup) -> String {
    let style = format!("<style>{STYLE} svg.chart{{background:var(--paper)}}</style>");
    match picture.0.split_once('>') {
        Some((opening, rest)) => format!("{opening}>{style}{rest}\n"),
        None => picture.0.clone(),
    }
}
