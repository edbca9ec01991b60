//! Portable documents with real text and their properties.

use pdf_writer::{Content, Finish, Name, Pdf, Rect, Ref, Str, TextStr};

use super::archive::FIXED;
use super::flow;
use super::spec::{Encoding, Meta, Text};
use super::text::encode;
use crate::lang::Lang;

/// A4 in points, its margins, and the type.
const PAGE: Rect = Rect { x1: 0.0, y1: 0.0, x2: 595.0, y2: 842.0 };
const MARGIN: f32 = 64.0;
const SIZE: f32 = 11.0;
const LEADING: f32 = 16.0;
/// Helvetica at this size fits about this many characters between the margins.
const LINE: usize = 82;
/// Lines between the margins of a page.
const LINES: usize = 44;

pub(super) fn write(text: &Text, lang: Lang) -> Result<Vec<u8>, String> {
    let lines = wrapped(&flow::plainly(text));
    let pages: Vec<&[String]> = lines.chunks(LINES).collect();
    let (catalogue, tree, font, info) = (Ref::new(1), Ref::new(2), Ref::new(3), Ref::new(4));
    let page = |index: usize| Ref::new(5 + 2 * i32::try_from(index).unwrap_or(0));
    let stream = |index: usize| Ref::new(6 + 2 * i32::try_from(index).unwrap_or(0));
    let mut pdf = Pdf::new();
    pdf.catalog(catalogue).pages(tree).lang(TextStr(lang.code()));
    let count = i32::try_from(pages.len()).unwrap_or(1);
    pdf.pages(tree).kids((0..pages.len()).map(page)).count(count);
    for (index, lines) in pages.iter().enumerate() {
        let mut leaf = pdf.page(page(index));
        leaf.media_box(PAGE).parent(tree).contents(stream(index));
        leaf.resources().fonts().pair(Name(b"F"), font);
        leaf.finish();
        pdf.stream(stream(index), &written(lines)?);
    }
    pdf.type1_font(font).base_font(Name(b"Helvetica")).encoding_predefined(Name(b"WinAnsiEncoding"));
    describe(&mut pdf, info, &text.meta);
    Ok(pdf.finish())
}

/// The drawing commands of one page.
fn written(lines: &[String]) -> Result<Vec<u8>, String> {
    let mut content = Content::new();
    content.begin_text();
    content.set_font(Name(b"F"), SIZE);
    content.set_leading(LEADING);
    content.next_line(MARGIN, PAGE.y2 - MARGIN - SIZE);
    for line in lines {
        content.show(Str(&encode(line, Encoding::Windows1252)?));
        content.next_line_using_leading();
    }
    content.end_text();
    Ok(content.finish().to_vec())
}

fn describe(pdf: &mut Pdf, id: Ref, meta: &Meta) {
    let created = meta.created.unwrap_or(FIXED);
    let modified = meta.modified.unwrap_or(created);
    let mut info = pdf.document_info(id);
    if let Some(title) = &meta.title {
        info.title(TextStr(title));
    }
    if let Some(author) = &meta.author {
        info.author(TextStr(author));
    }
    if let Some(subject) = &meta.subject {
        info.subject(TextStr(subject));
    }
    if let Some(keywords) = &meta.keywords {
        info.keywords(TextStr(keywords));
    }
    info.creation_date(date(created)).modified_date(date(modified));
}

fn date(moment: jiff::civil::DateTime) -> pdf_writer::Date {
    let part = |part: i8| u8::try_from(part).unwrap_or(0);
    pdf_writer::Date::new(u16::try_from(moment.year()).unwrap_or(0))
        .month(part(moment.month()))
        .day(part(moment.day()))
        .hour(part(moment.hour()))
        .minute(part(moment.minute()))
        .second(part(moment.second()))
        .utc_offset_hour(0)
        .utc_offset_minute(0)
}

/// Lines short enough for the page, an empty one after each paragraph, and those that fill a page before a break.
fn wrapped(paragraphs: &[Option<String>]) -> Vec<String> {
    let mut lines = Vec::new();
    for paragraph in paragraphs {
        match paragraph {
            Some(text) => text.split('\n').for_each(|text| wrap(&mut lines, text)),
            None => lines.resize(lines.len().next_multiple_of(LINES), String::new()),
        }
    }
    lines
}

fn wrap(lines: &mut Vec<String>, paragraph: &str) {
    let mut line = String::new();
    for word in paragraph.split(' ') {
        if !line.is_empty() && line.chars().count() + 1 + word.chars().count() > LINE {
            lines.push(std::mem::take(&mut line));
        }
        if !line.is_empty() {
            line.push(' ');
        }
        line.push_str(word);
    }
    lines.push(line);
    lines.push(String::new());
}
