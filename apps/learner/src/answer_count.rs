//! Answers accepted since the program started, by verdict: for those who watch the service.

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::family::Family;
use rules::verdict_number;
use std::sync::LazyLock;

/// The counts, by the name of the verdict.
pub static ANSWERS: LazyLock<Family<[(&'static str, String); 1], Counter>> = LazyLock::new(Family::default);

/// Counts an answer with this verdict.
pub fn note(verdict: i64) {
    let name = verdict_number::read(verdict).map_or_else(String::new, |status| format!("{status:?}"));
    ANSWERS.get_or_create(&[("verdict", name.to_lowercase())]).inc();
}
