//! A document of a word processor: pages of paper. Lists are lists, and what is a heading is told as one, in words: as
//! headings of the page they would break its outline, some documents being wrong on purpose. What is only seen there
//! (bold, a size, an alignment) is only seen here.

mod pages;
mod typed;

use content::{Align, Document, ParagraphStyle, PlainTable, StyledParagraph};
use maud::{Markup, html};

use self::pages::{Page, Part, Written};
use self::typed::{end, typed};
use super::scene;
use crate::Words;
use crate::words::{Value, key};

/// The pages; each says its number when there are several.
pub fn document(words: Words, document: &Document) -> Markup {
    let pages = pages::pages(&document.blocks);
    let drawn = Drawn { words, marks: document.marks, styles: document.styles };
    let last = pages.len();
    html! {
        div class=(if document.styles { "doc doc--styles" } else { "doc" }) {
            @for (number, page) in (1..).zip(&pages) {
                div class="doc__page" {
                    @if last > 1 { p class="doc__number" { (words.with("exhibit-page", &[("number", Value::from(number))])) } }
                    (drawn.page(page))
                    @if drawn.marks && number < last { p class="doc__turn" { (words.say("exhibit-page-break")) } }
                }
            }
        }
    }
}

/// How a document is drawn.
struct Drawn {
    words: Words,
    marks: bool,
    styles: bool,
}

impl Drawn {
    fn page(&self, page: &Page<'_>) -> Markup {
        html! {
            @if let Some(header) = page.header { div class="doc__header" { (self.row(&Written::alone(header))) } }
            div class="doc__text" {
                @for parts in page.parts.chunk_by(|one, two| one.list().is_some() && one.list() == two.list()) { (self.parts(parts)) }
            }
            @if !page.notes.is_empty() {
                div class="doc__notes" { @for (number, note) in &page.notes { (self.note(*number, note)) } }
            }
            @if let Some(footer) = page.footer { div class="doc__footer" { (self.row(&Written::alone(footer))) } }
        }
    }

    /// Parts that stand together: a list, or one part of its own.
    fn parts(&self, parts: &[Part<'_>]) -> Markup {
        let items = || html! { @for part in parts { @if let Part::Paragraph(item) = part { li { (self.row(item)) } } } };
        match parts.first() {
            Some(Part::Paragraph(item)) if item.paragraph.style == ParagraphStyle::Bullet => {
                html! { ul { (items()) } }
            }
            Some(Part::Paragraph(item)) if item.paragraph.style == ParagraphStyle::Numbered => {
                html! { ol start=[item.item.filter(|item| *item > 1)] { (items()) } }
            }
            Some(Part::Paragraph(item)) => self.row(item),
            Some(Part::Table(data)) => self.table(data),
            Some(Part::Picture { scene, text, caption }) => html! {
                figure {
                    (scene::scene(*scene, text))
                    @if let Some(caption) = caption { figcaption { (self.caption(caption)) } }
                }
            },
            None => html! {},
        }
    }

    fn caption(&self, text: &str) -> Markup {
        let inside = html! { (typed(self.words, text, self.marks)) (end(self.marks)) };
        let size = ParagraphStyle::Caption.size();
        self.beside(
            ParagraphStyle::Caption,
            &html! { p class=(format!("doc__p pt{size} doc__p--caption")) { (inside) } },
        )
    }

    /// A paragraph, its style beside it where styles are told.
    fn row(&self, written: &Written<'_>) -> Markup {
        self.beside(written.paragraph.style, &self.paragraph(written))
    }

    fn beside(&self, style: ParagraphStyle, paragraph: &Markup) -> Markup {
        html! {
            @if self.styles {
                div class="doc__row" { span class="doc__style" { (self.words.say(style_key(style))) } (paragraph) }
            } @else { (paragraph) }
        }
    }

    /// An empty heading is no heading to whoever listens; where styles are told, they are told already.
    fn paragraph(&self, written: &Written<'_>) -> Markup {
        let style = written.paragraph.style;
        let heading = matches!(
            style,
            ParagraphStyle::Title
                | ParagraphStyle::Heading1
                | ParagraphStyle::Heading2
                | ParagraphStyle::Heading3
        );
        html! {
            p class=(look(written.paragraph)) {
                @if heading && !self.styles && !written.paragraph.text.is_empty() {
                    span class="visually-hidden" { (self.words.say(style_key(style))) ", " }
                }
                (self.inside(written))
            }
        }
    }

    fn inside(&self, written: &Written<'_>) -> Markup {
        html! {
            (typed(self.words, &written.paragraph.text, self.marks))
            @for number in &written.notes { (self.reference(*number)) }
            (end(self.marks))
        }
    }

    fn reference(&self, number: usize) -> Markup {
        html! { sup { span class="visually-hidden" { " " (self.words.say("exhibit-note")) " " } (number) } }
    }

    fn note(&self, number: usize, note: &StyledParagraph) -> Markup {
        let text = html! { (self.reference(number)) " " (typed(self.words, &note.text, self.marks)) (end(self.marks)) };
        self.beside(note.style, &html! { p class=(look(note)) { (text) } })
    }

    fn table(&self, table: &PlainTable) -> Markup {
        html! {
            div class="doc__scroll" tabindex="0" role="group" aria-label=(self.words.say("exhibit-document-table")) {
                table {
                    @if !table.columns.is_empty() { thead { tr { @for text in &table.columns { th scope="col" { (text) } } } } }
                    tbody { @for row in &table.rows { tr { @for text in row { td { (text) } } } } }
                }
            }
        }
    }
}

/// The classes of a paragraph: its style, and what was set by hand on top of it.
fn look(paragraph: &StyledParagraph) -> String {
    let style = match paragraph.style {
        ParagraphStyle::Title => " doc__p--title",
        ParagraphStyle::Heading1 | ParagraphStyle::Heading2 | ParagraphStyle::Heading3 => " doc__p--heading",
        ParagraphStyle::Quote => " doc__p--quote",
        ParagraphStyle::Caption => " doc__p--caption",
        _ => "",
    };
    let align = match paragraph.align {
        None => "",
        Some(Align::Left) => " doc__p--left",
        Some(Align::Center) => " doc__p--center",
        Some(Align::Right) => " doc__p--right",
        Some(Align::Justify) => " doc__p--justify",
    };
    let bold = if paragraph.bold { " doc__p--bold" } else { "" };
    let italic = if paragraph.italic { " doc__p--italic" } else { "" };
    let size = paragraph.size.unwrap_or(paragraph.style.size());
    format!("doc__p pt{size}{style}{bold}{italic}{align}")
}

/// The name of a style, in the words of word processors.
fn style_key(style: ParagraphStyle) -> &'static str {
    match style {
        ParagraphStyle::Title => key("style-title"),
        ParagraphStyle::Heading1 => key("style-heading1"),
        ParagraphStyle::Heading2 => key("style-heading2"),
        ParagraphStyle::Heading3 => key("style-heading3"),
        ParagraphStyle::Normal => key("style-normal"),
        ParagraphStyle::Quote => key("style-quote"),
        ParagraphStyle::Caption => key("style-caption"),
        ParagraphStyle::Bullet => key("style-bullet"),
        ParagraphStyle::Numbered => key("style-numbered"),
        ParagraphStyle::Header => key("style-header"),
        ParagraphStyle::Footer => key("style-footer"),
        ParagraphStyle::Note => key("style-note"),
    }
}
