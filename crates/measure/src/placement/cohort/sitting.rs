//! One learner takes one test.

use std::collections::BTreeSet;

use super::super::bayes::{
    Answer, Course, Day, Estimate, Plan, Reply, Situation, Step, Tallies, Trust, step,
};
use super::super::{Knowledge, Next, Order, Score, Selection, Skill, Targets, earned, infer, next};
use super::{CEILING, Learner};

/// How a test ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Sitting {
    /// The questions answered.
    pub questions: u32,
    /// Whether the learner left before the end.
    pub left: bool,
    /// The pix given.
    pub pix: f64,
    /// The level given.
    pub level: u8,
    /// The range of the pix, where the placement gives one.
    pub range: Option<(f64, f64)>,
    /// The certainty of the level, where the placement gives one.
    pub certainty: Option<f64>,
}

/// The test of the reference placement; who leaves has what was proven until then (its knowledge, with the difficulty limit first).
pub fn reference(targets: &Targets, learner: &Learner) -> Sitting {
    let (mut knowledge, mut assessed, mut answered) = (Knowledge::default(), BTreeSet::new(), Vec::new());
    let (mut questions, mut left) = (0, false);
    loop {
        let choice = next(&Selection {
            targets,
            knowledge: &knowledge,
            answered: &answered,
            recent: &[],
            seed: learner.seed,
            position: questions,
            first: questions == 0,
            last_timed: false,
            order: Order::LimitFirst,
        });
        let asked = match choice {
            Next::Ask { skill, challenge, .. } => targets.get(skill).map(|target| (target.skill, challenge)),
            Next::End { .. } => None,
        };
        let Some((skill, challenge)) = asked else { break };
        left = learner.leaves(questions);
        if left {
            break;
        }
        let success = learner.answers(&skill, challenge);
        let created = infer(targets.skills(), &assessed, skill.id, success, i64::from(questions));
        assessed.extend(created.iter().map(|evidence| evidence.skill));
        knowledge.absorb(created);
        answered.push(challenge);
        questions += 1;
    }
    let exact = earned(targets.skills(), &knowledge);
    let (numerator, denominator) = exact.parts();
    let level = Score { exact, max_level: CEILING }.level();
    let pix = numerator as f64 / denominator as f64;
    Sitting { questions, left, pix, level, range: None, certainty: None }
}

/// The test of the placement that bears with errors; who leaves has what is thought of them by then.
pub fn bayes(course: &Course, learner: &Learner, trust: &Trust, plan: &Plan) -> Sitting {
    let (mut tallies, mut answered) = (Tallies::default(), Vec::new());
    loop {
        let step = step(&Situation {
            course,
            tallies: &tallies,
            answered: &answered,
            recent: &[],
            seed: learner.seed,
            last_timed: false,
            now: Day(0),
            trust,
            plan,
        });
        let asked = match step {
            Step::Ask { skill, challenge, .. } => {
                course.targets().get(skill).map(|target| (target.skill, challenge))
            }
            Step::End(_) => None,
        };
        let position = u32::try_from(answered.len()).unwrap_or(u32::MAX);
        let Some((skill, challenge)) = asked else { return ended(course, &tallies, position, trust) };
        if learner.leaves(position) {
            return Sitting { left: true, ..ended(course, &tallies, position, trust) };
        }
        tallies.add(&answer(course, learner, &skill, challenge));
        answered.push(challenge);
    }
}

/// What the placement that bears with errors says after every question that there is: no choice of
/// some of them tells it more.
pub fn exhaustive(course: &Course, learner: &Learner, trust: &Trust) -> Sitting {
    let targets = course.targets().skills().iter().filter_map(|skill| course.targets().get(skill.id));
    let asked = targets.flat_map(|target| target.challenges.iter().map(|one| (target.skill, one.key)));
    let answers: Vec<Answer> =
        asked.map(|(skill, challenge)| answer(course, learner, &skill, challenge)).collect();
    let questions = u32::try_from(answers.len()).unwrap_or(u32::MAX);
    ended(course, &answers.into_iter().collect(), questions, trust)
}

fn answer(course: &Course, learner: &Learner, skill: &Skill, challenge: u64) -> Answer {
    let reply = if learner.answers(skill, challenge) { Reply::Right } else { Reply::Wrong };
    Answer { skill: skill.id, ways: course.ways(challenge), reply, at: 0 }
}

fn ended(course: &Course, tallies: &Tallies, questions: u32, trust: &Trust) -> Sitting {
    let estimate = Estimate::new(course, tallies, Day(0), trust, CEILING);
    Sitting {
        questions,
        left: false,
        pix: estimate.pix,
        level: estimate.level,
        range: Some(estimate.range),
        certainty: Some(estimate.certainty()),
    }
}
