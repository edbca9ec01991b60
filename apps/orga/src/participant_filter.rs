//! Who is shown of a campaign: the filters of its lists, which live in the address.

use std::collections::HashMap;

use form_urlencoded::Serializer;
use maud::{Markup, html};
use rules::name_search::NameSearch;
use web::Words;
use web::components::button::Button;
use web::components::field::Field;
use web::components::filters::filters;
use web::components::select::Select;

use crate::list_order::Order;
use crate::participant_order::{By, sort};
use crate::participant_roll::{Person, Status, has_badge, percent};

/// People on a page.
pub const PAGE: usize = 50;
/// Longer names are nobody's.
const LONGEST_NAME: usize = 100;

/// What an address asks for; what it says wrongly is not asked.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filter {
    /// Parts of a name.
    pub name: String,
    /// A class or a group; all when empty.
    pub division: String,
    /// How far the present try is.
    pub status: Option<Status>,
    /// A badge's key; all when empty.
    pub badge: String,
    /// The threshold of a stage.
    pub stage: Option<i64>,
    /// A band of ten percent, from 0.
    pub band: Option<usize>,
    /// The order, which keeps nobody out.
    pub order: Order<By>,
    /// The page, from 1.
    pub page: usize,
}

impl Filter {
    /// Reads the filters of an address.
    pub fn of(query: &HashMap<String, String>) -> Self {
        let text = |name: &str| query.get(name).map_or("", |text| text.trim()).to_owned();
        let number = |name: &str| text(name).parse::<usize>().ok();
        Self {
            name: text("name").chars().take(LONGEST_NAME).collect(),
            division: text("division"),
            status: Status::ALL.into_iter().find(|status| status.code() == text("status")),
            badge: text("badge"),
            stage: text("stage").parse().ok(),
            band: number("band").filter(|band| *band < BANDS),
            order: Order::read(&text("order")),
            page: number("page").unwrap_or(1).max(1),
        }
    }

    /// Whether anything at all is asked.
    pub fn is_empty(&self) -> bool {
        *self == Self { order: self.order, page: self.page, ..Self::default() }
    }

    /// Those who are shown, whatever the page, in the order that is asked.
    pub fn keep<'p, 'a>(&self, people: &'p [Person<'a>]) -> Vec<&'p Person<'a>> {
        let search = NameSearch::of(&self.name);
        let found = people.iter().filter(|person| self.keeps(person) && search.finds(&person.sought));
        let mut found: Vec<_> = found.collect();
        sort(&mut found, self.order);
        found
    }

    fn keeps(&self, person: &Person<'_>) -> bool {
        let division =
            self.division.is_empty() || person.present.division.as_deref() == Some(self.division.as_str());
        let status = self.status.is_none_or(|status| person.status() == status);
        if !division || !status {
            return false;
        }
        if self.badge.is_empty() && self.stage.is_none() && self.band.is_none() {
            return true;
        }
        person.sent().is_some_and(|sent| {
            (self.badge.is_empty() || has_badge(sent, &self.badge))
                && self.stage.is_none_or(|stage| sent.stage == Some(stage))
                && self.band.is_none_or(|band| percent(sent).map(band_of) == Some(band))
        })
    }

    /// The address of a page under these filters.
    pub fn address(&self, path: &str, page: usize) -> String {
        let mut query = Serializer::new(String::new());
        let texts = [("name", &self.name), ("division", &self.division), ("badge", &self.badge)];
        query.extend_pairs(texts.into_iter().filter(|(_, text)| !text.is_empty()));
        query.extend_pairs(self.status.map(|status| ("status", status.code())));
        query.extend_pairs(self.stage.map(|stage| ("stage", stage.to_string())));
        query.extend_pairs(self.band.map(|band| ("band", band.to_string())));
        query.extend_pairs(self.order.unusual().map(|order| ("order", order)));
        query.extend_pairs((page > 1).then(|| ("page", page.to_string())));
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// Ten bands of ten percent.
pub const BANDS: usize = 10;

/// The band of a result: 0 to 10 percent, 11 to 20, and so on.
pub fn band_of(percent: u32) -> usize {
    usize::try_from(percent.saturating_sub(1) / 10).unwrap_or(0).min(BANDS - 1)
}

/// The first and the last percent of a band.
pub const fn band_ends(band: usize) -> (usize, usize) {
    (if band == 0 { 0 } else { band * 10 + 1 }, band * 10 + 10)
}

/// The classes of these people, each once, in order.
pub fn divisions<'a>(of: impl Iterator<Item = Option<&'a str>>) -> Vec<&'a str> {
    let mut divisions: Vec<&str> = of.flatten().collect();
    divisions.sort_unstable();
    divisions.dedup();
    divisions
}

/// A form that filters a list: the fields that every list has, and more of its own.
pub struct FilterForm<'a> {
    /// The language.
    pub words: Words,
    /// The address of the list.
    pub path: &'a str,
    /// What is asked at present.
    pub filter: &'a Filter,
    /// The classes there are.
    pub divisions: &'a [&'a str],
    /// Further fields.
    pub more: Markup,
}

impl FilterForm<'_> {
    /// The form, with the way back to everybody.
    pub fn render(&self) -> Markup {
        let words = self.words;
        html! {
            form class="card card--sunken" method="get" action=(self.path) role="search" aria-label=(words.say("orga-filter")) {
                (filters(words.say("orga-filter"), !self.filter.is_empty(), &self.fields()))
            }
        }
    }

    fn fields(&self) -> Markup {
        let words = self.words;
        html! {
            (Field { value: &self.filter.name, longest: Some(100), ..Field::new("name", words.say("orga-filter-name")) })
            @if !self.divisions.is_empty() { (self.by_division()) }
            (self.more)
            div class="row" {
                (Button::submit(words.say("filter-apply")).quiet())
                @if !self.filter.is_empty() { (Button::link(words.say("filter-drop"), self.path).bare()) }
            }
        }
    }

    /// The form with nothing but the class.
    pub fn of_class(&self) -> Markup {
        html! {
            form class="card card--sunken filters" method="get" action=(self.path) aria-label=(self.words.say("orga-filter")) {
                (self.by_division())
                (Button::submit(self.words.say("filter-apply")).quiet())
            }
        }
    }

    fn by_division(&self) -> Markup {
        let words = self.words;
        let options: Vec<(&str, &str)> =
            self.divisions.iter().map(|division| (*division, *division)).collect();
        html! {
            (Select {
                name: "division", label: words.say("orga-division"), options: &options, value: &self.filter.division,
                blank: Some(words.say("filter-all")), hint: None, error: None,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn results_fall_in_ten_bands() {
        for (percent, band) in [(0, 0), (10, 0), (11, 1), (20, 1), (21, 2), (90, 8), (91, 9), (100, 9)] {
            assert_eq!(band_of(percent), band, "{percent}");
            let (first, last) = band_ends(band);
            assert!((first..=last).contains(&usize::try_from(percent).unwrap()), "{percent}");
        }
    }

    #[test]
    fn an_address_says_what_is_asked() {
        let read = |query: &str| {
            let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
            Filter::of(&pairs.collect::<HashMap<_, _>>())
        };
        for (query, address) in [
            ("", "/list"),
            ("name=&division=&page=1", "/list"),
            ("division=6A&stage=50", "/list?division=6A&stage=50"),
            ("name=L%C3%A9a&status=sent&band=9", "/list?name=L%C3%A9a&status=sent&band=9"),
            ("badge=SAFE&page=3", "/list?badge=SAFE&page=3"),
            ("order=-tries&page=2&division=6A", "/list?division=6A&order=-tries&page=2"),
            ("order=name", "/list"),
            ("order=tries+DESC", "/list"),
            ("status=lost&band=10&stage=x&page=-1", "/list"),
        ] {
            let filter = read(query);
            assert_eq!(filter.address("/list", filter.page), address, "{query}");
        }
        assert!(read("page=2&order=-name").is_empty() && !read("band=0").is_empty());
    }
}
