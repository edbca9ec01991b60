//! Pages of a long list.

use maud::{Markup, html};

use crate::Words;

/// Links to the pages around the current one, from 1. `href` gives the address of a page.
#[must_use]
pub fn pagination(words: Words, current: u32, last: u32, href: impl Fn(u32) -> String) -> Markup {
    let near = |page: u32| page == 1 || page == last || page.abs_diff(current) <= 1;
    let mut before = 0;
    let shown: Vec<(bool, u32)> = (1..=last)
        .filter(|page| near(*page))
        .map(|page| {
            let gap = page > before + 1;
            before = page;
            (gap, page)
        })
        .collect();
    html! {
        @if last > 1 {
            nav aria-label=(words.say("pagination")) {
                ul class="pages" {
                    @for (gap, page) in shown {
                        @if gap { li { span class="muted" { "…" } } }
                        li {
                            @let label = words.with("pagination-page", &[("n", page.into())]);
                            @if page == current { a href=(href(page)) aria-label=(label) aria-current="page" { (page) } }
                            @else { a href=(href(page)) aria-label=(label) { (page) } }
                        }
                    }
                }
            }
        }
    }
}
