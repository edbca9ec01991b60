//! Failed attempts to prove who one is: counted, then pauses, then a block; and what is said of them.
//!
//! A pupil without an e-mail address cannot ask for a mail: the sentences send to the teacher.

use rules::account::{AfterFailure, after_failure};
use store::account::{Account, FOR_EVER};
use web::Words;
use web::house::House;
use web::refusal::Refusal;
use web::words::key;

const MINUTE_MS: i64 = 60_000;

/// What a failure led to.
pub struct Failed {
    /// The sentence to show.
    pub sentence: String,
    /// Whether it closed the account for a while, or for good.
    pub locked: bool,
}

/// Counts the failure, pauses or blocks where the rules say so, and gives the sentence to show: `wrong` at first.
pub async fn failed(house: &House, words: Words, account: &Account, wrong: &str) -> Result<Failed, Refusal> {
    let now = house.clock.now();
    let mut tx = house.db.begin().await?;
    let failures = store::account::count_failure(&mut tx, account.id).await?.unwrap_or_default();
    let decided = after_failure(failures, now);
    let until = match decided {
        AfterFailure::TryAgain | AfterFailure::LastAttempts(_) => None,
        AfterFailure::PauseUntil(until) => Some(until),
        AfterFailure::Blocked => Some(FOR_EVER),
    };
    if let Some(until) = until {
        store::account::block(&mut tx, account.id, until).await?;
    }
    tx.commit().await?;
    let sentence = match (until, decided) {
        (Some(until), _) => waiting(words, account, until, now),
        (None, AfterFailure::LastAttempts(left)) => {
            let key = choose(account, key("sign-in-last"), key("sign-in-last-school"));
            format!("{wrong} {}", words.with(key, &[("n", left.into())]))
        }
        (None, _) => wrong.to_owned(),
    };
    Ok(Failed { sentence, locked: until.is_some() })
}

/// Why the account cannot be signed in to at `now`, as a sentence.
pub fn pause(words: Words, account: &Account, now: i64) -> Option<String> {
    account.blocked_until.filter(|until| *until > now).map(|until| waiting(words, account, until, now))
}

fn waiting(words: Words, account: &Account, until: i64, now: i64) -> String {
    if until == FOR_EVER {
        let blocked = choose(account, key("sign-in-blocked"), key("sign-in-blocked-school"));
        return words.say(blocked).to_owned();
    }
    let minutes = (until - now + MINUTE_MS - 1) / MINUTE_MS;
    let paused = choose(account, key("sign-in-paused"), key("sign-in-paused-school"));
    words.with(paused, &[("minutes", minutes.into())])
}

fn choose(account: &Account, with_address: &'static str, without: &'static str) -> &'static str {
    if account.email.is_some() { with_address } else { without }
}
