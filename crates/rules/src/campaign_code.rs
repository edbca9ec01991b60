//! The code of a campaign: six letters and three digits, such as `KWDTRM234`, read aloud and typed without mistakes.

/// Consonants that look like no digit; without vowels, chance writes no word.
const LETTERS: &[u8] = b"BCDFGHJKMPQRTVWXY";
/// Digits that look like no letter.
const DIGITS: &[u8] = b"2346789";
const LETTERS_WANTED: usize = 6;
const DIGITS_WANTED: usize = 3;
/// Longer texts are no code, however they are written.
const LONGEST_TYPED: usize = 40;

/// Draws a code from 64 random bits.
#[must_use]
pub fn draw(chance: u64) -> String {
    let alphabets = [LETTERS; LETTERS_WANTED].into_iter().chain([DIGITS; DIGITS_WANTED]);
    let mut left = chance;
    let mut code = String::new();
    for alphabet in alphabets {
        let size = alphabet.len() as u64;
        let place = usize::try_from(left % size).unwrap_or_default();
        left /= size;
        code.extend(alphabet.get(place).map(|sign| char::from(*sign)));
    }
    code
}

/// Reads what somebody typed: small letters, spaces and hyphens are forgiven. `None` when it can be no code.
#[must_use]
pub fn read(typed: &str) -> Option<String> {
    if typed.len() > LONGEST_TYPED {
        return None;
    }
    let signs = typed.chars().filter(|sign| !sign.is_whitespace() && !matches!(sign, '-' | '.' | '_'));
    let code: String = signs.map(|sign| sign.to_ascii_uppercase()).collect();
    let (letters, digits) = code.split_at_checked(LETTERS_WANTED)?;
    let lettered = letters.bytes().all(|sign| sign.is_ascii_uppercase());
    let numbered = digits.len() == DIGITS_WANTED && digits.bytes().all(|sign| sign.is_ascii_digit());
    (lettered && numbered).then_some(code)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn chance_alone_decides() {
        for (chance, expected) in [(0, "BBBBBB222"), (1, "CBBBBB222"), (17, "BCBBBB222")] {
            assert_eq!(draw(chance), expected, "{chance}");
        }
    }

    #[test]
    fn what_is_typed_is_read_kindly() {
        for (typed, expected) in [
            ("KWDTRM234", Some("KWDTRM234")),
            (" kwdtrm 234 ", Some("KWDTRM234")),
            ("KWD-TRM-234", Some("KWDTRM234")),
            ("ABCDEF234", Some("ABCDEF234")),
            ("KWDTRM23", None),
            ("KWDTRM2345", None),
            ("KWDTR1234", None),
            ("KWDTRÉ234", None),
            ("", None),
        ] {
            assert_eq!(read(typed).as_deref(), expected, "{typed:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_drawn_reads_back(chance: u64) {
            let code = draw(chance);
            prop_assert_eq!(read(&code), Some(code));
        }

        #[test]
        fn any_text_is_read_or_refused(text: String) {
            let _read = read(&text);
        }
    }
}
