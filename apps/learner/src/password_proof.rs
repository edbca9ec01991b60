//! Proving who one is with the password before something important: a wrong one counts as a failed sign-in.

use store::account::Account;
use web::Words;
use web::house::House;
use web::refusal::Refusal;

use crate::lockout;

/// Why the typed password proves nothing, as a sentence; none when it is the account's.
///
/// Whoever writes afterwards clears the failures in the same transaction with [`store::account::clear_failures`], and
/// gives up when that says no: many guesses at once gain nothing.
pub async fn refused(
    house: &House,
    words: Words,
    account: &Account,
    typed: &str,
) -> Result<Option<String>, Refusal> {
    let waiting = lockout::pause(words, account, house.clock.now());
    let matches = house.hashing.matches(typed, account.password_hash.clone()).await?;
    match waiting {
        Some(sentence) => Ok(Some(sentence)),
        None if matches => Ok(None),
        None => {
            let failed = lockout::failed(house, words, account, words.say("password-wrong")).await?;
            Ok(Some(failed.sentence))
        }
    }
}
