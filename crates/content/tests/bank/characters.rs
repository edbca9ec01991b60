//! The characters of texts and tables: their spaces, and the mark before them.

use std::io::Cursor;

use calamine::{Data, Reader};
use content::{Format, Lang, Release};

use crate::downloads::{NOTE, SHEETS, entry};
use crate::{edited, family};

/// A text of the workbook and of the note, read back from every format that keeps spaces.
fn check_spaces(text: &str, xml: &str) {
    let source = edited("1.2/a/8-files.md", "\"<x>\", ()", &format!("{text:?}, ()"));
    let mut edited = source.clone();
    let written = String::from_utf8_lossy(source.get("1.2/a/8-files.md").expect("the family")).into_owned();
    edited.insert("1.2/a/8-files.md", written.replace("\"Deux\"]", &format!("{text:?}]")));
    let release = Release::build(&edited).expect("a good bank");
    let made = |index, format| {
        family(&release, "1.2-a-8-files").file(5, Lang::Fr, index, format).expect("a file").bytes
    };
    for index in [SHEETS, NOTE] {
        let format = if index == SHEETS { Format::Ods } else { Format::Odt };
        let content = String::from_utf8(entry(&made(index, format), "content.xml", None)).expect("UTF-8");
        assert!(content.contains(&format!("<text:p>{xml}</text:p>")), "{xml} in {content}");
    }
    let mut ods = calamine::Ods::new(Cursor::new(made(SHEETS, Format::Ods))).expect("an ods file");
    let page = ods.worksheet_range("Été").expect("a sheet");
    assert_eq!(page.get((2, 0)), Some(&Data::String(text.to_owned())));
    let plain = String::from_utf8(made(NOTE, Format::Txt)).expect("UTF-8");
    assert!(plain.ends_with(&format!("\n{text}\n")), "{plain:?}");
}

#[test]
fn spaces_are_kept() {
    for (text, xml) in [
        ("a b", "a b"),
        (" a", "<text:s text:c=\"1\"/>a"),
        ("a ", "a<text:s text:c=\"1\"/>"),
        ("a  b   c", "a<text:s text:c=\"2\"/>b<text:s text:c=\"3\"/>c"),
        ("   ", "<text:s text:c=\"3\"/>"),
        ("é & ", "é &amp;<text:s text:c=\"1\"/>"),
    ] {
        check_spaces(text, xml);
    }
    let source = edited("1.2/a/8-files.md", "\"Deux\"]", "\"a\\tb\\n c\"]");
    let release = Release::build(&source).expect("a good bank");
    let odt = family(&release, "1.2-a-8-files").file(5, Lang::Fr, NOTE, Format::Odt).expect("a file").bytes;
    let content = String::from_utf8(entry(&odt, "content.xml", None)).expect("UTF-8");
    assert!(
        content.contains("<text:p>a<text:tab/>b<text:line-break/><text:s text:c=\"1\"/>c</text:p>"),
        "{content}"
    );
}

#[test]
fn separated_values_begin_with_a_mark_unless_told_otherwise() {
    const OLD: &str = "formats: [\"ods\", \"xlsx\", \"csv\"]";
    for (keys, mark) in [
        ("", true),
        (", encoding: \"utf-8\"", true),
        (", encoding: \"utf-8\", bom: true", true),
        (", bom: true", true),
        (", bom: false", false),
        (", encoding: \"utf-8\", bom: false", false),
        (", encoding: \"windows-1252\"", false),
        (", encoding: \"windows-1252\", bom: false", false),
    ] {
        let release =
            Release::build(&edited("1.2/a/8-files.md", OLD, &format!("{OLD}{keys}"))).expect("a good bank");
        let csv =
            family(&release, "1.2-a-8-files").file(5, Lang::Fr, SHEETS, Format::Csv).expect("a file").bytes;
        let body = csv.strip_prefix("\u{feff}".as_bytes());
        assert_eq!(body.is_some(), mark, "{keys}");
        assert!(body.unwrap_or(&csv).starts_with(b"Nom;N;Prix;Jour\r\n"), "{keys}");
    }
}
