//! Tables as OpenDocument spreadsheets, written line after line into a stream: nothing of what was written is kept.
//! Every text is a text by its type, so that none is taken for a formula.

use std::io::{self, Write};

use zip::CompressionMethod;
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};

use crate::cell::Cell;

/// The lines that a sheet has room for.
pub const MOST_ROWS: u32 = 1_048_576;

const MEDIA: &str = "application/vnd.oasis.opendocument.spreadsheet";
const MANIFEST: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
    <manifest:manifest xmlns:manifest=\"urn:oasis:names:tc:opendocument:xmlns:manifest:1.0\" manifest:version=\"1.3\">\
    <manifest:file-entry manifest:full-path=\"/\" manifest:version=\"1.3\" \
    manifest:media-type=\"application/vnd.oasis.opendocument.spreadsheet\"/>\
    <manifest:file-entry manifest:full-path=\"content.xml\" manifest:media-type=\"text/xml\"/>\
    </manifest:manifest>";
/// Everything before the table: days as `2024-05-03`, a bold first line, numbers with up to four decimals.
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<office:document-content \
    xmlns:office=\"urn:oasis:names:tc:opendocument:xmlns:office:1.0\" \
    xmlns:style=\"urn:oasis:names:tc:opendocument:xmlns:style:1.0\" \
    xmlns:text=\"urn:oasis:names:tc:opendocument:xmlns:text:1.0\" \
    xmlns:table=\"urn:oasis:names:tc:opendocument:xmlns:table:1.0\" \
    xmlns:fo=\"urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0\" \
    xmlns:number=\"urn:oasis:names:tc:opendocument:xmlns:datastyle:1.0\" office:version=\"1.3\">\
    <office:automatic-styles>\
    <number:date-style style:name=\"N9\"><number:year number:style=\"long\"/><number:text>-</number:text>\
    <number:month number:style=\"long\"/><number:text>-</number:text><number:day number:style=\"long\"/>\
    </number:date-style>";
const TAIL: &str = "</table:table></office:spreadsheet></office:body></office:document-content>";
const MOST_DECIMALS: usize = 4;

/// A table being written, line after line.
pub struct OdsExport<W: Write> {
    zip: ZipWriter<StreamWriter<W>>,
    rows: u32,
}

impl<W: Write> OdsExport<W> {
    /// Begins a table with the name of its sheet.
    ///
    /// # Errors
    /// When `out` cannot be written.
    pub fn new(out: W, sheet: &str) -> io::Result<Self> {
        let mut zip = ZipWriter::new_stream(out);
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        // The lines of a table resemble each other: the quickest compression finds nearly all of it.
        let packed = SimpleFileOptions::default()
            .compression_method(CompressionMethod::Deflated)
            .compression_level(Some(1));
        zip.start_file("mimetype", stored)?;
        zip.write_all(MEDIA.as_bytes())?;
        zip.start_file("META-INF/manifest.xml", packed)?;
        zip.write_all(MANIFEST.as_bytes())?;
        zip.start_file("content.xml", packed)?;
        zip.write_all(HEAD.as_bytes())?;
        for decimals in 0..=MOST_DECIMALS {
            write!(
                zip,
                "<number:number-style style:name=\"N{decimals}\"><number:number number:min-integer-digits=\"1\" \
                 number:decimal-places=\"{decimals}\" number:min-decimal-places=\"{decimals}\"/></number:number-style>\
                 <style:style style:name=\"d{decimals}\" style:family=\"table-cell\" style:data-style-name=\"N{decimals}\"/>"
            )?;
        }
        zip.write_all(
            b"<style:style style:name=\"day\" style:family=\"table-cell\" style:data-style-name=\"N9\"/>\
              <style:style style:name=\"head\" style:family=\"table-cell\"><style:text-properties fo:font-weight=\"bold\"/>\
              </style:style></office:automatic-styles><office:body><office:spreadsheet><table:table table:name=\"",
        )?;
        escaped(&mut zip, sheet)?;
        zip.write_all(b"\">")?;
        Ok(Self { zip, rows: 0 })
    }

    /// Writes a line; the first one stands out, and has as many cells as the table is wide.
    ///
    /// # Errors
    /// When the table cannot be written, or has as many lines as a sheet has room for.
    pub fn row<'c>(&mut self, cells: impl IntoIterator<Item = Cell<'c>>) -> io::Result<()> {
        if self.rows == MOST_ROWS {
            return Err(io::Error::new(io::ErrorKind::InvalidInput, "a sheet has no room for more lines"));
        }
        let cells: Vec<Cell<'c>> = cells.into_iter().collect();
        if self.rows == 0 {
            let width = cells.len().max(1);
            write!(self.zip, "<table:table-column table:number-columns-repeated=\"{width}\"/>")?;
        }
        self.zip.write_all(b"<table:table-row>")?;
        if cells.is_empty() {
            self.zip.write_all(b"<table:table-cell/>")?;
        }
        for cell in cells {
            self.cell(cell)?;
        }
        self.rows += 1;
        self.zip.write_all(b"</table:table-row>")
    }

    /// Ends the table.
    ///
    /// # Errors
    /// When the table cannot be written.
    pub fn finish(mut self) -> io::Result<()> {
        self.zip.write_all(TAIL.as_bytes())?;
        self.zip.finish()?.flush()
    }

    fn cell(&mut self, cell: Cell<'_>) -> io::Result<()> {
        let zip = &mut self.zip;
        match cell {
            Cell::Empty => zip.write_all(b"<table:table-cell/>"),
            Cell::Decimal(number, _) if !number.is_finite() => zip.write_all(b"<table:table-cell/>"),
            Cell::Text(text) => {
                let style = if self.rows == 0 { " table:style-name=\"head\"" } else { "" };
                write!(zip, "<table:table-cell{style} office:value-type=\"string\"><text:p>")?;
                paragraph(zip, text)?;
                zip.write_all(b"</text:p></table:table-cell>")
            }
            Cell::Whole(number) => float(zip, &number.to_string(), 0),
            Cell::Decimal(number, decimals) => {
                let decimals = decimals.min(MOST_DECIMALS);
                float(zip, &format!("{number:.decimals$}"), decimals)
            }
            Cell::Day(day) => write!(
                zip,
                "<table:table-cell table:style-name=\"day\" office:value-type=\"date\" office:date-value=\"{day}\">\
                 <text:p>{day}</text:p></table:table-cell>"
            ),
        }
    }
}

fn float(out: &mut impl Write, number: &str, decimals: usize) -> io::Result<()> {
    write!(
        out,
        "<table:table-cell table:style-name=\"d{decimals}\" office:value-type=\"float\" office:value=\"{number}\">\
         <text:p>{number}</text:p></table:table-cell>"
    )
}

/// A text with its spaces: readers fold several into one and drop those at the ends, unless they are elements.
fn paragraph(out: &mut impl Write, text: &str) -> io::Result<()> {
    let mut signs = text.chars().filter(|sign| *sign != '\r').peekable();
    let mut free = true;
    while let Some(sign) = signs.next() {
        let ends = signs.peek().is_none_or(|next| next.is_whitespace());
        match sign {
            ' ' if free || ends => out.write_all(b"<text:s/>")?,
            '\n' => out.write_all(b"<text:line-break/>")?,
            '\t' => out.write_all(b"<text:tab/>")?,
            _ => escaped(out, sign.encode_utf8(&mut [0; 4]))?,
        }
        free = matches!(sign, ' ' | '\n' | '\t');
    }
    Ok(())
}

/// A text as XML holds it; what XML cannot hold is left out.
fn escaped(out: &mut impl Write, text: &str) -> io::Result<()> {
    for sign in text.chars() {
        match sign {
            '&' => out.write_all(b"&amp;")?,
            '<' => out.write_all(b"&lt;")?,
            '>' => out.write_all(b"&gt;")?,
            '"' => out.write_all(b"&quot;")?,
            '\u{fffe}' | '\u{ffff}' => {}
            sign if sign.is_ascii_control() => {}
            sign => out.write_all(sign.encode_utf8(&mut [0; 4]).as_bytes())?,
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::{Cursor, Read};

    /// What lies in a table that is made of these lines.
    fn written(rows: &[Vec<Cell<'_>>]) -> Vec<u8> {
        let mut bytes = Vec::new();
        let mut export = OdsExport::new(&mut bytes, "Élèves & Cie").unwrap();
        for row in rows {
            export.row(row.iter().copied()).unwrap();
        }
        export.finish().unwrap();
        bytes
    }

    fn content(bytes: &[u8]) -> String {
        let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).unwrap();
        assert_eq!(archive.by_index(0).unwrap().name().unwrap(), "mimetype");
        let mut text = String::new();
        archive.by_name("content.xml").unwrap().read_to_string(&mut text).unwrap();
        text
    }

    #[test]
    fn cells_have_their_types() {
        let check = |cell: Cell<'_>, expected: &str| {
            let table = content(&written(&[vec![], vec![cell]]));
            let row =
                table.rsplit_once("<table:table-row>").unwrap().1.split_once("</table:table-row>").unwrap().0;
            assert_eq!(
                row.replace("table:", "").replace("office:", "").replace("text:", ""),
                expected,
                "{cell:?}"
            );
        };
        check(Cell::Empty, "<table-cell/>");
        check(Cell::Text("=1+1"), "<table-cell value-type=\"string\"><p>=1+1</p></table-cell>");
        check(
            Cell::Text(" a  <b>\u{1}\r\n&"),
            "<table-cell value-type=\"string\"><p><s/>a<s/><s/>&lt;b&gt;<line-break/>&amp;</p></table-cell>",
        );
        check(
            Cell::Whole(-12),
            "<table-cell style-name=\"d0\" value-type=\"float\" value=\"-12\"><p>-12</p></table-cell>",
        );
        check(
            Cell::Decimal(0.666, 2),
            "<table-cell style-name=\"d2\" value-type=\"float\" value=\"0.67\"><p>0.67</p></table-cell>",
        );
        check(Cell::Decimal(f64::NAN, 2), "<table-cell/>");
        let day = jiff::civil::date(2026, 3, 5);
        check(
            Cell::Day(day),
            "<table-cell style-name=\"day\" value-type=\"date\" date-value=\"2026-03-05\"><p>2026-03-05</p></table-cell>",
        );
    }

    #[test]
    fn a_table_is_a_document() {
        let bytes =
            written(&[vec![Cell::Text("Nom"), Cell::Text("Pix")], vec![Cell::Text("Léa"), Cell::Whole(3)]]);
        assert!(bytes.starts_with(b"PK") && bytes.windows(MEDIA.len()).any(|part| part == MEDIA.as_bytes()));
        let text = content(&bytes);
        assert!(
            text.contains(
                "table:name=\"Élèves &amp; Cie\"><table:table-column table:number-columns-repeated=\"2\"/>"
            ),
            "{text}"
        );
        assert!(
            text.contains("table:style-name=\"head\" office:value-type=\"string\"><text:p>Nom<"),
            "{text}"
        );
        let mut reader = quick_xml::Reader::from_str(&text);
        while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
    }

    /// A place that takes the beginning of a table and no more.
    struct Full(usize);

    impl Write for Full {
        fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
            self.0 = self.0.checked_sub(bytes.len()).ok_or(io::ErrorKind::StorageFull)?;
            Ok(bytes.len())
        }

        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }

    #[test]
    fn a_place_that_is_full_is_told() {
        assert_eq!(
            OdsExport::new(Full(20), "x").err().map(|error| error.kind()),
            Some(io::ErrorKind::StorageFull)
        );
    }

    proptest! {
        #[test]
        fn whatever_is_written_is_well_formed(texts in prop::collection::vec("\\PC*|[ <&\\n\\t=]*", 0..5)) {
            let table = content(&written(&[texts.iter().map(|text| Cell::Text(text)).collect()]));
            let mut reader = quick_xml::Reader::from_str(&table);
            while !matches!(reader.read_event().unwrap(), quick_xml::events::Event::Eof) {}
            prop_assert_eq!(table.matches("office:value-type=\"string\"").count(), texts.len());
        }
    }
}
