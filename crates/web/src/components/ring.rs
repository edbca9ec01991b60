//! The level ring: eight segments clockwise from noon, the level in the middle, progress to the next as an arc.
//!
//! Each segment takes 45° less 4° at each end, between radii 31 and 40 of a box of 84. The next segment is filled in
//! proportion to progress, from 8 % up so that a start is seen.

use std::f64::consts::PI;

use maud::{Markup, Render, html};

use super::honeycomb::{level_figure, point};
use crate::Words;

const LEVELS: u8 = 8;
const SEGMENT: f64 = 45.0;
const MARGIN: f64 = 4.0;
const OUTER: f64 = 40.0;
const INNER: f64 = 31.0;
const MIDDLE: f64 = 42.0;
const SMALLEST_START: f64 = 0.08;

/// How large a ring is shown.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Size {
    /// 56 px, in a list.
    Small,
    /// 84 px, on a card.
    #[default]
    Card,
    /// 112 px, at the head of a page.
    Large,
}

/// The level of one competence. Put it inside an element that carries a domain's class.
#[derive(Clone, Copy)]
pub struct Ring {
    /// The language of the text alternative.
    pub words: Words,
    /// The level reached, 0 to 8.
    pub level: u8,
    /// Progress to the next level, in percent.
    pub progress: u8,
    /// How large it is shown.
    pub size: Size,
}

impl Render for Ring {
    fn render(&self) -> Markup {
        let level = self.level.min(LEVELS);
        let class = match self.size {
            Size::Small => "ring ring--s",
            Size::Card => "ring",
            Size::Large => "ring ring--l",
        };
        html! {
            svg class=(class) viewBox="0 0 84 84" role="img" aria-label=(self.label()) {
                @for segment in 0..LEVELS {
                    path class=(if segment < level { "t on" } else { "t" }) d=(arc(segment, 1.0)) {}
                }
                @if level < LEVELS && self.progress > 0 {
                    path class="arc" d=(arc(level, self.share())) {}
                }
                text x="42" y="52.5" { (level_figure(level)) }
            }
        }
    }
}

impl Ring {
    fn label(self) -> String {
        let level = [("level", self.level.min(LEVELS).into()), ("progress", self.progress.min(100).into())];
        match (self.level, self.progress) {
            (0, 0) => self.words.say("ring-none").to_owned(),
            (LEVELS.., _) => self.words.say("ring-full").to_owned(),
            _ => self.words.with("ring-level", &level),
        }
    }

    fn share(self) -> f64 {
        (f64::from(self.progress.min(100)) / 100.0).max(SMALLEST_START)
    }
}

/// The outline of a segment, filled from its start to the given share.
fn arc(segment: u8, share: f64) -> String {
    let start = f64::from(segment) * SEGMENT + MARGIN;
    let end = start + (SEGMENT - 2.0 * MARGIN) * share;
    let (a, b) = (at(OUTER, start), at(OUTER, end));
    let (c, d) = (at(INNER, end), at(INNER, start));
    format!("M{a}A40 40 0 0 1 {b}L{c}A31 31 0 0 0 {d}Z")
}

/// The point at a radius and an angle in degrees, clockwise from noon.
fn at(radius: f64, degrees: f64) -> String {
    let radians = degrees * PI / 180.0;
    format!("{} {}", point(MIDDLE + radius * radians.sin()), point(MIDDLE - radius * radians.cos()))
}
