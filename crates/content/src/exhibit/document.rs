//! A document as a word processor shows it.

use super::reading::{filled, list, maybe, prose};
use super::styled::{self, PlainTable, StyledParagraph};
use crate::downloads::{Scene, scene_named};
use crate::lang::Lang;
use crate::typography::typeset;
use crate::value::{At, Shape};

/// A document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    /// What it is made of.
    pub blocks: Vec<DocumentBlock>,
    /// Whether the marks of spaces, tabs and ends of paragraphs are shown.
    pub marks: bool,
    /// Whether the style of each paragraph is told beside it.
    pub styles: bool,
}

/// A part of a document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum DocumentBlock {
    /// A paragraph.
    Paragraph(StyledParagraph),
    /// A table.
    Table(PlainTable),
    /// A picture.
    Picture {
        /// What is drawn.
        scene: Scene,
        /// Its description.
        text: String,
        /// What stands under it.
        caption: Option<String>,
    },
    /// What follows begins a page.
    Break,
}

const BLOCKS: usize = 30;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Document> {
    at.only(&["kind", "title", "blocks", "marks", "styles"])?;
    let marks = at.flag("marks")?;
    let written = at.key("blocks")?;
    let blocks = list(written, BLOCKS, |item| block(item, lang, marks))?;
    styled::notes_follow(
        written,
        blocks.iter().map(|block| match block {
            DocumentBlock::Paragraph(paragraph) => Some(paragraph.style),
            _ => None,
        }),
    )?;
    Ok(Document { blocks, marks, styles: at.flag("styles")? })
}

/// Prose is set as printers do, but where marks show what was typed.
fn block(at: At<'_>, lang: Lang, marks: bool) -> Shape<DocumentBlock> {
    if styled::is_break(at)? {
        return Ok(DocumentBlock::Break);
    }
    if at.maybe("scene").is_some() {
        return picture(at, lang, marks);
    }
    if styled::is_table(at) {
        return styled::table(at, lang).map(DocumentBlock::Table);
    }
    let mut paragraph = styled::paragraph(at, lang)?;
    if !marks {
        paragraph.text = typeset(lang, &paragraph.text).into_owned();
    }
    Ok(DocumentBlock::Paragraph(paragraph))
}

fn picture(at: At<'_>, lang: Lang, marks: bool) -> Shape<DocumentBlock> {
    at.only(&["scene", "text", "caption"])?;
    Ok(DocumentBlock::Picture {
        scene: scene_named(at.key("scene")?)?,
        text: prose(at.key("text")?, lang)?,
        caption: maybe(
            at,
            "caption",
            |caption| if marks { filled(caption, lang) } else { prose(caption, lang) },
        )?,
    })
}

impl Document {
    pub(crate) fn lines(&self) -> Vec<String> {
        let shown = |text: &str| {
            if self.marks {
                text.replace('\t', "→").replace(['\u{a0}', '\u{202f}'], "°")
            } else {
                text.to_owned()
            }
        };
        let one = |block: &DocumentBlock| match block {
            DocumentBlock::Paragraph(paragraph) => vec![shown(&paragraph.line())],
            DocumentBlock::Table(table) => table.lines().map(|line| format!("[table] {line}")).collect(),
            DocumentBlock::Picture { scene, text, caption } => {
                let caption = caption.as_deref().unwrap_or("no caption");
                vec![format!("[picture {scene:?}] {text} ({caption})")]
            }
            DocumentBlock::Break => vec!["[page break]".to_owned()],
        };
        let shows = [("marks", self.marks), ("styles", self.styles)];
        let shows = shows.into_iter().filter(|(_, on)| *on).map(|(name, _)| format!("[{name} shown]"));
        shows.chain(self.blocks.iter().flat_map(one)).collect()
    }
}
