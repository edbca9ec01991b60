//! One learner takes one test.

use std::collections::BTreeSet;

use super::super::bayes::{
    Answer, Course, Day, Estimate, Plan, Reply, Situation, Step, Tallies, Trust, step,
};
use super::super::{Knowledge, Next, Order, Score, Selection, Targets, earned, infer, next};
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
        let Some((skill, challenge)) = asked else {
            let questions = u32::try_from(answered.len()).unwrap_or(u32::MAX);
            let estimate = Estimate::new(course, &tallies, Day(0), trust, plan.ceiling);
            let certainty = Some(estimate.certainty());
            let (pix, level, range) = (estimate.pix, estimate.level, Some(estimate.range));
            return Sitting { questions, pix, level, range, certainty };
        };
        let reply = if learner.answers(&skill, challenge) { Reply::Right } else { Reply::Wrong };
        tallies.add(&Answer { skill: skill.id, ways: course.ways(challenge), reply, at: 0 });
        answered.push(challenge);
    }
}
