//! Answers that never change and stand in what another family shows.

use serde::Serialize;

use super::wording::stands_in;
use crate::family::Family;
use crate::lang::Lang;
use crate::paper::{Expected, Instance, Paper};

/// How many instances show whether an answer changes.
const DRAWN: u64 = 8;
/// A shorter answer is a word that stands everywhere.
const SHORTEST: usize = 4;

/// An answer that somebody who was asked the other family may have read there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct Leak {
    /// The family whose answer it always is.
    pub family: String,
    /// The answer, in French.
    pub answer: String,
    /// The family that shows it.
    pub shown_by: String,
}

/// Every pair of families of which one shows the answer that the other always has.
#[must_use]
pub fn leaks(families: &[&Family]) -> Vec<Leak> {
    let known: Vec<(&Family, Vec<Instance>)> =
        families.iter().map(|family| (*family, drawn(family))).collect();
    let shown: Vec<(&Family, String)> = known
        .iter()
        .filter_map(|(family, instances)| Some((*family, text(&instances.first()?.paper))))
        .collect();
    let constant = known.iter().filter_map(|(family, instances)| Some((*family, always(instances)?)));
    constant
        .flat_map(|(family, answer)| {
            let others = shown.iter().filter(move |(other, _)| other.id() != family.id());
            let leaking =
                others.filter(|(_, text)| stands_in(&answer, text)).map(|(other, _)| other.id().to_owned());
            leaking
                .map(|shown_by| Leak { family: family.id().to_owned(), answer: answer.clone(), shown_by })
                .collect::<Vec<_>>()
        })
        .collect()
}

fn drawn(family: &Family) -> Vec<Instance> {
    (0..DRAWN).filter_map(|seed| family.instance(seed, Lang::Fr).ok()).collect()
}

/// The answer of all these instances, if it is one and always the same.
fn always(instances: &[Instance]) -> Option<String> {
    let mut answers = instances.iter().map(|instance| match &instance.key.expected {
        Expected::Written(html) => Some(html.plain()),
        Expected::One(text) => Some(text.clone()),
        Expected::Several(_) | Expected::Steps(_) | Expected::Fields(_) => None,
    });
    let first = answers.next()??;
    let letters = first.chars().filter(|letter| letter.is_alphabetic()).count();
    (letters >= SHORTEST && answers.all(|answer| answer.as_ref() == Some(&first))).then_some(first)
}

/// What a learner reads before answering.
fn text(paper: &Paper) -> String {
    format!("{} {} {:?} {:?}", paper.statement.plain(), paper.question.plain(), paper.exhibits, paper.input)
}
