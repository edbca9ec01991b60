//! The bank seen from outside: a small fixture bank, and everything that can be wrong with one.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

mod characters;
mod downloads;
mod families;
mod framework;
mod quality;
mod refusals;
mod report;
mod sources;
mod styled;
mod texts;
mod webs;

use content::{Family, Release, Source};

/// The fixture bank.
fn fixture() -> Source {
    let folder = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/fixture");
    content::folder::read(&folder).expect("the fixture is readable")
}

/// The fixture as a release.
fn release() -> Release {
    Release::build(&fixture()).expect("the fixture has no problem")
}

/// A family of a release.
fn family<'a>(release: &'a Release, id: &str) -> &'a Family {
    release.family(id).expect("the family is in the fixture")
}

/// The fixture with one text of one file replaced; the replaced text must be there.
fn edited(file: &str, old: &str, new: &str) -> Source {
    let mut source = fixture();
    let text = source.get(file).map(|bytes| String::from_utf8_lossy(bytes).into_owned());
    let text = text.unwrap_or_default();
    assert!(old.is_empty() || text.contains(old), "{file} has no {old:?}");
    source.insert(file, if old.is_empty() { new.to_owned() } else { text.replacen(old, new, 1) });
    source
}
