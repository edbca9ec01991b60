//! The house's work behind the scenes: delivers the outbox and runs the queue.
//!
//! - [`Worker`] is the loop: one mail or one job at a time, then a rest when nothing is due. Several workers, on one
//!   node or on many, share the work by leases.
//! - [`Mailer`] hands a mail over: to a folder of files, or to an SMTP server.
//! - [`work`] holds every kind of job: named, idempotent, with a deadline.
//!
//! A mail is delivered at least once: a worker that dies between the delivery and its note sends it again, with the
//! same `Message-ID`. This room never decides what is sent (whoever writes in the outbox does), never keeps a
//! transaction open while it waits for the network, knows no clock but the one it is given, and logs no address, no
//! name and no text of a mail.

mod backoff;
mod certifiability;
mod delivery;
pub mod learner_import;
mod mailer;
pub mod work;
mod worker;

pub use certifiability::Certifier;
pub use mailer::{MailError, Mailer};
pub use worker::{Clock, Worker};

#[cfg(test)]
mod tests;
