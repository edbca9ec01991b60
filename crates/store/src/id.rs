//! Ids: 63-bit numbers made by the application, ordered by time, shown encoded.
//!
//! The upper 42 bits are milliseconds since 2020 (enough until 2159), the lower 21 are chance. Rows made together stand
//! together on disk, no sequence is shared by the nodes, and a number that is taken already is refused by its table
//! (draw another). Shown in an address, an id goes through a reversible scrambling, so that neither its instant nor
//! its neighbours can be read from it; access never depends on its being secret.

use std::fmt;
use std::str::FromStr;

use crate::db::{Bind, Column, Value};

/// 2020-01-01T00:00:00Z, in milliseconds since 1970.
const EPOCH: i64 = 1_577_836_800_000;
const CHANCE_BITS: u32 = 21;
const MASK: u64 = (1 << 63) - 1;
/// Odd, so that multiplying by it can be undone modulo a power of two.
const FACTOR: u64 = 0x1b87_3593_cc9e_2d51;
const ROUNDS: usize = 3;
/// Crockford's base 32: no i, l, o, u.
const DIGITS: &[u8; 32] = b"0123456789abcdefghjkmnpqrstvwxyz";
const LENGTH: usize = 13;

/// The text is not an id as this house writes them.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
#[error("this is not an identifier")]
pub struct NotAnId;

fn number(now: i64, chance: u64) -> i64 {
    let instant = u64::try_from(now.saturating_sub(EPOCH)).unwrap_or(0);
    let number = (instant << CHANCE_BITS) | (chance & ((1 << CHANCE_BITS) - 1));
    (number & MASK).cast_signed()
}

fn scramble(number: u64) -> u64 {
    (0..ROUNDS).fold(number & MASK, |mixed, _| {
        let mixed = mixed.wrapping_mul(FACTOR) & MASK;
        mixed ^ (mixed >> 32)
    })
}

fn unscramble(mixed: u64) -> u64 {
    (0..ROUNDS).fold(mixed & MASK, |number, _| (number ^ (number >> 32)).wrapping_mul(inverse(FACTOR)) & MASK)
}

/// The inverse of an odd number modulo 2^64, by Newton's iteration (each step doubles the right bits).
const fn inverse(odd: u64) -> u64 {
    let mut guess = odd;
    let mut step = 0;
    while step < 6 {
        guess = guess.wrapping_mul(2u64.wrapping_sub(odd.wrapping_mul(guess)));
        step += 1;
    }
    guess
}

fn show(number: i64, out: &mut fmt::Formatter<'_>) -> fmt::Result {
    let mixed = scramble(number.cast_unsigned());
    (0..LENGTH).rev().try_for_each(|place| {
        let digit = usize::try_from((mixed >> (5 * place)) & 31).ok().and_then(|digit| DIGITS.get(digit));
        write!(out, "{}", char::from(*digit.unwrap_or(&b'0')))
    })
}

fn parse(text: &str) -> Result<i64, NotAnId> {
    if text.len() != LENGTH {
        return Err(NotAnId);
    }
    let mut mixed = 0u128;
    for letter in text.bytes() {
        let digit = DIGITS.iter().position(|digit| *digit == letter).ok_or(NotAnId)?;
        mixed = (mixed << 5) | u128::try_from(digit).map_err(|_| NotAnId)?;
    }
    let mixed = u64::try_from(mixed).ok().filter(|mixed| *mixed <= MASK).ok_or(NotAnId)?;
    Ok(unscramble(mixed).cast_signed())
}

macro_rules! ids {
    ($($(#[$about:meta])* $name:ident),* $(,)?) => {$(
        $(#[$about])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub struct $name(i64);

        impl $name {
            /// Makes an id from the present instant (milliseconds since 1970) and at least 21 random bits.
            #[must_use]
            pub fn new(now: i64, chance: u64) -> Self {
                Self(number(now, chance))
            }

            /// The id that the database keeps as this number.
            #[must_use]
            pub fn from_number(number: i64) -> Self {
                Self(number)
            }

            /// When it was made, in milliseconds since 1970.
            #[must_use]
            pub fn made_at(self) -> i64 {
                (self.0 >> CHANCE_BITS) + EPOCH
            }

            /// The number as the database keeps it.
            #[must_use]
            pub fn number(self) -> i64 {
                self.0
            }
        }

        impl fmt::Display for $name {
            fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
                show(self.0, out)
            }
        }

        impl FromStr for $name {
            type Err = NotAnId;
            fn from_str(text: &str) -> Result<Self, NotAnId> {
                parse(text).map(Self)
            }
        }

        impl Bind for $name {
            const NULL: Value = Value::Integer(None);
            fn bind(self) -> Value {
                Value::Integer(Some(self.0))
            }
        }

        impl Column for $name {
            fn read(value: Value) -> Option<Self> {
                i64::read(value).map(Self)
            }
        }
    )*};
}

ids!(
    /// A person who may sign in.
    AccountId,
    /// One adaptive test of one person on one competence.
    AttemptId,
    /// One line of the audit.
    AuditId,
    /// A thematic result of a target profile.
    BadgeId,
    /// A campaign of an organisation.
    CampaignId,
    /// A place where people are certified.
    CentreId,
    /// A combined course.
    CourseId,
    /// One file of learners that was uploaded.
    ImportId,
    /// An invitation to an organisation.
    InvitationId,
    /// One piece of work of the queue.
    JobId,
    /// One line of an organisation's class list.
    LearnerId,
    /// A lot of an organisation's places.
    LotId,
    /// One mail of the outbox.
    MailId,
    /// A school, a university, a company.
    OrganisationId,
    /// One try of one person at one campaign.
    ParticipationId,
    /// A picture of a campaign.
    PictureId,
    /// A problem told about a question.
    ReportId,
    /// One reset of a competence.
    ResetId,
    /// What a campaign may ask: subjects and levels.
    TargetProfileId,
    /// Something to learn from, proposed after a campaign.
    TrainingId,
);

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn what_is_shown_reads_back(number in 0..=i64::MAX) {
            let id = AccountId(number);
            prop_assert_eq!(id.to_string().len(), LENGTH);
            prop_assert_eq!(id.to_string().parse::<AccountId>(), Ok(id));
        }

        #[test]
        fn it_knows_its_instant(now in EPOCH..5_900_000_000_000i64, chance: u64) {
            prop_assert_eq!(AttemptId::new(now, chance).made_at(), now);
        }

        #[test]
        fn order_is_that_of_time(now in EPOCH..5_900_000_000_000i64, later in 1i64..1_000_000_000, a: u64, b: u64) {
            prop_assert!(AttemptId::new(now, a) < AttemptId::new(now + later, b));
            prop_assert!(AttemptId::new(now, a).number() >= 0);
        }
    }

    #[test]
    fn neighbours_do_not_look_alike() {
        let [a, b] = [0, 1].map(|chance| AccountId::new(1_800_000_000_000, chance).to_string());
        let same = a.bytes().zip(b.bytes()).filter(|(a, b)| a == b).count();
        assert!(same < 6, "{a} and {b} share {same} characters");
    }

    #[test]
    fn other_texts_are_refused() {
        let id = AccountId::new(1_800_000_000_000, 5).to_string();
        for text in [
            "",
            "1",
            &id[1..],
            &format!("{id}0"),
            &id.to_uppercase(),
            "zzzzzzzzzzzzz",
            "8000000000000",
            "é00000000000",
        ] {
            assert_eq!(text.parse::<AccountId>(), Err(NotAnId), "{text}");
        }
    }
}
