//! What a report of one page says of a test: every subject when they are few, else what is strongest and what is
//! weakest.

use crate::positioning::{Reached, Step};

/// The most subjects that are all told: more would not fit on a page.
pub const MOST: usize = 18;
/// The most subjects on each side, when not all are told.
const EACH: usize = 6;

/// The subjects that a report tells.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Highlights {
    /// All of them, in the order of the framework.
    All(Vec<Reached>),
    /// Those that stand out.
    Some {
        /// The mastered ones with the highest levels, the highest first.
        strongest: Vec<Reached>,
        /// Those of which less than half is mastered, the least first.
        weakest: Vec<Reached>,
    },
}

impl Highlights {
    /// Chooses among the subjects of a test.
    #[must_use]
    pub fn of(reached: &[Reached]) -> Self {
        if reached.len() <= MOST {
            return Self::All(reached.to_vec());
        }
        let which = |kept: fn(Step) -> bool| -> Vec<Reached> {
            reached.iter().filter(|one| kept(Step::of(one.mastery.percent()))).copied().collect()
        };
        let mut strongest = which(|step| step == Step::Mastered);
        // These sorts keep the order of the framework among equals.
        strongest.sort_by_key(|one| std::cmp::Reverse(one.level));
        strongest.truncate(EACH);
        let mut weakest = which(|step| step < Step::OnTheWay);
        weakest.sort_by_key(|one| one.mastery.percent());
        weakest.truncate(EACH);
        Self::Some { strongest, weakest }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::snapshot::Mastery;
    use measure::placement::TubeId;
    use proptest::prelude::*;

    fn subject(place: u16, validated: u32) -> Reached {
        let level = u8::try_from(validated).expect("a level");
        Reached { tube: TubeId(place << 4), level, top: 4, mastery: Mastery { skills: 4, validated } }
    }

    fn places(reached: &[Reached]) -> Vec<u16> {
        reached.iter().map(|one| one.tube.0 >> 4).collect()
    }

    #[test]
    fn few_subjects_are_all_told() {
        let few: Vec<Reached> = (0..18).map(|place| subject(place, 2)).collect();
        assert_eq!(Highlights::of(&few), Highlights::All(few));
        assert_eq!(Highlights::of(&[]), Highlights::All(Vec::new()));
    }

    #[test]
    fn of_many_those_that_stand_out_are() {
        // 0 1 2 3 4 validated of 4, again and again.
        let many: Vec<Reached> = (0..20u16).map(|place| subject(place, u32::from(place % 5))).collect();
        let Highlights::Some { strongest, weakest } = Highlights::of(&many) else { panic!("many") };
        assert_eq!(places(&strongest), [4, 9, 14, 19, 3, 8]);
        assert_eq!(places(&weakest), [0, 5, 10, 15, 1, 6]);
    }

    proptest! {
        #[test]
        fn nobody_is_strong_and_weak_in_the_same(validated in prop::collection::vec(0..5u32, 19..80)) {
            let many: Vec<Reached> = (0..).zip(validated).map(|(place, validated)| subject(place, validated)).collect();
            let Highlights::Some { strongest, weakest } = Highlights::of(&many) else { panic!("many") };
            prop_assert!(strongest.len() <= EACH && weakest.len() <= EACH);
            prop_assert!(strongest.iter().all(|one| !weakest.contains(one)));
            let best = strongest.iter().map(|one| one.mastery.percent()).min();
            let worst = weakest.iter().map(|one| one.mastery.percent()).max();
            prop_assert!(best.zip(worst).is_none_or(|(best, worst)| best > worst));
        }
    }
}
