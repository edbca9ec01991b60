//! The ability of one person: what answers say about it, and how surely. The estimators that the engines share.
//!
//! - [`Likelihood`] is what the answers say, [`Prior`] what is believed before, [`Posterior`] both: on one [`Grid`].
//! - [`Answers`] gives maximum likelihood, maximum a posteriori and Warm's weighted likelihood with true errors.
//! - [`hierarchy`] gives each competence its own ability beside the general one.
//!
//! None of them sees the order in which answers were given.

mod estimate;
pub mod exponential;
mod grid;
pub mod hierarchy;
mod likelihood;
mod posterior;
mod prior;

pub use estimate::{Answers, Estimate, Method};
pub use grid::{Grid, GridError};
pub use likelihood::Likelihood;
pub(crate) use likelihood::whole;
pub use posterior::{Cumulative, Posterior};
pub use prior::{Prior, PriorError};
