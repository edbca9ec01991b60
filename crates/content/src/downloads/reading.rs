//! Reading what a generator says of its files.

mod text;

use jiff::civil::DateTime;

use super::formula::Formula;
use super::scene::Scene;
use super::spec::{Archive, Cell, Content, Encoding, Entry, Exif, Held, Mail, Picture, Sheet, Sheets, Spec};
use crate::generate::formats;
use crate::lang::Lang;
use crate::paper::Format;
use crate::value::{At, Shape, Value};

/// The keys every file may have.
const COMMON: [&str; 3] = ["name", "filename", "formats"];
/// Archives in archives deeper than this are a mistake of the script.
const DEEPEST: usize = 3;

/// The sizes asked for in one archive come to no more than this: they are made while a learner waits.
const MOST_PADDED: usize = 60_000_000;

/// Reads a file of the generator's map.
pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Spec> {
    read_at(at, lang, 0)
}

fn read_at(at: At<'_>, lang: Lang, depth: usize) -> Shape<Spec> {
    if depth > DEEPEST {
        return at.expected("files inside files no deeper than three levels");
    }
    let formats = formats(at)?;
    let group = |format: &Format| match format {
        Format::Ods | Format::Xlsx | Format::Csv => 0,
        Format::Odt | Format::Docx | Format::Pdf | Format::Txt => 1,
        Format::Jpg | Format::Png => 2,
        Format::Zip => 3,
        Format::Eml => 4,
    };
    let groups: Vec<u8> = formats.iter().map(group).collect();
    let first = groups.first().copied().unwrap_or_default();
    if groups.iter().any(|group| *group != first) {
        return at.key("formats")?.expected("formats of one kind: sheets, texts, pictures, zip or eml");
    }
    let content = match first {
        0 => Content::Sheets(sheets(at)?),
        1 => Content::Text(text::read(at, lang)?),
        2 => Content::Picture(picture(at)?),
        3 => Content::Archive(archive(at, lang, depth)?),
        _ => Content::Mail(mail(at, lang, depth)?),
    };
    let filename = at.text_of("filename")?;
    let name = at.text_of("name")?.or_else(|| filename.clone()).unwrap_or_default();
    let bad = |name: &str| name.contains(['/', '\\', '\n', '"']);
    if bad(&name) || filename.as_deref().is_some_and(bad) {
        return at.expected("a name without / \\ \" or line breaks");
    }
    Ok(Spec { name, filename, formats, content })
}

fn only(at: At<'_>, keys: &[&str]) -> Shape<()> {
    let mut known = COMMON.to_vec();
    known.extend(keys);
    at.only(&known)
}

fn sheets(at: At<'_>) -> Shape<Sheets> {
    only(at, &["sheets", "separator", "encoding", "bom"])?;
    let sheets = at.key("sheets")?.each(|sheet| {
        sheet.only(&["name", "header", "rows"])?;
        let header = sheet.maybe("header").map(|header| header.texts()).transpose()?.unwrap_or_default();
        let rows = sheet.key("rows")?.each(|row| {
            let cells = row.each(cell)?;
            if !header.is_empty() && cells.len() > header.len() {
                return row.expected(&format!("at most {} cells as in the header", header.len()));
            }
            Ok(cells)
        })?;
        Ok(Sheet { name: sheet.key("name")?.text()?, header, rows })
    })?;
    if sheets.is_empty() {
        return at.key("sheets")?.expected("at least one sheet");
    }
    let separator = match at.maybe("separator") {
        None => None,
        Some(written) => match written.text()?.as_bytes() {
            [byte] => Some(*byte),
            _ => return written.expected("one character such as \";\""),
        },
    };
    Ok(Sheets { sheets, separator, encoding: marked(at)? })
}

/// The encoding of separated values. UTF-8 begins with a mark unless `bom: false`: without it Excel shows
/// damaged accents.
fn marked(at: At<'_>) -> Shape<Encoding> {
    let encoding = encoding(at)?;
    let Some(written) = at.maybe("bom") else {
        return Ok(if encoding == Encoding::Utf8 { Encoding::Marked } else { encoding });
    };
    match (written.truth()?, encoding) {
        (true, Encoding::Utf8) => Ok(Encoding::Marked),
        (true, _) => written.expected("bom: true with the encoding \"utf-8\" only"),
        (false, encoding) => Ok(encoding),
    }
}

fn cell(at: At<'_>) -> Shape<Cell> {
    Ok(match at.value {
        Value::Nothing => Cell::Empty,
        Value::Whole(whole) => Cell::Whole(*whole),
        Value::Real(real) => Cell::Real(*real),
        Value::Text(text) if text.is_empty() => Cell::Empty,
        Value::Text(text) => match text.parse() {
            Ok(date) if text.len() == 10 => Cell::Date(date),
            _ => Cell::Text(text.to_string()),
        },
        Value::Map(_) => {
            at.only(&["formula", "value"])?;
            let written = at.key("formula")?;
            let formula = Formula::read(&written.text()?).or_else(|why| written.expected(&why))?;
            match cell(at.key("value")?)? {
                Cell::Formula(..) => return at.key("value")?.expected("a text or a number"),
                value => Cell::Formula(formula, Box::new(value)),
            }
        }
        _ => return at.expected("a text, a number, a formula or nothing"),
    })
}

fn encoding(at: At<'_>) -> Shape<Encoding> {
    let Some(written) = at.maybe("encoding") else { return Ok(Encoding::Utf8) };
    match written.text()?.as_str() {
        "utf-8" => Ok(Encoding::Utf8),
        "windows-1252" => Ok(Encoding::Windows1252),
        _ => written.expected("\"utf-8\" or \"windows-1252\""),
    }
}

/// An optional moment such as `2024-05-03T10:00:00`.
fn instant(at: At<'_>, key: &str) -> Shape<Option<DateTime>> {
    let Some(written) = at.maybe(key) else { return Ok(None) };
    match written.text()?.parse() {
        Ok(moment) => Ok(Some(moment)),
        Err(_) => written.expected("a moment such as \"2024-05-03T10:00:00\""),
    }
}

fn picture(at: At<'_>) -> Shape<Picture> {
    only(at, &["picture", "exif", "width", "height"])?;
    let picture = at.key("picture")?;
    picture.only(&["scene", "width", "height"])?;
    let side = |key: &str, default: u32| -> Shape<u32> {
        match picture.maybe(key).or_else(|| at.maybe(key)) {
            None => Ok(default),
            Some(side) => side.whole(16, 2000).map(|side| u32::try_from(side).unwrap_or(default)),
        }
    };
    Ok(Picture {
        scene: scene(picture.key("scene")?)?,
        width: side("width", 640)?,
        height: side("height", 480)?,
        exif: at.maybe("exif").map(exif).transpose()?,
    })
}

/// What a picture shows.
pub(super) fn scene(at: At<'_>) -> Shape<Scene> {
    Scene::parse(&at.text()?)
        .map_or_else(|| at.expected("beach, mountain, town, desk, garden or pattern"), Ok)
}

fn exif(at: At<'_>) -> Shape<Exif> {
    at.only(&["taken", "camera", "artist", "copyright", "description", "gps"])?;
    Ok(Exif {
        taken: instant(at, "taken")?,
        camera: at.text_of("camera")?,
        artist: at.text_of("artist")?,
        copyright: at.text_of("copyright")?,
        description: at.text_of("description")?,
        gps: at.maybe("gps").map(place).transpose()?,
    })
}

/// Latitude and longitude in degrees.
fn place(at: At<'_>) -> Shape<(f64, f64)> {
    let degrees = at.each(|item| match item.value {
        #[expect(clippy::cast_precision_loss, reason = "degrees are small")]
        Value::Whole(whole) => Ok(*whole as f64),
        Value::Real(real) => Ok(*real),
        _ => item.expected("degrees"),
    })?;
    match degrees.as_slice() {
        [lat, lon] if lat.abs() <= 90.0 && lon.abs() <= 180.0 => Ok((*lat, *lon)),
        _ => at.expected("a latitude and a longitude in degrees"),
    }
}

fn archive(at: At<'_>, lang: Lang, depth: usize) -> Shape<Archive> {
    only(at, &["entries", "password"])?;
    let entries = at.key("entries")?.each(|item| entry(item, lang, depth))?;
    let mut seen = std::collections::BTreeSet::new();
    if let Some(twice) = entries.iter().find(|entry| !seen.insert(&entry.path)) {
        return Err(format!(
            "entries: the path {:?} stands twice; throw when a draw repeats itself",
            twice.path
        ));
    }
    let padded: usize = entries.iter().filter_map(|entry| entry.size).sum();
    if padded > MOST_PADDED {
        return Err(format!("entries: {padded} bytes asked for in all, expected at most {MOST_PADDED}"));
    }
    Ok(Archive { entries, password: at.text_of("password")?.filter(|password| !password.is_empty()) })
}

fn entry(at: At<'_>, lang: Lang, depth: usize) -> Shape<Entry> {
    at.only(&["path", "text", "file", "modified", "bytes"])?;
    let written = at.key("path")?;
    let path = written.text()?;
    let inside =
        path.trim_end_matches('/').split('/').all(|part| !part.is_empty() && part != ".." && part != ".");
    if !inside || path.contains('\\') {
        return written.expected("a path such as \"club/2024/devis.txt\"");
    }
    let held = match (at.maybe("text"), at.maybe("file")) {
        (Some(_), Some(_)) => return at.expected("text or file, not both"),
        (None, Some(file)) => Held::File(Box::new(read_at(file, lang, depth + 1)?)),
        (Some(text), None) => Held::Text(text.each_or_one(|line| line.shown(lang))?.join("\n")),
        (None, None) => Held::Text(String::new()),
    };
    let size = at.maybe("bytes").map(|bytes| bytes.whole(0, 20_000_000)).transpose()?;
    let size = size.and_then(|size| usize::try_from(size).ok());
    Ok(Entry { path, held, modified: instant(at, "modified")?, size })
}

fn mail(at: At<'_>, lang: Lang, depth: usize) -> Shape<Mail> {
    only(at, &["from", "to", "subject", "date", "body", "attachments"])?;
    let date = at.key("date")?;
    let moment = match date.text()?.parse() {
        Ok(moment) => moment,
        Err(_) => return date.expected("a moment such as \"2024-05-03T10:00:00\""),
    };
    let header = |key: &str| -> Shape<String> {
        let written = at.key(key)?;
        let text = written.text()?;
        if text.contains(['\n', '\r']) { written.expected("one line") } else { Ok(text) }
    };
    let attachments = at.maybe("attachments").map(|list| list.each(|item| read_at(item, lang, depth + 1)));
    Ok(Mail {
        from: header("from")?,
        to: header("to")?,
        subject: header("subject")?,
        date: moment,
        body: at.key("body")?.each_or_one(|item| item.text())?,
        attachments: attachments.transpose()?.unwrap_or_default(),
    })
}
