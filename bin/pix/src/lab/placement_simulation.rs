//! `pix lab simulate placement`: simulated learners take the test that places them.

use super::{machine, placement_tables, writing};
use clap::{Args, ValueEnum};
use measure::placement::bayes::{Course, Noise, Plan, Trust};
use measure::placement::cohort::{Competence, Learner, Report, WAYS, bayes, reference};
use measure::simulation::{Behaviour, each};
use measure::study::{PlacementStudy, placement_json};

/// Whose placement.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Whose {
    /// The one that bears with errors.
    Bayes,
    /// The reference's.
    Reference,
}

/// On what.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum On {
    /// A competence like those of the open bank: 35 skills in five tubes.
    OpenBank,
    /// 36 skills in eight tubes with gaps.
    Large,
}

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// Whose placement.
    #[arg(long, value_enum, default_value_t = Whose::Bayes)]
    engine: Whose,
    /// On what.
    #[arg(long, value_enum, default_value_t = On::OpenBank)]
    competence: On,
    /// How many learners.
    #[arg(long, default_value_t = 1_000)]
    learners: u32,
    /// The probability of failing at what one masters.
    #[arg(long, default_value_t = 0.0)]
    slip: f64,
    /// The probability of succeeding at what one does not master.
    #[arg(long, default_value_t = 0.0)]
    guess: f64,
    /// The deviation of a learner's thresholds around the general level.
    #[arg(long, default_value_t = 0.7)]
    dependence: f64,
    /// The probability of leaving before each question but the first.
    #[arg(long, default_value_t = 0.0)]
    leave: f64,
    /// What makes all draws.
    #[arg(long, default_value_t = 0)]
    seed: u64,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// Prints JSON instead of a table.
    #[arg(long)]
    json: bool,
}

/// Runs it and prints what was seen.
///
/// # Errors
/// A sentence that names the number that is not one.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let Wanted { slip, guess, dependence: spread, leave, seed, .. } = *wanted;
    let behaviour = Behaviour { slip, guess, dependence: spread, leave };
    behaviour.check().map_err(|error| error.to_string())?;
    if wanted.learners == 0 {
        return Err("0 learners: expected at least 1".to_owned());
    }
    let competence = match wanted.competence {
        On::OpenBank => Competence::OpenBank,
        On::Large => Competence::Large,
    };
    let targets = competence.targets();
    let course = Course::new(competence.targets(), |_| WAYS);
    let ranks: Vec<u64> = (0..u64::from(wanted.learners)).collect();
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    let (trust, plan) = (Trust::default(), Plan::default());
    let taken = each(&ranks, threads, |rank| {
        let learner = Learner::drawn(seed, *rank, spread, Noise { slip, guess }).leaving(leave);
        let sitting = match wanted.engine {
            Whose::Bayes => bayes(&course, &learner, &trust, &plan),
            Whose::Reference => reference(&targets, &learner),
        };
        (learner, sitting)
    });
    let mut report = Report::default();
    for (learner, sitting) in &taken {
        report.add(&targets, learner, sitting);
    }
    let placement = match wanted.engine {
        Whose::Bayes => "bayes",
        Whose::Reference => "reference",
    };
    let (competence, row) = (competence.name(), report.row());
    let seen = [PlacementStudy { competence, spread, slip, guess, leave, placement, row }];
    if wanted.json {
        return writing::print(
            &seen.iter().map(|one| format!("{:#}", placement_json(one))).collect::<String>(),
        );
    }
    writing::print(&placement_tables::placement(&seen).markdown())?;
    if leave > 0.0 { writing::print(&placement_tables::departures(&seen).markdown()) } else { Ok(()) }
}
