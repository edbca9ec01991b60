//! How people answer who are not quite as the model says.

/// How a simulated person departs from the model. By default not at all.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Behaviour {
    /// The probability of failing at what one can do.
    pub slip: f64,
    /// The probability of succeeding at what one cannot do: with P of the model, a right answer has probability
    /// g + (1 − g − s)·P (the four-parameter model: Barton and Lord, 1981).
    pub guess: f64,
    /// The deviation of what a person knows of a competence beyond the ability: answers to items of one competence
    /// hang together (a testlet effect: Bradlow, Wainer and Wang, 1999).
    pub dependence: f64,
    /// The probability of leaving the test before each question but the first.
    pub leave: f64,
}

/// Why people cannot answer so.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum BehaviourError {
    /// A probability is none.
    Probability {
        /// Which.
        name: &'static str,
        /// Its value.
        given: f64,
    },
    /// Slips and guesses leave nothing to ability.
    NothingLeft {
        /// The slip.
        slip: f64,
        /// The guess.
        guess: f64,
    },
    /// The dependence is not a deviation.
    Dependence(f64),
}

impl std::fmt::Display for BehaviourError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Probability { name, given } => {
                write!(out, "{name} {given}: expected a probability, from 0 to below 1")
            }
            Self::NothingLeft { slip, guess } => {
                write!(
                    out,
                    "slip {slip} and guess {guess}: expected a sum below 1, or ability counts for nothing"
                )
            }
            Self::Dependence(given) => {
                write!(out, "dependence {given}: expected the deviation of a testlet effect, from 0 to 5")
            }
        }
    }
}

impl std::error::Error for BehaviourError {}

impl Behaviour {
    /// Tells what is wrong with it, if anything.
    ///
    /// # Errors
    /// [`BehaviourError`], with the number that is not one.
    pub fn check(&self) -> Result<(), BehaviourError> {
        let Self { slip, guess, dependence, leave } = *self;
        for (name, given) in [("slip", slip), ("guess", guess), ("leave", leave)] {
            if !(0.0..1.0).contains(&given) {
                return Err(BehaviourError::Probability { name, given });
            }
        }
        if slip + guess >= 1.0 {
            return Err(BehaviourError::NothingLeft { slip, guess });
        }
        if !(0.0..=5.0).contains(&dependence) {
            return Err(BehaviourError::Dependence(dependence));
        }
        Ok(())
    }

    /// The probability of a right answer where the model says P.
    pub(super) fn success(&self, probability: f64) -> f64 {
        self.guess + (1.0 - self.guess - self.slip) * probability
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn who_cannot_answer_so_is_told_why() {
        let check = |behaviour: Behaviour, expected: &str| {
            let error = behaviour.check().unwrap_err().to_string();
            assert!(error.contains(expected), "{error}");
        };
        let none = Behaviour::default();
        check(Behaviour { slip: -0.1, ..none }, "slip -0.1");
        check(Behaviour { guess: f64::NAN, ..none }, "guess NaN");
        check(Behaviour { leave: 1.0, ..none }, "leave 1");
        check(Behaviour { slip: 0.5, guess: 0.5, ..none }, "a sum below 1");
        check(Behaviour { dependence: f64::INFINITY, ..none }, "dependence inf");
        assert!(none.check().is_ok());
    }
}
