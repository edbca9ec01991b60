//! How many questions each competence and each domain has.

use super::pool::Pool;
use super::rules::{Distinct, Rejection, Rules};
use crate::irt::Item;
use std::collections::{BTreeMap, BTreeSet};

/// A domain of the content: some competences, and the questions that they have together.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Domain {
    /// Its number, by which a refusal names it.
    pub number: u32,
    /// Its competences, as the bank names them.
    pub competences: Vec<u32>,
    /// The questions that it has at least.
    pub minimum: u32,
    /// The questions that it has at most.
    pub maximum: Option<u32>,
}

/// Why quotas cannot be met together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum QuotasError {
    /// The competences and domains are owed more questions than the test has, or more than they may have.
    Owed {
        /// The questions owed.
        owed: u32,
        /// The questions there are.
        ceiling: u32,
    },
    /// The domains may not have as many questions as the test has.
    Room {
        /// The questions that they may have.
        room: u32,
        /// The questions of the test.
        ceiling: u32,
    },
    /// A domain is owed more questions than it may have, or than its items make.
    Domain {
        /// The domain.
        domain: u32,
        /// The questions owed to it or to its competences.
        owed: u32,
        /// The questions that it may have.
        room: u32,
    },
    /// Two domains have this number.
    Twice(u32),
    /// A competence is in two domains, or twice in one.
    Shared {
        /// The competence.
        competence: u32,
        /// The second domain.
        domain: u32,
    },
    /// A competence of a domain has no item.
    Unknown {
        /// The competence.
        competence: u32,
        /// The domain.
        domain: u32,
    },
}

impl std::fmt::Display for QuotasError {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Owed { owed, ceiling } => write!(
                out,
                "the competences and domains are owed {owed} questions, the test has {ceiling}: lower a minimum"
            ),
            Self::Room { room, ceiling } => write!(
                out,
                "the domains may have {room} questions together, the test has {ceiling}: raise a maximum or add items"
            ),
            Self::Domain { domain, owed, room } => write!(
                out,
                "domain {domain} is owed {owed} questions, its maxima and its items leave room for {room}: lower the \
                 minimum, raise the maximum or add items"
            ),
            Self::Twice(domain) => write!(out, "two domains have the number {domain}: give each its own"),
            Self::Shared { competence, domain } => {
                write!(
                    out,
                    "domain {domain}: competence {competence} is in a domain already; expected one domain each"
                )
            }
            Self::Unknown { competence, domain } => {
                write!(
                    out,
                    "domain {domain}: no item counts for competence {competence}; expected those of the bank"
                )
            }
        }
    }
}

impl std::error::Error for QuotasError {}

/// The bounds of a domain.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Bounds {
    minimum: u32,
    maximum: u32,
}

/// The quotas of a version, competences being named by their places in the pool.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Quotas {
    /// The questions that each competence has at least, and at most.
    least: u32,
    most: u32,
    /// The place of the domain of each competence.
    domain_of: Vec<usize>,
    /// The bounds of each domain; the last one, of the competences in no domain, has none.
    domains: Vec<Bounds>,
}

/// What was asked so far.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Served {
    competences: Vec<u32>,
    domains: Vec<Count>,
}

/// The questions asked in a domain, and those still owed to its competences.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
struct Count {
    asked: u32,
    owed: u32,
}

impl Bounds {
    /// The questions that a domain still lacks, whatever its competences are owed.
    fn missing(self, count: Count) -> u32 {
        self.minimum.saturating_sub(count.asked)
    }

    fn room(self, count: Count) -> u32 {
        self.maximum.saturating_sub(count.asked)
    }
}

impl Quotas {
    /// The quotas of some rules for a test of at most so many questions.
    pub fn new(pool: &Pool, rules: &Rules, ceiling: u32) -> Result<Self, QuotasError> {
        let domain_of = domain_of(pool, &rules.domains)?;
        let bounds = |domain: &Domain| {
            let (minimum, maximum) = (domain.minimum, domain.maximum.unwrap_or(u32::MAX));
            Bounds { minimum, maximum }
        };
        let free = Bounds { minimum: 0, maximum: u32::MAX };
        let domains = rules.domains.iter().map(bounds).chain([free]).collect();
        let least = rules.minimum_per_competence;
        let most = rules.maximum_per_competence.unwrap_or(u32::MAX);
        let quotas = Self { least, most, domain_of, domains };
        quotas.check(pool, rules, ceiling)?;
        Ok(quotas)
    }

    fn check(&self, pool: &Pool, rules: &Rules, ceiling: u32) -> Result<(), QuotasError> {
        let start = self.start();
        let rooms = self.rooms(&units(pool, rules.distinct));
        let pairs = self.domains.iter().zip(&start.domains);
        for (domain, ((bounds, count), room)) in rules.domains.iter().zip(pairs.zip(&rooms)) {
            let (owed, room) = (bounds.missing(*count).max(count.owed), bounds.maximum.min(*room));
            if owed > room {
                return Err(QuotasError::Domain { domain: domain.number, owed, room });
            }
        }
        let owed = self.owed(&start);
        let competences = u32::try_from(self.domain_of.len()).unwrap_or(u32::MAX);
        let allowed = ceiling.min(self.most.saturating_mul(competences));
        if owed > allowed {
            return Err(QuotasError::Owed { owed, ceiling: allowed });
        }
        let room = self.domains.iter().zip(rooms).map(|(bounds, room)| bounds.maximum.min(room));
        let room = room.fold(0, u32::saturating_add);
        if !rules.domains.is_empty() && room < ceiling {
            return Err(QuotasError::Room { room, ceiling });
        }
        Ok(())
    }

    /// The questions that the competences of each domain may have, each competence having so many to ask.
    fn rooms(&self, units: &[u32]) -> Vec<u32> {
        let mut rooms = vec![0_u32; self.domains.len()];
        for (domain, units) in self.domain_of.iter().zip(units) {
            if let Some(room) = rooms.get_mut(*domain) {
                *room = room.saturating_add(self.most.min(*units));
            }
        }
        rooms
    }

    /// Nothing asked yet.
    pub fn start(&self) -> Served {
        let mut domains = vec![Count::default(); self.domains.len()];
        for domain in &self.domain_of {
            if let Some(count) = domains.get_mut(*domain) {
                count.owed = count.owed.saturating_add(self.least);
            }
        }
        Served { competences: vec![0; self.domain_of.len()], domains }
    }

    /// Takes note of a question asked in a competence.
    pub fn pass(&self, served: &mut Served, competence: usize) {
        let Some(times) = served.competences.get_mut(competence) else { return };
        let owed = u32::from(*times < self.least);
        *times = times.saturating_add(1);
        let domain = self.domain_of.get(competence).and_then(|domain| served.domains.get_mut(*domain));
        if let Some(count) = domain {
            count.asked = count.asked.saturating_add(1);
            count.owed = count.owed.saturating_sub(owed);
        }
    }

    /// The questions still owed: to each domain what it lacks, or what its competences lack when that is more.
    pub fn owed(&self, served: &Served) -> u32 {
        let domains = self.domains.iter().zip(&served.domains);
        domains.map(|(bounds, count)| bounds.missing(*count).max(count.owed)).fold(0, u32::saturating_add)
    }

    /// Why each competence may not be asked now, if so, with so many questions left in the test; without the minima
    /// only the maxima hold.
    pub fn states(&self, served: &Served, left: u32, minima: bool) -> Vec<Option<Rejection>> {
        let owing = minima && self.owed(served) >= left;
        let state = |(times, domain): (&u32, &usize)| {
            let (bounds, count) = (self.domains.get(*domain)?, *served.domains.get(*domain)?);
            let owed = *times < self.least;
            if *times >= self.most {
                Some(Rejection::CompetenceFull)
            } else if bounds.room(count) == 0 {
                Some(Rejection::DomainFull)
            } else if minima && !owed && bounds.room(count) <= count.owed {
                Some(Rejection::OwedInDomain)
            } else if owing && !owed && bounds.missing(count) <= count.owed {
                Some(Rejection::OwedElsewhere)
            } else {
                None
            }
        };
        served.competences.iter().zip(&self.domain_of).map(state).collect()
    }
}

/// The place of the domain of each competence of a pool; of one in no domain, the place after the last.
fn domain_of(pool: &Pool, domains: &[Domain]) -> Result<Vec<usize>, QuotasError> {
    let mut domain_of = vec![domains.len(); pool.competences().len()];
    let mut numbers = BTreeSet::new();
    for (place, Domain { number: domain, competences, .. }) in domains.iter().enumerate() {
        let domain = *domain;
        if !numbers.insert(domain) {
            return Err(QuotasError::Twice(domain));
        }
        for competence in competences.iter().copied() {
            let found = pool.competences().binary_search(&competence);
            let found = found.map_err(|_| QuotasError::Unknown { competence, domain })?;
            match domain_of.get_mut(found) {
                Some(slot) if *slot == domains.len() => *slot = place,
                _ => return Err(QuotasError::Shared { competence, domain }),
            }
        }
    }
    Ok(domain_of)
}

/// How many questions each competence has to ask: its tubes, skills or items, of those that count.
fn units(pool: &Pool, distinct: Distinct) -> Vec<u32> {
    let mut kinds: BTreeMap<u32, BTreeSet<u32>> = BTreeMap::new();
    let counted = pool.bank().indexed().filter(|(item, _)| pool.counts(*item));
    for (index, Item { competence, tube, skill, .. }) in counted {
        let kind = match distinct {
            Distinct::Tube => *tube,
            Distinct::Skill => *skill,
            Distinct::Item => index,
        };
        kinds.entry(*competence).or_default().insert(kind);
    }
    kinds.values().map(|kinds| u32::try_from(kinds.len()).unwrap_or(u32::MAX)).collect()
}
