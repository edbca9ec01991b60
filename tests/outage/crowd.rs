//! People who answer amid an outage: whoever is refused, or gets no reply, sends the same answer again.

use std::sync::Arc;

use tokio::sync::Semaphore;
use tokio::task::JoinSet;

use crate::candidate::{Candidate, Fate};
use crate::killed::candidates;
use crate::ledger::{Kept, Ledger};
use crate::site::Site;

/// Answers of each person.
pub const QUESTIONS: u16 = 8;
/// Whoever sends the same answer more often than this will never be heard.
const MOST_TRIES: usize = 20_000;

/// Everybody, at the beginning of a test, and what became of their answers so far.
pub struct Crowd {
    people: Vec<Arc<Candidate>>,
    counts: Arc<Counts>,
}

struct Counts {
    accepted: Semaphore,
    refused: Semaphore,
    unheard: Semaphore,
}

/// Answers under way.
pub struct Answering(JoinSet<()>);

impl Crowd {
    /// Forty people sign up and begin.
    pub async fn gather(site: &Site) -> Self {
        let [accepted, refused, unheard] = [0, 0, 0].map(Semaphore::new);
        let counts = Arc::new(Counts { accepted, refused, unheard });
        Self { people: candidates(site).await, counts }
    }

    /// The same people, who reach the program at another address.
    pub fn through(self, origin: &str) -> Self {
        let people = self.people.iter().map(|person| Arc::new(person.through(origin.to_owned()))).collect();
        Self { people, ..self }
    }

    /// Everybody answers all their questions, one after the other.
    pub fn answer(&self) -> Answering {
        let mut answering = JoinSet::new();
        for person in &self.people {
            answering.spawn(answer_all(Arc::clone(person), Arc::clone(&self.counts)));
        }
        Answering(answering)
    }

    /// Waits until so many answers were accepted.
    pub async fn accepted(&self, count: u32) {
        drop(self.counts.accepted.acquire_many(count).await.expect("the replies are counted"));
    }

    /// Waits until so many answers got the page of a pause.
    pub async fn refused(&self, count: u32) {
        drop(self.counts.refused.acquire_many(count).await.expect("the replies are counted"));
    }

    /// Waits until so many answers got no reply.
    pub async fn unheard(&self, count: u32) {
        drop(self.counts.unheard.acquire_many(count).await.expect("the replies are counted"));
    }

    /// What each person has once everybody has answered: each answer once, and the state that they make. Then all is
    /// sent again, and nothing changes.
    pub async fn check(&self, engine: &str, outage: &str, site: &Site) {
        let ledger = Ledger::of(site).await;
        let before = self.kept(&ledger).await;
        for kept in &before {
            let each_once: Vec<i64> = (1..=i64::from(QUESTIONS)).collect();
            assert_eq!(kept.positions(), each_once, "each accepted answer, once");
            assert_eq!(kept.counted(), QUESTIONS, "the state counts as many");
            assert_eq!(kept.version, i64::from(QUESTIONS) + 1, "one state per answer");
            assert_eq!(kept.state, ledger.rebuilt(kept), "the state is the one that the answers make");
        }
        let mut again = JoinSet::new();
        for person in &self.people {
            again.spawn(repeat(person.back()));
        }
        while let Some(repeated) = again.join_next().await {
            repeated.expect("every post is accepted");
        }
        assert_eq!(self.kept(&ledger).await, before, "what is sent again changes nothing");
        self.tell(engine, outage);
    }

    async fn kept(&self, ledger: &Ledger) -> Vec<Kept> {
        let mut all = Vec::new();
        for person in &self.people {
            all.push(ledger.kept(person).await);
        }
        all
    }

    fn tell(&self, engine: &str, outage: &str) {
        let Counts { accepted, refused, unheard } = &*self.counts;
        println!(
            "{engine}, {outage}: {} answers accepted, each kept once; on the way {} got the page of a pause and {} no \
             reply, and were sent again; then all was sent again and nothing changed",
            accepted.available_permits(),
            refused.available_permits(),
            unheard.available_permits(),
        );
    }
}

impl Answering {
    /// Waits until everybody has answered everything.
    pub async fn end(mut self) {
        while let Some(answered) = self.0.join_next().await {
            answered.expect("everybody is heard in the end");
        }
    }
}

async fn answer_all(person: Arc<Candidate>, counts: Arc<Counts>) {
    for position in 1..=QUESTIONS {
        let mut tries = 0;
        loop {
            match person.try_answer(position).await {
                Fate::Accepted => break counts.accepted.add_permits(1),
                Fate::Refused => counts.refused.add_permits(1),
                Fate::NoReply => counts.unheard.add_permits(1),
            }
            tries += 1;
            assert!(tries < MOST_TRIES, "{} is never heard at {position}", person.email);
            tokio::task::yield_now().await;
        }
    }
}

async fn repeat(person: Candidate) {
    for position in 1..=QUESTIONS {
        person.answer(position).await.expect("a reply");
    }
}
