//! Office Open XML texts (ECMA-376): the small package of XML parts they are, with styles under the names that word
//! processors know them by. Written here, as `OpenDocument` is: its bytes depend on nothing but its input.

mod parts;
mod styles;

use super::flow::{Flow, Part};
use super::opendocument::put;
use super::spec::Text;
use crate::exhibit::{Align, ParagraphStyle, PlainTable, StyledParagraph};
use crate::html::escape_into;
use crate::lang::Lang;

/// The width between the margins, in twentieths of a point.
const WIDTH: usize = 9638;
/// The style of the number that calls a footnote.
const CALL: &str = "<w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>";
/// The list of bullets; those of numbers come after it.
const BULLETS: usize = 1;

pub(super) fn write(text: &Text, lang: Lang) -> Result<Vec<u8>, String> {
    let flow = Flow::of(text);
    let mut body = Body::default();
    flow.parts.iter().for_each(|part| body.part(part));
    body.end();
    parts::package(&parts::Parts { flow: &flow, body: &body, meta: &text.meta, lang })
}

/// The text being written, and what stands in other parts of the package.
#[derive(Default)]
struct Body {
    out: String,
    /// The footnotes, in their order.
    notes: String,
    note_count: usize,
    /// How many lists of numbers there are: each begins again at 1.
    numberings: usize,
    numbering: bool,
    /// Whether the next thing begins a page.
    torn: bool,
    /// Whether a table was the last thing: two would melt into one, and a file may not end with one.
    after_table: bool,
}

impl Body {
    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Paragraph(paragraph, notes) => self.paragraph(paragraph, notes),
            Part::Table(table) => self.table(table),
            Part::Break => {
                if self.torn {
                    self.blank();
                }
                self.torn = true;
            }
        }
    }

    fn end(&mut self) {
        if self.torn || self.after_table {
            self.blank();
        }
    }

    fn blank(&mut self) {
        self.paragraph(&StyledParagraph::plain(String::new()), &[]);
    }

    fn paragraph(&mut self, paragraph: &StyledParagraph, notes: &[&StyledParagraph]) {
        let numbered = paragraph.style == ParagraphStyle::Numbered;
        if numbered && !self.numbering {
            self.numberings += 1;
        }
        self.numbering = numbered;
        self.after_table = false;
        let list = match paragraph.style {
            ParagraphStyle::Bullet => Some(BULLETS),
            ParagraphStyle::Numbered => Some(BULLETS + self.numberings),
            _ => None,
        };
        self.out.push_str("<w:p>");
        properties(&mut self.out, paragraph, list);
        if std::mem::take(&mut self.torn) {
            self.out.push_str("<w:r><w:br w:type=\"page\"/></w:r>");
        }
        run(&mut self.out, paragraph);
        notes.iter().for_each(|note| self.note(note));
        self.out.push_str("</w:p>");
    }

    /// The call of a footnote here, and the footnote in its own part.
    fn note(&mut self, note: &StyledParagraph) {
        self.note_count += 1;
        let number = self.note_count;
        put(&mut self.out, format_args!("<w:r>{CALL}<w:footnoteReference w:id=\"{number}\"/></w:r>"));
        put(&mut self.notes, format_args!("<w:footnote w:id=\"{number}\"><w:p>"));
        properties(&mut self.notes, note, None);
        put(
            &mut self.notes,
            format_args!("<w:r>{CALL}<w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>"),
        );
        run(&mut self.notes, note);
        self.notes.push_str("</w:p></w:footnote>");
    }

    fn table(&mut self, table: &PlainTable) {
        if self.torn || self.after_table {
            self.blank();
        }
        self.numbering = false;
        let count = table.rows.first().map_or(1, Vec::len).max(1);
        let width = WIDTH / count;
        let out = &mut self.out;
        out.push_str("<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"0\" w:type=\"auto\"/></w:tblPr><w:tblGrid>");
        (0..count).for_each(|_| put(out, format_args!("<w:gridCol w:w=\"{width}\"/>")));
        out.push_str("</w:tblGrid>");
        if !table.columns.is_empty() {
            row(out, &table.columns, width, true);
        }
        table.rows.iter().for_each(|cells| row(out, cells, width, false));
        out.push_str("</w:tbl>");
        self.after_table = true;
    }
}

fn row(out: &mut String, cells: &[String], width: usize, head: bool) {
    out.push_str(if head { "<w:tr><w:trPr><w:tblHeader/></w:trPr>" } else { "<w:tr>" });
    for cell in cells {
        put(out, format_args!("<w:tc><w:tcPr><w:tcW w:w=\"{width}\" w:type=\"dxa\"/></w:tcPr><w:p>"));
        run(out, &StyledParagraph { bold: head, ..StyledParagraph::plain(cell.clone()) });
        out.push_str("</w:p></w:tc>");
    }
    out.push_str("</w:tr>");
}

/// The properties of a paragraph: its style, its list, its alignment.
fn properties(out: &mut String, paragraph: &StyledParagraph, list: Option<usize>) {
    put(out, format_args!("<w:pPr><w:pStyle w:val=\"{}\"/>", styles::id(paragraph.style)));
    if let Some(list) = list {
        put(out, format_args!("<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{list}\"/></w:numPr>"));
    }
    if let Some(align) = paragraph.align {
        let side = match align {
            Align::Left => "left",
            Align::Center => "center",
            Align::Right => "right",
            Align::Justify => "both",
        };
        put(out, format_args!("<w:jc w:val=\"{side}\"/>"));
    }
    out.push_str("</w:pPr>");
}

/// The text of a paragraph, with what was set by hand.
fn run(out: &mut String, paragraph: &StyledParagraph) {
    if paragraph.text.is_empty() {
        return;
    }
    out.push_str("<w:r>");
    if paragraph.bold || paragraph.italic || paragraph.size.is_some() {
        out.push_str("<w:rPr>");
        out.push_str(if paragraph.bold { "<w:b/>" } else { "" });
        out.push_str(if paragraph.italic { "<w:i/>" } else { "" });
        if let Some(size) = paragraph.size {
            let half = u16::from(size) * 2;
            put(out, format_args!("<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/>"));
        }
        out.push_str("</w:rPr>");
    }
    for (number, line) in paragraph.text.split('\n').enumerate() {
        out.push_str(if number > 0 { "<w:br/>" } else { "" });
        for (number, words) in line.split('\t').enumerate() {
            out.push_str(if number > 0 { "<w:tab/>" } else { "" });
            out.push_str("<w:t xml:space=\"preserve\">");
            escape_into(out, words);
            out.push_str("</w:t>");
        }
    }
    out.push_str("</w:r>");
}
