//! What a cohort showed.

use super::{Close, Cohort, Taken};

/// Where the strata of ability are centred.
const CENTRES: [f64; 9] = [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0];
/// Half the width of a stratum; the outer ones have no outer end.
const HALF: f64 = 0.25;
/// Within these abilities bias is judged.
const CORE: f64 = 2.0;
/// The number of standard errors on each side of a band of 95 %.
const SIDES: f64 = 1.959_963_984_540_054;

/// Figures over everybody whose test was scored.
#[derive(Debug, Clone, PartialEq)]
pub struct Figures {
    /// The tests.
    pub tests: usize,
    /// Those of people who left.
    pub left: usize,
    /// Those without a score.
    pub unscored: usize,
    /// The mean number of questions.
    pub length: f64,
    /// The mean of the issued ability less the true one.
    pub bias: f64,
    /// The same for true abilities from −2 to 2.
    pub core_bias: f64,
    /// The root of the mean square of the issued ability less the true one.
    pub rmse: f64,
    /// The sampling error of that root.
    pub rmse_error: f64,
    /// The same root for the expected ability, of the engine that knows it.
    pub expected_rmse: Option<f64>,
    /// The share of its bands that hold the true ability.
    pub expected_cover: Option<f64>,
    /// 1 − mean square error / variance of the true abilities.
    pub reliability: f64,
    /// The share of bands of 95 % that hold the true ability.
    pub cover: f64,
    /// The mean standard error announced.
    pub announced: f64,
    /// The strata of true ability.
    pub strata: Vec<Stratum>,
}

/// The people around a true ability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Stratum {
    /// The ability it is centred on. It reaches 0.25 to each side, the outer ones without end.
    pub centre: f64,
    /// The people.
    pub people: usize,
    /// The mean of the issued ability less the true one.
    pub bias: f64,
    /// The sampling error of that.
    pub bias_error: f64,
    /// The root of the mean square of it.
    pub rmse: f64,
    /// The share of bands of 95 % that hold the true ability.
    pub cover: f64,
    /// The mean number of questions.
    pub length: f64,
    /// The mean standard error announced.
    pub announced: f64,
}

impl Figures {
    /// The figures of a cohort; none when no test was scored.
    #[must_use]
    pub fn new(cohort: &Cohort) -> Option<Self> {
        let scored = || cohort.taken.iter().filter(|one| one.scored);
        let count = scored().count();
        if count == 0 {
            return None;
        }
        let square = mean(scored().map(|one| one.miss().powi(2)));
        let fourth = mean(scored().map(|one| one.miss().powi(4)));
        let centre = mean(scored().map(|one| one.theta));
        let variance = mean(scored().map(|one| (one.theta - centre).powi(2)));
        let expected = || scored().filter_map(|one| Some((one.theta, one.expected?)));
        let known = expected().next().is_some();
        let rmse = square.sqrt();
        Some(Self {
            tests: cohort.taken.len(),
            left: cohort.taken.iter().filter(|one| one.close == Close::Left).count(),
            unscored: cohort.taken.len() - count,
            length: mean(cohort.taken.iter().map(|one| one.asked.len() as f64)),
            bias: mean(scored().map(Taken::miss)),
            core_bias: mean(scored().filter(|one| one.theta.abs() <= CORE).map(Taken::miss)),
            rmse,
            // The delta method: the error of a mean of squares, over twice the root.
            rmse_error: ((fourth - square * square).max(0.0) / count as f64).sqrt() / (2.0 * rmse.max(1e-12)),
            expected_rmse: known
                .then(|| mean(expected().map(|(theta, (ability, _))| (ability - theta).powi(2))).sqrt()),
            expected_cover: known.then(|| {
                share(expected().map(|(theta, (ability, error))| (ability - theta).abs() <= SIDES * error))
            }),
            reliability: 1.0 - square / variance.max(1e-12),
            cover: share(scored().map(Taken::covered)),
            announced: mean(scored().map(|one| one.error)),
            strata: CENTRES.iter().map(|centre| stratum(*centre, cohort)).collect(),
        })
    }
}

fn stratum(centre: f64, cohort: &Cohort) -> Stratum {
    let edge = |value: f64| value.clamp(-CORE, CORE);
    let inside = |one: &&Taken| {
        let place = edge(one.theta);
        one.scored && (centre - HALF..centre + HALF).contains(&place)
    };
    let here = || cohort.taken.iter().filter(inside);
    let people = here().count();
    let bias = mean(here().map(Taken::miss));
    let spread = mean(here().map(|one| (one.miss() - bias).powi(2))).sqrt();
    Stratum {
        centre,
        people,
        bias,
        bias_error: spread / (people.max(1) as f64).sqrt(),
        rmse: mean(here().map(|one| one.miss().powi(2))).sqrt(),
        cover: share(here().map(Taken::covered)),
        length: mean(here().map(|one| one.asked.len() as f64)),
        announced: mean(here().map(|one| one.error)),
    }
}

/// The mean of some values; 0 of none.
pub(crate) fn mean(values: impl Iterator<Item = f64>) -> f64 {
    let (sum, count) = values.fold((0.0, 0.0_f64), |(sum, count), value| (sum + value, count + 1.0));
    sum / count.max(1.0)
}

/// The share of those that are so; 0 of none.
pub(crate) fn share(values: impl Iterator<Item = bool>) -> f64 {
    mean(values.map(|value| f64::from(u8::from(value))))
}
