//! From pix to levels: the score of a competence, of a profile, and the right to be certified.

use super::{Knowledge, Outcome, Pix, Skill};

/// The pix that make one level.
pub const LEVEL_PIX: u64 = 8;
/// The competences of level 1 or more that open the certification.
pub const CERTIFIABLE_COMPETENCES: usize = 5;
/// The highest percentage shown towards the next level, so that a bar never looks full.
const SHOWN_PERCENTAGE: f64 = 95.0;

/// The pix earned on these skills: the exact sum of the values of those validated.
pub fn earned(skills: &[Skill], knowledge: &Knowledge) -> Pix {
    let validated = |skill: &&Skill| {
        knowledge.get(skill.id).is_some_and(|evidence| evidence.outcome == Outcome::Validated)
    };
    skills.iter().filter(validated).map(|skill| skill.pix).sum()
}

/// The score of one competence: an exact number of pix under the highest reachable level.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Score {
    /// The exact sum of the pix earned.
    pub exact: Pix,
    /// The highest reachable level, which is configuration.
    pub max_level: u8,
}

impl Score {
    /// The whole pix shown to the learner: `min(floor(exact), 8 · max_level)`.
    pub fn pix(self) -> u64 {
        self.uncapped_pix().min(LEVEL_PIX * u64::from(self.max_level))
    }

    /// The level shown to the learner: `min(floor(exact / 8), max_level)`.
    pub fn level(self) -> u8 {
        u8::try_from(self.uncapped_level()).unwrap_or(u8::MAX).min(self.max_level)
    }

    /// The whole pix without the ceiling, for certification and shared profiles.
    pub fn uncapped_pix(self) -> u64 {
        self.exact.floor()
    }

    /// The level without the ceiling, for certification and shared profiles.
    pub fn uncapped_level(self) -> u64 {
        self.uncapped_pix() / LEVEL_PIX
    }

    /// The pix gained since the last level; none at the highest level.
    pub fn ahead(self) -> u64 {
        self.pix() % LEVEL_PIX
    }

    /// The pix missing to the next level.
    pub fn remaining(self) -> u64 {
        LEVEL_PIX - self.ahead()
    }

    /// The way towards the next level, in percent, at most 95.
    pub fn percentage(self) -> f64 {
        (self.ahead() as f64 * 100.0 / LEVEL_PIX as f64).min(SHOWN_PERCENTAGE)
    }

    /// Whether the highest reachable level is reached, so that nothing is left to improve.
    pub fn at_ceiling(self) -> bool {
        self.level() >= self.max_level
    }
}

/// The pix of a profile: each competence is rounded down and capped before adding.
pub fn total(scores: &[Score]) -> u64 {
    scores.iter().map(|score| score.pix()).sum()
}

/// Whether enough competences have reached level 1 for a certification.
pub fn certifiable(scores: &[Score]) -> bool {
    scores.iter().filter(|score| score.uncapped_level() >= 1).count() >= CERTIFIABLE_COMPETENCES
}

/// The level just reached, when a right answer brought the (capped) level up.
pub fn level_up(before: Score, after: Score, right: bool) -> Option<u8> {
    (right && after.level() > before.level()).then(|| after.level())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn score(numerator: u32, denominator: u32, max_level: u8) -> Score {
        Score { exact: Pix::new(numerator, denominator).unwrap(), max_level }
    }

    #[test]
    fn a_score_is_rounded_down_and_capped() {
        let check = |score: Score, expected: (u64, u8, u64, u64), bar: (u64, u64, f64)| {
            let whole = (score.pix(), score.level(), score.uncapped_pix(), score.uncapped_level());
            assert_eq!(whole, expected, "{score:?}");
            let (ahead, remaining, percentage) = bar;
            assert_eq!((score.ahead(), score.remaining()), (ahead, remaining), "{score:?}");
            assert!((score.percentage() - percentage).abs() < 1e-12, "{score:?}");
        };
        check(score(0, 1, 5), (0, 0, 0, 0), (0, 8, 0.0));
        check(score(8, 1, 5), (8, 1, 8, 1), (0, 8, 0.0));
        check(score(47, 6, 5), (7, 0, 7, 0), (7, 1, 87.5));
        check(score(64, 1, 5), (40, 5, 64, 8), (0, 8, 0.0));
        check(score(63, 1, 8), (63, 7, 63, 7), (7, 1, 87.5));
        check(score(4000, 1, 255), (2040, 255, 4000, 500), (0, 8, 0.0));
    }

    #[test]
    fn a_profile_adds_rounded_scores_and_opens_certification_at_five() {
        let check = |scores: &[Score], sum: u64, open: bool| {
            assert_eq!((total(scores), certifiable(scores)), (sum, open), "{scores:?}");
        };
        check(&[], 0, false);
        check(&[score(8, 3, 5); 3], 6, false);
        check(&[score(8, 1, 5); 4], 32, false);
        check(&[score(8, 1, 5); 5], 40, true);
        check(&[score(64, 1, 5); 16], 640, true);
    }

    #[test]
    fn a_level_is_celebrated_only_when_a_right_answer_raised_it_under_the_ceiling() {
        let check = |before, after, right, expected| {
            assert_eq!(level_up(score(before, 1, 5), score(after, 1, 5), right), expected);
        };
        check(7, 8, true, Some(1));
        check(7, 24, true, Some(3));
        check(7, 8, false, None);
        check(8, 15, true, None);
        check(40, 48, true, None);
        check(16, 8, true, None);
    }

    #[test]
    fn the_ceiling_is_reached_with_the_last_level() {
        let check = |pix, expected| assert_eq!(score(pix, 1, 5).at_ceiling(), expected, "{pix}");
        check(39, false);
        check(40, true);
        check(64, true);
    }
}
