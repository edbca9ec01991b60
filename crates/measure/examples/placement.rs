//! Compares the placements on simulated learners: `placement [learners] [seed]`.
//!
//! Both meet the same learners and the same answers to the same questions. The placement that bears
//! with errors is told the same about the questions whatever the learners' true error rates are.

#![allow(clippy::print_stdout, reason = "a program prints")]

use std::time::Instant;

use measure::placement::bayes::{Course, Noise, Plan, Trust};
use measure::placement::cohort::{Competence, Learner, Report, Row, SPREADS, TRUE_NOISE, WAYS};
use measure::placement::cohort::{bayes, reference};

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let learners = arguments.next().and_then(Result::ok).unwrap_or(1_000);
    let seed = arguments.next().and_then(Result::ok).unwrap_or(1);
    println!("{learners} learners, seed {seed}; the engine is told: 1 way in {}, usual slip 5 %", WAYS.0);
    println!(
        "| competence | spread | slip/guess | placement | questions | longest | RMSE | wrong level | by 2+ | range covers | certainty |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|");
    let mut costs = Vec::new();
    for competence in Competence::ALL {
        let targets = competence.targets();
        let course = Course::new(competence.targets(), |_| WAYS);
        for (spread, noise) in SPREADS.into_iter().flat_map(|spread| TRUE_NOISE.map(|noise| (spread, noise)))
        {
            let (mut old, mut new) = (Report::default(), Report::default());
            for rank in 0..learners {
                let learner = Learner::drawn(seed, rank, spread, noise);
                old.add(&targets, &learner, &reference(&targets, &learner));
                let start = Instant::now();
                let sitting = bayes(&course, &learner, &Trust::default(), &Plan::default());
                let steps = f64::from(sitting.questions + 1);
                costs.push(start.elapsed().as_secs_f64() * 1e6 / steps);
                new.add(&targets, &learner, &sitting);
            }
            show(competence, spread, noise, "reference", &old.row());
            show(competence, spread, noise, "bayes", &new.row());
        }
        costs.sort_by(f64::total_cmp);
        let at = |share: usize| costs.get(costs.len() * share / 100).copied().unwrap_or_default();
        println!(
            "| {} | | | bayes, one choice | median {:.0} µs | 1 in 20 below {:.0} µs | | | | | |",
            competence.name(),
            at(50),
            at(5)
        );
        costs.clear();
    }
}

fn show(competence: Competence, spread: f64, noise: Noise, placement: &str, row: &Row) {
    let percent = |rate: f64| rate * 100.0;
    println!(
        "| {} | {spread} | {:.0}/{:.0} % | {placement} | {:.2} | {} | {:.2} | {:.1} % | {:.2} % | {} | {} |",
        competence.name(),
        percent(noise.slip),
        percent(noise.guess),
        row.questions,
        row.longest,
        row.rmse,
        percent(row.wrong),
        percent(row.far),
        row.covered.map_or_else(String::new, |covered| format!("{:.1} %", percent(covered))),
        row.certainty.map_or_else(String::new, |certainty| format!("{:.1} %", percent(certainty))),
    );
}
