//! A version of the certification: all that a test depends on besides the person.

use super::index::{DEPTH, Index};
use super::quotas::{Quotas, QuotasError};
use super::{Pool, Rules, Scale, ScaleError, Stopping, StoppingError, table::Table};
use crate::ability::hierarchy::Loading;
use crate::ability::{Grid, Prior};

/// What the next question is chosen by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Criterion {
    /// Fisher's information at the running ability.
    #[default]
    Information,
    /// Its mean over the posterior (van der Linden, 1998).
    PosteriorInformation,
    /// The divergence of Kullback and Leibler between the answers at the running ability and those at others, its mean
    /// over the posterior (Chang and Ying, 1996), in units of information.
    KullbackLeibler,
    /// The expected reduction of the variance of the posterior (minimum expected posterior variance: van der Linden,
    /// 1998), in units of information.
    PosteriorVariance,
    /// The mutual information of the answer and the ability (Lindley, 1956; Weissman, 2007), in units of information.
    MutualInformation,
}

impl Criterion {
    /// All of them, the default first.
    pub const ALL: [Self; 5] = [
        Self::Information,
        Self::PosteriorInformation,
        Self::KullbackLeibler,
        Self::PosteriorVariance,
        Self::MutualInformation,
    ];
}

/// How chance enters the choice, so that not everybody meets the same items.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Randomness {
    /// It does not: the best item is asked.
    #[default]
    None,
    /// One of the best few, each as likely (Kingsbury and Zara, 1989).
    Randomesque {
        /// How many.
        best: u8,
    },
    /// Chance counts for much in the beginning, information in the end (Revuelta and Ponsoda, 1998): the key of an
    /// item is w·I + (1 − w)·H·u, with u from 0 to 1, H the greatest information, and for the t-th of n questions
    /// w = Σ_{f<t} fᵏ / Σ_{f<n} fᵏ with the acceleration k (Barrada, Olea, Ponsoda and Abad, 2008). So the first question
    /// is drawn from all that may be asked, and the whole bank is used.
    Progressive {
        /// k; −1 trusts the information soon, 1 late.
        acceleration: i8,
    },
}

/// A number of pix that a certificate asks for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Threshold {
    /// The certificate.
    pub name: String,
    /// The pix.
    pub pix: u32,
}

/// What can be chosen of a version.
#[derive(Debug, Clone, PartialEq)]
pub struct Settings {
    /// The name of the version.
    pub name: String,
    /// The population, for the running ability only.
    pub prior: Prior,
    /// The abilities considered.
    pub grid: Grid,
    /// The content.
    pub rules: Rules,
    /// The questions that try out an item, beside those that count (see [`super::Tryouts`]).
    pub tryouts: u32,
    /// What the next question is chosen by.
    pub criterion: Criterion,
    /// How chance enters the choice.
    pub randomness: Randomness,
    /// When the test ends.
    pub stopping: Stopping,
    /// The worth of an ability.
    pub scale: Scale,
    /// The certificates that depend on the score.
    pub thresholds: Vec<Threshold>,
    /// How strongly a competence hangs on the general ability.
    pub loading: Loading,
}

/// Why settings cannot be a version.
#[derive(Debug, Clone, PartialEq)]
pub enum VersionError {
    /// The test can never end as said.
    Stopping(StoppingError),
    /// A threshold is not on the scale.
    Scale(ScaleError),
    /// The quotas cannot be met together.
    Quotas(QuotasError),
    /// More items are to be tried out than a test has questions that count.
    Tryouts {
        /// How many.
        tryouts: u32,
        /// The questions of the shortest test.
        floor: u32,
    },
}

impl std::fmt::Display for VersionError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Stopping(error) => error.fmt(out),
            Self::Scale(error) => error.fmt(out),
            Self::Quotas(error) => error.fmt(out),
            Self::Tryouts { tryouts, floor } => write!(
                out,
                "{tryouts} items to try out among {floor} questions that count: expected no more of them, or a longer \
                 shortest test"
            ),
        }
    }
}

impl std::error::Error for VersionError {}

/// A version, ready to examine people.
#[derive(Debug, Clone, PartialEq)]
pub struct Version {
    pub(super) pool: Pool,
    pub(super) index: Index,
    pub(super) table: Option<Table>,
    pub(super) settings: Settings,
    pub(super) quotas: Quotas,
    /// The weight of information at each position.
    pub(super) weights: Vec<f64>,
    /// The abilities of the thresholds.
    pub(super) cuts: Vec<f64>,
}

impl Version {
    /// Makes a version of a pool and settings.
    ///
    /// # Errors
    /// [`VersionError`], naming what does not fit.
    pub fn new(pool: Pool, settings: Settings) -> Result<Self, VersionError> {
        settings.stopping.check().map_err(VersionError::Stopping)?;
        let Stopping { floor, ceiling, .. } = settings.stopping;
        let quotas = Quotas::new(&pool, &settings.rules, ceiling).map_err(VersionError::Quotas)?;
        let tryouts = settings.tryouts;
        if tryouts > floor {
            return Err(VersionError::Tryouts { tryouts, floor });
        }
        let cut = |threshold: &Threshold| settings.scale.ability(&threshold.name, threshold.pix);
        let cuts = settings.thresholds.iter().map(cut).collect::<Result<Vec<f64>, ScaleError>>();
        let cuts = cuts.map_err(VersionError::Scale)?;
        let index = Index::new(&pool, &[], DEPTH);
        let table = Table::new(&pool, &settings.grid, settings.criterion);
        let weights = weights(settings.randomness, settings.stopping.ceiling);
        Ok(Self { pool, index, table, settings, quotas, weights, cuts })
    }

    /// Its settings.
    #[must_use]
    pub fn settings(&self) -> &Settings {
        &self.settings
    }

    /// Its items.
    #[must_use]
    pub fn pool(&self) -> &Pool {
        &self.pool
    }

    /// Its items by ability.
    #[must_use]
    pub fn index(&self) -> &Index {
        &self.index
    }
}

/// The weight of information for each question of a progressive test; empty when it is 1 throughout.
fn weights(randomness: Randomness, questions: u32) -> Vec<f64> {
    let Randomness::Progressive { acceleration } = randomness else { return Vec::new() };
    let term = |rank: u32| f64::from(rank).powi(acceleration.into());
    let total: f64 = (1..questions).map(term).sum();
    let mut sum = 0.0;
    let later = (1..questions).map(|rank| {
        sum += term(rank);
        sum / total
    });
    std::iter::once(0.0).chain(later).collect()
}
