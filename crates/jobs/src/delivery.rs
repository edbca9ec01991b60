//! Delivers one mail of the outbox.

use store::outbox::{self, Mail};
use store::{Db, Result};

use crate::backoff;
use crate::mailer::{MailError, Mailer};
use crate::worker::Clock;

/// How long nobody else may send a mail that a worker has taken: longer than the mailer's patience.
const LEASE_MS: i64 = 5 * 60_000;
/// After so many failures, about a day, a mail is given up.
const MOST_TRIES: i64 = 30;

/// Sends the next mail that is due; tells whether there was one.
pub(crate) async fn deliver_next(db: &Db, mailer: &Mailer, clock: &Clock) -> Result<bool> {
    let Some(mail) = take(db, clock()).await? else { return Ok(false) };
    let outcome = mailer.deliver(&mail).await;
    note(db, &mail, outcome, clock()).await?;
    Ok(true)
}

async fn take(db: &Db, now: i64) -> Result<Option<Mail>> {
    let mut tx = db.begin().await?;
    let mail = outbox::lease(&mut tx, now, now + LEASE_MS, 1).await?.pop();
    tx.commit().await?;
    Ok(mail)
}

async fn note(db: &Db, mail: &Mail, outcome: std::result::Result<(), MailError>, now: i64) -> Result<()> {
    let mut tx = db.begin().await?;
    let held = match &outcome {
        Ok(()) => outbox::sent(&mut tx, mail, now).await?,
        Err(error) if error.is_final() || mail.tries >= MOST_TRIES => {
            tracing::error!(mail = %mail.id, tries = mail.tries, %error, "a mail is given up");
            outbox::give_up(&mut tx, mail, &error.to_string()).await?
        }
        Err(error) => {
            tracing::warn!(mail = %mail.id, tries = mail.tries, %error, "a mail waits for another try");
            outbox::failed(&mut tx, mail, &error.to_string(), now + backoff::pause(mail.tries)).await?
        }
    };
    if !held {
        tracing::warn!(mail = %mail.id, "a mail took longer than its lease");
    }
    tx.commit().await
}
