//! The page of [`crate::mini_web`]: a strip that leads back to the question, then a page as a browser would show it.

use content::{Block, Lock, Paper, Piece, Web, WebAddress, WebBlock, WebLink, WebPage, WebSite, WebSpot};
use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::icon::Icon;
use web::words::key;

use crate::mini_web_search::engine;

/// Where a mini-web is served.
pub struct Ground<'a> {
    /// What stands before the hosts.
    pub root: &'a str,
    /// The page of the question.
    pub question: &'a str,
    /// Its position, from 1.
    pub position: u16,
    /// What every address carries on in its query.
    pub carried: &'a [(&'static str, String)],
}

/// What was searched.
pub struct Asked {
    /// The words.
    pub text: String,
    /// The year of the pages; any when absent.
    pub year: Option<i16>,
}

/// A visit of an address.
pub struct Visit<'a> {
    /// The language.
    pub words: Words,
    /// The mini-web.
    pub web: &'a Web,
    /// Where it is served.
    pub ground: &'a Ground<'a>,
    /// The address asked for.
    pub written: &'a str,
    /// What is there.
    pub spot: Option<WebSpot<'a>>,
    /// What was searched, if anything was.
    pub asked: &'a Option<Asked>,
}

impl Visit<'_> {
    /// Where a link to an address leads.
    pub fn href(&self, address: &impl std::fmt::Display) -> String {
        format!("{}/{address}{}", self.ground.root, query(self.ground.carried))
    }
}

/// The button that opens the mini-web of a question, if it has one, in a window of its own.
pub fn entry(words: Words, paper: &Paper, root: &str, query: &str) -> Markup {
    let Some(start) = &paper.web else { return html! {} };
    html! {
        div class="stack-s" {
            p { (Button::link(words.say("mini-web-explore"), &format!("{root}/{start}{query}")).quiet().icon(Icon::Globe).apart(words)) }
            p class="muted small" { (words.say("mini-web-about")) }
        }
    }
}

/// The title of the window.
pub fn title(visit: &Visit<'_>) -> String {
    match visit.spot {
        Some(WebSpot::Page(site, page)) => format!("{} · {}", page.title, site.name),
        Some(WebSpot::Engine(site)) => match visit.asked {
            Some(asked) => format!("{} · {}", asked.text, site.name),
            None => site.name.clone(),
        },
        None => visit.words.say("mini-web-missing-title").to_owned(),
    }
}

/// Where one is, the way back to the question and to the start.
pub fn strip(visit: &Visit<'_>) -> Markup {
    let (words, ground) = (visit.words, visit.ground);
    html! {
        p class="muted" { (words.with("mini-web-strip", &[("n", ground.position.into())])) }
        nav aria-label=(words.say("mini-web-ways")) {
            a class="tap" href=(visit.href(&visit.web.start)) { (words.say("mini-web-start")) }
            a class="tap" href={ (ground.question) (query(ground.carried)) } { (words.say("mini-web-back")) }
        }
    }
}

/// The window of the browser.
pub fn page(visit: &Visit<'_>) -> Markup {
    let tab = title(visit);
    html! {
        div class="exhibit mini-web" {
            p class="exhibit__bar" { (Icon::Globe) span { span class="visually-hidden" { (visit.words.say("exhibit-browser-tab")) " " } (tab) } }
            div class="window" {
                (address(visit))
                @match visit.spot {
                    Some(WebSpot::Page(site, page)) => (shown(visit, site, page)),
                    Some(WebSpot::Engine(site)) => (engine(visit, site)),
                    None => (missing(visit)),
                }
            }
        }
    }
}

/// The bar with the whole address, its host in bold.
fn address(visit: &Visit<'_>) -> Markup {
    let (host, after) = visit.written.split_once('/').unwrap_or((visit.written, ""));
    let site = visit.web.site(host);
    let (icon, drawn) = match site.map(|site| site.lock) {
        Some(Lock::Secure) => (Icon::Lock, key("drawn-closed-padlock")),
        Some(Lock::Error) => (Icon::Warning, key("drawn-warning-triangle")),
        Some(Lock::None) | None => (Icon::Globe, key("drawn-globe")),
    };
    html! {
        p class="address" {
            (icon) span class="visually-hidden" { (visit.words.say(drawn)) " " }
            span { (site.map_or("https://", WebSite::scheme)) b { (host) } "/" (after) }
        }
    }
}

fn shown(visit: &Visit<'_>, site: &WebSite, page: &WebPage) -> Markup {
    let home = site.address("/");
    html! {
        p class="mini-web__site" {
            @if visit.web.at(&home).is_some() { a class="tap" href=(visit.href(&home)) { (site.name) } } @else { (site.name) }
        }
        h1 { (page.title) }
        @if let Some(date) = &page.date {
            p class="muted small" { (visit.words.with("mini-web-published", &[("date", date.text.as_str().into())])) }
        }
        div class="window__text" { @for block in &page.content { (part(visit, block, &page.title)) } }
    }
}

fn part(visit: &Visit<'_>, block: &WebBlock, title: &str) -> Markup {
    match block {
        WebBlock::Drawn(block) => drawn(visit, block),
        WebBlock::Table { columns, rows } => table(columns, rows, title),
        WebBlock::Links(links) => html! {
            ul class="mini-web__links" {
                @for WebLink { text, url } in links { li { a class="tap" href=(target(visit, url)) { (text) } } }
            }
        },
    }
}

fn drawn(visit: &Visit<'_>, block: &Block) -> Markup {
    let words = visit.words;
    match block {
        Block::Heading(text) => html! { h2 { (text) } },
        Block::Paragraph(pieces) => html! {
            p { @for piece in pieces { @match piece {
                Piece::Text(text) => { (text) },
                Piece::Link { text, url } => { a href=(target(visit, url)) { (text) } },
            } } }
        },
        Block::Button(text) => html! {
            p { span class="pressable" { span class="visually-hidden" { (words.say("exhibit-button")) " " } (text) } }
        },
        Block::Field(label) => html! {
            p class="blank" { span { span class="visually-hidden" { (words.say("exhibit-field")) " " } (label) } }
        },
        Block::Notice(text) => html! { p class="notice" { (Icon::Info) span { (text) } } },
    }
}

/// What is wider than the screen scrolls by itself, with the keyboard too.
fn table(columns: &[String], rows: &[Vec<String>], title: &str) -> Markup {
    html! {
        div class="exhibit__body" tabindex="0" role="group" aria-label=(title) {
            table class="table" {
                caption class="visually-hidden" { (title) }
                thead { tr { @for text in columns { th scope="col" { (text) } } } }
                tbody {
                    @for row in rows {
                        tr { @for (column, text) in row.iter().enumerate() {
                            @if column == 0 { th scope="row" { (text) } } @else { td class="short" { (text) } }
                        } }
                    }
                }
            }
        }
    }
}

/// An address of which nothing is known, told in the browser as a browser would.
fn missing(visit: &Visit<'_>) -> Markup {
    html! {
        h1 { (visit.words.say("mini-web-missing-title")) }
        p { (visit.words.say("mini-web-missing")) }
    }
}

fn target(visit: &Visit<'_>, url: &str) -> String {
    WebAddress::parse(url).map_or_else(|| visit.href(&visit.web.start), |address| visit.href(&address))
}

fn query(carried: &[(&'static str, String)]) -> String {
    let pairs: Vec<String> = carried.iter().map(|(name, value)| format!("{name}={value}")).collect();
    format!("?{}", pairs.join("&"))
}
