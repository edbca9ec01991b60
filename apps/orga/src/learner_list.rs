//! The learners of an organisation: by class, found by name whatever the accents and with a slip of the finger, and by
//! whether they may be certified.

use axum::extract::{Query, State};
use axum::response::Html;
use rules::certifiability::{Certifiability, FEATURE};
use rules::name_search::NameSearch;
use std::collections::HashMap;
use store::LearnerId;
use store::learner_list::{self, Listed, Sought};
use store::learner_order::{By, ordered};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::certifiability::{Statuses, code, named};
use crate::frame::Sheet;
use crate::import_format::{check_may_manage, offered};
use crate::learner_list_page::{self, Listing};
use crate::list_order::{Column, Order};

/// Learners on a page.
pub const PAGE: u32 = 50;
/// The longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 100;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// A part of a name, as typed.
    pub text: String,
    /// A class; all when empty.
    pub division: String,
    /// Those who are on the list no more.
    pub gone: bool,
    /// Those of one certifiability.
    pub certifiability: Option<Certifiability>,
    /// The order, which keeps nobody out.
    pub order: Order<By>,
    /// The page, from 1.
    pub page: u32,
}

impl Asked {
    /// Reads an address; what it does not understand is left out.
    pub fn read(query: &HashMap<String, String>) -> Self {
        let text = |name: &str| -> String {
            query.get(name).map_or("", |text| text.trim()).chars().take(LONGEST_SEARCH).collect()
        };
        Self {
            text: text("q"),
            division: text("division"),
            gone: text("state") == "gone",
            certifiability: named(&text("certifiable")),
            order: Order::read(&text("order")),
            page: text("page").parse().unwrap_or(1).max(1),
        }
    }

    /// Whether anything is asked for, but for a page.
    pub fn is_filtered(&self) -> bool {
        !self.text.is_empty() || !self.division.is_empty() || self.gone || self.certifiability.is_some()
    }

    /// The query of an address that asks for this.
    pub fn query(&self) -> String {
        let mut query = form_urlencoded::Serializer::new(String::new());
        query.append_pair("q", &self.text);
        query.append_pair("division", &self.division);
        query.append_pair("state", if self.gone { "gone" } else { "present" });
        query.extend_pairs(self.certifiability.map(|one| ("certifiable", code(one))));
        query.extend_pairs(self.order.unusual().map(|order| ("order", order)));
        query.append_pair("page", &self.page.to_string());
        query.finish()
    }
}

impl Column for By {
    const ALL: &'static [Self] = &[Self::Name, Self::Division, Self::Last, Self::Number];

    fn code(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Division => "division",
            Self::Last => "last",
            Self::Number => "campaigns",
        }
    }
}

/// `GET /orga/learners?q=TEXT&division=CLASS&state=gone&certifiable=yes&order=-last&page=N`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let (words, asked) = (member.frame.words(), Asked::read(&query));
    let organisation = member.organisation.id;
    let order = (asked.order.by, asked.order.down);
    let list = ordered(&house.db, organisation, asked.gone, order).await?;
    let statuses = Statuses::load(&house.db, &member.organisation).await?;
    let found = found(&list, &asked, &statuses);
    let learners = of_page(&house, &member, &found, asked.page).await?;
    let body = learner_list_page::page(&Listing {
        words,
        asked: &asked,
        counts: &statuses.by_division(&list),
        statuses: &statuses,
        nightly: member.organisation.has_feature(FEATURE),
        learners: &learners,
        total: found.len(),
        manages: check_may_manage(&member).is_ok(),
        imports: check_may_manage(&member).is_ok() && !offered(&member.organisation).is_empty(),
    });
    Ok(Sheet::new(words.say("learners-title"), body).within("learners").render(&house, &member))
}

/// The details of those of a page, in the order in which they were found.
async fn of_page(
    house: &House,
    member: &Member,
    found: &[&Sought],
    page: u32,
) -> Result<Vec<Listed>, Refusal> {
    let first = usize::try_from((page - 1).saturating_mul(PAGE)).unwrap_or(usize::MAX);
    let of_page = found.iter().skip(first).take(usize::try_from(PAGE).unwrap_or(0));
    let ids: Vec<LearnerId> = of_page.map(|one| one.id).collect();
    let listed = learner_list::listed(&house.db, member.organisation.id, ids.iter().copied());
    let mut learners = listed.await?;
    learners.sort_by_key(|learner| ids.iter().position(|id| *id == learner.id));
    Ok(learners)
}

fn found<'l>(list: &'l [Sought], asked: &Asked, statuses: &Statuses) -> Vec<&'l Sought> {
    let search = NameSearch::of(&asked.text);
    let of_class =
        |one: &Sought| asked.division.is_empty() || one.division.as_deref() == Some(asked.division.as_str());
    let of_status = |one: &Sought| {
        asked.certifiability.is_none_or(|wanted| Certifiability::of(statuses.of(one.id)) == wanted)
    };
    list.iter().filter(|one| of_class(one) && of_status(one) && search.finds(&one.sought)).collect()
}

/// The classes of a list, each once, in order.
pub fn divisions(list: &[Sought]) -> Vec<&str> {
    let mut divisions: Vec<&str> = list.iter().filter_map(|one| one.division.as_deref()).collect();
    divisions.sort_unstable();
    divisions.dedup();
    divisions
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_kindly() {
        let asked = |text: &str, division: &str, gone, page| Asked {
            text: text.to_owned(),
            division: division.to_owned(),
            gone,
            certifiability: None,
            order: Order::default(),
            page,
        };
        let ordered = |by, down| Asked { order: Order { by, down }, ..asked("", "6A", false, 2) };
        let not_yet = Asked { certifiability: Some(Certifiability::NotYet), ..asked("", "6A", false, 1) };
        for (query, expected) in [
            (vec![], asked("", "", false, 1)),
            (vec![("q", " Léa "), ("division", "6A"), ("page", "3")], asked("Léa", "6A", false, 3)),
            (vec![("state", "gone"), ("page", "0")], asked("", "", true, 1)),
            (vec![("state", "x"), ("page", "x"), ("certifiable", "x")], asked("", "", false, 1)),
            (vec![("division", "6A"), ("certifiable", "no")], not_yet),
            (vec![("division", "6A"), ("order", "-last"), ("page", "2")], ordered(By::Last, true)),
            (vec![("division", "6A"), ("order", "l.sought DESC"), ("page", "2")], ordered(By::Name, false)),
        ] {
            let query = query.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            assert_eq!(Asked::read(&query), expected, "{query:?}");
            let written = form_urlencoded::parse(expected.query().as_bytes()).into_owned().collect();
            assert_eq!(Asked::read(&written), expected, "an address says all that is asked");
        }
    }
}
