//! Progress in stitches: five questions on a thread, told in words to those who cannot see it.

use maud::{Markup, html};

use crate::Words;

/// The thread of a series: how many are done, whether the next one is under way, how many there are.
#[must_use]
pub fn thread(words: Words, done: u8, under_way: bool, of: u8) -> Markup {
    let counts = [("done", done.into()), ("of", of.into()), ("now", (done + 1).into())];
    let label = if under_way && done < of {
        words.with("thread-now", &counts)
    } else {
        words.with("thread", &counts)
    };
    html! {
        div class="thread" role="img" aria-label=(label) {
            @for stitch in 0..of {
                i class=[(stitch < done).then_some("done").or((under_way && stitch == done).then_some("now"))] {}
            }
        }
    }
}
