//! What a competence asks, prepared once per release: tubes as ladders, and what is thought of a
//! learner before any answer.

use std::collections::BTreeMap;

use super::super::{Pix, Skill, SkillId, Targets, TubeId};
use super::scale::Scale;
use super::{Day, Tallies, Tally, Ways};

/// A targeted competence with the tables of the model.
///
/// The model: a learner has a level m and a spread s. In each tube the learner has a threshold and
/// masters exactly the rungs up to it; rung of level l is mastered with probability
/// `1 / (1 + exp((l − m) / s))`, and given m and s the tubes are independent. So what is learnt in
/// one tube moves m, and m moves the others. Before any answer, m is equally likely anywhere from
/// nothing mastered to everything, and s is one of two.
#[derive(Debug, Clone)]
pub struct Course {
    pub(super) targets: Targets,
    pub(super) ladders: Vec<Ladder>,
    pub(super) nodes: Vec<Node>,
    pub(super) scale: Scale,
    places: BTreeMap<SkillId, Place>,
    ways: BTreeMap<u64, Ways>,
}

/// A point of the grid of general levels and spreads.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Node {
    pub level: f64,
    pub spread: f64,
}

/// A tube: rungs from easy to hard. State i of the learner means that the first i rungs are
/// mastered.
#[derive(Debug, Clone)]
pub(super) struct Ladder {
    /// The tube.
    pub tube: TubeId,
    /// The level of each rung.
    pub levels: Vec<u8>,
    /// The pix of each state, as points of the grid.
    pub places: Vec<usize>,
    /// The probability of each state before any answer: a row of states per node.
    pub prior: Vec<f64>,
}

impl Ladder {
    pub fn states(&self) -> usize {
        self.levels.len() + 1
    }
}

/// Where a skill stands: its ladder and its rung.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Place {
    pub ladder: usize,
    pub rung: usize,
}

/// The spreads of the grid.
const SPREADS: [f64; 2] = [0.4, 0.8];
/// The share of tubes that follow nothing: a learner may know one subject by chance of life.
const ODD: f64 = 0.01;

impl Default for Course {
    /// A course that asks nothing.
    fn default() -> Course {
        Course::new(Targets::default(), |_| Ways::PRODUCED)
    }
}

impl Course {
    /// Prepares these targets; `ways` says how many ways the question of a key has.
    pub fn new(targets: Targets, ways: impl Fn(u64) -> Ways) -> Course {
        let skills = targets.skills();
        let top = skills.iter().map(|skill| skill.level).max().unwrap_or(0);
        let levels = (0..=u16::from(top) + 1).map(f64::from);
        let nodes: Vec<Node> =
            levels.flat_map(|level| SPREADS.map(|spread| Node { level, spread })).collect();
        let tubes = || skills.chunk_by(|one, other| one.tube == other.tube);
        let worth: Vec<Vec<f64>> = tubes().map(pix).collect();
        let scale = Scale::new(&worth);
        let ladders = tubes().map(|tube| ladder(tube, &nodes, &scale)).collect();
        let places = (0..).zip(tubes()).flat_map(|(ladder, tube)| places(ladder, tube)).collect();
        let keys = skills.iter().filter_map(|skill| targets.get(skill.id));
        let keys = keys.flat_map(|target| target.challenges.iter().map(|challenge| challenge.key));
        let ways = keys.map(|key| (key, ways(key))).collect();
        Course { targets, ladders, nodes, scale, places, ways }
    }

    /// The targets this was made of.
    pub fn targets(&self) -> &Targets {
        &self.targets
    }

    /// The ways of a question; of one that is not asked here, those of an answer produced.
    pub fn ways(&self, key: u64) -> Ways {
        self.ways.get(&key).copied().unwrap_or(Ways::PRODUCED)
    }

    /// The day of the newest answer to what is asked here. Measured from it, pix stand still until
    /// something is answered.
    pub fn newest(&self, tallies: &Tallies) -> Day {
        let here = tallies.iter().filter(|tally| self.places.contains_key(&tally.skill));
        here.map(Tally::latest).max().unwrap_or_default()
    }

    pub(super) fn place(&self, skill: SkillId) -> Option<Place> {
        self.places.get(&skill).copied()
    }
}

fn rungs(tube: &[Skill]) -> impl Iterator<Item = &[Skill]> {
    tube.chunk_by(|one, other| one.level == other.level)
}

fn places(ladder: usize, tube: &[Skill]) -> Vec<(SkillId, Place)> {
    let on = |(rung, skills): (usize, &[Skill])| {
        skills.iter().map(|skill| (skill.id, Place { ladder, rung })).collect::<Vec<_>>()
    };
    (0..).zip(rungs(tube)).flat_map(on).collect()
}

fn ladder(tube: &[Skill], nodes: &[Node], scale: &Scale) -> Ladder {
    let levels: Vec<u8> = rungs(tube).filter_map(|rung| rung.first()).map(|skill| skill.level).collect();
    let pix = pix(tube);
    let places = pix.iter().map(|pix| scale.place(*pix)).collect();
    let prior = nodes.iter().flat_map(|node| states(&levels, *node)).collect();
    let tube = tube.first().map_or(TubeId(0), |skill| skill.tube);
    Ladder { tube, levels, places, prior }
}

/// The pix of each state of a tube.
fn pix(tube: &[Skill]) -> Vec<f64> {
    let mut sum = Pix::ZERO;
    let sums = rungs(tube).map(|rung| {
        sum = sum + rung.iter().map(|skill| skill.pix).sum();
        let (numerator, denominator) = sum.parts();
        numerator as f64 / denominator as f64
    });
    std::iter::once(0.0).chain(sums).collect()
}

/// The probability of each state of a ladder at a node: the differences of the probabilities to
/// master each rung.
fn states(levels: &[u8], node: Node) -> Vec<f64> {
    let masters = |level: &u8| 1.0 / (1.0 + ((f64::from(*level) - node.level) / node.spread).exp());
    let reaches: Vec<f64> =
        std::iter::once(1.0).chain(levels.iter().map(masters)).chain(std::iter::once(0.0)).collect();
    let odd = ODD / (levels.len() + 1) as f64;
    let falls = reaches.iter().zip(reaches.iter().skip(1));
    falls.map(|(from, to)| (1.0 - ODD) * (from - to) + odd).collect()
}
