//! Calibration: the discriminations and difficulties of items, and the means and deviations of groups of persons,
//! from answers alone.
//!
//! The model is logistic: a person of ability θ answers right with probability c + (1 − c)/(1 + exp(α(δ − θ))).
//! Abilities are unknown; they are integrated out over their normal law, and the items are put where the
//! probability of all the answers, times the priors, is greatest (marginal maximum likelihood by EM: Bock and
//! Aitkin, 1981; with priors: Mislevy, 1986).
//!
//! What makes it fast:
//!
//! - ln P − ln(1 − P) is linear in θ, so a right answer costs two sums and never a row of the grid;
//! - a person who met most items is counted as everybody minus the items not met, so complete data cost one addition
//!   per answer whatever the grid;
//! - location and scale, which plain EM finds slowly, are found at once by expanding the model with the mean and
//!   deviation of the abilities (parameter expansion: Liu, Rubin and Wu, 1998), and what is left is extrapolated
//!   (SQUAREM: Varadhan and Roland, 2008).
//!
//! Without anchors the first group is standard normal, which fixes the scale. With anchors every group has a free
//! mean and deviation, and the anchors fix the scale (Kim, 2006).
//!
//! Persons are cut in pieces whose number depends on the data only, and their sums are added in order: the result is
//! the same to the last bit whatever the number of threads.

mod admission;
mod ascent;
mod curvature;
mod estimate;
mod expectation;
mod grid;
mod latent;
mod lists;
mod maximisation;
mod options;
mod pieces;
mod point;
mod posterior;
mod precision;
mod refusal;
mod responses;
mod symmetric;
mod tables;

pub use estimate::{Ability, Calibration, Errors, Group, ItemEstimate, calibrate};
pub use options::{Anchor, Model, Options, Prior, Priors, Start};
pub use refusal::{CalibrationError, ResponsesError};
pub use responses::{Answer, Responses};
