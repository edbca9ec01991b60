//! `cargo xtask test`: format, clippy, every test on both databases and in a browser, the bank,
//! and the figures of the manual of measurement.

use crate::step::{Steps, command, output};
use crate::{machine, postgres, psychometrics};
use std::collections::BTreeMap;
use std::process::Command;

/// Runs everything, or with `quick` what needs neither PostgreSQL nor a browser.
pub fn run(quick: bool) -> Result<(), String> {
    let mut steps = Steps::default();
    steps.run("format", &mut cargo(&["fmt", "--all", "--check"]))?;
    if quick {
        lint(&mut steps)?;
        let filter = ["--workspace", "-E", "not (binary(journeys) | binary(outage) | test(postgres))"];
        steps.run("tests", &mut nextest(&filter))?;
        eprintln!("\n{}", steps.table());
        return Ok(());
    }
    machine::install(&mut steps)?;
    machine::fetch_axe(&mut steps)?;
    lint(&mut steps)?;
    let server = postgres::Server::start()?;
    let environment = [
        ("PIX_TEST_POSTGRES", server.url()),
        ("PIX_TEST_AXE", machine::axe().to_string_lossy().into_owned()),
    ];
    steps.run(
        "fuzz targets",
        &mut cargo(&["check", "--quiet", "--locked", "--manifest-path", "fuzz/Cargo.toml"]),
    )?;
    if has_nextest() {
        steps.run("tests", nextest(&["--workspace"]).envs(environment.clone()))?;
    } else {
        steps.run("tests", cargo(&["test", "--workspace"]).envs(environment.clone()))?;
    }
    drop(server);
    steps.run("bank", &mut cargo(&["run", "--quiet", "--", "content", "check"]))?;
    psychometrics::compare(&mut steps)?;
    eprintln!("\n{}\n{}", kinds()?, steps.table());
    Ok(())
}

fn lint(steps: &mut Steps) -> Result<(), String> {
    steps.run(
        "clippy",
        &mut cargo(&["clippy", "--workspace", "--all-targets", "--quiet", "--", "-D", "warnings"]),
    )
}

fn cargo(arguments: &[&str]) -> Command {
    command("cargo", arguments)
}

fn nextest(arguments: &[&str]) -> Command {
    let mut command = cargo(&["nextest", "run", "--no-fail-fast"]);
    command.args(arguments);
    command
}

fn has_nextest() -> bool {
    output("cargo", &["nextest", "--version"]).is_some()
}

/// How many tests of each kind there are, told by the test binaries and the names of the tests.
fn kinds() -> Result<String, String> {
    if !has_nextest() {
        return Ok(String::new());
    }
    let list = output("cargo", &["nextest", "list", "--workspace", "--message-format", "oneline"])
        .ok_or("cannot list the tests")?;
    let mut counts: BTreeMap<&str, usize> = BTreeMap::new();
    for line in list.lines().filter(|line| !line.is_empty()) {
        *counts.entry(kind(line)).or_default() += 1;
    }
    let total: usize = counts.values().sum();
    let lines: String = counts.iter().map(|(kind, count)| format!("{kind:<34} {count:>5} tests\n")).collect();
    Ok(format!("{lines}{:<34} {total:>5} tests", "all"))
}

fn kind(line: &str) -> &'static str {
    let first = line.split_whitespace().next().unwrap_or_default();
    match first {
        _ if first.ends_with("journeys") => "journey (browser)",
        _ if first.ends_with("outage") => "outage",
        _ if first.ends_with("tidy") => "tidy",
        "store" | "jobs" => "store and jobs, on both databases",
        "learner" => "routes, roles, refusals of the app",
        _ if line.contains("propert") => "property",
        _ => "unit",
    }
}
