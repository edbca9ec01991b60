//! `OpenDocument` texts and spreadsheets, written as the small XML packages they are.

use std::fmt::Write;

use super::archive::FIXED;
use super::flow;
use super::spec::{Cell, Meta, Sheet, Sheets, Text};
use super::zipped::{Packing, Zipped};
use crate::html::escape_into;
use crate::lang::Lang;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
const NAMESPACES: &str = "xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" \
    xmlns:meta=\"urn:oasis:names:tc:opendocument:xmlns:meta:1.0\" \
    xmlns:dc=\"http://purl.org/dc/elements/1.1/\" office:version=\"1.3\"";
const NO_STYLES: &str = "<office:styles/>";
/// Dates as `2024-05-03`, and bold headings.
const SHEET_STYLES: &str = "<office:automatic-styles>\
    <number:date-style style:name=\"N1\"><number:year number:style=\"long\"/><number:text>-</number:text>\
    <number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/>\
    </number:date-style>\
    <style:style style:name=\"date\" style:family=\"table-cell\" style:data-style-name=\"N1\"/>\
    <style:style style:name=\"heading\" style:family=\"table-cell\">\
    <style:text-properties fo:font-weight=\"bold\"/></style:style>\
    </office:automatic-styles>";

/// A spreadsheet.
pub(super) fn spreadsheet(sheets: &Sheets) -> Result<Vec<u8>, String> {
    let mut body = format!("{SHEET_STYLES}<office:body><office:spreadsheet>");
    for sheet in &sheets.sheets {
        table(&mut body, sheet);
    }
    body.push_str("</office:spreadsheet></office:body>");
    package("application/vnd.oasis.opendocument.spreadsheet", &body, NO_STYLES, &Meta::default(), None)
}

fn table(body: &mut String, sheet: &Sheet) {
    body.push_str("<table:table table:name=\"");
    escape_into(body, &sheet.name);
    body.push_str("\">");
    let columns = sheet.rows.iter().map(Vec::len).chain([sheet.header.len(), 1]).max().unwrap_or(1);
    put(body, format_args!("<table:table-column table:number-columns-repeated=\"{columns}\"/>"));
    if !sheet.header.is_empty() {
        body.push_str("<table:table-row>");
        for title in &sheet.header {
            text_cell(body, title, " table:style-name=\"heading\"");
        }
        body.push_str("</table:table-row>");
    }
    for row in &sheet.rows {
        body.push_str("<table:table-row>");
        row.iter().for_each(|item| cell(body, item, ""));
        if row.is_empty() {
            body.push_str("<table:table-cell/>");
        }
        body.push_str("</table:table-row>");
    }
    body.push_str("</table:table>");
}

/// A cell; `more` are attributes that stand before its value.
fn cell(body: &mut String, item: &Cell, more: &str) {
    let number = |body: &mut String, number: String| {
        put(
            body,
            format_args!(
                "<table:table-cell{more} office:value-type=\"float\" office:value=\"{number}\">\
                 <text:p>{number}</text:p></table:table-cell>"
            ),
        );
    };
    match item {
        Cell::Empty => put(body, format_args!("<table:table-cell{more}/>")),
        Cell::Text(text) => text_cell(body, text, more),
        Cell::Whole(whole) => number(body, whole.to_string()),
        Cell::Real(real) => number(body, crate::natives::decimal(Lang::En, *real)),
        Cell::Date(date) => put(
            body,
            format_args!(
                "<table:table-cell{more} table:style-name=\"date\" office:value-type=\"date\" office:date-value=\"{date}\">\
                 <text:p>{date}</text:p></table:table-cell>"
            ),
        ),
        Cell::Formula(formula, value) => {
            let mut written = String::from(" table:formula=\"");
            escape_into(&mut written, &formula.open());
            written.push('"');
            cell(body, value, &written);
        }
    }
}

fn text_cell(body: &mut String, text: &str, style: &str) {
    put(body, format_args!("<table:table-cell{style} office:value-type=\"string\">"));
    paragraph(body, text);
    body.push_str("</table:table-cell>");
}

fn paragraph(body: &mut String, text: &str) {
    body.push_str("<text:p>");
    lines(body, text);
    body.push_str("</text:p>");
}

/// The lines of a paragraph.
pub(super) fn lines(body: &mut String, text: &str) {
    for (index, line) in text.split('\n').enumerate() {
        if index > 0 {
            body.push_str("<text:line-break/>");
        }
        characters(body, line);
    }
}

/// One line of text. Readers drop the spaces at its ends and fold several into one, unless they are elements.
fn characters(body: &mut String, line: &str) {
    let mut rest = line;
    while let Some(start) = rest.find([' ', '\t']) {
        let (before, after) = rest.split_at(start);
        escape_into(body, before);
        let spaces = after.len() - after.trim_start_matches(' ').len();
        let at_an_end = (rest.len() == line.len() && before.is_empty()) || spaces == after.len();
        rest = after.get(spaces.max(1)..).unwrap_or_default();
        match spaces {
            0 => body.push_str("<text:tab/>"),
            1 if !at_an_end && !before.is_empty() => body.push(' '),
            _ => put(body, format_args!("<text:s text:c=\"{spaces}\"/>")),
        }
    }
    escape_into(body, rest);
}

/// A text document with its properties, without any style.
pub(super) fn text(text: &Text, lang: Lang) -> Result<Vec<u8>, String> {
    let mut body = String::from("<office:body><office:text>");
    flow::plainly(text).iter().flatten().for_each(|line| paragraph(&mut body, line));
    body.push_str("</office:text></office:body>");
    package("application/vnd.oasis.opendocument.text", &body, NO_STYLES, &text.meta, Some(lang))
}

/// The package around a body: the media type first and not compressed, as the standard asks.
pub(super) fn package(
    media: &str,
    body: &str,
    styles: &str,
    meta: &Meta,
    lang: Option<Lang>,
) -> Result<Vec<u8>, String> {
    let content = format!("{XML}<office:document-content {NAMESPACES}>{body}</office:document-content>");
    let styles = format!("{XML}<office:document-styles {NAMESPACES}>{styles}</office:document-styles>");
    let entry = |path: &str, media: &str| {
        format!("<manifest:file-entry manifest:full-path=\"{path}\" manifest:media-type=\"{media}\"/>")
    };
    let manifest = format!(
        "{XML}<manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" \
         manifest:version=\"1.3\">{}{}{}{}</manifest:manifest>",
        entry("/", media),
        entry("content.xml", "text/xml"),
        entry("styles.xml", "text/xml"),
        entry("meta.xml", "text/xml"),
    );
    let mut zipped = Zipped::new(None);
    zipped.add("mimetype", media.as_bytes(), FIXED, Packing::Stored)?;
    let parts = [
        ("META-INF/manifest.xml", manifest),
        ("content.xml", content),
        ("styles.xml", styles),
        ("meta.xml", properties(meta, lang)),
    ];
    for (path, xml) in parts {
        zipped.add(path, xml.as_bytes(), FIXED, Packing::Deflated)?;
    }
    zipped.finish()
}

fn properties(meta: &Meta, lang: Option<Lang>) -> String {
    let mut xml = format!("{XML}<office:document-meta {NAMESPACES}><office:meta>");
    let created = meta.created.unwrap_or(FIXED);
    let modified = meta.modified.unwrap_or(created);
    let moments = [("meta:creation-date", created), ("dc:date", modified)];
    let texts = [
        ("dc:title", &meta.title),
        ("dc:subject", &meta.subject),
        ("meta:initial-creator", &meta.author),
        ("dc:creator", &meta.author),
        ("meta:keyword", &meta.keywords),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            put(&mut xml, format_args!("<{name}>"));
            escape_into(&mut xml, value);
            put(&mut xml, format_args!("</{name}>"));
        }
    }
    for (name, moment) in moments {
        put(&mut xml, format_args!("<{name}>{}</{name}>", moment.strftime("%Y-%m-%dT%H:%M:%S")));
    }
    if let Some(lang) = lang {
        put(&mut xml, format_args!("<dc:language>{}</dc:language>", lang.code()));
    }
    xml.push_str("</office:meta></office:document-meta>");
    xml
}

/// Adds formatted text; writing into a String never fails.
pub(super) fn put(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(arguments);
}
