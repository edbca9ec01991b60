//! Behind the scenes: the question somebody has in front of them, drawn again from the database, with its key.

use crate::site::Site;
use content::{Family, Input, Instance, Key, Lang, Release, Source};
use grade::{Answer, Circumstances, Status, Wrong};
use rules::attempt::instance_seed;
use rules::learner_state::{LearnerState, Run};
use store::account::Creation;
use store::campaign::Campaign;
use store::learner::{self, Learner};
use store::organisation::{self, Organisation};
use store::{AccountId, AttemptId, Db, LearnerId, learner_removal};

/// The framework that learners are placed in.
const FRAMEWORK: &str = "crcn";

/// The database of a running program, and the bank it holds.
pub struct Backstage {
    db: Db,
    release: Release,
}

impl Backstage {
    /// Opens the database of a program.
    pub async fn of(site: &Site) -> Self {
        let db = Db::open(site.database()).await.expect("the database opens");
        let ids = store::release::list(&db).await.expect("the releases");
        let archive = store::release::find(&db, &ids[0]).await.expect("a release").expect("its archive");
        let release = Release::open(&Source::unpack(&archive).expect("a packed bank")).expect("a sound bank");
        Self { db, release }
    }

    /// Every family of the bank, by its id.
    pub fn families(&self) -> Vec<String> {
        self.release.families().map(|family| family.id().to_owned()).collect()
    }

    /// A family whose first instance asks for an answer of some kind.
    pub fn family_with(&self, wanted: impl Fn(&Input) -> bool) -> String {
        let instance = |family: &Family| family.instance(1, Lang::Fr).expect("an instance").paper;
        let found = self.release.families().find(|family| wanted(&instance(family).input));
        found.expect("such a family").id().to_owned()
    }

    /// A tutorial of the bank.
    pub fn tutorial(&self) -> String {
        self.release.tutorials().next().expect("a tutorial").id.clone()
    }

    /// The question asked in French on the page at `/attempts/…/questions/…` of a person.
    pub async fn asked(&self, email: &str, path: &str) -> Instance {
        let (attempt, position) = place(path);
        let account = self.account(email).await;
        let pins =
            store::attempt::by_id(&self.db, account, attempt).await.expect("an attempt").expect("theirs");
        let state = self.state(account).await;
        let run = state.run(attempt.number()).expect("a run");
        assert_eq!(run.answered + 1, position, "the page shows the question that is asked");
        let family = self.release.family_by_key(run.asked().expect("a question")).expect("its family");
        family.instance(instance_seed(pins.seed, position), Lang::Fr).expect("an instance")
    }

    /// Makes a family the question asked on a page that a person has begun or not.
    pub async fn ask(&self, email: &str, path: &str, family: &str) {
        let key = self.release.family(family).expect("a family of the bank").key();
        self.change(email, path, |run| {
            *run.families.last_mut().expect("a question") = key;
            run.opened_at = None;
        })
        .await;
    }

    /// Makes the clock of the question asked on a page begin so many seconds earlier.
    pub async fn age(&self, email: &str, path: &str, seconds: i64) {
        self.change(email, path, |run| {
            run.opened_at = Some(run.opened_at.expect("a clock that runs") - seconds * 1000);
        })
        .await;
    }

    /// Whether the page of the question asked was left, as the server noted it.
    pub async fn is_left(&self, email: &str, path: &str) -> bool {
        let state = self.state(self.account(email).await).await;
        state.run(place(path).0.number()).expect("a run").left
    }

    /// The answer given on a page: its status, and whether the page was left.
    pub async fn answered(&self, email: &str, path: &str) -> (Status, bool) {
        let (attempt, position) = place(path);
        let account = self.account(email).await;
        let row = store::answer::by_position(&self.db, account, attempt, i64::from(position)).await;
        let row = row.expect("the answers").expect("an answer");
        (rules::verdict_number::read(row.status).expect("a status"), row.page_left)
    }

    async fn change(&self, email: &str, path: &str, change: impl Fn(&mut Run)) {
        let account = self.account(email).await;
        let stored = store::state::find(&self.db, account, FRAMEWORK).await.expect("a state");
        let mut state = LearnerState::decode(&stored.body).expect("a state of this version");
        let mut run = state.run(place(path).0.number()).expect("a run").clone();
        change(&mut run);
        let now = run.started_at;
        state.replace_run(run);
        let mut tx = self.db.begin().await.expect("a transaction");
        let body = state.encode();
        let saved = store::state::save(&mut tx, account, FRAMEWORK, stored.version, &body, now).await;
        assert!(saved.expect("a state"), "nobody else changed it");
        tx.commit().await.expect("kept");
    }

    /// How many answers are written for the attempt of a page, and how many its state counts.
    pub async fn answers(&self, email: &str, path: &str) -> (usize, u16) {
        let (attempt, _) = place(path);
        let account = self.account(email).await;
        let rows = store::answer::range(&self.db, account, attempt, 1, 1000).await.expect("the answers");
        let state = self.state(account).await;
        (rows.len(), state.run(attempt.number()).expect("a run").answered)
    }

    /// The database of the program.
    pub const fn db(&self) -> &Db {
        &self.db
    }

    /// Puts somebody without an account on the class list of a campaign's organisation, which has one from now on.
    pub async fn enrol(
        &self,
        campaign: &Campaign,
        (number, birth_date): (&str, &str),
        names: (&str, &str),
    ) -> Learner {
        let known = organisation::by_id(&self.db, campaign.organisation_id).await;
        let school = known.expect("the organisations").expect("an organisation");
        let line = Learner {
            national_number: Some(number.to_owned()),
            birth_date: Some(birth_date.to_owned()),
            ..Learner::new(school.id, LearnerId::new(campaign.created_at, 7), names, campaign.created_at)
        };
        let school = Organisation { managing_learners: true, ..school };
        let mut tx = self.db.begin().await.expect("a transaction");
        assert!(organisation::change(&mut tx, &school).await.expect("changed"), "it is there");
        assert_eq!(learner::add(&mut tx, &line).await.expect("added"), Creation::Created);
        tx.commit().await.expect("kept");
        line
    }

    /// Takes a line off the class list.
    pub async fn strike(&self, line: &Learner) {
        let (by, now) = (AccountId::new(0, 1), line.created_at);
        let mut tx = self.db.begin().await.expect("a transaction");
        let removed = learner_removal::remove(&mut tx, line.organisation_id, line.id, by, now).await;
        assert!(removed.expect("removed"), "it was there");
        tx.commit().await.expect("kept");
    }

    async fn account(&self, email: &str) -> AccountId {
        let found = store::account::by_email_or_username(&self.db, email).await.expect("the accounts");
        found.expect("an account").id
    }

    async fn state(&self, account: AccountId) -> LearnerState {
        let stored = store::state::find(&self.db, account, FRAMEWORK).await.expect("a state");
        LearnerState::decode(&stored.body).expect("a state of this version")
    }
}

/// The attempt and the position in the address of a question.
fn place(path: &str) -> (AttemptId, u16) {
    let parts: Vec<&str> = path.split('/').collect();
    match parts.as_slice() {
        ["", "attempts", attempt, "questions", position] => {
            (attempt.parse().expect("an id"), position.parse().expect("a position"))
        }
        _ => panic!("{path} is not the address of a question"),
    }
}

/// The right answer, which the grader takes.
pub fn right(key: &Key) -> Answer {
    let answer = key.right_answer();
    let verdict = grade::check(&key.question, &answer, &Circumstances::default());
    assert_eq!(verdict.status, Status::Ok, "{answer:?} to {:?}", key.question);
    answer
}

/// An answer that shows a known mistake in its whole, and the name of the mistake, if the question has one.
pub fn mistaken(key: &Key) -> Option<(Answer, String)> {
    key.question.mistakes.iter().filter(|mistake| matches!(mistake.wrong, Wrong::Answer(_))).find_map(
        |mistake| {
            let answer = key.wrong_answer(mistake);
            let verdict = grade::check(&key.question, &answer, &Circumstances::default());
            (verdict.mistake.as_ref() == Some(&mistake.key)).then(|| (answer, mistake.key.clone()))
        },
    )
}
