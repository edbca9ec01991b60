//! Texts with real styles: what each format keeps of them, and what is refused.

use content::Format;
use content::check::{Options, run};

use crate::downloads::{STYLES, answer, entry, file};
use crate::edited;
use crate::quality::check;

const FILES: &str = "1.2/a/8-files.md";

/// Whether a part of the package in a format holds each text.
fn holds(format: Format, part: &str, expected: &[&str]) {
    let bytes = file(STYLES, format).bytes;
    let text = String::from_utf8(entry(&bytes, part, None)).expect("UTF-8");
    for one in expected {
        assert!(text.contains(one), "{one} is missing from {part}: {text}");
    }
}

#[test]
fn opendocument_keeps_the_styles() {
    let heading = format!(
        "<text:h text:style-name=\"Heading_20_1\" text:outline-level=\"1\">Titre {}</text:h>",
        answer()
    );
    holds(
        Format::Odt,
        "content.xml",
        &[
            &heading,
            // A false heading: a paragraph with an automatic style.
            "<text:p text:style-name=\"P1\">Faux</text:p>",
            "<style:style style:name=\"P1\" style:family=\"paragraph\" style:parent-style-name=\"Standard\">\
             <style:paragraph-properties fo:text-align=\"center\"/><style:text-properties fo:font-weight=\"bold\" fo:font-size=\"18pt\"/>",
            "Dit<text:s text:c=\"2\"/>ainsi<text:note text:id=\"ftn1\" text:note-class=\"footnote\">",
            "<text:p text:style-name=\"Footnote\">Une note</text:p></text:note-body></text:note></text:p>",
            "<text:list text:style-name=\"Numbering_20_1\"><text:list-item><text:p text:style-name=\"Numbering_20_1\">a</text:p>",
            // The break stands before the line that follows it.
            "<text:list text:style-name=\"List_20_1\"><text:list-item><text:p text:style-name=\"P2\">c</text:p>",
            "style:parent-style-name=\"List_20_1\"><style:paragraph-properties fo:break-before=\"page\"/>",
            "<table:table-header-rows><table:table-row><table:table-cell table:style-name=\"cell\" office:value-type=\"string\">\
             <text:p text:style-name=\"Table_20_Heading\">X</text:p>",
            "<text:p text:style-name=\"Table_20_Contents\">&lt;y&gt;</text:p>",
        ],
    );
    holds(
        Format::Odt,
        "styles.xml",
        &[
            "style:display-name=\"Heading 1\"",
            "style:default-outline-level=\"3\"",
            "<style:header><text:p text:style-name=\"Header\">Club &amp; Cie</text:p></style:header>",
            "<style:footer><text:p text:style-name=\"Footer\">Pied</text:p></style:footer>",
            "fo:language=\"fr\" fo:country=\"FR\"",
        ],
    );
}

#[test]
fn office_open_xml_keeps_the_styles() {
    let heading = format!(
        "<w:p><w:pPr><w:pStyle w:val=\"Heading1\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Titre {}</w:t></w:r></w:p>",
        answer()
    );
    holds(
        Format::Docx,
        "word/document.xml",
        &[
            &heading,
            "<w:pStyle w:val=\"Normal\"/><w:jc w:val=\"center\"/></w:pPr><w:r><w:rPr><w:b/><w:sz w:val=\"36\"/>",
            "<w:t xml:space=\"preserve\">Dit  ainsi</w:t></w:r><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr>\
             <w:footnoteReference w:id=\"1\"/></w:r></w:p>",
            // Two lists of numbers: the second begins again.
            "<w:numId w:val=\"2\"/></w:numPr></w:pPr><w:r><w:t xml:space=\"preserve\">b</w:t>",
            "<w:numId w:val=\"3\"/></w:numPr></w:pPr><w:r><w:t xml:space=\"preserve\">d</w:t>",
            "<w:numId w:val=\"1\"/></w:numPr></w:pPr><w:r><w:br w:type=\"page\"/></w:r><w:r><w:t xml:space=\"preserve\">c</w:t>",
            "<w:tr><w:trPr><w:tblHeader/></w:trPr>",
            // Two tables never melt into one, and a file ends with a paragraph.
            "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr></w:p><w:tbl>",
            "</w:tbl><w:p><w:pPr><w:pStyle w:val=\"Normal\"/></w:pPr></w:p><w:sectPr><w:headerReference w:type=\"default\" r:id=\"header\"/>",
        ],
    );
    for (part, text) in [
        (
            "word/header.xml",
            "<w:pStyle w:val=\"Header\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Club &amp; Cie<",
        ),
        ("word/footer.xml", "<w:pStyle w:val=\"Footer\"/></w:pPr><w:r><w:t xml:space=\"preserve\">Pied<"),
        ("word/footnotes.xml", "<w:pStyle w:val=\"FootnoteText\"/>"),
        ("word/styles.xml", "w:styleId=\"Heading1\"><w:name w:val=\"heading 1\"/>"),
        ("word/styles.xml", "<w:outlineLvl w:val=\"2\"/>"),
        ("word/numbering.xml", "<w:num w:numId=\"3\">"),
        ("docProps/core.xml", "<dc:title>Été &amp; Cie</dc:title>"),
        (
            "docProps/core.xml",
            "<dcterms:modified xsi:type=\"dcterms:W3CDTF\">2024-05-04T11:30:00Z</dcterms:modified>",
        ),
        ("[Content_Types].xml", "PartName=\"/word/footnotes.xml\""),
        ("word/_rels/document.xml.rels", "Target=\"numbering.xml\""),
    ] {
        holds(Format::Docx, part, &[text]);
    }
}

#[test]
fn plain_formats_show_the_text_plainly() {
    let text = String::from_utf8(file(STYLES, Format::Txt).bytes).expect("UTF-8");
    let expected = format!(
        "Club & Cie\nTitre {}\nFaux\nDit  ainsi [1]\n[1] Une note\n1. a\n2. b\n\n• c\n1. d\nX\n<y>\nz\nPied\n",
        answer()
    );
    assert_eq!(text, expected);
    let pdf = file(STYLES, Format::Pdf).bytes;
    let pdf = String::from_utf8_lossy(&pdf);
    assert!(pdf.contains("/Count 2"), "a break begins a page: {pdf}");
    assert!(pdf.contains("(1. a) Tj"), "{pdf}");
}

#[test]
fn one_format_is_told_and_two_are_not() {
    let notes = |formats: &str| {
        let source = edited(FILES, "[\"odt\", \"docx\", \"pdf\", \"txt\"]", formats);
        let report =
            run(&source, &Options { prefix: "1.2-a-8-files".to_owned(), seeds: 5, ..Options::default() });
        assert_eq!(report.problems.iter().filter(|problem| problem.message.contains("styles")).count(), 0);
        report.notes.iter().any(|note| note.message.contains("\"styles\" has one format only"))
    };
    assert!(notes("[\"docx\"]"));
    assert!(notes("[\"odt\"]"));
    assert!(!notes("[\"odt\", \"docx\"]"));
}

#[test]
fn refusals() {
    for (old, new, expected) in [
        ("\"docx\", \"pdf\"", "\"doc\", \"pdf\"", "expected one of ods, xlsx, csv, odt, docx, pdf,"),
        ("\"docx\", \"pdf\"", "\"docx\", \"ods\"", "expected formats of one kind"),
        (
            "style: \"heading1\"",
            "style: \"h1\"",
            "files[7].text[1].style: found the text \"h1\", expected one of",
        ),
        ("text: \"Une note\"", "note: \"Une note\"", "files[7].text[4]: unknown key \"note\""),
        ("\"Dit  ainsi\",", "\"Dit  ainsi\", 12,", "files[7].text[4]: found the number 12, expected a text"),
        (
            "text: \"Pied\", style: \"footer\"",
            "text: \"Pied\", style: \"header\"",
            "files[7].text: 2 paragraphs of the style header, expected one at most",
        ),
        (
            "\"Dit  ainsi\",",
            "#{ rows: [[\"x\"]] },",
            "files[7].text[4]: a footnote (note) belongs to the paragraph before it",
        ),
        (
            "\"break\": \"page\"",
            "\"break\": \"column\"",
            "files[7].text[7].break: found the text \"column\", expected \"page\"",
        ),
        (
            "\"break\": \"page\"",
            "break: \"page\"",
            "break is a word of the scripts' language: as a key, write it \"break\" between quotation marks",
        ),
    ] {
        check(FILES, old, new, expected);
    }
}
