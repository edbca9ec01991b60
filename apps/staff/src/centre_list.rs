//! The certification centres: searched by name or number, of one kind, archived or not, a page at a time.

use axum::extract::{Query, State};
use axum::response::Html;
use maud::{Markup, html};
use std::collections::HashMap;
use store::centre::{self, Centre};
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::centre_form::{KINDS, habilitation_word};
use crate::frame::Sheet;
use crate::list_search::Search;
use crate::organisation_list_page::kind_word;

/// Where the list is.
const PATH: &str = "/staff/centres";

/// `GET /staff/centres?q=…&kind=…&archived=on&page=…`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let search = Search::read(&query);
    let count = centre::count(&house.db, &search.filter).await?;
    let search = search.among(count);
    let (number, size) = search.page();
    let list = centre::list(&house.db, &search.filter, number, size).await?;
    let words = staff.frame.words();
    let body = page(words, &search, &list);
    Ok(Sheet::new("centres", words.say("staff-centres"), body).render(&house, &staff))
}

fn page(words: Words, search: &Search, list: &[Centre]) -> Markup {
    html! {
        div class="stack-l" {
            div class="row row--between" {
                h1 id="centres" { (words.say("staff-centres")) }
                (Button::link(words.say("staff-centre-new"), "/staff/centres/new"))
            }
            (search.form(words, PATH, &KINDS))
            @if list.is_empty() {
                (empty(words.say("staff-centres-none"), words.say("staff-centres-none-text"), None))
            } @else {
                p class="muted" role="status" { (words.with("staff-centres-count", &[("n", search.count.into())])) }
                (table(words, list))
                (search.pages(words, PATH))
            }
        }
    }
}

fn table(words: Words, list: &[Centre]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="centres" {
            table class="table table--people" {
                thead { tr {
                    th scope="col" { (words.say("staff-name")) }
                    th scope="col" { (words.say("staff-kind")) }
                    th scope="col" { (words.say("staff-number")) }
                    th scope="col" { (words.say("staff-habilitations")) }
                } }
                tbody { @for centre in list { tr {
                    th scope="row" { a href={ (PATH) "/" (centre.id) } { (centre.name) } }
                    td data-label=(words.say("staff-kind")) { (words.say(kind_word(centre.kind))) }
                    td data-label=(words.say("staff-number")) { (centre.external_id.as_deref().unwrap_or("–")) }
                    td data-label=(words.say("staff-habilitations")) { (habilitations(words, centre)) }
                } } }
            }
        }
    }
}

fn habilitations(words: Words, centre: &Centre) -> String {
    let said: Vec<&str> =
        centre.habilitations.split_whitespace().map(|one| words.say(habilitation_word(one))).collect();
    if said.is_empty() { "–".to_owned() } else { said.join(", ") }
}
