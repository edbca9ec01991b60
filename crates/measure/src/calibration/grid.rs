//! The grid of abilities over which everything is integrated.

use super::{CalibrationError, Responses};

/// The grid ends at this ability, on both sides.
const REACH: f64 = 6.0;
/// The fewest nodes that may be asked for.
const FEWEST: usize = 15;
/// The most nodes that may be asked for.
const MOST: usize = 999;
/// Nodes come by this many, so that sums over them go well.
const STRIDE: usize = 8;

/// Equally spaced abilities.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Grid {
    pub(super) nodes: Vec<f64>,
}

impl Grid {
    /// A grid as fine as the answers ask for, unless its size is given.
    ///
    /// What is known of a person is about normal, with a deviation s = 1/√(1 + n·α²/4) after n answers. Sums over
    /// nodes at distance h miss integrals of a normal law by a share of 2·exp(−2π²s²/h²): h = 1.25·s, with α = 1, is
    /// exact to six digits for most persons. A few may have a sharper law: the persons with the longest tests count.
    pub(super) fn new(responses: &Responses, given: Option<usize>) -> Result<Self, CalibrationError> {
        let count = match given {
            Some(given) if (FEWEST..=MOST).contains(&given) => given,
            Some(given) => return Err(CalibrationError::Nodes { given, least: FEWEST, most: MOST }),
            None => chosen(responses),
        };
        let step = 2.0 * REACH / (count - 1) as f64;
        let nodes = (0..count).map(|place| place as f64 * step - REACH).collect();
        Ok(Self { nodes })
    }

    pub(super) fn len(&self) -> usize {
        self.nodes.len()
    }

    /// ln of the weight of each node, for a normal law.
    pub(super) fn log_weights(&self, mean: f64, deviation: f64) -> Vec<f64> {
        let height = |node: &f64| -((node - mean) / deviation).powi(2) / 2.0;
        let highest = self.nodes.iter().map(height).fold(f64::NEG_INFINITY, f64::max);
        let total = self.nodes.iter().map(|node| (height(node) - highest).exp()).sum::<f64>().ln() + highest;
        self.nodes.iter().map(|node| height(node) - total).collect()
    }
}

fn chosen(responses: &Responses) -> usize {
    let mut lengths: Vec<usize> = (0..responses.persons()).map(|person| responses.length(person)).collect();
    lengths.sort_unstable();
    let long = lengths.get(lengths.len() * 9 / 10).copied().unwrap_or(0);
    let deviation = 1.0 / (1.0 + long as f64 / 4.0).sqrt();
    let step = 1.25 * deviation;
    let mut count = STRIDE * 3;
    while count + STRIDE < MOST && ((count - 1) as f64) * step < 2.0 * REACH {
        count += STRIDE;
    }
    count
}
