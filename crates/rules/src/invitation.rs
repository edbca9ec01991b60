//! Invitations to an organisation: the addresses somebody types, the code in the mail, what becomes of it.

use crate::account;

/// At most so many people are invited at once.
pub const MOST: usize = 50;
/// The longest text of addresses that is read.
pub const LONGEST_TYPED: usize = 10_000;
/// Signs that are read aloud and typed without mistakes: no vowel writes a word, no letter looks like a digit.
const SIGNS: &[u8] = b"BCDFGHJKMPQRTVWXY2346789";
const LENGTH: usize = 10;

/// The addresses that somebody typed, in order, each once.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Addresses {
    /// Those that can receive a mail, in small letters.
    pub good: Vec<String>,
    /// What is no address, as it was typed.
    pub faulty: Vec<String>,
}

impl Addresses {
    /// Reads addresses between commas, semicolons or line breaks.
    #[must_use]
    pub fn read(typed: &str) -> Self {
        let mut read = Self::default();
        for word in typed.split([',', ';', '\n']).map(str::trim).filter(|word| !word.is_empty()) {
            let (list, text) = match account::email(word) {
                Ok(address) => (&mut read.good, address),
                Err(_) => (&mut read.faulty, word.to_owned()),
            };
            if !list.contains(&text) {
                list.push(text);
            }
        }
        read
    }
}

/// Why addresses are not invited. Nobody is, then.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum AddressesRefusal {
    /// None was typed; at least one is expected.
    None,
    /// More than [`MOST`] at once.
    TooMany,
    /// These are no addresses.
    Faulty(Vec<String>),
}

/// The addresses to invite.
///
/// # Errors
/// [`AddressesRefusal`].
pub fn addresses(typed: &str) -> Result<Vec<String>, AddressesRefusal> {
    if typed.len() > LONGEST_TYPED {
        return Err(AddressesRefusal::TooMany);
    }
    let Addresses { good, faulty } = Addresses::read(typed);
    if !faulty.is_empty() {
        return Err(AddressesRefusal::Faulty(faulty));
    }
    match good.len() {
        0 => Err(AddressesRefusal::None),
        1..=MOST => Ok(good),
        _ => Err(AddressesRefusal::TooMany),
    }
}

/// Draws a code of ten signs from 64 random bits.
#[must_use]
pub fn draw(chance: u64) -> String {
    let size = SIGNS.len() as u64;
    let places = (0..LENGTH).scan(chance, |left, _| {
        let place = *left % size;
        *left /= size;
        usize::try_from(place).ok()
    });
    places.filter_map(|place| SIGNS.get(place)).map(|sign| char::from(*sign)).collect()
}

/// Where an invitation stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It waits.
    Pending,
    /// Somebody joined with it.
    Accepted,
    /// It was taken back.
    Cancelled,
}

impl State {
    /// The state of an invitation, from whether it was accepted and whether it was cancelled.
    #[must_use]
    pub const fn of(accepted: bool, cancelled: bool) -> Self {
        match (accepted, cancelled) {
            (true, _) => Self::Accepted,
            (false, true) => Self::Cancelled,
            (false, false) => Self::Pending,
        }
    }
}

/// What an invitation is to whoever opens its link.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// They may join.
    Open,
    /// They joined with it already.
    Mine,
    /// Somebody else joined with it.
    Used,
    /// It was taken back.
    Cancelled,
}

/// What an invitation is to somebody; `by_them` tells whether they accepted it.
#[must_use]
pub const fn entry(state: State, by_them: bool) -> Entry {
    match state {
        State::Pending => Entry::Open,
        State::Accepted if by_them => Entry::Mine,
        State::Accepted => Entry::Used,
        State::Cancelled => Entry::Cancelled,
    }
}

/// Whether whoever joins becomes an administrator: as the invitation says, otherwise the first one does.
#[must_use]
pub fn joins_as_admin(invited_as_admin: Option<bool>, anybody_there: bool) -> bool {
    invited_as_admin.unwrap_or(!anybody_there)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn addresses_are_trimmed_and_told_once() {
        let many: String = (0..=MOST).map(|n| format!("a{n}@pix.example,")).collect();
        let faulty = |words: &[&str]| {
            Err(AddressesRefusal::Faulty(words.iter().map(|word| (*word).to_owned()).collect()))
        };
        let good = |words: &[&str]| Ok(words.iter().map(|word| (*word).to_owned()).collect::<Vec<_>>());
        for (typed, expected) in [
            ("", Err(AddressesRefusal::None)),
            (" , ;\n", Err(AddressesRefusal::None)),
            ("zoe@pix.example", good(&["zoe@pix.example"])),
            (
                " Zoe@Pix.example , zed@pix.example,zoe@pix.example ",
                good(&["zoe@pix.example", "zed@pix.example"]),
            ),
            ("zoe@pix.example;zed@pix.example\r\n", good(&["zoe@pix.example", "zed@pix.example"])),
            ("zoe@pix.example, zed, zed, @", faulty(&["zed", "@"])),
            (many.as_str(), Err(AddressesRefusal::TooMany)),
            (&"x".repeat(LONGEST_TYPED + 1), Err(AddressesRefusal::TooMany)),
        ] {
            assert_eq!(addresses(typed), expected, "{typed:?}");
        }
    }

    #[test]
    fn the_first_one_rules_unless_the_invitation_says_otherwise() {
        for (invited, anybody, expected) in [
            (None, false, true),
            (None, true, false),
            (Some(true), true, true),
            (Some(true), false, true),
            (Some(false), true, false),
            (Some(false), false, false),
        ] {
            assert_eq!(joins_as_admin(invited, anybody), expected, "{invited:?} {anybody}");
        }
    }

    #[test]
    fn a_state_is_one_of_three() {
        for (accepted, cancelled, expected) in [
            (false, false, State::Pending),
            (true, false, State::Accepted),
            (false, true, State::Cancelled),
            (true, true, State::Accepted),
        ] {
            assert_eq!(State::of(accepted, cancelled), expected);
        }
    }

    #[test]
    fn a_link_opens_once() {
        for (state, by_them, expected) in [
            (State::Pending, false, Entry::Open),
            (State::Accepted, true, Entry::Mine),
            (State::Accepted, false, Entry::Used),
            (State::Cancelled, false, Entry::Cancelled),
        ] {
            assert_eq!(entry(state, by_them), expected, "{state:?} {by_them}");
        }
    }

    proptest! {
        #[test]
        fn a_code_has_ten_signs(chance: u64) {
            let code = draw(chance);
            prop_assert_eq!(code.len(), LENGTH);
            prop_assert!(code.bytes().all(|sign| SIGNS.contains(&sign)));
        }

        #[test]
        fn any_text_is_read_or_refused(typed: String) {
            let _read = addresses(&typed);
        }
    }
}
