//! What one request cost: its statements and its commits.
//!
//! [`count`] wraps a future; every statement run by it, in the same task, is noted. A test wraps the handling of one
//! request and asserts its budget. Without a wrapper nothing is kept.

use std::cell::RefCell;
use std::future::Future;

/// The statements and commits of one counted piece of work.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tally {
    /// The statements, in order, as written in this room.
    pub statements: Vec<&'static str>,
    /// How many transactions were committed.
    pub commits: usize,
}

tokio::task_local! {
    static TALLY: RefCell<Tally>;
}

/// Runs `work` and tells what it asked of the database.
pub async fn count<T>(work: impl Future<Output = T>) -> (T, Tally) {
    TALLY
        .scope(RefCell::default(), async {
            let outcome = work.await;
            (outcome, TALLY.with(RefCell::take))
        })
        .await
}

pub(super) fn note_statement(sql: &'static str) {
    // Nobody counts outside of `count`: nothing to do then.
    let _ = TALLY.try_with(|tally| tally.borrow_mut().statements.push(sql));
}

pub(super) fn note_commit() {
    let _ = TALLY.try_with(|tally| tally.borrow_mut().commits += 1);
}
