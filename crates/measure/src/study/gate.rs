//! The gate: whether simulated people are measured well enough by a version of the certification for it to be activated.

use super::gate_bounds::{Bound, Bounds, Cohorts, GateError, Verdict};
use super::{StudyError, certification::SETTLING};
use crate::certification::{Counts, Limits, Version};
use crate::simulation::{
    Behaviour, Cohort, Engine, Examinee, Exposure, Figures, Population, REFRESH, Stratum, each, examine,
};

/// Where the strata of ability are centred, and half their width.
const CENTRES: [f64; 9] = [-2.0, -1.5, -1.0, -0.5, 0.0, 0.5, 1.0, 1.5, 2.0];
const HALF: f64 = 0.25;
/// The purposes of seeds.
const STRATA: u64 = 6 << 40;

/// What is bounded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Figure {
    /// The share of tests that came to no score.
    Unscored,
    /// The root of the mean square error of the expected ability.
    Rmse,
    /// The reliability of the issued ability.
    Reliability,
    /// The share of tests in which the item asked most is asked.
    MostAsked,
    /// The share of items never asked.
    NeverAsked,
    /// The share of questions that two tests have in common.
    Overlap,
    /// The mean error of the issued ability in a stratum of true ability.
    Bias,
    /// The share of 95 % bands that hold the true ability, in a stratum.
    Cover,
}

/// A figure beside its bound.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Finding {
    /// What is bounded.
    pub figure: Figure,
    /// The centre of the stratum of true ability, where there is one.
    pub stratum: Option<f64>,
    /// The value.
    pub value: f64,
    /// Its sampling error; 0 where chance has next to no part in it.
    pub error: f64,
    /// The bound.
    pub bound: Bound,
    /// What follows.
    pub verdict: Verdict,
}

/// A version that simulated people took.
#[derive(Debug, Clone, PartialEq)]
pub struct Gate {
    /// The people.
    pub cohorts: Cohorts,
    /// The figures.
    pub findings: Vec<Finding>,
}

impl Gate {
    /// Lets simulated people take a version, under exposure control where limits are given, with so many threads; the
    /// same seed gives the same findings.
    ///
    /// A cohort of the population, after others who let exposure control settle, gives the errors over everybody and the
    /// use of the bank. Bias and coverage by ability come from a second cohort with as many people in each stratum, so
    /// that the rare abilities are judged as sharply as the frequent ones; exposure control then stands still, as the
    /// population left it.
    ///
    /// # Errors
    /// [`GateError`], naming the cohort or the bound that makes no sense.
    pub fn run(
        version: &Version,
        limits: Option<&Limits>,
        cohorts: Cohorts,
        bounds: &Bounds,
        threads: usize,
    ) -> Result<Self, GateError> {
        cohorts.check()?;
        bounds.check()?;
        let engine = Engine::Best(version);
        let draw = |purpose: u64| Population::new(cohorts.seed ^ purpose, Behaviour::default());
        let people = draw(0).map_err(StudyError::from)?.draw(cohorts.examinees);
        let mut counts = limits.map(|limits| Counts::new(limits.clone(), version.pool().bank().len()));
        if let Some(counts) = &mut counts {
            let first = draw(SETTLING).map_err(StudyError::from)?.draw(cohorts.settling);
            examine(&engine, &first, Some(counts), threads);
        }
        let population = examine(&engine, &people, counts.as_mut(), threads);
        let strata = draw(STRATA).map_err(StudyError::from)?.of(&abilities(cohorts.per_stratum));
        let strata = standing_still(&engine, &strata, counts.as_ref(), threads);
        let mut findings = over_everybody(&population, bounds)?;
        let by_ability = figures(&strata, "by ability")?;
        findings.extend(by_ability.strata.iter().map(|stratum| bias(stratum, bounds)));
        findings.extend(by_ability.strata.iter().map(|stratum| cover(stratum, bounds)));
        Ok(Self { cohorts, findings })
    }

    /// Whether no bound is missed.
    #[must_use]
    pub fn passed(&self) -> bool {
        self.findings.iter().all(|finding| finding.verdict != Verdict::Missed)
    }
}

/// So many abilities in each stratum, evenly spread.
fn abilities(per_stratum: u32) -> Vec<f64> {
    let inside = |rank: u32| (f64::from(rank) + 0.5) / f64::from(per_stratum) * 2.0 * HALF - HALF;
    CENTRES.iter().flat_map(|centre| (0..per_stratum).map(move |rank| centre + inside(rank))).collect()
}

/// People take the test while exposure control stays what it is: each batch begins from the same counts.
fn standing_still(
    engine: &Engine<'_>,
    people: &[Examinee],
    counts: Option<&Counts>,
    threads: usize,
) -> Cohort {
    let batches: Vec<&[Examinee]> = people.chunks(REFRESH).collect();
    let taken = each(&batches, threads, |batch| examine(engine, batch, counts.cloned().as_mut(), 1).taken);
    Cohort { taken: taken.into_iter().flatten().collect(), items: engine.bank().len() }
}

fn figures(cohort: &Cohort, name: &str) -> Result<Figures, GateError> {
    let none = || GateError::Study(StudyError::NothingScored(format!("the cohort {name}")));
    Figures::new(cohort).ok_or_else(none)
}

fn over_everybody(cohort: &Cohort, bounds: &Bounds) -> Result<Vec<Finding>, GateError> {
    let (of, used) = (figures(cohort, "of the population")?, Exposure::new(cohort));
    let finding = |figure, value, error, bound| bounds.finding(figure, None, value, error, bound);
    let relative = of.rmse_error / of.rmse.max(1e-12);
    let rmse = of.expected_rmse.unwrap_or(of.rmse);
    let tests = of.tests.max(1) as f64;
    Ok(vec![
        finding(Figure::Unscored, of.unscored as f64 / tests, 0.0, Bound::Most(bounds.unscored)),
        finding(Figure::Rmse, rmse, rmse * relative, Bound::Most(bounds.rmse)),
        finding(
            Figure::Reliability,
            of.reliability,
            2.0 * (1.0 - of.reliability) * relative,
            Bound::Least(bounds.reliability),
        ),
        finding(
            Figure::MostAsked,
            used.most,
            (used.most * (1.0 - used.most) / tests).sqrt(),
            Bound::Most(bounds.exposure),
        ),
        finding(
            Figure::NeverAsked,
            used.unused as f64 / cohort.items.max(1) as f64,
            0.0,
            Bound::Most(bounds.unused),
        ),
        finding(
            Figure::Overlap,
            used.overlap,
            overlap_error(&used.rates, tests),
            Bound::Most(bounds.overlap),
        ),
    ])
}

/// The error of Σr²/Σr, each rate r being a share of so many tests: √(Σ4r³(1 − r)/N)/Σr.
fn overlap_error(rates: &[f64], tests: f64) -> f64 {
    let variance: f64 = rates.iter().map(|rate| 4.0 * rate.powi(3) * (1.0 - rate) / tests).sum();
    variance.sqrt() / rates.iter().sum::<f64>().max(1e-12)
}

fn bias(stratum: &Stratum, bounds: &Bounds) -> Finding {
    let bound = Bound::Within(-bounds.bias, bounds.bias);
    bounds.finding(Figure::Bias, Some(stratum.centre), stratum.bias, stratum.bias_error, bound)
}

fn cover(stratum: &Stratum, bounds: &Bounds) -> Finding {
    let (low, high) = bounds.cover;
    // What chance does to a share that is what bands of 95 % promise.
    let error = (0.95 * 0.05 / stratum.people.max(1) as f64).sqrt();
    bounds.finding(Figure::Cover, Some(stratum.centre), stratum.cover, error, Bound::Within(low, high))
}
