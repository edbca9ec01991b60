//! The mini-web of a question: fictional sites to explore, made when one of their pages is asked for.

mod address;
mod reading;
mod search;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

pub use address::WebAddress;
pub use search::{Found, Hit};

use crate::exhibit::{Block, Lock, Piece};
use crate::family::Family;
use crate::front::Mode;
use crate::generate::{Draw, GenerateError};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// Fictional sites that link to each other; some may search the others.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Web {
    /// The language of its pages.
    pub lang: Lang,
    /// Where one begins.
    pub start: WebAddress,
    /// The sites, in the order written.
    pub sites: Vec<WebSite>,
    /// The addresses that links lead to although nothing is there, on purpose.
    pub(crate) broken: BTreeSet<WebAddress>,
}

/// A site of a mini-web.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebSite {
    /// Whose pages these are: `mairie-lanoy.example`.
    pub host: String,
    /// How it calls itself.
    pub name: String,
    /// What a browser draws beside its addresses.
    pub lock: Lock,
    /// Its pages; none when it is a search engine.
    pub pages: Vec<WebPage>,
    /// Whether it searches the pages of the others.
    pub engine: bool,
}

/// A page of a site.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebPage {
    /// Where it is on its site: `/agenda/2024`.
    pub path: String,
    /// Its title.
    pub title: String,
    /// The day it was published, when it says so.
    pub date: Option<WebDate>,
    /// What it holds.
    pub content: Vec<WebBlock>,
}

/// The day of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebDate {
    /// Its year, by which an engine chooses.
    pub year: i16,
    /// The day as one says it.
    pub text: String,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WebBlock {
    /// What any page in a browser may hold.
    Drawn(Block),
    /// A table.
    Table {
        /// The headings.
        columns: Vec<String>,
        /// The rows, as long as the headings.
        rows: Vec<Vec<String>>,
    },
    /// A list of links.
    Links(Vec<WebLink>),
}

/// A link of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct WebLink {
    /// What is shown.
    pub text: String,
    /// Where it leads.
    pub url: String,
}

/// What is at an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WebSpot<'a> {
    /// A page of a site.
    Page(&'a WebSite, &'a WebPage),
    /// The page of a search engine.
    Engine(&'a WebSite),
}

impl Web {
    /// What is at an address; nothing for a page that does not exist.
    #[must_use]
    pub fn at(&self, address: &WebAddress) -> Option<WebSpot<'_>> {
        let site = self.site(&address.host)?;
        if site.engine {
            return (address.path == "/").then_some(WebSpot::Engine(site));
        }
        let page = site.pages.iter().find(|page| page.path == address.path)?;
        Some(WebSpot::Page(site, page))
    }

    /// The site of a host.
    #[must_use]
    pub fn site(&self, host: &str) -> Option<&WebSite> {
        self.sites.iter().find(|site| site.host == host)
    }

    /// Every page with its site, in the order written.
    pub fn pages(&self) -> impl Iterator<Item = (&WebSite, &WebPage)> {
        self.sites.iter().flat_map(|site| site.pages.iter().map(move |page| (site, page)))
    }

    /// The years of the pages that have a date, the newest first.
    #[must_use]
    pub fn years(&self) -> Vec<i16> {
        let years: BTreeSet<i16> =
            self.pages().filter_map(|(_, page)| page.date.as_ref().map(|date| date.year)).collect();
        years.into_iter().rev().collect()
    }
}

impl WebSite {
    /// The address of one of its pages.
    #[must_use]
    pub fn address(&self, path: &str) -> WebAddress {
        WebAddress { host: self.host.clone(), path: path.to_owned() }
    }

    /// What stands before the host in its addresses: a page without a padlock travels in clear.
    #[must_use]
    pub const fn scheme(&self) -> &'static str {
        match self.lock {
            Lock::None => "http://",
            Lock::Secure | Lock::Error => "https://",
        }
    }
}

impl WebPage {
    /// What is read in it, but for its title.
    pub(crate) fn text(&self) -> String {
        let block = |block: &WebBlock| match block {
            WebBlock::Drawn(block) => read_aloud(block),
            WebBlock::Table { columns, rows } => std::iter::once(columns)
                .chain(rows)
                .flatten()
                .map(String::as_str)
                .collect::<Vec<_>>()
                .join(" "),
            WebBlock::Links(links) => {
                links.iter().map(|link| link.text.as_str()).collect::<Vec<_>>().join(" ")
            }
        };
        self.content.iter().map(block).collect::<Vec<_>>().join(" ")
    }

    /// The addresses that its links name.
    pub(crate) fn urls(&self) -> impl Iterator<Item = &str> {
        self.content.iter().flat_map(|block| match block {
            WebBlock::Drawn(block) => urls(block),
            WebBlock::Links(links) => links.iter().map(|link| link.url.as_str()).collect(),
            WebBlock::Table { .. } => Vec::new(),
        })
    }

    /// What it shows, line by line.
    pub(crate) fn lines(&self) -> Vec<String> {
        let block = |block: &WebBlock| match block {
            WebBlock::Drawn(block) => vec![block.line()],
            WebBlock::Table { columns, rows } => {
                std::iter::once(columns).chain(rows).map(|row| row.join(" | ")).collect()
            }
            WebBlock::Links(links) => {
                links.iter().map(|link| format!("- {} <{}>", link.text, link.url)).collect()
            }
        };
        self.content.iter().flat_map(block).collect()
    }
}

/// What is read in a block: where its links lead is not.
fn read_aloud(block: &Block) -> String {
    match block {
        Block::Heading(text) | Block::Button(text) | Block::Field(text) | Block::Notice(text) => text.clone(),
        Block::Paragraph(pieces) => {
            let piece = |piece: &Piece| match piece {
                Piece::Text(text) | Piece::Link { text, .. } => text.clone(),
            };
            pieces.iter().map(piece).collect()
        }
    }
}

fn urls(block: &Block) -> Vec<&str> {
    let Block::Paragraph(pieces) = block else { return Vec::new() };
    let mut urls = Vec::new();
    for piece in pieces {
        if let Piece::Link { url, .. } = piece {
            urls.push(url.as_str());
        }
    }
    urls
}

impl Family {
    /// Makes the mini-web of an instance.
    ///
    /// # Errors
    /// No mini-web in this family, or one that its own checks would refuse.
    pub fn web(&self, seed: u64, lang: Lang) -> Result<Web, GenerateError> {
        let found = self.web_of(&self.draw(seed, lang)?, seed, lang)?;
        found.ok_or_else(|| GenerateError::NoSuchFile(format!("{}: no mini-web", self.id())))
    }

    /// The same, from what the generator returned for this seed.
    pub(crate) fn web_of(&self, draw: &Draw, seed: u64, lang: Lang) -> Result<Option<Web>, GenerateError> {
        let read = At::top(&draw.value).maybe("web").map(|web| reading::read(web, lang)).transpose();
        read.map_err(|message| {
            let message = format!("{message} (seed {seed}, {})", lang.code());
            GenerateError::Wrong(self.script_problem(1, message))
        })
    }
}

/// Where a mini-web begins: all that the paper shows of it.
pub(crate) fn start(at: At<'_>, mode: Mode) -> Shape<WebAddress> {
    if mode == Mode::Focus {
        return Err(format!(
            "{}: a focus question has no web to explore, expected mode = \"free\"",
            at.place
        ));
    }
    address::read(at.key("start")?, None)
}
