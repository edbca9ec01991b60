//! Persons of two groups side by side, item by item.

use super::{FitError, Matched, Placed};
use crate::calibration::Responses;

/// The answers to one item, ready to be compared.
#[derive(Debug, Clone, Default, PartialEq)]
pub struct Comparison {
    /// For [`super::mantel_haenszel`].
    pub matched: Vec<Matched>,
    /// For [`super::logistic`].
    pub placed: Vec<Placed>,
}

/// The answers to each item, of a focal group and of all others, in so many strata of about as many persons each;
/// persons of equal ability share a stratum.
///
/// The abilities must be measured alike in both groups: total scores, weighted likelihood, or means of posteriors
/// under one prior for all. Under a prior per group each is drawn to its own mean, and fair items look unfair. Short
/// tests match badly where the groups differ much.
///
/// # Errors
/// [`FitError::Abilities`] unless there is one ability per person; [`FitError::OutOfRange`] for an ability that is no
/// number, or no strata.
pub fn comparisons(
    responses: &Responses,
    abilities: &[f64],
    focal: u32,
    strata: u32,
) -> Result<Vec<Comparison>, FitError> {
    if abilities.len() != responses.persons() {
        return Err(FitError::Abilities { given: abilities.len(), persons: responses.persons() });
    }
    if let Some(odd) = abilities.iter().find(|ability| !ability.is_finite()) {
        return Err(FitError::OutOfRange { what: "an ability", given: *odd });
    }
    if strata == 0 {
        return Err(FitError::OutOfRange { what: "the number of strata", given: 0.0 });
    }
    let mut items = vec![Comparison::default(); responses.names().len()];
    let persons = abilities.iter().zip(responses.groups()).zip(stratified(abilities, strata));
    for (person, ((&ability, group), stratum)) in persons.enumerate() {
        let focal = *group == focal;
        for answer in responses.of(person) {
            if let Some(item) = items.get_mut(answer.item as usize) {
                item.matched.push(Matched { stratum, focal, right: answer.right });
                item.placed.push(Placed { ability, focal, right: answer.right });
            }
        }
    }
    Ok(items)
}

/// The stratum of each ability.
fn stratified(abilities: &[f64], strata: u32) -> Vec<u32> {
    let mut ranked: Vec<(usize, f64)> = abilities.iter().copied().enumerate().collect();
    ranked.sort_by(|(_, one), (_, other)| one.total_cmp(other));
    let mut found = vec![0; abilities.len()];
    let mut rank: u64 = 0;
    for equal in ranked.chunk_by(|(_, one), (_, other)| one.total_cmp(other).is_eq()) {
        let stratum = rank * u64::from(strata) / abilities.len().max(1) as u64;
        for (person, _) in equal {
            if let Some(slot) = found.get_mut(*person) {
                *slot = u32::try_from(stratum).unwrap_or(u32::MAX);
            }
        }
        rank += equal.len() as u64;
    }
    found
}
