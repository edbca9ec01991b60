//! The files of an instance, made when they are asked for: the same seed gives the same bytes.

mod archive;
mod docx;
mod flow;
mod formula;
mod mail;
mod odt;
mod opendocument;
mod pdf;
mod picture;
mod reading;
mod scene;
mod sheets;
mod spec;
mod text;
mod xlsx;
mod zipped;

use crate::family::Family;
use crate::generate::{Draw, GenerateError};
use crate::lang::Lang;
use crate::paper::Format;
use crate::random::derive;
use crate::value::{At, Shape};
pub use scene::Scene;
use spec::{Content, Exif, Picture, Spec};

/// The streams of the seed that pictures are drawn from begin here.
const PICTURES: u64 = 2000;
/// Those of the pictures to choose from begin here.
const OPTIONS: u64 = 3000;
/// The width and height of a picture to choose.
const OPTION_SIZE: (u32, u32) = (480, 360);
/// A file is never larger than this.
const MOST_BYTES: usize = 25_000_000;

/// A file ready to be sent.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct File {
    /// Its name with its ending.
    pub name: String,
    /// Its media type.
    pub media_type: &'static str,
    /// Its content.
    pub bytes: Vec<u8>,
}

impl Family {
    /// Makes a download of an instance: the `index`-th of its paper, in one of its formats.
    ///
    /// # Errors
    /// No such download, not in this format, or a family that its own checks would refuse.
    pub fn file(&self, seed: u64, lang: Lang, index: usize, format: Format) -> Result<File, GenerateError> {
        self.file_of(&self.draw(seed, lang)?, seed, lang, (index, format))
    }

    /// The same, from what the generator returned for this seed.
    pub(crate) fn file_of(
        &self,
        draw: &Draw,
        seed: u64,
        lang: Lang,
        (index, format): (usize, Format),
    ) -> Result<File, GenerateError> {
        let wrong = |message: String| {
            let message = format!("{message} (seed {seed}, {})", lang.code());
            GenerateError::Wrong(self.script_problem(1, message))
        };
        let none = || GenerateError::NoSuchFile(format!("{}: no file {index} for this instance", self.id()));
        let specs =
            At::top(&draw.value).maybe("files").map(|list| list.each(|item| reading::read(item, lang)));
        let specs = specs.transpose().map_err(wrong)?.unwrap_or_default();
        let spec = specs.get(index).ok_or_else(none)?;
        if !spec.formats.contains(&format) {
            let message = format!("{}: file {index} is not offered as {}", self.id(), format.ending());
            return Err(GenerateError::NoSuchFile(message));
        }
        let name = spec.filename.clone().unwrap_or_else(|| format!("{}.{}", spec.name, format.ending()));
        let seed = derive(seed, PICTURES + index as u64);
        let bytes = bytes(spec, format, &Making { seed, lang }).map_err(wrong)?;
        Ok(File { name, media_type: format.media_type(), bytes })
    }
}

impl Family {
    /// Draws a picture to choose: the `index`-th option of an instance, in the order shown.
    ///
    /// # Errors
    /// No such picture, or a family that its own checks would refuse.
    pub fn picture(&self, seed: u64, lang: Lang, index: usize) -> Result<File, GenerateError> {
        let none =
            || GenerateError::NoSuchFile(format!("{}: no picture {index} for this instance", self.id()));
        let scenes = self.scenes(seed, lang)?;
        let scene = scenes.get(index).copied().ok_or_else(none)?;
        let (width, height) = OPTION_SIZE;
        let picture = Picture { scene, width, height, exif: None::<Exif> };
        let bytes = picture::write(&picture, Format::Jpg, derive(seed, OPTIONS + index as u64));
        let bytes = bytes.map_err(|message| GenerateError::Wrong(self.script_problem(1, message)))?;
        Ok(File { name: format!("{index}.jpg"), media_type: Format::Jpg.media_type(), bytes })
    }
}

/// The scene that a script names: `#{ scene: "beach" }`.
pub(crate) fn scene(at: At<'_>) -> Shape<Scene> {
    at.only(&["scene"])?;
    scene_named(at.key("scene")?)
}

/// The scene of a name.
pub(crate) fn scene_named(at: At<'_>) -> Shape<Scene> {
    reading::scene(at)
}

/// What every format needs beside its content.
#[derive(Clone, Copy)]
struct Making {
    /// The seed pictures are drawn from.
    seed: u64,
    lang: Lang,
}

/// The bytes of a file in a format.
fn bytes(spec: &Spec, format: Format, making: &Making) -> Shape<Vec<u8>> {
    let bytes = match (&spec.content, format) {
        (Content::Sheets(sheets), Format::Ods) => opendocument::spreadsheet(sheets),
        (Content::Sheets(sheets), Format::Xlsx) => xlsx::write(sheets),
        (Content::Sheets(sheets), Format::Csv) => sheets::csv(sheets, making.lang),
        (Content::Text(text), Format::Odt) if flow::is_plain(text) => opendocument::text(text, making.lang),
        (Content::Text(text), Format::Odt) => odt::write(text, making.lang),
        (Content::Text(text), Format::Docx) => docx::write(text, making.lang),
        (Content::Text(text), Format::Pdf) => pdf::write(text, making.lang),
        (Content::Text(text), Format::Txt) => text::plain(text),
        (Content::Picture(picture), Format::Jpg | Format::Png) => {
            picture::write(picture, format, making.seed)
        }
        (Content::Archive(archive), Format::Zip) => archive::write(archive, making),
        (Content::Mail(mail), Format::Eml) => mail::write(mail, making),
        _ => Err(format!("{}: this content has no {} format", spec.name, format.ending())),
    }?;
    if bytes.len() > MOST_BYTES {
        return Err(format!(
            "{}: the file has {} bytes, expected at most {MOST_BYTES}",
            spec.name,
            bytes.len()
        ));
    }
    Ok(bytes)
}
