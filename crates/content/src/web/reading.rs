//! Reading a mini-web as a generator writes it.

use std::collections::BTreeSet;

use jiff::civil::Date;

use super::address::{self, is_host, is_path};
use super::{Web, WebAddress, WebBlock, WebDate, WebLink, WebPage, WebSite};
use crate::exhibit::{Block, LOCKS, PIECES, Piece, block, filled, grid, list, maybe, one_of, prose};
use crate::lang::Lang;
use crate::natives::date_text;
use crate::value::{At, Shape};

const SITES: usize = 12;
const PAGES_OF_A_SITE: usize = 30;
const PAGES: usize = 80;
const BLOCKS: usize = 20;
const LINKS: usize = 30;

/// Reads the whole of it; whether its links lead somewhere is for [`crate::check`].
pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Web> {
    at.only(&["start", "sites"])?;
    let mut broken = BTreeSet::new();
    let sites = list(at.key("sites")?, SITES, |item| site(item, lang, &mut broken))?;
    let mut hosts = BTreeSet::new();
    if let Some(twice) = sites.iter().find(|site| !hosts.insert(&site.host)) {
        return Err(format!("{}.sites: two sites are {:?}, expected each host once", at.place, twice.host));
    }
    let pages: usize = sites.iter().map(|site| site.pages.len()).sum();
    if pages > PAGES {
        return Err(format!("{}.sites: {pages} pages in all, expected at most {PAGES}", at.place));
    }
    let start = address::read(at.key("start")?, None)?;
    let web = Web { lang, start, sites, broken };
    if web.at(&web.start).is_none() {
        return at.key("start")?.expected("the address of a page of the sites, or of an engine");
    }
    Ok(web)
}

fn site(at: At<'_>, lang: Lang, broken: &mut BTreeSet<WebAddress>) -> Shape<WebSite> {
    at.only(&["host", "name", "lock", "pages", "engine"])?;
    let host = at.key("host")?.text()?;
    if !is_host(&host) {
        return at
            .key("host")?
            .expected("a host such as mairie-lanoy.example, under .example, .test or .invalid");
    }
    let engine = at.flag("engine")?;
    let pages = match at.maybe("pages") {
        Some(pages) if engine => return pages.expected("no pages, since the site is an engine"),
        None if engine => Vec::new(),
        _ => list(at.key("pages")?, PAGES_OF_A_SITE, |item| {
            page(item, lang, &mut Links { host: &host, broken })
        })?,
    };
    let mut paths = BTreeSet::new();
    if let Some(twice) = pages.iter().find(|page| !paths.insert(&page.path)) {
        return Err(format!("{}.pages: two pages are {:?}, expected each path once", at.place, twice.path));
    }
    let lock = one_of(at.key("lock")?, &LOCKS)?;
    Ok(WebSite { name: filled(at.key("name")?, lang)?, lock, pages, engine, host })
}

/// What the links of a page need: where it is, and what may lead nowhere.
struct Links<'a> {
    host: &'a str,
    broken: &'a mut BTreeSet<WebAddress>,
}

fn page(at: At<'_>, lang: Lang, links: &mut Links<'_>) -> Shape<WebPage> {
    at.only(&["path", "title", "content", "date"])?;
    let path = at.key("path")?.text()?;
    if !is_path(&path) {
        return at.key("path")?.expected("a path such as /agenda/2024 of letters, digits, - _ and .");
    }
    Ok(WebPage {
        path,
        title: prose(at.key("title")?, lang)?,
        date: maybe(at, "date", |item| date(item, lang))?,
        content: list(at.key("content")?, BLOCKS, |item| part(item, lang, links))?,
    })
}

fn date(at: At<'_>, lang: Lang) -> Shape<WebDate> {
    let Ok(day) = at.text()?.parse::<Date>() else { return at.expected("a date such as \"2024-05-03\"") };
    Ok(WebDate { year: day.year(), text: date_text(lang, day) })
}

const KINDS: &str = "one of heading, paragraph, button, field, notice, table, links";

fn part(at: At<'_>, lang: Lang, links: &mut Links<'_>) -> Shape<WebBlock> {
    let mut entries = at.entries()?;
    let (Some((kind, inside)), None) = (entries.next(), entries.next()) else {
        return at.expected(&format!("a map with exactly {KINDS}"));
    };
    Ok(match kind {
        "heading" | "button" | "field" | "notice" => WebBlock::Drawn(block(at, lang)?),
        "paragraph" => {
            let pieces = inside.each_or_one(|item| piece(item, lang, links))?;
            if !(1..=PIECES).contains(&pieces.len()) {
                return Err(format!("{}: {} pieces, expected 1 to {PIECES}", inside.place, pieces.len()));
            }
            WebBlock::Drawn(Block::Paragraph(pieces))
        }
        "table" => {
            inside.only(&["columns", "rows"])?;
            let (columns, rows) = grid(inside, lang)?;
            if columns.is_empty() || rows.is_empty() {
                return inside.expected("at least one column and one row");
            }
            WebBlock::Table { columns, rows }
        }
        "links" => WebBlock::Links(list(inside, LINKS, |item| link(item, lang, links))?),
        _ => return Err(format!("{}: unknown key {kind:?}, expected {KINDS}", at.place)),
    })
}

fn piece(at: At<'_>, lang: Lang, links: &mut Links<'_>) -> Shape<Piece> {
    if at.map().is_ok() {
        return link(at, lang, links).map(|WebLink { text, url }| Piece::Link { text, url });
    }
    at.shown(lang)
        .or_else(|_| at.expected("a text or a link #{ text: \"…\", url: \"…\" }"))
        .and_then(|_| prose(at, lang).map(Piece::Text))
}

fn link(at: At<'_>, lang: Lang, links: &mut Links<'_>) -> Shape<WebLink> {
    at.only(&["text", "url", "broken"])?;
    let target = address::read(at.key("url")?, Some(links.host))?;
    let url = format!("https://{target}");
    if at.flag("broken")? {
        links.broken.insert(target);
    }
    Ok(WebLink { text: prose(at.key("text")?, lang)?, url })
}
