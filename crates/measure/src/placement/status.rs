//! How far a learner is with one competence.

/// What is shown on the card of a competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// Nothing was ever answered here.
    NotStarted,
    /// Something is known, but the last attempt is not finished.
    Started,
    /// The last attempt is finished.
    Completed,
}

/// The state of the evaluation of a competence, when there is one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Evaluation {
    /// It was reset, and not started again.
    Reset,
    /// It is under way; its last attempt is started or aborted.
    Open,
    /// Its last attempt is completed.
    Completed,
}

/// The status of a competence. Without an evaluation, or after a reset, an element in force (from a
/// campaign, say) is enough to be started.
pub fn status(evaluation: Option<Evaluation>, anything_in_force: bool) -> Status {
    match evaluation {
        Some(Evaluation::Completed) => Status::Completed,
        Some(Evaluation::Open) => Status::Started,
        Some(Evaluation::Reset) | None if anything_in_force => Status::Started,
        Some(Evaluation::Reset) | None => Status::NotStarted,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_status_follows_the_evaluation_then_the_knowledge() {
        let check = |evaluation, in_force, expected| {
            assert_eq!(status(evaluation, in_force), expected, "{evaluation:?} {in_force}");
        };
        check(None, false, Status::NotStarted);
        check(None, true, Status::Started);
        check(Some(Evaluation::Reset), false, Status::NotStarted);
        check(Some(Evaluation::Reset), true, Status::Started);
        check(Some(Evaluation::Open), false, Status::Started);
        check(Some(Evaluation::Open), true, Status::Started);
        check(Some(Evaluation::Completed), false, Status::Completed);
        check(Some(Evaluation::Completed), true, Status::Completed);
    }
}
