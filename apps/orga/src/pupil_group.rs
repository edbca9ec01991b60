//! Which pupils of the list are helped at once: those of a class, or without one, a page at a time, so that nobody is
//! left out however many they are.

use std::collections::HashMap;

use store::LearnerId;
use store::learner_list::Sought;
use web::form::Form;
use web::words::key;

/// More pupils than most classes have: hashing their passwords takes a few seconds.
pub const MOST: u32 = 60;
/// Those without a class, in addresses: no class has this name, because names of classes are trimmed.
pub const UNDIVIDED: &str = " ";
/// A longer name is no class's.
const LONGEST: usize = 255;

/// What an address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// A class, [`UNDIVIDED`], or nothing yet.
    pub division: String,
    /// The page, from 1.
    pub page: u32,
}

impl Asked {
    /// Reads an address; what it does not understand is left out.
    pub fn read(query: &HashMap<String, String>) -> Self {
        let text = |name: &str| query.get(name).map_or("", String::as_str);
        Self::new(text("division"), text("page"))
    }

    /// Reads what a form of this page sends back.
    pub fn sent(posted: &Form) -> Self {
        Self::new(posted.text("division"), posted.text("page"))
    }

    fn new(division: &str, page: &str) -> Self {
        let division = if division.chars().count() > LONGEST { "" } else { division };
        Self { division: division.to_owned(), page: page.parse().unwrap_or(1).max(1) }
    }

    /// Whether somebody of the list is in the group.
    fn holds(&self, one: &Sought) -> bool {
        match (self.division.as_str(), one.division.as_deref()) {
            (UNDIVIDED, division) => division.is_none(),
            (asked, Some(division)) => asked == division,
            (_, None) => false,
        }
    }

    /// The lines of the group, in the order of the list.
    pub fn of(&self, list: &[Sought]) -> Vec<LearnerId> {
        list.iter().filter(|one| self.holds(one)).map(|one| one.id).collect()
    }

    /// The address of a page of the group.
    pub fn address(&self, path: &str, page: u32) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("division", &self.division).append_pair("page", &page.to_string());
        format!("{path}?{}", query.finish())
    }
}

/// Which part of a group is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Portion {
    /// The page, from 1 to the last one.
    pub page: u32,
    /// How many there are on all pages.
    pub total: u32,
}

impl Portion {
    /// The page that is asked for, or the last one when there are fewer by now.
    pub fn of(asked: u32, total: usize) -> Self {
        let total = u32::try_from(total).unwrap_or(u32::MAX);
        let one = Self { page: 1, total };
        Self { page: asked.clamp(1, one.last()), total }
    }

    /// The last page.
    pub fn last(self) -> u32 {
        self.total.div_ceil(MOST).max(1)
    }

    /// The places of the first and of the last of the page, from 1.
    pub fn bounds(self) -> (u32, u32) {
        let before = (self.page - 1).saturating_mul(MOST);
        (before + 1, before.saturating_add(MOST).min(self.total))
    }

    /// Those of the page.
    pub fn take<T>(self, all: Vec<T>) -> Vec<T> {
        let size = usize::try_from(MOST).unwrap_or(0);
        let page = usize::try_from(self.page - 1).unwrap_or(0);
        all.into_iter().skip(page.saturating_mul(size)).take(size).collect()
    }
}

/// The pupils that a form chose; the key of a sentence when they are more than a page shows.
pub fn chosen(posted: &Form) -> Result<Vec<LearnerId>, &'static str> {
    let chosen = posted.iter().filter(|(name, _)| *name == "learner");
    let chosen: Vec<LearnerId> = chosen.filter_map(|(_, id)| id.parse().ok()).collect();
    let fits = u32::try_from(chosen.len()).is_ok_and(|count| count <= MOST);
    if fits { Ok(chosen) } else { Err(key("pupil-group-too-many")) }
}

/// Where those who are not done yet are, if a form says that there are more.
pub fn onward(posted: &Form, path: &str) -> Option<String> {
    let next: u32 = posted.text("next").parse().ok()?;
    Some(Asked::sent(posted).address(path, next))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn asked(division: &str, page: u32) -> Asked {
        Asked { division: division.to_owned(), page }
    }

    #[test]
    fn an_address_is_read_kindly() {
        for (query, expected) in [
            (vec![], asked("", 1)),
            (vec![("division", "6e A"), ("page", "3")], asked("6e A", 3)),
            (vec![("division", UNDIVIDED), ("page", "0")], asked(UNDIVIDED, 1)),
            (vec![("page", "x")], asked("", 1)),
        ] {
            let query: HashMap<String, String> =
                query.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            let read = Asked::read(&query);
            assert_eq!(read, expected, "{query:?}");
            let address = read.address("/p", read.page);
            let written = form_urlencoded::parse(address.trim_start_matches("/p?").as_bytes());
            assert_eq!(Asked::read(&written.into_owned().collect()), expected, "{address} says all");
        }
    }

    #[test]
    fn no_class_has_an_endless_name() {
        for (signs, kept) in [(LONGEST, LONGEST), (LONGEST + 1, 0)] {
            assert_eq!(Asked::new(&"é".repeat(signs), "1").division.chars().count(), kept);
        }
    }

    #[test]
    fn a_group_is_a_class_or_those_without_one() {
        let line = |number, division: Option<&str>| Sought {
            id: LearnerId::from_number(number),
            sought: String::new(),
            division: division.map(str::to_owned),
        };
        let list = [line(1, Some("6A")), line(2, None), line(3, Some("6B")), line(4, Some("6A"))];
        for (division, expected) in [("6A", vec![1, 4]), (UNDIVIDED, vec![2]), ("", vec![]), ("6C", vec![])] {
            let found: Vec<i64> = asked(division, 1).of(&list).into_iter().map(LearnerId::number).collect();
            assert_eq!(found, expected, "{division:?}");
        }
    }

    #[test]
    fn pages_leave_nobody_out() {
        for (total, pages) in [(0_usize, vec![0]), (60, vec![60]), (61, vec![60, 1]), (134, vec![60, 60, 14])]
        {
            let all: Vec<usize> = (0..total).collect();
            let last = Portion::of(1, total).last();
            assert_eq!(usize::try_from(last).ok(), Some(pages.len()));
            let shown: Vec<Vec<usize>> =
                (1..=last).map(|page| Portion::of(page, total).take(all.clone())).collect();
            assert_eq!(shown.iter().map(Vec::len).collect::<Vec<_>>(), pages);
            assert_eq!(shown.concat(), all);
            assert_eq!(Portion::of(9, total).page, last, "beyond the last one");
        }
        assert_eq!(Portion::of(3, 134).bounds(), (121, 134));
    }

    #[test]
    fn more_than_a_page_is_refused_and_never_cut() {
        let form = |count: i64| -> Form {
            let id = |number| LearnerId::from_number(number).to_string();
            (1..=count).map(|number| ("learner".to_owned(), id(number))).collect()
        };
        for (count, expected) in [(0, Ok(0)), (60, Ok(60)), (61, Err("pupil-group-too-many"))] {
            assert_eq!(chosen(&form(count)).map(|ids| ids.len()), expected, "{count}");
        }
    }
}
