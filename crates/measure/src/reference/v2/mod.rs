//! The certification of before: the learner's own profile, confirmed or lowered by up to three questions a competence.
//!
//! [`composition::questions`] chooses what is asked; [`settled`] says what becomes of the questions that an interrupted
//! test left unanswered; [`reproducibility`] and [`trusted`] look at the whole test, [`Certification::mark`] at one
//! competence, [`Certification::status`] at the result.

pub mod composition;
mod table;

use super::{Abort, Status};
pub use table::{Asked, Kept, kept};

/// The rate of reproducibility, in percent, under which nothing is certified.
pub const LOWEST_RATE: u32 = 50;
/// The share of the questions, in percent, that must not be neutralised.
const TRUST: usize = 66;
/// The pix of a level.
const LEVEL_PIX: u32 = 8;
/// The questions asked of one competence.
const QUESTIONS: usize = 3;

/// The result of one question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Answer {
    /// Right.
    Right,
    /// Partly right.
    Partly,
    /// Anything else, skipped too.
    Wrong,
}

/// A question of the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// Its competence, by a number of the caller's.
    pub competence: u32,
    /// Whether it has dependent fields, and so counts twice where a competence has few questions.
    pub dependent: bool,
    /// Whether it does not count.
    pub neutralised: bool,
    /// Its answer, if it was answered.
    pub answer: Option<Answer>,
}

/// What becomes of a question that an interrupted test left unanswered: skipped when the candidate left, neutralised when
/// something broke.
#[must_use]
pub fn settled(question: Question, abort: Option<Abort>) -> Question {
    match (question.answer, abort) {
        (None, Some(Abort::Candidate)) => Question { answer: Some(Answer::Wrong), ..question },
        (None, Some(Abort::Technical)) => Question { neutralised: true, ..question },
        _ => question,
    }
}

/// The rate of reproducibility: right answers in percent of the questions answered and not neutralised, rounded to the
/// nearest; 0 without any.
#[must_use]
pub fn reproducibility(questions: &[Question]) -> u32 {
    let answers: Vec<Answer> = questions
        .iter()
        .filter(|question| !question.neutralised)
        .filter_map(|question| question.answer)
        .collect();
    let right = answers.iter().filter(|answer| **answer == Answer::Right).count();
    let rate = (200 * right + answers.len()).checked_div(2 * answers.len());
    rate.and_then(|rate| u32::try_from(rate).ok()).unwrap_or(0)
}

/// Whether enough questions count: at least 66 % of them, rounded up, are not neutralised.
#[must_use]
pub fn trusted(questions: &[Question]) -> bool {
    let counted = questions.iter().filter(|question| !question.neutralised).count();
    counted >= (TRUST * questions.len()).div_ceil(100)
}

/// A competence as the learner's profile has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Positioned {
    /// Its number.
    pub competence: u32,
    /// Its level.
    pub level: u8,
    /// Its pix.
    pub pix: u32,
}

/// What is certified of a competence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Mark {
    /// Its number.
    pub competence: u32,
    /// Whether the profile is kept, lowered or not certified.
    pub kept: Kept,
    /// The level certified; −1 when none is.
    pub level: i16,
    /// The pix certified.
    pub pix: u32,
}

/// No row of the table says what these answers are worth.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct MissingRule {
    /// The competence.
    pub competence: u32,
    /// What was asked of it.
    pub asked: Asked,
}

impl std::fmt::Display for MissingRule {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let Asked { asked, right, neutralised } = self.asked;
        write!(
            out,
            "competence {}: {asked} questions, {right} right, {neutralised} neutralised; expected 1 to 3 questions, of \
             which no more right and neutralised than asked",
            self.competence
        )
    }
}

impl std::error::Error for MissingRule {}

/// A test to be certified.
#[derive(Debug, Clone, Copy)]
pub struct Certification<'a> {
    /// The questions, settled.
    pub questions: &'a [Question],
    /// The highest level that can be certified: 5 in 2022, then 6 and 7.
    pub max_level: u8,
}

impl Certification<'_> {
    /// What is certified of a competence, capped at the highest level and 8 pix for each.
    ///
    /// # Errors
    /// [`MissingRule`].
    pub fn mark(&self, positioned: Positioned) -> Result<Mark, MissingRule> {
        let competence = positioned.competence;
        let asked = self.asked(competence);
        let rate = reproducibility(self.questions);
        let kept = if rate < LOWEST_RATE { Some(Kept::Uncertified) } else { kept(asked, rate) };
        let kept = kept.ok_or(MissingRule { competence, asked })?;
        let cap = u32::from(self.max_level);
        let (level, pix) = match kept {
            Kept::Validated => (i16::from(positioned.level), positioned.pix),
            Kept::Downgraded => (i16::from(positioned.level) - 1, positioned.pix.saturating_sub(LEVEL_PIX)),
            Kept::Uncertified => (-1, 0),
        };
        Ok(Mark { competence, kept, level: level.min(self.max_level.into()), pix: pix.min(cap * LEVEL_PIX) })
    }

    /// The total of marks, at most 128 pix per reachable level: 640, 768, 896.
    #[must_use]
    pub fn total(&self, marks: &[Mark]) -> u32 {
        marks.iter().map(|mark| mark.pix).sum::<u32>().min(16 * LEVEL_PIX * u32::from(self.max_level))
    }

    /// The status of a total: cancelled when the test broke with too few right answers or when too little of it counts,
    /// rejected when too few answers were right or nothing is certified.
    #[must_use]
    pub fn status(&self, total: u32, abort: Option<Abort>) -> Status {
        if reproducibility(self.questions) < LOWEST_RATE {
            return if abort == Some(Abort::Technical) { Status::Cancelled } else { Status::Rejected };
        }
        match (trusted(self.questions), total) {
            (false, _) => Status::Cancelled,
            (true, 0) => Status::Rejected,
            (true, _) => Status::Validated,
        }
    }

    /// What was asked of a competence. With fewer than three questions, one with dependent fields counts as two (asked,
    /// right and neutralised alike); no count passes three.
    fn asked(&self, competence: u32) -> Asked {
        let mine: Vec<&Question> = self.questions.iter().filter(|it| it.competence == competence).collect();
        let double = |question: &Question| question.dependent && mine.len() < QUESTIONS;
        let weight = |question: &Question| if double(question) { 2 } else { 1 };
        let right = |question: &Question| match question.answer {
            _ if question.neutralised => 0,
            Some(Answer::Right) => weight(question),
            Some(Answer::Partly) if double(question) => 1,
            _ => 0,
        };
        let sum = |count: &dyn Fn(&Question) -> u8| {
            mine.iter().fold(0_u8, |sum, question| sum.saturating_add(count(question))).min(3)
        };
        let neutralised = |question: &Question| if question.neutralised { weight(question) } else { 0 };
        Asked { asked: sum(&weight), right: sum(&right), neutralised: sum(&neutralised) }
    }
}
