//! How a pupil of the demonstration answers: with the ability and the slips of a simulated person, and wrong answers
//! that are mistakes their authors foresaw.

use content::{Lang, Release, prior};
use grade::{Answer, Circumstances, Verdict, check};
use measure::irt::{Item, ItemIndex, Parameters};
use measure::placement::mix;
use measure::simulation::{Examinee, chance};
use std::cell::RefCell;
use std::collections::HashMap;

/// Who does not know passes with this probability, rather than err.
const PASSES: f64 = 0.25;
/// Seconds that an answer takes: the least, and how much more it may be.
const SECONDS: (i64, f64) = (14, 46.0);
/// What is drawn of an answer beside whether it is right.
const PASSING: u64 = 1;
const ERRING: u64 = 2;
const TAKING: u64 = 3;

/// What was answered to one question.
pub struct Said {
    /// The answer.
    pub answer: Answer,
    /// What the grader says of it.
    pub verdict: Verdict,
    /// How long it took.
    pub seconds: i64,
}

/// The parameters of the families met so far: those that the bank starts with.
#[derive(Default)]
pub struct Known(RefCell<HashMap<i64, Parameters>>);

/// Somebody who answers.
#[derive(Clone, Copy)]
pub struct Mind<'a> {
    /// The simulated person.
    pub examinee: &'a Examinee,
    /// What is known of the families.
    pub known: &'a Known,
}

impl Mind<'_> {
    /// The secret seed of a test.
    pub fn seed(&self, test: u64) -> i64 {
        mix(self.examinee.seed() ^ mix(test)).cast_signed()
    }

    /// Answers a family drawn with a seed.
    ///
    /// # Errors
    /// A sentence about a family that cannot be drawn.
    pub fn answer(&self, release: &Release, family: i64, seed: u64) -> Result<Said, String> {
        let found =
            release.family_by_key(family).ok_or_else(|| format!("the bank has no family {family}"))?;
        let told = |error: content::GenerateError| format!("{}: {error}", found.id());
        let key = found.instance(seed, Lang::Fr).map_err(told)?.key;
        let drawn = |purpose: u64| chance::uniform(seed ^ self.examinee.person, purpose);
        let item = Item {
            name: found.id().to_owned(),
            parameters: self.known.of(found).map_err(told)?,
            competence: u32::from(found.skill().competence_index()),
            tube: u32::from(found.skill().tube_id().0),
            skill: u32::from(found.skill().id().0),
        };
        let mistakes = &key.question.mistakes;
        let answer = if self.examinee.answers(index(family), &item) {
            key.right_answer()
        } else if drawn(PASSING) < PASSES {
            Answer::Skipped
        } else {
            let mistake = mistakes.get(place(drawn(ERRING), mistakes.len()));
            mistake.map_or(Answer::Skipped, |mistake| key.wrong_answer(mistake))
        };
        let verdict = check(&key.question, &answer, &Circumstances::default());
        #[expect(clippy::cast_possible_truncation, reason = "less than a minute")]
        let seconds = SECONDS.0 + (drawn(TAKING) * SECONDS.1) as i64;
        // Nobody is late: half of the time is enough.
        let most = found.front().timer.map_or(seconds, |timer| i64::from(timer) / 2);
        Ok(Said { answer, verdict, seconds: seconds.min(most).max(1) })
    }
}

impl Known {
    fn of(&self, family: &content::Family) -> Result<Parameters, content::GenerateError> {
        if let Some(known) = self.0.borrow().get(&family.key()) {
            return Ok(*known);
        }
        let parameters = prior::of(family)?;
        self.0.borrow_mut().insert(family.key(), parameters);
        Ok(parameters)
    }
}

/// The number of a family among the items of a simulation.
fn index(family: i64) -> ItemIndex {
    ItemIndex::try_from(family.cast_unsigned() & u64::from(ItemIndex::MAX)).unwrap_or_default()
}

/// A place among so many.
#[expect(
    clippy::cast_possible_truncation,
    clippy::cast_sign_loss,
    clippy::cast_precision_loss,
    reason = "a few"
)]
fn place(drawn: f64, count: usize) -> usize {
    (drawn * count as f64) as usize
}
