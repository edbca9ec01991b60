//! Every format is read back by a reader that is not ours.

use std::collections::BTreeSet;
use std::io::{Cursor, Read};

use calamine::{Data, Reader};
use content::{File, Format, GenerateError, Lang, Release};

use crate::{edited, family, release};

pub(crate) const SHEETS: usize = 0;
const PIPED: usize = 1;
pub(crate) const NOTE: usize = 2;
const PHOTO: usize = 3;
const ARCHIVE: usize = 4;
const SECRET: usize = 5;
const MESSAGE: usize = 6;
pub(crate) const STYLES: usize = 7;

pub(crate) fn file(index: usize, format: Format) -> File {
    family(&release(), "1.2-a-8-files").file(5, Lang::Fr, index, format).expect("the file is made")
}

/// The number the family hides for this seed.
pub(crate) fn answer() -> i64 {
    let key = family(&release(), "1.2-a-8-files").instance(5, Lang::Fr).expect("an instance").key;
    let grade::Answer::Text(text) = key.right_answer() else { panic!("expected a number") };
    text.parse().expect("a whole number")
}

#[test]
fn the_same_seed_gives_the_same_bytes() {
    let (once, again) = (release(), release());
    let (family, twin) = (family(&once, "1.2-a-8-files"), family(&again, "1.2-a-8-files"));
    let mut made = BTreeSet::new();
    for (seed, lang) in [(5, Lang::Fr), (5, Lang::En), (u64::MAX, Lang::Fr)] {
        let paper = family.instance(seed, lang).expect("an instance").paper;
        for (index, download) in paper.downloads.iter().enumerate() {
            for format in &download.formats {
                let file = family.file(seed, lang, index, *format).expect("a file");
                assert_eq!(Ok(&file), twin.file(seed, lang, index, *format).as_ref(), "{index} {format:?}");
                assert_eq!(file.name, download.file_name(*format));
                assert_eq!(file.media_type, format.media_type());
                made.insert(*format);
            }
        }
    }
    assert_eq!(made, BTreeSet::from(Format::ALL), "the fixture must offer every format");
    for (index, format) in [(99, Format::Zip), (SHEETS, Format::Zip)] {
        assert!(matches!(family.file(5, Lang::Fr, index, format), Err(GenerateError::NoSuchFile(_))));
    }
}

/// The year of each entry of an archive: a clock would show another one.
fn check_moments(bytes: &[u8], expected: u16) {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    assert!(!archive.is_empty());
    for index in 0..archive.len() {
        let entry = archive.by_index_raw(index).expect("an entry");
        let moment = entry.last_modified().expect("a date");
        if entry.name().ok().as_deref() != Some("club/été/devis.txt") {
            assert_eq!(moment.year(), expected, "{:?} of {}", entry.name(), moment);
        }
    }
}

#[test]
fn no_file_knows_the_day_it_was_made() {
    for (index, format, year) in [
        (SHEETS, Format::Ods, 2024),
        // The oldest date of the format, as the writer of these workbooks does.
        (SHEETS, Format::Xlsx, 1980),
        (NOTE, Format::Odt, 2024),
        (STYLES, Format::Odt, 2024),
        (STYLES, Format::Docx, 2024),
        (ARCHIVE, Format::Zip, 2024),
        (SECRET, Format::Zip, 2024),
    ] {
        check_moments(&file(index, format).bytes, year);
    }
    let core = entry(&file(SHEETS, Format::Xlsx).bytes, "docProps/core.xml", None);
    let core = String::from_utf8(core).expect("UTF-8");
    assert_eq!(core.matches("2024-01-15T00:00:00Z").count(), 2, "{core}");
    let meta = entry(&file(SHEETS, Format::Ods).bytes, "meta.xml", None);
    assert_eq!(String::from_utf8_lossy(&meta).matches("2024-01-15T09:00:00").count(), 2);
    let source =
        edited("1.2/a/8-files.md", "created: \"2024-05-03T10:00:00\", modified: \"2024-05-04T11:30:00\"", "");
    let release = Release::build(&source).expect("a good bank");
    let pdf = family(&release, "1.2-a-8-files").file(5, Lang::Fr, NOTE, Format::Pdf).expect("a file").bytes;
    let pdf = String::from_utf8_lossy(&pdf);
    for part in ["/CreationDate (D:20240115090000", "/ModDate (D:20240115090000"] {
        assert!(pdf.contains(part), "{part} in {pdf}");
    }
    assert!(!pdf.contains("/ID"), "{pdf}");
}

#[test]
fn workbooks() {
    let number = Data::Float(answer() as f64);
    let ods = calamine::Ods::new(Cursor::new(file(SHEETS, Format::Ods).bytes)).expect("an ods file");
    let xlsx = calamine::Xlsx::new(Cursor::new(file(SHEETS, Format::Xlsx).bytes)).expect("an xlsx file");
    let pages = [pages(ods), pages(xlsx)];
    for [first, second] in pages {
        let text = |row: usize, column: usize| first.get((row, column)).map(ToString::to_string);
        assert_eq!(text(0, 0).as_deref(), Some("Nom"));
        assert_eq!(text(1, 0).as_deref(), Some("Zoé; \"B\""));
        assert_eq!(first.get((1, 1)), Some(&number));
        assert_eq!(first.get((1, 2)), Some(&Data::Float(3.5)));
        assert!(
            matches!(first.get((1, 3)), Some(Data::DateTimeIso(_) | Data::DateTime(_))),
            "{:?}",
            first.get((1, 3))
        );
        assert_eq!(text(2, 0).as_deref(), Some("<x>"));
        assert_eq!(second.get((1, 0)), Some(&Data::String("007".to_owned())));
        assert_eq!(second.get((2, 0)), Some(&Data::Float(2.0)), "the value of the formula is kept beside it");
    }
}

#[test]
fn formulas_stay_formulas() {
    fn check<R: Reader<Cursor<Vec<u8>>>>(mut book: R, expected: &str) {
        let formulas = book.worksheet_formula("B").map_err(drop).expect("the formulas of a sheet");
        assert_eq!(formulas.get_value((2, 0)).map(String::as_str), Some(expected));
    }
    let open = |format| Cursor::new(file(SHEETS, format).bytes);
    check(calamine::Xlsx::new(open(Format::Xlsx)).expect("xlsx"), "IF(A1>=1,A1*2,\"<x>\")");
    check(calamine::Ods::new(open(Format::Ods)).expect("ods"), "of:=IF([.A1]>=1;[.A1]*2;\"<x>\")");
}

/// The first two sheets.
fn pages<R: Reader<Cursor<Vec<u8>>>>(mut book: R) -> [calamine::Range<Data>; 2] {
    assert_eq!(book.sheet_names(), ["Été", "B"]);
    let mut page = |name: &str| book.worksheet_range(name).map_err(drop).expect("a sheet");
    [page("Été"), page("B")]
}

#[test]
fn separated_values() {
    let number = answer().to_string();
    let plain = file(SHEETS, Format::Csv).bytes;
    assert!(plain.starts_with("\u{feff}".as_bytes()));
    let piped = file(PIPED, Format::Csv).bytes;
    let piped = encoding_rs::WINDOWS_1252.decode(&piped).0.into_owned().into_bytes();
    for (bytes, separator) in [(plain[3..].to_vec(), b';'), (piped, b'|')] {
        let mut reader =
            csv::ReaderBuilder::new().delimiter(separator).has_headers(false).from_reader(bytes.as_slice());
        let rows: Vec<Vec<String>> =
            reader.deserialize().collect::<Result<_, _>>().expect("separated values");
        assert_eq!(rows[0], ["Nom", "N", "Prix", "Jour"]);
        assert_eq!(rows[1], ["Zoé; \"B\"", number.as_str(), "3,5", "2024-05-03"]);
        assert_eq!(rows[2], ["<x>", "", "-1", ""]);
    }
}

#[test]
fn documents() {
    let number = answer().to_string();
    let plain = String::from_utf8(file(NOTE, Format::Txt).bytes).expect("UTF-8");
    assert_eq!(plain, format!("Déjà « vu » {number}\nDeux\n"));
    let odt = file(NOTE, Format::Odt).bytes;
    assert_eq!(entry(&odt, "mimetype", None), b"application/vnd.oasis.opendocument.text");
    let content = String::from_utf8(entry(&odt, "content.xml", None)).expect("UTF-8");
    assert!(content.contains(&format!("<text:p>Déjà « vu » {number}</text:p>")), "{content}");
    let meta = String::from_utf8(entry(&odt, "meta.xml", None)).expect("UTF-8");
    for part in [
        "<dc:title>Été &amp; Cie</dc:title>",
        "<meta:keyword>a, b</meta:keyword>",
        "<meta:creation-date>2024-05-03T10:00:00</meta:creation-date>",
        "<dc:date>2024-05-04T11:30:00</dc:date>",
    ] {
        assert!(meta.contains(part), "{part} in {meta}");
    }
    let pdf = file(NOTE, Format::Pdf).bytes;
    let pdf = String::from_utf8_lossy(&pdf);
    // Text with accents is written in hexadecimal.
    let line = encoding_rs::WINDOWS_1252.encode(&format!("Déjà « vu » {number}")).0.into_owned();
    let line: String = line.iter().map(|byte| format!("{byte:02X}")).collect();
    for part in ["%PDF-1.", &format!("<{line}> Tj"), "(Deux) Tj", "/CreationDate (D:20240503100000", "%%EOF"]
    {
        assert!(pdf.contains(part), "{part} in {pdf}");
    }
}

#[test]
fn pictures() {
    for (format, kind) in [(Format::Jpg, image::ImageFormat::Jpeg), (Format::Png, image::ImageFormat::Png)] {
        let bytes = file(PHOTO, format).bytes;
        let drawn = image::load_from_memory_with_format(&bytes, kind).expect("a picture");
        assert_eq!((drawn.width(), drawn.height()), (64, 48));
        let data = exif::Reader::new().read_from_container(&mut Cursor::new(&bytes)).expect("EXIF data");
        let value = |tag| {
            let field = data.get_field(tag, exif::In::PRIMARY).map(|field| field.display_value().to_string());
            field.unwrap_or_default()
        };
        assert_eq!(value(exif::Tag::DateTimeOriginal), "2024-05-03 14:22:10");
        assert_eq!(value(exif::Tag::Model), "\"Lumo X2\"");
        assert_eq!(value(exif::Tag::Artist), "\"Awa\"");
        assert_eq!(value(exif::Tag::GPSLatitude), "48 deg 51 min 0 sec");
        assert_eq!(value(exif::Tag::GPSLongitudeRef), "W");
    }
}

#[test]
fn archives() {
    let bytes = file(ARCHIVE, Format::Zip).bytes;
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    let names: Vec<String> = archive.file_names().filter_map(Result::ok).map(Into::into).collect();
    assert_eq!(names, ["club/été/devis.txt", "gros.txt", "vide/", "photo.png"]);
    assert_eq!(entry(&bytes, "club/été/devis.txt", None), b"mot");
    assert_eq!(entry(&bytes, "gros.txt", None).len(), 5000);
    let moment = archive.by_name("club/été/devis.txt").expect("an entry").last_modified().expect("a date");
    assert_eq!(
        (moment.year(), moment.month(), moment.day(), moment.hour(), moment.minute()),
        (2023, 2, 1, 8, 30)
    );
    assert!(archive.by_name("vide/").expect("an entry").is_dir());
    assert!(image::load_from_memory(&entry(&bytes, "photo.png", None)).is_ok());
}

#[test]
fn a_password_protects() {
    let bytes = file(SECRET, Format::Zip).bytes;
    let expected = format!("secret {}", answer());
    assert_eq!(entry(&bytes, "mot.txt", Some("sésame 1")), expected.as_bytes());
    assert!(!bytes.windows(6).any(|window| window == b"secret"));
    let mut archive = zip::ZipArchive::new(Cursor::new(&bytes)).expect("an archive");
    assert!(archive.by_name("mot.txt").is_err());
}

/// The content of an entry of an archive.
pub(crate) fn entry(bytes: &[u8], name: &str, password: Option<&str>) -> Vec<u8> {
    let mut archive = zip::ZipArchive::new(Cursor::new(bytes)).expect("an archive");
    let mut data = Vec::new();
    match password {
        None => archive.by_name(name).expect("an entry").read_to_end(&mut data),
        Some(password) => {
            archive.by_name_decrypt(name, password.as_bytes()).expect("an entry").read_to_end(&mut data)
        }
    }
    .expect("the entry is whole");
    data
}

#[test]
fn messages() {
    let text = String::from_utf8(file(MESSAGE, Format::Eml).bytes).expect("ASCII");
    let (head, _) = text.split_once("\r\n\r\n").expect("a header");
    assert!(head.contains("\r\nTo: club@example.org\r\n"), "{head}");
    assert!(head.contains("From: =?utf-8?B?Wm/DqSBC?= <zoe@example.org>"), "{head}");
    assert!(head.contains("Date: Fri, 03 May 2024 10:00:00 +0000"), "{head}");
    let boundary =
        head.split("boundary=\"").nth(1).and_then(|rest| rest.split('"').next()).expect("a boundary");
    let parts: Vec<&str> = text.split(&format!("--{boundary}")).collect();
    assert_eq!(parts.len(), 4);
    let decoded = |part: &str| {
        let body: String = part.split("\r\n\r\n").nth(1).expect("a body").split_whitespace().collect();
        data_encoding::BASE64.decode(body.as_bytes()).expect("base64")
    };
    assert_eq!(decoded(parts[1]), "Bonjour,\r\n\r\nDéjà là".as_bytes());
    assert!(parts[2].contains("filename=\"lettre.txt\""));
    assert_eq!(decoded(parts[2]), b"D\xe9j\xe0\n");
}
