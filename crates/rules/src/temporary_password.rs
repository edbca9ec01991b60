//! Passwords that somebody else makes for a pupil: easy to read aloud and to type, good for one sign-in only.

/// Consonants that look like no other sign; without vowels, chance writes no word.
const LETTERS: &[u8] = b"bcdfghjkmnpqrstvwxz";
const DIGITS: &[u8] = b"23456789";
const LETTERS_WANTED: usize = 6;
const DIGITS_WANTED: usize = 2;

/// Makes a password of six letters and two digits from 64 random bits.
///
/// [`crate::account::password`] refuses it as one's own: whoever got it has to choose another.
#[must_use]
pub fn temporary_password(chance: u64) -> String {
    let alphabets = [LETTERS; LETTERS_WANTED].into_iter().chain([DIGITS; DIGITS_WANTED]);
    let mut left = chance;
    let mut password = String::new();
    for alphabet in alphabets {
        let size = alphabet.len() as u64;
        let place = usize::try_from(left % size).unwrap_or_default();
        left /= size;
        password.extend(alphabet.get(place).map(|letter| char::from(*letter)));
    }
    password
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::account::{Refusal, password};
    use proptest::prelude::*;

    #[test]
    fn chance_alone_decides() {
        for (chance, expected) in [(0, "bbbbbb22"), (1, "cbbbbb22"), (19, "bcbbbb22"), (u64::MAX, "wwpprr99")]
        {
            assert_eq!(temporary_password(chance), expected, "{chance}");
        }
    }

    proptest! {
        #[test]
        fn six_letters_two_digits_and_never_for_long(chance: u64) {
            let made = temporary_password(chance);
            let (letters, digits) = made.split_at(LETTERS_WANTED);
            prop_assert!(letters.chars().all(|letter| letter.is_ascii_lowercase() && !"aeiouyl".contains(letter)));
            prop_assert!(digits.len() == 2 && digits.chars().all(|digit| ('2'..='9').contains(&digit)));
            prop_assert_eq!(password(&made), Err(Refusal::WeakPassword));
        }
    }
}
