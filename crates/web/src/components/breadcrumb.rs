//! Where one is: the pages above, then this one.

use maud::{Markup, html};

use crate::Words;

/// The pages above (title, address), then the title of this page.
#[must_use]
pub fn breadcrumb(words: Words, above: &[(&str, &str)], here: &str) -> Markup {
    html! {
        nav aria-label=(words.say("breadcrumb")) {
            ol class="crumbs" {
                @for (title, href) in above { li { a href=(href) { (title) } } }
                li { span aria-current="page" { (here) } }
            }
        }
    }
}
