//! `pix lab study`: a whole study, as study.json and one page that needs nothing else; or as the tables and pictures of
//! the manual.

use super::simulation::read_bank;
use super::{machine, manual, page, writing};
use clap::Args;
use measure::study::{Plan, Study, json};
use std::path::PathBuf;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// The folder to write to.
    folder: PathBuf,
    /// The bank: item, alpha, delta and, if known, competence, tube, skill; otherwise items are drawn.
    #[arg(long)]
    bank: Option<PathBuf>,
    /// How many items are drawn.
    #[arg(long, default_value_t = 500)]
    items: u32,
    /// How many people take the certifications; the rest of the study is in proportion.
    #[arg(long, default_value_t = 10_000)]
    examinees: u32,
    /// How many learners take the placements, if not in proportion.
    #[arg(long)]
    learners: Option<u32>,
    /// What makes all draws.
    #[arg(long, default_value_t = 1)]
    seed: u64,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// Writes the tables and pictures of the manual instead of a page.
    #[arg(long)]
    manual: bool,
}

/// Runs the study and writes it.
///
/// # Errors
/// A sentence that names the file and line, the item, or what cannot be studied.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let bank = read_bank(wanted.bank.as_deref(), wanted.items)?;
    let plan = Plan::of(wanted.seed, wanted.examinees);
    let plan = Plan { learners: wanted.learners.unwrap_or(plan.learners), ..plan };
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    writing::folder(&wanted.folder)?;
    let watch = machine::Watch::start();
    let tell = |next: &str| eprintln!("{:7.1} s  {next}", watch.seconds().0);
    let study = Study::run(&plan, &bank, threads, tell).map_err(|error| error.to_string())?;
    writing::file(&wanted.folder.join("study.json"), &format!("{:#}\n", json(&study)))?;
    if wanted.manual {
        manual::write(&study, &wanted.folder)?;
    } else {
        let drawn = wanted.bank.is_none();
        writing::file(&wanted.folder.join("study.html"), &page::page(&study, drawn))?;
    }
    let (clock, processor) = watch.seconds();
    let processor =
        processor.map_or_else(String::new, |seconds| format!(", {seconds:.1} s of the processors"));
    writing::print(&format!("{}: written in {clock:.1} s{processor}", wanted.folder.display()))
}
