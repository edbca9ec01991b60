//! The evidence that is kept: for each skill, how often it was answered right, wrong or passed.

use super::super::{SkillId, delay::DAY_MS};
use super::Ways;

/// How an answer ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reply {
    /// Fully right.
    Right,
    /// Anything else that was tried: wrong, partly right, too late.
    Wrong,
    /// The learner passed.
    Passed,
}

/// One answer, as evidence.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The skill of the question.
    pub skill: SkillId,
    /// The ways of the question.
    pub ways: Ways,
    /// How it ended.
    pub reply: Reply,
    /// When, in milliseconds since 1970.
    pub at: i64,
}

/// A day counted from 1 January 2020, in 16 bits: enough until 2199.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Day(pub u16);

/// 1 January 2020 in days since 1970.
const FIRST_DAY: i64 = 18_262;

impl Day {
    /// The day of an instant, the first or the last one that 16 bits hold when it is outside.
    pub fn of(at: i64) -> Day {
        let days = at.div_euclid(DAY_MS) - FIRST_DAY;
        Day(u16::try_from(days.max(0)).unwrap_or(u16::MAX))
    }

    /// The weight left at day `now` to something of this day that halves every `half_life` days.
    pub(super) fn weight(self, now: Day, half_life: f64) -> f64 {
        let age = f64::from(now.0.saturating_sub(self.0));
        if age > 0.0 { (-age / half_life.max(f64::MIN_POSITIVE)).exp2() } else { 1.0 }
    }
}

/// The answers to the questions of one skill with the same ways.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Tally {
    /// The skill.
    pub skill: SkillId,
    /// The ways of these questions.
    pub ways: Ways,
    /// How many answers were right.
    pub right: u8,
    /// How many were wrong.
    pub wrong: u8,
    /// How many were passed.
    pub passed: u8,
    /// The day of the latest right answer.
    pub last_right: Day,
    /// The day of the latest answer wrong or passed.
    pub last_missed: Day,
}

/// The bytes of one tally in the learner's state.
pub const TALLY_BYTES: usize = 10;

impl Tally {
    /// The tally in its binary format (little-endian).
    pub fn encode(&self) -> [u8; TALLY_BYTES] {
        let [skill, skill_high] = self.skill.0.to_le_bytes();
        let [right_day, right_high] = self.last_right.0.to_le_bytes();
        let [missed_day, missed_high] = self.last_missed.0.to_le_bytes();
        let Tally { ways: Ways(ways), right, wrong, passed, .. } = *self;
        [skill, skill_high, ways, right, wrong, passed, right_day, right_high, missed_day, missed_high]
    }

    /// The tally of this binary format.
    pub fn decode(bytes: [u8; TALLY_BYTES]) -> Tally {
        let [skill, skill_high, ways, right, wrong, passed, right_day, right_high, missed_day, missed_high] =
            bytes;
        Tally {
            skill: SkillId(u16::from_le_bytes([skill, skill_high])),
            ways: Ways(ways),
            right,
            wrong,
            passed,
            last_right: Day(u16::from_le_bytes([right_day, right_high])),
            last_missed: Day(u16::from_le_bytes([missed_day, missed_high])),
        }
    }

    fn empty(skill: SkillId, ways: Ways) -> Tally {
        let (right, wrong, passed) = (0, 0, 0);
        Tally { skill, ways, right, wrong, passed, last_right: Day(0), last_missed: Day(0) }
    }

    fn add(&mut self, reply: Reply, day: Day) {
        let (count, last) = match reply {
            Reply::Right => (&mut self.right, &mut self.last_right),
            Reply::Wrong => (&mut self.wrong, &mut self.last_missed),
            Reply::Passed => (&mut self.passed, &mut self.last_missed),
        };
        *count = count.saturating_add(1);
        *last = day.max(*last);
    }

    /// The day of the latest answer.
    pub fn latest(&self) -> Day {
        self.last_right.max(self.last_missed)
    }
}

/// All the evidence about one person: the tallies, sorted by skill and ways.
///
/// Counts are added and days are maxima, so the tallies do not depend on the order in which the
/// answers are taken in, and are made again from the answers at any time. Several answers of one
/// tally are as old as the latest of them, the price of never growing.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Tallies {
    list: Vec<Tally>,
}

impl Tallies {
    /// Takes an answer in.
    pub fn add(&mut self, answer: &Answer) {
        let key = (answer.skill, answer.ways);
        let place = self.list.binary_search_by_key(&key, |tally| (tally.skill, tally.ways));
        let place = place.unwrap_or_else(|place| {
            self.list.insert(place, Tally::empty(answer.skill, answer.ways));
            place
        });
        if let Some(tally) = self.list.get_mut(place) {
            tally.add(answer.reply, Day::of(answer.at));
        }
    }

    /// Forgets the tallies of a skill (a reset).
    pub fn forget(&mut self, skill: SkillId) {
        self.list.retain(|tally| tally.skill != skill);
    }

    /// The tallies, sorted by skill and ways.
    pub fn iter(&self) -> impl Iterator<Item = &Tally> {
        self.list.iter()
    }

    /// The day of the newest answer. Measured from it, pix stand still until something is answered.
    pub fn newest(&self) -> Day {
        self.list.iter().map(Tally::latest).max().unwrap_or_default()
    }

    /// Whether nothing was ever answered.
    pub fn is_empty(&self) -> bool {
        self.list.is_empty()
    }
}

impl FromIterator<Answer> for Tallies {
    fn from_iter<I: IntoIterator<Item = Answer>>(answers: I) -> Tallies {
        let mut tallies = Tallies::default();
        answers.into_iter().for_each(|answer| tallies.add(&answer));
        tallies
    }
}

impl FromIterator<Tally> for Tallies {
    /// Tallies read back from the state; of two with one skill and ways, the first stays.
    fn from_iter<I: IntoIterator<Item = Tally>>(tallies: I) -> Tallies {
        let mut list: Vec<Tally> = tallies.into_iter().collect();
        list.sort_by_key(|tally| (tally.skill, tally.ways));
        list.dedup_by_key(|tally| (tally.skill, tally.ways));
        Tallies { list }
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn answers() -> impl Strategy<Value = Vec<Answer>> {
        let reply = prop_oneof![Just(Reply::Right), Just(Reply::Wrong), Just(Reply::Passed)];
        let one = (0_u16..6, 2_u8..4, reply, any::<i64>());
        let one = one.prop_map(|(skill, ways, reply, at)| Answer {
            skill: SkillId(skill),
            ways: Ways(ways),
            reply,
            at,
        });
        prop::collection::vec(one, 0..40)
    }

    #[test]
    fn days_are_counted_from_2020_and_saturate() {
        let check = |at, expected| assert_eq!(Day::of(at), Day(expected), "{at}");
        check(1_577_836_800_000, 0);
        check(1_577_836_800_000 + DAY_MS, 1);
        check(1_577_836_800_000 + 2 * DAY_MS - 1, 1);
        check(i64::MIN, 0);
        check(i64::MAX, u16::MAX);
    }

    #[test]
    fn a_weight_halves_with_each_half_life() {
        let check = |day, now, half_life, expected: f64| {
            assert!(
                (Day(day).weight(Day(now), half_life) - expected).abs() < 1e-12,
                "{day} {now} {half_life}"
            );
        };
        check(10, 10, 8.0, 1.0);
        check(10, 18, 8.0, 0.5);
        check(10, 26, 8.0, 0.25);
        check(10, 5, 8.0, 1.0);
        check(10, 11, 0.0, 0.0);
        check(10, 11, f64::NAN, 0.0);
    }

    proptest! {
        #[test]
        fn tallies_do_not_depend_on_order_and_count_every_answer(answers in answers()) {
            let tallies = answers.iter().copied().collect::<Tallies>();
            prop_assert_eq!(&tallies, &answers.iter().rev().copied().collect::<Tallies>());
            let counted: usize = tallies.iter().map(|t| usize::from(t.right) + usize::from(t.wrong) + usize::from(t.passed)).sum();
            prop_assert_eq!(counted, answers.len());
            prop_assert_eq!(tallies.newest(), answers.iter().map(|answer| Day::of(answer.at)).max().unwrap_or_default());
        }

        #[test]
        fn tallies_are_read_back(answers in answers()) {
            let tallies = answers.iter().copied().collect::<Tallies>();
            let back: Tallies = tallies.iter().map(|tally| Tally::decode(tally.encode())).collect();
            prop_assert_eq!(back, tallies);
        }
    }
}
