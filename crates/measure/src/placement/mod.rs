//! Placement: pix, levels, what one answer proves, and the choice of the next question.
//!
//! The life of one answer, seen from the caller:
//!
//! 1. [`infer`] turns the verdict into elements: one direct, and the inferred ones of its tube.
//! 2. [`Knowledge::absorb`] puts them in force and reports what was set aside, and why.
//! 3. [`earned`] and [`Score`] give the pix and the level; [`level_up`] says whether to celebrate.
//! 4. [`next`] chooses the next question, or says that the test is over.
//!
//! An improving attempt works on [`Improvement::known`] instead of the whole knowledge.
//! [`replay`] recomputes recorded cases of the reference platform, whose rules are kept beside ours
//! where they differ: [`history::in_force`] (newest row wins, even an inferred one) and
//! [`Order::PreferenceFirst`] (easy tubes before the difficulty limit).

pub mod bayes;
mod choice;
pub mod cohort;
mod delay;
mod evidence;
pub mod history;
mod improvement;
mod inference;
mod knowledge;
mod level;
mod pix;
mod progress;
pub mod replay;
mod score;
mod selection;
mod skill;
mod status;
mod target;

pub use choice::{draw, mix};
pub use delay::{Delays, remaining_days};
pub use evidence::{Evidence, Outcome, Source};
pub use improvement::{IMPROVEMENT_AGE_MS, Improvement, reopen};
pub use inference::infer;
pub use knowledge::{Absorbed, Knowledge, Reason, SetAside};
pub use level::{Level, predicted, probability};
pub use pix::{Listing, Pix, pix_values};
pub use progress::Progress;
pub use score::{CERTIFIABLE_COMPETENCES, LEVEL_PIX, Score, certifiable, earned, level_up, total};
pub use selection::{Next, Order, Selection, next};
pub use skill::{Skill, SkillId, TubeId};
pub use status::{Evaluation, Status, status};
pub use target::{Challenge, Target, Targets};
