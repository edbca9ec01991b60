//! Texts as they are searched for: without accents, capitals and signs, so that `eleve` finds `Élève`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// A text as it is searched for: small letters and digits, one space between words.
#[must_use]
pub fn search_text(text: &str) -> String {
    let plain: String = text
        .nfkd()
        .flat_map(char::to_lowercase)
        .filter(|sign| !is_combining_mark(*sign))
        .flat_map(opened)
        .map(|sign| if sign.is_alphanumeric() { sign } else { ' ' })
        .collect();
    plain.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The plain letters of one that is more than a letter with an accent.
fn opened(sign: char) -> impl Iterator<Item = char> {
    let (first, second) = match sign {
        'œ' => ('o', Some('e')),
        'æ' => ('a', Some('e')),
        'ß' => ('s', Some('s')),
        'ø' => ('o', None),
        'ł' => ('l', None),
        'đ' | 'ð' => ('d', None),
        'ı' => ('i', None),
        other => (other, None),
    };
    std::iter::once(first).chain(second)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn accents_capitals_and_signs_are_forgotten() {
        for (text, expected) in [
            ("", ""),
            ("Élève", "eleve"),
            ("  6e B, Protection & sécurité ", "6e b protection securite"),
            ("Jean-François D'Œuvre", "jean francois d oeuvre"),
            ("N° 12", "n 12"),
            ("Łukasz STRAẞE Ærø Đỗ", "lukasz strasse aero do"),
            ("100 %_", "100"),
        ] {
            assert_eq!(search_text(text), expected, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn what_is_searched_once_is_searched_twice(text: String) {
            let once = search_text(&text);
            prop_assert_eq!(search_text(&once), once);
        }
    }
}
