//! The styles of an Office Open XML text.

use super::super::opendocument::put;
use crate::exhibit::ParagraphStyle;
use crate::lang::Lang;

/// A style: ours, its id, the name programs know it by, what it does to paragraphs and to letters.
type Named = (ParagraphStyle, &'static str, &'static str, &'static str, &'static str);

const HEADING: &str = "<w:keepNext/><w:spacing w:before=\"240\" w:after=\"120\"/>";
const NAMED: [Named; 12] = [
    (ParagraphStyle::Normal, "Normal", "Normal", "<w:spacing w:after=\"120\"/>", ""),
    (
        ParagraphStyle::Title,
        "Title",
        "Title",
        "<w:spacing w:after=\"240\"/><w:jc w:val=\"center\"/>",
        "<w:b/>",
    ),
    (ParagraphStyle::Heading1, "Heading1", "heading 1", HEADING, "<w:b/>"),
    (ParagraphStyle::Heading2, "Heading2", "heading 2", HEADING, "<w:b/>"),
    (ParagraphStyle::Heading3, "Heading3", "heading 3", HEADING, "<w:b/>"),
    (ParagraphStyle::Quote, "Quote", "Quote", "<w:ind w:left=\"567\" w:right=\"567\"/>", "<w:i/>"),
    (ParagraphStyle::Caption, "Caption", "caption", "", "<w:i/>"),
    (ParagraphStyle::Bullet, "ListBullet", "List Bullet", "<w:contextualSpacing/>", ""),
    (ParagraphStyle::Numbered, "ListNumber", "List Number", "<w:contextualSpacing/>", ""),
    (ParagraphStyle::Header, "Header", "header", "", ""),
    (ParagraphStyle::Footer, "Footer", "footer", "", ""),
    (ParagraphStyle::Note, "FootnoteText", "footnote text", "", ""),
];
/// The mark of a footnote, and tables with lines around their cells.
const OTHERS: &str = "<w:style w:type=\"character\" w:styleId=\"FootnoteReference\"><w:name w:val=\"footnote reference\"/>\
    <w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr></w:style>\
    <w:style w:type=\"table\" w:default=\"1\" w:styleId=\"TableNormal\"><w:name w:val=\"Normal Table\"/><w:tblPr>\
    <w:tblInd w:w=\"0\" w:type=\"dxa\"/><w:tblCellMar><w:top w:w=\"0\" w:type=\"dxa\"/><w:left w:w=\"108\" w:type=\"dxa\"/>\
    <w:bottom w:w=\"0\" w:type=\"dxa\"/><w:right w:w=\"108\" w:type=\"dxa\"/></w:tblCellMar></w:tblPr></w:style>";
const SIDES: [&str; 6] = ["top", "left", "bottom", "right", "insideH", "insideV"];

/// The id of a style in the file.
pub(super) fn id(style: ParagraphStyle) -> &'static str {
    NAMED.iter().find(|(known, ..)| *known == style).map_or("Normal", |(_, id, ..)| id)
}

/// The part of the package that holds the styles.
pub(super) fn written(lang: Lang) -> String {
    let tag = match lang {
        Lang::Fr => "fr-FR",
        Lang::En => "en-GB",
    };
    let mut out = format!(
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"24\"/><w:szCs w:val=\"24\"/><w:lang w:val=\"{tag}\"/></w:rPr>\
         </w:rPrDefault><w:pPrDefault/></w:docDefaults>"
    );
    NAMED.iter().for_each(|style| named(&mut out, style));
    out.push_str(OTHERS);
    out.push_str(
        "<w:style w:type=\"table\" w:styleId=\"TableGrid\"><w:name w:val=\"Table Grid\"/><w:basedOn w:val=\"TableNormal\"/>\
         <w:tblPr><w:tblBorders>",
    );
    for side in SIDES {
        put(&mut out, format_args!("<w:{side} w:val=\"single\" w:sz=\"4\" w:space=\"0\" w:color=\"auto\"/>"));
    }
    out.push_str("</w:tblBorders></w:tblPr></w:style>");
    out
}

fn named(out: &mut String, (style, id, name, paragraph, letters): &Named) {
    let normal = *style == ParagraphStyle::Normal;
    let default = if normal { " w:default=\"1\"" } else { "" };
    put(
        out,
        format_args!("<w:style w:type=\"paragraph\"{default} w:styleId=\"{id}\"><w:name w:val=\"{name}\"/>"),
    );
    if !normal {
        out.push_str("<w:basedOn w:val=\"Normal\"/>");
    }
    out.push_str(if style.level().is_some() { "<w:next w:val=\"Normal\"/>" } else { "" });
    put(out, format_args!("<w:qFormat/><w:pPr>{paragraph}"));
    if let Some(level) = style.level() {
        put(out, format_args!("<w:outlineLvl w:val=\"{}\"/>", level - 1));
    }
    let half = u16::from(style.size()) * 2;
    put(
        out,
        format_args!(
            "</w:pPr><w:rPr>{letters}<w:sz w:val=\"{half}\"/><w:szCs w:val=\"{half}\"/></w:rPr></w:style>"
        ),
    );
}
