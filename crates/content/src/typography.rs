//! French typography: the spaces before `: ; ? ! »`, after `«`, inside a number and between it and `€ %` or a size never
//! break, apostrophes are curly.

use std::borrow::Cow;

use crate::lang::{Both, Lang};

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';
const APOSTROPHE: char = '\u{2019}';

/// Sets a French text as printers do, spaces and apostrophes; English is left as it is.
#[must_use]
pub fn typeset(lang: Lang, text: &str) -> Cow<'_, str> {
    if lang != Lang::Fr || !text.contains('\'') {
        return spaced(lang, text);
    }
    let mut out = String::with_capacity(text.len() + 16);
    let mut previous = ' ';
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        let elides =
            character == '\'' && joins(previous) && characters.peek().is_none_or(|next| opens(*next));
        out.push(if elides { APOSTROPHE } else { character });
        previous = character;
    }
    Cow::Owned(spaced(lang, &out).into_owned())
}

/// Makes the ordinary spaces around French punctuation non-breaking; English is left as it is. For the texts
/// of answers, whose letters must stay those that their author wrote.
pub(crate) fn spaced(lang: Lang, text: &str) -> Cow<'_, str> {
    let concerned = text.contains(" :")
        || text.contains([';', '?', '!', '«', '»', '€', '%'])
        || text.as_bytes().windows(2).any(|pair| matches!(pair, [b'0'..=b'9', b' ']));
    if lang != Lang::Fr || !concerned {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = None;
    let mut characters = text.chars();
    while let Some(character) = characters.next() {
        let rest = characters.as_str();
        out.push(match (previous, character, rest.chars().next()) {
            (Some('«'), ' ', _) | (_, ' ', Some(':' | '»')) => NO_BREAK,
            (_, ' ', Some(';' | '?' | '!')) => NARROW_NO_BREAK,
            (Some('0'..='9'), ' ', Some('€' | '%')) => NO_BREAK,
            (Some('0'..='9'), ' ', Some(_)) if goes_on(rest) => NO_BREAK,
            _ => character,
        });
        previous = Some(character);
    }
    Cow::Owned(out)
}

/// Whether a number goes on after a space: with three more digits, or with a size in bytes.
fn goes_on(rest: &str) -> bool {
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    let word = rest.split(|character: char| !character.is_alphanumeric()).next();
    digits == 3 || matches!(word, Some("Ko" | "Mo" | "Go" | "To"))
}

/// Sets the French half of a pair.
pub(crate) fn typeset_both(texts: &mut Both<String>) {
    texts.fr = typeset(Lang::Fr, &texts.fr).into_owned();
}

/// A text as its author typed it: what is compared must not depend on how it was set.
pub(crate) fn unset(text: &str) -> String {
    text.replace([NO_BREAK, NARROW_NO_BREAK], " ").replace(APOSTROPHE, "'")
}

/// Whether an apostrophe may follow: a letter, or a value still to come.
fn joins(character: char) -> bool {
    character.is_alphabetic() || is_mark(character)
}

/// Whether an apostrophe before this stands for a lost letter, as in `l'été` and `d'« été »`.
fn opens(character: char) -> bool {
    character.is_alphanumeric() || character == '«' || is_mark(character)
}

/// The private-use characters that stand for values in templates.
const fn is_mark(character: char) -> bool {
    matches!(character, '\u{e000}'..='\u{e002}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(written: &str, expected: &str) {
        let set = typeset(Lang::Fr, written);
        assert_eq!(set.replace(NO_BREAK, "~").replace(NARROW_NO_BREAK, "^"), expected, "{written}");
        assert_eq!(unset(&set), unset(written), "what is compared stays the same");
        assert_eq!(typeset(Lang::En, written), written);
    }

    #[test]
    fn what_belongs_together_does_not_break() {
        check("Combien ? « Rien » : 5 % de 12 €", "Combien^? «~Rien~»~: 5~% de 12~€");
        check("6 200 Ko, 1 024 000 octets, 100 Mo.", "6~200~Ko, 1~024~000 octets, 100~Mo.");
        check("en 2026 123 personnes", "en 2026~123 personnes");
        check("3 Gorilles, 12 34 56, 4 Mots", "3 Gorilles, 12 34 56, 4 Mots");
        check("l'été", "l’été");
    }
}
