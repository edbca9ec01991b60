//! The package around an Office Open XML text: its parts, and how they know each other.

use super::super::archive::FIXED;
use super::super::flow::Flow;
use super::super::opendocument::put;
use super::super::spec::Meta;
use super::super::zipped::{Packing, Zipped};
use super::{BULLETS, Body, WIDTH, properties, run, styles};
use crate::exhibit::StyledParagraph;
use crate::html::escape_into;
use crate::lang::Lang;

const XML: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
const SPACES: &str = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\" \
    xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";
const RELATIONS: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006";
const MEDIA: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// What every file of footnotes begins with: the lines that part them from the text.
const NOTE_LINES: &str = "<w:footnote w:type=\"separator\" w:id=\"-1\"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>\
    <w:footnote w:type=\"continuationSeparator\" w:id=\"0\"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:footnote>";

/// What a package is made of.
pub(super) struct Parts<'a> {
    pub flow: &'a Flow<'a>,
    pub body: &'a Body,
    pub meta: &'a Meta,
    pub lang: Lang,
}

/// A part of the folder `word`: its name, which is its relation too, and what it holds.
type Word = (&'static str, String);

pub(super) fn package(parts: &Parts<'_>) -> Result<Vec<u8>, String> {
    let words = words(parts);
    let mut zipped = Zipped::new(None);
    let mut add =
        |path: &str, xml: &str| zipped.add(path, format!("{XML}{xml}").as_bytes(), FIXED, Packing::Deflated);
    add("[Content_Types].xml", &types(&words))?;
    add("_rels/.rels", &relations())?;
    add("docProps/core.xml", &core(parts.meta, parts.lang))?;
    add("word/document.xml", &document(parts))?;
    add("word/_rels/document.xml.rels", &word_relations(&words))?;
    for (name, xml) in &words {
        add(&format!("word/{name}.xml"), xml)?;
    }
    zipped.finish()
}

/// The parts beside the text; what the text has no use for is left out.
fn words(parts: &Parts<'_>) -> Vec<Word> {
    let around = |element: &str, inside: &str| format!("<w:{element} {SPACES}>{inside}</w:{element}>");
    let strip = |element: &str, paragraph: &StyledParagraph| {
        let mut out = String::from("<w:p>");
        properties(&mut out, paragraph, None);
        run(&mut out, paragraph);
        out.push_str("</w:p>");
        around(element, &out)
    };
    let mut words = vec![
        ("styles", around("styles", &styles::written(parts.lang))),
        ("settings", around("settings", &settings(parts.body.note_count > 0))),
        ("numbering", around("numbering", &numbering(parts.body.numberings))),
    ];
    words.extend(parts.flow.header.map(|header| ("header", strip("hdr", header))));
    words.extend(parts.flow.footer.map(|footer| ("footer", strip("ftr", footer))));
    if parts.body.note_count > 0 {
        words.push(("footnotes", around("footnotes", &format!("{NOTE_LINES}{}", parts.body.notes))));
    }
    words
}

/// The way of laying out of 2013 and later; the lines that part footnotes from the text.
fn settings(notes: bool) -> String {
    let lines = "<w:footnotePr><w:footnote w:id=\"-1\"/><w:footnote w:id=\"0\"/></w:footnotePr>";
    format!(
        "{}<w:compat><w:compatSetting w:name=\"compatibilityMode\" w:uri=\"http://schemas.microsoft.com/office/word\" \
         w:val=\"15\"/></w:compat>",
        if notes { lines } else { "" }
    )
}

fn types(words: &[Word]) -> String {
    let mut out = format!(
        "<Types xmlns=\"{PACKAGE}/content-types\">\
         <Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>\
         <Default Extension=\"xml\" ContentType=\"application/xml\"/>\
         <Override PartName=\"/docProps/core.xml\" ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>\
         <Override PartName=\"/word/document.xml\" ContentType=\"{MEDIA}.document.main+xml\"/>"
    );
    for (name, _) in words {
        put(
            &mut out,
            format_args!("<Override PartName=\"/word/{name}.xml\" ContentType=\"{MEDIA}.{name}+xml\"/>"),
        );
    }
    out.push_str("</Types>");
    out
}

fn relations() -> String {
    format!(
        "<Relationships xmlns=\"{PACKAGE}/relationships\">\
         <Relationship Id=\"document\" Type=\"{RELATIONS}/officeDocument\" Target=\"word/document.xml\"/>\
         <Relationship Id=\"core\" Type=\"{PACKAGE}/relationships/metadata/core-properties\" Target=\"docProps/core.xml\"/>\
         </Relationships>"
    )
}

fn word_relations(words: &[Word]) -> String {
    let mut out = format!("<Relationships xmlns=\"{PACKAGE}/relationships\">");
    for (name, _) in words {
        put(
            &mut out,
            format_args!("<Relationship Id=\"{name}\" Type=\"{RELATIONS}/{name}\" Target=\"{name}.xml\"/>"),
        );
    }
    out.push_str("</Relationships>");
    out
}

fn document(parts: &Parts<'_>) -> String {
    let reference = |name: &str, given: bool| {
        if given { format!("<w:{name}Reference w:type=\"default\" r:id=\"{name}\"/>") } else { String::new() }
    };
    format!(
        "<w:document {SPACES}><w:body>{}<w:sectPr>{}{}<w:pgSz w:w=\"11906\" w:h=\"16838\"/>\
         <w:pgMar w:top=\"1134\" w:right=\"1134\" w:bottom=\"1134\" w:left=\"{}\" w:header=\"567\" w:footer=\"567\" w:gutter=\"0\"/>\
         </w:sectPr></w:body></w:document>",
        parts.body.out,
        reference("header", parts.flow.header.is_some()),
        reference("footer", parts.flow.footer.is_some()),
        11906 - 1134 - WIDTH,
    )
}

/// The list of bullets, then each list of numbers, which begins at 1.
fn numbering(numberings: usize) -> String {
    let list = |id: usize, format: &str, text: &str| {
        format!(
            "<w:abstractNum w:abstractNumId=\"{id}\"><w:multiLevelType w:val=\"singleLevel\"/><w:lvl w:ilvl=\"0\">\
             <w:start w:val=\"1\"/><w:numFmt w:val=\"{format}\"/><w:lvlText w:val=\"{text}\"/><w:lvlJc w:val=\"left\"/>\
             <w:pPr><w:ind w:left=\"680\" w:hanging=\"340\"/></w:pPr></w:lvl></w:abstractNum>"
        )
    };
    let mut out = [list(0, "bullet", "•"), list(1, "decimal", "%1.")].concat();
    put(&mut out, format_args!("<w:num w:numId=\"{BULLETS}\"><w:abstractNumId w:val=\"0\"/></w:num>"));
    for number in 1..=numberings {
        put(
            &mut out,
            format_args!(
                "<w:num w:numId=\"{}\"><w:abstractNumId w:val=\"1\"/><w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"1\"/>\
                 </w:lvlOverride></w:num>",
                BULLETS + number
            ),
        );
    }
    out
}

/// What the document says about itself.
fn core(meta: &Meta, lang: Lang) -> String {
    let created = meta.created.unwrap_or(FIXED);
    let modified = meta.modified.unwrap_or(created);
    let mut out = format!(
        "<cp:coreProperties xmlns:cp=\"{PACKAGE}/metadata/core-properties\" xmlns:dc=\"http://purl.org/dc/elements/1.1/\" \
         xmlns:dcterms=\"http://purl.org/dc/terms/\" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\">"
    );
    let texts = [
        ("dc:title", &meta.title),
        ("dc:subject", &meta.subject),
        ("dc:creator", &meta.author),
        ("cp:lastModifiedBy", &meta.author),
        ("cp:keywords", &meta.keywords),
    ];
    for (name, value) in texts {
        if let Some(value) = value {
            put(&mut out, format_args!("<{name}>"));
            escape_into(&mut out, value);
            put(&mut out, format_args!("</{name}>"));
        }
    }
    put(&mut out, format_args!("<dc:language>{}</dc:language>", lang.code()));
    for (name, moment) in [("created", created), ("modified", modified)] {
        put(
            &mut out,
            format_args!(
                "<dcterms:{name} xsi:type=\"dcterms:W3CDTF\">{}Z</dcterms:{name}>",
                moment.strftime("%Y-%m-%dT%H:%M:%S")
            ),
        );
    }
    out.push_str("</cp:coreProperties>");
    out
}
