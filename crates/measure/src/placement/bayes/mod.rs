//! A placement that bears with errors: one answer never decides alone.
//!
//! For each tube it holds a distribution over the hardest level mastered; tubes are tied by a general
//! level. Learners slip, guess and pass, more or less often.
//!
//! The life of one answer, seen from the caller:
//!
//! 1. [`Course::new`], once per competence, release and language: the targets, and for each question
//!    the number of its [`Ways`] (options of a choice; [`Ways::PRODUCED`] for what is typed).
//! 2. [`Tallies::add`] takes the [`Answer`] in. The learner's state keeps the [`Tally`]s, ten bytes
//!    for each skill asked: `Tally::encode`, `Tally::decode`. They are sums over the answers, in any
//!    order, and never reset by an improvement, which just goes on from them.
//! 3. [`step`] chooses the next question, or says why the attempt is over.
//! 4. [`Estimate::new`] gives pix, level, certainty and range; [`Change::between`] two estimates is
//!    what to say about the answers in between.
//!
//! Nothing here is drawn: the seed of the attempt breaks ties.

mod change;
mod choice;
mod course;
mod estimate;
mod gain;
mod noise;
mod posterior;
mod scale;
mod sum;
mod tally;

pub use change::{Change, Moved};
pub use choice::{End, Plan, Situation, Step, step};
pub use course::Course;
pub use estimate::{Estimate, Reached};
pub use noise::{Noise, Trust, Ways};
pub use tally::{Answer, Day, Reply, TALLY_BYTES, Tallies, Tally};
