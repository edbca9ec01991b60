//! How near two families are to each other, by their French texts.

use std::collections::{BTreeMap, BTreeSet};

use serde::Serialize;

use crate::family::Family;
use crate::lang::Lang;

/// Words in a row that are compared.
const RUN: usize = 3;
/// A text of fewer runs is too short to be compared.
const FEW: usize = 30;
/// A run that so many families share is a turn of phrase.
const COMMON: usize = 60;

/// Two families and the share of what they say that both say.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Pair {
    /// The id of the first.
    pub first: String,
    /// The id of the second.
    pub second: String,
    /// Runs of three words in both, out of those in either (Jaccard's index): 0 nothing, 1 the same text.
    pub likeness: f64,
}

/// The pairs that share most, the nearest first: at most `most` of them.
#[must_use]
pub fn nearest(families: &[&Family], most: usize) -> Vec<Pair> {
    let runs: Vec<BTreeSet<String>> = families.iter().map(|family| runs_of(&said(family))).collect();
    let mut pairs: Vec<Pair> = shared(&runs)
        .into_iter()
        .filter_map(|((a, b), both)| {
            let (one, other) = (runs.get(a)?.len(), runs.get(b)?.len());
            let either = (one.min(other) >= FEW).then_some(one + other - both)?;
            let (first, second) = (families.get(a)?.id().to_owned(), families.get(b)?.id().to_owned());
            Some(Pair { first, second, likeness: ratio(both, either) })
        })
        .collect();
    pairs.sort_by(|a, b| b.likeness.total_cmp(&a.likeness).then_with(|| a.first.cmp(&b.first)));
    pairs.truncate(most);
    pairs
}

#[expect(clippy::cast_precision_loss, reason = "counts of words in a text")]
fn ratio(both: usize, either: usize) -> f64 {
    both as f64 / either.max(1) as f64
}

/// What a family says to everybody, whatever the instance.
fn said(family: &Family) -> String {
    let sections = family.body().texts.get(Lang::Fr).sections();
    sections.into_iter().map(|(_, _, text)| text.to_lowercase()).collect::<Vec<_>>().join(" ")
}

fn runs_of(text: &str) -> BTreeSet<String> {
    let words: Vec<&str> =
        text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()).collect();
    words.windows(RUN).map(|run| run.join(" ")).collect()
}

/// How many runs each two texts share, where they share any.
fn shared(texts: &[BTreeSet<String>]) -> BTreeMap<(usize, usize), usize> {
    let mut holders = BTreeMap::<&str, Vec<usize>>::new();
    for (index, runs) in texts.iter().enumerate() {
        for run in runs {
            holders.entry(run).or_default().push(index);
        }
    }
    let mut pairs = BTreeMap::new();
    for holders in holders.values().filter(|holders| holders.len() <= COMMON) {
        for (place, one) in holders.iter().enumerate() {
            for other in holders.iter().skip(place + 1) {
                *pairs.entry((*one, *other)).or_default() += 1;
            }
        }
    }
    pairs
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_share_runs_of_three_words() {
        let texts =
            ["Ouvrez le dossier joint, puis comptez.", "Ouvrez le dossier joint", "Rien de tout cela"];
        let runs: Vec<_> = texts.iter().map(|text| runs_of(&text.to_lowercase())).collect();
        assert_eq!(shared(&runs), BTreeMap::from([((0, 1), 2)]));
    }
}
