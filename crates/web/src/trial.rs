//! Trying an app's pages in tests: a site over a fresh database, its visitors, their replies.

#![expect(clippy::expect_used, reason = "test support: what cannot be had must fail the test")]

mod reply;
pub mod routes;
mod site;

pub use reply::Reply;
pub use site::{App, BANK, DAY, HOUR, PASSWORD, Site, Visitor};
