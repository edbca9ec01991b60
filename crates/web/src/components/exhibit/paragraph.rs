//! Paragraphs whose links lead nowhere: reading the true target is an act, as it is over a real link.

use content::Piece;
use maud::{Markup, html};

use crate::Words;
use crate::words::Value;

/// A paragraph, then a fold for each of its links.
pub fn paragraph(words: Words, pieces: &[Piece]) -> Markup {
    html! {
        p { @for piece in pieces { @match piece {
            Piece::Text(text) => { (text) },
            Piece::Link { text, .. } => { span class="as-link" { (text) } },
        } } }
        @for piece in pieces { @if let Piece::Link { text, url } = piece { (target(words, text, url)) } }
    }
}

fn target(words: Words, text: &str, url: &str) -> Markup {
    let question = words.with("exhibit-link-where", &[("text", Value::from(text))]);
    fold(
        &question,
        &html! { dl class="pairs" { (pair(words.say("exhibit-link-leads"), &html! { code { (url) } })) } },
    )
}

/// Something that is read only by who opens it.
pub fn fold(summary: &str, inside: &Markup) -> Markup {
    html! { details class="peek" { summary { (summary) } (inside) } }
}

/// A name and a value of a list of pairs.
pub fn pair(name: &str, value: &Markup) -> Markup {
    html! { div { dt { (name) } dd { (value) } } }
}
