//! What the learners of an organisation reached in all its tests of a school year: for each competence the mean level
//! reached against the highest that was asked of the same people.

use crate::positioning::{Position, Reached};
use crate::snapshot::Snapshot;
use std::collections::{BTreeMap, BTreeSet};

/// The month in which school years begin.
const FIRST_MONTH: u16 = 8;

/// A school year, from the first of August to the last of July.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct SchoolYear(u16);

impl SchoolYear {
    /// The year of a day such as `2026-11-02`; none of another text.
    #[must_use]
    pub fn of_day(day: &str) -> Option<Self> {
        let mut numbers = day.splitn(3, '-').map(str::parse::<u16>);
        let (year, month) = (numbers.next()?.ok()?, numbers.next()?.ok()?);
        Self::beginning_in(if month < FIRST_MONTH { year.checked_sub(1)? } else { year })
    }

    /// The year that begins in this one; none before 1970 and from 9999 on.
    #[must_use]
    pub fn beginning_in(year: u16) -> Option<Self> {
        (1970..9999).contains(&year).then_some(Self(year))
    }

    /// The year in which it begins.
    #[must_use]
    pub const fn number(self) -> u16 {
        self.0
    }

    /// Its first day, as `2026-08-01`.
    #[must_use]
    pub fn first_day(self) -> String {
        format!("{}-{FIRST_MONTH:02}-01", self.0)
    }

    /// The first day that is not in it any more.
    #[must_use]
    pub fn day_after(self) -> String {
        Self(self.0 + 1).first_day()
    }

    /// Its twelve months, as `2026-08`.
    pub fn months(self) -> impl Iterator<Item = String> {
        (FIRST_MONTH..FIRST_MONTH + 12).map(move |month| match month {
            1..=12 => format!("{}-{month:02}", self.0),
            _ => format!("{}-{:02}", self.0 + 1, month - 12),
        })
    }
}

/// Sums over people and their subjects.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct Sums {
    people: u32,
    subjects: u32,
    reached: u32,
    reachable: u32,
}

/// Where the people of a competence stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Standing {
    /// How many people were asked something of it.
    pub people: u32,
    /// The mean level that they reached, against the mean of the highest levels asked of them.
    pub position: Position,
}

/// What people reached, gathered person by person.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Levels {
    people: u32,
    competences: BTreeMap<u16, Sums>,
}

impl Levels {
    /// One more person and what they sent, the newest first: of each subject the newest result counts.
    pub fn add(&mut self, sent: impl IntoIterator<Item = Snapshot>) {
        let (mut seen, mut met) = (BTreeSet::new(), BTreeSet::new());
        for snapshot in sent {
            for reached in Reached::all_of(&snapshot).filter(|reached| seen.insert(reached.tube)) {
                let index = reached.tube.0 >> 8;
                let sums = self.competences.entry(index).or_default();
                sums.people += u32::from(met.insert(index));
                sums.subjects += 1;
                sums.reached += u32::from(reached.level);
                sums.reachable += u32::from(reached.top);
            }
        }
        self.people += u32::from(!met.is_empty());
    }

    /// How many people were asked something.
    #[must_use]
    pub const fn people(&self) -> u32 {
        self.people
    }

    /// Where people stand in a competence, by its index in the framework; none when nobody was asked anything of it.
    #[must_use]
    pub fn competence(&self, index: u16) -> Option<Standing> {
        let sums = self.competences.get(&index)?;
        Some(Standing { people: sums.people, position: position([sums].into_iter()) })
    }

    /// Where people stand in several competences together, by their indexes.
    #[must_use]
    pub fn several(&self, which: impl Fn(u16) -> bool) -> Position {
        position(self.competences.iter().filter(|(index, _)| which(**index)).map(|(_, sums)| sums))
    }
}

fn position<'s>(sums: impl Iterator<Item = &'s Sums>) -> Position {
    let (mut subjects, mut reached, mut reachable) = (0, 0, 0);
    for sums in sums {
        subjects += sums.subjects;
        reached += sums.reached;
        reachable += sums.reachable;
    }
    Position { reached: tenths(reached, subjects), reachable: tenths(reachable, subjects) }
}

/// A mean in tenths, rounded to the nearest; 0 of nothing.
fn tenths(sum: u32, count: u32) -> u32 {
    (sum * 20 + count).checked_div(count * 2).unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// What somebody sent: each subject's number, the level reached and the highest asked.
    fn sent(subjects: &[(u16, u16, u16)]) -> Snapshot {
        let skills = subjects.iter().flat_map(|(tube, level, top)| {
            (1..=*top).flat_map(move |rung| {
                let [low, high] = (tube + rung).to_le_bytes();
                [low, high, 1 + u8::from(rung <= *level)]
            })
        });
        Snapshot::decode(&skills.collect::<Vec<_>>()).expect("a snapshot")
    }

    #[test]
    fn years_begin_in_august() {
        for (day, year) in [
            ("2026-11-02", Some(2026)),
            ("2026-08-01", Some(2026)),
            ("2026-07-31", Some(2025)),
            ("1970-01-01", None),
            ("9999-09-01", None),
            ("tomorrow", None),
            ("2026-", None),
        ] {
            assert_eq!(SchoolYear::of_day(day).map(SchoolYear::number), year, "{day}");
        }
        let year = SchoolYear::beginning_in(2026).expect("a year");
        assert_eq!((year.first_day().as_str(), year.day_after().as_str()), ("2026-08-01", "2027-08-01"));
        let months: Vec<String> = year.months().collect();
        assert_eq!(months.len(), 12);
        assert_eq!(
            [&months[0], &months[4], &months[5], &months[11]],
            ["2026-08", "2026-12", "2027-01", "2027-07"]
        );
    }

    #[test]
    fn the_newest_result_of_a_subject_counts() {
        let mut levels = Levels::default();
        assert_eq!((levels.people(), levels.several(|_| true)), (0, Position::default()));
        levels.add([sent(&[(0x000, 3, 4), (0x010, 2, 2)]), sent(&[(0x000, 1, 6), (0x100, 6, 6)])]);
        levels.add([sent(&[(0x000, 0, 4)])]);
        levels.add([sent(&[])]);
        assert_eq!(levels.people(), 2, "nothing was asked of the last");
        for (place, position, (reached, reachable)) in [
            // 3, 2 and 0 out of 4, 2 and 4.
            ("first competence", levels.several(|index| index == 0), (17, 33)),
            ("second competence", levels.several(|index| index == 1), (60, 60)),
            ("both", levels.several(|_| true), (28, 40)),
            ("none", levels.several(|index| index == 9), (0, 0)),
        ] {
            assert_eq!(position, Position { reached, reachable }, "{place}");
        }
        let people = [0, 1, 9].map(|index| levels.competence(index).map(|standing| standing.people));
        assert_eq!(people, [Some(2), Some(1), None]);
    }

    proptest! {
        #[test]
        fn nobody_stands_above_what_was_asked(
            people in prop::collection::vec(prop::collection::vec((0u16..9, 0u16..8, 1u16..8), 0..6), 0..9),
        ) {
            let mut levels = Levels::default();
            for person in &people {
                levels.add(person.iter().map(|(place, level, top)| sent(&[((place * 0x90) & !15, *level, *top)])));
            }
            prop_assert!(levels.people() as usize <= people.len());
            for index in 0..9 {
                let Some(standing) = levels.competence(index) else { continue };
                prop_assert!(standing.people <= levels.people());
                prop_assert!(standing.position.reached <= standing.position.reachable);
            }
        }
    }
}
