//! A text as it was typed. With its marks, a space, a tab and the end of a paragraph are drawn; what stands out among
//! them (a tab, a space that does not break, several spaces, nothing at all) is told in words too.

use maud::{Markup, html};

use crate::Words;
use crate::words::Value;

/// A text, with or without its marks.
pub fn typed(words: Words, text: &str, marks: bool) -> Markup {
    if !marks {
        return html! { @if text.is_empty() { br; } @else { (text) } };
    }
    let kind = |sign: char| match sign {
        ' ' => Kind::Space,
        '\u{a0}' | '\u{202f}' => Kind::Fixed,
        '\t' => Kind::Tab,
        _ => Kind::Letters,
    };
    let signs: Vec<char> = text.chars().collect();
    html! {
        @if text.is_empty() { span class="visually-hidden" { (words.say("exhibit-empty-paragraph")) } }
        @for run in signs.chunk_by(|one, two| kind(*one) == kind(*two)) {
            @let kind = run.first().map_or(Kind::Letters, |sign| kind(*sign));
            @match kind.class() {
                None => (run.iter().collect::<String>()),
                Some(class) => {
                    @for sign in run { span class=(class) { (sign) } }
                    @if let Some(told) = kind.told(words, run.len()) { span class="visually-hidden" { (told) } }
                },
            }
        }
    }
}

/// The mark at the end of a paragraph, after the calls of its notes.
pub fn end(marks: bool) -> Markup {
    html! { @if marks { span class="doc__end" aria-hidden="true" { "¶" } } }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Kind {
    Letters,
    Space,
    Fixed,
    Tab,
}

impl Kind {
    const fn class(self) -> Option<&'static str> {
        match self {
            Self::Letters => None,
            Self::Space => Some("doc__space"),
            Self::Fixed => Some("doc__fixed"),
            Self::Tab => Some("doc__tab"),
        }
    }

    /// What is said of some of these in a row; nothing of a single space.
    fn told(self, words: Words, count: usize) -> Option<String> {
        let key = match self {
            Self::Letters => return None,
            Self::Space if count == 1 => return None,
            Self::Space => "exhibit-spaces",
            Self::Fixed => "exhibit-fixed-spaces",
            Self::Tab => "exhibit-tabs",
        };
        Some(words.with(key, &[("count", Value::from(count))]))
    }
}
