//! Outages: the real program is killed amid its work or finds its database taken, then everything is asked again.
//!
//! [`candidate`] is a person at the forms, over HTTP; [`ledger`] reads in the database what was really kept.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that meets the unexpected fails, and tells what it counted"
)]

mod backup;
mod candidate;
mod doctor;
mod killed;
mod ledger;
mod locked;
#[path = "../site/mod.rs"]
mod site;
mod stopped;
