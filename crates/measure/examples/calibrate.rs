//! Calibrates the three files of a folder and says how near the truth the estimates are, and what they cost.
//!
//! `cargo run --release -p measure --example calibrate -- FOLDER [THREADS] [RANDOM STARTS]`, the folder holding
//! `calib_items_true.csv`, `calib_random.csv`, `calib_adaptive.csv` and `calib_dense.csv`, gzipped or not.

#![allow(clippy::print_stdout, reason = "this is what an example is for")]

use measure::calibration::{Answer, Calibration, ItemEstimate, Model, Options, Responses, Start, calibrate};
use measure::irt::{Parameters, Response};
use std::error::Error;
use std::path::Path;
use std::process::Command;

type Outcome<T> = Result<T, Box<dyn Error>>;

fn main() -> Outcome<()> {
    let mut arguments = std::env::args().skip(1);
    let folder = arguments.next().ok_or("expected a folder")?;
    let folder = Path::new(&folder);
    let threads = arguments.next().map_or(Ok(1), |given| given.parse())?;
    let starts: u64 = arguments.next().map_or(Ok(0), |given| given.parse())?;
    let truth = truth(&text(folder, "calib_items_true.csv")?)?;
    println!("load {}", std::fs::read_to_string("/proc/loadavg")?.trim());
    println!(
        "| data, start | RMSE α | RMSE δ | r α | r δ | bias α | bias δ | cover α | cover δ | steps | nodes | CPU s | wall s | peak MiB |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|---|---|");
    for name in ["random", "adaptive", "dense"] {
        let content = text(folder, &format!("calib_{name}.csv"))?;
        let before = cpu_seconds()?;
        let responses = if name == "dense" { dense(&content)? } else { sparse(&content, truth.len())? };
        println!("reading {name}: {:.2} CPU s", cpu_seconds()? - before);
        drop(content);
        let options = Options::default();
        report(name, &truth, &responses, &options, threads)?;
        report(&format!("{name}, once more"), &truth, &responses, &options, threads)?;
        for seed in 0..starts {
            let options = Options { start: Start::Random(seed), ..Options::default() };
            report(&format!("{name}, random start {seed}"), &truth, &responses, &options, threads)?;
        }
        if name == "random" {
            for model in [Model::Rasch, Model::ThreeParameters] {
                let options = Options { model, ..Options::default() };
                report(&format!("{name}, {model:?}"), &truth, &responses, &options, threads)?;
            }
        }
    }
    Ok(())
}

fn report(
    name: &str,
    truth: &[Parameters],
    responses: &Responses,
    options: &Options,
    threads: usize,
) -> Outcome<()> {
    let (clock, before) = (std::time::Instant::now(), cpu_seconds()?);
    let found = calibrate(responses, options, threads)?;
    let (cpu, wall) = (cpu_seconds()? - before, clock.elapsed().as_secs_f64());
    let by = |value: fn(&Parameters) -> f64, error: fn(&ItemEstimate) -> f64| {
        let triples = found
            .items
            .iter()
            .zip(truth)
            .map(|(item, truth)| (value(&item.parameters), value(truth), error(item)));
        Closeness::new(&triples.collect::<Vec<_>>())
    };
    let alpha = by(|of| of.discrimination, |of| of.errors.map_or(f64::NAN, |errors| errors.discrimination));
    let delta = by(|of| of.difficulty, |of| of.errors.map_or(f64::NAN, |errors| errors.difficulty));
    let Calibration { steps, nodes, converged, .. } = found;
    let end = if converged { "" } else { " not converged" };
    println!(
        "| {name} | {:.4} | {:.4} | {:.3} | {:.3} | {:+.3} | {:+.3} | {:.3} | {:.3} | {steps}{end} | {nodes} | {cpu:.2} | {wall:.2} | {:.0} |",
        alpha.rmse,
        delta.rmse,
        alpha.correlation,
        delta.correlation,
        alpha.bias,
        delta.bias,
        alpha.cover,
        delta.cover,
        peak_mebibytes()?,
    );
    Ok(())
}

/// How near estimates are to the truth.
struct Closeness {
    rmse: f64,
    correlation: f64,
    bias: f64,
    /// The share of the truths within 1.96 standard errors.
    cover: f64,
}

impl Closeness {
    fn new(triples: &[(f64, f64, f64)]) -> Self {
        let count = triples.len() as f64;
        let mean = |value: &dyn Fn(&(f64, f64, f64)) -> f64| triples.iter().map(value).sum::<f64>() / count;
        let (first, second) = (mean(&|each| each.0), mean(&|each| each.1));
        let cross = mean(&|each| (each.0 - first) * (each.1 - second));
        let spreads = mean(&|each| (each.0 - first).powi(2)) * mean(&|each| (each.1 - second).powi(2));
        Self {
            rmse: mean(&|each| (each.0 - each.1).powi(2)).sqrt(),
            correlation: cross / spreads.sqrt(),
            bias: first - second,
            cover: mean(&|each| if (each.0 - each.1).abs() <= 1.96 * each.2 { 1.0 } else { 0.0 }),
        }
    }
}

/// The text of a file, or what zcat makes of the gzipped one.
fn text(folder: &Path, name: &str) -> Outcome<String> {
    let plain = folder.join(name);
    if plain.exists() {
        return Ok(std::fs::read_to_string(plain)?);
    }
    let output = Command::new("zcat").arg(folder.join(format!("{name}.gz"))).output()?;
    if output.status.success() {
        Ok(String::from_utf8(output.stdout)?)
    } else {
        Err(format!("{name} is not there").into())
    }
}

fn truth(content: &str) -> Outcome<Vec<Parameters>> {
    let line = |line: &str| {
        let mut fields = line.split(',').skip(1);
        let mut number = || {
            fields.next().ok_or("a field is missing").and_then(|field| field.parse().map_err(|_| "no number"))
        };
        Ok(Parameters { discrimination: number()?, difficulty: number()? })
    };
    content.lines().skip(1).map(line).collect()
}

fn names(count: usize) -> Vec<String> {
    (0..count).map(|item| item.to_string()).collect()
}

fn sparse(content: &str, items: usize) -> Outcome<Responses> {
    let line = |line: &str| {
        let mut fields = line.split(',').map(str::parse::<u32>);
        let mut number = || fields.next().ok_or("a field is missing")?.map_err(|_| "no number");
        Ok(Answer { person: number()?, item: number()?, right: number()? == 1 })
    };
    let answers: Vec<Answer> = content.lines().skip(1).map(line).collect::<Outcome<_>>()?;
    let persons = answers.iter().map(|answer| answer.person + 1).max().unwrap_or(0);
    Ok(Responses::new(names(items), &vec![0; persons as usize], &answers)?)
}

fn dense(content: &str) -> Outcome<Responses> {
    let rows = || content.lines().skip(1).filter_map(|line| line.split_once(',')).map(|(_, row)| row);
    let items = rows().next().map_or(0, str::len);
    let persons = rows()
        .map(|row| (0, (0..).zip(row.bytes()).map(|(item, byte)| Response { item, right: byte == b'1' })));
    Ok(Responses::by_person(names(items), persons)?)
}

/// Seconds that the processors spent on this program, from the 14th and 15th fields of its line in /proc, in
/// hundredths.
fn cpu_seconds() -> Outcome<f64> {
    let line = std::fs::read_to_string("/proc/self/stat")?;
    let after = line.rsplit_once(')').ok_or("no name")?.1;
    let ticks = after.split_whitespace().skip(11).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>()?;
    Ok(ticks / 100.0)
}

fn peak_mebibytes() -> Outcome<f64> {
    let status = std::fs::read_to_string("/proc/self/status")?;
    let line = status
        .lines()
        .find(|line| line.starts_with("VmHWM") || line.starts_with("VmRSS"))
        .ok_or("no peak")?;
    let kibibytes: f64 = line.split_whitespace().nth(1).ok_or("no number")?.parse()?;
    Ok(kibibytes / 1024.0)
}
