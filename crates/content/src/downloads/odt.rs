//! `OpenDocument` texts whose paragraphs have real styles, under the names that word processors know them by.

mod styles;

use super::flow::{Flow, Part};
use super::opendocument::{lines, package, put};
use super::spec::Text;
use crate::exhibit::{Align, ParagraphStyle, PlainTable, StyledParagraph};
use crate::lang::Lang;

const MEDIA: &str = "application/vnd.oasis.opendocument.text";
/// A4, with room for what stands on every page.
const PAGE: &str = "<style:page-layout style:name=\"page\"><style:page-layout-properties fo:page-width=\"21cm\" \
    fo:page-height=\"29.7cm\" style:print-orientation=\"portrait\" fo:margin-top=\"2cm\" fo:margin-bottom=\"2cm\" \
    fo:margin-left=\"2cm\" fo:margin-right=\"2cm\"/>\
    <style:header-style><style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-bottom=\"0.5cm\"/></style:header-style>\
    <style:footer-style><style:header-footer-properties fo:min-height=\"0.6cm\" fo:margin-top=\"0.5cm\"/></style:footer-style>\
    </style:page-layout>";
/// The lines around the cells of a table.
const CELL: &str = "<style:style style:name=\"cell\" style:family=\"table-cell\">\
    <style:table-cell-properties fo:padding=\"0.1cm\" fo:border=\"0.5pt solid #000000\"/></style:style>\
    <style:style style:name=\"torn\" style:family=\"table\"><style:table-properties fo:break-before=\"page\"/></style:style>";

pub(super) fn write(text: &Text, lang: Lang) -> Result<Vec<u8>, String> {
    let flow = Flow::of(text);
    let mut body = Body::default();
    flow.parts.iter().for_each(|part| body.part(part));
    body.end();
    let content = format!(
        "<office:automatic-styles>{CELL}{}</office:automatic-styles><office:body><office:text>{}</office:text></office:body>",
        body.looks.written(),
        body.out
    );
    package(MEDIA, &content, &around(&flow, lang), &text.meta, Some(lang))
}

/// The styles of the file, its page, and what stands on every page.
fn around(flow: &Flow<'_>, lang: Lang) -> String {
    let mut looks = Looks::named("around");
    let mut strip = |name: &str, paragraph: Option<&StyledParagraph>| {
        let Some(paragraph) = paragraph else { return String::new() };
        let mut out = format!("<style:{name}>");
        open(&mut out, "text:p", &looks.name(paragraph, false), None);
        lines(&mut out, &paragraph.text);
        put(&mut out, format_args!("</text:p></style:{name}>"));
        out
    };
    let strips = [strip("header", flow.header), strip("footer", flow.footer)].concat();
    let country = match lang {
        Lang::Fr => "FR",
        Lang::En => "GB",
    };
    let (named, lists) = (styles::written(), styles::LISTS);
    format!(
        "<office:styles><style:default-style style:family=\"paragraph\"><style:text-properties fo:font-size=\"12pt\" \
         fo:language=\"{}\" fo:country=\"{country}\"/></style:default-style>{named}{lists}</office:styles>\
         <office:automatic-styles>{PAGE}{}</office:automatic-styles><office:master-styles>\
         <style:master-page style:name=\"Standard\" style:page-layout-name=\"page\">{strips}</style:master-page>\
         </office:master-styles>",
        lang.code(),
        looks.written(),
    )
}

/// What is set by hand, each thing once: the automatic styles of a file.
struct Looks {
    prefix: &'static str,
    kept: Vec<(StyledParagraph, bool)>,
}

impl Default for Looks {
    fn default() -> Self {
        Self::named("P")
    }
}

impl Looks {
    const fn named(prefix: &'static str) -> Self {
        Self { prefix, kept: Vec::new() }
    }

    /// The name of the style of a paragraph, with what is set by hand; `torn` begins a page.
    fn name(&mut self, paragraph: &StyledParagraph, torn: bool) -> String {
        if !torn && !paragraph.is_set_by_hand() {
            return styles::name(paragraph.style).to_owned();
        }
        let look = (StyledParagraph { text: String::new(), ..paragraph.clone() }, torn);
        let number = self.kept.iter().position(|kept| *kept == look).unwrap_or_else(|| {
            self.kept.push(look);
            self.kept.len() - 1
        });
        format!("{}{}", self.prefix, number + 1)
    }

    fn written(&self) -> String {
        let mut out = String::new();
        for (number, (look, torn)) in (1..).zip(&self.kept) {
            let (prefix, parent) = (self.prefix, styles::name(look.style));
            put(
                &mut out,
                format_args!(
                    "<style:style style:name=\"{prefix}{number}\" style:family=\"paragraph\" style:parent-style-name=\"{parent}\">\
                     <style:paragraph-properties"
                ),
            );
            if let Some(align) = look.align {
                put(&mut out, format_args!(" fo:text-align=\"{}\"", side(align)));
            }
            out.push_str(if *torn { " fo:break-before=\"page\"/>" } else { "/>" });
            out.push_str("<style:text-properties");
            out.push_str(if look.bold { " fo:font-weight=\"bold\"" } else { "" });
            out.push_str(if look.italic { " fo:font-style=\"italic\"" } else { "" });
            if let Some(size) = look.size {
                put(&mut out, format_args!(" fo:font-size=\"{size}pt\""));
            }
            out.push_str("/></style:style>");
        }
        out
    }
}

const fn side(align: Align) -> &'static str {
    match align {
        Align::Left => "start",
        Align::Center => "center",
        Align::Right => "end",
        Align::Justify => "justify",
    }
}

/// The text being written.
#[derive(Default)]
struct Body {
    out: String,
    looks: Looks,
    /// Whether the next thing begins a page.
    torn: bool,
    /// The list that is open.
    list: Option<ParagraphStyle>,
    tables: usize,
    notes: usize,
}

impl Body {
    fn part(&mut self, part: &Part<'_>) {
        match part {
            Part::Paragraph(paragraph, notes) => self.paragraph(paragraph, notes),
            Part::Table(table) => self.table(table),
            Part::Break if self.torn => {
                self.blank();
                self.torn = true;
            }
            Part::Break => self.torn = true,
        }
    }

    fn end(&mut self) {
        if self.torn {
            self.blank();
        }
        self.in_list(None);
    }

    fn blank(&mut self) {
        self.paragraph(&StyledParagraph::plain(String::new()), &[]);
    }

    /// Opens the list that a paragraph stands in, after closing another.
    fn in_list(&mut self, list: Option<ParagraphStyle>) {
        if self.list == list {
            return;
        }
        if self.list.is_some() {
            self.out.push_str("</text:list>");
        }
        if let Some(style) = list {
            put(&mut self.out, format_args!("<text:list text:style-name=\"{}\">", styles::name(style)));
        }
        self.list = list;
    }

    fn paragraph(&mut self, paragraph: &StyledParagraph, notes: &[&StyledParagraph]) {
        let listed = matches!(paragraph.style, ParagraphStyle::Bullet | ParagraphStyle::Numbered);
        self.in_list(listed.then_some(paragraph.style));
        let name = self.looks.name(paragraph, std::mem::take(&mut self.torn));
        let level = paragraph.style.level();
        let element = if level.is_some() { "text:h" } else { "text:p" };
        self.out.push_str(if listed { "<text:list-item>" } else { "" });
        open(&mut self.out, element, &name, level);
        lines(&mut self.out, &paragraph.text);
        notes.iter().for_each(|note| self.note(note));
        put(&mut self.out, format_args!("</{element}>"));
        self.out.push_str(if listed { "</text:list-item>" } else { "" });
    }

    fn note(&mut self, note: &StyledParagraph) {
        self.notes += 1;
        let (number, name) = (self.notes, self.looks.name(note, false));
        put(
            &mut self.out,
            format_args!(
                "<text:note text:id=\"ftn{number}\" text:note-class=\"footnote\"><text:note-citation>{number}\
                 </text:note-citation><text:note-body>"
            ),
        );
        open(&mut self.out, "text:p", &name, None);
        lines(&mut self.out, &note.text);
        self.out.push_str("</text:p></text:note-body></text:note>");
    }

    fn table(&mut self, table: &PlainTable) {
        self.in_list(None);
        self.tables += 1;
        let torn = if std::mem::take(&mut self.torn) { " table:style-name=\"torn\"" } else { "" };
        let width = table.rows.first().map_or(1, Vec::len);
        let out = &mut self.out;
        put(out, format_args!("<table:table table:name=\"Table{}\"{torn}>", self.tables));
        put(out, format_args!("<table:table-column table:number-columns-repeated=\"{width}\"/>"));
        if !table.columns.is_empty() {
            out.push_str("<table:table-header-rows>");
            row(out, &table.columns, "Table_20_Heading");
            out.push_str("</table:table-header-rows>");
        }
        table.rows.iter().for_each(|cells| row(out, cells, "Table_20_Contents"));
        out.push_str("</table:table>");
    }
}

fn row(out: &mut String, cells: &[String], style: &str) {
    out.push_str("<table:table-row>");
    for cell in cells {
        out.push_str("<table:table-cell table:style-name=\"cell\" office:value-type=\"string\">");
        open(out, "text:p", style, None);
        lines(out, cell);
        out.push_str("</text:p></table:table-cell>");
    }
    out.push_str("</table:table-row>");
}

/// Opens a paragraph or a heading.
fn open(out: &mut String, element: &str, style: &str, level: Option<u8>) {
    put(out, format_args!("<{element} text:style-name=\"{style}\""));
    if let Some(level) = level {
        put(out, format_args!(" text:outline-level=\"{level}\""));
    }
    out.push('>');
}
