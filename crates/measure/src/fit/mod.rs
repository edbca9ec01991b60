//! Whether items and persons behave as the model says.
//!
//! - Items: [`score_fit`] (S-X²: Orlando and Thissen, 2000), [`MeanSquares`] (outfit and infit: Wright and Masters,
//!   1982).
//! - Groups: [`mantel_haenszel`] (Holland and Thayer, 1988) and [`logistic`] (Swaminathan and Rogers, 1990) find
//!   items that favour a group among persons of the same ability; [`comparisons`] puts these side by side.
//! - Time: [`Cusum`] finds items that become easier or harder, answer after answer (Veerkamp and Glas, 2000);
//!   [`displacements`] those that did so between two calibrations (Raju, 1988, 1990).
//! - Persons: [`person_fit`] (lz*: Snijders, 2001), [`similarity`] (Wollack, 1997; van der Linden and Sotaridona, 2006),
//!   of many persons [`likenesses`], and [`Paces`] (van der Linden, 2006).
//!
//! [`holm`] adjusts many probabilities at once (Holm, 1979).
//!
//! All of it is a reason to look closer, never a verdict: of a hundred honest persons or sound items, five lie beyond
//! the 5 % mark.

mod curve;
mod cusum;
mod displacement;
mod displacement_refusal;
mod distribution;
mod form;
mod holm;
mod likeness;
mod link;
mod logistic;
mod lz;
mod mantel_haenszel;
mod matching;
mod mean_squares;
mod pace;
mod refusal;
mod remeasured;
mod score_fit;
mod similarity;

pub use curve::{Curve, Marked};
pub use cusum::{Cusum, Drift};
pub use displacement::{Displacement, Displacements, Linking, displacements};
pub use displacement_refusal::{DisplacementError, FEWEST_LINKS};
pub use distribution::{chi_square_tail, normal_tail};
pub use holm::{holm, holm_smallest};
pub use likeness::{Likeness, Likenesses, Pairing, Participant, Weighed, likenesses};
pub use link::Link;
pub use logistic::{LogisticDif, Placed, logistic};
pub use lz::{Estimator, PersonFit, lz, person_fit};
pub use mantel_haenszel::{Class, MantelHaenszel, Matched, mantel_haenszel};
pub use matching::{Comparison, comparisons};
pub use mean_squares::MeanSquares;
pub use pace::{Paces, Timed};
pub use refusal::FitError;
pub use remeasured::{Measured, Remeasured};
pub use score_fit::{ScoreFit, score_fit};
pub use similarity::{Pair, Similarity, similarity};
