//! Every learner's state, made again from the answers and compared with the one that is kept; a few at a time.

use rules::attempt::Pins;
use rules::learner_state::LearnerState;
use rules::placement::Placement;
use rules::rebuild::{Event, rebuild};
use rules::subjects::SEVERAL;
use rules::syllabus::Syllabus;
use rules::verdict_number;
use std::collections::{HashMap, HashSet};
use std::sync::Arc;
use store::answer::{self, Answer};
use store::attempt::{self, Attempt};
use store::reset::{self, Reset};
use store::state::{self, State};
use store::{AccountId, AttemptId, Db, Result};
use web::bank::{Bank, Shelf};

/// The framework that learners are placed in. Each exam has one of its own.
const FRAMEWORK: &str = "crcn";
/// Accounts, attempts or answers read at once.
const PAGE: i64 = 500;
/// How often somebody who answers meanwhile is read again.
const TRIES: usize = 5;
/// How many accounts are named; the others are counted.
const SHOWN: usize = 20;

/// What was found.
#[derive(Debug, Default)]
pub struct Learners {
    /// Accounts examined.
    pub accounts: u64,
    /// Those whose state is not the one that their answers make, or whose answers cannot be replayed.
    pub differing: u64,
    /// Those of them whose state was saved anew.
    pub repaired: u64,
    /// Those who answered all the time: nothing was compared or saved.
    pub moving: u64,
    /// The first accounts that differ, as ids are shown.
    pub shown: Vec<String>,
}

/// From the best to the worst.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Outcome {
    Same,
    Moving,
    Repaired,
    Differs,
}

/// Examines everybody, in the order of accounts; told an instant, saves the states that differ.
pub async fn examine(db: &Db, bank: &Bank, repair: Option<i64>) -> Result<Learners> {
    let mut found = Learners::default();
    let mut after = None;
    loop {
        let page = state::page(db, FRAMEWORK, after, PAGE).await?;
        let Some(last) = page.last() else { return Ok(found) };
        after = Some(last.account_id);
        for kept in page {
            let account = kept.account_id;
            let stored =
                State { version: kept.version.unwrap_or_default(), body: kept.body.unwrap_or_default() };
            let mut outcome = examine_one(db, bank, (account, FRAMEWORK), stored, repair).await?;
            for exam in attempt::frameworks(db, account).await?.iter().filter(|name| *name != FRAMEWORK) {
                let stored = state::find(db, account, exam).await?;
                outcome = outcome.max(examine_one(db, bank, (account, exam), stored, repair).await?);
            }
            found.note(account, outcome);
        }
    }
}

impl Learners {
    fn note(&mut self, account: AccountId, outcome: Outcome) {
        self.accounts += 1;
        match outcome {
            Outcome::Same => return,
            Outcome::Moving => self.moving += 1,
            Outcome::Differs => self.differing += 1,
            Outcome::Repaired => {
                self.differing += 1;
                self.repaired += 1;
            }
        }
        if self.shown.len() < SHOWN {
            self.shown.push(account.to_string());
        }
    }
}

async fn examine_one(
    db: &Db,
    bank: &Bank,
    (account, framework): (AccountId, &str),
    State { mut version, mut body }: State,
    repair: Option<i64>,
) -> Result<Outcome> {
    for _ in 0..TRIES {
        let rebuilt = made_again(db, bank, account, framework).await?;
        let known = if body.is_empty() { Some(LearnerState::default()) } else { LearnerState::decode(&body) };
        if rebuilt.is_some() && rebuilt == known.as_ref().map(LearnerState::settled) {
            return Ok(Outcome::Same);
        }
        // Each answer saves the state with it: while the version stands, no answer came between the two readings.
        let now = state::find(db, account, framework).await?;
        if now.version != version {
            (version, body) = (now.version, now.body);
            continue;
        }
        let (Some(mut rebuilt), Some(at)) = (rebuilt, repair) else { return Ok(Outcome::Differs) };
        if let Some(known) = &known {
            rebuilt = rebuilt.with_under_way_of(known);
        }
        let mut tx = db.begin().await?;
        if state::save(&mut tx, account, framework, version, &rebuilt.encode(), at).await? {
            tx.commit().await?;
            return Ok(Outcome::Repaired);
        }
    }
    Ok(Outcome::Moving)
}

/// What an attempt plays.
struct Played {
    shelf: Arc<Shelf>,
    /// What a campaign asks.
    campaign: Option<Arc<Syllabus>>,
}

/// Attempts of one framework, each with its pins and what it plays.
#[derive(Default)]
struct Playing {
    pins: HashMap<AttemptId, Pins>,
    played: HashMap<i64, Played>,
    /// Attempts of other frameworks, whose answers do not count here.
    elsewhere: HashSet<AttemptId>,
}

/// The state that somebody's attempts and answers make in a framework; none when they cannot be replayed.
async fn made_again(
    db: &Db,
    bank: &Bank,
    account: AccountId,
    framework: &str,
) -> Result<Option<LearnerState>> {
    let Some(playing) = playing(db, bank, account, framework).await? else { return Ok(None) };
    let began = playing.pins.iter().map(|(id, pins)| (id.made_at(), Event::Began(pins.clone())));
    let mut began: Vec<_> = began.collect();
    began.sort_by_key(|(at, event)| (*at, attempt_of(event)));
    let Some(mut events) = answered(db, account, &playing).await? else { return Ok(None) };
    events.splice(0..0, began);
    for reset in resets(db, account, framework).await? {
        let Some(competence) = index_of(bank.present(), &reset.competence) else { return Ok(None) };
        events.push((reset.reset_at, Event::Reset { competence }));
    }
    events.sort_by_key(|(at, _)| *at);
    let events: Vec<Event> = events.into_iter().map(|(_, event)| event).collect();
    Ok(Some(rebuild(&events, |pins: &Pins| {
        let played = playing.played.get(&pins.id)?;
        played.campaign.as_deref().or_else(|| played.shelf.syllabus(pins.competence))
    })))
}

const fn attempt_of(event: &Event) -> i64 {
    match event {
        Event::Began(pins) | Event::Answered { pins, .. } => pins.id,
        Event::Reset { .. } => 0,
    }
}

async fn playing(db: &Db, bank: &Bank, account: AccountId, framework: &str) -> Result<Option<Playing>> {
    let mut playing = Playing::default();
    for attempt in attempts(db, account).await? {
        if attempt.framework != framework {
            playing.elsewhere.insert(attempt.id);
            continue;
        }
        let shelf = match bank.shelf(db, &attempt.release_id).await {
            Ok(shelf) => shelf,
            Err(web::bank::BankError::Store(error)) => return Err(error),
            Err(_) => return Ok(None),
        };
        let Some(pins) = pins_of(&attempt, &shelf) else { return Ok(None) };
        let campaign = attempt.tubes.as_deref().and_then(|subjects| shelf.campaign(subjects));
        playing.played.insert(pins.id, Played { shelf, campaign });
        playing.pins.insert(attempt.id, pins);
    }
    Ok(Some(playing))
}

/// The answers of the attempts of a framework, each with its instant; none when one cannot be read.
async fn answered(db: &Db, account: AccountId, playing: &Playing) -> Result<Option<Vec<(i64, Event)>>> {
    let mut events = Vec::new();
    let mut latest: HashMap<AttemptId, i64> = HashMap::new();
    for answer in answers(db, account).await? {
        if playing.elsewhere.contains(&answer.attempt_id) {
            continue;
        }
        let pins = playing.pins.get(&answer.attempt_id);
        let (Some(pins), Some(status)) = (pins, verdict_number::read(answer.status)) else {
            return Ok(None);
        };
        // Within an attempt positions tell the order, even where the clocks of two nodes disagree.
        let since = latest.entry(answer.attempt_id).or_insert_with(|| answer.attempt_id.made_at());
        *since = answer.answered_at.max(*since);
        events.push((*since, Event::Answered { pins: pins.clone(), status, at: answer.answered_at }));
    }
    Ok(Some(events))
}

async fn attempts(db: &Db, account: AccountId) -> Result<Vec<Attempt>> {
    let mut all: Vec<Attempt> = Vec::new();
    loop {
        let page = attempt::of_account(db, account, all.last().map(|attempt| attempt.id), PAGE).await?;
        if page.is_empty() {
            all.reverse();
            return Ok(all);
        }
        all.extend(page);
    }
}

async fn answers(db: &Db, account: AccountId) -> Result<Vec<Answer>> {
    let mut all: Vec<Answer> = Vec::new();
    loop {
        let after = all.last().map(|answer| (answer.attempt_id, answer.position));
        let page = answer::all_of(db, account, after, PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

async fn resets(db: &Db, account: AccountId, framework: &str) -> Result<Vec<Reset>> {
    let mut all: Vec<Reset> = Vec::new();
    loop {
        let page = reset::of_account(db, account, framework, all.last().map(|reset| reset.id), PAGE).await?;
        if page.is_empty() {
            return Ok(all);
        }
        all.extend(page);
    }
}

fn index_of(shelf: &Shelf, code: &str) -> Option<u8> {
    let competences = &shelf.release.framework().competences;
    u8::try_from(competences.iter().position(|competence| competence.code == code)?).ok()
}

fn pins_of(attempt: &Attempt, shelf: &Shelf) -> Option<Pins> {
    let of_competence = || index_of(shelf, &attempt.competence);
    Some(Pins {
        id: attempt.id.number(),
        competence: attempt.tubes.as_ref().map_or_else(of_competence, |_| Some(SEVERAL))?,
        placement: Placement::pinned(&attempt.algorithm)?,
        seed: attempt.seed,
        improving: attempt.improving,
        afresh: attempt.afresh,
        started_at: attempt.started_at,
    })
}
