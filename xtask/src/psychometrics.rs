//! `cargo xtask psychometrics`: the figures of the technical manual, made again by a small study.

use crate::step::{Steps, command};
use std::collections::BTreeSet;
use std::path::Path;

/// Where the manual keeps them.
const KEPT: &str = "docs/psychometrics/study";
/// Where they are made to be compared.
const MADE: &str = "target/psychometrics";
/// The study: the same seed and size give the same bytes, on any machine.
const STUDY: [&str; 8] = ["--manual", "--seed", "1", "--examinees", "400", "--learners", "40", "--threads"];

/// The gate of the published bank, by cohorts smaller than usual: it must stay open for the version that is meant for the
/// certification.
const GATE: [&str; 14] = [
    "run",
    "--quiet",
    "--",
    "lab",
    "gate",
    "crates/measure/tests/vectors/cat_bank.csv",
    "--settling",
    "10000",
    "--examinees",
    "5000",
    "--per-stratum",
    "250",
    "--threads",
    "2",
];

/// Writes the figures of the manual anew.
pub fn write() -> Result<(), String> {
    let mut steps = Steps::default();
    make(&mut steps, KEPT)
}

/// Makes the figures elsewhere and compares them with those of the manual; then lets simulated people go through the
/// gate.
pub fn compare(steps: &mut Steps) -> Result<(), String> {
    figures(steps)?;
    steps.run("gate of the certification", &mut command("cargo", &GATE))
}

fn figures(steps: &mut Steps) -> Result<(), String> {
    if Path::new(MADE).exists() {
        std::fs::remove_dir_all(MADE).map_err(|error| format!("{MADE}: {error}"))?;
    }
    make(steps, MADE)?;
    let names: BTreeSet<String> = files(KEPT)?.into_iter().chain(files(MADE)?).collect();
    let differs = |name: &&String| {
        let read = |folder: &str| std::fs::read(Path::new(folder).join(name)).ok();
        read(KEPT) != read(MADE)
    };
    let different: Vec<&str> = names.iter().filter(differs).map(String::as_str).collect();
    if different.is_empty() {
        return Ok(());
    }
    Err(format!(
        "{KEPT} is not what the code makes: {} differ; run `cargo xtask psychometrics` and look at the differences",
        different.join(", ")
    ))
}

fn make(steps: &mut Steps, folder: &str) -> Result<(), String> {
    let mut arguments = vec!["run", "--quiet", "--", "lab", "study", folder];
    arguments.extend(STUDY);
    arguments.push("2");
    steps.run("figures of the manual", &mut command("cargo", &arguments))
}

fn files(folder: &str) -> Result<Vec<String>, String> {
    let fail = |error: std::io::Error| format!("{folder}: {error}; run `cargo xtask psychometrics`");
    let entries = std::fs::read_dir(folder).map_err(fail)?;
    entries.map(|entry| Ok(entry.map_err(fail)?.file_name().to_string_lossy().into_owned())).collect()
}
