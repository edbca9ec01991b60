//! `pix lab drift`: which items of a calibrated bank became easier or harder, and since which answer.

use super::bank_answers::{BankAnswers, Files, read};
use super::calibration_report::TOLD;
use super::reading::{Record, ordered, records};
use super::table::Table;
use super::tables::{count, decimals, percent};
use super::writing::quoted;
use super::{machine, writing};
use clap::Args;
use measure::calibration::Answer;
use measure::fit::Drift;
use measure::study::{Alarm, Surveillance, Watch, Watched, watched};
use serde_json::{Value, json};
use std::path::PathBuf;

/// What is asked for.
#[derive(Debug, Args)]
#[command(
    after_help = "The answers are lines person,item,response in the order of time; with a column `time` it is checked."
)]
pub struct Wanted {
    #[command(flatten)]
    files: Files,
    /// k: half of the shift of the mean residual that is to be found soonest.
    #[arg(long, default_value_t = Watch::default().allowance)]
    allowance: f64,
    /// h: the sum beyond which an item is told; otherwise the least with which any sound item is told in about one file
    /// of twenty.
    #[arg(long)]
    limit: Option<f64>,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// A file for the items: JSON if it ends in .json, otherwise comma-separated.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Prints JSON instead of tables.
    #[arg(long)]
    json: bool,
}

/// Watches the items and prints.
///
/// # Errors
/// A sentence that names the file and line, or the item.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let report = report(wanted)?;
    let (json, csv, text) = (|| report.json(), || report.csv(), || report.text());
    writing::findings(wanted.out.as_deref(), wanted.json, (json, csv, text))
}

fn report(wanted: &Wanted) -> Result<Report, String> {
    let told = |error: super::reading::FileError| error.to_string();
    let (sheet, answers) = read(&wanted.files)?;
    let records = records(&sheet, &answers.answered).map_err(told)?;
    ordered(&sheet).map_err(told)?;
    drop(sheet);
    let in_order: Vec<Answer> = records.iter().map(|record| record.answer).collect();
    let watch = Watch { allowance: wanted.allowance, limit: wanted.limit };
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    let found = watched(&answers.parameters, &answers.answered.responses, &in_order, watch, threads)
        .map_err(|error| format!("{}: {error}", wanted.files.file.display()))?;
    Ok(Report { answers, records, found })
}

/// The head of the file of items.
const HEAD: &str = "item,answers,right,expected_right,easier,harder,drift,since_line,told_line,answers_since,right_since,\
                    expected_since";

/// The items and what is said of them.
struct Report {
    answers: BankAnswers,
    records: Vec<Record>,
    found: Surveillance,
}

impl Report {
    fn items(&self) -> impl Iterator<Item = (&String, &Watched)> {
        self.answers.answered.responses.names().iter().zip(&self.found.items)
    }

    fn line(&self, place: usize) -> u64 {
        self.records.get(place).map_or(0, |record| record.line)
    }

    fn csv(&self) -> String {
        let lines = self.items().map(|(name, item)| self.fields(name, item).join(",") + "\n");
        format!("{HEAD}\n{}", lines.collect::<String>())
    }

    fn fields(&self, name: &str, item: &Watched) -> Vec<String> {
        let alarm = |value: &dyn Fn(Alarm) -> String| item.alarm.map_or_else(String::new, value);
        vec![
            quoted(name),
            item.answers.to_string(),
            item.right.to_string(),
            format!("{:.3}", item.expected),
            format!("{:.3}", item.sums.0),
            format!("{:.3}", item.sums.1),
            alarm(&|alarm| way(alarm.drift).to_owned()),
            alarm(&|alarm| self.line(alarm.since).to_string()),
            alarm(&|alarm| self.line(alarm.told).to_string()),
            alarm(&|alarm| alarm.answers.to_string()),
            alarm(&|alarm| format!("{:.6}", alarm.right)),
            alarm(&|alarm| format!("{:.6}", alarm.expected)),
        ]
    }

    fn json(&self) -> Value {
        let item = |(name, item): (&String, &Watched)| {
            json!({
                "item": name,
                "answers": item.answers,
                "right": item.right,
                "expectedRight": item.expected,
                "sums": {"easier": item.sums.0, "harder": item.sums.1},
                "alarm": item.alarm.map(|alarm| json!({
                    "drift": way(alarm.drift),
                    "sinceLine": self.line(alarm.since),
                    "toldLine": self.line(alarm.told),
                    "answersSince": alarm.answers,
                    "rightSince": alarm.right,
                    "expectedSince": alarm.expected,
                })),
            })
        };
        let groups = self.found.groups.iter().zip(&self.answers.answered.groups);
        let group = |(group, name): (&measure::calibration::Group, &String)| json!({"name": name, "mean": group.mean, "deviation": group.deviation, "persons": group.persons});
        json!({
            "allowance": self.found.allowance,
            "limit": self.found.limit,
            "unknownItems": self.answers.unknown,
            "groups": groups.map(group).collect::<Value>(),
            "items": self.items().map(item).collect::<Value>(),
        })
    }

    fn text(&self) -> String {
        [self.summary().markdown(), self.drifting().markdown()].join("\n")
    }

    fn summary(&self) -> Table {
        let mut table = Table::new("Drift answer by answer", &["", "value"]);
        let mut push = |name: &str, value: String| table.push([name.to_owned(), value]);
        push("persons", count(self.answers.answered.persons.len()));
        push("answers", count(self.records.len()));
        push("items", count(self.found.items.len()));
        if !self.answers.unknown.is_empty() {
            push("items left out, not calibrated", count(self.answers.unknown.len()));
        }
        let known = self.found.groups.iter().zip(&self.answers.answered.groups);
        for (group, name) in known {
            let name = if name.is_empty() { String::new() } else { format!(" of {name}") };
            push(
                &format!("mean and deviation of abilities{name}"),
                format!("{}, {}", decimals(group.mean, 3), decimals(group.deviation, 3)),
            );
        }
        push("allowance k", decimals(self.found.allowance, 2));
        push("limit h", decimals(self.found.limit, 1));
        table
    }

    fn drifting(&self) -> Table {
        let mut odd: Vec<(&String, Alarm)> =
            self.items().filter_map(|(name, item)| Some((name, item.alarm?))).collect();
        odd.sort_by_key(|(_, alarm)| alarm.told);
        let caption = format!(
            "Items that drift: {} of {}, the first told first",
            odd.len(),
            count(self.found.items.len())
        );
        let head = ["item", "now", "since line", "told in line", "answers since", "right", "expected"];
        let mut table = Table::new(caption, &head);
        for (name, alarm) in odd.into_iter().take(TOLD) {
            table.push([
                name.clone(),
                way(alarm.drift).to_owned(),
                count(self.line(alarm.since)),
                count(self.line(alarm.told)),
                count(alarm.answers),
                percent(alarm.right),
                percent(alarm.expected),
            ]);
        }
        table
    }
}

fn way(drift: Drift) -> &'static str {
    match drift {
        Drift::Easier => "easier",
        Drift::Harder => "harder",
    }
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

    fn said(text: &str, options: &[&str]) -> Result<Report, String> {
        let files = Trial::new(text, 20);
        let (answers, items) = (files.answers(), files.items());
        let line = ["drift", answers.as_str(), "--items", items.as_str()];
        report(&Line::parse_from(line.iter().chain(options)).wanted)
    }

    /// The answers of 500 persons; from the 300th on everybody knows the answer to item 15, a hard one.
    fn leaked() -> String {
        let known = |line: &str| {
            let person = line.strip_prefix('p').and_then(|rest| rest.split(',').next()?.parse::<u32>().ok());
            let leaks = person.is_some_and(|person| person >= 300) && line.contains(",i15,");
            if leaks { line.replace(",i15,0,", ",i15,1,") } else { line.to_owned() }
        };
        answers(500, 20).lines().map(known).collect::<Vec<_>>().join("\n")
    }

    #[test]
    fn an_item_that_leaked_is_told_with_its_line() {
        let report = said(&leaked(), &[]).expect("a report");
        let alarms: Vec<_> =
            report.items().filter_map(|(name, item)| Some((name.as_str(), item.alarm?))).collect();
        let [(name, alarm)] = alarms.as_slice() else { panic!("one item: {alarms:?}") };
        assert_eq!((*name, alarm.drift), ("i15", Drift::Easier));
        // Person 300 answers item 15 in line 300 × 20 + 15 + 2.
        let since = report.line(alarm.since);
        assert!((5_000..7_500).contains(&since) && alarm.right > alarm.expected + 0.3, "{since} {alarm:?}");
        assert!(report.text().contains("| i15 | easier |"), "{}", report.text());
        let csv = report.csv();
        assert_eq!(csv.lines().count(), 21);
        assert!(csv.lines().any(|line| line.starts_with("i15,500,") && line.contains(",easier,")), "{csv}");
        assert_eq!(report.json()["items"].as_array().map(Vec::len), Some(20));
    }

    #[test]
    fn sound_items_are_left_in_peace() {
        let report = said(&answers(500, 20), &[]).expect("a report");
        assert!(report.found.items.iter().all(|item| item.alarm.is_none()), "{}", report.text());
    }

    #[test]
    fn what_is_wrong_is_told() {
        let check = |text: &str, options: &[&str], expected: &str| {
            let error = said(text, options).err().expect("refused");
            assert!(error.contains(expected), "{error}");
        };
        check("person,i1,i2\np,1,0\n", &[], "expected one named item");
        check("person,item,response,time\np,i1,1,9\np,i2,1,8\n", &[], "line 3: time is \"8\"");
        check("person,item,response\np,i1,1\n", &["--allowance=-1"], "the allowance k is -1");
        check("person,item,response\np,i1,1\n", &["--limit=0"], "the limit h is 0");
        check("person,item,response\np,other,1\n", &["--known-only"], "answers to other, not in");
    }
}
