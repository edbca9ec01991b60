//! The page of [`crate::activity`].

use maud::{Markup, html};
use store::campaign::Campaign;
use store::report::tries::MOST;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::Button;
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::pagination::pagination;
use web::components::select::Select;
use web::components::sorting::Sorting;
use web::components::stats::stats;
use web::components::tag::tag;

use crate::activity_chart::{chart, days};
use crate::campaign_tabs::{Tab, campaign_tabs, projection};
use crate::list_order::{Column, Order};
use crate::participant_filter::{Filter, FilterForm, PAGE, divisions};
use crate::participant_order::By;
use crate::participant_roll::{Person, Status};

/// What the page shows.
pub struct Activity<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Everybody.
    pub people: &'a [Person<'a>],
    /// Those whom the filter keeps.
    pub kept: &'a [&'a Person<'a>],
    /// The filter.
    pub filter: &'a Filter,
    /// Whether there are more tries than the page reads.
    pub cut: bool,
    /// The site's address, which learners type.
    pub base_url: &'a str,
}

/// The whole page.
pub fn page(shown: &Activity<'_>) -> Markup {
    let words = shown.words;
    html! {
        div class="stack-m" {
            (campaign_tabs(words, shown.campaign, Tab::Activity))
            (cut_short(words, shown.cut))
            @if shown.people.is_empty() { (nobody(shown)) } @else { (figures(shown)) (list(shown)) }
        }
    }
}

/// That the page stops before the end of a very large campaign, and where the rest is.
pub fn cut_short(words: Words, cut: bool) -> Markup {
    html! { @if cut { (banner(Tone::Warn, &html! { p { (words.with("orga-cut", &[("n", MOST.into())])) } })) } }
}

fn nobody(shown: &Activity<'_>) -> Markup {
    let site = shown.base_url.split_once("://").map_or(shown.base_url, |(_, site)| site);
    let text = shown
        .words
        .with("orga-nobody", &[("site", site.into()), ("code", shown.campaign.code.as_str().into())]);
    let board = projection(shown.campaign);
    let show = Button::link(shown.words.say("projection-title"), &board);
    empty(shown.words.say("orga-nobody-title"), &text, shown.campaign.archived_at.is_none().then_some(&show))
}

fn figures(shown: &Activity<'_>) -> Markup {
    let words = shown.words;
    let counts =
        Status::ALL.map(|status| shown.people.iter().filter(|person| person.status() == status).count());
    let received = shown.people.iter().filter(|person| person.sent().is_some()).count();
    let of = words.with("orga-out-of", &[("n", shown.people.len().into())]);
    html! {
        (stats(&[
            (words.say("orga-participants"), shown.people.len().to_string(), ""),
            (words.say("orga-received"), received.to_string(), of.as_str()),
        ]))
        div class="cols cols--even" {
            section class="card stack" aria-labelledby="status" {
                h2 id="status" { (words.say("orga-status")) }
                (statuses(shown, counts))
            }
            section class="card stack" aria-labelledby="curve" {
                h2 id="curve" { (words.say("orga-chart")) }
                (chart(words, &days(shown.people)))
            }
        }
    }
}

/// How many people stand at each status, as bars that lead to the list of them.
fn statuses(shown: &Activity<'_>, counts: [usize; 3]) -> Markup {
    let words = shown.words;
    let most = counts.into_iter().max().unwrap_or(0).max(1);
    html! {
        ul class="bars" {
            @for (status, count) in Status::ALL.into_iter().zip(counts) {
                @let filter = Filter { status: Some(status), ..Filter::default() };
                li {
                    a href={ (filter.address(&Tab::Activity.path(shown.campaign), 1)) "#list" } {
                        span class="bars__label" { (words.say(status.word())) }
                        (bar(count, most))
                        span class="bars__count num" { (count) }
                    }
                }
            }
        }
    }
}

/// A bar as long as its share of the longest.
pub fn bar(count: usize, most: usize) -> Markup {
    html! {
        svg class="bars__bar" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true" {
            rect width=(count * 100 / most.max(1)) height="10" {}
        }
    }
}

fn list(shown: &Activity<'_>) -> Markup {
    let words = shown.words;
    let path = Tab::Activity.path(shown.campaign);
    let divisions = divisions(shown.people.iter().map(|person| person.present.division.as_deref()));
    let order = shown.filter.order.code();
    let address = |order: &str| in_order(shown.filter, order, &path);
    let sorting = Sorting { words, order: &order, address: &address };
    let form = FilterForm {
        words,
        path: &path,
        filter: shown.filter,
        divisions: &divisions,
        more: html! { (by_status(shown)) (sorting.field(&fields(&columns(words, !divisions.is_empty())))) },
    };
    html! {
        div class="stack" {
            div class="row row--between" {
                h2 id="list" { (words.say("orga-list")) }
                (Button::link(words.say("orga-export"), &format!("{path}/export")).quiet().small().icon(Icon::Download))
            }
            (form.render())
            p class="muted small" aria-live="polite" { (words.with("orga-shown", &[("n", shown.kept.len().into())])) }
            @if shown.kept.is_empty() { p { (words.say("orga-none-kept")) } } @else { (table(shown, sorting, !divisions.is_empty())) }
            (pages(words, shown.filter, &path, shown.kept.len()))
        }
    }
}

/// Links to the pages of a filtered list.
pub fn pages(words: Words, filter: &Filter, path: &str, count: usize) -> Markup {
    let page = |page: usize| u32::try_from(page).unwrap_or(u32::MAX);
    let last = count.div_ceil(PAGE).max(1);
    let address = |page: u32| filter.address(path, usize::try_from(page).unwrap_or(1));
    pagination(words, page(filter.page.min(last)), page(last), address)
}

/// The people of the filter's page; of the last page when there is none of that number.
pub fn page_of<'p, T>(kept: &'p [T], filter: &Filter) -> &'p [T] {
    let last = kept.len().div_ceil(PAGE).max(1);
    kept.chunks(PAGE).nth(filter.page.min(last) - 1).unwrap_or_default()
}

fn by_status(shown: &Activity<'_>) -> Markup {
    let words = shown.words;
    let options = Status::ALL.map(|status| (status.code(), words.say(status.word())));
    html! {
        (Select {
            name: "status", label: words.say("orga-status"), options: &options,
            value: shown.filter.status.map_or("", Status::code), blank: Some(words.say("orga-filter-every")), hint: None, error: None,
        })
    }
}

/// A list's columns that put it in order: each with its heading and the class of its cells.
pub type Columns<'w> = Vec<(By, &'w str, Option<&'w str>)>;

/// The same columns, as a field shows them.
pub fn fields<'w>(columns: &Columns<'w>) -> Vec<(&'w str, &'w str)> {
    columns.iter().map(|(by, label, _)| (by.code(), *label)).collect()
}

/// The address of the first page of a list in an order.
pub fn in_order(filter: &Filter, order: &str, path: &str) -> String {
    let filter = Filter { order: Order::read(order), ..filter.clone() };
    format!("{}#list", filter.address(path, 1))
}

fn columns(words: Words, divided: bool) -> Columns<'static> {
    let mut columns =
        vec![(By::Name, words.say("orga-person"), None), (By::Status, words.say("orga-status"), None)];
    if divided {
        columns.push((By::Division, words.say("orga-division"), None));
    }
    columns.push((By::Tries, words.say("orga-tries"), Some("r")));
    columns
}

fn table(shown: &Activity<'_>, sorting: Sorting<'_>, divided: bool) -> Markup {
    let words = shown.words;
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="list" {
            table class="table table--people" {
                thead { tr {
                    @for (by, label, class) in columns(words, divided) { (sorting.heading(by.code(), label, class)) }
                } }
                tbody { @for person in page_of(shown.kept, shown.filter) { tr {
                    th scope="row" { (link(words, shown.campaign, person)) }
                    td class="short" data-label=(words.say("orga-status")) { (status_tag(words, person.status())) }
                    @if divided { td class="short" data-label=(words.say("orga-division")) { (person.present.division.as_deref().unwrap_or("–")) } }
                    td class="r" data-label=(words.say("orga-tries")) { (person.tries.len()) }
                } } }
            }
        }
    }
}

/// A person's name, leading to their page.
pub fn link(words: Words, campaign: &Campaign, person: &Person<'_>) -> Markup {
    let name = person.name();
    let href = format!("{}/participants/{}", Tab::Activity.path(campaign), person.present.id);
    html! { a href=(href) { @if name.is_empty() { (words.say("orga-anonymous")) } @else { (name) } } }
}

/// A status in a tag.
pub fn status_tag(words: Words, status: Status) -> Markup {
    let (tone, icon) = match status {
        Status::Started => (Tone::Info, Icon::Pencil),
        Status::ToSend => (Tone::Warn, Icon::Clock),
        Status::Sent => (Tone::Ok, Icon::Check),
    };
    tag(tone, icon, words.say(status.word()))
}
