//! What a release of the bank asks in one competence: its skills, their worth in pix, and the families that test them.

use crate::learner_state::LearnerState;
use crate::placement::{Placement, trust};
use crate::tallying::counted;
use content::{AnswerKind, Family, Release};
use measure::placement::bayes::{Course, Estimate, Ways};
use measure::placement::{
    Challenge, Delays, Knowledge, LEVEL_PIX, Pix, Score, Skill, SkillId, Target, Targets, earned,
    remaining_days,
};
use std::collections::HashMap;

/// The skills and families of one competence.
#[derive(Debug, Clone, Default)]
pub struct Syllabus {
    /// Index of the competence in the framework, from 0.
    pub competence: u8,
    course: Course,
    asks: HashMap<i64, Asked>,
}

/// What is known of a family when it is asked.
#[derive(Debug, Clone, Copy)]
struct Asked {
    skill: SkillId,
    timed: bool,
    ways: Ways,
}

impl Syllabus {
    /// What a release asks in each competence, in the order of the framework.
    #[must_use]
    pub fn all_of(release: &Release) -> Vec<Self> {
        (0..=u8::MAX)
            .zip(&release.framework().competences)
            .map(|(competence, _)| Self::of(release, competence))
            .collect()
    }

    /// What a release asks in one competence, by its index.
    #[must_use]
    pub fn of(release: &Release, competence: u8) -> Self {
        let here = release.skills().iter().filter(|skill| skill.id.0 >> 8 == u16::from(competence));
        let asked = here.map(|skill| (*skill, release.families_of(skill.id).map(question).collect()));
        Self::new(competence, asked.collect())
    }

    /// A syllabus of these skills, each with its questions in the order of the bank.
    #[must_use]
    pub fn new(competence: u8, asked: Vec<(Skill, Vec<Question>)>) -> Self {
        let asks = asked.iter().flat_map(|(skill, questions)| {
            questions.iter().map(|question| {
                (question.family, Asked { skill: skill.id, timed: question.timed, ways: question.ways })
            })
        });
        let asks: HashMap<i64, Asked> = asks.collect();
        let targets = asked.into_iter().map(|(skill, questions)| Target {
            skill,
            challenges: questions.into_iter().map(challenge).collect(),
        });
        let ways = |key: u64| asks.get(&key.cast_signed()).map_or(Ways::PRODUCED, |asked| asked.ways);
        let course = Course::new(Targets::new(targets.collect()), ways);
        Self { competence, course, asks }
    }

    /// The skills that can be asked, with the keys of their families.
    #[must_use]
    pub fn targets(&self) -> &Targets {
        self.course.targets()
    }

    /// The same as the placement that bears with errors sees them.
    #[must_use]
    pub const fn course(&self) -> &Course {
        &self.course
    }

    /// Whether nothing can be asked yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.targets().skills().is_empty()
    }

    /// The skill that a family tests.
    #[must_use]
    pub fn skill_of(&self, family: i64) -> Option<SkillId> {
        self.asks.get(&family).map(|asked| asked.skill)
    }

    /// Whether a family is asked against a timer.
    #[must_use]
    pub fn is_timed(&self, family: i64) -> bool {
        self.asks.get(&family).is_some_and(|asked| asked.timed)
    }

    /// Among how many answers to a family somebody who does not know picks.
    #[must_use]
    pub fn ways(&self, family: i64) -> Ways {
        self.asks.get(&family).map_or(Ways::PRODUCED, |asked| asked.ways)
    }

    /// The same for the first family of a skill.
    #[must_use]
    pub fn usual_ways(&self, skill: SkillId) -> Ways {
        let first = self.targets().get(skill).and_then(|target| target.challenges.first());
        first.map_or(Ways::PRODUCED, |challenge| self.ways(challenge.key.cast_signed()))
    }

    /// The score of this competence, by the placement of its latest attempt.
    #[must_use]
    pub fn score(&self, state: &LearnerState, ceiling: u8) -> Score {
        self.measure(state, ceiling).score
    }

    /// The measure of this competence, by the placement of its latest attempt.
    ///
    /// As long as a first test goes on, pix are those that the learner has almost for sure: one answer and a guess
    /// about everybody are not a level.
    #[must_use]
    pub fn measure(&self, state: &LearnerState, ceiling: u8) -> Measure {
        let run = state.run_of(self.competence).filter(|run| run.placement == Placement::Bayes);
        let answers = run.map_or(0, |_| counted(state, self));
        let Some(run) = run.filter(|_| answers > 0) else {
            let exact = earned(self.targets().skills(), &state.knowledge);
            return Measure { score: Score { exact, max_level: ceiling }, estimate: None };
        };
        let now = self.course.newest(&state.tallies);
        let estimate = Estimate::new(&self.course, &state.tallies, now, &trust(), ceiling);
        let first = run.completed_at.is_none() && answers <= u32::from(run.answered);
        let exact = hundredths(if first { estimate.range.0 } else { estimate.pix });
        Measure { score: Score { exact, max_level: ceiling }, estimate: Some(estimate) }
    }

    /// The days left before the result may be improved; nothing when no skill of the competence is known.
    #[must_use]
    pub fn days_before_improving(&self, knowledge: &Knowledge, now: i64) -> Option<u32> {
        let known = self.targets().skills().iter().filter_map(|skill| knowledge.get(skill.id));
        remaining_days(Delays::default().improve, known.map(|evidence| evidence.at).max(), now)
    }
}

/// What is measured of a competence.
#[derive(Debug, Clone, PartialEq)]
pub struct Measure {
    /// The score.
    pub score: Score,
    /// All that is thought of the learner, by the placement that bears with errors.
    pub estimate: Option<Estimate>,
}

impl Measure {
    /// The whole pix between which the learner is, with nine chances in ten, where the placement tells it.
    #[must_use]
    pub fn range(&self) -> Option<(u64, u64)> {
        let most = LEVEL_PIX * u64::from(self.score.max_level);
        let whole = |pix: f64| hundredths(pix).floor().min(most);
        self.estimate.as_ref().map(|estimate| (whole(estimate.range.0), whole(estimate.range.1)))
    }
}

/// Pix rounded down to hundredths. The rounding of a last bit takes no level away.
fn hundredths(pix: f64) -> Pix {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "small; saturates at 0")]
    let count = (pix * 100.0 + 1e-6) as u32;
    Pix::new(count, 100).unwrap_or(Pix::ZERO)
}

/// A family as something that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The key of the family.
    pub family: i64,
    /// Whether it is asked against a timer.
    pub timed: bool,
    /// Among how many answers somebody who does not know picks.
    pub ways: Ways,
}

/// A family as something that can be asked.
pub(crate) fn question(family: &Family) -> Question {
    Question {
        family: family.key(),
        timed: family.front().timer.is_some(),
        ways: ways(family.front().answer),
    }
}

fn challenge(question: Question) -> Challenge {
    Challenge { timed: question.timed, ..Challenge::new(question.family.cast_unsigned()) }
}

/// The ways of a kind of answer, about: what a release's generators draw differs from one instance to the next.
const fn ways(kind: AnswerKind) -> Ways {
    match kind {
        AnswerKind::Choice => Ways(4),
        AnswerKind::Choices | AnswerKind::Fields => Ways(16),
        AnswerKind::Order => Ways(24),
        AnswerKind::Text | AnswerKind::Number | AnswerKind::Date | AnswerKind::Set => Ways::PRODUCED,
    }
}
