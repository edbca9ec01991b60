//! How near estimates of items are to the truth.

use crate::calibration::{Calibration, ItemEstimate};
use crate::irt::Parameters;
use crate::simulation::{mean, share};

/// The number of standard errors on each side of a band of 95 %.
const SIDES: f64 = 1.959_963_984_540_054;

/// An estimate beside the truth.
#[derive(Debug, Clone, Copy, PartialEq)]
struct Beside {
    found: f64,
    truth: f64,
    error: Option<f64>,
}

/// Estimates of one parameter beside the truth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Closeness {
    /// The root of the mean square of the difference.
    pub rmse: f64,
    /// The mean of the difference.
    pub bias: f64,
    /// The correlation of estimates and truths.
    pub correlation: f64,
    /// The share of truths within 1.96 standard errors, of items that have one.
    pub cover: f64,
}

impl Closeness {
    fn new(items: &[Beside]) -> Self {
        let of = |value: &dyn Fn(&Beside) -> f64| mean(items.iter().map(value));
        let (found, truth) = (of(&|item| item.found), of(&|item| item.truth));
        let cross = of(&|item| (item.found - found) * (item.truth - truth));
        let spreads = of(&|item| (item.found - found).powi(2)) * of(&|item| (item.truth - truth).powi(2));
        let sure = items.iter().filter_map(|item| Some((item.found - item.truth, item.error?)));
        Self {
            rmse: of(&|item| (item.found - item.truth).powi(2)).sqrt(),
            bias: found - truth,
            correlation: cross / spreads.sqrt().max(1e-300),
            cover: share(sure.map(|(miss, error)| miss.abs() <= SIDES * error)),
        }
    }
}

/// A calibration beside the truth.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Found {
    /// The discriminations.
    pub discrimination: Closeness,
    /// The difficulties.
    pub difficulty: Closeness,
}

impl Found {
    /// Compares the items of a calibration with their true parameters, in the same order.
    #[must_use]
    pub fn new(calibration: &Calibration, truth: &[Parameters]) -> Self {
        let of = |value: fn(&Parameters) -> f64, error: fn(&ItemEstimate) -> Option<f64>| {
            let beside = |(item, truth): (&ItemEstimate, &Parameters)| Beside {
                found: value(&item.parameters),
                truth: value(truth),
                error: error(item),
            };
            let items: Vec<Beside> = calibration.items.iter().zip(truth).map(beside).collect();
            Closeness::new(&items)
        };
        Self {
            discrimination: of(|of| of.discrimination, |item| Some(item.errors?.discrimination)),
            difficulty: of(|of| of.difficulty, |item| Some(item.errors?.difficulty)),
        }
    }
}
