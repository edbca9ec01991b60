//! People who do not exist, whose true ability is known: how well does a certification find it?
//!
//! 1. [`Population`] draws [`Examinee`]s who answer as a [`Behaviour`] says: slips, guesses, items of a competence that
//!    hang together, leaving before the end. [`bank()`] draws items; [`design`] has the versions that are compared.
//! 2. [`examine`] lets them take the test of an [`Engine`]: ours or the reference's.
//! 3. [`Figures`] sums up what was seen, over everybody and by ability; [`Exposure`] the use of the bank;
//!    [`Confusion`] the levels given against the true ones.
//!
//! Chance is a seed: the same seed gives the same people and the same answers, whoever asks the questions and with
//! however many threads. So engines are compared on the same answers of the same people.

mod bank;
mod behaviour;
pub mod chance;
mod cohort;
mod confusion;
pub mod design;
mod engine;
mod examinee;
mod exposure;
mod figures;
mod runs;
mod taken;

pub use bank::bank;
pub use behaviour::{Behaviour, BehaviourError};
pub use cohort::{Cohort, REFRESH, examine, examine_trying};
pub use confusion::Confusion;
pub use engine::Engine;
pub use examinee::{Examinee, Population};
pub use exposure::Exposure;
pub use figures::{Figures, Stratum};
pub(crate) use figures::{mean, share};
pub use runs::each;
pub use taken::{Asked, Close, Taken};
