//! Counting words and sentences.

use crate::typography::unset;

/// One or two words, such as a name, may well be the same in two languages.
const TELLING: usize = 3;

/// The words of a text: runs between spaces that hold a letter or a digit.
pub(super) fn words(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.chars().any(char::is_alphanumeric)).count()
}

/// Whether a text of several words is the same in both languages, however it is set.
pub(super) fn is_copy(fr: &str, en: &str) -> bool {
    words(fr) >= TELLING && unset(fr) == unset(en)
}

/// The words of the longest sentence.
pub(super) fn longest_sentence(text: &str) -> usize {
    let mut longest = 0;
    let mut current = 0;
    for word in text.split_whitespace() {
        current += usize::from(word.chars().any(char::is_alphanumeric));
        longest = longest.max(current);
        let end = word.trim_end_matches(['»', '”', '"', ')']);
        if end.ends_with(['.', '?', '!', ':', ';', '…']) || matches!(word, "?" | "!" | ":" | ";") {
            current = 0;
        }
    }
    longest
}

/// Whether a text stands in another one as a whole word, whatever the capitals and the typography.
pub(super) fn stands_in(needle: &str, text: &str) -> bool {
    let (needle, text) = (unset(needle.trim()).to_lowercase(), unset(text).to_lowercase());
    if needle.is_empty() {
        return false;
    }
    let mut from = 0;
    while let Some(found) = text.get(from..).and_then(|rest| rest.find(&needle)) {
        let (start, end) = (from + found, from + found + needle.len());
        let before = text.get(..start).and_then(|part| part.chars().next_back());
        let after = text.get(end..).and_then(|part| part.chars().next());
        if !before.is_some_and(char::is_alphanumeric) && !after.is_some_and(char::is_alphanumeric) {
            return true;
        }
        from = end;
    }
    false
}

/// Whether a number stands in a text, written with a point or a comma.
pub(super) fn number_in(number: grade::Decimal, text: &str) -> bool {
    let words = text.split(|c: char| !c.is_ascii_digit() && c != ',' && c != '.' && c != '-');
    words
        .map(|word| word.trim_matches(['.', ',', '-']))
        .any(|word| grade::Decimal::parse(word) == Some(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_is_seen_however_it_is_set() {
        for (needle, text, seen) in [
            ("l'été", "Voici l’Été.", true),
            ("été : oui", "Un été\u{a0}: oui", true),
            ("quoi ?", "Dire quoi\u{202f}?", true),
            ("été", "étés", false),
            ("l'été", "l'hiver", false),
            ("", "l'été", false),
        ] {
            assert_eq!(stands_in(needle, text), seen, "{needle} in {text}");
        }
    }

    #[test]
    fn a_copy_is_told_from_a_name() {
        for (fr, en, copy) in [
            ("C’est l’été\u{a0}: oui", "C'est l'été : oui", true),
            ("Voici comment faire", "This is how", false),
            ("Pix ?", "Pix ?", false),
        ] {
            assert_eq!(is_copy(fr, en), copy, "{fr}");
        }
    }
}
