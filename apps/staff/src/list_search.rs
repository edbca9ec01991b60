//! What the lists of organisations and of centres are searched by: name or number, kind, in use or archived, a page.

use form_urlencoded::Serializer;
use maud::{Markup, html};
use rules::search_text::search_text;
use std::collections::HashMap;
use store::organisation::{Filter, Kind};
use web::Words;
use web::components::button::Button;
use web::components::field::Field;
use web::components::filters::filters;
use web::components::pagination::pagination;
use web::components::select::Select;

use crate::organisation_list_page::kind_word;

/// Lines on a page.
const PAGE: i64 = 50;
/// The longest text that is searched for.
const LONGEST: usize = 100;

/// What an address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Search {
    /// What is searched for, as typed.
    typed: String,
    /// What is kept.
    pub filter: Filter,
    /// How many lines there are on all pages.
    pub count: i64,
    page: u32,
    last: u32,
}

impl Search {
    /// Reads `?q=…&kind=…&archived=on&page=…`; what is not understood is left out.
    pub fn read(query: &HashMap<String, String>) -> Self {
        let asked = |name: &str| query.get(name).map_or("", String::as_str);
        let typed: String = asked("q").chars().take(LONGEST).collect();
        let filter = Filter {
            sought: search_text(&typed),
            kind: Kind::named(asked("kind")),
            archived: asked("archived") == "on",
        };
        Self { typed, filter, page: asked("page").parse().unwrap_or(1), ..Self::default() }
    }

    /// The same search where so many lines are found: the page is one that exists.
    pub fn among(self, count: i64) -> Self {
        let last = u32::try_from((count + PAGE - 1) / PAGE).unwrap_or(u32::MAX).max(1);
        Self { count, page: self.page.clamp(1, last), last, ..self }
    }

    /// The page, from 1, and how many lines it has.
    pub fn page(&self) -> (i64, i64) {
        (self.page.into(), PAGE)
    }

    /// The form, for a list at an address of things of these kinds.
    pub fn form(&self, words: Words, path: &str, kinds: &[Kind]) -> Markup {
        let kinds: Vec<_> = kinds.iter().map(|kind| (kind.name(), words.say(kind_word(*kind)))).collect();
        html! {
            form class="card card--sunken" method="get" action=(path) role="search" aria-label=(words.say("staff-filter")) {
                (filters(words.say("staff-filter"), self.is_filtered(), &html! {
                    (Field { value: &self.typed, longest: Some(100), ..Field::new("q", words.say("staff-search")) })
                    (Select { name: "kind", label: words.say("staff-kind"), options: &kinds,
                        value: self.filter.kind.map_or("", Kind::name), blank: Some(words.say("staff-kind-any")),
                        hint: None, error: None })
                    label class="check" {
                        input type="checkbox" name="archived" value="on" checked[self.filter.archived];
                        span { (words.say("staff-archived-only")) }
                    }
                    (Button::submit(words.say("staff-search-do")).quiet())
                }))
            }
        }
    }

    fn is_filtered(&self) -> bool {
        self.filter != Filter::default()
    }

    /// The links to the pages around.
    pub fn pages(&self, words: Words, path: &str) -> Markup {
        pagination(words, self.page, self.last, |page| self.address(path, page))
    }

    fn address(&self, path: &str, page: u32) -> String {
        let mut query = Serializer::new(String::new());
        query.append_pair("q", &self.typed).append_pair("kind", self.filter.kind.map_or("", Kind::name));
        query.append_pair("archived", if self.filter.archived { "on" } else { "" });
        format!("{path}?{}", query.append_pair("page", &page.to_string()).finish())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(query: &str) -> Search {
        Search::read(&form_urlencoded::parse(query.as_bytes()).into_owned().collect())
    }

    #[test]
    fn an_address_is_read_and_written() {
        for (query, count, expected) in [
            ("", 0, "?q=&kind=&archived=&page=1"),
            (
                "q=Lyc%C3%A9e+d%27%26t%C3%A9&kind=SCO&page=2",
                90,
                "?q=Lyc%C3%A9e+d%27%26t%C3%A9&kind=SCO&archived=&page=2",
            ),
            ("archived=on&page=9", 51, "?q=&kind=&archived=on&page=2"),
            ("kind=MARS&archived=yes&page=-3", 51, "?q=&kind=&archived=&page=1"),
            ("page=0", 51, "?q=&kind=&archived=&page=1"),
        ] {
            let search = read(query).among(count);
            let address = search.address("", search.page);
            assert_eq!(address, expected, "{query}");
            assert_eq!(read(address.trim_start_matches('?')).among(count), search, "{query}");
        }
        assert_eq!(read("q=Coll%C3%A8ge").filter.sought, "college");
    }
}
