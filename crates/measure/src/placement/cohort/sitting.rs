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
    /// The questions asked.
    pub questions: u32,
    /// The pix given.
    pub pix: f64,
    /// The level given.
    pub level: u8,
    /// The range of the pix, where the placement gives one.
    pub range: Option<(f64, f64)>,
    /// The certainty of the level, where the placement gives one.
    pub certainty: Option<f64>,
}

/// The test of the reference placement (its knowledge, with the difficulty limit first).
pub fn reference(targets: &Targets, learner: &Learner) -> Sitting {
    let (mut knowledge, mut assessed, mut answered) = (Knowledge::default(), BTreeSet::new(), Vec::new());
    let mut questions = 0;
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
    Sitting { questions, pix: numerator as f64 / denominator as f64, level, range: None, certainty: None }
}

/// The test of the placement that bears with errors.
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
        let Some((skill, challenge)) = asked else { return ended(course, &tallies, answered.len(), trust) };
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
    let questions = answers.len();
    ended(course, &answers.into_iter().collect(), questions, trust)
}

fn answer(course: &Course, learner: &Learner, skill: &Skill, challenge: u64) -> Answer {
    let reply = if learner.answers(skill, challenge) { Reply::Right } else { Reply::Wrong };
    Answer { skill: skill.id, ways: course.ways(challenge), reply, at: 0 }
}

fn ended(course: &Course, tallies: &Tallies, questions: usize, trust: &Trust) -> Sitting {
    let estimate = Estimate::new(course, tallies, Day(0), trust, CEILING);
    Sitting {
        questions: u32::try_from(questions).unwrap_or(u32::MAX),
        pix: estimate.pix,
        level: estimate.level,
        range: Some(estimate.range),
        certainty: Some(estimate.certainty()),
    }
}
