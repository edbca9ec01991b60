//! Reading what several kinds of exhibit share: texts that are never blank, short lists, choices.

use crate::lang::Lang;
use crate::typography::typeset;
use crate::value::{At, Shape};

/// A text of which a link may be a part; what is written is prose.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Piece {
    /// Words.
    Text(String),
    /// A link: what is shown, and where it leads.
    Link {
        /// What is shown.
        text: String,
        /// Where it leads.
        url: String,
    },
}

/// A text that is not blank, or a number.
pub(crate) fn filled(at: At<'_>, lang: Lang) -> Shape<String> {
    let text = at.shown(lang)?;
    if text.trim().is_empty() { at.expected("a text that is not empty") } else { Ok(text) }
}

/// A sentence or a label, set as printers do.
pub(crate) fn prose(at: At<'_>, lang: Lang) -> Shape<String> {
    filled(at, lang).map(|text| typeset(lang, &text).into_owned())
}

/// What stands under an optional key.
pub(crate) fn maybe<T>(at: At<'_>, key: &str, read: impl FnOnce(At<'_>) -> Shape<T>) -> Shape<Option<T>> {
    at.maybe(key).map(read).transpose()
}

/// A list of one to `most` things.
pub(crate) fn list<T>(at: At<'_>, most: usize, read: impl FnMut(At<'_>) -> Shape<T>) -> Shape<Vec<T>> {
    let items = at.each(read)?;
    if (1..=most).contains(&items.len()) {
        return Ok(items);
    }
    Err(format!("{}: {} items, expected 1 to {most}", at.place, items.len()))
}

/// A list under an optional key; when given, it holds one to `most` things.
pub(super) fn maybe_list<T>(
    at: At<'_>,
    key: &str,
    most: usize,
    read: impl FnMut(At<'_>) -> Shape<T>,
) -> Shape<Vec<T>> {
    maybe(at, key, |items| list(items, most, read)).map(Option::unwrap_or_default)
}

/// One of some known words.
pub(crate) fn one_of<T: Copy>(at: At<'_>, known: &[(&str, T)]) -> Shape<T> {
    let word = at.text()?;
    if let Some((_, meaning)) = known.iter().find(|(name, _)| *name == word) {
        return Ok(*meaning);
    }
    let names: Vec<&str> = known.iter().map(|(name, _)| *name).collect();
    at.expected(&format!("one of {}", names.join(", ")))
}

/// A pair of a label and a value: the label is prose, the value stays as written.
pub(super) fn pair(at: At<'_>, lang: Lang) -> Shape<(String, String)> {
    match at.each(|item| filled(item, lang))?.as_slice() {
        [name, value] => Ok((typeset(lang, name).into_owned(), value.clone())),
        _ => at.expected("a pair [\"name\", \"value\"]"),
    }
}

/// The most pieces of a paragraph.
pub(crate) const PIECES: usize = 12;

/// A paragraph: a text, a link, or a list of both.
pub(super) fn paragraph(at: At<'_>, lang: Lang) -> Shape<Vec<Piece>> {
    let pieces = at.each_or_one(|item| piece(item, lang))?;
    if (1..=PIECES).contains(&pieces.len()) {
        return Ok(pieces);
    }
    Err(format!("{}: {} pieces, expected 1 to {PIECES}", at.place, pieces.len()))
}

fn piece(at: At<'_>, lang: Lang) -> Shape<Piece> {
    if at.map().is_err() {
        return at
            .shown(lang)
            .or_else(|_| at.expected("a text or a link #{ text: \"…\", url: \"…\" }"))
            .and_then(|_| prose(at, lang).map(Piece::Text));
    }
    at.only(&["text", "url"])?;
    Ok(Piece::Link { text: prose(at.key("text")?, lang)?, url: filled(at.key("url")?, lang)? })
}

/// A paragraph as plain text: the target of a link stands after it.
pub(super) fn plain(pieces: &[Piece]) -> String {
    let one = |piece: &Piece| match piece {
        Piece::Text(text) => text.clone(),
        Piece::Link { text, url } => format!("{text} <{url}>"),
    };
    pieces.iter().map(one).collect()
}
