//! Evidence shown under a statement.

mod board;
mod browser;
pub(crate) mod calendar;
mod chart;
mod chat;
mod dialog;
mod document;
mod mail;
mod phone;
mod post;
mod program;
mod reading;
pub(crate) mod settings;
pub(crate) mod styled;
mod terminal;
#[cfg(test)]
mod tests;

use std::collections::BTreeSet;

use crate::lang::Lang;
use crate::value::{At, Shape};

pub use board::{Board, Drawn, Square, column_name};
pub use browser::{Address, Block, Browser, Certificate, Lock};
pub use calendar::{Day, Event};
pub use chart::{Axis, Chart, ChartShape, Series};
pub use chat::{Chat, Message};
pub use dialog::{Dialog, Sign};
pub use document::{Document, DocumentBlock};
pub use mail::{Attachment, Correspondent, Mail};
pub use phone::{Notice, Phone, Screen};
pub use post::{Comment, Post};
pub use program::{Program, ProgramLine};
pub use reading::Piece;
pub use settings::{Setting, SettingGroup, State};
pub use styled::{Align, ParagraphStyle, PlainTable, StyledParagraph};
pub use terminal::{Terminal, TerminalLine};
// What the pages of a mini-web are read with too.
pub(crate) use browser::{LOCKS, block};
pub(crate) use reading::{PIECES, filled, list, maybe, one_of, prose};

/// A piece of evidence with its title.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Exhibit {
    /// What it is, shown above it.
    pub title: String,
    /// What it shows.
    pub evidence: Evidence,
}

/// What an exhibit shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Evidence {
    /// A collapsible tree of folders and files.
    Tree {
        /// The nodes at the top.
        nodes: Vec<Node>,
    },
    /// The content of a folder; the first column is the name.
    Files {
        /// The headings.
        columns: Vec<String>,
        /// The rows, as long as the headings.
        rows: Vec<Vec<String>>,
        /// The numbers, from 0, of the rows that are folders.
        folders: BTreeSet<usize>,
    },
    /// A table.
    Table {
        /// The headings.
        columns: Vec<String>,
        /// The rows, as long as the headings.
        rows: Vec<Vec<String>>,
        /// The numbers, from 0, of the columns aligned right.
        numeric: BTreeSet<usize>,
    },
    /// A panel of properties: name and value.
    Facts {
        /// Each property and its value.
        facts: Vec<(String, String)>,
    },
    /// A text file, a log or a terminal.
    Lines {
        /// The lines.
        lines: Vec<String>,
    },
    /// Things with the state a synchronisation program draws beside them.
    Icons {
        /// The things.
        items: Vec<IconItem>,
    },
    /// A message in a mail program.
    Mail(Box<Mail>),
    /// A page in a browser.
    Browser(Box<Browser>),
    /// The screen of a phone.
    Phone(Phone),
    /// A conversation.
    Chat(Chat),
    /// A dialog box.
    Dialog(Box<Dialog>),
    /// Groups of settings.
    Settings(Vec<SettingGroup>),
    /// A terminal.
    Terminal(Terminal),
    /// A publication on a social network.
    Post(Box<Post>),
    /// The days of a calendar that hold events.
    Calendar(Vec<Day>),
    /// A chart.
    Chart(Chart),
    /// A document of a word processor.
    Document(Document),
    /// A programme.
    Program(Program),
    /// A board of squares.
    Board(Board),
}

/// A folder or a file of a tree.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Node {
    /// Its name.
    pub name: String,
    /// Whether it is a folder.
    pub folder: bool,
    /// Whether it is shown open at first.
    pub open: bool,
    /// A remark beside the name, such as a size.
    pub note: Option<String>,
    /// What it holds.
    pub children: Vec<Node>,
}

/// A thing and its state.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct IconItem {
    /// Its name.
    pub name: String,
    /// The drawing beside it.
    pub icon: Icon,
    /// A remark.
    pub note: Option<String>,
}

/// A drawing beside the name of a file, described in words by what is drawn and not by what it means.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Icon {
    /// Kept on this device only.
    Local,
    /// Online only.
    Cloud,
    /// The same here and online.
    Synced,
    /// On its way.
    Syncing,
    /// Failed.
    Error,
    /// Two versions that disagree.
    Conflict,
    /// Shared with others.
    Shared,
    /// Kept here for use without a network.
    Offline,
    /// Synchronisation stopped on purpose.
    Paused,
}

const ICONS: [(&str, Icon); 9] = [
    ("local", Icon::Local),
    ("cloud", Icon::Cloud),
    ("synced", Icon::Synced),
    ("syncing", Icon::Syncing),
    ("error", Icon::Error),
    ("conflict", Icon::Conflict),
    ("shared", Icon::Shared),
    ("offline", Icon::Offline),
    ("paused", Icon::Paused),
];

/// Trees deeper than this are a mistake of the script.
const DEEPEST: usize = 12;

/// Reads one exhibit.
pub(crate) fn read(at: At<'_>, lang: Lang) -> Shape<Exhibit> {
    let title = at.key("title")?.text()?;
    let kind = at.key("kind")?;
    let evidence = match kind.text()?.as_str() {
        "tree" => {
            at.only(&["kind", "title", "nodes"])?;
            Evidence::Tree { nodes: at.key("nodes")?.each(|item| node(item, lang, 0))? }
        }
        "files" => {
            at.only(&["kind", "title", "columns", "rows", "folders"])?;
            let (columns, rows) = grid(at, lang)?;
            Evidence::Files { folders: numbers(at, "folders", rows.len())?, columns, rows }
        }
        "table" => {
            at.only(&["kind", "title", "columns", "rows", "numeric"])?;
            let (columns, rows) = grid(at, lang)?;
            Evidence::Table { numeric: numbers(at, "numeric", columns.len())?, columns, rows }
        }
        "facts" => {
            at.only(&["kind", "title", "facts"])?;
            Evidence::Facts { facts: at.key("facts")?.each(|item| fact(item, lang))? }
        }
        "lines" => {
            at.only(&["kind", "title", "lines"])?;
            Evidence::Lines { lines: at.key("lines")?.each(|item| item.shown(lang))? }
        }
        "icons" => {
            at.only(&["kind", "title", "items"])?;
            Evidence::Icons { items: at.key("items")?.each(icon)? }
        }
        "mail" => Evidence::Mail(Box::new(mail::read(at, lang)?)),
        "browser" => Evidence::Browser(Box::new(browser::read(at, lang)?)),
        "phone" => Evidence::Phone(phone::read(at, lang)?),
        "chat" => Evidence::Chat(chat::read(at, lang)?),
        "dialog" => Evidence::Dialog(Box::new(dialog::read(at, lang)?)),
        "settings" => Evidence::Settings(settings::read(at, lang)?),
        "terminal" => Evidence::Terminal(terminal::read(at, lang)?),
        "post" => Evidence::Post(Box::new(post::read(at, lang)?)),
        "calendar" => Evidence::Calendar(calendar::read(at, lang)?),
        "chart" => Evidence::Chart(chart::read(at, lang)?),
        "document" => Evidence::Document(document::read(at, lang)?),
        "program" => Evidence::Program(program::read(at, lang)?),
        "grid" => Evidence::Board(board::read(at, lang)?),
        _ => {
            return kind.expected(
                "tree, files, table, facts, lines, icons, mail, browser, phone, chat, dialog, settings, \
                 terminal, post, calendar, chart, document, program or grid",
            );
        }
    };
    Ok(Exhibit { title, evidence })
}

fn node(at: At<'_>, lang: Lang, depth: usize) -> Shape<Node> {
    if depth == DEEPEST {
        return at.expected(&format!("no more than {DEEPEST} levels"));
    }
    at.only(&["name", "folder", "open", "note", "children"])?;
    let children = match at.maybe("children") {
        Some(children) => children.each(|item| node(item, lang, depth + 1))?,
        None => Vec::new(),
    };
    let folder = at.maybe("folder").map_or(Ok(!children.is_empty()), |folder| folder.truth())?;
    if !folder && !children.is_empty() {
        return at.expected("folder: true, since it has children");
    }
    let note = at.maybe("note").map(|note| note.shown(lang)).transpose()?.filter(|note| !note.is_empty());
    Ok(Node { name: at.key("name")?.text()?, folder, open: at.flag("open")?, note, children })
}

/// Headings and rows of the same length.
pub(crate) fn grid(at: At<'_>, lang: Lang) -> Shape<(Vec<String>, Vec<Vec<String>>)> {
    let columns = at.key("columns")?.texts()?;
    let rows = at.key("rows")?.each(|row| {
        let cells = row.each(|cell| cell.shown(lang))?;
        if cells.len() == columns.len() {
            Ok(cells)
        } else {
            Err(format!("{}: {} cells, expected {} as in columns", row.place, cells.len(), columns.len()))
        }
    })?;
    Ok((columns, rows))
}

/// The numbers under an optional key, each below a limit.
fn numbers(at: At<'_>, key: &str, limit: usize) -> Shape<BTreeSet<usize>> {
    let Some(list) = at.maybe(key) else { return Ok(BTreeSet::new()) };
    let highest = i64::try_from(limit).unwrap_or(i64::MAX) - 1;
    let numbers = list.each(|item| item.whole(0, highest))?;
    Ok(numbers.into_iter().filter_map(|number| usize::try_from(number).ok()).collect())
}

fn fact(at: At<'_>, lang: Lang) -> Shape<(String, String)> {
    match at.each(|item| item.shown(lang))?.as_slice() {
        [name, value] => Ok((name.clone(), value.clone())),
        _ => at.expected("a pair [\"name\", \"value\"]"),
    }
}

fn icon(at: At<'_>) -> Shape<IconItem> {
    at.only(&["name", "icon", "note"])?;
    let icon = at.key("icon")?;
    let name = icon.text()?;
    let known = ICONS.iter().find(|(known, _)| *known == name);
    let names = || ICONS.map(|(known, _)| known).join(", ");
    let Some((_, drawn)) = known else { return icon.expected(&format!("one of {}", names())) };
    let note = at.text_of("note")?.filter(|note| !note.is_empty());
    Ok(IconItem { name: at.key("name")?.text()?, icon: *drawn, note })
}
