//! Heavy work while others answer: people with a long past take a copy of all their data, one after the other.

use crate::form;
use crate::http::Connection;
use crate::load::{self, Load};
use crate::report::Figure;
use crate::scenario::Engine;
use crate::server::Place;
use crate::timing::Step;
use std::io::{Error, Result};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Instant;

/// Learners at once.
const AT_ONCE: usize = 16;
/// People who take copies.
pub const COPIERS: usize = 60;
/// How many copies each may take in an hour.
const COPIES: usize = 5;

/// What was copied.
#[derive(Default)]
struct Copied {
    copies: usize,
    bytes: usize,
    seconds: f64,
}

/// The p50 of an answer while copies are made without pause, against the p50 without them.
pub async fn beside(
    engine: &Engine<'_>,
    place: &Place,
    mut tokens: Vec<String>,
    port: u16,
) -> std::result::Result<Vec<Figure>, String> {
    let copiers = tokens.split_off(tokens.len().saturating_sub(COPIERS));
    let disturbed = tokens.split_off(tokens.len() / 2);
    let server = place.start(port).await?;
    let hosts = std::slice::from_ref(&server.host);
    let watched = engine.watched(&[&server]);
    let calm = p50(&load::run(hosts, tokens, AT_ONCE, &watched).await?)?;
    let over = Arc::new(AtomicBool::default());
    let copying = tokio::spawn(copy_until(server.host.clone(), copiers, Arc::clone(&over)));
    let load = load::run(hosts, disturbed, AT_ONCE, &watched).await;
    over.store(true, Ordering::Relaxed);
    let copied = copying.await.map_err(|error| error.to_string())?.map_err(|error| error.to_string())?;
    let beside = p50(&load?)?;
    let each = |sum: f64| sum / copied.copies.max(1) as f64;
    Ok(vec![
        Figure::new(engine.name, "answer p50 at 16 learners, ms", calm),
        Figure::new(engine.name, "the same while copies of 1,000 answers are made without pause, ms", beside),
        Figure::new(engine.name, "the same, ratio", beside / calm).at_most(1.2),
        Figure::new(engine.name, "copies made meanwhile", copied.copies as f64),
        Figure::new(engine.name, "one copy, ms", each(copied.seconds) * 1000.0),
        Figure::new(engine.name, "one copy, kB", each(copied.bytes as f64) / 1000.0),
    ])
}

fn p50(load: &Load) -> std::result::Result<f64, String> {
    let [p50, ..] = load.timings.percentiles(Step::Answer).ok_or("nobody answered")?;
    Ok(p50)
}

async fn copy_until(host: String, copiers: Vec<String>, over: Arc<AtomicBool>) -> Result<Copied> {
    let mut copied = Copied::default();
    for token in copiers.iter().flat_map(|token| std::iter::repeat_n(token, COPIES)) {
        if over.load(Ordering::Relaxed) {
            break;
        }
        let begun = Instant::now();
        copied.bytes += copy(&host, token).await?;
        copied.seconds += begun.elapsed().as_secs_f64();
        copied.copies += 1;
    }
    Ok(copied)
}

async fn copy(host: &str, token: &str) -> Result<usize> {
    let mut connection = Connection::open(host, format!("session={token}")).await?;
    let page = connection.get("/account/data", "").await?;
    let csrf = form::csrf(&page.text()).ok_or_else(|| Error::other("/account/data has no form"))?;
    let reply = connection.post("/account/data", &format!("csrf={csrf}")).await?;
    if reply.status == 200 && reply.body.starts_with(b"PK") {
        return Ok(reply.body.len());
    }
    Err(Error::other(format!("/account/data answered {}", reply.status)))
}
