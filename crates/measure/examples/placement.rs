//! Compares the placements on simulated learners: `placement [learners] [seed] [threads]`.
//!
//! Both meet the same learners and the same answers to the same questions. The placement that bears
//! with errors is told the same about the questions whatever the learners' true error rates are. The
//! last row of each cohort is the same placement after every question of the bank: no choice of
//! questions finds much more.

#![allow(clippy::print_stdout, reason = "a program prints")]

use std::time::Instant;

use measure::placement::Targets;
use measure::placement::bayes::{Course, Plan, Trust};
use measure::placement::cohort::{Competence, Learner, Report, Row, SPREADS, TRUE_NOISE, WAYS};
use measure::placement::cohort::{bayes, exhaustive, reference};

/// The reports of the three ways to measure, and the microseconds of one choice, learner by learner.
#[derive(Default)]
struct Reports {
    old: Report,
    new: Report,
    all: Report,
    costs: Vec<f64>,
}

fn main() {
    let mut arguments = std::env::args().skip(1).map(|argument| argument.parse::<u64>());
    let mut argument = |default| arguments.next().and_then(Result::ok).unwrap_or(default);
    let (learners, seed, threads) = (argument(1_000), argument(1), argument(1).max(1));
    println!("{learners} learners, seed {seed}; the engine is told: 1 way in {}, usual slip 5 %\n", WAYS.0);
    println!(
        "| competence | spread | slip/guess | placement | questions | longest | RMSE in pix | wrong level | of the reference's | by 2+ | range covers | certainty |"
    );
    println!("|---|---|---|---|---|---|---|---|---|---|---|---|");
    let mut costs = Vec::new();
    for competence in Competence::ALL {
        let targets = competence.targets();
        let course = Course::new(competence.targets(), |_| WAYS);
        for (spread, noise) in SPREADS.into_iter().flat_map(|spread| TRUE_NOISE.map(|noise| (spread, noise)))
        {
            let sat = |rank| Learner::drawn(seed, rank, spread, noise);
            let reports = cohort((&targets, &course), learners, threads, sat);
            let head = format!(
                "{} | {spread} | {:.0}/{:.0} %",
                competence.name(),
                noise.slip * 100.0,
                noise.guess * 100.0
            );
            let old = reports.old.row();
            show(&head, "reference", &old, None, learners);
            show(&head, "bayes", &reports.new.row(), Some(old.wrong), learners);
            show(&head, "every question", &reports.all.row(), Some(old.wrong), learners);
            costs.extend(reports.costs);
        }
        costs.sort_by(f64::total_cmp);
        let at = |share: usize| costs.get(costs.len() * share / 100).copied().unwrap_or_default();
        println!(
            "| {} | | | bayes, one choice | median {:.0} µs | 1 in 20 below {:.0} µs | | | | | | |",
            competence.name(),
            at(50),
            at(5)
        );
        costs.clear();
    }
}

/// The reports of a cohort, its learners dealt to some threads.
fn cohort(
    (targets, course): (&Targets, &Course),
    learners: u64,
    threads: u64,
    drawn: impl Fn(u64) -> Learner + Sync,
) -> Reports {
    let share = |thread: u64| {
        let mut reports = Reports::default();
        for rank in (thread..learners).step_by(usize::try_from(threads).unwrap_or(1)) {
            one(&mut reports, (targets, course), &drawn(rank));
        }
        reports
    };
    let share = &share;
    std::thread::scope(|scope| {
        let hands: Vec<_> = (0..threads).map(|thread| scope.spawn(move || share(thread))).collect();
        hands.into_iter().filter_map(|hand| hand.join().ok()).fold(Reports::default(), merged)
    })
}

fn one(reports: &mut Reports, (targets, course): (&Targets, &Course), learner: &Learner) {
    let (trust, plan) = (Trust::default(), Plan::default());
    reports.old.add(targets, learner, &reference(targets, learner));
    let start = Instant::now();
    let sitting = bayes(course, learner, &trust, &plan);
    let choices = f64::from(sitting.questions + 1);
    reports.costs.push(start.elapsed().as_secs_f64() * 1e6 / choices);
    reports.new.add(targets, learner, &sitting);
    reports.all.add(targets, learner, &exhaustive(course, learner, &trust));
}

fn merged(mut sum: Reports, part: Reports) -> Reports {
    sum.old.merge(&part.old);
    sum.new.merge(&part.new);
    sum.all.merge(&part.all);
    sum.costs.extend(part.costs);
    sum
}

fn show(head: &str, placement: &str, row: &Row, old: Option<f64>, learners: u64) {
    let percent = |rate: f64| rate * 100.0;
    let error = |rate: f64| percent((rate * (1.0 - rate) / learners as f64).sqrt());
    let share = |part: Option<f64>| part.map_or_else(String::new, |part| format!("{:.1} %", percent(part)));
    let ratio =
        old.filter(|old| *old > 0.01).map_or_else(String::new, |old| format!("{:.2}", row.wrong / old));
    println!(
        "| {head} | {placement} | {:.2} | {} | {:.2} | {:.2} ± {:.2} % | {ratio} | {:.2} % | {} | {} |",
        row.questions,
        row.longest,
        row.rmse,
        percent(row.wrong),
        error(row.wrong),
        percent(row.far),
        share(row.covered),
        share(row.certainty),
    );
}
