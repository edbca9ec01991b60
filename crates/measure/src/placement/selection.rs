//! The choice of the next question.

use super::{Challenge, Evidence, Knowledge, Level, Outcome, SkillId, Source, Target, Targets};
use super::{choice::draw, level};

/// The hardest level of an easy tube, from which questions are preferred.
const EASY_TUBE: u8 = 3;
/// The level preferred for the first question.
const OPENING_LEVEL: u8 = 2;
/// Rewards closer than this are equal: levels 3 and 4 tie exactly at predicted level 3.5.
const TIE: f64 = 1e-9;

/// Which comes first after the first question: the difficulty limit or the other preferences.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Order {
    /// Ours: drop what is too hard, then prefer easy tubes, then untimed questions. The test goes
    /// on as long as a skill within the limit can be asked.
    #[default]
    LimitFirst,
    /// The reference's, used to replay it: prefer easy tubes, then untimed questions, then drop
    /// what is too hard. A weak learner may end with easier skills of other tubes unasked.
    PreferenceFirst,
}

/// All that the choice depends on.
#[derive(Debug, Clone, Copy)]
pub struct Selection<'a> {
    /// The targeted skills and their challenges.
    pub targets: &'a Targets,
    /// What is in force; for an improving attempt, [`super::Improvement::known`].
    pub knowledge: &'a Knowledge,
    /// The challenges answered in this attempt.
    pub answered: &'a [u64],
    /// The challenges this person saw lately, the oldest first.
    pub recent: &'a [u64],
    /// The seed of the attempt.
    pub seed: u64,
    /// The number of answers given in this attempt.
    pub position: u32,
    /// Whether no answer was given yet in this attempt.
    pub first: bool,
    /// Whether the last answer was to a timed challenge.
    pub last_timed: bool,
    /// Whose order to follow; ours unless a replay says otherwise.
    pub order: Order,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Next {
    /// Ask this challenge.
    Ask {
        /// The skill chosen.
        skill: SkillId,
        /// The key of the challenge chosen.
        challenge: u64,
        /// The predicted level of the learner.
        predicted: Level,
        /// All the skills that were equally good, sorted by tube and level.
        possible: Vec<SkillId>,
    },
    /// The test is over: no possible skill is left.
    End {
        /// The predicted level of the learner.
        predicted: Level,
    },
}

/// Chooses the next question of an attempt, or ends it.
///
/// First question: among the playable unknown skills, those of easy tubes if any, then the untimed
/// ones if any, then those of level 2, or else of the lowest level. Later: the skills at most two
/// levels above the predicted level, those of easy tubes if any, the untimed ones if any after a
/// timed answer, and among them the greatest reward. The seed picks one of those left.
///
/// The reward of a skill s in its tube is `P(L,s)·E + (1 − P(L,s))·H`, where E and H count the
/// unknown rungs of the tube at most and at least as hard as s: what a success and a failure teach.
pub fn next(selection: &Selection<'_>) -> Next {
    let held = selection.targets.with_evidence(selection.knowledge);
    let answered = sorted(selection.answered);
    let predicted =
        if selection.first { Level::OPENING } else { level::predicted(held.iter().filter_map(direct)) };
    let candidates = candidates(&held, &answered);
    let possible =
        if selection.first { opening(candidates) } else { following(candidates, selection, predicted) };
    let place = draw(selection.seed, selection.position, 0, possible.len());
    let asked = possible.get(place).and_then(|candidate| {
        let chance = (selection.seed, selection.position);
        let challenge = pick(selection.recent, chance, askable(candidate.target, &answered))?;
        Some((candidate.target.skill.id, challenge.key))
    });
    let Some((skill, challenge)) = asked else { return Next::End { predicted } };
    let possible = possible.iter().map(|candidate| candidate.target.skill.id).collect();
    Next::Ask { skill, challenge, predicted, possible }
}

/// A playable unknown skill.
struct Candidate<'a> {
    target: &'a Target,
    /// Whether the hardest rung of its tube is easy.
    easy: bool,
    /// Whether its first challenge that can be asked is timed.
    timed: bool,
    /// The unknown rungs at most as hard.
    easier: usize,
    /// The unknown rungs at least as hard.
    harder: usize,
}

type Held<'a> = (&'a Target, Option<&'a Evidence>);

/// The difficulty and the success of a skill answered directly.
fn direct((target, known): &Held<'_>) -> Option<(u8, bool)> {
    let evidence = known.filter(|evidence| evidence.source == Source::Direct)?;
    Some((target.skill.level, evidence.outcome == Outcome::Validated))
}

/// The keys in order, to be searched once per challenge.
pub(super) fn sorted(keys: &[u64]) -> Vec<u64> {
    let mut keys = keys.to_vec();
    keys.sort_unstable();
    keys
}

fn candidates<'a>(held: &[Held<'a>], answered: &[u64]) -> Vec<Candidate<'a>> {
    let mut candidates = Vec::with_capacity(held.len());
    for tube in held.chunk_by(|one, other| one.0.skill.tube == other.0.skill.tube) {
        climb(tube, answered, &mut candidates);
    }
    candidates
}

/// Adds the candidates of one tube, counting its unknown rungs on the way up.
fn climb<'a>(tube: &[Held<'a>], answered: &[u64], candidates: &mut Vec<Candidate<'a>>) {
    let levels = || tube.chunk_by(|one, other| one.0.skill.level == other.0.skill.level);
    let easy = levels().filter_map(rung).all(|(target, _)| target.skill.level <= EASY_TUBE);
    let unknown = |level| usize::from(rung(level).is_some_and(|(_, known)| known.is_none()));
    let all = levels().map(unknown).sum::<usize>();
    let mut below = 0;
    for level in levels() {
        let (easier, harder) = (below + unknown(level), all - below);
        for (target, _) in level.iter().filter(|(_, known)| known.is_none()) {
            let Some(first) = askable(target, answered).next() else { continue };
            candidates.push(Candidate { target, easy, timed: first.timed, easier, harder });
        }
        below = easier;
    }
}

/// The rung that stands for one level of a tube: its first skill with a challenge, in any language,
/// answered or not.
fn rung<'h, 'a>(level: &'h [Held<'a>]) -> Option<&'h Held<'a>> {
    level.iter().find(|(target, _)| !target.challenges.is_empty())
}

/// The challenges of a skill that can still be asked, in content order.
pub(super) fn askable<'a>(target: &'a Target, answered: &[u64]) -> impl Iterator<Item = &'a Challenge> {
    let free = |challenge: &&Challenge| challenge.spoken && answered.binary_search(&challenge.key).is_err();
    target.challenges.iter().filter(free)
}

fn opening(mut candidates: Vec<Candidate<'_>>) -> Vec<Candidate<'_>> {
    prefer(&mut candidates, |candidate| candidate.easy);
    prefer(&mut candidates, |candidate| !candidate.timed);
    prefer(&mut candidates, |candidate| candidate.target.skill.level == OPENING_LEVEL);
    let lowest = candidates.iter().map(|candidate| candidate.target.skill.level).min();
    candidates.retain(|candidate| Some(candidate.target.skill.level) == lowest);
    candidates
}

fn following<'a>(
    mut candidates: Vec<Candidate<'a>>,
    selection: &Selection<'_>,
    predicted: Level,
) -> Vec<Candidate<'a>> {
    let reachable = |candidate: &Candidate<'_>| !predicted.is_far_below(candidate.target.skill.level);
    if selection.order == Order::LimitFirst {
        candidates.retain(reachable);
    }
    prefer(&mut candidates, |candidate| candidate.easy);
    if selection.last_timed {
        prefer(&mut candidates, |candidate| !candidate.timed);
    }
    if selection.order == Order::PreferenceFirst {
        candidates.retain(reachable);
    }
    let rewards = rewards(&candidates, predicted);
    let best = rewards.iter().copied().fold(0.0, f64::max);
    let mut reward = rewards.into_iter();
    candidates.retain(|_| reward.next().is_some_and(|reward| best - reward < TIE));
    candidates
}

/// Keeps only those preferred, unless there are none.
pub(super) fn prefer<T>(all: &mut Vec<T>, preferred: impl Fn(&T) -> bool) {
    if all.iter().any(&preferred) {
        all.retain(preferred);
    }
}

/// The reward of each candidate; there are few levels, so each probability is computed once.
fn rewards(candidates: &[Candidate<'_>], predicted: Level) -> Vec<f64> {
    let hardest = candidates.iter().map(|candidate| candidate.target.skill.level).max().unwrap_or_default();
    let successes: Vec<f64> = (0..=hardest).map(|level| level::probability(predicted, level)).collect();
    let reward = |candidate: &Candidate<'_>| {
        let success = successes.get(usize::from(candidate.target.skill.level)).copied().unwrap_or_default();
        success * candidate.easier as f64 + (1.0 - success) * candidate.harder as f64
    };
    candidates.iter().map(reward).collect()
}

/// One of the challenges of the skill: never seen lately if possible, then in full use if possible.
/// When all were seen lately, the one seen longest ago.
pub(super) fn pick<'a>(
    recent: &[u64],
    (seed, position): (u64, u32),
    challenges: impl Iterator<Item = &'a Challenge>,
) -> Option<&'a Challenge> {
    let seen = |challenge: &Challenge| recent.iter().rposition(|key| *key == challenge.key);
    let mut rest: Vec<(&Challenge, Option<usize>)> =
        challenges.map(|challenge| (challenge, seen(challenge))).collect();
    let longest_ago = rest.iter().map(|(_, seen)| *seen).min()?;
    rest.retain(|(_, seen)| *seen == longest_ago);
    prefer(&mut rest, |(challenge, _)| challenge.preferred);
    let place = draw(seed, position, 1, rest.len());
    rest.get(place).map(|(challenge, _)| *challenge)
}
