//! My answer beside the one that was expected.

use maud::{Markup, html};

use super::icon::Icon;
use crate::Words;

/// Both answers. `mine` is `None` when the question was skipped; a right answer needs no second one.
#[must_use]
pub fn compare(words: Words, mine: Option<&Markup>, right: bool, expected: &Markup) -> Markup {
    let icon = if right { Icon::Check } else { Icon::Cross };
    html! {
        dl class="compare" {
            @match mine {
                Some(mine) => div class=[(!right).then_some("compare__off")] {
                    dt { (icon) (words.say("compare-mine")) } dd { (mine) }
                },
                None => div class="compare__none" {
                    dt { (Icon::Skip) (words.say("compare-mine")) } dd { (words.say("compare-none")) }
                },
            }
            @if !right { div { dt { (Icon::Check) (words.say("compare-expected")) } dd { (expected) } } }
        }
    }
}

/// An answer made of several lines, in order or not.
#[must_use]
pub fn lines(ordered: bool, lines: &[String]) -> Markup {
    let items = html! { @for line in lines { li { (line) } } };
    if ordered {
        html! { ol { (items) } }
    } else {
        html! { ul { (items) } }
    }
}
