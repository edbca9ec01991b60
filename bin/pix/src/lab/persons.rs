//! `pix lab persons`: who answered unlike the model, too fast or too slow, and who like whom.

use super::bank_answers::{BankAnswers, Files, read};
use super::persons_report::Report;
use super::reading::records;
use super::{machine, writing};
use clap::Args;
use measure::fit::{FitError, Likenesses, Pairing, Timed};
use measure::study::{Tempos, compared, judged, tempos};
use std::path::PathBuf;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    #[command(flatten)]
    files: Files,
    /// The items that two persons must both have answered to be compared.
    #[arg(long, default_value_t = Pairing::default().least_common)]
    least_common: u32,
    /// The most pairs that are compared; with more of them nothing is, and a column `session` says who sat together.
    #[arg(long, default_value_t = Pairing::default().most_pairs)]
    most_pairs: u64,
    /// Compares nobody with anybody.
    #[arg(long)]
    no_pairs: bool,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// A file for the persons: JSON if it ends in .json (with all odd times and pairs), otherwise comma-separated.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Prints JSON instead of tables.
    #[arg(long)]
    json: bool,
}

/// Judges the persons and prints.
///
/// # Errors
/// A sentence that names the file and line, the item, or how many pairs are too many.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let report = report(wanted)?;
    let (json, csv, text) = (|| report.json(), || report.csv(), || report.text());
    writing::findings(wanted.out.as_deref(), wanted.json, (json, csv, text))
}

fn report(wanted: &Wanted) -> Result<Report, String> {
    let file = wanted.files.file.display();
    let (sheet, answers) = read(&wanted.files)?;
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    let responses = &answers.answered.responses;
    let judged =
        judged(&answers.parameters, responses, threads).map_err(|error| format!("{file}: {error}"))?;
    let times = match sheet.find("seconds") {
        Some(_) => {
            let records = records(&sheet, &answers.answered).map_err(|error| error.to_string())?;
            let timed = records.iter().filter_map(|record| {
                let (person, item) = (record.answer.person, record.answer.item);
                Some(Timed { person, item, seconds: record.seconds? })
            });
            let (items, persons) = (responses.names().len(), responses.persons());
            Some(told(&answers, tempos(items, persons, &timed.collect::<Vec<_>>()), &file.to_string())?)
        }
        None => None,
    };
    drop(sheet);
    let abilities: Vec<f64> = judged.iter().map(|one| one.ability).collect();
    let pairs = if wanted.no_pairs { None } else { Some(pairs(wanted, &answers, &abilities, threads)?) };
    Ok(Report { answers, judged, times, pairs, least_common: wanted.least_common })
}

/// Times that cannot be judged, told with names.
fn told(answers: &BankAnswers, found: Result<Tempos, FitError>, file: &str) -> Result<Tempos, String> {
    found.map_err(|error| match error {
        FitError::NoAnswer => {
            format!("{file}: the column seconds is empty: give the seconds of each answer, or leave the column out")
        }
        FitError::Time { person, item, seconds } => {
            let name = |names: &[String], place: u32| names.get(place as usize).cloned().unwrap_or_default();
            let person = name(&answers.answered.persons, person);
            let item = name(answers.answered.responses.names(), item);
            format!("{file}: {person} took {seconds} seconds for {item}: expected a positive number")
        }
        other => format!("{file}: {other}"),
    })
}

fn pairs(
    wanted: &Wanted,
    answers: &BankAnswers,
    abilities: &[f64],
    threads: usize,
) -> Result<Likenesses, String> {
    let pairing = Pairing { least_common: wanted.least_common.max(1), most_pairs: wanted.most_pairs };
    let (responses, rooms) = (&answers.answered.responses, &answers.answered.sessions);
    compared(&answers.parameters, responses, abilities, rooms, pairing, threads).map_err(|error| {
        let file = wanted.files.file.display();
        match error {
            FitError::Pairs { pairs, most } => format!(
                "{file}: {pairs} pairs of persons to compare: expected {most} at most; tell in a column session who sat \
                 together, allow more with --most-pairs {pairs}, or leave pairs out with --no-pairs"
            ),
            other => format!("{file}: {other}"),
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lab::trial::{Files as Trial, answers};
    use clap::Parser;

    #[derive(Parser)]
    struct Line {
        #[command(flatten)]
        wanted: Wanted,
    }

    /// What the command says of 60 persons and 40 items.
    fn said(change: impl Fn(&mut String), options: &[&str]) -> Result<Report, String> {
        let mut text = answers(60, 40);
        change(&mut text);
        let files = Trial::new(&text, 40);
        let (answers, items) = (files.answers(), files.items());
        let line = ["persons", answers.as_str(), "--items", items.as_str()];
        report(&Line::parse_from(line.iter().chain(options)).wanted)
    }

    #[test]
    fn who_copied_raced_or_answered_by_chance_is_told() {
        let report = said(|_| (), &[]).expect("a report");
        let text = report.text();
        // Person 7 has the answers of person 3; person 20 takes a second for everything; 41 is wrong where it is easy.
        for row in ["| p3 | p7 | 40 | 40 |", "| p20 | 40 |", "| p41 | 40 |"] {
            assert!(text.contains(row), "{text}");
        }
        let csv = report.csv();
        assert_eq!(csv.lines().count(), 61);
        let line = csv.lines().find(|line| line.starts_with("p7,")).expect("a line");
        assert!(line.contains(",p3,"), "{line}");
        let json = report.json();
        assert_eq!(json["pairs"]["compared"], 60 * 59 / 2);
        assert_eq!(json["persons"].as_array().map(Vec::len), Some(60));
    }

    #[test]
    fn more_pairs_than_allowed_are_refused() {
        let error = said(|_| (), &["--most-pairs", "100"]).err().expect("refused");
        assert!(error.contains("1770 pairs of persons to compare: expected 100 at most"), "{error}");
        assert!(said(|_| (), &["--most-pairs", "100", "--no-pairs"]).expect("a report").pairs.is_none());
    }

    #[test]
    fn what_is_wrong_with_the_files_is_told() {
        let check = |change: &dyn Fn(&mut String), options: &[&str], expected: &str| {
            let error = said(change, options).err().expect("refused");
            assert!(error.contains(expected), "{error}");
        };
        check(&|text| text.push_str("p1,unheard,1,9\n"), &[], "answers to unheard, not in");
        check(&|text| text.push_str("p1,i0,1,9\n"), &[], "person p1 answered i0 twice");
        check(&|text| text.push_str("p99,i0,1,-4\n"), &[], "seconds is \"-4\"");
        check(
            &|text| *text = "person,item,response,seconds\np1,i0,1,\n".to_owned(),
            &[],
            "the column seconds is empty",
        );
        let left_out = said(|text| text.push_str("p1,unheard,1,9\n"), &["--known-only"]).expect("a report");
        assert_eq!(left_out.answers.unknown, ["unheard"]);
    }
}
