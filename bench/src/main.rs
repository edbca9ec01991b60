//! The load driver: simulated learners in a closed loop against the real program, on both engines.
//!
//! `cargo xtask bench` builds everything for release, starts a PostgreSQL server and runs this.

mod disk;
mod export;
mod form;
mod http;
mod learner;
mod load;
mod orga;
mod process;
mod pupil;
mod register;
mod report;
mod scenario;
mod server;
mod timing;
mod visit;

use clap::Parser;
use report::Figure;
use scenario::Engine;
use server::Place;
use std::io::Write;
use std::path::PathBuf;
use std::process::ExitCode;

const PORT: u16 = 18_080;
/// How many questions learners answered before, and how many such learners there are.
const PASTS: [usize; 3] = [50, 300, 1000];
const OLD_HANDS: usize = 200;

#[derive(Parser)]
struct Arguments {
    /// The program to measure.
    #[arg(long)]
    program: PathBuf,
    /// A PostgreSQL server, and the process that leads it.
    #[arg(long, requires = "postgres_pid")]
    postgres: Option<String>,
    #[arg(long)]
    postgres_pid: Option<u32>,
    /// Learners who take a test in the main load.
    #[arg(long, default_value_t = 2000)]
    learners: usize,
    /// Learners in the large database; 0 leaves it out.
    #[arg(long, default_value_t = 1_000_000)]
    large: usize,
    /// Only the main load of each engine: a few minutes.
    #[arg(long)]
    quick: bool,
    /// Only the databases with few and many learners.
    #[arg(long, conflicts_with = "quick")]
    only_large: bool,
    /// Only the pages of a school: its campaigns, its table, its class list, a class that begins.
    #[arg(long, conflicts_with_all = ["quick", "only_large"])]
    only_orga: bool,
    /// Where the figures are written as JSON.
    #[arg(long)]
    json: Option<PathBuf>,
}

#[tokio::main]
async fn main() -> ExitCode {
    match run(&Arguments::parse()).await {
        Ok(figures) => {
            if writeln!(std::io::stdout(), "{}", report::table(&figures)).is_err() {
                return ExitCode::from(2);
            }
            if figures.iter().all(Figure::kept) { ExitCode::SUCCESS } else { ExitCode::FAILURE }
        }
        Err(problem) => {
            eprintln!("bench: {problem}");
            ExitCode::from(2)
        }
    }
}

async fn run(arguments: &Arguments) -> Result<Vec<Figure>, String> {
    let sqlite = Engine { name: "SQLite", cpu_ms: 0.8, per_core: 1200.0, database_pid: None, url: None };
    let mut figures = engine(arguments, &sqlite).await?;
    if let Some(url) = &arguments.postgres {
        let postgres = Engine {
            name: "PostgreSQL",
            cpu_ms: 1.4,
            per_core: 700.0,
            database_pid: arguments.postgres_pid,
            url: Some(url),
        };
        figures.extend(engine(arguments, &postgres).await?);
    }
    if let Some(path) = &arguments.json {
        let part = arguments.quick || arguments.only_large || arguments.only_orga;
        report::write(path, &figures, part)?;
    }
    Ok(figures)
}

async fn engine(arguments: &Arguments, engine: &Engine<'_>) -> Result<Vec<Figure>, String> {
    if arguments.only_orga {
        return school(arguments, engine).await;
    }
    let mut figures = Vec::new();
    if !arguments.only_large {
        figures.extend(main_load(arguments, engine).await?);
    }
    if arguments.quick {
        return Ok(figures);
    }
    if !arguments.only_large {
        figures.extend(pasts(arguments, engine).await?);
        let place = place(arguments, engine, "export")?;
        let people = OLD_HANDS + export::COPIERS;
        let tokens = place.seed(people, 1000, people)?;
        figures.extend(export::beside(engine, &place, tokens, PORT).await?);
        figures.extend(school(arguments, engine).await?);
    }
    if arguments.large > 0 {
        figures.extend(sizes(arguments, engine).await?);
    }
    if engine.url.is_some() && !arguments.only_large {
        let place = place(arguments, engine, "nodes")?;
        let tokens = place.seed(1000, 0, 1000)?;
        figures.extend(scenario::two_nodes(engine, &place, tokens, PORT).await?);
    }
    Ok(figures)
}

async fn main_load(arguments: &Arguments, engine: &Engine<'_>) -> Result<Vec<Figure>, String> {
    let place = place(arguments, engine, "day")?;
    let tokens = place.seed(arguments.learners.max(10_000), 0, arguments.learners)?;
    scenario::day(engine, &place, tokens, PORT).await
}

/// What a teacher sees and does.
async fn school(arguments: &Arguments, engine: &Engine<'_>) -> Result<Vec<Figure>, String> {
    let place = place(arguments, engine, "school")?;
    orga::day(engine, &place, PORT).await
}

/// Learners who answered few and many questions before.
async fn pasts(arguments: &Arguments, engine: &Engine<'_>) -> Result<Vec<Figure>, String> {
    let mut figures = Vec::new();
    let mut pasts = Vec::new();
    for answers in PASTS {
        let place = place(arguments, engine, &format!("past{answers}"))?;
        let tokens = place.seed(OLD_HANDS, answers, OLD_HANDS)?;
        pasts.push((format!("{answers} answers before"), place, tokens));
    }
    if let [_, (_, few, _), (_, many, _)] = pasts.as_slice() {
        let [_, less, more] = PASTS.map(|answers| answers * OLD_HANDS);
        figures.push(disk::each_row(engine, (few, less), (many, more))?);
    }
    figures.extend(scenario::growth(engine, &pasts, 1.1, PORT).await?);
    Ok(figures)
}

/// Databases with few and many learners.
async fn sizes(arguments: &Arguments, engine: &Engine<'_>) -> Result<Vec<Figure>, String> {
    let mut sizes = Vec::new();
    for learners in [10_000, arguments.large] {
        let place = place(arguments, engine, &format!("size{learners}"))?;
        let tokens = place.seed(learners, 0, 500)?;
        sizes.push((format!("{learners} learners in the database"), place, tokens));
    }
    scenario::growth(engine, &sizes, 1.3, PORT).await
}

/// A new folder, and on PostgreSQL a new database.
fn place(arguments: &Arguments, engine: &Engine<'_>, name: &str) -> Result<Place, String> {
    let Some(url) = engine.url else { return Place::new(&arguments.program, String::new()) };
    disk::psql(url, &format!("DROP DATABASE IF EXISTS bench_{name}"))?;
    disk::psql(url, &format!("CREATE DATABASE bench_{name}"))?;
    let (server, _) = url.rsplit_once('/').ok_or("the PostgreSQL address has no database")?;
    Place::new(&arguments.program, format!("{server}/bench_{name}"))
}
