//! `pix lab calibrate`: items from answers.

use super::calibration_report::Report;
use super::item_change::change;
use super::reading::{Answered, Sheet, answered, parameters};
use super::score_misfit::Scores;
use super::{machine, writing};
use clap::{Args, ValueEnum};
use measure::calibration::{Anchor, Calibration, Model, Options, Priors, Start, calibrate};
use measure::irt::{ItemIndex, Parameters};
use measure::study::{Appraisal, Fairness, fairness, score_fits};
use std::path::{Path, PathBuf};

/// The law of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub enum Law {
    /// One discrimination for all items.
    Rasch,
    /// Each item its discrimination and difficulty.
    #[value(name = "2pl")]
    Two,
    /// And its share of right guesses.
    #[value(name = "3pl")]
    Three,
}

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// The answers: person,item,response; or person,responses; or person and a column per item. Gzipped or not. A
    /// column `group` tells the group of each person.
    file: PathBuf,
    /// The law of an answer.
    #[arg(long, value_enum, default_value_t = Law::Two)]
    model: Law,
    /// Items whose parameters are known and stay: item, alpha, delta.
    #[arg(long)]
    anchors: Option<PathBuf>,
    /// No prior on discrimination and difficulty.
    #[arg(long)]
    flat: bool,
    /// The answers that an item needs.
    #[arg(long, default_value_t = 1)]
    least_answers: u32,
    /// Keep items that everybody answered alike, their difficulty held by its prior alone.
    #[arg(long)]
    keep_constant: bool,
    /// The group that is compared with all others, item by item.
    #[arg(long)]
    focal: Option<String>,
    /// Judges each item by the answers at each score (S-X²); answers must not come from an adaptive test.
    #[arg(long)]
    score_fit: bool,
    /// An earlier calibration, as --out writes it: says which items changed since.
    #[arg(long)]
    before: Option<PathBuf>,
    /// Items that are trusted to be what they were, in a column item: they alone link both scales.
    #[arg(long, requires = "before")]
    trusted: Option<PathBuf>,
    /// The true parameters, where they are known: item, alpha, delta. Says how near the estimates are.
    #[arg(long)]
    truth: Option<PathBuf>,
    /// Begins anywhere, so many times more, and says how far apart the ends are.
    #[arg(long, default_value_t = 0)]
    starts: u64,
    /// How many threads; they change nothing but the time.
    #[arg(long)]
    threads: Option<usize>,
    /// A file for the items: JSON if it ends in .json, otherwise comma-separated, as `--bank` and `--anchors` read it.
    #[arg(long)]
    out: Option<PathBuf>,
    /// Prints JSON instead of tables.
    #[arg(long)]
    json: bool,
}

/// Calibrates and prints.
///
/// # Errors
/// A sentence that names the file and line, or the item and what is wrong with its answers.
pub fn run(wanted: &Wanted) -> Result<(), String> {
    let sheet = Sheet::read(&wanted.file).map_err(|error| error.to_string())?;
    let answered = answered(&sheet).map_err(|error| error.to_string())?;
    drop(sheet);
    let file = wanted.file.display();
    if !wanted.keep_constant {
        constant(&answered).map_err(|problem| format!("{file}: {problem}"))?;
    }
    let threads = wanted.threads.unwrap_or_else(machine::processors);
    let options = options(wanted, &answered)?;
    let refused = |error: measure::calibration::CalibrationError| format!("{file}: {error}");
    let watch = machine::Watch::start();
    let calibration = calibrate(&answered.responses, &options, threads).map_err(refused)?;
    let cost = watch.seconds();
    let found = Found { answered: &answered, calibration: &calibration, model: options.model, threads };
    let seen = Appraisal::new(&calibration, &answered.responses, threads);
    let fair = found.fairness(wanted, &seen)?;
    let scores = found.scores(wanted)?;
    let since = |before: &PathBuf| change(before, wanted.trusted.as_deref(), &answered, &calibration);
    let change = wanted.before.as_ref().map(since).transpose()?;
    let truth = wanted.truth.as_deref().map(|path| truth(path, &answered)).transpose()?;
    let mut report =
        Report { answered, calibration, seen, fair, scores, change, truth, cost, farthest: None };
    for seed in 0..wanted.starts {
        let options = Options { start: Start::Random(seed), ..options.clone() };
        let other = calibrate(&report.answered.responses, &options, threads).map_err(refused)?;
        report.compare(&other);
    }
    let (json, csv, text) = (|| report.json(), || report.csv(), || report.text());
    writing::findings(wanted.out.as_deref(), wanted.json, (json, csv, text))
}

/// A calibration, to be judged.
struct Found<'a> {
    answered: &'a Answered,
    calibration: &'a Calibration,
    model: Model,
    threads: usize,
}

impl Found<'_> {
    /// Whether items favour a group, where that was asked.
    fn fairness(&self, wanted: &Wanted, seen: &Appraisal) -> Result<Option<Vec<Fairness>>, String> {
        let Some(focal) = &wanted.focal else { return Ok(None) };
        let file = wanted.file.display();
        let group = group(self.answered, focal).map_err(|problem| format!("{file}: {problem}"))?;
        let found = fairness(&self.answered.responses, &seen.abilities, group, self.threads);
        found.map(Some).map_err(|error| error.to_string())
    }

    /// S-X² of each item, where that was asked.
    fn scores(&self, wanted: &Wanted) -> Result<Option<Scores>, String> {
        if !wanted.score_fit {
            return Ok(None);
        }
        let fits = score_fits(self.calibration, &self.answered.responses, self.model, self.threads);
        let fits = fits.map_err(|error| format!("{}: {error}", wanted.file.display()))?;
        Ok(Some(Scores::new(fits)))
    }
}

/// Whether everybody answered an item alike.
fn constant(answered: &Answered) -> Result<(), String> {
    let responses = &answered.responses;
    let counts = responses.names().iter().zip(responses.met()).zip(responses.right_counts());
    for ((name, met), right) in counts {
        if *met > 0 && (*right == 0 || right == met) {
            let what = if *right == 0 { "wrong" } else { "right" };
            return Err(format!(
                "{name}: its answers, {met}, are all {what}, so they say nothing of its discrimination; expected both \
                 kinds: wait for more, leave it out, or hold it by its priors with --keep-constant"
            ));
        }
    }
    Ok(())
}

fn options(wanted: &Wanted, answered: &Answered) -> Result<Options, String> {
    let model = match wanted.model {
        Law::Rasch => Model::Rasch,
        Law::Two => Model::TwoParameters,
        Law::Three => Model::ThreeParameters,
    };
    let priors = if wanted.flat { Priors::flat() } else { Priors::default() };
    let anchors = wanted.anchors.as_deref().map_or(Ok(Vec::new()), |path| anchors(path, answered))?;
    Ok(Options { model, priors, anchors, least_answers: wanted.least_answers, ..Options::default() })
}

fn anchors(path: &Path, answered: &Answered) -> Result<Vec<Anchor>, String> {
    let sheet = Sheet::read(path).map_err(|error| error.to_string())?;
    let known = parameters(&sheet).map_err(|error| error.to_string())?;
    let names = answered.responses.names();
    let anchor = |(name, parameters): (String, Parameters)| {
        let place = names.iter().position(|known| *known == name);
        let item = place.and_then(|place| ItemIndex::try_from(place).ok());
        item.map(|item| Anchor { item, parameters, guessing: 0.0 }).ok_or_else(|| {
            format!(
                "{}: nobody answered the anchor {name}: leave it out, or give the answers to it",
                path.display()
            )
        })
    };
    known.into_iter().map(anchor).collect()
}

fn truth(path: &Path, answered: &Answered) -> Result<Vec<Parameters>, String> {
    let sheet = Sheet::read(path).map_err(|error| error.to_string())?;
    let known = parameters(&sheet).map_err(|error| error.to_string())?;
    let known: std::collections::HashMap<String, Parameters> = known.into_iter().collect();
    let find = |name: &String| {
        let missing = || format!("{}: the truth of item {name} is missing: add its line", path.display());
        known.get(name).copied().ok_or_else(missing)
    };
    answered.responses.names().iter().map(find).collect()
}

fn group(answered: &Answered, focal: &str) -> Result<u32, String> {
    let known = answered.groups.join(", ");
    let place = answered.groups.iter().position(|name| name == focal);
    match place.and_then(|place| u32::try_from(place).ok()) {
        Some(group) if answered.groups.len() > 1 => Ok(group),
        _ => Err(format!(
            "the groups are {known}: expected two or more, {focal} among them, in a column named group"
        )),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Answered {
        answered(&Sheet::parse("FILE", text).expect("a sheet")).expect("answers")
    }

    #[test]
    fn what_cannot_be_calibrated_names_its_item() {
        let check = |text: &str, expected: &str| {
            let problem = constant(&read(text)).expect_err("constant");
            assert!(problem.contains(expected), "{problem}");
        };
        check("person,A,B\n1,1,0\n2,1,1\n", "A: its answers, 2, are all right");
        check("person,A,B\n1,1,0\n2,0,0\n", "B: its answers, 2, are all wrong");
        assert_eq!(constant(&read("person,A,B\n1,1,0\n2,0,1\n")), Ok(()));
    }

    #[test]
    fn a_focal_group_is_one_of_those_told() {
        let two = read("person,group,A\n1,x,1\n2,y,0\n");
        assert_eq!(group(&two, "y"), Ok(1));
        assert!(group(&two, "z").expect_err("none").contains("the groups are x, y"));
        assert!(group(&read("person,A\n1,1\n2,0\n"), "").is_err());
    }
}
