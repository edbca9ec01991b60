//! Simple pictures drawn from a seed: enough to tell two photographs apart, small enough to send.

use image::{Rgb, RgbImage};

use crate::random::Random;

/// What a picture shows.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scene {
    /// The sea, sand, parasols, boats.
    Beach,
    /// Mountains with snow.
    Mountain,
    /// A row of houses.
    Town,
    /// A screen on a desk.
    Desk,
    /// Trees and flowers.
    Garden,
    /// A regular pattern.
    Pattern,
}

impl Scene {
    pub(crate) fn parse(name: &str) -> Option<Self> {
        Some(match name {
            "beach" => Self::Beach,
            "mountain" => Self::Mountain,
            "town" => Self::Town,
            "desk" => Self::Desk,
            "garden" => Self::Garden,
            "pattern" => Self::Pattern,
            _ => return None,
        })
    }
}

type Colour = [u8; 3];

/// Draws a scene.
pub(super) fn draw(scene: Scene, width: u32, height: u32, seed: u64) -> RgbImage {
    let mut canvas = Canvas { image: RgbImage::new(width, height), random: Random::new(seed) };
    match scene {
        Scene::Beach => canvas.beach(),
        Scene::Mountain => canvas.mountain(),
        Scene::Town => canvas.town(),
        Scene::Desk => canvas.desk(),
        Scene::Garden => canvas.garden(),
        Scene::Pattern => canvas.pattern(),
    }
    canvas.image
}

/// A picture being drawn; places are in thousandths of its width and height.
struct Canvas {
    image: RgbImage,
    random: Random,
}

impl Canvas {
    fn beach(&mut self) {
        self.sky([120, 185, 235], [225, 240, 250]);
        let horizon = self.int(420, 520);
        self.band(horizon, 760, [20, 110, 160], [90, 190, 200]);
        self.band(760, 1000, [240, 220, 170], [215, 185, 130]);
        self.sun(horizon - 100);
        for _ in 0..self.int(1, 4) {
            let (x, y) = (self.int(80, 850), self.int(horizon + 20, 700));
            self.triangle((x, y - 90), (x, y), (x + 60, y), [250, 250, 250]);
            self.rectangle(x - 20, y, x + 70, y + 14, [120, 60, 40]);
        }
        for _ in 0..self.int(1, 3) {
            let (x, y, colour) = (self.int(100, 850), self.int(820, 930), self.bright());
            self.triangle((x - 90, y), (x, y - 80), (x + 90, y), colour);
            self.rectangle(x - 4, y - 60, x + 4, y + 50, [110, 90, 70]);
        }
    }

    fn mountain(&mut self) {
        self.sky([90, 140, 210], [230, 235, 245]);
        self.sun(260);
        for depth in 0..3_u8 {
            let grey = 150 - 40 * depth;
            for _ in 0..self.int(2, 4) {
                let (x, top) = (self.int(0, 1000), self.int(250, 450) + 90 * i64::from(depth));
                let half = self.int(180, 380);
                self.triangle((x - half, 850), (x, top), (x + half, 850), [grey - 20, grey, grey + 10]);
                self.triangle(
                    (x - half / 6, top + (850 - top) / 6),
                    (x, top),
                    (x + half / 6, top + (850 - top) / 6),
                    [245, 248, 250],
                );
            }
        }
        self.band(800, 1000, [80, 130, 70], [50, 95, 50]);
    }

    fn town(&mut self) {
        self.sky([150, 190, 225], [240, 230, 215]);
        let mut x = -20;
        while x < 1000 {
            let (width, top, colour) = (self.int(90, 180), self.int(280, 620), self.soft());
            self.rectangle(x, top, x + width, 880, colour);
            self.triangle((x - 8, top), (x + width / 2, top - 90), (x + width + 8, top), [150, 70, 55]);
            for row in 0..(860 - top) / 90 {
                for column in 0..width / 55 {
                    let (left, up) = (x + 18 + column * 52, top + 25 + row * 90);
                    let lit = self.random.below(3) == 0;
                    self.rectangle(
                        left,
                        up,
                        left + 26,
                        up + 44,
                        if lit { [250, 225, 130] } else { [70, 85, 105] },
                    );
                }
            }
            x += width + self.int(0, 25);
        }
        self.band(880, 1000, [110, 110, 115], [85, 85, 90]);
    }

    fn desk(&mut self) {
        self.band(0, 520, [225, 220, 210], [205, 200, 190]);
        self.band(520, 1000, [165, 115, 70], [130, 85, 50]);
        self.rectangle(300, 180, 720, 500, [45, 48, 55]);
        let screen = self.soft();
        self.rectangle(315, 195, 705, 480, screen);
        self.rectangle(480, 500, 540, 570, [60, 62, 68]);
        for _ in 0..self.int(2, 5) {
            let (x, y, colour) = (self.int(30, 860), self.int(620, 880), self.bright());
            self.rectangle(x, y, x + 110, y + 75, colour);
        }
        let (x, y, mug) = (self.int(40, 200), self.int(560, 620), self.bright());
        self.rectangle(x, y, x + 70, y + 95, mug);
        self.disc(x + 78, y + 45, 22, mug);
    }

    fn garden(&mut self) {
        self.sky([140, 200, 240], [235, 245, 240]);
        self.band(480, 1000, [110, 175, 80], [60, 125, 50]);
        for _ in 0..self.int(2, 4) {
            let (x, y) = (self.int(60, 940), self.int(480, 620));
            self.rectangle(x - 12, y - 190, x + 12, y, [105, 75, 50]);
            let size = self.int(80, 130);
            self.disc(x, y - 230, size, [55, 120, 60]);
        }
        for _ in 0..self.int(25, 60) {
            let (x, y, colour) = (self.int(10, 990), self.int(640, 980), self.bright());
            self.rectangle(x - 2, y, x + 2, y + 30, [50, 110, 45]);
            self.disc(x, y, 13, colour);
        }
    }

    fn pattern(&mut self) {
        let (one, two) = (self.soft(), self.bright());
        self.band(0, 1000, one, one);
        let step = self.int(60, 140);
        let round = self.random.below(2) == 0;
        for row in 0..=1000 / step {
            for column in 0..=1000 / step {
                let (x, y) = (column * step + row % 2 * step / 2, row * step);
                if round {
                    self.disc(x, y, step / 4, two);
                } else {
                    self.rectangle(x, y, x + step / 3, y + step / 3, two);
                }
            }
        }
    }

    fn sky(&mut self, top: Colour, bottom: Colour) {
        self.band(0, 1000, top, bottom);
        for _ in 0..self.int(0, 4) {
            let (x, y) = (self.int(50, 950), self.int(60, 260));
            for shift in [-60, -20, 25, 65] {
                let size = self.int(25, 50);
                self.disc(x + shift, y, size, [250, 250, 250]);
            }
        }
    }

    fn sun(&mut self, lowest: i64) {
        let (x, y, size) = (self.int(100, 900), self.int(90, lowest.max(91)), self.int(35, 60));
        self.disc(x, y, size, [255, 225, 110]);
    }

    fn int(&self, low: i64, high: i64) -> i64 {
        self.random.between(low, high)
    }

    fn bright(&self) -> Colour {
        let all =
            [[200, 50, 60], [240, 150, 40], [245, 205, 70], [70, 130, 200], [150, 90, 180], [235, 120, 150]];
        self.random.index(all.len()).and_then(|index| all.get(index)).copied().unwrap_or_default()
    }

    fn soft(&self) -> Colour {
        let all = [[225, 205, 180], [200, 215, 225], [215, 225, 200], [235, 215, 205], [190, 200, 210]];
        self.random.index(all.len()).and_then(|index| all.get(index)).copied().unwrap_or_default()
    }

    /// A band over the whole width, from one colour to another.
    fn band(&mut self, top: i64, bottom: i64, from: Colour, to: Colour) {
        let span = (bottom - top).max(1);
        self.paint(0, top, 1000, bottom, |_, y| {
            let [a, b, c] = from;
            let [d, e, f] = to;
            let part = |from: u8, to: u8| {
                let mixed = (i64::from(from) * (bottom - y) + i64::from(to) * (y - top)) / span;
                u8::try_from(mixed.clamp(0, 255)).unwrap_or(0)
            };
            Some([part(a, d), part(b, e), part(c, f)])
        });
    }

    fn rectangle(&mut self, left: i64, top: i64, right: i64, bottom: i64, colour: Colour) {
        self.paint(left, top, right, bottom, |_, _| Some(colour));
    }

    fn disc(&mut self, x: i64, y: i64, radius: i64, colour: Colour) {
        self.paint(x - radius, y - radius, x + radius, y + radius, |px, py| {
            ((px - x).pow(2) + (py - y).pow(2) <= radius * radius).then_some(colour)
        });
    }

    fn triangle(&mut self, a: (i64, i64), b: (i64, i64), c: (i64, i64), colour: Colour) {
        let side =
            |p: (i64, i64), q: (i64, i64), x: i64, y: i64| (q.0 - p.0) * (y - p.1) - (q.1 - p.1) * (x - p.0);
        let (left, right) = (a.0.min(b.0).min(c.0), a.0.max(b.0).max(c.0));
        let (top, bottom) = (a.1.min(b.1).min(c.1), a.1.max(b.1).max(c.1));
        self.paint(left, top, right, bottom, |x, y| {
            let sides = [side(a, b, x, y), side(b, c, x, y), side(c, a, x, y)];
            (sides.iter().all(|side| *side >= 0) || sides.iter().all(|side| *side <= 0)).then_some(colour)
        });
    }

    /// Colours the points of a box, given in thousandths.
    fn paint(
        &mut self,
        left: i64,
        top: i64,
        right: i64,
        bottom: i64,
        colour: impl Fn(i64, i64) -> Option<Colour>,
    ) {
        let (width, height) = (i64::from(self.image.width()), i64::from(self.image.height()));
        let columns = (left * width / 1000).max(0)..(right * width / 1000).clamp(0, width);
        let rows = (top * height / 1000).max(0)..(bottom * height / 1000).clamp(0, height);
        for row in rows {
            for column in columns.clone() {
                let found = colour(column * 1000 / width, row * 1000 / height);
                if let (Some(found), Ok(x), Ok(y)) = (found, u32::try_from(column), u32::try_from(row))
                    && let Some(pixel) = self.image.get_pixel_mut_checked(x, y)
                {
                    *pixel = Rgb(found);
                }
            }
        }
    }
}
