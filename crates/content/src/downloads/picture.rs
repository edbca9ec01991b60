//! Pictures with what a camera writes into them.

use image::codecs::jpeg::JpegEncoder;
use image::codecs::png::PngEncoder;
use image::{ExtendedColorType, ImageEncoder, RgbImage};
use little_exif::exif_tag::ExifTag;
use little_exif::filetype::FileExtension;
use little_exif::metadata::Metadata;
use little_exif::rational::uR64;

use super::scene;
use super::spec::{Exif, Picture};
use crate::paper::Format;

/// The quality of JPEG pictures, out of 100.
const QUALITY: u8 = 80;
/// What stands between the marker and the data of EXIF in a JPEG file.
const EXIF_HEADER: &[u8] = b"Exif\0\0";

pub(super) fn write(picture: &Picture, format: Format, seed: u64) -> Result<Vec<u8>, String> {
    let drawn: RgbImage = scene::draw(picture.scene, picture.width, picture.height, seed);
    let exif = picture.exif.as_ref().map(encoded).transpose()?;
    let mut bytes = Vec::new();
    match format {
        Format::Png => encode(PngEncoder::new(&mut bytes), exif, &drawn),
        _ => encode(JpegEncoder::new_with_quality(&mut bytes, QUALITY), exif, &drawn),
    }?;
    Ok(bytes)
}

fn encode(mut encoder: impl ImageEncoder, exif: Option<Vec<u8>>, drawn: &RgbImage) -> Result<(), String> {
    if let Some(exif) = exif {
        encoder.set_exif_metadata(exif).map_err(|error| error.to_string())?;
    }
    let (width, height) = drawn.dimensions();
    encoder.write_image(drawn, width, height, ExtendedColorType::Rgb8).map_err(|error| error.to_string())
}

/// The EXIF data alone, without what a JPEG file puts before it.
fn encoded(exif: &Exif) -> Result<Vec<u8>, String> {
    let segment = tags(exif).as_u8_vec(FileExtension::JPEG).map_err(|error| error.to_string())?;
    let start = segment.windows(EXIF_HEADER.len()).position(|window| window == EXIF_HEADER);
    let data = start.and_then(|start| segment.get(start + EXIF_HEADER.len()..));
    data.map(<[u8]>::to_vec).ok_or_else(|| "the EXIF data cannot be written".to_owned())
}

fn tags(exif: &Exif) -> Metadata {
    let mut tags = Metadata::new();
    if let Some(taken) = exif.taken {
        let moment = taken.strftime("%Y:%m:%d %H:%M:%S").to_string();
        tags.set_tag(ExifTag::ModifyDate(moment.clone()));
        tags.set_tag(ExifTag::DateTimeOriginal(moment.clone()));
        tags.set_tag(ExifTag::CreateDate(moment));
    }
    if let Some(camera) = &exif.camera {
        // "Lumo X2": the maker, then the model.
        let maker = camera.split(' ').next().unwrap_or_default();
        tags.set_tag(ExifTag::Make(maker.to_owned()));
        tags.set_tag(ExifTag::Model(camera.clone()));
    }
    let texts = [
        exif.artist.clone().map(ExifTag::Artist),
        exif.copyright.clone().map(ExifTag::Copyright),
        exif.description.clone().map(ExifTag::ImageDescription),
    ];
    texts.into_iter().flatten().for_each(|tag| tags.set_tag(tag));
    if let Some((latitude, longitude)) = exif.gps {
        let side = |degrees: f64, positive: &str, negative: &str| {
            if degrees < 0.0 { negative.to_owned() } else { positive.to_owned() }
        };
        tags.set_tag(ExifTag::GPSLatitudeRef(side(latitude, "N", "S")));
        tags.set_tag(ExifTag::GPSLatitude(sexagesimal(latitude)));
        tags.set_tag(ExifTag::GPSLongitudeRef(side(longitude, "E", "W")));
        tags.set_tag(ExifTag::GPSLongitude(sexagesimal(longitude)));
    }
    tags
}

/// Degrees, minutes and hundredths of seconds.
fn sexagesimal(degrees: f64) -> Vec<uR64> {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "at most 180 × 360,000")]
    let hundredths = (degrees.abs() * 360_000.0).round() as u32;
    let part = |nominator, denominator| uR64 { nominator, denominator };
    vec![part(hundredths / 360_000, 1), part(hundredths / 6000 % 60, 1), part(hundredths % 6000, 100)]
}
