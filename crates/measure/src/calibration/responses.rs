//! The answers that a calibration reads.

use super::ResponsesError;
use super::lists::Lists;
use crate::irt::{ItemIndex, Response};
use std::collections::HashSet;

/// One answer of one person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Answer {
    /// The person, by place.
    pub person: u32,
    /// The item, by place.
    pub item: ItemIndex,
    /// Whether the answer was right.
    pub right: bool,
}

/// Who answered what: each item has a name of its own, and nobody answered an item twice.
#[derive(Debug, Clone, PartialEq)]
pub struct Responses {
    names: Vec<String>,
    groups: Vec<u32>,
    group_sizes: Vec<u32>,
    /// Per person, the items answered right.
    pub(super) right: Lists,
    /// Per person, the items answered, or for who met most of them the items not met.
    pub(super) listed: Lists,
    /// Whether the list is that of the items not met.
    pub(super) missing: Vec<bool>,
    met: Vec<u32>,
    right_counts: Vec<u32>,
}

impl Responses {
    /// Gathers answers in any order. `groups` tells the group of each person, from 0.
    ///
    /// # Errors
    /// [`ResponsesError`], naming the item and the person.
    pub fn new(names: Vec<String>, groups: &[u32], answers: &[Answer]) -> Result<Self, ResponsesError> {
        let mut places = vec![0_usize; groups.len() + 1];
        for answer in answers {
            let Some(count) = places.get_mut(answer.person as usize + 1) else {
                return Err(ResponsesError::UnknownPerson { person: answer.person, persons: groups.len() });
            };
            *count += 1;
        }
        let mut before = 0;
        for place in &mut places {
            before += *place;
            *place = before;
        }
        let ends = places.get(1..).unwrap_or_default().to_vec();
        let mut sorted = vec![Response { item: 0, right: false }; answers.len()];
        for answer in answers {
            let Some(place) = places.get_mut(answer.person as usize) else { continue };
            if let Some(slot) = sorted.get_mut(*place) {
                *slot = Response { item: answer.item, right: answer.right };
            }
            *place += 1;
        }
        let mut start = 0;
        let persons = groups.iter().zip(ends).map(|(&group, end)| {
            let of_one = sorted.get(start..end).unwrap_or_default();
            start = end;
            (group, of_one.iter().copied())
        });
        Self::by_person(names, persons)
    }

    /// Gathers the answers of one person after the other: a group, and what this person answered.
    ///
    /// # Errors
    /// [`ResponsesError`], naming the item and the person.
    pub fn by_person<R: IntoIterator<Item = Response>>(
        names: Vec<String>,
        persons: impl IntoIterator<Item = (u32, R)>,
    ) -> Result<Self, ResponsesError> {
        let mut gathered = Self::empty(names)?;
        let mut met = vec![0_u32; gathered.names.len()];
        for (group, responses) in persons {
            gathered.add(group, responses, &mut met)?;
        }
        gathered.group_sizes = group_sizes(&gathered.groups)?;
        Ok(gathered)
    }

    fn empty(names: Vec<String>) -> Result<Self, ResponsesError> {
        if names.is_empty() {
            return Err(ResponsesError::NoItem);
        }
        let mut known = HashSet::with_capacity(names.len());
        if let Some(twice) = names.iter().find(|name| !known.insert(name.as_str())) {
            return Err(ResponsesError::Twice(twice.clone()));
        }
        let zeros = vec![0; names.len()];
        let (right, listed) = (Lists::default(), Lists::default());
        let (groups, group_sizes, missing) = (Vec::new(), Vec::new(), Vec::new());
        Ok(Self {
            names,
            groups,
            group_sizes,
            right,
            listed,
            missing,
            met: zeros.clone(),
            right_counts: zeros,
        })
    }

    /// Adds a person. `met` holds for each item the last person who met it, from 1: whoever meets it again shows.
    fn add(
        &mut self,
        group: u32,
        responses: impl IntoIterator<Item = Response>,
        met: &mut [u32],
    ) -> Result<(), ResponsesError> {
        let place = self.groups.len();
        let person = u32::try_from(place).ok().filter(|&person| person < u32::MAX);
        let person = person.ok_or(ResponsesError::TooMany)?;
        let (mut right, mut listed) = (Vec::new(), Vec::new());
        for Response { item, right: success } in responses {
            let unknown = ResponsesError::UnknownItem { person, item, items: self.names.len() };
            let last = met.get_mut(item as usize).ok_or(unknown)?;
            if *last == person + 1 {
                let item = self.names.get(item as usize).cloned().unwrap_or_default();
                return Err(ResponsesError::AnsweredTwice { person, item });
            }
            *last = person + 1;
            listed.push(item);
            if success {
                right.push(item);
            }
        }
        count(&mut self.met, &listed);
        count(&mut self.right_counts, &right);
        let missing = listed.len() * 2 > self.names.len();
        if missing {
            listed = (0..)
                .zip(met.iter())
                .filter(|(_, last)| **last != person + 1)
                .map(|(item, _)| item)
                .collect();
        }
        self.groups.push(group);
        self.missing.push(missing);
        self.right.push(right);
        self.listed.push(listed);
        Ok(())
    }

    /// The names of the items, in the order given.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// How many persons there are.
    #[must_use]
    pub fn persons(&self) -> usize {
        self.groups.len()
    }

    /// The group of each person.
    #[must_use]
    pub fn groups(&self) -> &[u32] {
        &self.groups
    }

    /// How many persons each group has.
    #[must_use]
    pub fn group_sizes(&self) -> &[u32] {
        &self.group_sizes
    }

    /// How many persons answered each item.
    #[must_use]
    pub fn met(&self) -> &[u32] {
        &self.met
    }

    /// How many persons answered each item right.
    #[must_use]
    pub fn right_counts(&self) -> &[u32] {
        &self.right_counts
    }

    /// How many items a person answered.
    #[must_use]
    pub fn length(&self, person: usize) -> usize {
        let listed = self.listed.of(person).len();
        if self.missing.get(person).copied().unwrap_or(false) { self.names.len() - listed } else { listed }
    }

    /// The answers of a person, by item.
    #[must_use]
    pub fn of(&self, person: usize) -> Vec<Response> {
        let mut all = vec![None; self.names.len()];
        let missing = self.missing.get(person).copied().unwrap_or(false);
        if missing {
            all.fill(Some(false));
        }
        for &item in self.listed.of(person) {
            if let Some(slot) = all.get_mut(item as usize) {
                *slot = (!missing).then_some(false);
            }
        }
        for &item in self.right.of(person) {
            if let Some(slot) = all.get_mut(item as usize) {
                *slot = Some(true);
            }
        }
        (0..).zip(all).filter_map(|(item, right)| Some(Response { item, right: right? })).collect()
    }
}

fn count(counts: &mut [u32], items: &[u32]) {
    for &item in items {
        if let Some(count) = counts.get_mut(item as usize) {
            *count += 1;
        }
    }
}

fn group_sizes(groups: &[u32]) -> Result<Vec<u32>, ResponsesError> {
    let last = groups.iter().max().ok_or(ResponsesError::NoPerson)?;
    if *last as usize >= groups.len() {
        return Err(ResponsesError::EmptyGroup { group: *last, persons: groups.len() });
    }
    let mut sizes = vec![0; *last as usize + 1];
    count(&mut sizes, groups);
    match (0..).zip(&sizes).find(|(_, size)| **size == 0) {
        Some((group, _)) => Err(ResponsesError::EmptyGroup { group, persons: groups.len() }),
        None => Ok(sizes),
    }
}
