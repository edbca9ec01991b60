//! How much an answer may mislead: slips, lucky guesses, and questions passed over.

use super::{Day, Tally};

/// The number of equally likely answers among which a learner who does not know picks: the number
/// of options of a choice, or a large number for an answer that must be produced.
///
/// It is the only thing the evidence keeps of a question, in one byte. For a choice of several
/// options, a set or an order, give the number that makes `1 / n` the probability of a lucky hit.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Ways(pub u8);

impl Ways {
    /// A text or a number to type: a guess succeeds once in fifty.
    pub const PRODUCED: Ways = Ways(50);

    /// Whether the answer is made rather than chosen.
    pub fn is_produced(self) -> bool {
        self >= Ways::PRODUCED
    }

    /// The probability that a guess is right: `1 / n`, for n of at least 2.
    pub fn guess(self) -> f64 {
        1.0 / f64::from(self.0.max(2))
    }
}

/// The two error rates of an answer (the DINA model: Junker and Sijtsma, 2001).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Noise {
    /// The probability that a learner who masters the skill fails.
    pub slip: f64,
    /// The probability that a learner who does not master the skill succeeds.
    pub guess: f64,
}

impl Noise {
    /// The probability of a right answer, when the skill is mastered with this probability.
    pub fn success(self, mastered: f64) -> f64 {
        mastered * (1.0 - self.slip) + (1.0 - mastered) * self.guess
    }
}

/// What the evidence is worth, which is configuration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Trust {
    /// The usual slip of an answer chosen among options.
    pub slip_chosen: f64,
    /// The usual slip of an answer produced: typing errs too.
    pub slip_produced: f64,
    /// How often a learner who masters the skill passes, for once that one who does not passes. A
    /// wrong answer has about 0.06 here: passing says less, it may be haste or tiredness.
    pub pass_ratio: f64,
    /// The days after which a success weighs half.
    pub success_half_life: f64,
    /// The days after which a failure weighs half: learners learn, so failures age fast.
    pub failure_half_life: f64,
}

impl Default for Trust {
    fn default() -> Self {
        Trust {
            slip_chosen: 0.05,
            slip_produced: 0.07,
            pass_ratio: 0.25,
            success_half_life: 730.0,
            failure_half_life: 8.0,
        }
    }
}

/// Error rates stay within these bounds: no answer is ever a proof, nor speaks for its opposite.
const BOUNDS: (f64, f64) = (0.001, 0.45);

impl Trust {
    /// The error rates of an answer to a question with so many ways, for a learner so many times as
    /// prone to errors as usual.
    pub fn noise(&self, ways: Ways, prone: f64) -> Noise {
        let slip = if ways.is_produced() { self.slip_produced } else { self.slip_chosen };
        Noise { slip: bounded(slip * prone), guess: bounded(ways.guess() * prone) }
    }

    /// The log-likelihoods of a tally when its skill is mastered and when it is not.
    ///
    /// An answer of age a weighs `2^(−a / half-life)`: its likelihood is raised to that power, so
    /// that what is old falls back to what is thought before any answer.
    pub(super) fn log_likelihoods(&self, tally: &Tally, now: Day, prone: f64) -> (f64, f64) {
        let Noise { slip, guess } = self.noise(tally.ways, prone);
        let pass = self.pass_ratio.max(BOUNDS.0).min(1.0);
        let right = f64::from(tally.right) * tally.last_right.weight(now, self.success_half_life);
        let missed = tally.last_missed.weight(now, self.failure_half_life);
        let (wrong, passed) = (f64::from(tally.wrong) * missed, f64::from(tally.passed) * missed);
        let mastered = right * (1.0 - slip).ln() + wrong * slip.ln() + passed * pass.ln();
        (mastered, right * guess.ln() + wrong * (1.0 - guess).ln())
    }
}

/// The rate brought within the bounds; a rate that is not a number is the least one.
fn bounded(rate: f64) -> f64 {
    rate.max(BOUNDS.0).min(BOUNDS.1)
}

#[cfg(test)]
mod tests {
    use super::super::super::SkillId;
    use super::*;

    #[test]
    fn rates_follow_the_ways_within_bounds() {
        let check = |ways, prone, slip: f64, guess: f64| {
            let got = Trust::default().noise(Ways(ways), prone);
            assert!((got.slip - slip).abs() < 1e-12 && (got.guess - guess).abs() < 1e-12, "{ways} {got:?}");
        };
        check(4, 1.0, 0.05, 0.25);
        check(50, 1.0, 0.07, 0.02);
        check(0, 1.0, 0.05, 0.45);
        check(4, 0.0, 0.001, 0.001);
        check(4, f64::NAN, 0.001, 0.001);
        check(4, 100.0, 0.45, 0.45);
    }

    #[test]
    fn a_pass_says_less_than_a_wrong_answer_and_age_weakens_both() {
        let ratio = |wrong, passed, day| {
            let (skill, ways, last_missed) = (SkillId(1), Ways(4), Day(day));
            let tally = Tally { skill, ways, right: 0, wrong, passed, last_right: Day(0), last_missed };
            let (mastered, not) = Trust::default().log_likelihoods(&tally, Day(100), 1.0);
            mastered - not
        };
        let check = |less: f64, more: f64| assert!(more < less && less < 0.0, "{less} {more}");
        check(ratio(0, 1, 100), ratio(1, 0, 100));
        check(ratio(1, 0, 92), ratio(1, 0, 100));
        check(ratio(1, 0, 100), ratio(2, 0, 100));
        assert!((ratio(1, 0, 92) * 2.0 - ratio(1, 0, 100)).abs() < 1e-12);
    }
}
