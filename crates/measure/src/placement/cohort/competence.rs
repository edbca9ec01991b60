//! Competences to simulate on.

use super::super::bayes::Ways;
use super::super::{Challenge, Listing, Skill, SkillId, Target, Targets, TubeId, pix_values};

/// What the engine is told of every question: between a choice among few options and a text.
pub const WAYS: Ways = Ways(20);

/// A competence to simulate on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Competence {
    /// Five tubes of levels 1 to 7, with two families at levels 1 to 4 and one above: what the open
    /// bank has in competences 1.2 and 4.1.
    OpenBank,
    /// 36 skills in eight tubes with gaps, three families each.
    Large,
}

/// The levels of the tubes of the open bank, and of the large competence.
const OPEN_BANK: [&[u8]; 5] = [&[1, 2, 3, 4, 5, 6, 7]; 5];
const LARGE: [&[u8]; 8] = [
    &[1, 2, 3],
    &[1, 2, 3, 4, 5],
    &[1, 3, 4, 6],
    &[2, 3, 4, 5, 6],
    &[1, 2, 4, 5, 7],
    &[2, 4, 5, 6],
    &[3, 4, 5, 6, 7],
    &[1, 2, 3, 5, 7],
];

impl Competence {
    /// Both of them.
    pub const ALL: [Competence; 2] = [Competence::OpenBank, Competence::Large];

    /// Its name in reports.
    pub fn name(self) -> &'static str {
        match self {
            Competence::OpenBank => "open bank, 35 skills",
            Competence::Large => "large, 36 skills",
        }
    }

    /// Its skills with their exact worth, and their questions.
    pub fn targets(self) -> Targets {
        let tubes: &[&[u8]] = match self {
            Competence::OpenBank => &OPEN_BANK,
            Competence::Large => &LARGE,
        };
        let rungs =
            |(tube, levels): (u16, &&'static [u8])| levels.iter().map(move |level| (TubeId(tube), *level));
        let rungs: Vec<(TubeId, u8)> = (0..).zip(tubes).flat_map(rungs).collect();
        let listings: Vec<Listing> =
            rungs.iter().map(|(_, level)| Listing { level: *level, counts: true }).collect();
        let skills = (0..).zip(rungs).zip(pix_values(&listings));
        let target = |((id, (tube, level)), pix): ((u16, (TubeId, u8)), _)| {
            let challenge = |rank| Challenge::new(u64::from(id) * 100 + rank);
            let challenges = (0..self.families(level)).map(challenge).collect();
            Target { skill: Skill { id: SkillId(id), tube, level, pix }, challenges }
        };
        Targets::new(skills.map(target).collect())
    }

    fn families(self, level: u8) -> u64 {
        match self {
            Competence::OpenBank => 1 + u64::from(level <= 4),
            Competence::Large => 3,
        }
    }
}
