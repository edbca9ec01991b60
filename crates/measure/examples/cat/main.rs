//! Prints the tables of the certification engine: error, bias, coverage, exposure, order and speed, on the bank and the
//! examinees of the vector files.
//!
//! `cargo run --release -p measure --example cat -- FOLDER [EXAMINEES [TABLE…]]`, the tables being `free`, `constrained`,
//! `strata`, `order` and `speed`; all of them unless said.

#![allow(clippy::print_stdout, missing_docs, reason = "an example prints its results")]

mod cohort;
mod settings;
mod speed;
mod vectors;

use std::error::Error;
use std::path::{Path, PathBuf};

use cohort::{Cohort, examine, mean, responses, sit};
use measure::ability::{Answers, Grid, Method};
use measure::certification::{Counts, Criterion, Limits, Means, Pool, Randomness, Settings, Version};
use vectors::normal;

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let folder = PathBuf::from(arguments.next().ok_or("give the folder of the vector files")?);
    let examinees: u64 = arguments.next().map_or(Ok(10_000), |count| count.parse())?;
    let tables: Vec<String> = arguments.collect();
    let wanted = |name: &str| tables.is_empty() || tables.iter().any(|table| table == name);
    if wanted("free") {
        free(&folder)?;
    }
    if wanted("constrained") {
        constrained(&folder, examinees)?;
    }
    if wanted("strata") {
        strata(&folder, examinees)?;
    }
    if wanted("order") {
        order(&folder)?;
    }
    if wanted("speed") {
        speed::print(&folder)?;
    }
    Ok(())
}

fn version(folder: &Path, settings: Settings) -> Result<Version, Box<dyn Error>> {
    Ok(Version::new(Pool::plain(vectors::bank(&folder.join("cat_bank.csv"))?)?, settings)?)
}

fn head(title: &str) {
    println!("\n{title}");
    println!("| selection | EAP | WLE | bias WLE | cover EAP | cover WLE | max exposure | never | overlap |");
    println!("| --- | --- | --- | --- | --- | --- | --- | --- | --- |");
}

fn row(name: &str, cohort: &Cohort) {
    let cohort::Figures { rmse_eap, rmse_wle, bias_wle, cover_eap, cover_wle, exposure, unused, overlap } =
        cohort.figures();
    println!(
        "| {name} | {rmse_eap:.4} | {rmse_wle:.4} | {bias_wle:.4} | {cover_eap:.3} | {cover_wle:.3} | \
         {exposure:.3} | {unused} | {overlap:.4} |"
    );
}

/// Without constraint, on the thousand examinees and their common random numbers.
fn free(folder: &Path) -> Result<(), Box<dyn Error>> {
    let thetas = vectors::abilities(&folder.join("cat_thetas.csv"))?;
    head("1,000 examinees, 500 items, 32 questions, no constraint");
    for (name, criterion, randomness) in [
        ("information", Criterion::Information, Randomness::None),
        ("posterior-weighted information", Criterion::PosteriorInformation, Randomness::None),
        ("information, one of the best 5", Criterion::Information, Randomness::Randomesque { best: 5 }),
        (
            "progressive, acceleration -1",
            Criterion::Information,
            Randomness::Progressive { acceleration: -1 },
        ),
    ] {
        let version = version(folder, Settings { criterion, randomness, ..settings::free()? })?;
        row(name, &examine(&version, &thetas, 0, None));
    }
    Ok(())
}

/// With every constraint, once exposure control has settled; then on as many examinees again, and on the thousand.
fn constrained(folder: &Path, examinees: u64) -> Result<(), Box<dyn Error>> {
    let thetas = vectors::abilities(&folder.join("cat_thetas.csv"))?;
    head("2 per competence, 1 per tube, exposure at most 0.20 by stationary control");
    for (name, limits, acceleration) in [
        ("price, progressive -4", settings::limits()?, -4),
        ("eligibility, progressive -1", Limits::new(0.198, Means::Eligibility, 1_000.0)?, -1),
    ] {
        let randomness = Randomness::Progressive { acceleration };
        let version = version(folder, Settings { randomness, ..settings::constrained()? })?;
        let mut counts = Counts::new(limits, version.pool().bank().len());
        row(
            &format!("{name}, settling"),
            &examine(&version, &normal(10_000, 5), 5_000_000, Some(&mut counts)),
        );
        let settled = examine(&version, &normal(examinees, 7), 6_000_000, Some(&mut counts));
        row(&format!("{name}, settled, {examinees}"), &settled);
        by_stratum(&settled);
        row(&format!("{name}, settled, the 1,000"), &examine(&version, &thetas, 0, Some(&mut counts)));
    }
    Ok(())
}

/// Bias and coverage by ability, without constraint.
fn strata(folder: &Path, examinees: u64) -> Result<(), Box<dyn Error>> {
    let version = version(folder, settings::free()?)?;
    let cohort = examine(&version, &normal(examinees, 8), 8_000_000, None);
    head("No constraint, by ability");
    row(&format!("information, {examinees}"), &cohort);
    by_stratum(&cohort);
    Ok(())
}

/// Nine strata of true ability, half a unit wide, the outer ones open.
fn by_stratum(cohort: &Cohort) {
    let centre = |theta: f64| (theta * 2.0).round().clamp(-4.0, 4.0) / 2.0;
    println!("|   stratum | examinees | bias WLE | RMSE WLE | cover WLE |");
    for rank in -4_i8..=4 {
        let here = f64::from(rank) / 2.0;
        let inside = || cohort.taken.iter().filter(move |one| (centre(one.theta) - here).abs() < 0.1);
        println!(
            "|   {here:.1} | {} | {:.4} | {:.4} | {:.4} |",
            inside().count(),
            mean(inside().map(cohort::Taken::error)),
            mean(inside().map(|one| one.error().powi(2))).sqrt(),
            mean(inside().map(cohort::Taken::covered)),
        );
    }
    let within = || cohort.taken.iter().filter(|one| one.theta.abs() <= 2.0);
    println!("|   abs(θ) ≤ 2 | {} | {:.4} | | |", within().count(), mean(within().map(cohort::Taken::error)));
}

/// The largest change of the issued ability over other orders of the same answers.
fn order(folder: &Path) -> Result<(), Box<dyn Error>> {
    let version = version(folder, settings::free()?)?;
    let (bank, grid) = (version.pool().bank(), Grid::default());
    let mut largest = 0.0_f64;
    for (person, theta) in (0..).zip(vectors::abilities(&folder.join("cat_thetas.csv"))?).take(300) {
        let sitting = sit(&version, None, person, theta);
        let issued = |answers: &[measure::irt::Response]| {
            Answers::new(bank, answers).estimate(Method::WeightedLikelihood, &grid).ability
        };
        let mut answers = responses(&sitting);
        let first = issued(&answers);
        for order in 0..40 {
            answers.sort_by_key(|answer| measure::placement::mix(order ^ (u64::from(answer.item) << 8)));
            largest = largest.max((issued(&answers) - first).abs());
        }
    }
    println!("\n300 examinees, 40 orders: the issued ability changes by at most {largest:e}");
    Ok(())
}
