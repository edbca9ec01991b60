//! What may be asked of somebody now.

use super::pool::Pool;
use crate::irt::ItemIndex;

/// Of what one question is enough.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Distinct {
    /// Of a tube.
    #[default]
    Tube,
    /// Of a skill.
    Skill,
    /// Of nothing but itself.
    Item,
}

/// The content of a test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Rules {
    /// Of what one question is enough.
    pub distinct: Distinct,
    /// The questions that each competence has at least.
    pub minimum_per_competence: u32,
    /// The questions that each competence has at most.
    pub maximum_per_competence: Option<u32>,
}

/// What the rules must know of the person.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Candidate {
    /// Whether only accessible items may be asked.
    pub needs_accessible: bool,
    /// Whether items that forbid leaving the page must be left out.
    pub without_focus: bool,
    /// The seconds allowed in all, if they are counted.
    pub seconds: Option<u32>,
    /// Skills under a validated alert: none of their items is asked.
    pub skills_under_alert: Vec<u32>,
}

/// Why an item was not asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Rejection {
    /// It was asked before.
    Asked,
    /// Its tube was.
    SameTube,
    /// Its skill was.
    SameSkill,
    /// An enemy of it was.
    Enemy,
    /// The candidate needs an accessible item.
    NotAccessible,
    /// The candidate cannot be held to one page.
    NeedsFocus,
    /// Its skill is under a validated alert.
    UnderAlert,
    /// It takes more time than is left.
    TooLong,
    /// Its competence has had all its questions.
    CompetenceFull,
    /// The questions left are owed to other competences.
    OwedElsewhere,
    /// Exposure control keeps it from this person.
    NotEligible,
}

impl Rejection {
    /// All of them.
    pub const ALL: [Self; 11] = [
        Self::Asked,
        Self::SameTube,
        Self::SameSkill,
        Self::Enemy,
        Self::NotAccessible,
        Self::NeedsFocus,
        Self::UnderAlert,
        Self::TooLong,
        Self::CompetenceFull,
        Self::OwedElsewhere,
        Self::NotEligible,
    ];
}

/// Which rules had to give way, the bank being too small for all of them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub enum Relaxation {
    /// None.
    #[default]
    Nothing,
    /// Exposure control.
    Exposure,
    /// Exposure control and the minimum per competence.
    Minimum,
}

/// The rules applied to the test so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gate {
    rules: Rules,
    closed: Vec<Option<Rejection>>,
    served: Vec<u32>,
    seconds: Option<u32>,
}

impl Gate {
    pub(super) fn new(pool: &Pool, rules: Rules, candidate: &Candidate) -> Self {
        let look = |item: &crate::irt::Item, traits: &super::Traits| {
            if candidate.skills_under_alert.contains(&item.skill) {
                Some(Rejection::UnderAlert)
            } else if candidate.needs_accessible && !traits.accessible {
                Some(Rejection::NotAccessible)
            } else if candidate.without_focus && traits.focus {
                Some(Rejection::NeedsFocus)
            } else {
                None
            }
        };
        let closed =
            pool.bank().items().iter().zip(pool.all_traits()).map(|(item, traits)| look(item, traits));
        Self {
            rules,
            closed: closed.collect(),
            served: vec![0; pool.competences().len()],
            seconds: candidate.seconds,
        }
    }

    /// Takes note of an item asked and of the seconds it took.
    pub(super) fn pass(&mut self, pool: &Pool, item: ItemIndex, seconds: u32) {
        self.close(item, Rejection::Asked);
        for enemy in pool.enemies(item) {
            self.close(*enemy, Rejection::Enemy);
        }
        if let Some(asked) = pool.bank().get(item) {
            let distinct = self.rules.distinct;
            let mates = pool.tube(asked.tube).iter().filter(|_| distinct != Distinct::Item);
            for mate in mates {
                let same_skill = pool.bank().get(*mate).is_some_and(|mate| mate.skill == asked.skill);
                match distinct {
                    Distinct::Tube => self.close(*mate, Rejection::SameTube),
                    Distinct::Skill if same_skill => self.close(*mate, Rejection::SameSkill),
                    Distinct::Skill | Distinct::Item => {}
                }
            }
        }
        let competence = pool.facts(item).and_then(|facts| self.served.get_mut(facts.competence as usize));
        if let Some(served) = competence {
            *served = served.saturating_add(1);
        }
        self.seconds = self.seconds.map(|left| left.saturating_sub(seconds));
    }

    fn close(&mut self, item: ItemIndex, why: Rejection) {
        if let Some(closed @ None) = self.closed.get_mut(item as usize) {
            *closed = Some(why);
        }
    }

    /// The seconds left, if they are counted.
    pub(super) fn seconds(&self) -> Option<u32> {
        self.seconds
    }

    /// The questions still owed to competences.
    pub(super) fn owed(&self) -> u32 {
        let least = self.rules.minimum_per_competence;
        self.served.iter().map(|served| least.saturating_sub(*served)).fold(0, u32::saturating_add)
    }

    /// The rules at this moment, with so many questions left.
    pub(super) fn view(&self, left: u32, relaxation: Relaxation) -> View<'_> {
        let owing = relaxation < Relaxation::Minimum && self.owed() >= left;
        let Rules { minimum_per_competence: least, maximum_per_competence: most, .. } = self.rules;
        let state = |served: &u32| {
            if most.is_some_and(|most| *served >= most) {
                Some(Rejection::CompetenceFull)
            } else if owing && *served >= least {
                Some(Rejection::OwedElsewhere)
            } else {
                None
            }
        };
        let competences = self.served.iter().map(state).collect();
        View { closed: &self.closed, competences, seconds: self.seconds.unwrap_or(u32::MAX) }
    }
}

/// The rules at one moment: a look at an item is a few comparisons.
pub(super) struct View<'a> {
    closed: &'a [Option<Rejection>],
    competences: Vec<Option<Rejection>>,
    seconds: u32,
}

impl View<'_> {
    /// Why an item may not be asked, if so.
    #[inline]
    pub(super) fn rejection(&self, pool: &Pool, item: ItemIndex) -> Option<Rejection> {
        let closed = self.closed.get(item as usize).copied().flatten();
        if closed.is_some() {
            return closed;
        }
        let facts = pool.facts(item)?;
        if facts.seconds > self.seconds {
            return Some(Rejection::TooLong);
        }
        self.competences.get(facts.competence as usize).copied().flatten()
    }
}
