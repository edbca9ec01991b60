//! The blocks of a document, cut into pages.

use content::{DocumentBlock, ParagraphStyle, PlainTable, Scene, StyledParagraph};

/// A page: what stands around it, what it holds, and the footnotes of what it holds.
#[derive(Default)]
pub struct Page<'a> {
    pub header: Option<&'a StyledParagraph>,
    pub footer: Option<&'a StyledParagraph>,
    pub parts: Vec<Part<'a>>,
    pub notes: Vec<(usize, &'a StyledParagraph)>,
}

/// A part of a page.
pub enum Part<'a> {
    Paragraph(Written<'a>),
    Table(&'a PlainTable),
    Picture { scene: Scene, text: &'a str, caption: Option<&'a str> },
}

/// A paragraph with the numbers of its footnotes, and its own number in a list.
pub struct Written<'a> {
    pub paragraph: &'a StyledParagraph,
    pub notes: Vec<usize>,
    pub item: Option<usize>,
}

impl<'a> Written<'a> {
    pub const fn alone(paragraph: &'a StyledParagraph) -> Self {
        Self { paragraph, notes: Vec::new(), item: None }
    }
}

impl Part<'_> {
    /// The style of list that this is a line of.
    pub fn list(&self) -> Option<ParagraphStyle> {
        let Part::Paragraph(written) = self else { return None };
        let style = written.paragraph.style;
        matches!(style, ParagraphStyle::Bullet | ParagraphStyle::Numbered).then_some(style)
    }
}

/// Cuts a document at its page breaks. A page without a header or a footer of its own has that of the page before it,
/// or else of the first page after it: it is given once, and stands on every page.
pub fn pages(blocks: &[DocumentBlock]) -> Vec<Page<'_>> {
    let mut pages = vec![Page::default()];
    let (mut notes, mut item) = (0, 0);
    for block in blocks {
        if *block == DocumentBlock::Break {
            pages.push(Page::default());
            continue;
        }
        let Some(page) = pages.last_mut() else { break };
        match block {
            DocumentBlock::Paragraph(paragraph) => page.take(paragraph, &mut notes, &mut item),
            DocumentBlock::Table(table) => page.parts.push(Part::Table(table)),
            DocumentBlock::Picture { scene, text, caption } => {
                page.parts.push(Part::Picture { scene: *scene, text, caption: caption.as_deref() });
            }
            DocumentBlock::Break => {}
        }
        let same_list = matches!(block, DocumentBlock::Paragraph(paragraph)
            if matches!(paragraph.style, ParagraphStyle::Numbered | ParagraphStyle::Note));
        item = if same_list { item } else { 0 };
    }
    let (header, footer) =
        (pages.iter().find_map(|page| page.header), pages.iter().find_map(|page| page.footer));
    let mut before = (header, footer);
    for page in &mut pages {
        page.header = page.header.or(before.0);
        page.footer = page.footer.or(before.1);
        before = (page.header, page.footer);
    }
    pages
}

impl<'a> Page<'a> {
    fn take(&mut self, paragraph: &'a StyledParagraph, notes: &mut usize, item: &mut usize) {
        match (paragraph.style, self.parts.last_mut()) {
            (ParagraphStyle::Header, _) => self.header = Some(paragraph),
            (ParagraphStyle::Footer, _) => self.footer = Some(paragraph),
            (ParagraphStyle::Note, Some(Part::Paragraph(before))) => {
                *notes += 1;
                before.notes.push(*notes);
                self.notes.push((*notes, paragraph));
            }
            (style, _) => {
                let numbered = style == ParagraphStyle::Numbered;
                *item += usize::from(numbered);
                let written = Written { item: numbered.then_some(*item), ..Written::alone(paragraph) };
                self.parts.push(Part::Paragraph(written));
            }
        }
    }
}
