//! What a database handle counts for those who watch it.

use prometheus_client::metrics::counter::Counter;
use prometheus_client::metrics::histogram::Histogram;

/// Seconds that tell a good day from a bad one.
const SECONDS: [f64; 8] = [0.0005, 0.002, 0.01, 0.05, 0.2, 1.0, 2.5, 5.0];

/// The counts; cheap to clone, clones count together.
#[derive(Debug, Clone)]
pub struct Pulse {
    /// How long writers waited for their turn or their connection, in seconds.
    pub waits: Histogram,
    /// Transactions that succeeded. On SQLite they share commits: see [`super::Db::commits`].
    pub transactions: Counter,
}

impl Default for Pulse {
    fn default() -> Self {
        Self { waits: Histogram::new(SECONDS), transactions: Counter::default() }
    }
}
