//! `pix lab simulate certification`: simulated people take an adaptive test.

use super::criteria::By;
use super::reading::{Sheet, abilities, bank, scale};
use super::{machine, tables, writing};
use clap::{Args, ValueEnum};
use measure::certification::{Counts, Pool, Settings, Version};
use measure::irt::Bank;
use measure::reference;
use measure::simulation::{self, Behaviour, Cohort, Engine, Examinee, Population, design, examine};
use measure::study::{CertificationStudy, test_json};
use serde_json::json;
use std::fmt::Write;
use std::path::{Path, PathBuf};

/// Whose test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Whose {
    /// Ours, with all rules: one question per tube, two per competence, no item in more than 0.20 of the tests.
    Best,
    /// Ours without any rule.
    Free,
    /// The reference's.
    Reference,
}

impl Whose {
    fn name(self) -> &'static str {
        match self {
            Self::Best => "best, all rules",
            Self::Free => "best, no rule",
            Self::Reference => "reference",
        }
    }
}

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// Whose test.
    #[arg(long, value_enum, default_value_t = Whose::Best)]
    engine: Whose,
    /// What our test chooses its questions by.
    #[arg(long, value_enum, default_value_t = By::Information)]
    criterion: By,
    /// The bank: item, alpha, delta and, if known, competence, tube, skill; otherwise 500 items are drawn.
    #[arg(long)]
    bank: Option<PathBuf>,
    /// The scale: min, max, from, to of each interval; otherwise that of 2023.
    #[arg(long)]
    scale: Option<PathBuf>,
    /// How many people; they have normal abilities.
    #[arg(long, default_value_t = 1_000)]
    examinees: u32,
    /// True abilities, in a column theta, instead.
    #[arg(long)]
    abilities: Option<PathBuf>,
    /// How many take the test before, so that exposure control settles.
    #[arg(long, default_value_t = 10_000)]
    settling: u32,
    /// The questions of a test.
    #[arg(long, default_value_t = 32)]
    questions: u32,
    /// The probability of failing at what one can do.
    #[arg(long, default_value_t = 0.0)]
    slip: f64,
    /// The probability of succeeding at what one cannot do.
    #[arg(long, default_value_t = 0.0)]
    guess: f64,
    /// The deviation of what a person knows of a competence beyond the ability.
    #[arg(long, default_value_t = 0.0)]
    dependence: f64,
    /// The probability of leaving before each question but the first.
    #[arg(long, default_value_t = 0.0)]
    leave: f64,
    /// What makes all draws; 0 gives the common random numbers of the published comparison.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// Prints JSON instead of tables.
    #[arg(long)]
    json: bool,
    /// A file where each person is written.
    #[arg(long)]
    people: Option<PathBuf>,
    /// A file where each answer is written, as `pix lab calibrate` reads them.
    #[arg(long)]
    answers: Option<PathBuf>,
}

/// Runs it and prints what was seen.
///
/// # Errors
/// A sentence that names the file and line, the item or the number that is not one.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let told = |error: &dyn std::error::Error| error.to_string();
    let bank = read_bank(wanted.bank.as_deref(), 500)?;
    let scale = match &wanted.scale {
        Some(path) => {
            scale(&Sheet::read(path).map_err(|error| told(&error))?).map_err(|error| told(&error))?
        }
        None => design::scale().map_err(|error| told(&error))?,
    };
    let Wanted { slip, guess, dependence, leave, seed, .. } = *wanted;
    let behaviour = Behaviour { slip, guess, dependence, leave };
    let people = Population::new(seed, behaviour).map_err(|error| told(&error))?;
    let examinees = match &wanted.abilities {
        Some(path) => {
            let sheet = Sheet::read(path).map_err(|error| told(&error))?;
            people.of(&abilities(&sheet).map_err(|error| told(&error))?)
        }
        None => people.draw(wanted.examinees),
    };
    let watch = machine::Watch::start();
    let cohort = cohort(wanted, &bank, &scale, behaviour, &examinees)?;
    let (clock, processor) = watch.seconds();
    if let Some(path) = &wanted.people {
        writing::file(path, &people_text(&cohort))?;
    }
    if let Some(path) = &wanted.answers {
        writing::file(path, &answers_text(&cohort, &bank))?;
    }
    let Some(seen) = CertificationStudy::new(wanted.engine.name(), &cohort, &scale) else {
        return Err(
            "no test came to a score: people left, or the bank has no item left before the end; give more \
                    people, more items or fewer questions"
                .to_owned(),
        );
    };
    if wanted.json {
        return writing::print(&format!("{:#}", json!({"simulation": test_json(&seen), "seconds": clock})));
    }
    writing::print(&report(&seen))?;
    let processor =
        processor.map_or_else(String::new, |seconds| format!(", {seconds:.2} s of the processors"));
    let load = machine::load().map_or_else(String::new, |load| format!("; load {load}"));
    writing::print(&format!("{clock:.2} s{processor} (settling included){load}"))
}

/// A bank, read or drawn.
///
/// # Errors
/// A sentence that names the file, the line and the item.
pub fn read_bank(path: Option<&Path>, items: u32) -> Result<Bank, String> {
    match path {
        Some(path) => {
            let sheet = Sheet::read(path).map_err(|error| error.to_string())?;
            bank(&sheet).map_err(|error| error.to_string())
        }
        None => simulation::bank(items, 1).map_err(|error| error.to_string()),
    }
}

fn cohort(
    wanted: &Wanted,
    bank: &Bank,
    scale: &measure::certification::Scale,
    behaviour: Behaviour,
    examinees: &[Examinee],
) -> Result<Cohort, String> {
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    if wanted.engine == Whose::Reference {
        if wanted.criterion != By::Information {
            return Err(
                "the reference chooses by information: expected no other criterion with it".to_owned()
            );
        }
        let length = usize::try_from(wanted.questions).map_err(|error| error.to_string())?;
        let engine =
            reference::Engine::new(bank, design::reference(length)).map_err(|error| error.to_string())?;
        return Ok(examine(&Engine::Reference(bank, &engine, scale), examinees, None, threads));
    }
    let settings = match wanted.engine {
        Whose::Best => design::constrained(wanted.questions, scale.clone()),
        _ => design::free(wanted.questions, scale.clone()),
    };
    let pool = Pool::plain(bank.clone()).map_err(|error| error.to_string())?;
    let settings = settings.map_err(|error| error.to_string())?;
    let settings = Settings { criterion: wanted.criterion.into(), ..settings };
    let version = Version::new(pool, settings).map_err(|error| error.to_string())?;
    let engine = Engine::Best(&version);
    if wanted.engine == Whose::Free {
        return Ok(examine(&engine, examinees, None, threads));
    }
    let limits = design::limits().map_err(|error| error.to_string())?;
    let mut counts = Counts::new(limits, bank.len());
    let before = Population::new(wanted.seed ^ (1 << 40), behaviour).map_err(|error| error.to_string())?;
    examine(&engine, &before.draw(wanted.settling), Some(&mut counts), threads);
    Ok(examine(&engine, examinees, Some(&mut counts), threads))
}

fn report(seen: &CertificationStudy) -> String {
    let tests = std::slice::from_ref(seen);
    let by = |caption: &str, show: fn(&simulation::Stratum) -> String| {
        tables::by_ability(caption, tests, show).markdown()
    };
    [
        tables::errors(tests).markdown(),
        by("Bias", |stratum| tables::decimals(stratum.bias, 4)),
        by("RMSE", |stratum| tables::decimals(stratum.rmse, 4)),
        by("95 % bands cover", |stratum| tables::percent(stratum.cover)),
        tables::exposure(tests).markdown(),
        tables::levels(tests).markdown(),
        tables::confusion(seen).markdown(),
    ]
    .join("\n")
}

fn people_text(cohort: &Cohort) -> String {
    let mut text = "person,theta,questions,right,end,ability,error,low,high,pix,level\n".to_owned();
    for (person, one) in cohort.taken.iter().enumerate() {
        let right = one.asked.iter().filter(|asked| asked.right).count();
        let score = if one.scored {
            let level = one.worth.mesh.map_or_else(String::new, |mesh| mesh.to_string());
            let (low, high) = one.band;
            format!("{:.6},{:.6},{low:.6},{high:.6},{},{level}", one.ability, one.error, one.worth.pix)
        } else {
            ",,,,,".to_owned()
        };
        let (theta, asked, close) = (one.theta, one.asked.len(), one.close);
        // Writing to a text does not fail.
        let _ = writeln!(text, "{person},{theta:.6},{asked},{right},{close:?},{score}");
    }
    text
}

fn answers_text(cohort: &Cohort, bank: &Bank) -> String {
    let mut text = "person,item,response\n".to_owned();
    for (person, one) in cohort.taken.iter().enumerate() {
        for asked in &one.asked {
            let name = bank.get(asked.item).map_or("", |item| item.name.as_str());
            let _ = writeln!(text, "{person},{name},{}", u8::from(asked.right));
        }
    }
    text
}
