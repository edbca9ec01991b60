//! Whether a test is scored, and the status and automatic comment of its result.

/// Why a test was not finished.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Abort {
    /// The candidate left.
    Candidate,
    /// Something broke.
    Technical,
}

/// What a test certifies.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Framework {
    /// The common framework of digital competence.
    Core,
    /// The common framework together with the `CléA numérique`.
    Clea,
    /// Law.
    Droit,
    /// Health professions.
    ProSante,
    /// Teaching, primary schools.
    Edu1erDegre,
    /// Teaching, secondary schools.
    Edu2ndDegre,
    /// Educational advisers of secondary schools.
    EduCpe,
}

impl Framework {
    /// Whether it is one of the teaching professions, whose result goes on to a jury.
    #[must_use]
    pub fn is_edu(self) -> bool {
        matches!(self, Self::Edu1erDegre | Self::Edu2ndDegre | Self::EduCpe)
    }

    /// Whether it gives pix.
    #[must_use]
    pub fn gives_pix(self) -> bool {
        matches!(self, Self::Core | Self::Clea)
    }
}

/// The status of a result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// The certificate is issued.
    Validated,
    /// It is not.
    Rejected,
    /// The test does not count.
    Cancelled,
}

/// What the candidate is told automatically.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Comment {
    /// Fraud.
    Fraud,
    /// Too few answers.
    LackOfAnswers,
    /// Too few answers, and it is not the candidate's fault.
    LackOfAnswersTechnical,
    /// Not eligible for the jury of a teaching profession.
    EduNotEligible,
    /// A score of 0.
    ZeroScore,
}

/// All that the status depends on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Situation {
    /// The answers given, without those under a validated live alert.
    pub answers: usize,
    /// The fewest that are scored.
    pub minimum: usize,
    /// The most that the test asks.
    pub maximum: usize,
    /// Why the test was not finished, if somebody said so.
    pub abort: Option<Abort>,
    /// Whether the candidate cheated.
    pub fraud: bool,
    /// Whether the jury cancelled the test.
    pub cancelled: bool,
    /// What is certified.
    pub framework: Framework,
    /// The score, where the framework gives one.
    pub pix: Option<u32>,
    /// The mesh reached.
    pub mesh: Option<usize>,
}

/// A result.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Outcome {
    /// Its status.
    pub status: Status,
    /// What the candidate is told automatically.
    pub comment: Option<Comment>,
    /// The score; blank when answers are lacking.
    pub pix: Option<u32>,
    /// The mesh; blank when answers are lacking.
    pub mesh: Option<usize>,
}

impl Situation {
    /// Whether the unanswered questions are simulated as skipped: the candidate left, with enough answers to be scored
    /// but not all.
    #[must_use]
    pub fn degraded(&self) -> bool {
        self.abort == Some(Abort::Candidate) && (self.minimum..self.maximum).contains(&self.answers)
    }

    /// The status and the comment: the first row of the reference's table that applies.
    #[must_use]
    pub fn outcome(&self) -> Outcome {
        let (status, comment) = self.row();
        let blank = self.answers < self.minimum;
        let (pix, mesh) = if blank { (None, None) } else { (self.pix, self.mesh) };
        Outcome { status, comment, pix, mesh }
    }

    fn row(&self) -> (Status, Option<Comment>) {
        if self.cancelled {
            (Status::Cancelled, None)
        } else if self.fraud {
            (Status::Rejected, Some(Comment::Fraud))
        } else if self.answers < self.minimum && self.abort == Some(Abort::Technical) {
            (Status::Cancelled, Some(Comment::LackOfAnswersTechnical))
        } else if self.answers < self.minimum {
            (Status::Rejected, Some(Comment::LackOfAnswers))
        } else if self.framework.is_edu() && self.mesh.is_none() {
            (Status::Rejected, Some(Comment::EduNotEligible))
        } else if self.pix == Some(0) {
            (Status::Rejected, Some(Comment::ZeroScore))
        } else if self.mesh.is_none() {
            (Status::Rejected, None)
        } else {
            (Status::Validated, None)
        }
    }
}

/// Whether a test may be scored: its session is finalised or all questions are answered, and it was never published.
#[must_use]
pub fn scorable(finalised: bool, answers: usize, maximum: usize, published: bool) -> bool {
    !published && (finalised || answers >= maximum)
}
