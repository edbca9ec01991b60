//! French spacing: the spaces before `: ; ? ! »` and after `«` never break.

use std::borrow::Cow;

use crate::lang::Lang;

const NO_BREAK: char = '\u{a0}';
const NARROW_NO_BREAK: char = '\u{202f}';

/// Makes the ordinary spaces around French punctuation non-breaking; English is left as it is.
pub(crate) fn spaced(lang: Lang, text: &str) -> Cow<'_, str> {
    let concerned = text.contains(" :") || text.contains([';', '?', '!', '«', '»']);
    if lang != Lang::Fr || !concerned {
        return Cow::Borrowed(text);
    }
    let mut out = String::with_capacity(text.len() + 8);
    let mut previous = None;
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        out.push(match (previous, character, characters.peek()) {
            (Some('«'), ' ', _) | (_, ' ', Some(':' | '»')) => NO_BREAK,
            (_, ' ', Some(';' | '?' | '!')) => NARROW_NO_BREAK,
            _ => character,
        });
        previous = Some(character);
    }
    Cow::Owned(out)
}
