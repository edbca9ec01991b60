//! The campaigns of an organisation: one's own or everybody's, in use or archived, found by name or owner.

use axum::extract::{Query, State};
use axum::response::Html;
use rules::name_search::NameSearch;
use rules::search_text::search_text;
use std::collections::HashMap;
use store::campaign::{self, Search};
use store::{AccountId, membership};
use web::Words;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_list_page::{self, Listing};
use crate::frame::Sheet;

/// Campaigns on a page.
pub const PAGE: u32 = 50;
/// The longest text that is searched for, in characters.
const LONGEST_SEARCH: usize = 100;
/// More pages than anybody turns.
const LAST_PAGE: u32 = 10_000;

/// What the address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// Everybody's campaigns rather than one's own.
    pub all: bool,
    /// The archived ones rather than those in use.
    pub archived: bool,
    /// A part of a name, as typed.
    pub text: String,
    /// The page, from 1.
    pub page: u32,
}

impl Asked {
    /// Reads an address; what it does not understand is left out.
    pub fn read(query: &HashMap<String, String>) -> Self {
        let said = |name: &str, value: &str| query.get(name).is_some_and(|said| said == value);
        let text = query.get("q").map(|text| text.trim().chars().take(LONGEST_SEARCH).collect());
        let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1);
        Self {
            all: said("whose", "all"),
            archived: said("state", "archived"),
            text: text.unwrap_or_default(),
            page: u32::clamp(page, 1, LAST_PAGE),
        }
    }

    /// Whether anything is asked for, but for a page.
    pub const fn is_filtered(&self) -> bool {
        self.all || self.archived || !self.text.is_empty()
    }
}

/// `GET /orga/campaigns?whose=all&state=archived&q=TEXT&page=N`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let (words, asked) = (member.frame.words(), Asked::read(&query));
    let owners = owners(&house, &member, &asked.text).await?;
    let search = Search {
        organisation: member.organisation.id,
        owner: (!asked.all).then_some(member.person.id),
        archived: asked.archived,
        text: &search_text(&asked.text),
        owners: &owners,
    };
    let skipped = i64::from(asked.page - 1) * i64::from(PAGE);
    let campaigns = campaign::page(&house.db, search, skipped, i64::from(PAGE)).await?;
    let body = campaign_list_page::page(&Listing { words, asked: &asked, campaigns: &campaigns });
    let toast = query.get("done").and_then(|done| sentence(words, done));
    let sheet = Sheet { toast, ..Sheet::new(words.say("campaigns-title"), body) };
    Ok(sheet.within("campaigns").render(&house, &member))
}

/// The people whose names are searched for, those who left included.
async fn owners(house: &House, member: &Member, text: &str) -> Result<Vec<AccountId>, Refusal> {
    if text.is_empty() {
        return Ok(Vec::new());
    }
    let search = NameSearch::of(text);
    let people = membership::people(&house.db, member.organisation.id).await?;
    let found = people.iter().filter(|person| search.finds(&search_text(&person.name())));
    Ok(found.map(|person| person.account_id).collect())
}

fn sentence(words: Words, done: &str) -> Option<(Tone, &'static str)> {
    match done {
        "deleted" => Some((Tone::Ok, words.say("campaign-done-deleted"))),
        "several-deleted" => Some((Tone::Ok, words.say("campaign-done-several-deleted"))),
        "none-chosen" => Some((Tone::Warn, words.say("campaign-done-none-chosen"))),
        "joined" => Some((Tone::Ok, words.say("invitation-done-joined"))),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_is_read_kindly() {
        let asked = |all, archived, text: &str, page| Asked { all, archived, text: text.to_owned(), page };
        for (query, expected) in [
            (vec![], asked(false, false, "", 1)),
            (vec![("whose", "all"), ("state", "archived")], asked(true, true, "", 1)),
            (vec![("whose", "x"), ("state", "x"), ("page", "x")], asked(false, false, "", 1)),
            (vec![("q", " rentrée "), ("page", "3")], asked(false, false, "rentrée", 3)),
            (vec![("page", "0")], asked(false, false, "", 1)),
            (vec![("page", "4000000000")], asked(false, false, "", LAST_PAGE)),
        ] {
            let query = query.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect();
            assert_eq!(Asked::read(&query), expected, "{query:?}");
        }
    }
}
