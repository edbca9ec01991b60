//! `GET /metrics` in the open format that Prometheus reads, on an address of its own that the public does not reach.
//!
//! Counters and durations are noted where things happen; what is a state (queues, memory) is looked at when asked.

use crate::{observation, process};
use axum::Router;
use axum::extract::State;
use axum::http::StatusCode;
use axum::http::header::CONTENT_TYPE;
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use prometheus_client::encoding::text::encode;
use prometheus_client::metrics::counter::ConstCounter;
use prometheus_client::metrics::family::Family;
use prometheus_client::metrics::gauge::Gauge;
use prometheus_client::metrics::info::Info;
use prometheus_client::registry::{Registry, Unit};
use std::sync::Arc;
use std::time::Duration;
use store::{job, outbox};
use web::house::House;

/// A database that needs longer is told as away.
const PATIENCE: Duration = Duration::from_secs(1);
/// A mail or a job that waits longer is late, in milliseconds.
const LATE_MS: i64 = 10 * 60_000;
const KIND: &str = "application/openmetrics-text; version=1.0.0; charset=utf-8";

/// Mails or jobs in one state.
type Queue = Family<[(&'static str, &'static str); 1], Gauge>;

/// The house, and what was noted in it since the program started.
#[derive(Clone)]
struct Watch {
    house: House,
    noted: Arc<Registry>,
}

/// The page, and nothing else.
pub fn router(house: House) -> Router {
    let noted = Arc::new(noted(&house));
    Router::new().route("/metrics", get(show)).with_state(Watch { house, noted })
}

fn noted(house: &House) -> Registry {
    let mut registry = Registry::with_prefix("pix");
    let release: String = house.bank.present().release.id().chars().take(12).collect();
    let program = vec![("version", env!("CARGO_PKG_VERSION").to_owned()), ("release", release)];
    registry.register("program", "The program and its question bank", Info::new(program));
    let pulse = house.db.pulse();
    registry.register("database_transactions", "Transactions that succeeded", pulse.transactions.clone());
    let waits = pulse.waits.clone();
    registry.register_with_unit(
        "database_wait",
        "How long writers waited for their turn",
        Unit::Seconds,
        waits,
    );
    registry.register("answers", "Answers accepted", learner::ANSWERS.clone());
    observation::register(&mut registry);
    registry
}

async fn show(State(watch): State<Watch>) -> Response {
    let mut text = String::new();
    let written = match seen(&watch.house).await {
        Ok(seen) => encode(&mut text, &seen).and_then(|()| {
            // The end mark comes once.
            let end = text.rfind("# EOF").unwrap_or(text.len());
            text.truncate(end);
            encode(&mut text, &watch.noted)
        }),
        Err(error) => Err(error),
    };
    match written {
        Ok(()) => ([(CONTENT_TYPE, KIND)], text).into_response(),
        Err(_) => StatusCode::INTERNAL_SERVER_ERROR.into_response(),
    }
}

/// What can be seen now: the process, and the queues when the database answers.
async fn seen(house: &House) -> Result<Registry, std::fmt::Error> {
    let mut registry = Registry::default();
    let commits = ConstCounter::new(house.db.commits());
    registry.register("pix_database_commits", "Times the disk was written for good", commits);
    let memory = Gauge::<f64, std::sync::atomic::AtomicU64>::default();
    memory.set(process::resident_bytes());
    registry.register_with_unit("process_resident_memory", "Resident memory", Unit::Bytes, memory);
    let time = ConstCounter::new(process::cpu_seconds());
    registry.register_with_unit("process_cpu", "Processor time, user and system", Unit::Seconds, time);
    let up = Gauge::<i64>::default();
    if let Ok(Ok(())) = tokio::time::timeout(PATIENCE, queues(house, &mut registry)).await {
        up.set(1);
    }
    registry.register("pix_database_up", "Whether the database answers", up);
    Ok(registry)
}

/// What waits to be done.
async fn queues(house: &House, registry: &mut Registry) -> store::Result<()> {
    let now = house.clock.now();
    let waiting = outbox::waiting(&house.db, now - LATE_MS).await?;
    let due = job::due(&house.db, now, now - LATE_MS).await?;
    let mails =
        queue(&[("waiting", waiting.waiting), ("late", waiting.late), ("given up", waiting.given_up)]);
    registry.register("pix_mails", "Mails not sent", mails);
    registry.register("pix_jobs", "Jobs to run", queue(&[("due", due.due), ("late", due.late)]));
    Ok(())
}

fn queue(counts: &[(&'static str, i64)]) -> Queue {
    let queue = Queue::default();
    for (state, count) in counts {
        queue.get_or_create(&[("state", *state)]).set(*count);
    }
    queue
}
