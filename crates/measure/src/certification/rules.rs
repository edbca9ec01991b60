//! What may be asked of somebody now.

use super::pool::Pool;
use super::quotas::{Domain, Quotas, Served};
use super::tryouts::Tryouts;
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
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Rules {
    /// Of what one question is enough.
    pub distinct: Distinct,
    /// The questions that each competence has at least.
    pub minimum_per_competence: u32,
    /// The questions that each competence has at most.
    pub maximum_per_competence: Option<u32>,
    /// The domains that have quotas of their own, each of some competences.
    pub domains: Vec<Domain>,
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
    /// Its domain has.
    DomainFull,
    /// What its domain may still have is owed to other competences there.
    OwedInDomain,
    /// The questions left are owed to other competences or domains.
    OwedElsewhere,
    /// Exposure control keeps it from this person.
    NotEligible,
    /// It is on trial, and this question counts.
    OnTrial,
    /// This question tries out an item, and it is not on trial.
    NotOnTrial,
    /// It is on trial and has all the answers wanted.
    TriedEnough,
}

impl Rejection {
    /// All of them.
    pub const ALL: [Self; 16] = [
        Self::Asked,
        Self::SameTube,
        Self::SameSkill,
        Self::Enemy,
        Self::NotAccessible,
        Self::NeedsFocus,
        Self::UnderAlert,
        Self::TooLong,
        Self::CompetenceFull,
        Self::DomainFull,
        Self::OwedInDomain,
        Self::OwedElsewhere,
        Self::NotEligible,
        Self::OnTrial,
        Self::NotOnTrial,
        Self::TriedEnough,
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
    /// Exposure control and the minima of competences and domains.
    Minimum,
}

/// The rules applied to the test so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Gate {
    distinct: Distinct,
    closed: Vec<Option<Rejection>>,
    served: Served,
    seconds: Option<u32>,
}

impl Gate {
    pub(super) fn new(pool: &Pool, quotas: &Quotas, distinct: Distinct, candidate: &Candidate) -> Self {
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
        Self { distinct, closed: closed.collect(), served: quotas.start(), seconds: candidate.seconds }
    }

    /// Takes note of an item asked and of the seconds it took. What is asked on trial fills no quota.
    pub(super) fn pass(&mut self, pool: &Pool, quotas: &Quotas, item: ItemIndex, seconds: u32) {
        self.close(item, Rejection::Asked);
        for enemy in pool.enemies(item) {
            self.close(*enemy, Rejection::Enemy);
        }
        if let Some(asked) = pool.bank().get(item) {
            let distinct = self.distinct;
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
        if let Some(facts) = pool.facts(item).filter(|facts| !facts.on_trial) {
            quotas.pass(&mut self.served, facts.competence as usize);
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

    /// The questions still owed to competences and domains.
    pub(super) fn owed(&self, quotas: &Quotas) -> u32 {
        quotas.owed(&self.served)
    }

    /// The rules at this moment, with so many questions left.
    pub(super) fn view(&self, quotas: &Quotas, left: u32, relaxation: Relaxation) -> View<'_> {
        let competences = quotas.states(&self.served, left, relaxation < Relaxation::Minimum);
        View { closed: &self.closed, competences, seconds: self.seconds.unwrap_or(u32::MAX) }
    }

    /// Why an item may not be tried out now, if so: the rules of content hold, the quotas and exposure do not concern it.
    pub(super) fn untried(&self, pool: &Pool, item: ItemIndex, tryouts: &Tryouts) -> Option<Rejection> {
        let closed = self.closed.get(item as usize).copied().flatten();
        if closed.is_some() {
            return closed;
        }
        let facts = pool.facts(item)?;
        if !facts.on_trial {
            Some(Rejection::NotOnTrial)
        } else if tryouts.missing(item) == 0 {
            Some(Rejection::TriedEnough)
        } else if facts.seconds > self.seconds.unwrap_or(u32::MAX) {
            Some(Rejection::TooLong)
        } else {
            None
        }
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
        if facts.on_trial {
            return Some(Rejection::OnTrial);
        }
        if facts.seconds > self.seconds {
            return Some(Rejection::TooLong);
        }
        self.competences.get(facts.competence as usize).copied().flatten()
    }
}
