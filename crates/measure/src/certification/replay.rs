//! The same test again: version, exposure, tryouts, candidate, seed and answers give every step, with its reasons.

use super::{Choice, Ending, Next, Sitting};
use crate::irt::ItemIndex;

/// An answer as it was kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Recorded {
    /// The item.
    pub item: ItemIndex,
    /// Whether it was right.
    pub right: bool,
    /// The seconds it took.
    pub seconds: u32,
}

/// Where a replay leaves the record.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ReplayError {
    /// Another item is asked.
    AnotherItem {
        /// The question, from 1.
        position: usize,
        /// The item on record.
        recorded: ItemIndex,
        /// The item asked.
        asked: ItemIndex,
    },
    /// The test is over already.
    Over {
        /// The question, from 1.
        position: usize,
        /// Why.
        ending: Ending,
    },
}

impl std::fmt::Display for ReplayError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::AnotherItem { position, recorded, asked } => write!(
                out,
                "question {position}: item {recorded} on record, item {asked} asked; expected the version, the \
                 exposure, the tryouts, the candidate and the seed of the record"
            ),
            Self::Over { position, ending } => {
                write!(out, "question {position} is on record, but the test is over: {ending:?}")
            }
        }
    }
}

impl std::error::Error for ReplayError {}

/// Takes a recorded test again, items tried out included. `begun` is the same test before its first question; `each` is shown the test at every choice: [`Sitting::considered`] then says for every
/// item of the bank why it was not asked.
///
/// # Errors
/// [`ReplayError`] at the first question that differs.
pub fn replay<'a>(
    begun: Sitting<'a>,
    answers: &[Recorded],
    mut each: impl FnMut(&Sitting<'a>, &Choice),
) -> Result<Sitting<'a>, ReplayError> {
    let mut sitting = begun;
    for (position, recorded) in (1..).zip(answers) {
        let choice = match sitting.ask() {
            Next::Ask(choice) => choice,
            Next::End(ending) => return Err(ReplayError::Over { position, ending }),
        };
        each(&sitting, &choice);
        if choice.item != recorded.item {
            let (recorded, asked) = (recorded.item, choice.item);
            return Err(ReplayError::AnotherItem { position, recorded, asked });
        }
        // The question was just asked: an answer finds it.
        let _ = sitting.answer(recorded.right, recorded.seconds);
    }
    Ok(sitting)
}
