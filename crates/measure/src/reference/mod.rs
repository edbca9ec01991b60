//! The reference's adaptive certification ("compat"), kept beside ours to compare with it and to read what it issued.
//!
//! A version of the test is a [`Bank`](crate::irt::Bank) and a [`Configuration`]; an [`Engine`] is both, checked. The
//! life of a test, seen from the caller:
//!
//! 1. [`Engine::next`] gives the next question with its [`Choice`]: the ranking, the draw, and a [`Reason`] for every
//!    item that was not retained; or says that the test is over.
//! 2. [`Engine::history`] gives the capacity and the error rate after each answer ([`Estimator`] is one test in progress).
//! 3. [`Engine::degradation`] simulates the questions that a candidate who left did not answer.
//! 4. [`Meshes`] turn the capacity into pix and back, [`CompetenceLevels`] read it in each competence.
//! 5. [`Situation::outcome`] gives the status and the automatic comment; [`complementary`] what is awarded beside it.
//!
//! [`v2`] is the certification of before (the same questions as the learner's own test, a rate of reproducibility, a
//! table), [`flash`] the adaptive test of 2022. [`replay`] recomputes recorded cases.
//!
//! Where the reference's arithmetic can break (0/0 on steep contradictory items, the root of a negative number), the
//! same formulas are computed in log space and bounded; elsewhere results agree to rounding.

pub mod complementary;
mod configuration;
mod degradation;
mod engine;
mod estimation;
pub mod flash;
mod level;
mod mesh;
mod outcome;
mod pick;
mod ranking;
pub mod replay;
mod rule;
mod success;
pub mod v2;

pub use configuration::{Configuration, ConfigurationError, Forced};
pub use degradation::Simulated;
pub use engine::{Choice, Engine, Next, Refusal};
pub use estimation::{Estimate, Estimator, Step, Variation};
pub use level::{CompetenceLevels, LevelInterval};
pub use mesh::{CoreMesh, Interval, IntervalError, Meshes, Scored, first_score};
pub use outcome::{Abort, Comment, Framework, Outcome, Situation, Status, scorable};
pub use pick::{Picked, draws, pick};
pub use ranking::{CANDIDATES, Candidate, rank};
pub use rule::{Accessibility, Circumstances, Compatibility, Reason};
pub use success::SuccessRange;
