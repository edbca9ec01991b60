//! Combined courses: campaigns and the lessons that their results recommend, one after the other.

use crate::campaign::{LONGEST_NAME, LONGEST_TEXT};

/// The most campaigns of a course.
pub const MOST_CAMPAIGNS: usize = 4;

/// A step of a course, as somebody stands there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Step {
    /// A campaign, and whether it is over for them.
    Campaign(bool),
    /// A lesson that the result before recommended, and whether it is done.
    Lesson(bool),
    /// A place of lessons that holds none: they are not known yet, or none was recommended.
    NoLesson,
}

/// What somebody can do with a step.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is done.
    Done,
    /// It is the next one.
    Open,
    /// Something before it is left to do.
    Locked,
    /// There is nothing to do: no lesson was recommended.
    Out,
}

/// Where somebody stands at each step of a course: the first that is not done is open, those after it are locked.
#[must_use]
pub fn standings(steps: &[Step]) -> Vec<Standing> {
    // Whether everything before is done, and whether the campaign before is.
    let (mut open, mut over) = (true, false);
    let mut standings = Vec::with_capacity(steps.len());
    for step in steps {
        if let Step::Campaign(done) = step {
            over = *done;
        }
        let standing = match step {
            Step::NoLesson if over => Standing::Out,
            Step::Campaign(true) | Step::Lesson(true) => Standing::Done,
            Step::Campaign(false) | Step::Lesson(false) if open => Standing::Open,
            _ => Standing::Locked,
        };
        open &= matches!(standing, Standing::Done | Standing::Out);
        standings.push(standing);
    }
    standings
}

/// A course as somebody wishes it; every text is trimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    /// Its name.
    pub name: &'a str,
    /// What learners read first.
    pub description: &'a str,
    /// The campaigns that were chosen, by their ids.
    pub campaigns: &'a [i64],
}

/// What is wrong with a wish.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It has no name.
    NameMissing,
    /// Its name is longer than [`LONGEST_NAME`].
    NameTooLong,
    /// Its description is longer than [`LONGEST_TEXT`].
    DescriptionTooLong,
    /// No campaign was chosen.
    NoCampaign,
    /// A campaign was chosen twice.
    CampaignTwice,
}

/// Everything that is wrong with a wish.
#[must_use]
pub fn faults(wish: &Wish<'_>) -> Vec<Fault> {
    let mut campaigns = wish.campaigns.to_vec();
    campaigns.sort_unstable();
    campaigns.dedup();
    let checks = [
        (wish.name.is_empty(), Fault::NameMissing),
        (wish.name.chars().count() > LONGEST_NAME, Fault::NameTooLong),
        (wish.description.chars().count() > LONGEST_TEXT, Fault::DescriptionTooLong),
        (wish.campaigns.is_empty(), Fault::NoCampaign),
        (campaigns.len() < wish.campaigns.len(), Fault::CampaignTwice),
    ];
    checks.into_iter().filter(|(wrong, _)| *wrong).map(|(_, fault)| fault).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use Standing::{Done, Locked, Open, Out};
    use Step::{Campaign, Lesson, NoLesson};
    use proptest::prelude::*;

    #[test]
    fn steps_unlock_one_by_one() {
        for (steps, expected) in [
            (vec![Campaign(false), NoLesson, Campaign(false)], vec![Open, Locked, Locked]),
            (
                vec![Campaign(true), Lesson(false), Lesson(false), Campaign(false)],
                vec![Done, Open, Locked, Locked],
            ),
            (
                vec![Campaign(true), Lesson(true), Lesson(false), Campaign(false)],
                vec![Done, Done, Open, Locked],
            ),
            (vec![Campaign(true), Lesson(true), Lesson(true), Campaign(false)], vec![Done, Done, Done, Open]),
            // Nothing was recommended: the lessons drop out.
            (vec![Campaign(true), NoLesson, Campaign(false)], vec![Done, Out, Open]),
            (vec![Campaign(true), NoLesson, Campaign(true)], vec![Done, Out, Done]),
            // What was done out of turn stays done.
            (vec![Campaign(false), NoLesson, Campaign(true)], vec![Open, Locked, Done]),
            (vec![], vec![]),
        ] {
            assert_eq!(standings(&steps), expected, "{steps:?}");
        }
    }

    #[test]
    fn every_fault_is_told() {
        let good = Wish { name: "Parcours", description: "", campaigns: &[1, 2] };
        let long = "é".repeat(LONGEST_TEXT + 1);
        for (wish, expected) in [
            (good, vec![]),
            (Wish { name: "", campaigns: &[], ..good }, vec![Fault::NameMissing, Fault::NoCampaign]),
            (
                Wish { name: &long, description: &long, ..good },
                vec![Fault::NameTooLong, Fault::DescriptionTooLong],
            ),
            (Wish { campaigns: &[1, 2, 1], ..good }, vec![Fault::CampaignTwice]),
        ] {
            assert_eq!(faults(&wish), expected);
        }
    }

    fn step() -> impl Strategy<Value = Step> {
        prop_oneof![any::<bool>().prop_map(Campaign), any::<bool>().prop_map(Lesson), Just(NoLesson)]
    }

    proptest! {
        #[test]
        fn one_step_is_open_at_most(steps in proptest::collection::vec(step(), 0..12)) {
            let standings = standings(&steps);
            let open = standings.iter().filter(|standing| **standing == Open).count();
            prop_assert!(open <= 1);
            let undone = steps.iter().any(|step| matches!(step, Campaign(false) | Lesson(false)));
            prop_assert!(undone || standings.iter().all(|standing| *standing != Open));
        }
    }
}
