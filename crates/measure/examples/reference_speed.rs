//! Measures the reference's certification on this machine: one estimation, one choice with all rules on, a whole test.
//!
//! `cargo run --release -p measure --example reference_speed`

use measure::irt::{Bank, Item, Parameters, Response};
use measure::reference::{Circumstances, Configuration, Engine, Estimator, Next, draws};
use std::error::Error;
use std::hint::black_box;
use std::io::Write;
use std::time::Instant;

const ROUNDS: usize = 2_001;

fn bank(size: usize) -> Result<Bank, Box<dyn Error>> {
    let mut draw = draws(42, size);
    let item = |place: u32| Item {
        name: place.to_string(),
        parameters: Parameters { discrimination: 0.4 + 2.0 * draw(), difficulty: 8.0 * draw() - 4.0 },
        competence: place % 16,
        tube: place % 256,
        skill: place / 2,
    };
    Ok(Bank::new((0..u32::try_from(size)?).map(item).collect())?)
}

/// The median and the 99th percentile of some rounds, in microseconds.
fn times(mut round: impl FnMut()) -> (f64, f64) {
    let mut all: Vec<f64> = (0..ROUNDS)
        .map(|_| {
            let start = Instant::now();
            round();
            start.elapsed().as_secs_f64() * 1e6
        })
        .collect();
    all.sort_by(f64::total_cmp);
    let at = |place: usize| all.get(place).copied().unwrap_or_default();
    (at(ROUNDS / 2), at(ROUNDS * 99 / 100))
}

fn main() -> Result<(), Box<dyn Error>> {
    let mut out = std::io::stdout().lock();
    let item = Parameters { discrimination: 1.2, difficulty: 0.3 };
    let mut estimator = Estimator::new(0.0, None)?;
    let (median, p99) = times(|| {
        black_box(estimator.learn(black_box(item), true));
    });
    writeln!(out, "estimation after one answer: {median:.1} µs (p99 {p99:.1})")?;
    for size in [500, 5_000] {
        let bank = bank(size)?;
        let engine = Engine::new(&bank, Configuration { spacing: 2, ..Configuration::default() })?;
        let mut answers: Vec<Response> = Vec::new();
        let around = Circumstances::default();
        while let Next::Ask(choice) = engine.next(&answers, &around, draws(1, answers.len()))? {
            answers.push(Response { item: choice.item, right: choice.item % 3 != 0 });
        }
        answers.truncate(20);
        let (median, p99) = times(|| {
            black_box(engine.next(black_box(&answers), &around, draws(1, 20)).is_ok());
        });
        writeln!(
            out,
            "choice after 20 answers (estimation of all of them, rules, ranking, every reason), {size} items: \
             {median:.1} µs (p99 {p99:.1})"
        )?;
    }
    Ok(())
}
