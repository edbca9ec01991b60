//! Reading a text: its paragraphs, its tables, its page breaks, and what it says about itself.

use super::super::spec::{Meta, Text, TextBlock};
use super::{encoding, instant, only};
use crate::exhibit::{ParagraphStyle, StyledParagraph, styled};
use crate::lang::Lang;
use crate::value::{At, Shape};

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Text> {
    only(at, &["text", "meta", "encoding"])?;
    let written = at.key("text")?;
    let blocks = written.each_or_one(|item| block(item, lang))?;
    let styles = blocks.iter().map(|block| match block {
        TextBlock::Paragraph(paragraph) => Some(paragraph.style),
        _ => None,
    });
    for (name, style) in [("header", ParagraphStyle::Header), ("footer", ParagraphStyle::Footer)] {
        let count = styles.clone().filter(|found| *found == Some(style)).count();
        if count > 1 {
            return Err(format!(
                "{}: {count} paragraphs of the style {name}, expected one at most",
                written.place
            ));
        }
    }
    styled::notes_follow(written, styles)?;
    let meta = at.maybe("meta").map(meta).transpose()?.unwrap_or_default();
    Ok(Text { blocks, meta, encoding: encoding(at)? })
}

/// A text, or a map that says its style; a table; a page break.
fn block(at: At<'_>, lang: Lang) -> Shape<TextBlock> {
    if at.map().is_err() {
        return at.text().map(StyledParagraph::plain).map(TextBlock::Paragraph);
    }
    if styled::is_break(at)? {
        return Ok(TextBlock::Break);
    }
    if styled::is_table(at) {
        return styled::table(at, lang).map(TextBlock::Table);
    }
    styled::paragraph(at, lang).map(TextBlock::Paragraph)
}

fn meta(at: At<'_>) -> Shape<Meta> {
    at.only(&["title", "author", "subject", "keywords", "created", "modified"])?;
    Ok(Meta {
        title: at.text_of("title")?,
        author: at.text_of("author")?,
        subject: at.text_of("subject")?,
        keywords: at
            .maybe("keywords")
            .map(|words| words.each_or_one(|item| item.text()))
            .transpose()?
            .map(|w| w.join(", ")),
        created: instant(at, "created")?,
        modified: instant(at, "modified")?,
    })
}
