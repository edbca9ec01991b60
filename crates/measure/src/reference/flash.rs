//! The adaptive test of 2022: no rule but one question per skill, and a total made of skills.

use super::Estimate;
use crate::irt::{ItemIndex, Parameters};
use std::collections::{HashMap, HashSet};

/// The share of right answers from which the capacity counts as enough for a skill.
pub const SUCCESS: f64 = 0.95;
/// The estimate before any answer.
pub const OPENING: Estimate = Estimate { capacity: 0.0, error_rate: 5.0 };

/// An item of this test.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FlashItem {
    /// Its number.
    pub item: ItemIndex,
    /// Its discrimination and difficulty.
    pub parameters: Parameters,
    /// Its skill, by a number of the caller's.
    pub skill: u32,
}

/// The items that may be asked: of the skills not answered yet, those of exactly the greatest information at the
/// capacity. None when the test is over, that is when `number` answers were given or no skill is left.
#[must_use]
pub fn candidates(
    items: &[FlashItem],
    capacity: f64,
    answered_skills: &[u32],
    answers: usize,
    number: usize,
) -> Vec<ItemIndex> {
    if answers >= number {
        return Vec::new();
    }
    let answered: HashSet<u32> = answered_skills.iter().copied().collect();
    let rewards: Vec<(ItemIndex, f64)> = items
        .iter()
        .filter(|item| !answered.contains(&item.skill))
        .map(|item| (item.item, item.parameters.information(capacity)))
        .collect();
    let greatest = rewards.iter().map(|(_, reward)| *reward).fold(f64::NEG_INFINITY, f64::max);
    rewards.into_iter().filter(|(_, reward)| *reward >= greatest).map(|(item, _)| item).collect()
}

/// A skill and what it is worth.
#[derive(Debug, Clone, PartialEq)]
pub struct FlashSkill {
    /// Its number.
    pub skill: u32,
    /// Its pix.
    pub pix: f64,
    /// Its valid items.
    pub items: Vec<Parameters>,
}

/// The total of this test: the pix of the skills directly succeeded, and of the skills not asked whose easiest item needs
/// a capacity ([`Parameters::threshold`] at [`SUCCESS`]) of at most the estimate. `asked` says whether a skill that was
/// asked was succeeded; of two answers, the last counts.
#[must_use]
pub fn total(skills: &[FlashSkill], asked: &[(u32, bool)], capacity: f64) -> f64 {
    let asked: HashMap<u32, bool> = asked.iter().copied().collect();
    let mut counted = HashSet::new();
    let gained = |skill: &&FlashSkill| match asked.get(&skill.skill) {
        Some(succeeded) => *succeeded,
        None => skill.items.iter().any(|item| item.threshold(SUCCESS) <= capacity),
    };
    skills.iter().filter(gained).filter(|skill| counted.insert(skill.skill)).map(|skill| skill.pix).sum()
}
