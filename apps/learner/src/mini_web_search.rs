//! The page of a search engine of a mini-web: its form, what it understands, what it found.

use content::{Found, Hit, WebSite};
use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::field::{Field, Kind};
use web::components::fold::more;
use web::components::icon::Icon;
use web::components::select::Select;

use crate::mini_web::LONGEST_SEARCH;
use crate::mini_web_page::{Asked, Visit};

/// The name of the engine, its form, and the results when something was asked.
pub fn engine(visit: &Visit<'_>, site: &WebSite) -> Markup {
    html! {
        h1 class="mini-web__name" { (site.name) }
        (form(visit, site))
        (more(visit.words.say("mini-web-search-how"), &how(visit.words)))
        @if let Some(asked) = visit.asked { (results(visit, asked)) }
    }
}

fn form(visit: &Visit<'_>, site: &WebSite) -> Markup {
    let (words, asked) = (visit.words, visit.asked.as_ref());
    let years: Vec<String> = visit.web.years().iter().map(i16::to_string).collect();
    let options: Vec<(&str, &str)> = years.iter().map(|year| (year.as_str(), year.as_str())).collect();
    let year = asked.and_then(|asked| asked.year).map(|year| year.to_string());
    let action = format!("{}/{}", visit.ground.root, site.address("/"));
    html! {
        form method="get" action=(action) role="search" {
            @for (name, value) in visit.ground.carried { input type="hidden" name=(name) value=(value); }
            (Field {
                kind: Kind::Mono,
                value: asked.map_or("", |asked| &asked.text),
                longest: Some(LONGEST_SEARCH),
                ..Field::new("q", words.say("mini-web-search-words"))
            })
            @if !options.is_empty() {
                (Select {
                    name: "year",
                    label: words.say("mini-web-search-year"),
                    options: &options,
                    value: year.as_deref().unwrap_or(""),
                    blank: Some(words.say("mini-web-search-any-year")),
                    hint: None,
                    error: None,
                })
            }
            p { (Button::submit(words.say("mini-web-search-go")).icon(Icon::Search)) }
        }
    }
}

/// What the engine understands beside words.
fn how(words: Words) -> Markup {
    html! {
        dl class="pairs mini-web__signs" {
            div { dt { code { (words.say("mini-web-sign-exact")) } } dd { (words.say("mini-web-sign-exact-means")) } }
            div { dt { code { (words.say("mini-web-sign-without")) } } dd { (words.say("mini-web-sign-without-means")) } }
            div { dt { code { (words.say("mini-web-sign-site")) } } dd { (words.say("mini-web-sign-site-means")) } }
        }
    }
}

fn results(visit: &Visit<'_>, asked: &Asked) -> Markup {
    let (words, found) = (visit.words, visit.web.search(&asked.text, asked.year));
    html! {
        section aria-labelledby="results" {
            h2 id="results" { (words.say("mini-web-search-results")) }
            p { (count(words, &found, asked)) }
            @if !found.hits.is_empty() {
                ol class="mini-web__results" { @for hit in &found.hits { (result(visit, hit)) } }
            }
        }
    }
}

fn count(words: Words, found: &Found<'_>, asked: &Asked) -> String {
    let (shown, total) = (found.hits.len(), found.total);
    if asked.text.trim().is_empty() {
        words.say("mini-web-search-empty").to_owned()
    } else if total == 0 {
        words.say("mini-web-search-nothing").to_owned()
    } else if shown < total {
        words.with("mini-web-search-first", &[("n", total.into()), ("shown", shown.into())])
    } else {
        words.with("mini-web-search-count", &[("n", total.into())])
    }
}

fn result(visit: &Visit<'_>, hit: &Hit<'_>) -> Markup {
    let address = hit.site.address(&hit.page.path);
    html! {
        li {
            h3 { a class="tap" href=(visit.href(&address)) { (hit.page.title) } }
            p class="small mini-web__address" { (hit.site.scheme()) (address) }
            p class="small" { @if let Some(date) = &hit.page.date { span class="muted" { (date.text) " — " } } (hit.excerpt) }
        }
    }
}
