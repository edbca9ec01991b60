//! Paragraphs as word processors keep them, shared by the documents shown and by the files made: a text, its style,
//! and what was set by hand on top of it.

use super::reading::{list, maybe, one_of};
use crate::lang::Lang;
use crate::value::{At, Shape, Value};

/// A paragraph with its style.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct StyledParagraph {
    /// What it says; an empty text is an empty paragraph.
    pub text: String,
    /// Its style.
    pub style: ParagraphStyle,
    /// Whether it was made bold by hand.
    pub bold: bool,
    /// Whether it was made italic by hand.
    pub italic: bool,
    /// How it was aligned by hand.
    pub align: Option<Align>,
    /// The size given by hand, in points.
    pub size: Option<u8>,
}

/// The style of a paragraph.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum ParagraphStyle {
    /// The title of the document.
    Title,
    /// A heading of the first level.
    Heading1,
    /// A heading of the second level.
    Heading2,
    /// A heading of the third level.
    Heading3,
    /// Running text.
    Normal,
    /// A quotation.
    Quote,
    /// What stands under a picture or a table.
    Caption,
    /// A line of a list with bullets.
    Bullet,
    /// A line of a list with numbers.
    Numbered,
    /// What stands at the top of every page.
    Header,
    /// What stands at the foot of every page.
    Footer,
    /// A footnote of the paragraph before it.
    Note,
}

/// How the lines of a paragraph are aligned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Align {
    /// On the left.
    Left,
    /// In the middle.
    Center,
    /// On the right.
    Right,
    /// On both sides.
    Justify,
}

/// A table in a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PlainTable {
    /// The headings; none at all in a table without.
    pub columns: Vec<String>,
    /// The rows, of the same length.
    pub rows: Vec<Vec<String>>,
}

const STYLES: [(&str, ParagraphStyle); 12] = [
    ("title", ParagraphStyle::Title),
    ("heading1", ParagraphStyle::Heading1),
    ("heading2", ParagraphStyle::Heading2),
    ("heading3", ParagraphStyle::Heading3),
    ("normal", ParagraphStyle::Normal),
    ("quote", ParagraphStyle::Quote),
    ("caption", ParagraphStyle::Caption),
    ("bullet", ParagraphStyle::Bullet),
    ("numbered", ParagraphStyle::Numbered),
    ("header", ParagraphStyle::Header),
    ("footer", ParagraphStyle::Footer),
    ("note", ParagraphStyle::Note),
];
const ALIGNS: [(&str, Align); 4] =
    [("left", Align::Left), ("center", Align::Center), ("right", Align::Right), ("justify", Align::Justify)];
const ROWS: usize = 40;
const COLUMNS: usize = 12;

/// A paragraph: a map, of which only the text is needed.
pub(crate) fn paragraph(at: At<'_>, lang: Lang) -> Shape<StyledParagraph> {
    at.only(&["text", "style", "bold", "italic", "align", "size"])?;
    let size = maybe(at, "size", |size| size.whole(8, 48))?;
    Ok(StyledParagraph {
        text: at.key("text")?.shown(lang)?,
        style: maybe(at, "style", |style| one_of(style, &STYLES))?.unwrap_or(ParagraphStyle::Normal),
        bold: at.flag("bold")?,
        italic: at.flag("italic")?,
        align: maybe(at, "align", |align| one_of(align, &ALIGNS))?,
        size: size.and_then(|size| u8::try_from(size).ok()),
    })
}

/// A table: rows of the same length, with or without headings.
pub(crate) fn table(at: At<'_>, lang: Lang) -> Shape<PlainTable> {
    at.only(&["columns", "rows"])?;
    let cells = |row: At<'_>| list(row, COLUMNS, |cell| cell.shown(lang));
    let columns = maybe(at, "columns", cells)?.unwrap_or_default();
    let mut width = columns.len();
    let rows = list(at.key("rows")?, ROWS, |row| {
        let read = cells(row)?;
        if width == 0 {
            width = read.len();
        }
        if read.len() == width {
            return Ok(read);
        }
        Err(format!("{}: {} cells, expected {width} as in the line above", row.place, read.len()))
    })?;
    Ok(PlainTable { columns, rows })
}

/// Whether a block is a page break; nothing else can be broken.
pub(crate) fn is_break(at: At<'_>) -> Shape<bool> {
    let Some(written) = at.maybe("break") else { return Ok(false) };
    at.only(&["break"])?;
    match written.value {
        Value::Text(text) if text.as_str() == "page" => Ok(true),
        _ => written.expected("\"page\""),
    }
}

/// Whether a block is meant as a table.
pub(crate) fn is_table(at: At<'_>) -> bool {
    at.maybe("rows").or_else(|| at.maybe("columns")).is_some()
}

/// Refuses a footnote without a paragraph before it; `styles` has nothing for what is no paragraph.
pub(crate) fn notes_follow(at: At<'_>, styles: impl Iterator<Item = Option<ParagraphStyle>>) -> Shape<()> {
    let mut before: Option<ParagraphStyle> = None;
    for (index, style) in styles.enumerate() {
        if style == Some(ParagraphStyle::Note) && before.is_none_or(ParagraphStyle::around) {
            let place = crate::value::Place::Index(&at.place, index);
            return Err(format!("{place}: a footnote (note) belongs to the paragraph before it, found none"));
        }
        before = style;
    }
    Ok(())
}

impl ParagraphStyle {
    /// The size of the style, in points.
    #[must_use]
    pub const fn size(self) -> u8 {
        match self {
            Self::Title => 26,
            Self::Heading1 => 20,
            Self::Heading2 => 16,
            Self::Heading3 => 14,
            Self::Normal | Self::Quote | Self::Bullet | Self::Numbered => 12,
            Self::Caption | Self::Header | Self::Footer | Self::Note => 10,
        }
    }

    /// The level of a heading, from 1.
    #[must_use]
    pub const fn level(self) -> Option<u8> {
        match self {
            Self::Heading1 => Some(1),
            Self::Heading2 => Some(2),
            Self::Heading3 => Some(3),
            _ => None,
        }
    }

    /// Whether it stands at the top or the foot of every page.
    #[must_use]
    pub const fn around(self) -> bool {
        matches!(self, Self::Header | Self::Footer)
    }
}

impl StyledParagraph {
    /// Running text with nothing set by hand.
    pub(crate) const fn plain(text: String) -> Self {
        Self { text, style: ParagraphStyle::Normal, bold: false, italic: false, align: None, size: None }
    }

    /// Whether it is running text with nothing set by hand.
    pub(crate) fn is_plain(&self) -> bool {
        self.style == ParagraphStyle::Normal && !self.is_set_by_hand()
    }

    /// Whether something was set by hand on top of its style.
    pub(crate) const fn is_set_by_hand(&self) -> bool {
        self.bold || self.italic || self.align.is_some() || self.size.is_some()
    }

    pub(crate) fn line(&self) -> String {
        let mut marks = vec![format!("{:?}", self.style)];
        marks.extend(self.bold.then(|| "bold".to_owned()));
        marks.extend(self.italic.then(|| "italic".to_owned()));
        marks.extend(self.align.map(|align| format!("{align:?}").to_lowercase()));
        marks.extend(self.size.map(|size| format!("{size} pt")));
        format!("[{}] {}", marks.join(", "), self.text)
    }
}

impl PlainTable {
    /// The headings, when there are some, and the rows.
    pub(crate) fn lines(&self) -> impl Iterator<Item = String> {
        let head = (!self.columns.is_empty()).then_some(&self.columns);
        head.into_iter().chain(&self.rows).map(|row| row.join(" | "))
    }
}
