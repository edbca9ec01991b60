//! What a test is worth, and how surely.

use super::{Scale, Sitting, Worth};
use crate::ability::exponential::logarithm;
use crate::ability::hierarchy::profile;
use crate::ability::{Answers, Cumulative, Estimate, Likelihood, Method, Posterior};

/// The number of standard errors on each side of a band that holds 95 % of a normal law.
const SIDES: f64 = 1.959_963_984_540_054;

/// The share of true abilities outside a band of one side.
const DOUBT: f64 = 0.05;

/// What kind of answers there are: some say more about one side than the other.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Pattern {
    /// Right ones and others.
    Mixed,
    /// All right: the ability is at least so much, with no evidence of an upper end.
    AllRight,
    /// None right: the ability is at most so much.
    AllWrong,
}

/// A band of abilities and of pix.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Band {
    /// The lower ability and the upper one.
    pub abilities: (f64, f64),
    /// Their pix.
    pub pix: (u32, u32),
}

/// A certificate that depends on the score.
#[derive(Debug, Clone, PartialEq)]
pub struct Certainty {
    /// The certificate.
    pub name: String,
    /// The pix it asks for.
    pub pix: u32,
    /// The probability that the true ability reaches it.
    pub probability: f64,
    /// Whether the issued score does.
    pub reached: bool,
}

impl Certainty {
    /// The probability that the decision is right (Rudner, 2001).
    #[must_use]
    pub fn accuracy(&self) -> f64 {
        if self.reached { self.probability } else { 1.0 - self.probability }
    }

    /// The probability that two true abilities so distributed fall on the same side (Lee, 2010).
    #[must_use]
    pub fn consistency(&self) -> f64 {
        let no = 1.0 - self.probability;
        self.probability * self.probability + no * no
    }
}

/// The issued score.
#[derive(Debug, Clone, PartialEq)]
pub struct Score {
    /// What kind of answers it rests on.
    pub pattern: Pattern,
    /// The issued ability: Warm's weighted likelihood, free of any population.
    pub issued: Estimate,
    /// Its worth.
    pub worth: Worth,
    /// The band of 95 %.
    pub band: Band,
    /// The expected ability of a member of the population and its error.
    pub expected: (f64, f64),
    /// The probability of lying below the scale, then of each mesh.
    pub meshes: Vec<f64>,
    /// The certificates.
    pub certainties: Vec<Certainty>,
}

/// The level of a competence, measured by its own questions and, through the general ability, by the others.
#[derive(Debug, Clone, PartialEq)]
pub struct CompetenceLevel {
    /// The competence, as the bank names it.
    pub competence: u32,
    /// Its questions.
    pub answers: u32,
    /// Its ability and the error of that.
    pub ability: (f64, f64),
    /// What its ability is worth on the scale.
    pub worth: Worth,
    /// The band of 95 %.
    pub band: Band,
    /// The probability of lying below the scale, then of each mesh.
    pub meshes: Vec<f64>,
}

/// The levels of all competences beside the general ability of the same model.
#[derive(Debug, Clone, PartialEq)]
pub struct Levels {
    /// The general ability and its error.
    pub general: (f64, f64),
    /// The competences, in the order of the pool.
    pub competences: Vec<CompetenceLevel>,
}

impl Sitting<'_> {
    /// The score of the answers so far; none without any answer.
    ///
    /// The band is that of the standard error, or, when all answers are right or all are wrong, exact and of one side.
    /// Probabilities are those of the posterior under Jeffreys' prior √I, whose summit is the issued ability. In neither
    /// a population has a say.
    #[must_use]
    pub fn score(&self) -> Option<Score> {
        let answers = self.answers();
        if answers.is_empty() {
            return None;
        }
        let settings = &self.version.settings;
        let issued = answers.estimate(Method::WeightedLikelihood, &settings.grid);
        let cumulative = self.unbiased(&answers);
        let pattern = match answers.right() {
            0 => Pattern::AllWrong,
            right if right == answers.len() => Pattern::AllRight,
            _ => Pattern::Mixed,
        };
        let half = SIDES * issued.error;
        let bound = |answers: &Answers| answers.one_sided_bound(DOUBT, &settings.grid);
        let sides = match pattern {
            Pattern::Mixed => (issued.ability - half, issued.ability + half),
            Pattern::AllRight => (bound(&answers).min(issued.ability), settings.grid.high()),
            Pattern::AllWrong => (settings.grid.low(), bound(&answers).max(issued.ability)),
        };
        Some(Score {
            pattern,
            issued,
            worth: settings.scale.worth(issued.ability),
            band: band(&settings.scale, sides),
            expected: self.running(),
            meshes: meshes(&settings.scale, &cumulative),
            certainties: self.certainties(issued.ability, &cumulative),
        })
    }

    /// The level of each competence (see [`crate::ability::hierarchy`]).
    #[must_use]
    pub fn levels(&self) -> Levels {
        let settings = &self.version.settings;
        let pool = &self.version.pool;
        let mut own = vec![Likelihood::new(&settings.grid); pool.competences().len()];
        for step in self.counted() {
            let Some(facts) = pool.facts(step.choice.item) else { continue };
            let likelihood = own.get_mut(facts.competence as usize).zip(self.parameters(step.choice.item));
            if let Some((likelihood, parameters)) = likelihood {
                likelihood.add(&settings.grid, parameters, step.right);
            }
        }
        let profile = profile(&settings.grid, &settings.prior, settings.loading, &own);
        let level = |((competence, own), posterior): ((&u32, &Likelihood), &Posterior)| {
            let cumulative = posterior.cumulative(&settings.grid);
            CompetenceLevel {
                competence: *competence,
                answers: own.answers(),
                ability: (posterior.mean(), posterior.deviation()),
                worth: settings.scale.worth(posterior.mean()),
                band: band(&settings.scale, (cumulative.quantile(0.025), cumulative.quantile(0.975))),
                meshes: meshes(&settings.scale, &cumulative),
            }
        };
        let competences = pool.competences().iter().zip(&own).zip(&profile.competences).map(level).collect();
        Levels { general: (profile.general.mean(), profile.general.deviation()), competences }
    }

    /// The posterior under Jeffreys' prior: L(θ)·√I(θ).
    pub(super) fn unbiased(&self, answers: &Answers) -> Cumulative {
        let grid = &self.version.settings.grid;
        let jeffreys = answers.informations(grid).into_iter().map(|information| 0.5 * logarithm(information));
        let logs = self.likelihood.logs().zip(jeffreys).map(|(likelihood, prior)| likelihood + prior);
        Posterior::of_logs(grid, logs).cumulative(grid)
    }

    fn certainties(&self, issued: f64, cumulative: &Cumulative) -> Vec<Certainty> {
        let thresholds = self.version.settings.thresholds.iter().zip(&self.version.cuts);
        thresholds
            .map(|(threshold, cut)| Certainty {
                name: threshold.name.clone(),
                pix: threshold.pix,
                probability: 1.0 - cumulative.below(*cut),
                reached: issued >= *cut,
            })
            .collect()
    }
}

fn band(scale: &Scale, abilities: (f64, f64)) -> Band {
    Band { abilities, pix: (scale.worth(abilities.0).pix, scale.worth(abilities.1).pix) }
}

fn meshes(scale: &Scale, cumulative: &Cumulative) -> Vec<f64> {
    let below: Vec<f64> = scale.floors().map(|floor| cumulative.below(floor)).chain([1.0]).collect();
    let before = std::iter::once(&0.0).chain(&below);
    below.iter().zip(before).map(|(high, low)| high - low).collect()
}
