//! What is awarded beside the core certification, or in its place.

use super::{Framework, Outcome, Status};

/// Seed values of the reference's thresholds; each badge carries its own.
pub mod threshold {
    /// The core pix of the `CléA numérique`.
    pub const CLEA_PIX: u32 = 70;
    /// The rate of reproducibility that it once needed, in percent.
    pub const CLEA_RATE: u32 = 50;
    /// The rate of law.
    pub const DROIT_RATE: u32 = 75;
    /// The rate of the health professions.
    pub const PRO_SANTE_RATE: u32 = 75;
    /// The rate of the teaching professions.
    pub const EDU_RATE: u32 = 70;
    /// The rate under which not even the next lower badge is awarded.
    pub const LOWER_RATE: u32 = 60;
}

/// The core certification that a complementary one leans on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Core {
    /// Its status.
    pub status: Status,
    /// Whether the candidate cheated.
    pub fraud: bool,
    /// Its pix.
    pub pix: u32,
}

impl Core {
    fn holds(self) -> bool {
        self.status == Status::Validated && !self.fraud
    }
}

/// A badge's minima.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Minimum {
    /// The core pix.
    pub pix: u32,
    /// The rate of reproducibility in percent; none where it is not looked at.
    pub rate: Option<u32>,
}

impl Minimum {
    fn met(self, pix: u32, rate: Option<u32>) -> bool {
        pix >= self.pix && self.rate.is_none_or(|minimum| rate.is_some_and(|rate| rate >= minimum))
    }
}

/// Whether a double certification is acquired, without any question of its own: the core is validated without fraud and
/// reaches the minimum; formerly its rate of reproducibility had to reach one too.
#[must_use]
pub fn double(core: Core, rate: Option<u32>, minimum: Minimum) -> bool {
    core.holds() && minimum.met(core.pix, rate)
}

/// What a badge of a referential of its own gave, in the certification of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Grant {
    /// The badge that was tried.
    Badge,
    /// The next lower badge of the same target profile.
    LowerBadge,
    /// Nothing.
    Nothing,
}

/// The badge acquired with core pix and a rate over its own questions: the badge tried, or the next lower one when there
/// is one, its own minima are met and the badge tried was missed.
#[must_use]
pub fn own_referential(core: Core, rate: u32, badge: Minimum, lower: Option<Minimum>) -> Grant {
    if !core.holds() {
        Grant::Nothing
    } else if badge.met(core.pix, Some(rate)) {
        Grant::Badge
    } else if lower.is_some_and(|lower| lower.met(core.pix, Some(rate))) {
        Grant::LowerBadge
    } else {
        Grant::Nothing
    }
}

/// The level of a complementary certification with a framework of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Level {
    /// Any mesh of a teaching profession: the candidate may go to the jury.
    Admissible,
    /// Mesh 0 of law and the health professions.
    Independent,
    /// Mesh 1.
    Confirmed,
    /// Mesh 2.
    Advanced,
    /// Mesh 3.
    Expert,
}

/// What a validated test in a framework of its own reached: the mesh is the result, there are no pix. None for the core,
/// for a result that is not validated, and for a mesh without a name.
#[must_use]
pub fn own_framework(framework: Framework, outcome: &Outcome) -> Option<Level> {
    let mesh = outcome.mesh.filter(|_| outcome.status == Status::Validated && !framework.gives_pix())?;
    match mesh {
        _ if framework.is_edu() => Some(Level::Admissible),
        0 => Some(Level::Independent),
        1 => Some(Level::Confirmed),
        2 => Some(Level::Advanced),
        3 => Some(Level::Expert),
        _ => None,
    }
}

/// What the external jury said.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Jury<L> {
    /// Nothing yet.
    Pending,
    /// No.
    Rejected,
    /// This level.
    Acquired(L),
}

/// What the jury of a teaching profession may award to an admissible candidate.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum EduAward {
    /// Advanced.
    Advanced,
    /// Expert.
    Expert,
}

/// The result of a teaching certification in its own framework: an admissible candidate gets what the jury says.
#[must_use]
pub fn edu_result(platform: Option<Level>, jury: Jury<EduAward>) -> Jury<EduAward> {
    if platform == Some(Level::Admissible) { jury } else { Jury::Rejected }
}

/// The training that a teaching certification of before belonged to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Training {
    /// Before the profession.
    Initial,
    /// In the profession.
    Continuing,
}

/// The levels of the teaching certifications of before.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum V2EduLevel {
    /// `Initié`.
    Initiated,
    /// `Confirmé`.
    Confirmed,
    /// `Avancé`.
    Advanced,
    /// `Expert`.
    Expert,
}

impl Training {
    /// The levels it can give.
    #[must_use]
    pub fn levels(self) -> &'static [V2EduLevel] {
        use V2EduLevel::{Advanced, Confirmed, Expert, Initiated};
        match self {
            Self::Initial => &[Initiated, Confirmed],
            Self::Continuing => &[Confirmed, Advanced, Expert],
        }
    }
}

/// A level was given that the training does not have.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct ForeignLevel {
    /// The training.
    pub training: Training,
    /// The level.
    pub level: V2EduLevel,
}

impl std::fmt::Display for ForeignLevel {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(out, "{:?}: expected one of {:?} for this training", self.level, self.training.levels())
    }
}

impl std::error::Error for ForeignLevel {}

/// The final result of a teaching certification of before: the platform's part, then the jury's; when both are acquired,
/// the lower of the two.
///
/// # Errors
/// [`ForeignLevel`], naming the level.
pub fn v2_edu_result(
    training: Training,
    platform: Option<V2EduLevel>,
    jury: Jury<V2EduLevel>,
) -> Result<Jury<V2EduLevel>, ForeignLevel> {
    let awarded = if let Jury::Acquired(level) = jury { Some(level) } else { None };
    let foreign = |level: &V2EduLevel| !training.levels().contains(level);
    if let Some(level) = platform.into_iter().chain(awarded).find(foreign) {
        return Err(ForeignLevel { training, level });
    }
    Ok(match (platform, jury) {
        (None, _) => Jury::Rejected,
        (Some(platform), Jury::Acquired(level)) => Jury::Acquired(level.min(platform)),
        (Some(_), jury) => jury,
    })
}
