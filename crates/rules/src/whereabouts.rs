//! Where somebody is in a test at this moment, for the teacher in the room: at which question, and who may need help.

/// After so long without an answer somebody may need help, in milliseconds: five minutes.
const STILL_AFTER: i64 = 5 * MINUTE;
/// After so long without an answer somebody has left the room, in milliseconds: an hour.
const AWAY_AFTER: i64 = 60 * MINUTE;
const MINUTE: i64 = 60_000;

/// What a try shows of itself without what was answered.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Trace {
    /// When it began, in unix milliseconds.
    pub started_at: i64,
    /// How many answers were given; none where there is no test.
    pub answers: Option<u32>,
    /// When the last of them came.
    pub answered_at: Option<i64>,
    /// Whether it is over.
    pub completed: bool,
    /// Whether it was sent.
    pub sent: bool,
}

/// Where somebody is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Whereabouts {
    /// No answer for a while: may need help.
    Still(Pace),
    /// At a question.
    Working(Pace),
    /// Did not begin.
    NotBegun,
    /// Began, and left: no answer for so long that they are not in the room.
    Away(Pace),
    /// At the end; nothing was sent.
    Done,
    /// At the end; the result was sent.
    Sent,
}

/// How somebody advances.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pace {
    /// The number of the question, from 1; none where there is no test.
    pub question: Option<u32>,
    /// Whole minutes since the last answer, or since the beginning.
    pub minutes: u32,
}

impl Whereabouts {
    /// Where somebody is at an instant; `None` stands for a try that does not exist.
    #[must_use]
    pub fn at(now: i64, trace: Option<Trace>) -> Self {
        match trace {
            None => Self::NotBegun,
            Some(Trace { sent: true, .. }) => Self::Sent,
            Some(Trace { completed: true, .. }) => Self::Done,
            Some(trace) => under_way(now, trace),
        }
    }
}

fn under_way(now: i64, trace: Trace) -> Whereabouts {
    let rest = (now - trace.answered_at.unwrap_or(trace.started_at)).max(0);
    let minutes = u32::try_from(rest / MINUTE).unwrap_or(u32::MAX);
    let pace = Pace { question: trace.answers.map(|answers| answers.saturating_add(1)), minutes };
    match rest {
        AWAY_AFTER.. => Whereabouts::Away(pace),
        STILL_AFTER.. => Whereabouts::Still(pace),
        _ => Whereabouts::Working(pace),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: i64 = 1_000 * MINUTE;

    fn begun(answers: Option<u32>, answered_ago: Option<i64>, started_ago: i64) -> Trace {
        let answered_at = answered_ago.map(|ago| NOW - ago);
        Trace { started_at: NOW - started_ago, answers, answered_at, completed: false, sent: false }
    }

    const fn pace(question: Option<u32>, minutes: u32) -> Pace {
        Pace { question, minutes }
    }

    #[test]
    fn a_test_under_way_is_told_by_its_last_answer() {
        for (trace, expected) in [
            (begun(Some(0), None, 0), Whereabouts::Working(pace(Some(1), 0))),
            (begun(Some(6), Some(MINUTE - 1), 30 * MINUTE), Whereabouts::Working(pace(Some(7), 0))),
            (begun(Some(6), Some(STILL_AFTER - 1), 30 * MINUTE), Whereabouts::Working(pace(Some(7), 4))),
            (begun(Some(6), Some(STILL_AFTER), 30 * MINUTE), Whereabouts::Still(pace(Some(7), 5))),
            // Who never answered is told by the beginning.
            (begun(Some(0), None, STILL_AFTER), Whereabouts::Still(pace(Some(1), 5))),
            (begun(Some(6), Some(AWAY_AFTER - 1), AWAY_AFTER), Whereabouts::Still(pace(Some(7), 59))),
            (begun(Some(6), Some(AWAY_AFTER), 2 * AWAY_AFTER), Whereabouts::Away(pace(Some(7), 60))),
            // A profile that is not sent yet has no question.
            (begun(None, None, MINUTE), Whereabouts::Working(pace(None, 1))),
            // Another node's clock is a little ahead.
            (begun(Some(2), Some(-MINUTE), MINUTE), Whereabouts::Working(pace(Some(3), 0))),
        ] {
            assert_eq!(Whereabouts::at(NOW, Some(trace)), expected, "{trace:?}");
        }
    }

    #[test]
    fn whatever_is_over_is_not_still() {
        let old = begun(Some(0), None, AWAY_AFTER);
        for (trace, expected) in [
            (None, Whereabouts::NotBegun),
            (Some(Trace { completed: true, ..old }), Whereabouts::Done),
            (Some(Trace { completed: true, sent: true, ..old }), Whereabouts::Sent),
        ] {
            assert_eq!(Whereabouts::at(NOW, trace), expected, "{trace:?}");
        }
    }
}
