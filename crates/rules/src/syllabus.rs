//! What a release of the bank asks in one competence: its skills, their worth in pix, and the families that test them.

use content::{Family, Release};
use measure::placement::{
    Challenge, Delays, Knowledge, Score, Skill, SkillId, Target, Targets, earned, remaining_days,
};
use std::collections::HashMap;

/// The skills and families of one competence.
#[derive(Debug, Clone, Default)]
pub struct Syllabus {
    /// Index of the competence in the framework, from 0.
    pub competence: u8,
    /// The skills that can be asked, with the keys of their families.
    pub targets: Targets,
    asks: HashMap<i64, Asked>,
}

/// What is known of a family when it is asked.
#[derive(Debug, Clone, Copy)]
struct Asked {
    skill: SkillId,
    timed: bool,
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
            questions
                .iter()
                .map(|question| (question.family, Asked { skill: skill.id, timed: question.timed }))
        });
        let asks = asks.collect();
        let targets = asked.into_iter().map(|(skill, questions)| Target {
            skill,
            challenges: questions.into_iter().map(challenge).collect(),
        });
        Self { competence, targets: Targets::new(targets.collect()), asks }
    }

    /// Whether nothing can be asked yet.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.targets.skills().is_empty()
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

    /// The score of this competence.
    #[must_use]
    pub fn score(&self, knowledge: &Knowledge, ceiling: u8) -> Score {
        Score { exact: earned(self.targets.skills(), knowledge), max_level: ceiling }
    }

    /// The days left before the result may be improved; nothing when no skill of the competence is known.
    #[must_use]
    pub fn days_before_improving(&self, knowledge: &Knowledge, now: i64) -> Option<u32> {
        let known = self.targets.skills().iter().filter_map(|skill| knowledge.get(skill.id));
        remaining_days(Delays::default().improve, known.map(|evidence| evidence.at).max(), now)
    }
}

/// A family as something that can be asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Question {
    /// The key of the family.
    pub family: i64,
    /// Whether it is asked against a timer.
    pub timed: bool,
}

/// A family as something that can be asked.
pub(crate) fn question(family: &Family) -> Question {
    Question { family: family.key(), timed: family.front().timer.is_some() }
}

fn challenge(question: Question) -> Challenge {
    Challenge { timed: question.timed, ..Challenge::new(question.family.cast_unsigned()) }
}
