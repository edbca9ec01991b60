//! A class of the demonstration, whole or not at all: its list, its accounts, and what its pupils did.

use super::roll::{Class, LINA, Pupil};
use super::schooldays::{FRAMEWORK, Schooldays};
use super::term::{DAY_MS, Term};
use store::account::{self, Account, Creation};
use store::learner::{self, Learner};
use store::{AccountId, LearnerId, Tx, answer, attempt, legal, participation, state};
use web::house::House;

/// Since when the lists and the accounts exist: the school year has begun before.
const SINCE_MS: i64 = 60 * DAY_MS;

/// A pupil with the ids of their own, and what they did.
pub struct Done {
    /// Who.
    pub pupil: Pupil,
    /// The line of the list.
    pub line: LearnerId,
    /// The account; none of one whose account is still to be made.
    pub account: Option<AccountId>,
    /// What was done.
    pub days: Schooldays,
}

impl Done {
    /// A pupil who has done nothing yet.
    pub fn new(pupil: Pupil, now: i64) -> Self {
        let chance = u64::from(pupil.number);
        let account = pupil.username.as_ref().map(|_| AccountId::new(now - SINCE_MS, chance));
        Self { line: LearnerId::new(now - SINCE_MS, chance), account, pupil, days: Schooldays::default() }
    }
}

/// Writes a class in one transaction; tells whether it was this one that did. Another node may make the same class at
/// the same moment: the lines of those without account come first, and their keys are there once.
pub async fn keep(
    house: &House,
    (term, class): (&Term, &Class),
    (pupils, hash): (&[Done], &str),
) -> store::Result<bool> {
    let mut tx = house.db.begin().await?;
    for done in pupils.iter().filter(|done| done.account.is_none()) {
        if learner::add(&mut tx, &line(term, class, done, None)).await? == Creation::Taken {
            return Ok(false);
        }
    }
    for done in pupils {
        if let Some(account) = done.account {
            pupil(&mut tx, house, (term, class), (done, account, hash)).await?;
        }
    }
    tx.commit().await?;
    Ok(true)
}

async fn pupil(
    tx: &mut Tx,
    house: &House,
    (term, class): (&Term, &Class),
    (done, account, hash): (&Done, AccountId, &str),
) -> store::Result<()> {
    if done.pupil.username.as_deref() == Some(LINA) {
        let known = account::by_email_or_username(&mut *tx, LINA).await?;
        learner::add(tx, &line(term, class, done, known.map(|known| known.id))).await?;
        return Ok(());
    }
    let since = term.now - SINCE_MS;
    let person = Account {
        username: done.pupil.username.clone(),
        password_hash: Some(hash.to_owned()),
        active_at: Some(done.days.latest.max(since)),
        ..Account::new(account, done.pupil.first_name, done.pupil.last_name, since)
    };
    if account::create(tx, &person).await? == Creation::Taken {
        // Somebody has taken the username meanwhile: the pupil stays without account.
        learner::add(tx, &line(term, class, done, None)).await?;
        return Ok(());
    }
    legal::accept_all(tx, account, &house.site.legal, since).await?;
    learner::add(tx, &line(term, class, done, Some(account))).await?;
    work(tx, account, &done.days).await
}

async fn work(tx: &mut Tx, account: AccountId, days: &Schooldays) -> store::Result<()> {
    for one in &days.attempts {
        attempt::start(tx, one).await?;
    }
    for one in &days.answers {
        answer::append(tx, one).await?;
    }
    for one in &days.participations {
        participation::start(tx, one).await?;
    }
    if !days.attempts.is_empty() {
        state::save(tx, account, FRAMEWORK, 0, &days.state.encode(), days.latest).await?;
    }
    Ok(())
}

fn line(term: &Term, class: &Class, done: &Done, account_id: Option<AccountId>) -> Learner {
    let (pupil, since) = (&done.pupil, term.now - SINCE_MS);
    Learner {
        key: format!("{}{:02}", class.prefix(), pupil.place),
        account_id,
        sought: pupil.sought(),
        birth_date: Some(pupil.birth_date.to_owned()),
        sex: Some(pupil.sex.to_owned()),
        division: Some(class.name.to_owned()),
        level: Some(class.level.to_owned()),
        ..Learner::new(term.rentree.organisation_id, done.line, (pupil.first_name, pupil.last_name), since)
    }
}
