//! Our certification engine: an adaptive test that measures one ability, says how surely, and can be replayed.
//!
//! The life of a test, seen from the caller:
//!
//! 1. [`Version`] is made once of a [`Pool`] and [`Settings`]; [`Exposure`] comes from the [`Counts`] of past tests.
//! 2. [`Sitting::new`] begins a test; [`Sitting::ask`] chooses a question or ends it; [`Sitting::answer`] takes note.
//! 3. [`Sitting::score`] gives the issued score with its band and the probability of each mesh and certificate,
//!    [`Sitting::levels`] those of the competences, [`Sitting::abandoned`] what a test left unfinished is worth.
//! 4. [`Counts::record`] counts what was asked, for the tests to come.
//!
//! Items on trial are slipped in among those that count with [`Sitting::trying`], and [`Tryouts`] counts their answers.
//!
//! [`replay()`] takes a recorded test again, with the reason for each choice and each rejected item.
//!
//! Choices go by the expected ability of a member of the population, the issued score by an estimate that knows no
//! population; neither sees the order of the answers.

mod abandonment;
mod counts;
mod exposure;
pub mod index;
mod pool;
mod quotas;
mod ranking;
mod replay;
mod rules;
mod scale;
mod score;
mod selection;
mod sitting;
mod step;
mod stopping;
mod table;
mod tryouts;
mod version;

pub use abandonment::Abandonment;
pub use counts::{Counts, CountsError};
pub use exposure::{Exposure, Limits, LimitsError, Means};
pub use pool::{Pool, PoolError, Traits};
pub use quotas::{Domain, QuotasError};
pub use ranking::{Ranked, Ranking};
pub use replay::{Recorded, ReplayError, replay};
pub use rules::{Candidate, Distinct, Rejection, Relaxation, Rules};
pub use scale::{Scale, ScaleError, Worth};
pub use score::{Band, Certainty, CompetenceLevel, Levels, Pattern, Score};
pub use sitting::Sitting;
pub use step::{Choice, Considered, Ending, Next, NothingAsked, Step, Why};
pub use stopping::{Goal, Stopping, StoppingError};
pub use tryouts::Tryouts;
pub use version::{Criterion, Randomness, Settings, Threshold, Version, VersionError};
