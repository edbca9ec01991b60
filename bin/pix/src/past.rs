//! A past made up for learners of a load test: attempts and answers as the rules would have let them happen.

use rules::attempt::{Graded, Pins, Start, record, start};
use rules::learner_state::LearnerState;
use rules::placement::Placement;
use rules::syllabus::Syllabus;
use rules::verdict_number;
use store::answer::Answer;
use store::attempt::Attempt;
use store::{AccountId, AttemptId};

const DAY_MS: i64 = 24 * 3600 * 1000;
/// Between two attempts: longer than the delay before a result may be improved.
const BETWEEN_MS: i64 = 5 * DAY_MS;
/// Skills up to this level are answered right, so that every attempt has something left to improve.
const KNOWN_LEVEL: u8 = 3;

/// What a learner did, for any account.
pub struct Past {
    /// The attempts, the oldest first.
    pub attempts: Vec<Attempt>,
    /// Their answers, in order.
    pub answers: Vec<Answer>,
    /// The state after all of it.
    pub state: LearnerState,
}

impl Past {
    /// A past of at least `answers` answers on the competence of a syllabus, which ended five days before `now`.
    pub fn of(release: &content::Release, syllabus: &Syllabus, answers: usize, now: i64) -> Self {
        let mut past = Self { attempts: Vec::new(), answers: Vec::new(), state: LearnerState::default() };
        // Each attempt asks ten questions or so: begin early enough for all of them.
        let mut at = now - BETWEEN_MS * (2 + i64::try_from(answers / 5).unwrap_or(0));
        while past.answers.len() < answers && at <= now - BETWEEN_MS {
            past.attempt(release, syllabus, at);
            at += BETWEEN_MS;
        }
        past
    }

    /// The same past for an account; `number` tells its attempts from those of the others.
    pub fn of_account(&self, account_id: AccountId, number: usize) -> Self {
        let number = i64::try_from(number).unwrap_or(0);
        let own = |id: AttemptId| AttemptId::from_number(id.number() + number);
        let attempts = self.attempts.iter().cloned();
        let answers = self.answers.iter().cloned();
        let mut state = self.state.clone();
        for run in &mut state.runs {
            run.attempt += number;
        }
        Self {
            attempts: attempts.map(|one| Attempt { account_id, id: own(one.id), ..one }).collect(),
            answers: answers
                .map(|one| Answer { account_id, attempt_id: own(one.attempt_id), ..one })
                .collect(),
            state,
        }
    }

    fn attempt(&mut self, release: &content::Release, syllabus: &Syllabus, at: i64) {
        let id = AttemptId::new(at, 0);
        let seed = at.wrapping_mul(7919);
        let Ok(Start::New { pins, state }) =
            start(&self.state, syllabus, (Placement::default(), 8), (id.number(), seed, at))
        else {
            return;
        };
        self.state = state;
        self.attempts.push(pinned(release, syllabus, &pins));
        let mut position = 0;
        while let Some(family) = self.state.run(pins.id).and_then(rules::learner_state::Run::asked) {
            position += 1;
            let level = release.family_by_key(family).map_or(8, |family| family.skill().level());
            let status = if level <= KNOWN_LEVEL { grade::Status::Ok } else { grade::Status::Ko };
            self.answers.push(answer(id, position, family, status, at));
            self.state = record(self.state.clone(), syllabus, &pins, Graded { status, at, timed: false });
        }
    }
}

fn pinned(release: &content::Release, syllabus: &Syllabus, pins: &Pins) -> Attempt {
    let competence = release.framework().competences.get(usize::from(syllabus.competence));
    Attempt {
        account_id: AccountId::from_number(0),
        id: AttemptId::from_number(pins.id),
        competence: competence.map_or_else(String::new, |competence| competence.code.clone()),
        tubes: None,
        framework: "crcn".to_owned(),
        release_id: release.id().to_owned(),
        algorithm: pins.placement.algorithm().to_owned(),
        scoring: pins.placement.scoring().to_owned(),
        seed: pins.seed,
        improving: pins.improving,
        afresh: pins.afresh,
        started_at: pins.started_at,
    }
}

fn answer(attempt: AttemptId, position: i64, family: i64, status: grade::Status, at: i64) -> Answer {
    Answer {
        account_id: AccountId::from_number(0),
        attempt_id: attempt,
        position,
        family,
        lang: "fr".to_owned(),
        status: verdict_number::write(status),
        mistake: None,
        value: "t:peut-être".to_owned(),
        seconds: 40,
        answered_at: at,
        page_left: false,
    }
}
