//! `pix lab gate`: whether a version of the certification may be activated, as simulated people tell.

use super::gate_settings::GateSettings;
use super::reading::{Sheet, scale};
use super::simulation::read_bank;
use super::table::Table;
use super::tables::{count, decimals, percent};
use super::{machine, writing};
use clap::Args;
use measure::certification::{Pool, Version};
use measure::simulation::design;
use measure::study::{Bound, Cohorts, Figure, Finding, Gate, Verdict};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// The bank: item, alpha, delta and, if known, competence, tube, skill; otherwise 500 items are drawn.
    bank: Option<PathBuf>,
    /// The version and the bounds, in TOML: what it does not say is as for `simulate certification --engine best`.
    #[arg(long)]
    settings: Option<PathBuf>,
    /// The scale: min, max, from, to of each interval; otherwise that of 2023.
    #[arg(long)]
    scale: Option<PathBuf>,
    /// How many people of the population; at least 1,000.
    #[arg(long, default_value_t = Cohorts::default().examinees)]
    examinees: u32,
    /// How many take the test before, so that exposure control settles.
    #[arg(long, default_value_t = Cohorts::default().settling)]
    settling: u32,
    /// How many people in each of nine strata of ability; at least 200.
    #[arg(long, default_value_t = Cohorts::default().per_stratum)]
    per_stratum: u32,
    /// What makes all draws.
    #[arg(long, default_value_t = Cohorts::default().seed)]
    seed: u64,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// Prints JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// Runs the gate and prints; tells whether every bound is kept.
///
/// # Errors
/// A sentence that names the file and line, or what cannot be judged.
pub fn run(wanted: &Wanted) -> Result<bool, String> {
    let watch = machine::Watch::start();
    let gate = gate(wanted)?;
    let text = if wanted.json {
        format!("{:#}", json_of(&gate))
    } else {
        format!("{}\n{}\n\n{:.1} s", table(&gate).markdown(), verdict(&gate), watch.seconds().0)
    };
    writing::print(&text)?;
    Ok(gate.passed())
}

fn gate(wanted: &Wanted) -> Result<Gate, String> {
    let told = |error: &dyn std::error::Error| error.to_string();
    let bank = read_bank(wanted.bank.as_deref(), 500)?;
    let settings = match &wanted.settings {
        Some(path) => GateSettings::read(path).map_err(|error| told(&error))?,
        None => GateSettings::default(),
    };
    let scale = match &wanted.scale {
        Some(path) => {
            scale(&Sheet::read(path).map_err(|error| told(&error))?).map_err(|error| told(&error))?
        }
        None => design::scale().map_err(|error| told(&error))?,
    };
    let named = |problem: String| match &wanted.settings {
        Some(path) => format!("{}: {problem}", path.display()),
        None => problem,
    };
    let limits = settings.limits().map_err(named)?;
    let pool = Pool::plain(bank).map_err(|error| told(&error))?;
    let version = Version::new(pool, settings.version(scale).map_err(named)?);
    let version = version.map_err(|error| named(error.to_string()))?;
    let Wanted { seed, examinees, settling, per_stratum, .. } = *wanted;
    let cohorts = Cohorts { seed, examinees, settling, per_stratum };
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    Gate::run(&version, limits.as_ref(), cohorts, &settings.bounds(), threads).map_err(|error| told(&error))
}

fn table(gate: &Gate) -> Table {
    let Cohorts { examinees, settling, per_stratum, seed } = gate.cohorts;
    let caption = format!(
        "The gate: {} people of the population after {}, {} in each stratum, seed {seed}",
        count(examinees),
        count(settling),
        count(per_stratum)
    );
    let mut table = Table::new(caption, &["figure", "value", "±", "bound", "verdict"]);
    for finding in &gate.findings {
        let show = shown(finding.figure);
        let error = if finding.error > 0.0 { show(finding.error) } else { "–".to_owned() };
        let bound = match finding.bound {
            Bound::Most(most) => format!("≤ {}", show(most)),
            Bound::Least(least) => format!("≥ {}", show(least)),
            Bound::Within(low, high) => format!("{} to {}", show(low), show(high)),
        };
        table.push([name(finding), show(finding.value), error, bound, word(finding.verdict).to_owned()]);
    }
    table
}

/// How a figure is written.
fn shown(figure: Figure) -> fn(f64) -> String {
    match figure {
        Figure::Rmse | Figure::Bias | Figure::Reliability | Figure::Overlap | Figure::MostAsked => {
            |value| decimals(value, 4)
        }
        Figure::Unscored | Figure::NeverAsked | Figure::Cover => percent,
    }
}

fn name(finding: &Finding) -> String {
    let what = match finding.figure {
        Figure::Unscored => "tests without a score",
        Figure::Rmse => "RMSE, expected ability",
        Figure::Reliability => "reliability, issued ability",
        Figure::MostAsked => "most asked item",
        Figure::NeverAsked => "items never asked",
        Figure::Overlap => "overlap of two tests",
        Figure::Bias => "bias",
        Figure::Cover => "95 % bands cover",
    };
    let around = |centre| format!("{what}, θ around {}", decimals(centre, 1));
    finding.stratum.map_or_else(|| what.to_owned(), around)
}

fn word(verdict: Verdict) -> &'static str {
    match verdict {
        Verdict::Kept => "kept",
        Verdict::WithinChance => "kept, within chance",
        Verdict::Missed => "MISSED",
    }
}

fn verdict(gate: &Gate) -> String {
    let missed = gate.findings.iter().filter(|finding| finding.verdict == Verdict::Missed).count();
    let all = gate.findings.len();
    if missed == 0 {
        format!("All {all} bounds are kept: the version may be activated.")
    } else {
        format!("{missed} of {all} bounds are MISSED: the version must not be activated.")
    }
}

fn json_of(gate: &Gate) -> Value {
    let Cohorts { examinees, settling, per_stratum, seed } = gate.cohorts;
    // No machine's last digit shows.
    let number = |value: f64| (value * 1e6).round() / 1e6;
    let finding = |finding: &Finding| {
        let bound = match finding.bound {
            Bound::Most(most) => json!({"most": most}),
            Bound::Least(least) => json!({"least": least}),
            Bound::Within(low, high) => json!({"least": low, "most": high}),
        };
        json!({
            "figure": key(finding.figure),
            "stratum": finding.stratum,
            "value": number(finding.value),
            "error": number(finding.error),
            "bound": bound,
            "verdict": match finding.verdict {
                Verdict::Kept => "kept",
                Verdict::WithinChance => "withinChance",
                Verdict::Missed => "missed",
            },
        })
    };
    json!({
        "passed": gate.passed(),
        "cohorts": {"examinees": examinees, "settling": settling, "perStratum": per_stratum, "seed": seed},
        "findings": gate.findings.iter().map(finding).collect::<Value>(),
    })
}

fn key(figure: Figure) -> &'static str {
    match figure {
        Figure::Unscored => "unscored",
        Figure::Rmse => "rmse",
        Figure::Reliability => "reliability",
        Figure::MostAsked => "exposure",
        Figure::NeverAsked => "unused",
        Figure::Overlap => "overlap",
        Figure::Bias => "bias",
        Figure::Cover => "cover",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        wanted: Wanted,
    }

    /// A small gate: the cohorts are the least that are accepted, and exposure control has not settled.
    const SMALL: [&str; 7] = ["gate", "--examinees", "1000", "--settling", "2000", "--per-stratum", "200"];

    fn said(settings: &str, options: &[&str]) -> Result<Gate, String> {
        let folder = tempfile::tempdir().expect("a folder");
        let path = folder.path().join("gate.toml");
        std::fs::write(&path, settings).expect("a file");
        let path = path.display().to_string();
        let file = ["--settings", path.as_str()];
        gate(&Line::parse_from(SMALL.iter().chain(&file).chain(options)).wanted)
    }

    #[test]
    fn wide_bounds_are_kept_and_narrow_ones_missed() {
        let narrow = said("[bounds]\nexposure = 0.3\noverlap = 0.1\nrmse = 0.1\n", &[]).expect("a gate");
        let missed: Vec<Figure> = narrow
            .findings
            .iter()
            .filter(|finding| finding.verdict == Verdict::Missed)
            .map(|finding| finding.figure)
            .collect();
        assert_eq!(missed, [Figure::Rmse, Figure::Overlap], "{}", table(&narrow).markdown());
        assert!(!narrow.passed() && verdict(&narrow).contains("2 of 24 bounds are MISSED"));
        let text = table(&narrow).markdown();
        assert!(
            text.contains("| ≤ 0.1000 | MISSED |") && text.contains("95 % bands cover, θ around −2.0"),
            "{text}"
        );
        let told = json_of(&narrow);
        assert_eq!((&told["passed"], &told["findings"][5]["verdict"]), (&json!(false), &json!("missed")));
        // The same people and answers: only the bounds differ.
        let wide = "[bounds]\nexposure = 0.3\noverlap = 0.2\nrmse = 0.3\n";
        let wide = said(wide, &["--threads", "1"]).expect("a gate");
        let values = |gate: &Gate| gate.findings.iter().map(|finding| finding.value).collect::<Vec<_>>();
        assert_eq!(values(&wide), values(&narrow));
        assert!(
            wide.passed() && verdict(&wide).contains("All 24 bounds are kept"),
            "{}",
            table(&wide).markdown()
        );
    }

    #[test]
    fn a_version_without_exposure_control_is_stopped() {
        let gate = said("[version]\nexposure-control = \"none\"\nacceleration = 0\n", &[]).expect("a gate");
        let most =
            gate.findings.iter().find(|finding| finding.figure == Figure::MostAsked).expect("a finding");
        assert_eq!(most.verdict, Verdict::Missed, "{}", table(&gate).markdown());
        assert!(!gate.passed());
    }

    #[test]
    fn what_cannot_be_judged_is_refused() {
        let check = |settings: &str, options: &[&str], expected: &str| {
            let error = said(settings, options).expect_err("refused");
            assert!(error.contains(expected), "{error}");
        };
        check("[bound]\n", &[], "gate.toml, line 1: unknown field `bound`");
        check("[bounds]\nexposure = 2.0\n", &[], "exposure is 2: expected a share");
        check(
            "[version]\nminimum-per-competence = 3\n",
            &[],
            "gate.toml: the competences and domains are owed 48 questions",
        );
        check("", &["/nowhere/bank.csv"], "/nowhere/bank.csv: cannot be read");
    }
}
