//! Outages: the real program is killed amid its work or finds its database taken, then everything is asked again.
//!
//! [`candidate`] is a person at the forms, over HTTP; [`ledger`] reads in the database what was really kept; [`crowd`]
//! is many people who go on through an outage.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::print_stdout,
    reason = "a test that meets the unexpected fails, and tells what it counted"
)]

mod backup;
mod candidate;
mod crowd;
mod database_killed;
mod disk_full;
mod doctor;
mod killed;
mod ledger;
mod locked;
mod log_privacy;
mod metrics;
mod network_cut;
mod proxy;
mod readiness;
#[path = "../site/mod.rs"]
mod site;
mod small_disk;
mod stopped;
