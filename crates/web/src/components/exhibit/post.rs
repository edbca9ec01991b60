//! A publication and what others wrote under it.

use content::Post;
use maud::{Markup, html};

use super::paragraph::{pair, paragraph};
use crate::Words;

/// A publication.
pub fn post(words: Words, post: &Post) -> Markup {
    html! {
        div class="window" {
            div {
                h3 class="window__title" { (post.author) @if let Some(handle) = &post.handle { " " span class="muted" { (handle) } } }
                p class="talk__who" { (post.at) @if let Some(audience) = &post.audience { " · " (words.say("exhibit-post-audience")) " " (audience) } }
            }
            div class="window__text" { @for pieces in &post.text { (paragraph(words, pieces)) } }
            @if !post.counts.is_empty() {
                dl class="pairs" { @for (name, count) in &post.counts { (pair(name, &html! { (count) })) } }
            }
            @if !post.comments.is_empty() {
                h4 class="window__label" { (words.say("exhibit-post-comments")) }
                ol class="talk" { @for one in &post.comments { li {
                    p class="talk__who" { b { (one.author) } @if let Some(at) = &one.at { " · " (at) } }
                    (paragraph(words, &one.text))
                } } }
            }
        }
    }
}
