//! What was really kept: attempts, answers and states, read in the database behind the program's back.

use content::{Release, Source};
use rules::attempt::Pins;
use rules::learner_state::LearnerState;
use rules::placement::Placement;
use rules::rebuild::{Event, rebuild};
use rules::subjects::Subjects;
use rules::syllabus::Syllabus;
use rules::verdict_number;
use store::Db;
use store::answer::Answer;
use store::attempt::Attempt;

use crate::candidate::Candidate;
use crate::site::Site;

const FRAMEWORK: &str = "crcn";

/// The database of a program, and the bank it keeps.
pub struct Ledger {
    /// The database.
    pub db: Db,
    release: Release,
}

/// All that is kept of a person who began one test.
#[derive(Debug, PartialEq)]
pub struct Kept {
    /// The attempt as it was begun.
    pub attempt: Attempt,
    /// Its answers, by position.
    pub answers: Vec<Answer>,
    /// What is remembered of the person.
    pub state: LearnerState,
    /// How many times that was saved.
    pub version: i64,
}

impl Kept {
    /// The positions that have an answer.
    pub fn positions(&self) -> Vec<i64> {
        self.answers.iter().map(|answer| answer.position).collect()
    }

    /// How many answers the state counts.
    pub fn counted(&self) -> u16 {
        self.state.run(self.attempt.id.number()).expect("a run").answered
    }
}

impl Ledger {
    /// Opens the database of a program.
    pub async fn of(site: &Site) -> Self {
        Self::over(site.database()).await
    }

    /// Opens a database of which no program is running.
    pub async fn over(url: &str) -> Self {
        let db = Db::open(url).await.expect("the database opens");
        let releases = store::release::list(&db).await.expect("the releases");
        let archive = store::release::find(&db, &releases[0]).await.expect("a release").expect("its archive");
        let source = Source::unpack(&archive).expect("a packed bank");
        Self { db, release: Release::open(&source).expect("a sound bank") }
    }

    /// Reads what is kept of a person.
    pub async fn kept(&self, person: &Candidate) -> Kept {
        let account = store::account::by_email_or_username(&self.db, &person.email).await;
        let account = account.expect("the accounts").expect("an account").id;
        let attempts = store::attempt::of_account(&self.db, account, None, 10).await.expect("the attempts");
        let [attempt] = attempts.try_into().expect("one attempt");
        let answers = store::answer::all_of(&self.db, account, None, 1000).await.expect("the answers");
        let stored = store::state::find(&self.db, account, FRAMEWORK).await.expect("a state");
        let state = LearnerState::decode(&stored.body).expect("a state of this version");
        Kept { attempt, answers, state, version: stored.version }
    }

    /// Makes the state again from the attempt and its answers alone.
    pub fn rebuilt(&self, kept: &Kept) -> LearnerState {
        let pins = self.pins(&kept.attempt);
        let syllabus = Syllabus::of(&self.release, pins.competence);
        let answered = kept.answers.iter().map(|answer| Event::Answered {
            pins: pins.clone(),
            status: verdict_number::read(answer.status).expect("a status"),
            at: answer.answered_at,
        });
        let events: Vec<Event> = std::iter::once(Event::Began(pins.clone())).chain(answered).collect();
        rebuild(&events, |_| Some(&syllabus))
    }

    /// What the bank asks of a campaign's subjects.
    pub fn campaign(&self, subjects: &str) -> Syllabus {
        Subjects::parse(subjects).expect("subjects").syllabus(&self.release)
    }

    fn pins(&self, attempt: &Attempt) -> Pins {
        let competences = &self.release.framework().competences;
        let index = competences.iter().position(|one| one.code == attempt.competence).expect("a competence");
        Pins {
            id: attempt.id.number(),
            competence: u8::try_from(index).expect("a small number"),
            placement: Placement::pinned(&attempt.algorithm).expect("a known algorithm"),
            seed: attempt.seed,
            improving: attempt.improving,
            afresh: attempt.afresh,
            started_at: attempt.started_at,
        }
    }
}
