//! Style sheet, scripts, faces and pictures: held in the binary, compressed once, named after their content.
//!
//! Compression takes a fifth of a second, as long as the rest of a start: [`compress`] does it while the first pages
//! are already served, and whoever asks for an asset before its turn waits for that one only.
//!
//! All assets share one hash in their address (`/assets/HASH/app.css`), so that the style sheet can name the faces
//! beside it, and a browser keeps them for a year.

pub mod palette;

use std::collections::BTreeMap;
use std::io::Write;
use std::sync::{LazyLock, OnceLock};

use axum::Router;
use axum::extract::Path;
use axum::http::header::{ACCEPT_ENCODING, CACHE_CONTROL, CONTENT_ENCODING, CONTENT_TYPE, VARY};
use axum::http::{HeaderMap, HeaderName, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use sha2::{Digest, Sha256};

use crate::components::honeycomb;

/// The tokens: the one place for literal colours.
pub const TOKENS: &str = include_str!("../assets/tokens.css");

const STYLES: [&str; 23] = [
    include_str!("../assets/css/fonts.css"),
    TOKENS,
    include_str!("../assets/css/base.css"),
    include_str!("../assets/css/layout.css"),
    include_str!("../assets/css/button.css"),
    include_str!("../assets/css/form.css"),
    include_str!("../assets/css/card.css"),
    include_str!("../assets/css/campaign.css"),
    include_str!("../assets/css/competence.css"),
    include_str!("../assets/css/progress.css"),
    include_str!("../assets/css/message.css"),
    include_str!("../assets/css/exhibit.css"),
    include_str!("../assets/css/diagram.css"),
    include_str!("../assets/css/window.css"),
    include_str!("../assets/css/chart.css"),
    include_str!("../assets/css/document.css"),
    include_str!("../assets/css/board.css"),
    include_str!("../assets/css/taking.css"),
    include_str!("../assets/css/class.css"),
    include_str!("../assets/css/room.css"),
    include_str!("../assets/css/report.css"),
    include_str!("../assets/css/projection.css"),
    include_str!("../assets/css/print.css"),
];

const SCRIPTS: [(&str, &str); 9] = [
    ("page.js", include_str!("../assets/js/page.js")),
    ("form.js", include_str!("../assets/js/form.js")),
    ("password.js", include_str!("../assets/js/password.js")),
    ("order.js", include_str!("../assets/js/order.js")),
    ("copy.js", include_str!("../assets/js/copy.js")),
    ("countdown.js", include_str!("../assets/js/countdown.js")),
    ("focus.js", include_str!("../assets/js/focus.js")),
    ("report.js", include_str!("../assets/js/report.js")),
    ("live.js", include_str!("../assets/js/live.js")),
];

macro_rules! face {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../assets/fonts/", $name)))
    };
}

const FACES: [(&str, &[u8]); 10] = [
    face!("radio-canada-latin-400.woff2"),
    face!("radio-canada-latin-600.woff2"),
    face!("radio-canada-latin-ext-400.woff2"),
    face!("radio-canada-latin-ext-600.woff2"),
    face!("bricolage-grotesque-latin-700.woff2"),
    face!("bricolage-grotesque-latin-ext-700.woff2"),
    face!("andika-latin-400.woff2"),
    face!("andika-latin-700.woff2"),
    face!("andika-latin-ext-400.woff2"),
    face!("andika-latin-ext-700.woff2"),
];

/// The faces a page asks for before it has read its style sheet: text, then titles.
pub const FIRST_FACES: [&str; 2] = ["radio-canada-latin-400.woff2", "bricolage-grotesque-latin-700.woff2"];
/// The same when reading comfort is on.
pub const FIRST_COMFORT_FACES: [&str; 2] = ["andika-latin-400.woff2", "andika-latin-700.woff2"];

static SHELF: LazyLock<Shelf> = LazyLock::new(Shelf::fill);

struct Shelf {
    hash: String,
    assets: BTreeMap<&'static str, Asset>,
}

struct Asset {
    kind: &'static str,
    plain: Vec<u8>,
    /// `None` for what is compressed already, such as a face.
    packed: Option<OnceLock<Packed>>,
}

/// A text as it travels.
struct Packed {
    gzip: Vec<u8>,
    brotli: Vec<u8>,
}

/// The address of an asset, for example `url("app.css")`.
#[must_use]
pub fn url(name: &str) -> String {
    format!("/assets/{}/{name}", SHELF.hash)
}

/// The bytes a browser that accepts gzip receives for an asset; `None` for an unknown name.
#[must_use]
pub fn weight(name: &str) -> Option<usize> {
    let asset = SHELF.assets.get(name)?;
    Some(asset.packed().map_or(asset.plain.len(), |packed| packed.gzip.len()))
}

/// Compresses every text that is not compressed yet.
pub fn compress() {
    for asset in SHELF.assets.values() {
        asset.packed();
    }
}

/// Serves every asset. An address of another release gets today's content, without being kept.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new()
        .route("/assets/{hash}/{name}", get(asset))
        .route("/favicon.ico", get(|| async { ([(CACHE_CONTROL, "max-age=86400")], favicon()) }))
}

async fn asset(Path((hash, name)): Path<(String, String)>, headers: HeaderMap) -> Response {
    let Some(asset) = SHELF.assets.get(name.as_str()) else { return StatusCode::NOT_FOUND.into_response() };
    let age = if hash == SHELF.hash { "public, max-age=31536000, immutable" } else { "no-cache" };
    let accepted = headers.get(ACCEPT_ENCODING).and_then(|value| value.to_str().ok()).unwrap_or_default();
    let common = [(CONTENT_TYPE, asset.kind), (CACHE_CONTROL, age), (VARY, "accept-encoding"), NO_SNIFF];
    match asset.encoded(accepted) {
        Some((coding, bytes)) => (common, [(CONTENT_ENCODING, coding)], bytes).into_response(),
        None => (common, asset.plain.as_slice()).into_response(),
    }
}

const NO_SNIFF: (HeaderName, &str) = (HeaderName::from_static("x-content-type-options"), "nosniff");

fn favicon() -> Response {
    match SHELF.assets.get("icon.svg") {
        Some(icon) => ([(CONTENT_TYPE, icon.kind)], icon.plain.as_slice()).into_response(),
        None => StatusCode::NOT_FOUND.into_response(),
    }
}

impl Shelf {
    fn fill() -> Self {
        let mut assets = BTreeMap::new();
        assets.insert("app.css", Asset::text("text/css; charset=utf-8", &STYLES.concat()));
        assets.insert("icon.svg", Asset::text("image/svg+xml", &honeycomb::to_favicon()));
        for (name, script) in SCRIPTS {
            assets.insert(name, Asset::text("text/javascript; charset=utf-8", script));
        }
        for (name, face) in FACES {
            assets.insert(name, Asset::face(face));
        }
        let mut digest = Sha256::new();
        for (name, asset) in &assets {
            digest.update(name.as_bytes());
            digest.update(&asset.plain);
        }
        let hash = digest.finalize().iter().take(6).map(|byte| format!("{byte:02x}")).collect();
        Self { hash, assets }
    }
}

impl Asset {
    fn text(kind: &'static str, text: &str) -> Self {
        Self { kind, plain: text.as_bytes().to_vec(), packed: Some(OnceLock::new()) }
    }

    fn face(bytes: &[u8]) -> Self {
        Self { kind: "font/woff2", plain: bytes.to_vec(), packed: None }
    }

    fn packed(&self) -> Option<&Packed> {
        let packed = self.packed.as_ref()?;
        Some(packed.get_or_init(|| Packed { gzip: gzip(&self.plain), brotli: brotli(&self.plain) }))
    }

    /// The best coding a browser accepts, with its bytes.
    fn encoded(&'static self, accepted: &str) -> Option<(&'static str, &'static [u8])> {
        let accepts = |coding: &str| {
            accepted.split(',').any(|part| {
                let mut pieces = part.split(';').map(str::trim);
                pieces.next() == Some(coding) && !pieces.any(|weight| weight == "q=0")
            })
        };
        let packed = self.packed()?;
        [("br", &packed.brotli), ("gzip", &packed.gzip)]
            .into_iter()
            .find(|(coding, bytes)| !bytes.is_empty() && accepts(coding))
            .map(|(coding, bytes)| (coding, bytes.as_slice()))
    }
}

/// Compression into memory does not fail; were it to, an empty result means "send it plain".
fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).and_then(|()| encoder.finish()).unwrap_or_default()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut packed = Vec::new();
    {
        // A window of 64 KiB holds any of our texts; a larger one takes 60 MiB for nothing.
        let mut encoder = brotli::CompressorWriter::new(&mut packed, 4096, 11, 16);
        if encoder.write_all(bytes).is_err() {
            return Vec::new();
        }
    }
    packed
}

#[cfg(test)]
mod tests;
