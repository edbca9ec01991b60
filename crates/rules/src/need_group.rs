//! Need groups: pupils who can work together because they lack the same subjects.
//!
//! A level of a subject is within a class's reach when a quarter of the class has reached it; the first level always
//! is. A pupil needs a subject when they are below the highest level within reach. Groups are made one after the
//! other: each time, the pupils and the subjects whose product (pupils × subjects they all need) is the largest that
//! adding one subject after the other finds. A pupil is in one group at most.

use crate::positioning::Reached;
use measure::placement::TubeId;

/// More groups than a teacher can care for in an hour.
const MOST_GROUPS: usize = 5;
/// Fewer pupils are no group.
const FEWEST: usize = 2;
/// One pupil in so many makes a level reachable.
const SHARE: usize = 4;
const LEVELS: usize = 9;

/// The highest level of a subject within the reach of a class.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Aim {
    /// The subject.
    pub tube: TubeId,
    /// The level, from 1.
    pub level: u8,
}

/// Pupils who need the same subjects.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct NeedGroup {
    /// The pupils, by their places in the class.
    pub pupils: Vec<usize>,
    /// What all of them need, in the order in which it helps most.
    pub aims: Vec<Aim>,
}

/// How a class may be divided.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Division {
    /// The groups, the one with most to share first.
    pub groups: Vec<NeedGroup>,
    /// Pupils who need something that nobody else left needs, or whose group would be one too many.
    pub alone: Vec<usize>,
    /// Pupils who reached all that is within reach: they can help.
    pub ready: Vec<usize>,
}

/// Divides a class: what each pupil reached in each subject. Somebody of whom nothing is known is in no list.
#[must_use]
pub fn divide(class: &[Vec<Reached>]) -> Division {
    let aims = aims(class);
    let needs: Vec<Vec<usize>> = class.iter().map(|pupil| needs(pupil, &aims)).collect();
    let known = |place: &usize| class.get(*place).is_some_and(|pupil| !pupil.is_empty());
    let (mut waiting, ready): (Vec<usize>, Vec<usize>) =
        (0..class.len()).filter(known).partition(|place| needs_of(&needs, *place).next().is_some());
    let mut groups = Vec::new();
    while groups.len() < MOST_GROUPS {
        let Some((pupils, subjects)) = largest(&waiting, &needs, aims.len()) else { break };
        waiting.retain(|place| !pupils.contains(place));
        let aims = subjects.into_iter().filter_map(|subject| aims.get(subject).copied()).collect();
        groups.push(NeedGroup { pupils, aims });
    }
    Division { groups, alone: waiting, ready }
}

/// The highest level within reach in each subject that somebody was asked, in the order of the framework.
fn aims(class: &[Vec<Reached>]) -> Vec<Aim> {
    let mut counts: Vec<(TubeId, [usize; LEVELS])> = Vec::new();
    for reached in class.iter().flatten() {
        let place = counts.binary_search_by_key(&reached.tube, |(tube, _)| *tube);
        let place = place.unwrap_or_else(|place| {
            counts.insert(place, (reached.tube, [0; LEVELS]));
            place
        });
        let count = counts.get_mut(place).and_then(|(_, levels)| levels.get_mut(usize::from(reached.level)));
        if let Some(count) = count {
            *count += 1;
        }
    }
    counts.iter().map(|(tube, levels)| Aim { tube: *tube, level: within_reach(levels) }).collect()
}

/// From the number of pupils at each level.
fn within_reach(levels: &[usize; LEVELS]) -> u8 {
    let everybody: usize = levels.iter().sum();
    let mut above = 0;
    let reached = levels.iter().enumerate().skip(1).rev().find(|(_, count)| {
        above += **count;
        above * SHARE >= everybody
    });
    reached.and_then(|(level, _)| u8::try_from(level).ok()).unwrap_or(1)
}

/// The subjects in which a pupil is below the aim, by their places.
fn needs(pupil: &[Reached], aims: &[Aim]) -> Vec<usize> {
    let place = |reached: &Reached| aims.binary_search_by_key(&reached.tube, |aim| aim.tube).ok();
    let below = |(reached, place): (&Reached, usize)| {
        aims.get(place).is_some_and(|aim| reached.level < aim.level.min(reached.top)).then_some(place)
    };
    pupil.iter().filter_map(|reached| below((reached, place(reached)?))).collect()
}

fn needs_of(needs: &[Vec<usize>], pupil: usize) -> impl Iterator<Item = usize> + '_ {
    needs.get(pupil).into_iter().flatten().copied()
}

/// The largest group among those who wait, and the subjects that all of it needs.
fn largest(waiting: &[usize], needs: &[Vec<usize>], subjects: usize) -> Option<(Vec<usize>, Vec<usize>)> {
    let (mut pupils, mut shared) = (waiting.to_vec(), Vec::new());
    let mut area = 0;
    while let Some((subject, count)) = most_needed(&pupils, needs, subjects, &shared) {
        let wider = count * (shared.len() + 1);
        if count < FEWEST || wider <= area {
            break;
        }
        area = wider;
        shared.push(subject);
        pupils.retain(|pupil| needs_of(needs, *pupil).any(|need| need == subject));
    }
    (!shared.is_empty()).then_some((pupils, shared))
}

/// The subject that most of these pupils need, the first in the order of the framework among equals.
fn most_needed(
    pupils: &[usize],
    needs: &[Vec<usize>],
    subjects: usize,
    without: &[usize],
) -> Option<(usize, usize)> {
    let mut counts = vec![0; subjects];
    for need in pupils.iter().flat_map(|pupil| needs_of(needs, *pupil)) {
        if let Some(count) = counts.get_mut(need) {
            *count += 1;
        }
    }
    let open = counts.into_iter().enumerate().filter(|(subject, _)| !without.contains(subject));
    open.rev().max_by_key(|(_, count)| *count).filter(|(_, count)| *count > 0)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Mastery;
    use proptest::prelude::*;

    const TOP: u8 = 4;

    /// A pupil by the levels reached in the subjects `a`, `b`, `c`…
    fn pupil(levels: &[u8]) -> Vec<Reached> {
        let reached = |(place, level): (u16, &u8)| Reached {
            tube: TubeId(place << 4),
            level: *level,
            top: TOP,
            mastery: Mastery::default(),
        };
        (0u16..).zip(levels).map(reached).collect()
    }

    /// Groups as `0 1: a2 b3` (pupils: subjects and aims).
    fn told(division: &Division) -> Vec<String> {
        let aim =
            |aim: &Aim| format!("{}{}", char::from(b'a' + u8::try_from(aim.tube.0 >> 4).unwrap()), aim.level);
        let group = |group: &NeedGroup| {
            let pupils: Vec<_> = group.pupils.iter().map(ToString::to_string).collect();
            format!("{}: {}", pupils.join(" "), group.aims.iter().map(aim).collect::<Vec<_>>().join(" "))
        };
        division.groups.iter().map(group).collect()
    }

    #[test]
    fn pupils_who_lack_the_same_subjects_work_together() {
        let check = |class: &[&[u8]], groups: &[&str], alone: &[usize], ready: &[usize]| {
            let division = divide(&class.iter().map(|levels| pupil(levels)).collect::<Vec<_>>());
            assert_eq!(told(&division), groups, "{class:?}");
            assert_eq!((division.alone.as_slice(), division.ready.as_slice()), (alone, ready), "{class:?}");
        };
        check(&[], &[], &[], &[]);
        // Nobody reached anything: the first level is within reach of everybody.
        check(&[&[0], &[0]], &["0 1: a1"], &[], &[]);
        // All are where the class is: nobody needs anything, however far the top.
        check(&[&[2], &[2]], &[], &[], &[0, 1]);
        // One who is ahead of four makes a level reachable; one who is ahead of more does not.
        check(&[&[3], &[1], &[1], &[1]], &["1 2 3: a3"], &[], &[0]);
        check(&[&[3], &[1], &[1], &[1], &[1]], &[], &[], &[0, 1, 2, 3, 4]);
        // Two pupils with two subjects in common before three with one.
        check(
            &[&[2, 2, 2], &[0, 0, 2], &[0, 0, 2], &[2, 2, 0], &[2, 2, 1], &[2, 2, 2]],
            &["1 2: a2 b2", "3 4: c2"],
            &[],
            &[0, 5],
        );
        // Somebody alone with a need.
        check(&[&[2, 2], &[2, 0], &[2, 2]], &[], &[1], &[0, 2]);
        // Nothing is known of the second.
        check(&[&[2], &[], &[2]], &[], &[], &[0, 2]);
    }

    proptest! {
        #[test]
        fn everybody_is_in_one_place_and_needs_what_the_group_needs(
            class in prop::collection::vec(prop::collection::vec(0u8..=TOP, 6), 0..40),
        ) {
            let class: Vec<_> = class.iter().map(|levels| pupil(levels)).collect();
            let division = divide(&class);
            let mut all: Vec<usize> = division.groups.iter().flat_map(|group| group.pupils.clone()).collect();
            all.extend(division.alone.iter().chain(&division.ready));
            all.sort_unstable();
            prop_assert_eq!(all, (0..class.len()).collect::<Vec<_>>());
            prop_assert!(division.groups.len() <= MOST_GROUPS);
            for group in &division.groups {
                prop_assert!(group.pupils.len() >= FEWEST && !group.aims.is_empty());
                for (pupil, aim) in group.pupils.iter().flat_map(|pupil| group.aims.iter().map(move |aim| (pupil, aim))) {
                    let reached = class[*pupil].iter().find(|one| one.tube == aim.tube).unwrap();
                    prop_assert!(reached.level < aim.level);
                }
            }
        }
    }
}
