//! What makes an account valid: names, e-mail address, password, and how often one may try to sign in.

use std::collections::HashSet;
use std::sync::LazyLock;

/// The longest accepted name or e-mail address, in characters.
pub const LONGEST_NAME: usize = 255;
/// The longest accepted password, in characters (hashing cost must stay bounded).
pub const LONGEST_PASSWORD: usize = 256;
/// From this length on, a passphrase needs no character classes.
pub const PASSPHRASE: usize = 14;
/// Consecutive failures after which sign-in pauses.
pub const FAILURES_BEFORE_PAUSE: i64 = 10;
/// Consecutive failures after which the account stays blocked until its password is reset.
pub const FAILURES_BEFORE_BLOCK: i64 = 50;
/// This close to the block, one is told how many attempts are left.
const LAST_ATTEMPTS: i64 = 5;
const FIRST_PAUSE_MS: i64 = 2 * 60 * 1000;
/// After so long without a sign-in, the owner of the address is told of the next one: a year.
const LONG_ABSENCE_MS: i64 = 365 * 24 * 3600 * 1000;

/// Passwords that every attacker tries first: those of the public "most used" lists that pass the other rules.
static COMMON: LazyLock<HashSet<&str>> =
    LazyLock::new(|| include_str!("common_passwords.txt").lines().map(str::trim).collect());

/// Why something typed in an account form is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was typed.
    Empty,
    /// More characters than the limit.
    TooLong,
    /// Not of the form `name@domain.tld`.
    NotAnAddress,
    /// The password misses one of the [`PasswordRules`].
    WeakPassword,
    /// The password stands on the list of the most used ones.
    CommonPassword,
}

/// Cleans a first or last name: trims it and folds inner spaces.
///
/// # Errors
/// [`Refusal::Empty`] or [`Refusal::TooLong`].
pub fn name(typed: &str) -> Result<String, Refusal> {
    let clean = typed.split_whitespace().collect::<Vec<_>>().join(" ");
    let clean: String = clean.chars().filter(|letter| !letter.is_control()).collect();
    if clean.is_empty() {
        return Err(Refusal::Empty);
    }
    if clean.chars().count() > LONGEST_NAME {
        return Err(Refusal::TooLong);
    }
    Ok(clean)
}

/// Cleans an e-mail address: trimmed, lower case.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`] or [`Refusal::NotAnAddress`].
pub fn email(typed: &str) -> Result<String, Refusal> {
    let clean = typed.trim().to_lowercase();
    if clean.is_empty() {
        return Err(Refusal::Empty);
    }
    if clean.chars().count() > LONGEST_NAME {
        return Err(Refusal::TooLong);
    }
    if !looks_like_an_address(&clean) {
        return Err(Refusal::NotAnAddress);
    }
    Ok(clean)
}

/// The four rules shown live beside a new password.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct PasswordRules {
    /// At least eight characters.
    pub long_enough: bool,
    /// At least one upper-case letter, of any alphabet.
    pub upper: bool,
    /// At least one lower-case letter, of any alphabet.
    pub lower: bool,
    /// At least one digit.
    pub digit: bool,
}

impl PasswordRules {
    /// Tells which rules a password follows.
    #[must_use]
    pub fn of(password: &str) -> Self {
        Self {
            long_enough: password.chars().count() >= 8,
            upper: password.chars().any(char::is_uppercase),
            lower: password.chars().any(char::is_lowercase),
            digit: password.chars().any(|letter| letter.is_ascii_digit()),
        }
    }

    fn all(self) -> bool {
        self.long_enough && self.upper && self.lower && self.digit
    }
}

/// Accepts a new password: the four rules, or a passphrase of [`PASSPHRASE`] characters, and not a common one.
///
/// # Errors
/// [`Refusal::Empty`], [`Refusal::TooLong`], [`Refusal::WeakPassword`] or [`Refusal::CommonPassword`].
pub fn password(typed: &str) -> Result<(), Refusal> {
    let length = typed.chars().count();
    if length == 0 {
        return Err(Refusal::Empty);
    }
    if length > LONGEST_PASSWORD {
        return Err(Refusal::TooLong);
    }
    if length < PASSPHRASE && !PasswordRules::of(typed).all() {
        return Err(Refusal::WeakPassword);
    }
    if COMMON.contains(typed.to_lowercase().as_str()) {
        return Err(Refusal::CommonPassword);
    }
    Ok(())
}

/// What a failed sign-in leads to, told the number of consecutive failures including this one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AfterFailure {
    /// One may try again at once.
    TryAgain,
    /// One may try again at once, and so many failures lead to the block.
    LastAttempts(i64),
    /// Sign-in pauses until the instant (unix milliseconds).
    PauseUntil(i64),
    /// Blocked until the password is reset, by a mail or (for pupils) by a teacher.
    Blocked,
}

/// Decides the pause after a failed sign-in: every tenth failure doubles it, from two minutes.
#[must_use]
pub fn after_failure(failures: i64, now: i64) -> AfterFailure {
    if failures >= FAILURES_BEFORE_BLOCK {
        return AfterFailure::Blocked;
    }
    if failures >= FAILURES_BEFORE_BLOCK - LAST_ATTEMPTS {
        return AfterFailure::LastAttempts(FAILURES_BEFORE_BLOCK - failures);
    }
    if failures <= 0 || failures % FAILURES_BEFORE_PAUSE != 0 {
        return AfterFailure::TryAgain;
    }
    let doublings = u32::try_from(failures / FAILURES_BEFORE_PAUSE - 1).unwrap_or(0);
    AfterFailure::PauseUntil(now + FIRST_PAUSE_MS * 2_i64.pow(doublings.min(16)))
}

/// Whether somebody who was last here at `active_at` comes back after so long that the mailbox should know.
#[must_use]
pub fn is_long_absence(active_at: i64, now: i64) -> bool {
    now - active_at >= LONG_ABSENCE_MS
}

fn looks_like_an_address(text: &str) -> bool {
    let Some((local, domain)) = text.rsplit_once('@') else { return false };
    let labels: Vec<&str> = domain.split('.').collect();
    let odd =
        |letter: char| letter.is_whitespace() || letter.is_control() || "<>(),;:\\\"[]@".contains(letter);
    !local.is_empty()
        && local.chars().count() <= 64
        && !text.chars().any(|letter| letter != '@' && odd(letter))
        && !local.contains('@')
        && !local.starts_with('.')
        && !local.ends_with('.')
        && labels.len() >= 2
        && labels.iter().all(|label| is_label(label))
        && labels.last().is_some_and(|last| last.chars().count() >= 2)
}

fn is_label(label: &str) -> bool {
    !label.is_empty()
        && !label.starts_with('-')
        && !label.ends_with('-')
        && label.chars().all(|letter| letter.is_alphanumeric() || letter == '-')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_cleaned_or_refused() {
        let check = |typed: &str, expected: Result<&str, Refusal>| {
            assert_eq!(name(typed).as_deref(), expected.as_ref().map(|name| *name), "{typed:?}");
        };
        check("  Jean   Luc ", Ok("Jean Luc"));
        check("Ñandú-O’Neil", Ok("Ñandú-O’Neil"));
        check("a\u{0}b", Ok("ab"));
        check("   ", Err(Refusal::Empty));
        check(&"x".repeat(256), Err(Refusal::TooLong));
    }

    #[test]
    fn addresses_are_cleaned_or_refused() {
        let check = |typed: &str, expected: Result<&str, Refusal>| {
            assert_eq!(email(typed).as_deref(), expected.as_ref().map(|address| *address), "{typed:?}");
        };
        check(" Camille.Roy@Example.ORG ", Ok("camille.roy@example.org"));
        check("a+b@sous.domaine.fr", Ok("a+b@sous.domaine.fr"));
        check("élève@école.fr", Ok("élève@école.fr"));
        check("", Err(Refusal::Empty));
        for bad in [
            "camille", "@x.fr", "a@x", "a@x.f", "a@@x.fr", "a b@x.fr", "a@-x.fr", "a@x..fr", "<a>@x.fr",
            ".a@x.fr",
        ] {
            check(bad, Err(Refusal::NotAnAddress));
        }
        check(&format!("{}@x.fr", "a".repeat(300)), Err(Refusal::TooLong));
    }

    #[test]
    fn passwords_are_accepted_or_refused() {
        let check =
            |typed: &str, expected: Result<(), Refusal>| assert_eq!(password(typed), expected, "{typed:?}");
        check("Tournesol9", Ok(()));
        check("Éàü12345", Ok(()));
        check("une phrase de passe longue", Ok(()));
        check("", Err(Refusal::Empty));
        check("Court1", Err(Refusal::WeakPassword));
        check("sansmajuscule1", Ok(()));
        check("sansmajus1", Err(Refusal::WeakPassword));
        check("SansChiffre", Err(Refusal::WeakPassword));
        check("Password1", Err(Refusal::CommonPassword));
        check("Azerty123", Err(Refusal::CommonPassword));
        check(&"aB1".repeat(100), Err(Refusal::TooLong));
    }

    #[test]
    fn every_tenth_failure_doubles_the_pause() {
        let check = |failures: i64, expected: AfterFailure| {
            assert_eq!(after_failure(failures, 1_000), expected, "{failures}");
        };
        let minutes = |n: i64| AfterFailure::PauseUntil(1_000 + n * 60_000);
        check(1, AfterFailure::TryAgain);
        check(9, AfterFailure::TryAgain);
        check(10, minutes(2));
        check(11, AfterFailure::TryAgain);
        check(20, minutes(4));
        check(30, minutes(8));
        check(40, minutes(16));
        check(44, AfterFailure::TryAgain);
        check(45, AfterFailure::LastAttempts(5));
        check(49, AfterFailure::LastAttempts(1));
        check(50, AfterFailure::Blocked);
        check(51, AfterFailure::Blocked);
        check(0, AfterFailure::TryAgain);
    }

    #[test]
    fn an_absence_is_long_after_a_year() {
        let year = 365 * 24 * 3_600_000;
        for (now, expected) in [(999, false), (1_000, false), (999 + year, false), (1_000 + year, true)] {
            assert_eq!(is_long_absence(1_000, now), expected, "{now}");
        }
    }
}
