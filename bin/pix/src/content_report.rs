//! `pix content report`: what the bank is made of, as text or JSON.

use crate::bank;
use crate::settings::Settings;
use content::report::{self, Counts, Report};
use serde_json::json;
use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::time::Instant;

/// Prints the report of the bank.
///
/// # Errors
/// A sentence about a bank that cannot be read.
pub fn run(settings: &Settings, as_json: bool) -> Result<(), String> {
    let release = bank::release(settings, &bank::source(settings)?)?;
    let started = Instant::now();
    let report = report::of(&release);
    let speed = rate(report.drawn, started.elapsed().as_secs_f64());
    let text = if as_json {
        let whole = json!({ "bank": report, "instances_per_second": speed });
        serde_json::to_string_pretty(&whole).map_err(|error| error.to_string())?
    } else {
        text(&report, speed)
    };
    writeln!(std::io::stdout().lock(), "{text}").map_err(|error| error.to_string())
}

/// How many a second, whole ones.
#[expect(clippy::cast_precision_loss, reason = "a count of instances")]
fn rate(drawn: usize, seconds: f64) -> f64 {
    (drawn as f64 / seconds.max(f64::EPSILON)).round()
}

fn text(report: &Report, speed: f64) -> String {
    let mut out = String::new();
    // Writing into a String never fails.
    let _ = write(&mut out, report, speed);
    out
}

fn write(out: &mut String, report: &Report, speed: f64) -> std::fmt::Result {
    families(out, &report.counts)?;
    writeln!(
        out,
        "instances  {speed} a second on one thread, {} drawn, {} failed; means: {}",
        report.drawn,
        report.failed,
        shares(&report.means, report.counts.families)
    )?;
    reading(out, report)
}

fn families(out: &mut String, counts: &Counts) -> std::fmt::Result {
    writeln!(out, "tube    {}  all", (1..=8).map(|level| format!("{level:>4}")).collect::<String>())?;
    for (tube, levels) in &counts.tubes {
        row(out, tube, levels)?;
    }
    let all = counts.tubes.values().fold([0; 8], |mut sum, levels| {
        sum.iter_mut().zip(levels).for_each(|(sum, count)| *sum += count);
        sum
    });
    row(out, "all", &all)?;
    let (families, tubes) = (counts.families, counts.tubes.len());
    let (skills, tutorials, timed) = (counts.skills, counts.tutorials, counts.timed);
    writeln!(
        out,
        "\n{families} families ({timed} timed) of {skills} skills in {tubes} tubes; {tutorials} tutorials"
    )?;
    for (name, shared) in [
        ("kinds", &counts.kinds),
        ("modes", &counts.modes),
        ("answers", &counts.answers),
        ("devices", &counts.devices),
    ] {
        writeln!(out, "{name:<10} {}", shares(shared, families))?;
    }
    for (group, [yes, helped, no]) in &counts.access {
        writeln!(out, "{group:<14} as it is {yes}, with help {helped}, by an equivalent {no}")?;
    }
    Ok(())
}

/// How the families read, what they start with, which are near to each other.
fn reading(out: &mut String, report: &Report) -> std::fmt::Result {
    let eases: Vec<String> = report.ease.iter().map(|(level, ease)| format!("{level}: {ease:.0}")).collect();
    writeln!(out, "\nreading ease by level (Kandel and Moles, 60 is ordinary)  {}", eases.join("  "))?;
    let priors: Vec<String> =
        report.priors.iter().map(|(level, [a, d])| format!("{level}: {a:.2}, {d:.2}")).collect();
    writeln!(out, "first α and δ by level  {}", priors.join("  "))?;
    writeln!(out, "hardest to read")?;
    for (id, ease) in &report.hardest {
        writeln!(out, "  {ease:>5.0}  {id}")?;
    }
    writeln!(out, "nearest pairs (share of runs of three words)")?;
    for pair in &report.nearest {
        writeln!(out, "  {:>5.3}  {}  {}", pair.likeness, pair.first, pair.second)?;
    }
    writeln!(out, "answers that never change and stand in another family")?;
    for leak in &report.leaks {
        writeln!(out, "  {}: \"{}\" in {}", leak.family, leak.answer, leak.shown_by)?;
    }
    Ok(())
}

fn row(out: &mut String, tube: &str, levels: &[usize; 8]) -> std::fmt::Result {
    let counts: String = levels.iter().map(|count| format!("{count:>4}")).collect();
    writeln!(out, "{tube:<8}{counts} {:>4}", levels.iter().sum::<usize>())
}

/// Each count and its share of the families.
fn shares(counts: &BTreeMap<&'static str, usize>, families: usize) -> String {
    let told =
        counts.iter().map(|(name, count)| format!("{name} {count} ({} %)", count * 100 / families.max(1)));
    told.collect::<Vec<_>>().join(", ")
}
