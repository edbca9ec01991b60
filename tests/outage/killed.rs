//! The program is killed while many people answer. Whatever got its reply is on disk; everything sent again counts once.

use std::sync::Arc;

use store::trial::Trial;
use tokio::sync::Semaphore;

use crate::candidate::Candidate;
use crate::ledger::{Kept, Ledger};
use crate::site::Site;

/// People who answer at the same time, each one question after the other.
const PEOPLE: usize = 40;
/// Questions of each: 200 posts in all.
const QUESTIONS: u16 = 5;
/// The kill comes when so many posts have had their reply.
const REPLIES_BEFORE_KILL: u32 = 80;

/// What a person had done when the program stopped; positions are answered in order, from 1.
#[derive(Debug, Clone, Copy)]
pub struct Done {
    /// Posts that were sent.
    pub sent: u16,
    /// Those that got the reply of an accepted answer; at most the last one did not.
    pub accepted: u16,
}

#[tokio::test(flavor = "multi_thread")]
async fn kill_amid_answers_sqlite() {
    kill_amid_answers("SQLite", Site::on_sqlite()).await;
}

#[tokio::test(flavor = "multi_thread")]
async fn kill_amid_answers_postgres() {
    let trial = Trial::postgres().await;
    kill_amid_answers("PostgreSQL", Site::on_postgres(&trial.url)).await;
}

async fn kill_amid_answers(engine: &str, mut site: Site) {
    let people = candidates(&site).await;
    let done = answer_until(&mut site, &people, Site::kill).await;
    site.restart();
    let ledger = Ledger::of(&site).await;
    let mut found = Vec::new();
    for person in &people {
        found.push(ledger.kept(person).await);
    }
    repeat_all(&people, &done).await;
    for ((person, done), before) in people.iter().zip(&done).zip(&found) {
        check(&ledger, *done, before, &ledger.kept(person).await);
    }
    tell(engine, &done, &found);
}

/// What holds of each person once everything was sent again.
fn check(ledger: &Ledger, done: Done, before: &Kept, after: &Kept) {
    let kept = before.answers.len();
    assert!(kept >= usize::from(done.accepted), "an accepted answer was lost: {done:?}, {before:?}");
    assert!(kept <= usize::from(done.sent), "more answers than posts: {done:?}, {before:?}");
    assert_eq!(
        before.state,
        ledger.rebuilt(before),
        "an answer and its state are kept together or not at all"
    );
    assert_eq!(after.answers[..kept], before.answers, "a repeated post changes nothing");
    let each_once: Vec<i64> = (1..=i64::from(done.sent)).collect();
    assert_eq!(after.positions(), each_once, "each post has its answer, once");
    assert_eq!(after.counted(), done.sent, "the state counts as many");
    assert_eq!(
        after.version,
        i64::from(done.sent) + 1,
        "the state was saved at the start and once per answer"
    );
    assert_eq!(after.state, ledger.rebuilt(after), "the state is the one that the answers make");
}

/// People at the beginning of their tests.
pub async fn candidates(site: &Site) -> Vec<Arc<Candidate>> {
    let mut people = Vec::new();
    for number in 0..PEOPLE {
        people.push(Arc::new(Candidate::begin(site, number).await));
    }
    people
}

/// Everybody answers, and amid that the program is stopped.
pub async fn answer_until(
    site: &mut Site,
    people: &[Arc<Candidate>],
    stop: impl FnOnce(&mut Site),
) -> Vec<Done> {
    let replies = Arc::new(Semaphore::new(0));
    let answering: Vec<_> = people
        .iter()
        .map(|person| tokio::spawn(answer_in_a_row(Arc::clone(person), Arc::clone(&replies))))
        .collect();
    let enough = replies.acquire_many(REPLIES_BEFORE_KILL).await.expect("the replies are counted");
    stop(site);
    drop(enough);
    let mut done = Vec::new();
    for person in answering {
        done.push(person.await.expect("a person stops where the replies stop"));
    }
    done
}

async fn answer_in_a_row(person: Arc<Candidate>, replies: Arc<Semaphore>) -> Done {
    for position in 1..=QUESTIONS {
        if person.answer(position).await.is_err() {
            return Done { sent: position, accepted: position - 1 };
        }
        replies.add_permits(1);
    }
    Done { sent: QUESTIONS, accepted: QUESTIONS }
}

/// Everybody sends again all they had sent, each post twice at the same time.
async fn repeat_all(people: &[Arc<Candidate>], done: &[Done]) {
    let repeating: Vec<_> = people
        .iter()
        .zip(done)
        .map(|(person, done)| {
            let (person, sent) = (person.back(), done.sent);
            tokio::spawn(async move {
                for position in 1..=sent {
                    let (one, other) = tokio::join!(person.answer(position), person.answer(position));
                    assert_eq!((one, other), (Ok(()), Ok(())), "{} at {position}", person.email);
                }
            })
        })
        .collect();
    for person in repeating {
        person.await.expect("every post is accepted");
    }
}

fn tell(engine: &str, done: &[Done], found: &[Kept]) {
    let sum = |count: fn(&Done) -> u16| done.iter().map(|done| usize::from(count(done))).sum::<usize>();
    let (sent, accepted) = (sum(|done| done.sent), sum(|done| done.accepted));
    let kept: usize = found.iter().map(|kept| kept.answers.len()).sum();
    println!(
        "{engine}: killed after {accepted} accepted answers of {sent} sent; {} without reply, {} of them on disk; \
         all {sent} were sent again twice, and each counts once",
        sent - accepted,
        kept - accepted
    );
    assert!(accepted < sent, "the kill comes while answers are under way");
}
