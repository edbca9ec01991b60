//! Where a class stands: in each subject, competence and altogether, the mean level reached against the highest that
//! the campaign asks. A subject's level is that of its highest validated skill; a competence's is the mean of its
//! subjects, and the campaign's is the mean of all of them.

use crate::snapshot::{Asked, Mastery, Snapshot};
use crate::subjects::Subjects;
use measure::placement::TubeId;

/// A word for a level.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Band {
    /// Levels 1 and 2, and what comes before.
    Novice,
    /// Levels 3 and 4.
    Independent,
    /// Levels 5 and 6.
    Advanced,
    /// Levels 7 and 8.
    Expert,
}

impl Band {
    /// The word for a level in tenths.
    #[must_use]
    pub const fn of(tenths: u32) -> Self {
        match tenths {
            0..30 => Self::Novice,
            30..50 => Self::Independent,
            50..70 => Self::Advanced,
            _ => Self::Expert,
        }
    }
}

/// How much of a subject is mastered, in four steps of a quarter each; as many stitches are sewn.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Step {
    /// Under 25 percent.
    Building,
    /// From 25 percent.
    Fragile,
    /// From 50 percent.
    OnTheWay,
    /// From 75 percent.
    Mastered,
}

impl Step {
    /// Every step, from the lowest.
    pub const ALL: [Self; 4] = [Self::Building, Self::Fragile, Self::OnTheWay, Self::Mastered];

    /// The step of a percentage.
    #[must_use]
    pub const fn of(percent: u32) -> Self {
        match percent {
            0..25 => Self::Building,
            25..50 => Self::Fragile,
            50..75 => Self::OnTheWay,
            _ => Self::Mastered,
        }
    }

    /// Its number, from 1: how many stitches.
    #[must_use]
    pub const fn stitches(self) -> usize {
        self as usize + 1
    }
}

/// What one person reached in one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Reached {
    /// The subject.
    pub tube: TubeId,
    /// The level of the highest validated skill; 0 when none is.
    pub level: u8,
    /// The highest level asked.
    pub top: u8,
    /// The skills asked and validated.
    pub mastery: Mastery,
}

impl Reached {
    /// What a snapshot says of each subject it asks, in the order of the framework, in one reading.
    pub fn all_of(snapshot: &Snapshot) -> impl Iterator<Item = Self> + '_ {
        let subjects = snapshot.skills().chunk_by(|one, next| tube_of(one) == tube_of(next));
        subjects.filter_map(|skills| Some(Self::of(tube_of(skills.first()?), skills)))
    }

    fn of(tube: TubeId, skills: &[Asked]) -> Self {
        let mut reached = Self { tube, level: 0, top: 0, mastery: Mastery::default() };
        for asked in skills {
            let level = u8::try_from(asked.skill.0 & 15).unwrap_or(0);
            reached.top = reached.top.max(level);
            reached.mastery.skills += 1;
            if asked.validated == Some(true) {
                reached.level = reached.level.max(level);
                reached.mastery.validated += 1;
            }
        }
        reached
    }
}

fn tube_of(asked: &Asked) -> TubeId {
    TubeId(asked.skill.0 & !15)
}

/// A mean level reached against the highest that can be, both in tenths.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct Position {
    /// The mean level reached.
    pub reached: u32,
    /// The mean of the highest levels asked.
    pub reachable: u32,
}

impl Position {
    /// The word for the level reached.
    #[must_use]
    pub const fn band(self) -> Band {
        Band::of(self.reached)
    }
}

/// Where a class stands in one subject.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The subject.
    pub tube: TubeId,
    /// The highest level asked.
    pub top: u8,
    /// The sum of the levels reached.
    sum: u32,
    /// How many people stand at each step.
    pub steps: [u32; 4],
}

/// Where a class stands, gathered person by person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Positioning {
    people: u32,
    rows: Vec<Row>,
}

impl Positioning {
    /// Nobody yet, in the subjects of a campaign.
    #[must_use]
    pub fn of(subjects: &Subjects) -> Self {
        let rows = subjects.iter().map(|(tube, top)| Row { tube, top, sum: 0, steps: [0; 4] });
        Self { people: 0, rows: rows.collect() }
    }

    /// One more person. What the campaign does not ask is left out.
    pub fn add(&mut self, person: &[Reached]) {
        self.people += 1;
        for reached in person {
            let Ok(place) = self.rows.binary_search_by_key(&reached.tube, |row| row.tube) else { continue };
            let Some(row) = self.rows.get_mut(place) else { continue };
            row.sum += u32::from(reached.level.min(row.top));
            if let Some(count) = row.steps.get_mut(Step::of(reached.mastery.percent()) as usize) {
                *count += 1;
            }
        }
    }

    /// How many people were added.
    #[must_use]
    pub const fn people(&self) -> u32 {
        self.people
    }

    /// Each subject, in the order of the framework.
    #[must_use]
    pub fn rows(&self) -> &[Row] {
        &self.rows
    }

    /// Where the class stands in one subject.
    #[must_use]
    pub fn tube(&self, tube: TubeId) -> Position {
        self.mean(|row| row.tube == tube)
    }

    /// Where the class stands in one competence, by its index in the framework.
    #[must_use]
    pub fn competence(&self, index: u16) -> Position {
        self.mean(|row| row.tube.0 >> 8 == index)
    }

    /// Where the class stands altogether.
    #[must_use]
    pub fn overall(&self) -> Position {
        self.mean(|_| true)
    }

    fn mean(&self, which: impl Fn(&Row) -> bool) -> Position {
        let (mut count, mut sum, mut top) = (0, 0, 0);
        for row in self.rows.iter().filter(|row| which(row)) {
            count += 1;
            sum += row.sum;
            top += u32::from(row.top);
        }
        Position { reached: tenths(sum, count * self.people), reachable: tenths(top, count) }
    }
}

/// A mean in tenths, rounded to the nearest; 0 of nothing.
fn tenths(sum: u32, count: u32) -> u32 {
    (sum * 20 + count).checked_div(count * 2).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use measure::placement::SkillId;
    use proptest::prelude::*;

    fn snapshot(skills: &[(u16, u8)]) -> Snapshot {
        let bytes = skills.iter().flat_map(|(skill, outcome)| {
            let [low, high] = skill.to_le_bytes();
            [low, high, *outcome]
        });
        Snapshot::decode(&bytes.collect::<Vec<_>>()).expect("a snapshot")
    }

    /// Two subjects of the first competence and one of the second: up to 4, 2 and 6.
    fn subjects() -> Subjects {
        Subjects::of([(TubeId(0x000), 4), (TubeId(0x010), 2), (TubeId(0x100), 6)])
    }

    fn person(first: &[u8], second: &[u8], third: &[u8]) -> Vec<Reached> {
        let skills =
            [(0x000, first), (0x010, second), (0x100, third)].into_iter().flat_map(|(tube, outcomes)| {
                (1..).zip(outcomes).map(move |(level, outcome): (u16, &u8)| (tube + level, *outcome))
            });
        Reached::all_of(&snapshot(&skills.collect::<Vec<_>>())).collect()
    }

    #[test]
    fn one_reading_tells_each_subject() {
        let told = person(&[2, 1, 2, 0], &[1, 0], &[2]);
        let plain: Vec<_> =
            told.iter().map(|one| (one.tube.0, one.level, one.top, one.mastery.percent())).collect();
        assert_eq!(plain, [(0x000, 3, 4, 50), (0x010, 0, 2, 0), (0x100, 1, 1, 100)]);
        assert!(Reached::all_of(&Snapshot::default()).next().is_none());
    }

    #[test]
    fn a_class_stands_at_its_mean() {
        let mut class = Positioning::of(&subjects());
        assert_eq!(class.overall(), Position { reached: 0, reachable: 40 }, "nobody yet");
        class.add(&person(&[2, 2, 2, 2], &[2, 2], &[2, 2, 2, 2, 2, 2]));
        class.add(&person(&[2, 1, 1, 1], &[1, 1], &[2, 2, 2, 1, 1, 1]));
        assert_eq!(class.people(), 2);
        for (place, position, reached, reachable) in [
            ("first subject", class.tube(TubeId(0x000)), 25, 40),
            ("second subject", class.tube(TubeId(0x010)), 10, 20),
            ("first competence", class.competence(0), 18, 30),
            ("second competence", class.competence(1), 45, 60),
            ("no such competence", class.competence(9), 0, 0),
            ("all", class.overall(), 27, 40),
        ] {
            assert_eq!(position, Position { reached, reachable }, "{place}");
        }
        assert_eq!(class.rows()[0].steps, [0, 1, 0, 1]);
    }

    #[test]
    fn levels_and_shares_have_their_words() {
        for (tenths, band) in [
            (0, Band::Novice),
            (29, Band::Novice),
            (30, Band::Independent),
            (50, Band::Advanced),
            (69, Band::Advanced),
            (70, Band::Expert),
            (80, Band::Expert),
        ] {
            assert_eq!(Band::of(tenths), band, "{tenths}");
        }
        for (percent, step) in [(0, 1), (24, 1), (25, 2), (49, 2), (50, 3), (74, 3), (75, 4), (100, 4)] {
            assert_eq!(Step::of(percent).stitches(), step, "{percent}");
        }
    }

    proptest! {
        #[test]
        fn nobody_reaches_beyond_what_is_asked(
            people in prop::collection::vec(prop::collection::vec((0u16..0x300, 0u8..3), 0..40), 0..20),
        ) {
            let mut class = Positioning::of(&subjects());
            for skills in &people {
                class.add(&Reached::all_of(&snapshot(skills)).collect::<Vec<_>>());
            }
            let sorted = people.iter().all(|skills| skills.is_sorted());
            for row in class.rows().iter().filter(|_| sorted) {
                let position = class.tube(row.tube);
                prop_assert!(position.reached <= position.reachable);
            }
            let _odd_skills_do_no_harm = (class.overall(), SkillId(0));
        }
    }
}
