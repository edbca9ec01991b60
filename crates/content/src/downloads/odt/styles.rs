//! The styles of an `OpenDocument` text.

use super::super::opendocument::put;
use crate::exhibit::ParagraphStyle;

/// The lists of bullets and of numbers, the levels of headings, the footnotes.
pub(super) const LISTS: &str = "<text:list-style style:name=\"List_20_1\" style:display-name=\"List 1\">\
    <text:list-level-style-bullet text:level=\"1\" text:bullet-char=\"•\">\
    <style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
    <style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:text-indent=\"-0.6cm\" fo:margin-left=\"1.2cm\"/>\
    </style:list-level-properties></text:list-level-style-bullet></text:list-style>\
    <text:list-style style:name=\"Numbering_20_1\" style:display-name=\"Numbering 1\">\
    <text:list-level-style-number text:level=\"1\" style:num-format=\"1\" style:num-suffix=\".\">\
    <style:list-level-properties text:list-level-position-and-space-mode=\"label-alignment\">\
    <style:list-level-label-alignment text:label-followed-by=\"listtab\" fo:text-indent=\"-0.6cm\" fo:margin-left=\"1.2cm\"/>\
    </style:list-level-properties></text:list-level-style-number></text:list-style>\
    <text:outline-style style:name=\"Outline\"><text:outline-level-style text:level=\"1\" style:num-format=\"\"/>\
    <text:outline-level-style text:level=\"2\" style:num-format=\"\"/>\
    <text:outline-level-style text:level=\"3\" style:num-format=\"\"/></text:outline-style>\
    <text:notes-configuration text:note-class=\"footnote\" style:num-format=\"1\" text:start-value=\"0\" \
    text:footnotes-position=\"page\" text:start-numbering-at=\"document\"/>";
/// A style of the file: our name for it (none for those only others build on), its name, its parent, its class, what
/// it does to paragraphs and to letters.
type Named = (Option<ParagraphStyle>, &'static str, &'static str, &'static str, &'static str, &'static str);

const SPACED: &str = "fo:margin-top=\"0.4cm\" fo:margin-bottom=\"0.2cm\" fo:keep-with-next=\"always\"";
const BOLD: &str = "fo:font-weight=\"bold\"";
const ITALIC: &str = "fo:font-style=\"italic\"";
const NAMED: [Named; 15] = [
    (Some(ParagraphStyle::Normal), "Standard", "", "text", "fo:margin-bottom=\"0.2cm\"", ""),
    (None, "Heading", "Standard", "text", SPACED, ""),
    (Some(ParagraphStyle::Title), "Title", "Heading", "chapter", "fo:text-align=\"center\"", BOLD),
    (Some(ParagraphStyle::Heading1), "Heading_20_1", "Heading", "text", "", BOLD),
    (Some(ParagraphStyle::Heading2), "Heading_20_2", "Heading", "text", "", BOLD),
    (Some(ParagraphStyle::Heading3), "Heading_20_3", "Heading", "text", "", BOLD),
    (
        Some(ParagraphStyle::Quote),
        "Quotations",
        "Standard",
        "html",
        "fo:margin-left=\"1cm\" fo:margin-right=\"1cm\"",
        ITALIC,
    ),
    (Some(ParagraphStyle::Caption), "Caption", "Standard", "extra", "", ITALIC),
    (Some(ParagraphStyle::Bullet), "List_20_1", "Standard", "list", "", ""),
    (Some(ParagraphStyle::Numbered), "Numbering_20_1", "Standard", "list", "", ""),
    (Some(ParagraphStyle::Header), "Header", "Standard", "extra", "", ""),
    (Some(ParagraphStyle::Footer), "Footer", "Standard", "extra", "", ""),
    (
        Some(ParagraphStyle::Note),
        "Footnote",
        "Standard",
        "extra",
        "fo:margin-left=\"0.5cm\" fo:text-indent=\"-0.5cm\"",
        "",
    ),
    (None, "Table_20_Contents", "Standard", "extra", "fo:margin-bottom=\"0cm\"", ""),
    (None, "Table_20_Heading", "Table_20_Contents", "extra", "", BOLD),
];

/// Every style.
pub(super) fn written() -> String {
    NAMED.iter().map(written_one).collect()
}

fn written_one((style, name, parent, class, paragraph, letters): &Named) -> String {
    let shown = name.replace("_20_", " ");
    let mut out = format!(
        "<style:style style:name=\"{name}\" style:display-name=\"{shown}\" style:family=\"paragraph\" style:class=\"{class}\""
    );
    if !parent.is_empty() {
        put(&mut out, format_args!(" style:parent-style-name=\"{parent}\""));
    }
    if let Some(level) = style.and_then(ParagraphStyle::level) {
        put(
            &mut out,
            format_args!(" style:next-style-name=\"Standard\" style:default-outline-level=\"{level}\""),
        );
    }
    if matches!(style, Some(ParagraphStyle::Bullet | ParagraphStyle::Numbered)) {
        put(&mut out, format_args!(" style:list-style-name=\"{name}\""));
    }
    let size = style.map(|style| format!(" fo:font-size=\"{}pt\"", style.size())).unwrap_or_default();
    put(
        &mut out,
        format_args!(
            "><style:paragraph-properties {paragraph}/><style:text-properties {letters}{size}/></style:style>"
        ),
    );
    out
}

/// The name of a style in the file.
pub(super) fn name(style: ParagraphStyle) -> &'static str {
    NAMED.iter().find(|(known, ..)| *known == Some(style)).map_or("Standard", |(_, name, ..)| name)
}
