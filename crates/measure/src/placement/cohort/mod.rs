//! Learners who do not exist, whose true level is known: how well does each placement find it?

mod competence;
mod departure;
mod learner;
mod report;
mod sitting;

pub use competence::{Competence, WAYS};
pub use departure::Departure;
pub use learner::{Learner, SPREADS, TRUE_NOISE, chance};
pub use report::{PARTS, Report, Row};
pub use sitting::{Sitting, bayes, exhaustive, reference};

/// The highest reachable level of the simulations.
pub const CEILING: u8 = 7;
