//! Somebody in the middle of a test: what is asked of them, the form of an answer, what is kept of it.

use std::sync::Arc;

use content::{Family, Input, Instance, Lang};
use grade::Answer;
use rules::attempt::instance_seed;
use rules::learner_state::{LearnerState, Run, to_second};
use rules::placement::Placement;
use store::attempt::Attempt;
use store::{AttemptId, state};
use web::entropy::Entropy;

use super::site::Visitor;
use crate::attempt_loading::{FRAMEWORK, competence_index, read_state};

/// The competence that has questions.
pub const COMPETENCE: &str = "1.2";
/// The form of somebody who passes.
pub const SKIP: &str = "skip=1";

/// A test that somebody takes.
pub struct Taking<'a> {
    /// Who takes it.
    pub visitor: Visitor<'a>,
    /// Its id.
    pub id: AttemptId,
}

/// The question that waits for an answer.
pub struct Waiting {
    /// Its position in the test, from 1.
    pub position: u16,
    /// What it is, with its key, in French.
    pub instance: Arc<Instance>,
    /// Its seed, which nobody may know.
    pub seed: u64,
}

impl<'a> Taking<'a> {
    /// Begins a test by its button.
    pub async fn begin(visitor: &Visitor<'a>) -> Self {
        let begun = visitor.post(&format!("/competences/{COMPETENCE}/attempts"), "").await;
        Self::led_to(visitor, &begun)
    }

    /// The test that a reply leads to.
    pub fn led_to(visitor: &Visitor<'a>, reply: &web::trial::Reply) -> Self {
        let id = reply.location.strip_prefix("/attempts/").unwrap_or_else(|| panic!("{}", reply.body));
        Self { id: id.parse().expect("an id"), visitor: visitor.clone() }
    }

    /// Puts somebody before a question of a family, the first of a new test.
    pub async fn at(visitor: &Visitor<'a>, family: &Family) -> Self {
        let release = visitor.site.house.bank.present().release.id();
        Self::at_release(visitor, family, release).await
    }

    /// The same with an older release of the bank.
    pub async fn at_release(visitor: &Visitor<'a>, family: &Family, release: &str) -> Self {
        let (house, now) = (&visitor.site.house, visitor.site.now());
        let id = AttemptId::new(now, Entropy.number().expect("a number"));
        let attempt = Attempt {
            account_id: visitor.account,
            id,
            competence: COMPETENCE.to_owned(),
            tubes: None,
            framework: FRAMEWORK.to_owned(),
            release_id: release.to_owned(),
            algorithm: Placement::Reference.algorithm().to_owned(),
            scoring: Placement::Reference.scoring().to_owned(),
            seed: Entropy.number().expect("a number").cast_signed(),
            improving: false,
            afresh: false,
            started_at: to_second(now),
        };
        let stored = state::find(&house.db, visitor.account, FRAMEWORK).await.expect("a state");
        let mut known = read_state(&stored.body).expect("a state of this version");
        known.replace_run(run(visitor.site, &attempt, family));
        let mut tx = house.db.begin().await.expect("a transaction");
        store::attempt::start(&mut tx, &attempt).await.expect("an attempt");
        let (version, body) = (stored.version, known.encode());
        let saved = state::save(&mut tx, visitor.account, FRAMEWORK, version, &body, now).await;
        assert!(saved.expect("a state"), "the state has not moved");
        tx.commit().await.expect("kept");
        Self { id, visitor: visitor.clone() }
    }

    /// Passes every question that is left.
    pub async fn pass_all(&self) {
        while let Some(asked) = self.waiting().await {
            assert!(asked.position < 100, "the test does not end");
            self.answer(asked.position, SKIP).await;
        }
    }

    /// Answers every question that is left: right where that is wanted, else passes. Gives where the last one led.
    pub async fn answer_all(&self, right: impl Fn(&Waiting) -> bool) -> String {
        let mut led = String::new();
        while let Some(asked) = self.waiting().await {
            assert!(asked.position < 100, "the test does not end");
            let answer = form(&asked.instance.key.right_answer(), &asked.instance.paper.input);
            let answer = if right(&asked) { answer.as_str() } else { SKIP };
            led = self.answer(asked.position, answer).await.outcome();
        }
        led
    }

    /// The address of a page of the test.
    pub fn path(&self, rest: &str) -> String {
        format!("/attempts/{}{rest}", self.id)
    }

    /// Posts an answer to a position.
    pub async fn answer(&self, position: u16, fields: &str) -> web::trial::Reply {
        self.visitor.post(&self.path(&format!("/answers/{position}")), fields).await
    }

    /// The question that waits, if the test is not over.
    pub async fn waiting(&self) -> Option<Waiting> {
        let (house, account) = (&self.visitor.site.house, self.visitor.account);
        let attempt = store::attempt::by_id(&house.db, account, self.id).await.expect("a row");
        let known = self.known().await;
        let run = known.run(self.id.number()).expect("a run");
        let (family, position) = (run.asked()?, run.answered + 1);
        let seed = instance_seed(attempt.expect("an attempt").seed, position);
        let instance = house.bank.present().instance(family, seed, Lang::Fr).expect("an instance");
        Some(Waiting { position, instance, seed })
    }

    /// What is counted: answers kept, answers in the state, times the state was saved.
    pub async fn counted(&self) -> (usize, u16, i64) {
        let (house, account) = (&self.visitor.site.house, self.visitor.account);
        let rows = store::answer::range(&house.db, account, self.id, 1, 1000).await.expect("the answers");
        let stored = state::find(&house.db, account, &self.framework().await).await.expect("a state");
        let answered = self.known().await.run(self.id.number()).map_or(0, |run| run.answered);
        (rows.len(), answered, stored.version)
    }

    /// What is remembered of the learner.
    pub async fn known(&self) -> LearnerState {
        let (db, framework) = (&self.visitor.site.house.db, self.framework().await);
        let stored = state::find(db, self.visitor.account, &framework).await.expect("a state");
        read_state(&stored.body).expect("a state of this version")
    }

    /// The framework of the test's state.
    async fn framework(&self) -> String {
        let db = &self.visitor.site.house.db;
        let attempt = store::attempt::by_id(db, self.visitor.account, self.id).await.expect("a row");
        attempt.map_or_else(|| FRAMEWORK.to_owned(), |attempt| attempt.framework)
    }
}

/// A family whose questions ask for a kind of answer, of the competence if it has one.
pub fn family_with(site: &web::trial::Site, wanted: impl Fn(&Instance) -> bool) -> &Family {
    let release = &site.house.bank.present().release;
    let first = |family: &&Family| wanted(&family.instance(1, Lang::Fr).expect("an instance"));
    let near = release.families().filter(|family| family.id().starts_with(COMPETENCE));
    near.chain(release.families()).find(first).expect("such a family")
}

/// The fields that a page sends for an answer.
pub fn form(answer: &Answer, input: &Input) -> String {
    let name = |key: &str| format!("field.{key}");
    let fields: Vec<(String, String)> = match answer {
        Answer::Skipped => vec![("skip".to_owned(), "1".to_owned())],
        Answer::Choice(line) => vec![("choice".to_owned(), line.to_string())],
        Answer::Choices(lines) => lines.iter().map(|line| ("choice".to_owned(), line.to_string())).collect(),
        Answer::Text(text) => vec![("text".to_owned(), text.clone())],
        Answer::Fields(fields) => fields.iter().map(|(key, text)| (name(key), text.clone())).collect(),
        Answer::Order(lines) => {
            lines.iter().zip(1..).map(|(line, rank)| (format!("rank.{line}"), format!("{rank}"))).collect()
        }
    };
    assert!(!fields.is_empty(), "{answer:?} to {input:?}");
    form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish()
}

fn run(site: &web::trial::Site, attempt: &Attempt, family: &Family) -> Run {
    Run {
        competence: competence_index(site.house.bank.present(), COMPETENCE).expect("a competence"),
        attempt: attempt.id.number(),
        placement: Placement::Reference,
        answered: 0,
        families: vec![family.key()],
        assessed: Vec::new(),
        started_at: attempt.started_at,
        asked_at: Some(attempt.started_at),
        completed_at: None,
        last_timed: false,
        opened_at: None,
        left: false,
    }
}
