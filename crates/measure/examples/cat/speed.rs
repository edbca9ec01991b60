//! How long things take, on one core.

use std::error::Error;
use std::path::Path;
use std::time::Instant;

use measure::certification::index::{Blend, DEPTH, Index, Search};
use measure::certification::{Candidate, Counts, Next, Pool, Sitting, Version};

use super::vectors::{bank, chance, normal};
use super::{cohort, settings, vectors};

/// The nanoseconds of each of many runs, sorted.
fn times(runs: u32, mut run: impl FnMut(u32)) -> Vec<u128> {
    let time = |rank| {
        let start = Instant::now();
        run(rank);
        start.elapsed().as_nanos()
    };
    let mut all: Vec<u128> = (0..runs).map(time).collect();
    all.sort_unstable();
    all
}

fn shown(times: &[u128]) -> String {
    let at = |share: usize| times.get(times.len() * share / 100).copied().unwrap_or_default() as f64 / 1000.0;
    format!("median {:.2} µs, p99 {:.2} µs", at(50), at(99))
}

/// Prints the speeds.
pub fn print(folder: &Path) -> Result<(), Box<dyn Error>> {
    let small = Version::new(Pool::plain(bank(&folder.join("cat_bank.csv"))?)?, settings::free()?)?;
    let thetas = vectors::abilities(&folder.join("cat_thetas.csv"))?;
    let start = Instant::now();
    let cohort = cohort::examine(&small, &thetas, 0, None);
    let seconds = start.elapsed().as_secs_f64();
    let questions = cohort.asked.iter().sum::<u32>();
    println!(
        "1,000 × 32 simulation, scores included: {seconds:.3} s, {:.2} µs a step",
        seconds * 1e6 / f64::from(questions)
    );

    let pool = Pool::plain(bank(&folder.join("cat_bank_5000.csv"))?)?;
    let start = Instant::now();
    let index = Index::new(&pool, &[], DEPTH);
    println!("building the index of 5,000 items: {:.1} ms", start.elapsed().as_secs_f64() * 1000.0);
    top_five(&pool, &index);
    whole(pool)
}

fn top_five(pool: &Pool, index: &Index) {
    let thetas = normal(20_000, 3);
    let search = |theta: f64| {
        let (admit, chance) = (|_| true, |_| 0.0);
        Search { pool, theta, count: 5, admit, chance, prices: &[], blend: Blend::NONE }
    };
    let theta = |rank: u32| thetas.get(rank as usize).copied().unwrap_or_default();
    let mut seen = 0;
    let indexed = times(20_000, |rank| seen += index.search(&search(theta(rank))).best().len());
    println!("exact top 5 of 5,000, by the index: {}", shown(&indexed));
    let all = times(20_000, |rank| seen += search(theta(rank)).all().best().len());
    println!("exact top 5 of 5,000, looking at all: {} ({seen})", shown(&all));
}

/// Selection with every rule on, and the whole step, over 5,000 items.
fn whole(pool: Pool) -> Result<(), Box<dyn Error>> {
    let items = pool.bank().len();
    let version = Version::new(pool, settings::constrained()?)?;
    let mut counts = Counts::new(settings::limits()?, items);
    cohort::examine(&version, &normal(3_000, 9), 3_000_000, Some(&mut counts));
    for (name, exposure) in
        [("", counts.exposure()), (", prices in the index", counts.exposure().indexed(version.pool(), DEPTH))]
    {
        let (mut choices, mut steps) = (Vec::new(), Vec::new());
        for (person, theta) in (4_000_000..).zip(normal(1_000, 11)) {
            let mut sitting = Sitting::new(&version, Some(&exposure), &Candidate::default(), person);
            loop {
                let start = Instant::now();
                let Next::Ask(choice) = sitting.ask() else { break };
                choices.push(start.elapsed().as_nanos());
                let held = version.pool().bank().get(choice.item);
                let right =
                    held.is_some_and(|item| chance(person, choice.item) < item.parameters.probability(theta));
                sitting.answer(right, 30)?;
                steps.push(start.elapsed().as_nanos());
            }
        }
        choices.sort_unstable();
        steps.sort_unstable();
        println!("selection of 5,000 with all rules{name}: {}", shown(&choices));
        println!("whole step{name}: {}", shown(&steps));
    }
    Ok(())
}
