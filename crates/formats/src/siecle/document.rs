//! What the document says, before it is judged.

use std::collections::HashMap;
use std::io::Read;

use quick_xml::events::BytesStart;

use super::pupil::Pupil;
use crate::fault::{Fault, FaultCode, Faults};
use crate::limits::Limits;
use crate::transcoded::Transcoded;
use crate::xml::{Node, walk};

const ROOT: &str = "BEE_ELEVES";
/// The pseudo-class of those who are not in school any more.
const INACTIVE: &str = "inactifs";
/// The most groups of a pupil that are kept: real ones have some ten.
const MOST_GROUPS: usize = 100;

/// The pupils of a document, and where they are taught by the number the document gives them.
#[derive(Default)]
pub(super) struct Document {
    pub pupils: Vec<Pupil>,
    pub places: HashMap<String, Places>,
}

/// Where a pupil is taught.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Places {
    pub class: Option<String>,
    pub groups: Vec<String>,
}

/// Reads a document of one school; at the code of another one reading stops.
pub(super) fn read<R: Read>(
    stream: Transcoded<R>,
    school: &str,
    limits: &Limits,
) -> Result<Document, Faults> {
    let mut visit = Visit {
        school: school.trim(),
        most: limits.learners,
        seen: false,
        document: Document::default(),
        placement: Placement::default(),
    };
    walk(stream, |node| visit.meet(node))?;
    if visit.seen { Ok(visit.document) } else { Err(visit.mismatch("").into()) }
}

/// A visit of a document under way.
struct Visit<'v> {
    school: &'v str,
    most: usize,
    /// Whether the code of the school was met.
    seen: bool,
    document: Document,
    placement: Placement,
}

/// A class or a group being read, and the pupil it is of.
#[derive(Default)]
struct Placement {
    pupil: String,
    code: String,
    kind: String,
}

impl Visit<'_> {
    fn meet(&mut self, node: Node<'_>) -> Result<(), Faults> {
        match node {
            Node::Open { path, tag, line } => self.open(&short(path), tag, line),
            Node::Close { path, text } => self.close(&short(path), text.trim()).map_err(Faults::from),
        }
    }

    fn open(&mut self, names: &[&str], tag: &BytesStart<'_>, line: u64) -> Result<(), Faults> {
        if names.first().is_some_and(|root| *root != ROOT) {
            return Err(Fault::new(FaultCode::InvalidFile).line(line).expected([ROOT]).into());
        }
        match names {
            [_, "DONNEES", "ELEVES", "ELEVE"] => self.document.pupils.push(Pupil::new(line, id(tag))),
            [_, "DONNEES", "STRUCTURES", "STRUCTURES_ELEVE"] => self.placement.pupil = id(tag),
            _ => {}
        }
        if self.document.pupils.len().max(self.document.places.len()) > self.most {
            return Err(Fault::new(FaultCode::PayloadTooLarge).expected([self.most]).into());
        }
        Ok(())
    }

    fn close(&mut self, names: &[&str], text: &str) -> Result<(), Fault> {
        match names {
            [_, "PARAMETRES", "UAJ"] if text.eq_ignore_ascii_case(self.school) => self.seen = true,
            [_, "PARAMETRES", "UAJ"] => return Err(self.mismatch(text)),
            [_, "DONNEES", "ELEVES", "ELEVE", field] => {
                if let Some(slot) = self.document.pupils.last_mut().and_then(|pupil| pupil.slot(field)) {
                    text.clone_into(slot);
                }
            }
            [_, "DONNEES", "STRUCTURES", "STRUCTURES_ELEVE", "STRUCTURE", rest @ ..] => match rest {
                ["CODE_STRUCTURE"] => text.clone_into(&mut self.placement.code),
                ["TYPE_STRUCTURE"] => text.clone_into(&mut self.placement.kind),
                [] => self.place(),
                _ => {}
            },
            _ => {}
        }
        Ok(())
    }

    /// Notes a class (type `D`) or a group (type `G`) of a pupil.
    fn place(&mut self) {
        let Placement { pupil, code, kind } = &mut self.placement;
        let (code, kind) = (std::mem::take(code), std::mem::take(kind));
        let places = self.document.places.entry(pupil.clone()).or_default();
        match kind.as_str() {
            "D" if code.is_empty() || code.to_lowercase() == INACTIVE => {}
            "D" => places.class = places.class.take().or(Some(code)),
            "G" if code.is_empty() || places.groups.len() >= MOST_GROUPS || places.groups.contains(&code) => {
            }
            "G" => places.groups.push(code),
            _ => {}
        }
    }

    fn mismatch(&self, found: &str) -> Fault {
        Fault::new(FaultCode::UaiMismatched).field("UAJ").value(found).expected([self.school])
    }
}

/// The number that the document gives a pupil.
fn id(tag: &BytesStart<'_>) -> String {
    let attribute = tag.try_get_attribute("ELEVE_ID").ok().flatten();
    attribute.map(|id| id.value.trim().to_owned()).unwrap_or_default()
}

fn short(path: &[String]) -> Vec<&str> {
    path.iter().map(String::as_str).collect()
}
