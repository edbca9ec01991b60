//! What is thought of a learner after the answers.

use super::course::Node;
use super::{Course, Day, Tallies, Trust};

/// Log-likelihoods are kept above this, where a float still has its full precision.
const LEAST_LOG: f64 = -600.0;
/// Learners are more or less prone to errors: by what the usual rates are multiplied, and for which
/// share of learners. Contradictory answers show who is who.
const PRONE: [(f64, f64); 2] = [(0.4, 0.6), (2.5, 0.4)];

/// The joint distribution of how prone to errors the learner is, of the general level and its
/// spread (a node), and of the state of every ladder; exact but for the negligible nodes.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Posterior {
    /// The probability of each node kept.
    pub weights: Vec<f64>,
    /// The nodes kept, each with how prone to errors.
    pub nodes: Vec<(Node, f64)>,
    /// For each ladder, a row of probabilities of its states for each node kept.
    pub ladders: Vec<Vec<f64>>,
}

impl Posterior {
    /// `P(e, m, s, t₁…t_K | answers) ∝ P(e) · P(m, s) · Π P(t_k | m, s) · Π P(answer | t_k, e)`, where
    /// e says how prone to errors, m and s are the level and the spread, t_k is the state of tube k.
    ///
    /// Nodes `negligible` times as likely as the likeliest, or less, are dropped.
    pub fn new(course: &Course, tallies: &Tallies, now: Day, trust: &Trust, negligible: f64) -> Posterior {
        let likelihoods: Vec<Vec<Vec<f64>>> =
            PRONE.iter().map(|(prone, _)| likelihoods(course, tallies, now, trust, *prone)).collect();
        let mut weights: Vec<f64> =
            PRONE.iter().flat_map(|(_, share)| std::iter::repeat_n(*share, course.nodes.len())).collect();
        for (at, ladder) in course.ladders.iter().enumerate() {
            for (weights, likelihoods) in weights.chunks_mut(course.nodes.len()).zip(&likelihoods) {
                let likelihood = likelihoods.get(at).map_or(&[][..], Vec::as_slice);
                for (weight, row) in weights.iter_mut().zip(ladder.prior.chunks(ladder.states())) {
                    *weight *= dot(row, likelihood).max(f64::MIN_POSITIVE);
                }
            }
            normalise(&mut weights);
        }
        Posterior::kept(course, &likelihoods, weights, negligible)
    }

    /// Drops the negligible nodes and conditions the ladders on the others.
    fn kept(
        course: &Course,
        likelihoods: &[Vec<Vec<f64>>],
        mut weights: Vec<f64>,
        negligible: f64,
    ) -> Posterior {
        let least = weights.iter().copied().fold(0.0, f64::max) * negligible;
        let ladders = course.ladders.iter().enumerate().map(|(at, ladder)| {
            let mut rows = Vec::new();
            for (weights, likelihoods) in weights.chunks(course.nodes.len()).zip(likelihoods) {
                let likelihood = likelihoods.get(at).map_or(&[][..], Vec::as_slice);
                let kept = weights.iter().zip(ladder.prior.chunks(ladder.states()));
                for (_, row) in kept.filter(|(weight, _)| **weight >= least) {
                    rows.extend(conditional(row, likelihood));
                }
            }
            rows
        });
        let ladders = ladders.collect();
        let nodes = PRONE.iter().flat_map(|(prone, _)| course.nodes.iter().map(|node| (*node, *prone)));
        let nodes =
            nodes.zip(&weights).filter(|(_, weight)| **weight >= least).map(|(node, _)| node).collect();
        weights.retain(|weight| *weight >= least);
        normalise(&mut weights);
        Posterior { weights, nodes, ladders }
    }

    /// How prone to errors the learner is expected to be.
    pub fn prone(&self) -> f64 {
        self.weights.iter().zip(&self.nodes).map(|(weight, (_, prone))| weight * prone).sum()
    }

    /// The general level expected.
    pub fn level(&self) -> f64 {
        self.weights.iter().zip(&self.nodes).map(|(weight, (node, _))| weight * node.level).sum()
    }
}

/// The likelihood of the answers at each state of each ladder.
fn likelihoods(course: &Course, tallies: &Tallies, now: Day, trust: &Trust, prone: f64) -> Vec<Vec<f64>> {
    let mut logs: Vec<Vec<f64>> = course.ladders.iter().map(|ladder| vec![0.0; ladder.states()]).collect();
    for tally in tallies.iter() {
        let Some(place) = course.place(tally.skill) else { continue };
        let Some(states) = logs.get_mut(place.ladder) else { continue };
        let (mastered, not) = trust.log_likelihoods(tally, now, prone);
        let above = states.len().saturating_sub(place.rung + 1);
        states.iter_mut().rev().take(above).for_each(|log| *log += mastered);
        states.iter_mut().take(place.rung + 1).for_each(|log| *log += not);
    }
    logs.iter_mut().flatten().for_each(|log| *log = log.max(LEAST_LOG).exp());
    logs
}

fn dot(row: &[f64], likelihood: &[f64]) -> f64 {
    row.iter().zip(likelihood).map(|(p, l)| p * l).sum()
}

/// The probabilities of the states of a ladder at a node, given the answers.
fn conditional(row: &[f64], likelihood: &[f64]) -> impl Iterator<Item = f64> {
    let sum = dot(row, likelihood).max(f64::MIN_POSITIVE);
    row.iter().zip(likelihood).map(move |(p, l)| p * l / sum)
}

fn normalise(weights: &mut [f64]) {
    let sum: f64 = weights.iter().sum();
    if sum > 0.0 {
        weights.iter_mut().for_each(|weight| *weight /= sum);
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::{Challenge, Pix, Skill, SkillId, Target, Targets, TubeId};
    use super::super::{Answer, Estimate, Reply, Ways};
    use super::*;

    /// Two tubes: levels 1, 2, 4 (skills 1, 2, 4) and levels 1, 3 (skills 11, 13), four pix each.
    fn course() -> Course {
        let target = |id: u16| {
            let (tube, level) = (TubeId(id / 10), u8::try_from(id % 10).unwrap());
            let skill = Skill { id: SkillId(id), tube, level, pix: Pix::from(4) };
            Target { skill, challenges: vec![Challenge::new(u64::from(id))] }
        };
        Course::new(Targets::new([1, 2, 4, 11, 13].map(target).to_vec()), |_| Ways(5))
    }

    /// The expected pix summed over every combination of everything unknown.
    fn summed(course: &Course, answers: &[(usize, usize, bool)]) -> f64 {
        let (mut sum, mut all) = (0.0, 0.0);
        for (prone, share) in PRONE {
            let noise = Trust::default().noise(Ways(5), prone);
            for node in 0..course.nodes.len() {
                for (one, other) in (0..4).flat_map(|one| (0..3).map(move |other| (one, other))) {
                    let [a, b] = [&course.ladders[0], &course.ladders[1]];
                    let mut p = share * a.prior[node * 4 + one] * b.prior[node * 3 + other];
                    for (ladder, rung, right) in answers {
                        let mastered = [one, other][*ladder] > *rung;
                        let success = noise.success(f64::from(u8::from(mastered)));
                        p *= if *right { success } else { 1.0 - success };
                    }
                    sum += p * 4.0 * (one + other) as f64;
                    all += p;
                }
            }
        }
        sum / all
    }

    #[test]
    fn the_pix_are_those_of_the_sum_over_all_that_is_unknown() {
        let course = course();
        let ids = [[1, 2, 4], [11, 13, 0]];
        let check = |answers: &[(usize, usize, bool)]| {
            let answer = |&(ladder, rung, right): &(usize, usize, bool)| {
                let reply = if right { Reply::Right } else { Reply::Wrong };
                Answer { skill: SkillId(ids[ladder][rung]), ways: Ways(5), reply, at: 0 }
            };
            let tallies: Tallies = answers.iter().map(answer).collect();
            let got = Estimate::new(&course, &tallies, Day(0), &Trust::default(), 8).mean;
            let expected = summed(&course, answers);
            assert!((got - expected).abs() < 0.02, "{answers:?} {got} {expected}");
        };
        check(&[]);
        check(&[(0, 1, true)]);
        check(&[(0, 1, true), (1, 0, false), (0, 2, true)]);
        check(&[(0, 0, false), (1, 1, true), (1, 0, false), (0, 2, true), (0, 2, false)]);
        check(&[(1, 1, true); 12]);
        check(&[[(0, 0, false); 12], [(0, 2, true); 12]].concat());
    }
}
