//! The loop.

use std::pin::pin;
use std::sync::Arc;
use std::time::Duration;

use store::{Db, Result};

use crate::certifiability::Certifier;
use crate::mailer::Mailer;
use crate::{delivery, work};

/// Gives the present instant, in milliseconds since 1970.
pub type Clock = Arc<dyn Fn() -> i64 + Send + Sync>;

/// Delivers mails and runs jobs until it is told to stop.
pub struct Worker {
    /// Where the outbox and the queue are.
    pub db: Db,
    /// How mails leave.
    pub mailer: Mailer,
    /// What time it is.
    pub clock: Clock,
    /// Who may be certified.
    pub certifier: Certifier,
    /// How long to rest when nothing is due, or after an error.
    pub rest: Duration,
}

impl Worker {
    /// Works until `stop` is ready; what is under way then is finished first.
    pub async fn run(self, stop: impl Future<Output = ()>) {
        let mut stop = pin!(stop);
        loop {
            let pause = match self.step().await {
                Ok(true) => Duration::ZERO,
                Ok(false) => self.rest,
                Err(error) => {
                    tracing::warn!(%error, "the worker rests, then goes on");
                    self.rest
                }
            };
            tokio::select! {
                biased;
                () = &mut stop => return,
                () = tokio::time::sleep(pause) => {}
            }
        }
    }

    /// Delivers one mail and runs one job, if any is due; tells whether there was something.
    pub async fn step(&self) -> Result<bool> {
        let delivered = delivery::deliver_next(&self.db, &self.mailer, &self.clock).await?;
        let ran = work::run_next(&self.db, &self.clock, &self.certifier).await?;
        Ok(delivered || ran)
    }
}
