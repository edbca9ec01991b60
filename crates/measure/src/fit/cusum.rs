//! Items that drift.

use super::FitError;

/// Which way an item drifts.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Drift {
    /// It is answered right more often than it should: it may be known.
    Easier,
    /// It is answered right less often.
    Harder,
}

/// Probabilities nearer to 0 or 1 count as this: a single surprise must not decide.
const EXTREME: f64 = 0.02;

/// The share of studies of sound items with a false alarm.
const ALARMS: f64 = 0.05;
/// How far a sum jumps beyond its limit, on the mean (Siegmund, 1985).
const BEYOND: f64 = 1.166;

/// The cumulated sums of the residuals of one item, answer after answer (Page, 1954; for item parameters: Veerkamp and
/// Glas, 2000). With z = (x − P)/√(PQ), U becomes max(0, U + z − k) and L becomes max(0, L − z − k); the item drifts
/// when one of them exceeds h.
///
/// P must not come from the ability that this very answer helped to estimate, or else be the mean over what is known
/// of the ability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Cusum {
    allowance: f64,
    limit: f64,
    easier: f64,
    harder: f64,
    answers: u32,
}

impl Default for Cusum {
    /// k = 0.1 and h = 25: a sound item is suspected once in 4,500 answers on the mean (Siegmund's approximation, 1985,
    /// for both sides), one whose success rate moved from 50 % to 65 % after about 125.
    fn default() -> Self {
        Self { allowance: 0.1, limit: 25.0, easier: 0.0, harder: 0.0, answers: 0 }
    }
}

impl Cusum {
    /// With another k and h.
    ///
    /// # Errors
    /// [`FitError::OutOfRange`] unless k is at least 0 and h positive.
    pub fn new(allowance: f64, limit: f64) -> Result<Self, FitError> {
        if !(allowance.is_finite() && allowance >= 0.0) {
            return Err(FitError::OutOfRange { what: "the allowance k", given: allowance });
        }
        if !(limit.is_finite() && limit > 0.0) {
            return Err(FitError::OutOfRange { what: "the limit h", given: limit });
        }
        Ok(Self { allowance, limit, ..Self::default() })
    }

    /// With k, and the least h with which the sound items of a bank, so many answers taken together, give any false alarm
    /// in about one study of twenty: answers / (mean run to a false alarm) ≤ 5 %, by Siegmund's approximation.
    ///
    /// # Errors
    /// [`FitError::OutOfRange`] unless k is at least 0.
    pub fn for_answers(allowance: f64, answers: u64) -> Result<Self, FitError> {
        Self::new(allowance, 1.0)?;
        let enough = |limit: f64| run_length(allowance, limit) >= answers.max(1) as f64 / ALARMS;
        let mut high = 1.0;
        while !enough(high) {
            high *= 2.0;
        }
        let mut low = 0.0;
        for _ in 0..60 {
            let middle = f64::midpoint(low, high);
            if enough(middle) {
                high = middle;
            } else {
                low = middle;
            }
        }
        Self::new(allowance, high)
    }

    /// The limit h.
    #[must_use]
    pub fn limit(&self) -> f64 {
        self.limit
    }

    /// Takes an answer in, and tells whether the item is beyond the limit.
    ///
    /// # Errors
    /// [`FitError::OutOfRange`] if the probability is none; nothing is then taken in.
    pub fn add(&mut self, probability: f64, right: bool) -> Result<Option<Drift>, FitError> {
        if !(0.0..=1.0).contains(&probability) {
            return Err(FitError::OutOfRange { what: "the probability", given: probability });
        }
        let probability = probability.clamp(EXTREME, 1.0 - EXTREME);
        let excess = if right { 1.0 } else { 0.0 } - probability;
        let residual = excess / (probability * (1.0 - probability)).sqrt();
        self.easier = (self.easier + residual - self.allowance).max(0.0);
        self.harder = (self.harder - residual - self.allowance).max(0.0);
        self.answers = self.answers.saturating_add(1);
        Ok(self.drift())
    }

    /// Whether the item is beyond the limit.
    #[must_use]
    pub fn drift(&self) -> Option<Drift> {
        if self.easier > self.limit {
            Some(Drift::Easier)
        } else if self.harder > self.limit {
            Some(Drift::Harder)
        } else {
            None
        }
    }

    /// The answers taken in.
    #[must_use]
    pub fn answers(&self) -> u32 {
        self.answers
    }

    /// Both sums: towards easier, towards harder.
    #[must_use]
    pub fn sums(&self) -> (f64, f64) {
        (self.easier, self.harder)
    }
}

/// How many answers to a sound item pass before either sum exceeds the limit, on the mean (Siegmund, 1985): half of
/// (e^(2kb) − 2kb − 1)/(2k²) with b = h + 1.166; of b² where k is 0.
fn run_length(allowance: f64, limit: f64) -> f64 {
    let width = limit + BEYOND;
    let way = 2.0 * allowance * width;
    let one_side =
        if way < 1e-4 { width * width } else { (way.exp_m1() - way) / (2.0 * allowance * allowance) };
    one_side / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_limit_grows_with_the_answers() {
        assert!((run_length(0.1, 25.0) - 4_530.0).abs() < 15.0, "{}", run_length(0.1, 25.0));
        let limit = |allowance: f64, answers: u64| Cusum::for_answers(allowance, answers).unwrap().limit();
        let check = |allowance: f64, answers: u64| {
            let limit = limit(allowance, answers);
            let needed = answers as f64 / ALARMS;
            assert!(
                (run_length(allowance, limit) / needed - 1.0).abs() < 1e-6,
                "{allowance} {answers}: {limit}"
            );
        };
        [(0.0, 1_000), (1e-6, 1_000), (0.1, 226), (0.1, 320_000), (0.5, 1_000_000_000)]
            .into_iter()
            .for_each(|(allowance, answers)| check(allowance, answers));
        assert!((limit(0.1, 226) - 25.0).abs() < 0.1, "the default is that of a small bank");
        assert!(limit(0.1, 0) <= limit(0.1, 1) && Cusum::for_answers(f64::NAN, 9).is_err());
    }
}
