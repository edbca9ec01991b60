//! The file that says what a version is and what it must hold: a table `[version]` and a table `[bounds]`, both and each
//! of their fields as they are by default where nothing is said.

use super::criteria::By;
use super::reading::FileError;
use clap::ValueEnum;
use measure::certification::{Distinct, Domain, Limits, Means, Randomness, Rules, Scale, Settings, Stopping};
use measure::simulation::design;
use measure::study::Bounds;
use serde::Deserialize;
use std::path::Path;

/// The whole file.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct GateSettings {
    #[serde(default)]
    version: VersionFile,
    #[serde(default)]
    bounds: BoundsFile,
}

/// What may be said of a version.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct VersionFile {
    questions: Option<u32>,
    distinct: Option<DistinctName>,
    minimum_per_competence: Option<u32>,
    maximum_per_competence: Option<u32>,
    #[serde(default)]
    domains: Vec<DomainFile>,
    criterion: Option<String>,
    acceleration: Option<i8>,
    randomesque: Option<u8>,
    exposure_control: Option<Control>,
    exposure: Option<f64>,
    memory: Option<f64>,
}

/// A domain that has quotas of its own.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
struct DomainFile {
    number: u32,
    competences: Vec<u32>,
    #[serde(default)]
    minimum: u32,
    maximum: Option<u32>,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum DistinctName {
    Tube,
    Skill,
    Item,
}

#[derive(Debug, Clone, Copy, Deserialize)]
#[serde(rename_all = "kebab-case")]
enum Control {
    Price,
    Eligibility,
    None,
}

/// What may be said of the bounds.
#[derive(Debug, Clone, Default, Deserialize)]
#[serde(deny_unknown_fields, rename_all = "kebab-case")]
struct BoundsFile {
    rmse: Option<f64>,
    reliability: Option<f64>,
    bias: Option<f64>,
    cover: Option<(f64, f64)>,
    exposure: Option<f64>,
    unused: Option<f64>,
    overlap: Option<f64>,
    unscored: Option<f64>,
    errors: Option<f64>,
}

impl GateSettings {
    /// Reads a file.
    ///
    /// # Errors
    /// [`FileError`], with the line of what is no setting.
    pub fn read(path: &Path) -> Result<Self, FileError> {
        let file = path.display().to_string();
        let fail = |error: std::io::Error| FileError {
            file: file.clone(),
            line: None,
            problem: format!("cannot be read: {error}; give a TOML file"),
        };
        Self::parse(&file, &std::fs::read_to_string(path).map_err(fail)?)
    }

    fn parse(file: &str, text: &str) -> Result<Self, FileError> {
        toml::from_str(text).map_err(|error| {
            let before = error.span().and_then(|span| text.get(..span.start));
            let line = before.map(|before| before.matches('\n').count() as u64 + 1);
            FileError { file: file.to_owned(), line, problem: error.message().replace('\n', " ") }
        })
    }

    /// The version, read on a scale.
    ///
    /// # Errors
    /// A sentence on what does not go together.
    pub fn version(&self, scale: Scale) -> Result<Settings, String> {
        let of = &self.version;
        let told = |error: measure::simulation::design::DesignError| error.to_string();
        let planned = design::constrained(of.questions.unwrap_or(32), scale).map_err(told)?;
        let criterion = match &of.criterion {
            Some(name) => By::from_str(name, false).map_err(|_| criteria(name))?.into(),
            None => planned.criterion,
        };
        let randomness = match (of.acceleration, of.randomesque) {
            (Some(_), Some(_)) => {
                return Err("acceleration and randomesque were given: expected one of both".to_owned());
            }
            (Some(acceleration), None) => Randomness::Progressive { acceleration },
            (None, Some(0)) => return Err("randomesque is 0: expected one of the best at least".to_owned()),
            (None, Some(best)) => Randomness::Randomesque { best },
            (None, None) => planned.randomness,
        };
        let distinct = of.distinct.map_or(planned.rules.distinct, |name| match name {
            DistinctName::Tube => Distinct::Tube,
            DistinctName::Skill => Distinct::Skill,
            DistinctName::Item => Distinct::Item,
        });
        let rules = Rules {
            distinct,
            minimum_per_competence: of.minimum_per_competence.unwrap_or(planned.rules.minimum_per_competence),
            maximum_per_competence: of.maximum_per_competence.or(planned.rules.maximum_per_competence),
            domains: of.domains.iter().map(domain).collect(),
        };
        let stopping = of.questions.map_or(planned.stopping, Stopping::after);
        Ok(Settings { criterion, randomness, rules, stopping, ..planned })
    }

    /// Exposure control, unless there is none.
    ///
    /// # Errors
    /// A sentence on the number that is no limit.
    pub fn limits(&self) -> Result<Option<Limits>, String> {
        let of = &self.version;
        let means = match of.exposure_control.unwrap_or(Control::Price) {
            Control::Price => Means::Price,
            Control::Eligibility => Means::Eligibility,
            Control::None => return Ok(None),
        };
        let limits =
            Limits::new(of.exposure.unwrap_or(design::AIM), means, of.memory.unwrap_or(design::MEMORY));
        limits.map(Some).map_err(|error| error.to_string())
    }

    /// What the version must hold.
    pub fn bounds(&self) -> Bounds {
        let (of, known) = (&self.bounds, Bounds::default());
        Bounds {
            rmse: of.rmse.unwrap_or(known.rmse),
            reliability: of.reliability.unwrap_or(known.reliability),
            bias: of.bias.unwrap_or(known.bias),
            cover: of.cover.unwrap_or(known.cover),
            exposure: of.exposure.unwrap_or(known.exposure),
            unused: of.unused.unwrap_or(known.unused),
            overlap: of.overlap.unwrap_or(known.overlap),
            unscored: of.unscored.unwrap_or(known.unscored),
            errors: of.errors.unwrap_or(known.errors),
        }
    }
}

fn domain(of: &DomainFile) -> Domain {
    let DomainFile { number, competences, minimum, maximum } = of.clone();
    Domain { number, competences, minimum, maximum }
}

fn criteria(given: &str) -> String {
    let known = By::value_variants().iter().filter_map(By::to_possible_value);
    let known: Vec<String> = known.map(|value| value.get_name().to_owned()).collect();
    format!("criterion is \"{given}\": expected one of {}", known.join(", "))
}

#[cfg(test)]
mod tests {
    use super::*;
    use measure::certification::Criterion;

    fn read(text: &str) -> GateSettings {
        GateSettings::parse("FILE", text).expect("settings")
    }

    #[test]
    fn what_is_not_said_is_as_the_design_has_it() {
        let scale = || design::scale().expect("a scale");
        let settings = read("").version(scale()).expect("a version");
        assert_eq!(settings, design::constrained(32, scale()).expect("a design"));
        assert_eq!(read("").limits(), Ok(Some(design::limits().expect("limits"))));
        assert_eq!(read("").bounds(), Bounds::default());
    }

    #[test]
    fn what_is_said_counts() {
        let text = "[version]\nquestions = 40\ndistinct = \"skill\"\nmaximum-per-competence = 4\nrandomesque = 5\n\
                    criterion = \"posterior-variance\"\nexposure-control = \"none\"\n\
                    [[version.domains]]\nnumber = 1\ncompetences = [0, 1]\nminimum = 5\n[bounds]\nrmse = 0.3\n\
                    cover = [0.9, 1.0]\n";
        let settings = read(text).version(design::scale().expect("a scale")).expect("a version");
        assert_eq!(settings.stopping, Stopping::after(40));
        let rules = Rules {
            distinct: Distinct::Skill,
            minimum_per_competence: 2,
            maximum_per_competence: Some(4),
            domains: vec![Domain { number: 1, competences: vec![0, 1], minimum: 5, maximum: None }],
        };
        assert_eq!((settings.rules, settings.criterion), (rules, Criterion::PosteriorVariance));
        assert_eq!(settings.randomness, Randomness::Randomesque { best: 5 });
        assert_eq!(read(text).limits(), Ok(None));
        let bounds = Bounds { rmse: 0.3, cover: (0.9, 1.0), ..Bounds::default() };
        assert_eq!(read(text).bounds(), bounds);
    }

    #[test]
    fn what_is_no_setting_is_told() {
        let check = |text: &str, expected: &str| {
            let error = GateSettings::parse("FILE", text).expect_err("refused").to_string();
            assert!(error.contains(expected), "{error}");
        };
        check("[bounds]\nrmse = 0.3\nrms = 1\n", "FILE, line 3: unknown field `rms`");
        check("[version]\nquestions = \"many\"\n", "FILE, line 2: invalid type");
        check("[version]\ndistinct = \"none\"\n", "line 2: unknown variant `none`");
        let check = |text: &str, expected: &str| {
            let error = read(text).version(design::scale().expect("a scale")).expect_err("refused");
            assert!(error.contains(expected), "{error}");
        };
        check("[version]\ncriterion = \"luck\"\n", "criterion is \"luck\": expected one of information,");
        check("[version]\nacceleration = 1\nrandomesque = 5\n", "expected one of both");
        check("[version]\nrandomesque = 0\n", "randomesque is 0");
        let error = read("[version]\nexposure = 1.5\n").limits().expect_err("refused");
        assert!(error.contains("exposure limit 1.5"), "{error}");
        assert!(GateSettings::read(Path::new("/nowhere/gate.toml")).is_err());
    }
}
