//! The page of [`crate::campaign_list`].

use maud::{Markup, html};
use store::campaign::Listed;
use web::Words;
use web::components::button::Button;
use web::components::code::code;
use web::components::empty::empty;
use web::components::field::Field;
use web::components::filters::filters as fold;
use web::components::pagination::pagination;
use web::components::select::Select;
use web::moment::date;

use crate::campaign_list::{Asked, PAGE};
use crate::campaign_tabs::kind_word;

const NEW: &str = "/orga/campaigns/new";

/// What the page shows.
pub struct Listing<'a> {
    /// The language.
    pub words: Words,
    /// What the address asks for.
    pub asked: &'a Asked,
    /// The campaigns of the page.
    pub campaigns: &'a [Listed],
}

/// The whole page.
pub fn page(listing: &Listing<'_>) -> Markup {
    let (words, asked) = (listing.words, listing.asked);
    html! {
        div class="stack" {
            div class="row row--between" {
                h1 { (words.say("campaigns-title")) }
                div class="row" {
                    (Button::link(words.say("campaign-new"), NEW))
                    (Button::link(words.say("combined-title"), "/orga/courses").quiet())
                }
            }
            (filters(words, asked))
            @if listing.campaigns.is_empty() { (nothing(words, asked)) }
            @else { (table(listing)) (pages(listing)) }
        }
    }
}

fn filters(words: Words, asked: &Asked) -> Markup {
    let search = Field { value: &asked.text, ..Field::new("q", words.say("campaigns-search")) };
    let whose = Select {
        name: "whose",
        label: words.say("campaigns-whose"),
        options: &[("mine", words.say("campaigns-mine")), ("all", words.say("campaigns-all"))],
        value: if asked.all { "all" } else { "mine" },
        blank: None,
        hint: None,
        error: None,
    };
    let state = Select {
        name: "state",
        label: words.say("campaigns-state"),
        options: &[("active", words.say("campaigns-active")), ("archived", words.say("campaigns-archived"))],
        value: if asked.archived { "archived" } else { "active" },
        ..whose
    };
    html! {
        form class="card card--sunken" method="get" action="/orga/campaigns" role="search"
            aria-label=(words.say("campaigns-filter")) {
            (fold(words.say("campaigns-filter"), asked.is_filtered(), &html! {
                (search) (whose) (state)
                (Button::submit(words.say("campaigns-apply")).quiet())
            }))
        }
    }
}

/// Nothing was ever made, or nothing is found.
fn nothing(words: Words, asked: &Asked) -> Markup {
    if asked.text.is_empty() && !asked.archived && asked.page == 1 {
        let action = Button::link(words.say("campaign-new"), NEW).quiet();
        let (title, text) = if asked.all {
            (words.say("campaigns-none"), words.say("campaigns-none-text"))
        } else {
            (words.say("campaigns-none-mine"), words.say("campaigns-none-mine-text"))
        };
        return empty(title, text, Some(&action));
    }
    let back = Button::link(words.say("campaigns-show-all"), "/orga/campaigns?whose=all").quiet();
    empty(words.say("campaigns-not-found"), words.say("campaigns-not-found-text"), Some(&back))
}

fn table(listing: &Listing<'_>) -> Markup {
    let words = listing.words;
    let total = total(listing);
    html! {
        form class="stack-s" method="get" action="/orga/campaigns/removal" {
            div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("campaigns-title")) {
                table class="table table--people" {
                    caption { (words.with("campaigns-count", &[("n", total.into())])) }
                    thead { tr {
                        th scope="col" { span class="visually-hidden" { (words.say("campaigns-choose")) } }
                        th scope="col" { (words.say("campaigns-name")) }
                        th scope="col" { (words.say("campaign-code")) }
                        th scope="col" { (words.say("campaigns-owner")) }
                        th scope="col" { (words.say("campaigns-created")) }
                        th scope="col" class="r" { (words.say("campaigns-participants")) }
                        th scope="col" class="r" { (words.say("campaigns-results")) }
                    } }
                    tbody { @for campaign in listing.campaigns { (row(words, campaign)) } }
                }
            }
            div class="row" { (Button::submit(words.say("campaigns-delete")).quiet().small()) }
        }
    }
}

fn row(words: Words, campaign: &Listed) -> Markup {
    html! {
        tr {
            td class="tick" {
                label class="check" {
                    input type="checkbox" name="campaign" value=(campaign.id);
                    span class="visually-hidden" { (words.with("campaigns-choose-one", &[("name", campaign.name.as_str().into())])) }
                }
            }
            th scope="row" {
                a class="strong" href={ "/orga/campaigns/" (campaign.id) } { (campaign.name) }
                br;
                span class="muted small" { (words.say(kind_word(campaign.kind))) }
            }
            td class="short" { (code(words, &campaign.code)) }
            td data-label=(words.say("campaigns-owner")) { (owner(words, campaign)) }
            td class="short" data-label=(words.say("campaigns-created")) { (date(words.lang(), campaign.created_at)) }
            td class="r" data-label=(words.say("campaigns-participants")) { (campaign.participants) }
            td class="r" data-label=(words.say("campaigns-results")) { (campaign.results) }
        }
    }
}

fn owner(words: Words, campaign: &Listed) -> String {
    let names = [campaign.owner_first_name.as_deref(), campaign.owner_last_name.as_deref()];
    let name = names.into_iter().flatten().filter(|name| !name.is_empty()).collect::<Vec<_>>().join(" ");
    if name.is_empty() { words.say("campaigns-nobody").to_owned() } else { name }
}

fn total(listing: &Listing<'_>) -> i64 {
    listing.campaigns.first().map_or(0, |campaign| campaign.total)
}

fn pages(listing: &Listing<'_>) -> Markup {
    let asked = listing.asked;
    let last = u32::try_from(total(listing)).unwrap_or(u32::MAX).div_ceil(PAGE);
    pagination(listing.words, asked.page, last, |page| address(asked, page))
}

/// The address of a page of the same list.
fn address(asked: &Asked, page: u32) -> String {
    let (whose, state) =
        (if asked.all { "all" } else { "mine" }, if asked.archived { "archived" } else { "active" });
    let query = form_urlencoded::Serializer::new(String::new())
        .append_pair("q", &asked.text)
        .append_pair("whose", whose)
        .append_pair("state", state)
        .append_pair("page", &page.to_string())
        .finish();
    format!("/orga/campaigns?{query}")
}
