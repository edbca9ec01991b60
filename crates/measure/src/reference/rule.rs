//! The rules that say which items may be asked next, and the reason for each that may not.

use super::Configuration;
use crate::irt::{Bank, Item, ItemIndex};
use std::collections::HashSet;

/// Whether an item suits people with a difficulty of perception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compatibility {
    /// It was checked: they can answer it.
    Compatible,
    /// It is not concerned.
    NotConcerned,
    /// They cannot answer it, or it was not checked.
    Unsuitable,
}

/// What an item asks of perception.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Accessibility {
    /// For blind people.
    pub blindness: Compatibility,
    /// For people who do not see some colours.
    pub colour_blindness: Compatibility,
}

impl Accessibility {
    /// Whether a candidate who needs adjustment may be asked the item.
    #[must_use]
    pub fn suits(self) -> bool {
        self.blindness != Compatibility::Unsuitable && self.colour_blindness != Compatibility::Unsuitable
    }
}

/// What, beside the answers, decides of the pool.
#[derive(Debug, Clone, Copy, Default)]
pub struct Circumstances<'a> {
    /// The items under a validated live alert: their skills are left out.
    pub alerted: &'a [ItemIndex],
    /// For a candidate who needs adjustment, the accessibility of the items, in the order of the bank; an item beyond
    /// its end is not accessible. Absent for everybody else.
    pub accessibility: Option<&'a [Accessibility]>,
    /// The item already shown, if one was: it is served again as long as it is unanswered.
    pub shown: Option<ItemIndex>,
}

/// Why an item is not among the candidates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Reason {
    /// Its skill is that of an item under a validated live alert.
    SkillUnderAlert,
    /// The candidate needs adjustment and it is not accessible.
    NotAccessible,
    /// A question of its tube was answered.
    TubeAnswered,
    /// A question of its skill was answered.
    SkillAnswered,
    /// A question of its competence was asked, and another competence was not asked yet.
    CompetenceAsked,
    /// It is the turn of the forced competences that were not asked yet.
    NotForced,
    /// Its competence was asked a moment ago.
    CompetenceTooRecent,
    /// It may be asked, but enough items rank before it.
    Outranked,
}

/// A reason per item of the bank, none for those that may be asked.
pub(super) type Reasons = Vec<Option<Reason>>;

/// Applies the rules in the reference's order to a whole bank. The answered items are in the order of the answers.
pub(super) fn reasons(
    bank: &Bank,
    configuration: &Configuration,
    answered: &[&Item],
    circumstances: &Circumstances<'_>,
) -> Reasons {
    let pool: Reasons = pool(bank, circumstances);
    let mut reasons = pool.clone();
    leave_answered(bank, configuration.one_per_tube, answered, &mut reasons);
    let asked: HashSet<u32> = answered.iter().map(|item| item.competence).collect();
    if configuration.all_competences {
        pass_by_all(bank, &asked, &pool, &mut reasons);
    }
    if let Some(forced) = configuration.forced.as_ref().filter(|forced| answered.len() >= forced.warm_up) {
        let due: HashSet<u32> = forced.competences.iter().copied().filter(|it| !asked.contains(it)).collect();
        if !due.is_empty() {
            refuse(bank, &mut reasons, Reason::NotForced, |item| !due.contains(&item.competence));
        }
    }
    let recent: HashSet<u32> =
        answered.iter().rev().take(configuration.spacing).map(|item| item.competence).collect();
    let apart = |item: &Item| !recent.contains(&item.competence);
    // Ignored when nothing would remain.
    if bank.items().iter().zip(&reasons).any(|(item, reason)| reason.is_none() && apart(item)) {
        refuse(bank, &mut reasons, Reason::CompetenceTooRecent, |item| !apart(item));
    }
    reasons
}

/// The pool before the rules: the whole bank without alerts and without what the candidate cannot perceive.
fn pool(bank: &Bank, circumstances: &Circumstances<'_>) -> Reasons {
    let skills: HashSet<u32> =
        circumstances.alerted.iter().filter_map(|item| bank.get(*item)).map(|item| item.skill).collect();
    let accessible = |place: usize| {
        circumstances.accessibility.is_none_or(|all| all.get(place).is_some_and(|one| one.suits()))
    };
    let reason = |(place, item): (usize, &Item)| {
        if skills.contains(&item.skill) {
            Some(Reason::SkillUnderAlert)
        } else if accessible(place) {
            None
        } else {
            Some(Reason::NotAccessible)
        }
    };
    bank.items().iter().enumerate().map(reason).collect()
}

fn leave_answered(bank: &Bank, one_per_tube: bool, answered: &[&Item], reasons: &mut Reasons) {
    let (of, reason): (fn(&Item) -> u32, Reason) = if one_per_tube {
        (|item| item.tube, Reason::TubeAnswered)
    } else {
        (|item| item.skill, Reason::SkillAnswered)
    };
    let used: HashSet<u32> = answered.iter().map(|item| of(item)).collect();
    refuse(bank, reasons, reason, |item| used.contains(&of(item)));
}

/// While a competence of the pool was not asked, keeps those only. Starts again from the pool, as the reference does.
fn pass_by_all(bank: &Bank, asked: &HashSet<u32>, pool: &Reasons, reasons: &mut Reasons) {
    let unasked = |item: &Item| !asked.contains(&item.competence);
    if bank.items().iter().zip(pool).any(|(item, reason)| reason.is_none() && unasked(item)) {
        reasons.clone_from(pool);
        refuse(bank, reasons, Reason::CompetenceAsked, |item| !unasked(item));
    }
}

/// Gives a reason to the items that had none and are meant.
fn refuse(bank: &Bank, reasons: &mut Reasons, reason: Reason, meant: impl Fn(&Item) -> bool) {
    for (item, held) in bank.items().iter().zip(reasons) {
        if held.is_none() && meant(item) {
            *held = Some(reason);
        }
    }
}
