//! The versions that studies compare.

use crate::ability::hierarchy::{Loading, LoadingError};
use crate::ability::{Grid, Prior};
use crate::certification::{
    Criterion, Distinct, Domain, Limits, LimitsError, Means, Randomness, Rules, Scale, ScaleError, Settings,
    Stopping, Threshold,
};
use crate::reference::Configuration;

/// The bounds of the meshes that the reference published in 2023, and what the ability at each is worth.
const BOUNDS: [f64; 9] =
    [-8.0, -1.399_264, -0.519_812, 0.670_847, 1.549_962, 2.274_06, 3.095_02, 3.930_395, 8.0];
const PIX: [u32; 9] = [0, 64, 128, 256, 384, 512, 640, 768, 896];

/// Fewer answers are not scored.
pub const LEAST_ANSWERS: usize = 20;
/// The share of all tests in which an item may be asked.
pub const EXPOSURE: f64 = 0.20;
/// What control aims at: a little lower, since what is asked varies by chance.
pub const AIM: f64 = 0.198;
/// The domains of the competences.
const DOMAINS: usize = 4;
/// The tests over which counts fade.
pub const MEMORY: f64 = 1_000.0;

/// Why a design cannot be made.
#[derive(Debug, Clone, PartialEq)]
pub enum DesignError {
    /// The scale.
    Scale(ScaleError),
    /// The loading.
    Loading(LoadingError),
}

impl std::fmt::Display for DesignError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Scale(error) => error.fmt(out),
            Self::Loading(error) => error.fmt(out),
        }
    }
}

impl std::error::Error for DesignError {}

/// The scale of eight meshes.
///
/// # Errors
/// None: the bounds are in order.
pub fn scale() -> Result<Scale, ScaleError> {
    Scale::new(&BOUNDS, &PIX)
}

/// The best item each time, without any rule: what a bank can measure at most.
///
/// # Errors
/// None: the values are in range.
pub fn free(questions: u32, scale: Scale) -> Result<Settings, DesignError> {
    Ok(Settings {
        name: "free".to_owned(),
        prior: Prior::default(),
        grid: Grid::default(),
        rules: Rules { distinct: Distinct::Item, ..Rules::default() },
        tryouts: 0,
        criterion: Criterion::Information,
        randomness: Randomness::None,
        stopping: Stopping::after(questions),
        scale,
        thresholds: vec![Threshold { name: "CléA".to_owned(), pix: 70 }],
        loading: Loading::new(0.9).map_err(DesignError::Loading)?,
    })
}

/// One question per tube, two per competence, chance in the beginning: what is meant for the certification.
///
/// # Errors
/// None: the values are in range.
pub fn constrained(questions: u32, scale: Scale) -> Result<Settings, DesignError> {
    let rules = Rules { distinct: Distinct::Tube, minimum_per_competence: 2, ..Rules::default() };
    let randomness = Randomness::Progressive { acceleration: -4 };
    Ok(Settings { name: "constrained".to_owned(), rules, randomness, ..free(questions, scale)? })
}

/// The same with one question per competence at least, and quotas for four domains that share the competences of a bank in
/// order: two questions more than one for each of its competences at least, half of the test at most.
///
/// # Errors
/// None: the values are in range.
pub fn by_domain(questions: u32, scale: Scale, competences: &[u32]) -> Result<Settings, DesignError> {
    let share = competences.len().div_ceil(DOMAINS).max(1);
    let domain = |(number, competences): (u32, &[u32])| Domain {
        number,
        competences: competences.to_vec(),
        minimum: u32::try_from(competences.len()).unwrap_or(u32::MAX).saturating_add(2),
        maximum: Some(questions / 2),
    };
    let domains = (1..).zip(competences.chunks(share)).map(domain).collect();
    let settings = constrained(questions, scale)?;
    let rules = Rules { minimum_per_competence: 1, domains, ..settings.rules };
    Ok(Settings { name: "by domain".to_owned(), rules, ..settings })
}

/// Every item in at most 0.20 of all tests, held by its price.
///
/// # Errors
/// None: the values are in range.
pub fn limits() -> Result<Limits, LimitsError> {
    Limits::new(AIM, Means::Price, MEMORY)
}

/// What the reference drafts a version with, for so many questions.
#[must_use]
pub fn reference(questions: usize) -> Configuration {
    let minimum_answers = LEAST_ANSWERS.min(questions);
    Configuration { maximum_answers: questions, minimum_answers, ..Configuration::default() }
}
