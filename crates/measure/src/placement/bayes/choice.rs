//! The choice of the next question, or of the end.

use super::super::{Challenge, SkillId, Target, choice::draw, selection};
use super::course::Place;
use super::gain::Prospect;
use super::posterior::Posterior;
use super::{Course, Day, Tallies, Trust};

/// When an attempt ends, and how far its questions may jump, which is configuration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Plan {
    /// The certainty of the level that ends the attempt.
    pub sure: f64,
    /// The information about the level, in nats, under which a question is not worth asking, times
    /// the number of tubes (the more tubes make a level, the less each question says about it), for
    /// a learner of the usual errors.
    pub least_gain: f64,
    /// The questions asked before an end by certainty or lack of information.
    pub floor: u32,
    /// The questions after which the attempt ends in any case.
    pub cap: u32,
    /// The hardest level of the first question.
    pub opening: u8,
    /// How far above the learner's expected level a later question may be. What is certainly too
    /// hard teaches little and discourages; only when nothing else is left is it asked.
    pub reach: f64,
    /// The part of the best gain that makes a question as good as the best; the seed picks.
    pub slack: f64,
    /// The highest reachable level.
    pub ceiling: u8,
}

impl Default for Plan {
    fn default() -> Self {
        Plan {
            sure: 0.998,
            least_gain: 0.103,
            floor: 6,
            cap: 22,
            opening: 3,
            reach: 2.0,
            slack: 0.95,
            ceiling: 7,
        }
    }
}

/// All that the choice depends on.
#[derive(Debug, Clone, Copy)]
pub struct Situation<'a> {
    /// What is asked.
    pub course: &'a Course,
    /// All the evidence about the learner, this attempt's answers included.
    pub tallies: &'a Tallies,
    /// The challenges answered in this attempt.
    pub answered: &'a [u64],
    /// The challenges this person saw lately, the oldest first.
    pub recent: &'a [u64],
    /// The seed of the attempt.
    pub seed: u64,
    /// Whether the last answer was to a timed challenge.
    pub last_timed: bool,
    /// The day from which ages are counted: the day the attempt began, or of the newest answer
    /// ([`Tallies::newest`]); both make a replay choose the same.
    pub now: Day,
    /// What the evidence is worth.
    pub trust: &'a Trust,
    /// When to end.
    pub plan: &'a Plan,
}

/// What comes next.
#[derive(Debug, Clone, PartialEq)]
pub enum Step {
    /// Ask this challenge.
    Ask {
        /// The skill chosen.
        skill: SkillId,
        /// The key of the challenge chosen.
        challenge: u64,
        /// The probability of a right answer.
        success: f64,
        /// The information about the level expected of it, in nats.
        gain: f64,
    },
    /// The attempt is over.
    End(End),
}

/// Why an attempt ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// The level is certain enough.
    Sure,
    /// No question would teach enough about the level.
    NothingToLearn,
    /// So many questions are enough.
    Cap,
    /// No question is left.
    NothingLeft,
}

/// Nodes this much less likely than the likeliest are not asked for.
const NEGLIGIBLE: f64 = 1e-2;

struct Candidate<'a> {
    target: &'a Target,
    challenge: &'a Challenge,
    success: f64,
    gain: f64,
}

/// Chooses the next question of an attempt, or ends it.
pub fn step(situation: &Situation<'_>) -> Step {
    let Situation { course, tallies, now, trust, plan, .. } = *situation;
    let count = u32::try_from(situation.answered.len()).unwrap_or(u32::MAX);
    if count >= plan.cap {
        return Step::End(End::Cap);
    }
    let posterior = Posterior::new(course, tallies, now, trust, NEGLIGIBLE);
    let prospect = Prospect::new(course, &posterior, plan.ceiling);
    let candidates = candidates(situation, &posterior, &prospect, count);
    if candidates.is_empty() {
        return Step::End(End::NothingLeft);
    }
    let best = best(&candidates);
    match end(situation, &prospect, &posterior, best) {
        Some(end) if count >= plan.floor => Step::End(end),
        _ => ask(situation, candidates, (best, count)),
    }
}

/// Why the attempt could end now. The more a learner errs, the less is learnt from each further
/// question: it must promise as much more.
fn end(situation: &Situation<'_>, prospect: &Prospect, posterior: &Posterior, best: f64) -> Option<End> {
    let plan = situation.plan;
    if prospect.certainty() >= plan.sure {
        return Some(End::Sure);
    }
    let tubes = situation.course.ladders.len() as f64;
    (best * tubes < plan.least_gain * posterior.prone()).then_some(End::NothingToLearn)
}

fn best(candidates: &[Candidate<'_>]) -> f64 {
    candidates.iter().map(|candidate| candidate.gain).fold(0.0, f64::max)
}

fn ask(situation: &Situation<'_>, mut candidates: Vec<Candidate<'_>>, (best, count): (f64, u32)) -> Step {
    let least = best * situation.plan.slack;
    candidates.retain(|candidate| candidate.gain >= least);
    if situation.last_timed {
        selection::prefer(&mut candidates, |candidate| !candidate.challenge.timed);
    }
    let drawn = draw(situation.seed, count, 0, candidates.len());
    let Some(chosen) = candidates.get(drawn) else { return Step::End(End::NothingLeft) };
    let Candidate { target, challenge, success, gain } = *chosen;
    Step::Ask { skill: target.skill.id, challenge: challenge.key, success, gain }
}

/// One question of each skill that can be asked and is within reach.
fn candidates<'a>(
    situation: &Situation<'a>,
    posterior: &Posterior,
    prospect: &Prospect,
    count: u32,
) -> Vec<Candidate<'a>> {
    let Situation { course, plan, trust, .. } = *situation;
    let answered = selection::sorted(situation.answered);
    let hardest = if count == 0 { f64::from(plan.opening) } else { posterior.level() + plan.reach };
    let playable = course.targets.list().iter().filter_map(|target| {
        let questions = selection::askable(target, &answered);
        let challenge = selection::pick(situation.recent, (situation.seed, count), questions)?;
        Some((target, challenge, course.place(target.skill.id)?))
    });
    let mut playable: Vec<(&Target, &Challenge, Place)> = playable.collect();
    selection::prefer(&mut playable, |(target, ..)| f64::from(target.skill.level) <= hardest);
    let candidate = |(target, challenge, place): (&'a Target, &'a Challenge, Place)| {
        let ways = course.ways(challenge.key);
        let (success, gain) = prospect.gain(place, |prone| trust.noise(ways, prone));
        Candidate { target, challenge, success, gain }
    };
    playable.into_iter().map(candidate).collect()
}
