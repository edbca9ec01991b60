//! The register of secondary schools: an XML document, or an archive that holds one.

mod document;
mod pupil;

use crate::archive::{Archive, is_archive};
use crate::fault::{Fault, FaultCode, Faults};
use crate::gathering::{Gathering, settled};
use crate::limits::{Limits, size};
use crate::reading::{Reading, SkipReason};
use crate::transcoded::Transcoded;
use crate::uniqueness::Uniqueness;
use document::Document;

/// Reads the register of the school whose code (UAI) is `school`.
///
/// Who has left, has no national number yet or is in no class is left aside, and the reading says so.
#[must_use]
pub fn read(bytes: &[u8], school: &str, limits: &Limits) -> Reading {
    settled(opened(bytes, school, limits).and_then(|document| gather(document, limits)))
}

fn opened(bytes: &[u8], school: &str, limits: &Limits) -> Result<Document, Faults> {
    limits.admit(bytes)?;
    if !is_archive(bytes) {
        let stream = Transcoded::open(bytes, size(bytes.len()))?;
        return document::read(stream, school, limits);
    }
    let mut archive = Archive::open(bytes, limits)?;
    let place = only_document(&archive)?;
    let (entry, most) = archive.entry(place)?;
    document::read(Transcoded::open(entry, most)?, school, limits)
}

/// The place of the one document of an archive.
fn only_document(archive: &Archive<'_>) -> Result<usize, Fault> {
    let visible = archive.visible();
    let documents: Vec<_> =
        visible.iter().filter(|(_, name)| name.to_lowercase().ends_with(".xml")).collect();
    match documents.as_slice() {
        [(place, _)] => Ok(*place),
        _ => Err(Fault::new(FaultCode::InvalidFile).value(&documents.len().to_string()).expected(["1 .xml"])),
    }
}

fn gather(mut document: Document, limits: &Limits) -> Result<Gathering, Faults> {
    let mut gathering = Gathering::default();
    let mut numbers = Uniqueness::default();
    for pupil in document.pupils {
        let places = document.places.remove(&pupil.id).unwrap_or_default();
        if let Some(why) = reason_to_skip(&pupil, places.class.as_deref()) {
            gathering.skip(pupil.line, &pupil.last_name, &pupil.first_name, why);
            continue;
        }
        if !numbers.is_new(&pupil.national_number) {
            let twice = Fault::new(FaultCode::IneUnique).line(pupil.line).field("ID_NATIONAL");
            gathering.faults.push(twice.value(&pupil.national_number));
        }
        let learner = pupil.learner(places, &mut gathering.faults);
        gathering.learners.push(learner);
        gathering.bound(limits)?;
    }
    Ok(gathering)
}

fn reason_to_skip(pupil: &pupil::Pupil, class: Option<&str>) -> Option<SkipReason> {
    if !pupil.left_on.is_empty() {
        return Some(SkipReason::Left);
    }
    if pupil.national_number.is_empty() {
        return Some(SkipReason::NoNationalNumber);
    }
    if class.is_none() {
        return Some(SkipReason::NoClass);
    }
    None
}
