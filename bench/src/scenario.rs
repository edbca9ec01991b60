//! What is measured on one engine, one scenario after the other.

use crate::disk;
use crate::http::Connection;
use crate::load::{self, Load};
use crate::process::{cpu_seconds, rss_mib};
use crate::report::Figure;
use crate::server::{Place, Server};
use crate::timing::{Step, Timings};
use crate::{learner, visit};
use std::sync::Arc;
use std::time::Duration;

/// Learners at once in the main load.
const AT_ONCE: usize = 64;
/// How long the program rests before it counts as idle.
const REST: Duration = Duration::from_secs(2);
/// Pages asked for to weigh one, and how often.
const PAGES: u32 = 500;
const ROUNDS: usize = 9;

/// How the bounds of an engine differ.
pub struct Engine<'a> {
    /// Its name.
    pub name: &'static str,
    /// Processor milliseconds per answer.
    pub cpu_ms: f64,
    /// Answers per second and core.
    pub per_core: f64,
    /// The process of the database, if it is not the program's own.
    pub database_pid: Option<u32>,
    /// Where its databases are, for PostgreSQL.
    pub url: Option<&'a str>,
}

impl Engine<'_> {
    /// The processes whose work counts.
    pub fn watched(&self, servers: &[&Server]) -> Vec<u32> {
        servers.iter().map(|server| server.pid()).chain(self.database_pid).collect()
    }

    fn cpu(&self, load: &Load) -> f64 {
        load.cpu * 1000.0 / load.answers.max(1) as f64
    }
}

/// Cold start, first visit, memory, the main load, its disk and its pages.
pub async fn day(
    engine: &Engine<'_>,
    place: &Place,
    tokens: Vec<String>,
    port: u16,
) -> Result<Vec<Figure>, String> {
    let name = engine.name;
    let server = place.start(port).await?;
    let mut figures =
        vec![Figure::new(name, "cold start to first page, s", server.cold_start.as_secs_f64()).at_most(0.5)];
    figures.extend(visit::first(name, &server.host).await?);
    tokio::time::sleep(REST).await;
    figures.push(Figure::new(name, "RSS idle, MiB", rss_mib(server.pid())).at_most(80.0));
    let profile_token = tokens.first().cloned().ok_or("no learner is signed in")?;
    calm(&engine.watched(&[&server])).await;
    let logged = disk::logged(engine, place, &server)?;
    let load =
        load::run(std::slice::from_ref(&server.host), tokens, AT_ONCE, &engine.watched(&[&server])).await?;
    figures.extend(figures_of(engine, &load));
    let log = (disk::logged(engine, place, &server)? - logged) / load.answers.max(1) as f64;
    figures
        .push(Figure::new(name, "written per answer, log (SQLite: and checkpoints), B", log).at_most(1000.0));
    figures.push(Figure::new(name, "RSS loaded, MiB", rss_mib(server.pid())).at_most(150.0));
    calm(&engine.watched(&[&server])).await;
    let profile = page_cpu(engine, &server, &profile_token).await?;
    figures.push(Figure::new(name, "CPU per profile page, ms", profile).at_most(0.5));
    let timings = Timings::default();
    for number in 0..20 {
        learner::sign_in(&server.host, number, &timings).await.map_err(|error| error.to_string())?;
    }
    if let Some([p50, ..]) = timings.percentiles(Step::SignIn) {
        figures.push(Figure::new(name, "sign-in with a password, p50 ms (apart)", p50));
    }
    Ok(figures)
}

fn figures_of(engine: &Engine<'_>, load: &Load) -> Vec<Figure> {
    let (name, cpu) = (engine.name, engine.cpu(load));
    let mut figures = vec![
        Figure::new(name, "answers", load.answers as f64),
        Figure::new(name, "answers per second, wall, load included", load.answers as f64 / load.seconds),
        Figure::new(name, "CPU per answer, server + database, ms", cpu).at_most(engine.cpu_ms),
        Figure::new(name, "answers/s per core, server + database", 1000.0 / cpu).at_least(engine.per_core),
    ];
    let steps = [
        (Step::Start, "start"),
        (Step::Answer, "answer"),
        (Step::Checkpoint, "checkpoint"),
        (Step::Profile, "profile"),
    ];
    for (step, label) in steps {
        let Some([p50, p95, p99]) = load.timings.percentiles(step) else { continue };
        figures.push(Figure::new(name, format!("{label} p50, ms"), p50));
        figures.push(Figure::new(name, format!("{label} p95, ms"), p95));
        let p99 = Figure::new(name, format!("{label} p99, ms"), p99);
        figures.push(if step == Step::Answer { p99.at_most(60.0) } else { p99 });
    }
    figures
}

/// Waits for what a load or a filling left to do: PostgreSQL sweeps its tables for a while, which no page asked for.
pub async fn calm(watched: &[u32]) {
    const PATIENCE: usize = 60;
    for _ in 0..PATIENCE {
        let before: f64 = watched.iter().copied().map(cpu_seconds).sum();
        tokio::time::sleep(Duration::from_secs(1)).await;
        let spent = watched.iter().copied().map(cpu_seconds).sum::<f64>() - before;
        if spent < 0.02 {
            return;
        }
    }
}

/// The processor time of one page, the median of some rounds: PostgreSQL sweeps its tables in one or the other.
async fn page_cpu(engine: &Engine<'_>, server: &Server, token: &str) -> Result<f64, String> {
    let mut connection = Connection::open(&server.host, format!("session={token}"))
        .await
        .map_err(|error| error.to_string())?;
    let watched = engine.watched(&[server]);
    let mut rounds = Vec::new();
    for _ in 0..ROUNDS {
        let before: f64 = watched.iter().copied().map(cpu_seconds).sum();
        for _ in 0..PAGES {
            let reply = connection.get("/profile", "").await.map_err(|error| error.to_string())?;
            if reply.status != 200 {
                return Err(format!("/profile answered {}", reply.status));
            }
        }
        let spent: f64 = watched.iter().copied().map(cpu_seconds).sum::<f64>() - before;
        rounds.push(spent * 1000.0 / f64::from(PAGES));
    }
    rounds.sort_by(f64::total_cmp);
    rounds.get(ROUNDS / 2).copied().ok_or_else(|| "no page was asked for".to_owned())
}

/// The load of learners who answered few and many questions before; ratios to the first.
pub async fn growth(
    engine: &Engine<'_>,
    places: &[(String, Place, Vec<String>)],
    limit: f64,
    port: u16,
) -> Result<Vec<Figure>, String> {
    let mut figures = Vec::new();
    let mut first = None;
    for (label, place, tokens) in places {
        let server = place.start(port).await?;
        calm(&engine.watched(&[&server])).await;
        let load =
            load::run(std::slice::from_ref(&server.host), tokens.clone(), 16, &engine.watched(&[&server]))
                .await?;
        let cpu = engine.cpu(&load);
        figures.push(Figure::new(engine.name, format!("CPU per answer, {label}, ms"), cpu));
        match first {
            None => first = Some(cpu),
            Some(first) => figures.push(
                Figure::new(engine.name, format!("the same, {label}, ratio"), cpu / first).at_most(limit),
            ),
        }
    }
    Ok(figures)
}

/// Two programs over one database.
pub async fn two_nodes(
    engine: &Engine<'_>,
    place: &Place,
    tokens: Vec<String>,
    port: u16,
) -> Result<Vec<Figure>, String> {
    let (one, two) = (place.start(port).await?, place.start(port + 1).await?);
    let hosts = [one.host.clone(), two.host.clone()];
    let load = load::run(&hosts, tokens, AT_ONCE, &engine.watched(&[&one, &two])).await?;
    let timings = Arc::clone(&load.timings);
    let p99 = timings.percentiles(Step::Answer).map_or(0.0, |[_, _, p99]| p99);
    Ok(vec![
        Figure::new(engine.name, "two nodes: answers per second, wall", load.answers as f64 / load.seconds),
        Figure::new(engine.name, "two nodes: CPU per answer, ms", engine.cpu(&load)),
        Figure::new(engine.name, "two nodes: answer p99, ms", p99),
    ])
}
