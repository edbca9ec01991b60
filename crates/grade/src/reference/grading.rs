//! Grading as the reference does, and as our recorded cases recommend where it is defective.

use std::collections::{BTreeMap, BTreeSet};

use crate::distance::levenshtein;
use crate::reference::mapping::{self, Node};
use crate::reference::proposals::ordered_inputs;
use crate::reference::treatment::{is_one_of, pretreat, treat, units};
use crate::reference::{Challenge, InputKind, Inputs, Kind, Refusal, inputs, numeral};
use crate::treatment::is_space;
use crate::{Circumstances, Status, Tolerance};

/// What the client sends when the learner passes.
pub const PASS: &str = "#ABAND#";
/// The treatments by which the nearest group is chosen whatever is enabled.
const FOLDED: Tolerance = Tolerance { case: true, punctuation: true, typos: false };

/// What grading an answer gives.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The answer was graded.
    Graded {
        /// How.
        status: Status,
        /// Independent fields only: each answered field and whether it is right; nothing when the
        /// answer could not be read.
        fields: Option<BTreeMap<String, bool>>,
    },
    /// The kind of question is not implemented.
    Unimplemented,
}

impl Challenge {
    /// Grades an answer as sent by the client; nothing means that it was not a text.
    ///
    /// # Errors
    /// Refuses a challenge whose own texts are not well formed. A malformed answer is only wrong.
    pub fn grade(&self, answer: Option<&str>, circumstances: &Circumstances) -> Result<Outcome, Refusal> {
        if answer == Some(PASS) {
            return Ok(Outcome::Graded { status: Status::Skipped, fields: None });
        }
        let (status, fields) = match self.kind {
            Kind::Unknown => return Ok(Outcome::Unimplemented),
            Kind::Choice => (ok_if(answer.is_some() && answer == self.solution.as_deref()), None),
            Kind::Choices => (ok_if(self.is_same_list(answer)), None),
            Kind::Text => (ok_if(self.is_text(answer)?), None),
            Kind::Fields => self.grade_fields(answer)?,
            Kind::Set => (self.grade_set(answer)?, None),
        };
        Ok(Outcome::Graded { status: status.under(circumstances), fields })
    }

    fn is_same_list(&self, answer: Option<&str>) -> bool {
        let (Some(answer), Some(solution)) = (answer, self.solution.as_deref()) else { return false };
        ranks(answer) == ranks(solution)
    }

    fn is_text(&self, answer: Option<&str>) -> Result<bool, Refusal> {
        let (Some(answer), Some(solution)) = (answer, self.solution.as_deref()) else { return Ok(false) };
        let variants: Vec<&str> = solution.split('\n').filter(|variant| !variant.is_empty()).collect();
        let numeric = |text: &&str| numeral::is_numeric(text);
        if self.numeric && numeric(&answer) && variants.iter().all(numeric) {
            return Ok(variants.iter().any(|variant| numeral::is_same(answer, variant)));
        }
        let fields = ordered_inputs(self.proposals.as_deref().unwrap_or_default())?;
        if fields.first().is_some_and(|field| field.kind == InputKind::Select) {
            return Ok(variants.contains(&answer));
        }
        let variants: Vec<String> = variants.iter().map(|variant| treat(variant, self.tolerance)).collect();
        Ok(is_one_of(&treat(&pretreat(answer), self.tolerance), &variants, self.tolerance.typos))
    }

    fn grade_fields(
        &self,
        answer: Option<&str>,
    ) -> Result<(Status, Option<BTreeMap<String, bool>>), Refusal> {
        let Some(solution) = self.lines() else { return Ok((Status::Ko, None)) };
        let groups: BTreeMap<String, Vec<String>> = groups(&pretreat(solution))?.into_iter().collect();
        let inputs = self.inputs()?;
        let entries = match answer.map(|answer| mapping::read(&pretreat(answer))) {
            Some(Ok(Node::Map(entries))) => entries,
            Some(Ok(Node::Nothing)) => Vec::new(),
            _ => return Ok((Status::Ko, None)),
        };
        let mut fields = BTreeMap::new();
        for (key, value) in &entries {
            let Some(variants) = groups.get(key) else { return Ok((Status::Ko, None)) };
            let select = inputs.get(key) == Some(&InputKind::Select);
            let tolerance = if select { Tolerance::default() } else { self.tolerance };
            fields.insert(key.clone(), is_right(value, variants, tolerance));
        }
        let right = fields.values().all(|right| *right) && fields.keys().eq(inputs.keys());
        Ok((ok_if(right), Some(fields)))
    }

    fn grade_set(&self, answer: Option<&str>) -> Result<Status, Refusal> {
        let (Some(answer), Some(solution)) = (answer.filter(|text| !text.is_empty()), self.lines()) else {
            return Ok(Status::Ko);
        };
        let groups = loose_groups(solution)?;
        let scoring = self.bounds()?;
        let Ok(Node::Map(entries)) = mapping::read(&pretreat(answer)) else { return Ok(Status::Ko) };
        let answered: BTreeSet<&String> = entries.iter().map(|(key, _)| key).collect();
        if !answered.into_iter().eq(self.inputs()?.keys()) {
            return Ok(Status::Ko);
        }
        let found: BTreeSet<usize> =
            entries.iter().filter_map(|(_, value)| self.group_of(value, &groups)).collect();
        let only_t1 = self.tolerance == Tolerance { case: true, ..Tolerance::default() };
        Ok(match scoring {
            None => ok_if(found.len() == entries.len()),
            // The reference compares nothing here and counts one; what we want is not recorded.
            Some(bounds) if only_t1 => bounds.status(1),
            Some(bounds) => bounds.status(found.len()),
        })
    }

    /// Returns the group the field stands for: the nearest one, if it matches. The reference looks
    /// no further, so that overlapping groups may cost a right field.
    fn group_of(&self, value: &Node, groups: &[Vec<String>]) -> Option<usize> {
        let Node::Text(text) = value else { return None };
        let folded = units(&treat(text, FOLDED));
        let treated: Vec<Vec<String>> = groups
            .iter()
            .map(|variants| variants.iter().map(|variant| treat(variant, self.tolerance)).collect())
            .collect();
        let distance = |variants: &Vec<String>| {
            let distances = variants.iter().map(|variant| levenshtein(&folded, &units(variant)));
            if folded.is_empty() { None } else { distances.min() }
        };
        let (index, nearest) = treated
            .iter()
            .enumerate()
            .min_by_key(|(_, variants)| distance(variants).unwrap_or(usize::MAX))?;
        is_one_of(&treat(text, self.tolerance), nearest, self.tolerance.typos).then_some(index)
    }

    /// Returns the solution if it has several lines; the reference takes any other for absent.
    fn lines(&self) -> Option<&str> {
        self.solution.as_deref().filter(|solution| solution.contains('\n'))
    }

    fn inputs(&self) -> Result<Inputs, Refusal> {
        inputs(self.proposals.as_deref().unwrap_or_default())
    }

    fn bounds(&self) -> Result<Option<Bounds>, Refusal> {
        let Some(scoring) = self.scoring.as_deref().filter(|scoring| !scoring.is_empty()) else {
            return Ok(None);
        };
        let mut keys: Vec<String> =
            entries("scoring", &scoring.replace('@', ""))?.into_iter().map(|(k, _)| k).collect();
        keys.sort_unstable();
        let number = |key: Option<&String>| key.and_then(|key| key.parse().ok());
        Ok(Some(Bounds { least: number(keys.first()), most: number(keys.last()) }))
    }
}

/// The smallest and the largest keys of a scoring, in the order of texts ("10" before "2").
struct Bounds {
    least: Option<usize>,
    most: Option<usize>,
}

impl Bounds {
    fn status(&self, good: usize) -> Status {
        if self.most.is_some_and(|most| good >= most) {
            return Status::Ok;
        }
        if self.least.is_some_and(|least| good >= least) { Status::Partially } else { Status::Ko }
    }
}

/// Returns the accepted texts of each key.
pub fn groups(solution: &str) -> Result<Vec<(String, Vec<String>)>, Refusal> {
    let entries = entries("solution", solution)?;
    entries
        .into_iter()
        .map(|(key, value)| match texts(value) {
            Some(variants) => Ok((key, variants)),
            None => Err(Refusal::NotAList { key }),
        })
        .collect()
}

/// Reads a text that must be a map.
pub fn entries(what: &'static str, text: &str) -> Result<Vec<(String, Node)>, Refusal> {
    match mapping::read(text) {
        Ok(Node::Map(entries)) => Ok(entries),
        Ok(_) => Err(Refusal::Unreadable { what, why: "it is not a map".to_owned() }),
        Err(why) => Err(Refusal::Unreadable { what, why }),
    }
}

/// Returns the groups of interchangeable fields. One that is not a list matches nothing, as in the
/// reference; converting such a question is refused.
fn loose_groups(solution: &str) -> Result<Vec<Vec<String>>, Refusal> {
    let entries = entries("solution", solution)?;
    Ok(entries.into_iter().map(|(_, value)| texts(value).unwrap_or_default()).collect())
}

/// Returns the texts of a list of texts.
fn texts(value: Node) -> Option<Vec<String>> {
    let Node::List(items) = value else { return None };
    items.into_iter().map(|item| if let Node::Text(text) = item { Some(text) } else { None }).collect()
}

/// Cuts a list of ranks, sorted: ticking order does not count, doubles do.
fn ranks(text: &str) -> Vec<&str> {
    let mut ranks: Vec<&str> = text.split(',').map(|rank| rank.trim_matches(is_space)).collect();
    ranks.sort_unstable();
    ranks
}

fn is_right(value: &Node, variants: &[String], tolerance: Tolerance) -> bool {
    let Node::Text(text) = value else { return false };
    let variants: Vec<String> = variants.iter().map(|variant| treat(variant, tolerance)).collect();
    is_one_of(&treat(text, tolerance), &variants, tolerance.typos)
}

fn ok_if(right: bool) -> Status {
    if right { Status::Ok } else { Status::Ko }
}
