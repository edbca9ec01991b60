//! A number of every item at every node, for choosing by the posterior rather than by its mean.

use super::index::Search;
use super::pool::{Facts, Pool, single};
use super::ranking::Ranking;
use super::version::Criterion;
use crate::ability::exponential::{log_logistic, logarithm, logistic, variance};
use crate::ability::{Grid, Posterior};
use crate::irt::ItemIndex;

/// Nodes less likely than this are left out.
const LEAST: f64 = 1e-5;
/// A posterior of less variance than this is a point: nothing is left to learn.
const POINT: f64 = 1e-9;
/// Below this variance a unit is no longer made larger, or rounding would be.
const SHARP: f64 = 1e-4;

/// One row per node of the grid, with what the criterion sums up for each item: the information, P, or ln(1 − P); for
/// mutual information first P for all items, then the entropies of their answers.
#[derive(Debug, Clone, PartialEq)]
pub struct Table {
    criterion: Criterion,
    nodes: Vec<f64>,
    rows: Vec<Vec<f32>>,
}

impl Table {
    /// Computes the table of a pool; none for a criterion that needs no table.
    #[must_use]
    pub fn new(pool: &Pool, grid: &Grid, criterion: Criterion) -> Option<Self> {
        let cell: fn(f64, f64) -> f64 = match criterion {
            Criterion::Information => return None,
            Criterion::PosteriorInformation => |slope, logit| slope * slope * variance(logit),
            Criterion::KullbackLeibler => |_, logit| log_logistic(-logit),
            Criterion::PosteriorVariance | Criterion::MutualInformation => |_, logit| logistic(logit).0,
        };
        let entropies = criterion == Criterion::MutualInformation;
        let row = |theta: &f64| {
            let logit = |facts: &Facts| facts.slope * (theta - facts.difficulty);
            let items = || pool.all_facts().iter();
            let cells = items().map(|facts| single(cell(facts.slope, logit(facts))));
            let more = items().filter(|_| entropies).map(|facts| single(entropy_of_logit(logit(facts))));
            cells.chain(more).collect()
        };
        let rows = grid.nodes().iter().map(row).collect();
        Some(Self { criterion, nodes: grid.nodes().to_vec(), rows })
    }

    /// The best items over a posterior, in single precision, among those that a search admits.
    pub fn search<Admit, Chance>(&self, posterior: &Posterior, search: &Search<'_, Admit, Chance>) -> Ranking
    where
        Admit: Fn(ItemIndex) -> bool,
        Chance: Fn(ItemIndex) -> f64,
    {
        let rewards = match self.criterion {
            Criterion::KullbackLeibler => self.divergences(posterior, search.pool),
            Criterion::PosteriorVariance => self.reductions(posterior, search.pool),
            Criterion::MutualInformation => self.mutual(posterior, search.pool),
            Criterion::Information | Criterion::PosteriorInformation => self.sums(posterior, search.pool),
        };
        let mut ranking = Ranking::new(search.count);
        for (item, reward) in (0..).zip(rewards) {
            let reward = f64::from(reward);
            let (weight, span) = (search.blend.weight, search.blend.span);
            if weight * reward + span < ranking.entry() || !(search.admit)(item) {
                continue;
            }
            ranking.offer(search.ranked(item, reward));
        }
        ranking
    }

    /// The nodes that hold something: ability, weight and row.
    fn held<'a>(&'a self, posterior: &'a Posterior) -> impl Iterator<Item = (f64, f64, &'a Vec<f32>)> {
        let all = self.nodes.iter().zip(posterior.weights()).zip(&self.rows);
        all.filter(|((_, weight), _)| **weight > LEAST).map(|((node, weight), row)| (*node, *weight, row))
    }

    /// The mean of each item's row.
    fn sums(&self, posterior: &Posterior, pool: &Pool) -> Vec<f32> {
        let mut sums = vec![0.0_f32; pool.bank().len()];
        for (_, weight, row) in self.held(posterior) {
            let weight = single(weight);
            sums.iter_mut().zip(row).for_each(|(sum, cell)| *sum += weight * cell);
        }
        sums
    }

    /// The mean divergence of Kullback and Leibler between the answers at the mean ability and those at others (Chang
    /// and Ying, 1996; over the posterior). P̂·ln(P̂/P) + Q̂·ln(Q̂/Q) with ln(P/Q) linear in θ: its mean is
    /// ln Q̂ − E(ln Q). Times 2/V, V being the variance of the posterior: in the limit of a sharp one it is the
    /// information, so prices and chance mean the same.
    fn divergences(&self, posterior: &Posterior, pool: &Pool) -> Vec<f32> {
        let law = Law::new(self.held(posterior));
        let means = self.means(posterior, &law);
        let unit = 2.0 / law.variance;
        let divergence = |(facts, mean): (&Facts, &f64)| {
            let here = log_logistic(-facts.slope * (law.mean - facts.difficulty));
            single((unit * (here - mean)).max(0.0))
        };
        pool.all_facts().iter().zip(&means).map(divergence).collect()
    }

    /// How much an answer is expected to tell of the ability (mutual information: Lindley, 1956; in adaptive tests
    /// Weissman, 2007): the entropy of the answer of anybody less that of the answer of somebody whose ability is known,
    /// h(E P) − E h(P). Times 2/V, which makes it the information in the limit of a sharp posterior.
    fn mutual(&self, posterior: &Posterior, pool: &Pool) -> Vec<f32> {
        let law = Law::new(self.held(posterior));
        if law.variance <= POINT {
            return vec![0.0; pool.bank().len()];
        }
        let means = self.means(posterior, &law);
        let (rights, entropies) = means.split_at_checked(pool.bank().len()).unwrap_or_default();
        let unit = 2.0 / law.variance.max(SHARP);
        let gain = |(right, known): (&f64, &f64)| single((unit * (entropy(*right) - known)).max(0.0));
        rights.iter().zip(entropies).map(gain).collect()
    }

    /// The mean of each cell, summed in double precision: differences of them matter.
    fn means(&self, posterior: &Posterior, law: &Law) -> Vec<f64> {
        let mut means = vec![0.0_f64; self.rows.first().map_or(0, Vec::len)];
        for (_, weight, row) in self.held(posterior) {
            let weight = weight / law.total;
            means.iter_mut().zip(row).for_each(|(mean, cell)| *mean += weight * f64::from(*cell));
        }
        means
    }

    /// By how much an answer is expected to reduce the variance of the posterior (minimum expected posterior variance: van
    /// der Linden, 1998): Cov(θ, X)²/Var(X), X being the answer. Divided by V², which makes it the
    /// information in the limit of a sharp posterior.
    fn reductions(&self, posterior: &Posterior, pool: &Pool) -> Vec<f32> {
        let law = Law::new(self.held(posterior));
        let mut sums = vec![[0.0_f32; 2]; pool.bank().len()];
        for (node, weight, row) in self.held(posterior) {
            let weight = weight / law.total;
            let (plain, by) = (single(weight), single(weight * (node - law.mean)));
            for ([right, together], cell) in sums.iter_mut().zip(row) {
                *right += plain * cell;
                *together += by * cell;
            }
        }
        let unit = single(1.0 / (law.variance * law.variance));
        sums.iter()
            .map(|[right, together]| {
                let spread = right * (1.0 - right);
                if spread > f32::MIN_POSITIVE { unit * together * together / spread } else { 0.0 }
            })
            .collect()
    }
}

/// The posterior over the nodes that hold something.
struct Law {
    total: f64,
    mean: f64,
    variance: f64,
}

impl Law {
    fn new<'a>(held: impl Iterator<Item = (f64, f64, &'a Vec<f32>)>) -> Self {
        let (mut total, mut first, mut second) = (0.0, 0.0, 0.0);
        for (node, weight, _) in held {
            total += weight;
            first += weight * node;
            second += weight * node * node;
        }
        let mean = first / total;
        Self { total, mean, variance: (second / total - mean * mean).max(POINT) }
    }
}

/// The entropy of an answer that is right with probability P, in nats: −P·ln P − Q·ln Q.
fn entropy(right: f64) -> f64 {
    -[right, 1.0 - right].map(|chance| chance * logarithm(chance)).iter().sum::<f64>()
}

/// The same of the logit of P: (the smaller of P and Q)·|logit| + ln(1 + e^−|logit|). Neither term is negative, so
/// nothing cancels.
fn entropy_of_logit(logit: f64) -> f64 {
    let far = logit.abs();
    logistic(-far).0 * far - log_logistic(far)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_as_uncertain_as_its_probability_says() {
        let check = |logit: f64, expected: f64| {
            let of_logit = entropy_of_logit(logit);
            assert!((of_logit - expected).abs() < 1e-12, "{logit}: {of_logit}");
            assert!((entropy(logistic(logit).0) - expected).abs() < 1e-12, "{logit}");
        };
        check(0.0, std::f64::consts::LN_2);
        for logit in [-2.0_f64, 2.0] {
            let right = 1.0 / (1.0 + (-logit).exp());
            check(logit, -right * right.ln() - (1.0 - right) * (1.0 - right).ln());
        }
        check(-800.0, 0.0);
        check(800.0, 0.0);
        assert_eq!((entropy(0.0), entropy(1.0)), (0.0, 0.0));
    }
}
