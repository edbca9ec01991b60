//! Forms: items answered together, and the law of the score on them.

use super::Curve;
use crate::calibration::{Group, Responses};
use crate::irt::{ItemIndex, Response};
use std::collections::BTreeMap;

/// Nodes of the grid of abilities.
const NODES: usize = 61;
/// How far the grid reaches, in deviations.
const REACH: f64 = 5.0;
/// The most items of a form. Whoever answered more took several forms, their items dealt out in turn: the work for a
/// form of n items grows with n²·ln n.
const LONGEST: usize = 60;

/// A number for each node.
type Row = [f64; NODES];

/// The items that persons of one group answered, all of them, and how.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Form {
    pub(super) group: u32,
    pub(super) items: Vec<ItemIndex>,
    /// By score; nothing right and everything right say nothing of a single item and are left out.
    pub(super) scores: BTreeMap<usize, Tally>,
}

/// The persons of one score.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Tally {
    pub(super) persons: u32,
    /// Those who were right, per item of the form.
    pub(super) right: Vec<u32>,
}

/// Sorts the persons by what they answered.
pub(super) fn forms(responses: &Responses) -> Vec<Form> {
    let mut found: BTreeMap<(u32, Vec<ItemIndex>), BTreeMap<usize, Tally>> = BTreeMap::new();
    for (person, group) in responses.groups().iter().enumerate() {
        let answers = responses.of(person);
        let count = answers.len().div_ceil(LONGEST);
        for rank in 0..count {
            let part: Vec<Response> = answers.iter().copied().skip(rank).step_by(count).collect();
            let score = part.iter().filter(|answer| answer.right).count();
            if score == 0 || score == part.len() {
                continue;
            }
            let items = part.iter().map(|answer| answer.item).collect();
            let empty = || Tally { persons: 0, right: vec![0; part.len()] };
            let tally = found.entry((*group, items)).or_default().entry(score).or_insert_with(empty);
            tally.persons += 1;
            for (count, answer) in tally.right.iter_mut().zip(&part) {
                *count += u32::from(answer.right);
            }
        }
    }
    found.into_iter().map(|((group, items), scores)| Form { group, items, scores }).collect()
}

impl Form {
    /// The share of right answers expected at each score: a row per item, in the order of its scores. None where the
    /// curves give a score no probability.
    ///
    /// At score k it is ∫P(θ)·S(k − 1 | θ)φ(θ)dθ / ∫(P(θ)·S(k − 1 | θ) + Q(θ)·S(k | θ))φ(θ)dθ, with S the law of the
    /// score on the other items, by the recursion of Lord and Wingersky (1984).
    pub(super) fn expected(&self, curves: &[Curve], group: &Group) -> Vec<Vec<Option<f64>>> {
        let (abilities, weights) = nodes(group);
        let right = |item: &ItemIndex| {
            let curve = curves.get(*item as usize);
            abilities.map(|ability| curve.map_or(0.0, |curve| curve.probability(ability)))
        };
        let rows: Vec<(usize, Row)> = self.items.iter().map(right).enumerate().collect();
        let mut expected = vec![Vec::new(); rows.len()];
        let law = Scores { rows: weights.to_vec() };
        without_each(&law, &rows, &mut |(place, right), rest| {
            if let Some(shares) = expected.get_mut(*place) {
                *shares = self.scores.keys().map(|score| rest.share(right, *score)).collect();
            }
        });
        expected
    }
}

/// The law of the score on some items: a row per score, its probability at each node times the weight of the node.
#[derive(Debug, Clone)]
struct Scores {
    rows: Vec<f64>,
}

impl Scores {
    /// The law with more items.
    fn with(&self, items: &[(usize, Row)]) -> Self {
        let mut rows = Vec::with_capacity(self.rows.len() + items.len() * NODES);
        rows.extend_from_slice(&self.rows);
        for (_, right) in items {
            rows.extend([0.0; NODES]);
            let mut below = [0.0; NODES];
            for row in rows.chunks_exact_mut(NODES) {
                for ((own, below), right) in row.iter_mut().zip(&mut below).zip(right) {
                    let held = *own;
                    *own = held * (1.0 - right) + *below * right;
                    *below = held;
                }
            }
        }
        Self { rows }
    }

    fn row(&self, score: usize) -> &[f64] {
        self.rows.chunks_exact(NODES).nth(score).unwrap_or_default()
    }

    /// The share of right answers to one item more, among those whose score with it is `score`.
    fn share(&self, right: &Row, score: usize) -> Option<f64> {
        let below = self.row(score.checked_sub(1)?);
        let with: f64 = below.iter().zip(right).map(|(law, right)| law * right).sum();
        let without: f64 = self.row(score).iter().zip(right).map(|(law, right)| law * (1.0 - right)).sum();
        let share = with / (with + without);
        share.is_finite().then_some(share)
    }
}

/// Shows each item with the law of the score on all others. Halves are added to each other, so that an item is added
/// ln n times instead of n times, and nothing is ever taken away: all sums are of positive numbers.
fn without_each<F: FnMut(&(usize, Row), &Scores)>(law: &Scores, items: &[(usize, Row)], visit: &mut F) {
    if let [item] = items {
        visit(item, law);
        return;
    }
    let (first, second) = items.split_at(items.len() / 2);
    if !first.is_empty() {
        without_each(&law.with(second), first, visit);
        without_each(&law.with(first), second, visit);
    }
}

/// Abilities and weights of a group.
fn nodes(group: &Group) -> (Row, Row) {
    let (mut abilities, mut weights) = ([0.0; NODES], [0.0; NODES]);
    let step = 2.0 * REACH / (NODES - 1) as f64;
    for (place, (ability, weight)) in abilities.iter_mut().zip(&mut weights).enumerate() {
        let z = step * place as f64 - REACH;
        (*ability, *weight) = (group.mean + group.deviation * z, (-z * z / 2.0).exp());
    }
    (abilities, weights)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::irt::Parameters;
    use crate::placement::mix;

    const GROUP: Group = Group { mean: 0.3, deviation: 1.2, persons: 0 };

    fn curves(items: u32) -> Vec<Curve> {
        let curve = |item: u32| Curve {
            parameters: Parameters {
                discrimination: 0.6 + f64::from(item % 5) / 4.0,
                difficulty: f64::from(item * 7 % 11) / 3.0 - 1.7,
            },
            guessing: f64::from(item % 3) / 10.0,
        };
        (0..items).map(curve).collect()
    }

    /// A form whose every inner score was reached.
    fn form(items: u32) -> Form {
        let tally = |score| (score, Tally { persons: 1, right: Vec::new() });
        Form { group: 0, items: (0..items).collect(), scores: (1..items as usize).map(tally).collect() }
    }

    #[test]
    fn shares_are_those_of_all_patterns() {
        let curves = curves(6);
        let (abilities, weights) = nodes(&GROUP);
        let probability = |pattern: u32| -> f64 {
            let at = |ability: f64| -> f64 {
                let of = |(item, curve): (u32, &Curve)| {
                    let right = curve.probability(ability);
                    if pattern >> item & 1 == 1 { right } else { 1.0 - right }
                };
                (0..).zip(&curves).map(of).product()
            };
            abilities.iter().zip(&weights).map(|(ability, weight)| weight * at(*ability)).sum()
        };
        let got = form(6).expected(&curves, &GROUP);
        for (item, shares) in (0_u32..).zip(&got) {
            for (score, share) in (1_u32..).zip(shares) {
                let all = (0_u32..64).filter(|pattern| pattern.count_ones() == score);
                let (mut sum, mut right) = (0.0, 0.0);
                for pattern in all {
                    sum += probability(pattern);
                    right += if pattern >> item & 1 == 1 { probability(pattern) } else { 0.0 };
                }
                assert!((share.unwrap() - right / sum).abs() < 1e-12, "item {item}, score {score}");
            }
        }
    }

    #[test]
    fn shares_of_a_score_sum_to_it() {
        for items in [2, 3, 17, 60] {
            let got = form(items).expected(&curves(items), &GROUP);
            for score in 1..items as usize {
                let sum: f64 = got.iter().map(|shares| shares[score - 1].unwrap()).sum();
                assert!((sum - score as f64).abs() < 1e-9, "{items} items, score {score}: {sum}");
            }
        }
    }

    #[test]
    fn long_tests_are_dealt_into_forms() {
        let person = |seed: u64| {
            let answer =
                move |item: u32| Response { item, right: mix(seed ^ u64::from(item)).is_multiple_of(2) };
            (0, (0..130).map(answer))
        };
        let names = (0..130).map(|item| item.to_string()).collect();
        let responses = Responses::by_person(names, (0..4).map(person)).unwrap();
        let found = forms(&responses);
        assert_eq!(found.iter().map(|form| form.items.len()).collect::<Vec<_>>(), [44, 43, 43]);
        let mut items: Vec<ItemIndex> = found.iter().flat_map(|form| form.items.clone()).collect();
        items.sort_unstable();
        assert_eq!(items, (0..130).collect::<Vec<_>>());
        for form in &found {
            assert_eq!(form.scores.values().map(|tally| tally.persons).sum::<u32>(), 4);
            for (score, tally) in &form.scores {
                let right = tally.right.iter().sum::<u32>();
                assert_eq!(right as usize, score * tally.persons as usize);
            }
        }
    }
}
