//! What can be calibrated, and from where the search begins.

use super::grid::Grid;
use super::point::{Coordinates, Point, bounded};
use super::symmetric::Symmetric;
use super::{Anchor, CalibrationError, Model, Options, Prior, Responses, Start};
use crate::placement::mix;

/// A calibration that makes sense.
#[derive(Debug)]
pub(super) struct Problem<'a> {
    pub(super) responses: &'a Responses,
    pub(super) model: Model,
    pub(super) grid: Grid,
    /// The priors of the three coordinates.
    pub(super) laws: [Law; 3],
    /// Per item, which coordinates are free. The common discrimination of Rasch's model counts as free.
    pub(super) free: Vec<[bool; 3]>,
    /// Whether the first group is standard normal.
    pub(super) standard: bool,
    pub(super) tolerance: f64,
    pub(super) threads: usize,
}

/// A prior, or none.
#[derive(Debug, Clone, Copy)]
pub(super) struct Law(Option<Prior>);

impl Law {
    /// The derivative of the logarithm of the density.
    pub(super) fn pull(&self, value: f64) -> f64 {
        self.0.map_or(0.0, |law| (law.mean - value) / (law.deviation * law.deviation))
    }

    /// 1 over the variance.
    pub(super) fn precision(&self) -> f64 {
        self.0.map_or(0.0, |law| 1.0 / (law.deviation * law.deviation))
    }

    /// The logarithm of the density, but for a constant.
    pub(super) fn height(&self, value: f64) -> f64 {
        self.0.map_or(0.0, |law| -((value - law.mean) / law.deviation).powi(2) / 2.0)
    }
}

impl<'a> Problem<'a> {
    /// Looks at everything before anything is computed.
    pub(super) fn new(
        responses: &'a Responses,
        options: &Options,
        threads: usize,
    ) -> Result<Self, CalibrationError> {
        if !options.tolerance.is_finite() || options.tolerance <= 0.0 {
            return Err(CalibrationError::Tolerance(options.tolerance));
        }
        let laws = laws(options)?;
        let free = free(responses, options)?;
        for (place, _) in free.iter().enumerate().filter(|(_, free)| free.contains(&true)) {
            admit(responses, options, place)?;
        }
        Ok(Self {
            responses,
            model: options.model,
            grid: Grid::new(responses, options.nodes)?,
            laws,
            free,
            standard: options.anchors.is_empty(),
            tolerance: options.tolerance,
            threads,
        })
    }

    /// Where the search begins.
    pub(super) fn start(&self, options: &Options) -> Point {
        let counts = self.responses.right_counts().iter().zip(self.responses.met());
        let shares = counts.map(|(right, met)| (f64::from(*right) + 0.5) / (f64::from(*met) + 1.0));
        let [_, _, Law(guess)] = self.laws;
        let guess = guess.map_or(0.0, |law| law.mean);
        let mut items: Vec<Coordinates> = match options.start {
            Start::Shares => {
                shares.map(|share| bounded([0.0, 1.2 * (1.0 / share - 1.0).ln(), guess])).collect()
            }
            Start::Random(seed) => (0..).zip(shares).map(|(place, _)| random(seed, place, guess)).collect(),
        };
        if self.common_slope() {
            items.iter_mut().for_each(|[log_slope, ..]| *log_slope = 0.0);
        }
        for Anchor { item, parameters, guessing } in &options.anchors {
            if let Some(at) = items.get_mut(*item as usize) {
                let logit = (guessing / (1.0 - guessing)).ln().max(-700.0);
                *at = [parameters.discrimination.ln(), parameters.difficulty, logit];
            }
        }
        Point { items, groups: vec![[0.0, 0.0]; self.responses.group_sizes().len()] }
    }

    pub(super) fn guesses(&self) -> bool {
        self.model == Model::ThreeParameters
    }

    pub(super) fn common_slope(&self) -> bool {
        self.model == Model::Rasch
    }

    /// What the priors alone tell of an item.
    pub(super) fn prior_information(&self) -> Symmetric {
        let [slopes, difficulties, guesses] = &self.laws;
        Symmetric {
            aa: slopes.precision(),
            bb: difficulties.precision(),
            cc: guesses.precision(),
            ..Symmetric::default()
        }
    }

    /// ln of the weights of the nodes, per group.
    pub(super) fn weights(&self, point: &Point) -> Vec<Vec<f64>> {
        let weights = |[mean, log_deviation]: &[f64; 2]| self.grid.log_weights(*mean, log_deviation.exp());
        point.groups.iter().map(weights).collect()
    }
}

fn random(seed: u64, place: u64, guess: f64) -> Coordinates {
    let uniform = |stream| (mix(mix(seed) ^ mix(place * 2 + stream)) >> 11) as f64 / 9_007_199_254_740_992.0;
    [2.2 * uniform(0) - 1.2, 6.0 * uniform(1) - 3.0, guess]
}

fn laws(options: &Options) -> Result<[Law; 3], CalibrationError> {
    let check = |of, law: Option<Prior>| match law {
        Some(Prior { mean, deviation })
            if !mean.is_finite() || !deviation.is_finite() || deviation <= 0.0 =>
        {
            Err(CalibrationError::Prior { of, mean, deviation })
        }
        law => Ok(Law(law)),
    };
    let priors = &options.priors;
    Ok([
        check("discrimination", priors.discrimination)?,
        check("difficulty", priors.difficulty)?,
        check("guessing", Some(priors.guessing))?,
    ])
}

fn free(responses: &Responses, options: &Options) -> Result<Vec<[bool; 3]>, CalibrationError> {
    let guesses = options.model == Model::ThreeParameters;
    let items = responses.names().len();
    let mut free = vec![[true, true, guesses]; items];
    for Anchor { item, parameters, guessing } in &options.anchors {
        let place = *item as usize;
        let (Some(slot), Some(name)) = (free.get_mut(place), responses.names().get(place)) else {
            return Err(CalibrationError::UnknownAnchor { item: *item, items });
        };
        let refuse = |expected| CalibrationError::Anchor { item: name.clone(), expected };
        if !parameters.discrimination.is_finite() || parameters.discrimination <= 0.0 {
            return Err(refuse("a positive discrimination"));
        }
        if !parameters.difficulty.is_finite() {
            return Err(refuse("a number as difficulty"));
        }
        if !(0.0..1.0).contains(guessing) || (!guesses && *guessing > 0.0) {
            return Err(refuse("a share of guesses below 1, and 0 unless the model has three parameters"));
        }
        if !slot.contains(&true) {
            return Err(CalibrationError::AnchorTwice(name.clone()));
        }
        *slot = [false; 3];
    }
    Ok(free)
}

/// Whether an item has the answers that an estimate needs: one at least, as many as asked for, and both kinds unless
/// a prior holds its difficulty.
fn admit(responses: &Responses, options: &Options, place: usize) -> Result<(), CalibrationError> {
    let met = responses.met().get(place).copied().unwrap_or(0);
    let right = responses.right_counts().get(place).copied().unwrap_or(0);
    let name = || responses.names().get(place).cloned().unwrap_or_default();
    let least = options.least_answers.max(1);
    if met < least {
        return Err(CalibrationError::TooSparse { item: name(), answers: met, least });
    }
    if options.priors.difficulty.is_none() && (right == 0 || right == met) {
        return Err(CalibrationError::Constant { item: name(), right: right > 0 });
    }
    Ok(())
}
