//! What a version must hold, and the people by whom that is seen.

use super::StudyError;
use super::gate::{Figure, Finding};

/// The bounds, all in one place.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Bounds {
    /// The root of the mean square error of the expected ability, at most.
    pub rmse: f64,
    /// The reliability of the issued ability, at least.
    pub reliability: f64,
    /// The mean error of the issued ability in a stratum of true ability, at most, either way.
    pub bias: f64,
    /// The share of bands of 95 % that hold the true ability, in each stratum.
    pub cover: (f64, f64),
    /// The share of tests in which any item is asked, at most.
    pub exposure: f64,
    /// The share of items never asked, at most.
    pub unused: f64,
    /// The share of questions that two tests have in common, at most.
    pub overlap: f64,
    /// The share of tests without a score, at most: nobody leaves, so the bank was exhausted.
    pub unscored: f64,
    /// A bound counts as missed when the value lies beyond it by more than so many sampling errors.
    pub errors: f64,
}

impl Default for Bounds {
    /// RMSE 0.262, exposure 0.20, 10 % unused and overlap 0.175 are the targets of this project for a bank of 500 items
    /// and 32 questions, better than anything measured of other engines under weaker rules; bias 0.03 and coverage 0.94
    /// to 0.96 in each of nine strata are its targets too (issue 4). Reliability 0.90 is the least for decisions about
    /// single persons (Nunnally and Bernstein, 1994). Two sampling errors: a version exactly on a bound is refused by
    /// chance once in forty times for each bound.
    fn default() -> Self {
        Self {
            rmse: 0.262,
            reliability: 0.90,
            bias: 0.03,
            cover: (0.94, 0.96),
            exposure: 0.20,
            unused: 0.10,
            overlap: 0.175,
            unscored: 0.0,
            errors: 2.0,
        }
    }
}

/// What a value may be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Bound {
    /// This at most.
    Most(f64),
    /// This at least.
    Least(f64),
    /// From the one to the other.
    Within(f64, f64),
}

impl Bound {
    /// How far a value lies beyond, 0 within.
    fn beyond(self, value: f64) -> f64 {
        let beyond = match self {
            Self::Most(most) => value - most,
            Self::Least(least) => least - value,
            Self::Within(low, high) => (low - value).max(value - high),
        };
        if beyond.is_nan() { f64::INFINITY } else { beyond.max(0.0) }
    }
}

/// What follows from a value and its bound.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// The value keeps the bound.
    Kept,
    /// The value lies beyond, but no farther than chance explains.
    WithinChance,
    /// The value lies beyond by more.
    Missed,
}

/// The people.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Cohorts {
    /// What makes all draws.
    pub seed: u64,
    /// Those of the population.
    pub examinees: u32,
    /// Those before, who let exposure control settle.
    pub settling: u32,
    /// Those in each of nine strata of true ability.
    pub per_stratum: u32,
}

impl Default for Cohorts {
    /// 20,000 of the population, so that the error of RMSE is 0.0015, after 10,000; 2,000 in each stratum, so that those
    /// of bias and coverage are 0.006 and 0.5 %.
    fn default() -> Self {
        Self { seed: 1, examinees: 20_000, settling: 10_000, per_stratum: 2_000 }
    }
}

/// Why there is no verdict.
#[derive(Debug, Clone, PartialEq)]
pub enum GateError {
    /// A cohort is too small for its figures to mean anything, or larger than can be drawn.
    Cohort {
        /// Which.
        name: &'static str,
        /// How many people.
        given: u32,
        /// How many at least.
        least: u32,
        /// How many at most.
        most: u32,
    },
    /// A bound is none.
    Bound {
        /// Which.
        name: &'static str,
        /// Its value.
        given: f64,
        /// What was expected.
        expected: &'static str,
    },
    /// The version cannot be taken.
    Study(StudyError),
}

impl From<StudyError> for GateError {
    fn from(error: StudyError) -> Self {
        Self::Study(error)
    }
}

impl std::fmt::Display for GateError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Cohort { name, given, least, most } => write!(
                out,
                "{given} {name}: expected {least} to {most}; of fewer, chance decides and not the version"
            ),
            Self::Bound { name, given, expected } => write!(out, "{name} is {given}: expected {expected}"),
            Self::Study(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for GateError {}

/// People of whom chance says less than the version.
const LEAST_EXAMINEES: u32 = 1_000;
const LEAST_PER_STRATUM: u32 = 200;
/// As many as have draws of their own.
const MOST: u32 = 1_000_000;

impl Cohorts {
    pub(super) fn check(&self) -> Result<(), GateError> {
        let sizes = [
            ("examinees", self.examinees, LEAST_EXAMINEES, MOST),
            ("people who settle the control", self.settling, 0, MOST),
            ("people in each stratum", self.per_stratum, LEAST_PER_STRATUM, MOST / 10),
        ];
        match sizes.into_iter().find(|(_, given, least, most)| !(least..=most).contains(&given)) {
            Some((name, given, least, most)) => Err(GateError::Cohort { name, given, least, most }),
            None => Ok(()),
        }
    }
}

impl Bounds {
    pub(super) fn check(&self) -> Result<(), GateError> {
        let (low, high) = self.cover;
        let shares = [
            ("reliability", self.reliability),
            ("cover", low),
            ("cover", high),
            ("exposure", self.exposure),
            ("unused", self.unused),
            ("overlap", self.overlap),
            ("unscored", self.unscored),
        ];
        let odd = |expected: &'static str| move |(name, given)| GateError::Bound { name, given, expected };
        if let Some(share) = shares.into_iter().find(|(_, share)| !(0.0..=1.0).contains(share)) {
            return Err(odd("a share, from 0 to 1")(share));
        }
        if low > high {
            return Err(odd("the lower end first")(("cover", low)));
        }
        let sizes = [("rmse", self.rmse), ("bias", self.bias), ("errors", self.errors)];
        let size = sizes.into_iter().find(|(_, size)| !size.is_finite() || *size < 0.0);
        size.map_or(Ok(()), |size| Err(odd("a number from 0")(size)))
    }

    /// A value beside its bound.
    pub(super) fn finding(
        &self,
        figure: Figure,
        stratum: Option<f64>,
        value: f64,
        error: f64,
        bound: Bound,
    ) -> Finding {
        let beyond = bound.beyond(value);
        let verdict = if beyond <= 0.0 {
            Verdict::Kept
        } else if beyond <= self.errors * error {
            Verdict::WithinChance
        } else {
            Verdict::Missed
        };
        Finding { figure, stratum, value, error, bound, verdict }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_value_beyond_its_bound_by_more_than_chance_is_missed() {
        let check = |value: f64, error: f64, bound: Bound, expected: Verdict| {
            let got = Bounds::default().finding(Figure::Rmse, None, value, error, bound).verdict;
            assert_eq!(got, expected, "{value} ± {error}, {bound:?}");
        };
        check(0.2, 0.0, Bound::Most(0.2), Verdict::Kept);
        check(0.21, 0.005, Bound::Most(0.2), Verdict::WithinChance);
        check(0.2101, 0.005, Bound::Most(0.2), Verdict::Missed);
        check(0.21, 0.0, Bound::Most(0.2), Verdict::Missed);
        check(0.89, 0.001, Bound::Least(0.9), Verdict::Missed);
        check(0.91, 0.001, Bound::Least(0.9), Verdict::Kept);
        check(0.937, 0.002, Bound::Within(0.94, 0.96), Verdict::WithinChance);
        check(0.967, 0.002, Bound::Within(0.94, 0.96), Verdict::Missed);
        check(f64::NAN, 1.0, Bound::Within(0.94, 0.96), Verdict::Missed);
    }

    #[test]
    fn what_decides_nothing_is_refused() {
        let check = |cohorts: Cohorts, expected: &str| {
            let error = cohorts.check().unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        let cohorts = Cohorts::default();
        check(Cohorts { examinees: 999, ..cohorts }, "999 examinees: expected 1000 to 1000000");
        check(Cohorts { per_stratum: 10, ..cohorts }, "10 people in each stratum");
        check(Cohorts { settling: 2_000_000, ..cohorts }, "2000000 people who settle");
        let check = |bounds: Bounds, expected: &str| {
            let error = bounds.check().unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        let bounds = Bounds::default();
        check(Bounds { exposure: 1.2, ..bounds }, "exposure is 1.2: expected a share");
        check(Bounds { cover: (0.96, 0.94), ..bounds }, "cover is 0.96: expected the lower end first");
        check(Bounds { rmse: f64::NAN, ..bounds }, "rmse is NaN");
        check(Bounds { errors: -1.0, ..bounds }, "errors is -1");
        assert!(cohorts.check().is_ok() && bounds.check().is_ok());
    }
}
