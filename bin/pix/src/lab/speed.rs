//! `pix lab speed`: how long the engines take on this machine, on one core.

use super::simulation::read_bank;
use super::table::Table;
use super::tables::{count, decimals};
use super::{machine, writing};
use clap::Args;
use measure::ability::{Answers, Grid, Likelihood, Method, Posterior, Prior};
use measure::certification::index::{Blend, DEPTH, Search};
use measure::certification::{Candidate, Counts, Exposure, Next, Pool, Sitting, Version};
use measure::irt::{Bank, Parameters, Response};
use measure::reference::{self, Circumstances, Estimator, draws};
use measure::simulation::{Behaviour, Engine, Examinee, Figures, Population, design, examine};
use std::hint::black_box;
use std::path::PathBuf;
use std::time::Instant;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// Banks: item, alpha, delta, competence, tube, skill; otherwise 500 and 5,000 items are drawn.
    banks: Vec<PathBuf>,
    /// Prints JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// The runs of a quick operation.
const RUNS: u32 = 20_000;
/// Those of a slow one.
const FEW: u32 = 500;
/// The people whose steps are timed.
const PEOPLE: u32 = 500;

/// Measures and prints.
///
/// # Errors
/// A sentence that names the bank and what is wrong with it.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let banks: Vec<Bank> = if wanted.banks.is_empty() {
        [500, 5_000].into_iter().map(|items| read_bank(None, items)).collect::<Result<_, _>>()?
    } else {
        wanted.banks.iter().map(|path| read_bank(Some(path), 0)).collect::<Result<_, _>>()?
    };
    let head = ["operation", "items", "median, µs", "99 % below, µs"];
    let load = machine::load().map_or_else(String::new, |load| format!("; load of the machine {load}"));
    let mut table = Table::new(format!("Times on one core{load}"), &head);
    estimation(&mut table);
    for bank in &banks {
        measure(bank, &mut table).map_err(|error| error.to_string())?;
    }
    if wanted.json {
        let rows: Vec<serde_json::Value> = table
            .rows
            .iter()
            .map(|row| {
                table
                    .head
                    .iter()
                    .cloned()
                    .zip(row.iter().cloned().map(Into::into))
                    .collect::<serde_json::Map<_, _>>()
                    .into()
            })
            .collect();
        return writing::print(&format!("{:#}", serde_json::json!({"caption": table.caption, "rows": rows})));
    }
    writing::print(&table.markdown())
}

/// The microseconds of each of many runs, sorted.
fn times(runs: u32, mut run: impl FnMut(u32)) -> Vec<f64> {
    let time = |rank| {
        let start = Instant::now();
        run(rank);
        start.elapsed().as_secs_f64() * 1e6
    };
    let mut all: Vec<f64> = (0..runs).map(time).collect();
    all.sort_by(f64::total_cmp);
    all
}

fn push(table: &mut Table, operation: &str, items: Option<usize>, times: &[f64]) {
    let at = |percent: usize| times.get(times.len() * percent / 100).copied().unwrap_or_default();
    let items = items.map_or_else(|| "–".to_owned(), count);
    table.push([operation.to_owned(), items, decimals(at(50), 2), decimals(at(99), 2)]);
}

/// 32 answers of a person of ability 0.
fn answers() -> Vec<(Parameters, bool)> {
    let item = |rank: u32| {
        let difficulty = f64::from(rank % 9) / 4.0 - 1.0;
        (Parameters { discrimination: 0.7 + f64::from(rank % 5) / 4.0, difficulty }, rank < 16)
    };
    (0..32).map(item).collect()
}

fn estimation(table: &mut Table) {
    let (grid, prior) = (Grid::default(), Prior::default());
    let answers = answers();
    let (mut likelihood, one) = (Likelihood::new(&grid), Parameters { discrimination: 1.2, difficulty: 0.3 });
    let mut posterior = Posterior::new(&grid, &prior, &likelihood);
    let update = times(RUNS, |rank| {
        if rank % 32 == 0 {
            likelihood = Likelihood::new(&grid);
        }
        likelihood.add(&grid, black_box(one), rank % 3 == 0);
        posterior.update(&grid, &prior, &likelihood);
        black_box(posterior.mean());
    });
    push(table, "best: ability after one more answer", None, &update);
    let known = Answers::in_order(answers.iter().copied());
    let issued = times(RUNS, |_| {
        black_box(black_box(&known).estimate(Method::WeightedLikelihood, &grid));
    });
    push(table, "best: issued ability and error, 32 answers", None, &issued);
    if let Ok(fresh) = Estimator::new(0.0, None) {
        let mut estimator = fresh.clone();
        let learn = times(RUNS, |rank| {
            if rank % 32 == 0 {
                estimator.clone_from(&fresh);
            }
            black_box(estimator.learn(black_box(one), rank % 3 == 0));
        });
        push(table, "reference: ability after one more answer", None, &learn);
    }
}

fn measure(bank: &Bank, table: &mut Table) -> Result<(), Box<dyn std::error::Error>> {
    let items = Some(bank.len());
    let pool = Pool::plain(bank.clone())?;
    let free = Version::new(pool.clone(), design::free(32, design::scale()?)?)?;
    let people = Population::new(3, Behaviour::default())?.draw(RUNS);
    let theta = |rank: u32| people.get(rank as usize).map_or(0.0, |one| one.theta);
    let search = |theta: f64| {
        let (admit, chance) = (|_| true, |_| 0.0);
        Search { pool: &pool, theta, count: 5, admit, chance, prices: &[], blend: Blend::NONE }
    };
    let all = times(RUNS, |rank| drop(black_box(search(theta(rank)).all())));
    push(table, "best: exact top 5, looking at every item", items, &all);
    let indexed = times(RUNS, |rank| drop(black_box(free.index().search(&search(theta(rank))))));
    push(table, "best: exact top 5, by the index", items, &indexed);
    let constrained = Version::new(pool.clone(), design::constrained(32, design::scale()?)?)?;
    let mut counts = Counts::new(design::limits()?, bank.len());
    let engine = Engine::Best(&constrained);
    examine(&engine, people.get(..3_000).unwrap_or_default(), Some(&mut counts), 1);
    let exposure = counts.exposure().indexed(constrained.pool(), DEPTH);
    let people = people.get(..PEOPLE as usize).unwrap_or_default();
    steps(&constrained, &exposure, people, ("all rules", table))?;
    let by_domain = design::by_domain(32, design::scale()?, pool.competences())?;
    steps(&Version::new(pool, by_domain)?, &exposure, people, ("all rules, quotas of domains", table))?;
    compat(bank, table)?;
    whole(&free, bank, table)
}

/// Selection with every rule on, and the whole step.
fn steps(
    version: &Version,
    exposure: &Exposure,
    people: &[Examinee],
    (rules, table): (&str, &mut Table),
) -> Result<(), Box<dyn std::error::Error>> {
    let (mut choices, mut steps, mut scores) = (Vec::new(), Vec::new(), Vec::new());
    for one in people {
        let mut sitting = Sitting::new(version, Some(exposure), &Candidate::default(), one.seed());
        loop {
            let start = Instant::now();
            let Next::Ask(choice) = sitting.ask() else { break };
            let chosen = start.elapsed();
            let right =
                version.pool().bank().get(choice.item).is_some_and(|item| one.answers(choice.item, item));
            let again = Instant::now();
            sitting.answer(right, 30)?;
            choices.push(chosen.as_secs_f64() * 1e6);
            steps.push((chosen + again.elapsed()).as_secs_f64() * 1e6);
        }
        let start = Instant::now();
        black_box(sitting.score());
        scores.push(start.elapsed().as_secs_f64() * 1e6);
    }
    let items = Some(version.pool().bank().len());
    for (name, times) in [
        ("selection", &mut choices),
        ("whole step (selection, update, log)", &mut steps),
        ("score with bands and probabilities", &mut scores),
    ] {
        times.sort_by(f64::total_cmp);
        push(table, &format!("best: {name}, {rules}"), items, times);
    }
    Ok(())
}

/// The reference's choice after 20 answers, which estimates all of them again.
fn compat(bank: &Bank, table: &mut Table) -> Result<(), Box<dyn std::error::Error>> {
    let engine = reference::Engine::new(bank, design::reference(32))?;
    let (mut answers, around): (Vec<Response>, _) = (Vec::new(), Circumstances::default());
    while answers.len() < 20 {
        let reference::Next::Ask(choice) = engine.next(&answers, &around, draws(1, answers.len()))? else {
            break;
        };
        answers.push(Response { item: choice.item, right: choice.item % 3 != 0 });
    }
    let choice = times(FEW, |_| {
        black_box(engine.next(black_box(&answers), &around, draws(1, 20)).is_ok());
    });
    push(table, "reference mode: choice after 20 answers, every reason", Some(bank.len()), &choice);
    Ok(())
}

/// A simulation of 1,000 tests, scores included.
fn whole(version: &Version, bank: &Bank, table: &mut Table) -> Result<(), Box<dyn std::error::Error>> {
    let people = Population::new(0, Behaviour::default())?.draw(1_000);
    // Long enough for the machine to turn to others in between: the time of the processor is told where it is known.
    let mut seconds: Vec<f64> = (0..5)
        .map(|_| {
            let watch = machine::Watch::start();
            let cohort = examine(&Engine::Best(version), &people, None, 1);
            black_box(Figures::new(&cohort));
            let (clock, processor) = watch.seconds();
            processor.unwrap_or(clock) * 1e6
        })
        .collect();
    seconds.sort_by(f64::total_cmp);
    push(table, "best: simulation of 1,000 tests of 32 questions", Some(bank.len()), &seconds);
    Ok(())
}
