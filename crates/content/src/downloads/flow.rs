//! A styled text as word processors keep it: what stands on every page, and what flows over the pages.

use super::spec::{Text, TextBlock};
use crate::exhibit::{ParagraphStyle, PlainTable, StyledParagraph};

/// A text, sorted.
#[derive(Default)]
pub(super) struct Flow<'a> {
    pub header: Option<&'a StyledParagraph>,
    pub footer: Option<&'a StyledParagraph>,
    pub parts: Vec<Part<'a>>,
}

/// What flows over the pages.
pub(super) enum Part<'a> {
    /// A paragraph and its footnotes.
    Paragraph(&'a StyledParagraph, Vec<&'a StyledParagraph>),
    Table(&'a PlainTable),
    Break,
}

impl<'a> Flow<'a> {
    pub fn of(text: &'a Text) -> Self {
        let mut flow = Self::default();
        for block in &text.blocks {
            match block {
                TextBlock::Paragraph(paragraph) => flow.take(paragraph),
                TextBlock::Table(table) => flow.parts.push(Part::Table(table)),
                TextBlock::Break => flow.parts.push(Part::Break),
            }
        }
        flow
    }

    fn take(&mut self, paragraph: &'a StyledParagraph) {
        match (paragraph.style, self.parts.last_mut()) {
            (ParagraphStyle::Header, _) => self.header = Some(paragraph),
            (ParagraphStyle::Footer, _) => self.footer = Some(paragraph),
            (ParagraphStyle::Note, Some(Part::Paragraph(_, notes))) => notes.push(paragraph),
            _ => self.parts.push(Part::Paragraph(paragraph, Vec::new())),
        }
    }
}

/// Whether every block is running text with nothing set by hand.
pub(super) fn is_plain(text: &Text) -> bool {
    text.blocks.iter().all(|block| matches!(block, TextBlock::Paragraph(paragraph) if paragraph.is_plain()))
}

/// The text without its styles, paragraph by paragraph; nothing stands for a page break.
pub(super) fn plainly(text: &Text) -> Vec<Option<String>> {
    let mut lines: Vec<Option<String>> = Vec::new();
    let (mut notes, mut item) = (0, 0);
    for block in &text.blocks {
        let paragraph = match block {
            TextBlock::Paragraph(paragraph) => paragraph,
            TextBlock::Table(table) => {
                lines.extend(table.lines().map(Some));
                continue;
            }
            TextBlock::Break => {
                lines.push(None);
                continue;
            }
        };
        item = if paragraph.style == ParagraphStyle::Numbered { item + 1 } else { 0 };
        let line = match paragraph.style {
            ParagraphStyle::Bullet => format!("• {}", paragraph.text),
            ParagraphStyle::Numbered => format!("{item}. {}", paragraph.text),
            ParagraphStyle::Note => {
                notes += 1;
                if let Some(Some(before)) = lines.last_mut() {
                    before.push_str(&format!(" [{notes}]"));
                }
                format!("[{notes}] {}", paragraph.text)
            }
            _ => paragraph.text.clone(),
        };
        lines.push(Some(line));
    }
    lines
}
