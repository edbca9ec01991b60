//! What a file holds, whatever its format.

use jiff::civil::DateTime;

use super::formula::Formula;
use crate::exhibit::{PlainTable, StyledParagraph};
use crate::paper::Format;

/// A file to make.
pub(super) struct Spec {
    pub name: String,
    pub filename: Option<String>,
    pub formats: Vec<Format>,
    pub content: Content,
}

/// What a file holds.
pub(super) enum Content {
    Sheets(Sheets),
    Text(Text),
    Picture(Picture),
    Archive(Archive),
    Mail(Mail),
}

/// Sheets of a workbook; a CSV file is the first.
pub(super) struct Sheets {
    pub sheets: Vec<Sheet>,
    pub separator: Option<u8>,
    pub encoding: Encoding,
}

pub(super) struct Sheet {
    pub name: String,
    pub header: Vec<String>,
    pub rows: Vec<Vec<Cell>>,
}

/// A cell; a text such as `2024-05-03` is a date.
pub(super) enum Cell {
    Empty,
    Text(String),
    Whole(i64),
    Real(f64),
    Date(jiff::civil::Date),
    /// A formula and the value that it gives.
    Formula(Formula, Box<Cell>),
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Encoding {
    /// With a byte order mark, by which spreadsheets recognise it.
    Marked,
    Utf8,
    Windows1252,
}

/// What a document says, and what it says about itself.
pub(super) struct Text {
    pub blocks: Vec<TextBlock>,
    pub meta: Meta,
    pub encoding: Encoding,
}

/// A part of a text.
pub(super) enum TextBlock {
    Paragraph(StyledParagraph),
    Table(PlainTable),
    /// What follows begins a page.
    Break,
}

/// The properties of a document.
#[derive(Default)]
pub(super) struct Meta {
    pub title: Option<String>,
    pub author: Option<String>,
    pub subject: Option<String>,
    pub keywords: Option<String>,
    pub created: Option<DateTime>,
    pub modified: Option<DateTime>,
}

/// A picture drawn from the seed.
pub(super) struct Picture {
    pub scene: super::scene::Scene,
    pub width: u32,
    pub height: u32,
    pub exif: Option<Exif>,
}

/// What a photograph says about itself.
#[derive(Default)]
pub(super) struct Exif {
    pub taken: Option<DateTime>,
    pub camera: Option<String>,
    pub artist: Option<String>,
    pub copyright: Option<String>,
    pub description: Option<String>,
    pub gps: Option<(f64, f64)>,
}

/// A compressed folder.
pub(super) struct Archive {
    pub entries: Vec<Entry>,
    pub password: Option<String>,
}

/// A file in a compressed folder, or an empty folder when its path ends with `/`.
pub(super) struct Entry {
    pub path: String,
    pub held: Held,
    pub modified: Option<DateTime>,
    pub size: Option<usize>,
}

pub(super) enum Held {
    Text(String),
    File(Box<Spec>),
}

/// A mail message.
pub(super) struct Mail {
    pub from: String,
    pub to: String,
    pub subject: String,
    pub date: DateTime,
    pub body: Vec<String>,
    pub attachments: Vec<Spec>,
}
