//! The honeycomb: sixteen cells in five hues, each filled thread by thread to its level.
//!
//! Pointy-top hexagons on a pitch R = 46 (columns R·√3 apart, rows 1.5·R), drawn with radius r = 42.5. A comb of
//! rows 3, 4, 5, 4, 3 without its three middle cells leaves sixteen; a row is a domain. A cell is cut into eight
//! threads of 2r/8, less a gap of 1.8.

use std::fmt::Write;
use std::sync::LazyLock;

use maud::{Markup, Render, html};

use super::domain::Domain;
use crate::Words;
use crate::assets::palette;

const PITCH: f64 = 46.0;
const RADIUS: f64 = 42.5;
const SQRT_3: f64 = 1.732_050_807_568_877_2;
const COLUMN: f64 = PITCH * SQRT_3;
const ROW: f64 = PITCH * 1.5;
const MIDDLE: (f64, f64) = (203.0, 188.0);
const THREADS: u8 = 8;
const GAP: f64 = 1.8;
const PLATE: f64 = 17.0;

/// Where the cells of each domain stand: row above or below the middle, then columns from the middle.
const ROWS: [(Domain, f64, &[f64]); 5] = [
    (Domain::Information, -2.0, &[-1.0, 0.0, 1.0]),
    (Domain::Communication, -1.0, &[-1.5, -0.5, 0.5, 1.5]),
    (Domain::Environment, 0.0, &[-2.0, 2.0]),
    (Domain::Creation, 1.0, &[-1.5, -0.5, 0.5, 1.5]),
    (Domain::Protection, 2.0, &[-1.0, 0.0, 1.0]),
];

/// The outlines of one cell, written once: every page shows the mark, most show a comb.
struct Place {
    edge: String,
    plate: String,
    /// The filled part at each level, from none to all eight threads.
    threads: Vec<String>,
    x: String,
    y: String,
}

impl Place {
    fn at(x: f64, y: f64) -> Self {
        Self {
            edge: hexagon(RADIUS, x, y),
            plate: hexagon(PLATE, x, y),
            threads: (0..=THREADS).map(|level| threads(level, x, y)).collect(),
            x: point(x),
            y: point(y + 6.0),
        }
    }
}

static PLACES: LazyLock<Vec<(Domain, Vec<Place>)>> = LazyLock::new(|| {
    let row = |row: f64, columns: &[f64]| {
        columns.iter().map(|column| Place::at(MIDDLE.0 + column * COLUMN, MIDDLE.1 + row * ROW)).collect()
    };
    ROWS.iter().map(|(domain, height, columns)| (*domain, row(*height, columns))).collect()
});

static MARK: LazyLock<String> = LazyLock::new(mark_path);

/// One competence of the comb.
#[derive(Debug, Clone)]
pub struct Cell<'a> {
    /// The domain it belongs to.
    pub domain: Domain,
    /// Its name, for the text alternative.
    pub name: &'a str,
    /// Its level, 0 to 8.
    pub level: u8,
}

/// How large the comb will be, hence how much it says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// From 280 px: levels on plates and the total.
    #[default]
    Full,
    /// The same size as a picture of the idea: the total without plates.
    Home,
    /// Around 150 px: the total alone in the middle.
    Card,
    /// Below 96 px: cells only.
    Icon,
}

/// The comb of one profile. Cells come in the order of the framework.
pub struct Honeycomb<'a> {
    /// The language of the text alternative.
    pub words: Words,
    /// The pix obtained.
    pub total: u32,
    /// The pix that exist, 1024.
    pub of: u32,
    /// The sixteen competences.
    pub cells: &'a [Cell<'a>],
    /// How large it is shown.
    pub size: Size,
    /// Whether it only decorates (the same figures stand beside it as text).
    pub decorative: bool,
}

impl Render for Honeycomb<'_> {
    fn render(&self) -> Markup {
        let class = match self.size {
            Size::Full | Size::Home => "comb",
            Size::Card => "comb comb--card",
            Size::Icon => "comb comb--icon",
        };
        if self.decorative {
            return html! { svg class=(class) viewBox="0 0 406 376" aria-hidden="true" { (self.drawing()) } };
        }
        html! {
            svg class=(class) viewBox="0 0 406 376" role="img" aria-labelledby="comb-title" aria-describedby="comb-levels" {
                title id="comb-title" { (self.title()) }
                desc id="comb-levels" { (self.description()) }
                (self.drawing())
            }
        }
    }
}

impl Honeycomb<'_> {
    fn title(&self) -> String {
        self.words.with("comb-title", &[("n", self.total.into()), ("of", self.of.into())])
    }

    /// The sixteen levels in words, domain after domain.
    fn description(&self) -> String {
        let mut text = String::new();
        for domain in Domain::ALL {
            let cells = self.cells.iter().filter(|cell| cell.domain == domain);
            let levels: Vec<String> = cells.map(|cell| self.level_text(cell)).collect();
            if !levels.is_empty() {
                let parts = [
                    ("domain", self.words.say(domain.name_key()).into()),
                    ("levels", levels.join(", ").into()),
                ];
                text.push_str(&self.words.with("comb-domain", &parts));
                text.push(' ');
            }
        }
        text.trim_end().to_owned()
    }

    fn level_text(&self, cell: &Cell<'_>) -> String {
        let level = self.words.with("comb-level", &[("level", cell.level.into())]);
        format!("{} {level}", cell.name)
    }

    fn drawing(&self) -> Markup {
        html! {
            @for (domain, places) in PLACES.iter() {
                g class=(domain.class()) {
                    @for (cell, place) in self.cells.iter().filter(|cell| cell.domain == *domain).zip(places) {
                        (self.cell(cell, place))
                    }
                }
            }
            @if self.size != Size::Icon { (self.middle()) }
        }
    }

    fn cell(&self, cell: &Cell<'_>, place: &Place) -> Markup {
        html! {
            path class="bg" d=(place.edge) {}
            @if let Some(threads) = place.threads.get(usize::from(cell.level)).filter(|_| cell.level > 0) {
                path class="fill" d=(threads) {}
            }
            path class="edge" d=(place.edge) {}
            @if self.size == Size::Full {
                path class="plate" d=(place.plate) {}
                text x=(place.x) y=(place.y) { (level_figure(cell.level)) }
            }
        }
    }

    fn middle(&self) -> Markup {
        let small = self.size == Size::Card;
        html! {
            @if small {
                text class="total" x="203" y="214" { (self.total) }
            } @else {
                text x="203" y="204" { tspan class="total" { (self.total) } tspan class="of" dx="6" { "/ " (self.of) } }
            }
        }
    }
}

/// The figure of a level; a dash when nothing is reached.
#[must_use]
pub fn level_figure(level: u8) -> String {
    if level == 0 { "–".to_owned() } else { level.to_string() }
}

/// The mark of the service: the comb in one colour, without threads.
#[must_use]
pub fn mark() -> Markup {
    html! { svg viewBox="0 0 406 376" aria-hidden="true" { path d=(*MARK) {} } }
}

/// The mark as the icon of the site, in the learner's colour for each theme. It stands alone, so it names its
/// colours: they are read from the tokens.
#[must_use]
pub fn to_favicon() -> String {
    let (light, dark) = (palette::light("--learner"), palette::dark("--learner"));
    let picture = html! {
        svg xmlns="http://www.w3.org/2000/svg" viewBox="-8 -23 422 422" {
            style { "path{fill:" (light) "}@media(prefers-color-scheme:dark){path{fill:" (dark) "}}" }
            path d=(mark_path()) {}
        }
    };
    picture.into_string()
}

fn mark_path() -> String {
    let cells = ROWS.iter().flat_map(|(_, row, columns)| columns.iter().map(move |column| (row, column)));
    cells.map(|(row, column)| hexagon(41.0, MIDDLE.0 + column * COLUMN, MIDDLE.1 + row * ROW)).collect()
}

/// The outline of a hexagon, starting from its top.
fn hexagon(radius: f64, x: f64, y: f64) -> String {
    let (wide, half) = (radius * SQRT_3 / 2.0, radius / 2.0);
    let corners = [(0.0, -radius), (wide, -half), (wide, half), (0.0, radius), (-wide, half), (-wide, -half)];
    outline(&corners, x, y)
}

/// The first threads of a cell from the bottom, each cut to the hexagon.
fn threads(level: u8, x: f64, y: f64) -> String {
    let pitch = 2.0 * RADIUS / f64::from(THREADS);
    (0..level.min(THREADS))
        .map(|thread| {
            let bottom = RADIUS - f64::from(thread) * pitch - GAP / 2.0;
            outline(&strip(bottom - pitch + GAP, bottom), x, y)
        })
        .collect()
}

/// The part of a hexagon between two heights, clockwise from its top left.
fn strip(top: f64, bottom: f64) -> Vec<(f64, f64)> {
    let mut heights = vec![top];
    heights
        .extend([-RADIUS / 2.0, RADIUS / 2.0].into_iter().filter(|corner| *corner > top && *corner < bottom));
    heights.push(bottom);
    let right = heights.iter().map(|height| (half_width(*height), *height));
    let left = heights.iter().rev().map(|height| (-half_width(*height), *height));
    right.chain(left).collect()
}

/// Half the width of the hexagon at a height from its middle.
fn half_width(height: f64) -> f64 {
    (RADIUS * SQRT_3 / 2.0).min((RADIUS - height.abs()) * SQRT_3)
}

fn outline(points: &[(f64, f64)], x: f64, y: f64) -> String {
    let mut path = String::new();
    for (index, (dx, dy)) in points.iter().enumerate() {
        let step = if index == 0 { 'M' } else { 'L' };
        let _ = write!(path, "{step}{} {}", point(x + dx), point(y + dy));
    }
    path.push('Z');
    path
}

/// A coordinate with one decimal, dropped when it is zero.
pub(super) fn point(value: f64) -> String {
    let text = format!("{value:.1}");
    text.strip_suffix(".0").map_or(text.clone(), str::to_owned)
}
