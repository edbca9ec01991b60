//! Group commit: many writers, one writing connection, one write to disk for all who are there together.
//!
//! SQLite has one writer at a time, and with `synchronous=FULL` each COMMIT waits for the disk. So writers stand in
//! line before a *desk* (the connection) and share one `BEGIN IMMEDIATE` transaction, each inside its own savepoint:
//!
//! ```text
//! A: BEGIN IMMEDIATE, SAVEPOINT, work, RELEASE ── waits ──────────────────────┐
//! B:        (in line)                           SAVEPOINT, work, RELEASE ─ … ─┤
//! C:        (in line)                             SAVEPOINT, fails, ROLLBACK TO│ (alone)
//! D:        (in line)                                SAVEPOINT, work, RELEASE ─┤
//!                                                    nobody in line: COMMIT ───┴─ A, B and D are told
//! ```
//!
//! - [`Line::turn`] takes the desk when it rests, otherwise joins the line. A [`Turn`] *is* the right to use the desk.
//! - [`Turn::finish`] releases the savepoint, leaves a reply address in the batch and gives the desk up.
//! - Giving the desk up ([`Line::pass_on`]) is the only place that decides: the batch is full ([`FULL`] writers) or its
//!   first member has waited [`WINDOW`]: commit, then hand on; somebody in line: hand on; nobody: commit, then rest.
//! - A turn that is dropped (refusal, panic, cancelled request) rolls back its own savepoint, then gives the desk up
//!   like any other; so the desk can be lost by nobody, and whoever is last commits for those who wait. A turn sent to
//!   somebody who has gone comes back, or is dropped in their letter box: the same path again.
//! - When the common COMMIT fails, or SQLite gives the whole transaction up by itself (disk full, I/O error), every
//!   member of the batch is told the error: nothing of it is reported as a success.
//!
//! Under light load a writer is alone and commits at once. Under load the batches grow by themselves, because the
//! others arrive while one waits for the disk. A success is reported only after the COMMIT that contains it.

use std::collections::VecDeque;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use rusqlite::Connection;
use tokio::sync::oneshot;
use tokio::time::Instant;

use super::error::{Error, Result};

/// The most writers that share one commit.
const FULL: usize = 128;
/// The longest that a finished writer lets others join before the commit.
const WINDOW: Duration = Duration::from_millis(2);
/// Between two attempts while another program holds the file's write lock.
const RETRY: Duration = Duration::from_millis(5);

/// The writers of one database file, in order of arrival.
pub(crate) struct Line {
    state: Mutex<State>,
    commits: AtomicU64,
}

struct State {
    resting: Option<Desk>,
    waiting: VecDeque<oneshot::Sender<Turn>>,
    closed: bool,
}

/// The writing connection, and those whose work is in the open transaction.
struct Desk {
    connection: Connection,
    open: bool,
    batch: Vec<oneshot::Sender<Result<()>>>,
    first: Option<Instant>,
}

/// The right to write, for one transaction.
pub(crate) struct Turn {
    /// Absent only when the turn has been given up.
    desk: Option<Desk>,
    /// Whether this turn's savepoint is open.
    inside: bool,
    line: Arc<Line>,
}

impl Line {
    pub(crate) fn new(connection: Connection) -> Arc<Self> {
        let desk = Desk { connection, open: false, batch: Vec::new(), first: None };
        let state = State { resting: Some(desk), waiting: VecDeque::new(), closed: false };
        Arc::new(Self { state: Mutex::new(state), commits: AtomicU64::new(0) })
    }

    /// Waits for the desk, then opens a savepoint in the shared transaction.
    pub(crate) async fn turn(self: &Arc<Self>, patience: Duration) -> Result<Turn> {
        let deadline = Instant::now() + patience;
        let mut turn = match self.take_or_join()? {
            Place::Desk(turn) => turn,
            Place::InLine(letter) => {
                let answer = tokio::time::timeout_at(deadline, letter).await.map_err(|_| Error::Busy)?;
                answer.map_err(|_| closed())?
            }
        };
        turn.open(deadline).await?;
        Ok(turn)
    }

    /// Tells whether nobody is waiting for the desk.
    pub(crate) fn is_quiet(&self) -> bool {
        self.state().waiting.is_empty()
    }

    /// How many times the disk was written for good.
    pub(crate) fn commits(&self) -> u64 {
        self.commits.load(Ordering::Relaxed)
    }

    /// Refuses new writers; the writer at the desk and those in line finish.
    pub(crate) fn close(&self) {
        let mut state = self.state();
        state.closed = true;
        state.resting = None;
    }

    fn take_or_join(self: &Arc<Self>) -> Result<Place> {
        let mut state = self.state();
        if state.closed {
            return Err(closed());
        }
        Ok(match state.resting.take() {
            Some(desk) => Place::Desk(self.seat(desk)),
            None => {
                let (sender, letter) = oneshot::channel();
                state.waiting.push_back(sender);
                Place::InLine(letter)
            }
        })
    }

    fn seat(self: &Arc<Self>, desk: Desk) -> Turn {
        Turn { desk: Some(desk), inside: false, line: self.clone() }
    }

    /// Gives the desk to the next in line, or commits for all and lets it rest. Never holds the lock while it commits.
    fn pass_on(self: &Arc<Self>, mut desk: Desk) {
        if desk.is_due() {
            desk.settle(&self.commits);
        }
        loop {
            let mut state = self.state();
            if let Some(next) = state.waiting.pop_front() {
                drop(state);
                let Err(mut refused) = next.send(self.seat(desk)) else { return };
                // They have gone: the turn comes back, with its desk.
                let Some(back) = refused.desk.take() else { return };
                desk = back;
            } else if desk.open {
                drop(state);
                desk.settle(&self.commits);
            } else {
                if !state.closed {
                    state.resting = Some(desk);
                }
                return;
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

enum Place {
    Desk(Turn),
    InLine(oneshot::Receiver<Turn>),
}

fn closed() -> Error {
    Error::Lost("the database is closed".to_owned())
}

impl Turn {
    /// Runs something on the writing connection; when it fails, sees whether the shared transaction survived.
    pub(crate) fn run<T>(&mut self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let desk = self.desk.as_mut().ok_or(Error::Aborted)?;
        let outcome = work(&desk.connection);
        if let Err(error) = &outcome
            && desk.open
            && desk.connection.is_autocommit()
        {
            self.inside = false;
            desk.give_up(error);
        }
        outcome
    }

    /// Adds this turn's work to the batch and gives the desk up; the letter tells what became of the common commit.
    pub(crate) fn finish(mut self) -> Result<oneshot::Receiver<Result<()>>> {
        self.run(|connection| perform(connection, "RELEASE writer"))?;
        self.inside = false;
        let desk = self.desk.as_mut().ok_or(Error::Aborted)?;
        let (sender, letter) = oneshot::channel();
        desk.batch.push(sender);
        desk.first.get_or_insert_with(Instant::now);
        Ok(letter)
    }

    pub(crate) fn is_last(&self) -> bool {
        self.line.is_quiet()
    }

    async fn open(&mut self, deadline: Instant) -> Result<()> {
        let desk = self.desk.as_mut().ok_or(Error::Aborted)?;
        while !desk.open {
            match desk.begin() {
                Err(Error::Busy) if Instant::now() < deadline => tokio::time::sleep(RETRY).await,
                outcome => outcome?,
            }
        }
        self.run(|connection| perform(connection, "SAVEPOINT writer"))?;
        self.inside = true;
        Ok(())
    }
}

impl Drop for Turn {
    fn drop(&mut self) {
        let Some(mut desk) = self.desk.take() else { return };
        if self.inside {
            desk.undo();
        }
        self.line.pass_on(desk);
    }
}

impl Desk {
    fn is_due(&self) -> bool {
        self.batch.len() >= FULL || self.first.is_some_and(|first| first.elapsed() >= WINDOW)
    }

    fn begin(&mut self) -> Result<()> {
        if !self.connection.is_autocommit() {
            // A rollback failed earlier: nothing of it was reported, nothing of it may stay.
            perform(&self.connection, "ROLLBACK")?;
        }
        perform(&self.connection, "BEGIN IMMEDIATE")?;
        self.open = true;
        Ok(())
    }

    /// Takes the last writer's work away and leaves the others' as it is.
    fn undo(&mut self) {
        let undone = perform(&self.connection, "ROLLBACK TO writer")
            .and_then(|()| perform(&self.connection, "RELEASE writer"));
        if let Err(error) = undone {
            self.give_up(&error);
        }
    }

    /// Ends the shared transaction and tells every member of the batch.
    fn settle(&mut self, commits: &AtomicU64) {
        if self.batch.is_empty() {
            return self.give_up(&Error::Aborted);
        }
        match perform(&self.connection, "COMMIT") {
            Err(error) => self.give_up(&error),
            Ok(()) => {
                commits.fetch_add(1, Ordering::Relaxed);
                self.tell(&Ok(()));
            }
        }
    }

    /// Rolls the shared transaction back; whoever waits for its commit is told why.
    fn give_up(&mut self, error: &Error) {
        if !self.connection.is_autocommit()
            && let Err(worse) = perform(&self.connection, "ROLLBACK")
        {
            tracing::error!(%worse, "a rollback failed; it is tried again before the next transaction");
        }
        self.tell(&Err(error.clone()));
    }

    fn tell(&mut self, outcome: &Result<()>) {
        self.open = false;
        self.first = None;
        for member in self.batch.drain(..) {
            // Whoever has gone does not need to know.
            let _ = member.send(outcome.clone());
        }
    }
}

fn perform(connection: &Connection, sql: &str) -> Result<()> {
    connection.prepare_cached(sql)?.execute([])?;
    Ok(())
}
