//! An attempt: one adaptive test of one person on one competence. Where it begins, what an answer does, where it ends.

use crate::learner_state::{LearnerState, Run, to_second};
use crate::placement::{self, Placement};
use crate::subjects::SEVERAL;
use crate::syllabus::Syllabus;
use crate::tallying::{count, take_over};
use grade::Status;
use measure::placement::bayes::{self, Day, Situation, Step};
use measure::placement::{Knowledge, Next, Order, Selection, infer, mix, next, reopen};
use std::collections::BTreeSet;

/// Answers between two checkpoints.
pub const STAGE: u16 = 5;

/// What never changes in an attempt: with the answers, it is enough to replay it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pins {
    /// Id of the attempt.
    pub id: i64,
    /// Index of the competence, from 0; [`SEVERAL`] for the test of a campaign.
    pub competence: u8,
    /// How it chooses questions and counts pix.
    pub placement: Placement,
    /// The secret seed: it draws the questions and their instances.
    pub seed: i64,
    /// Whether it improves an older result: failures of more than four days are asked again.
    pub improving: bool,
    /// Whether it starts from nothing: what was known of its subjects is forgotten, answers stay.
    pub afresh: bool,
    /// When it began, in unix milliseconds.
    pub started_at: i64,
}

/// Where an attempt stands for the person.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// At a question, by position from 1.
    Question(u16),
    /// At its end.
    Result,
}

/// What asking to take a test leads to.
#[derive(Debug, Clone, PartialEq)]
pub enum Start {
    /// A new attempt begins.
    New {
        /// What to pin.
        pins: Pins,
        /// The state with the first question asked.
        state: LearnerState,
    },
    /// The attempt in progress goes on.
    Resume(i64),
}

/// Why a test does not start.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StartRefusal {
    /// The bank has no question on this competence yet.
    NoQuestions,
    /// The last result is too recent to be improved: wait so many days.
    TooSoon(u32),
    /// The highest reachable level is reached, or nothing is left to ask.
    AtCeiling,
}

/// Decides whether a test starts, goes on, or must wait.
///
/// # Errors
/// [`StartRefusal`] when nothing can start.
pub fn start(
    state: &LearnerState,
    syllabus: &Syllabus,
    (placement, ceiling): (Placement, u8),
    (id, seed, now): (i64, i64, i64),
) -> Result<Start, StartRefusal> {
    if syllabus.is_empty() {
        return Err(StartRefusal::NoQuestions);
    }
    let before = state.run_of(syllabus.competence);
    if let Some(run) = before.filter(|run| run.completed_at.is_none()) {
        return Ok(Start::Resume(run.attempt));
    }
    if before.is_some() {
        if syllabus.score(state, ceiling).at_ceiling() {
            return Err(StartRefusal::AtCeiling);
        }
        match syllabus.days_before_improving(&state.knowledge, now) {
            Some(days) if days > 0 => return Err(StartRefusal::TooSoon(days)),
            _ => {}
        }
    }
    let started_at = to_second(now);
    let (competence, improving) = (syllabus.competence, before.is_some());
    let pins = Pins { id, competence, placement, seed, improving, afresh: false, started_at };
    let begun = begin(state.clone(), syllabus, &pins);
    if begun.run(pins.id).and_then(Run::asked).is_none() {
        return Err(StartRefusal::AtCeiling);
    }
    Ok(Start::New { state: begun, pins })
}

/// The state at the beginning of an attempt: its run, with the first question asked.
///
/// When a result is improved, the failures of four days and more are unknown again: nothing else is lost, failures
/// earn no pix and stay in the answers.
#[must_use]
pub fn begin(mut state: LearnerState, syllabus: &Syllabus, pins: &Pins) -> LearnerState {
    if pins.placement == Placement::Bayes {
        take_over(&mut state, syllabus);
    }
    if pins.afresh {
        forget_asked(&mut state, syllabus);
    }
    if pins.improving {
        forget_old_failures(&mut state.knowledge, syllabus, pins.started_at);
    }
    if pins.competence == SEVERAL {
        state.drop_finished_campaigns();
    }
    let run = Run {
        competence: pins.competence,
        attempt: pins.id,
        placement: pins.placement,
        answered: 0,
        families: Vec::new(),
        assessed: Vec::new(),
        started_at: pins.started_at,
        asked_at: None,
        completed_at: None,
        last_timed: false,
        opened_at: None,
        left: false,
    };
    ask(&mut state, run, syllabus, pins, pins.started_at);
    state
}

/// What a post to a position is, before grading anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Admission {
    /// The question asked: grade the answer against this family.
    Grade(i64),
    /// It has its answer already; the attempt stands here.
    Repeat(Place),
    /// It has not been asked yet; the attempt stands here.
    Ahead(Place),
    /// A newer attempt of the competence took its place, or it is not this person's.
    Gone,
}

/// Decides what a post to a position of an attempt is.
#[must_use]
pub fn admit(state: &LearnerState, attempt: i64, position: u16) -> Admission {
    let Some(run) = state.run(attempt) else { return Admission::Gone };
    if position >= 1 && position <= run.answered {
        return Admission::Repeat(place(run));
    }
    match run.asked() {
        Some(family) if position == run.answered + 1 => Admission::Grade(family),
        _ => Admission::Ahead(place(run)),
    }
}

/// Where an attempt stands.
#[must_use]
pub fn place(run: &Run) -> Place {
    if run.asked_at.is_some() { Place::Question(run.answered + 1) } else { Place::Result }
}

/// Tells whether a pause with corrections is due after the latest answer.
#[must_use]
pub fn at_checkpoint(run: &Run) -> bool {
    run.answered > 0 && (run.answered.is_multiple_of(STAGE) || run.asked_at.is_none())
}

/// An answer once graded.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Graded {
    /// What the grader said.
    pub status: Status,
    /// When it was given, in unix milliseconds.
    pub at: i64,
    /// Whether it was given against a timer.
    pub timed: bool,
}

/// The state after an answer to the question asked: new evidence, and the next question or the end.
#[must_use]
pub fn record(mut state: LearnerState, syllabus: &Syllabus, pins: &Pins, graded: Graded) -> LearnerState {
    let Some(mut run) = state.run(pins.id).cloned() else { return state };
    let Some(family) = run.asked() else { return state };
    let at = to_second(graded.at);
    if let Some(skill) = syllabus.skill_of(family) {
        let assessed: BTreeSet<_> = run.assessed.iter().copied().collect();
        let success = graded.status == Status::Ok;
        let evidence = infer(syllabus.targets().skills(), &assessed, skill, success, at);
        run.assessed.extend(evidence.iter().map(|piece| piece.skill));
        state.knowledge.absorb(evidence);
        if run.placement == Placement::Bayes {
            count(&mut state, syllabus, family, graded.status, at);
        }
    }
    run.answered += 1;
    run.last_timed = graded.timed;
    (run.asked_at, run.opened_at, run.left) = (None, None, false);
    ask(&mut state, run, syllabus, pins, at);
    state
}

/// Chooses the next question of a run, or ends it, and puts the run in the state.
fn ask(state: &mut LearnerState, mut run: Run, syllabus: &Syllabus, pins: &Pins, at: i64) {
    match choose(state, &run, syllabus, pins) {
        Some(family) => {
            run.families.push(family);
            run.asked_at = Some(at);
            state.remember(family);
        }
        None => run.completed_at = Some(at),
    }
    state.replace_run(run);
}

fn choose(state: &LearnerState, run: &Run, syllabus: &Syllabus, pins: &Pins) -> Option<i64> {
    let keys = |families: &[i64]| families.iter().map(|family| family.cast_unsigned()).collect::<Vec<u64>>();
    let (answered, recent) = (keys(&run.families), keys(&state.recent));
    let chosen = match run.placement {
        Placement::Reference => by_reference(state, run, syllabus, pins, (&answered, &recent)),
        Placement::Bayes => by_bayes(state, run, syllabus, pins, (&answered, &recent)),
    };
    chosen.map(u64::cast_signed)
}

fn by_reference(
    state: &LearnerState,
    run: &Run,
    syllabus: &Syllabus,
    pins: &Pins,
    (answered, recent): (&[u64], &[u64]),
) -> Option<u64> {
    let next = next(&Selection {
        targets: syllabus.targets(),
        knowledge: &state.knowledge,
        answered,
        recent,
        seed: pins.seed.cast_unsigned(),
        position: u32::from(run.answered),
        first: run.answered == 0,
        last_timed: run.last_timed,
        order: Order::LimitFirst,
    });
    match next {
        Next::Ask { challenge, .. } => Some(challenge),
        Next::End { .. } => None,
    }
}

fn by_bayes(
    state: &LearnerState,
    run: &Run,
    syllabus: &Syllabus,
    pins: &Pins,
    (answered, recent): (&[u64], &[u64]),
) -> Option<u64> {
    let step = bayes::step(&Situation {
        course: syllabus.course(),
        tallies: &state.tallies,
        answered,
        recent,
        seed: pins.seed.cast_unsigned(),
        last_timed: run.last_timed,
        now: Day::of(run.started_at),
        trust: &placement::trust(),
        plan: &placement::plan(),
    });
    match step {
        Step::Ask { challenge, .. } => Some(challenge),
        Step::End(_) => None,
    }
}

fn forget_asked(state: &mut LearnerState, syllabus: &Syllabus) {
    let stays = |skill| syllabus.targets().get(skill).is_none();
    state.knowledge = state.knowledge.iter().filter(|known| stays(known.skill)).copied().collect();
    state.tallies = state.tallies.iter().filter(|tally| stays(tally.skill)).copied().collect();
}

fn forget_old_failures(knowledge: &mut Knowledge, syllabus: &Syllabus, started_at: i64) {
    for evidence in reopen(knowledge, started_at).reopened {
        if syllabus.targets().get(evidence.skill).is_some() {
            knowledge.forget(evidence.skill);
        }
    }
}

/// The seed of the instance at a position of an attempt: secret like the attempt's own seed, different at each
/// position, the same for ever.
#[must_use]
pub fn instance_seed(attempt_seed: i64, position: u16) -> u64 {
    mix(mix(attempt_seed.cast_unsigned()) ^ u64::from(position))
}

#[cfg(test)]
mod tests;
