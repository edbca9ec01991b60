//! Replays the elements created by one answer.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{Evidence, Outcome, Pix, SkillId, Source, infer};
use super::comparison::Comparison;
use super::names::Cast;
use super::reading::{Read, list, list_or_empty, optional, pix_of, text, texts, wrong};

/// The only status that is a success.
pub(super) const RIGHT: &str = "ok";

pub(super) fn answer(case: &Value) -> Read<Comparison> {
    let mut cast = Cast::read(list(case, "skills")?)?;
    let mut assessed = BTreeSet::new();
    for key in ["alreadyValidated", "alreadyFailed"] {
        assessed.extend(cast.names.skills(texts(list_or_empty(case, key)?, key)?)?);
    }
    let answered = cast.names.skill(text(case, "answeredSkill")?)?;
    let success = text(case, "answerStatus")? == RIGHT;
    let created = infer(&cast.skills, &assessed, answered, success, 0);
    let created: Vec<Element> = created.iter().map(|evidence| Element::of(evidence, &cast)).collect();
    let mut comparison = Comparison::default();
    compare(&mut comparison, "created", list(case, "created")?, &created)?;
    Ok(comparison)
}

/// An element as the files show it.
pub(super) struct Element {
    pub skill: String,
    pub status: &'static str,
    pub source: Source,
    pub earned: Pix,
    pub competence: Option<String>,
}

impl Element {
    /// The element of an evidence just created, worth the value of its skill if validated.
    pub fn of(evidence: &Evidence, cast: &Cast<'_>) -> Element {
        let validated = evidence.outcome == Outcome::Validated;
        let earned = if validated { cast.pix(evidence.skill) } else { Pix::ZERO };
        let status = status(evidence.outcome);
        Element::new(cast, evidence.skill, status, evidence.source, earned)
    }

    pub fn new(
        cast: &Cast<'_>,
        skill: SkillId,
        status: &'static str,
        source: Source,
        earned: Pix,
    ) -> Element {
        let competence = cast.competence(skill).map(str::to_owned);
        Element { skill: cast.names.text(skill.0).to_owned(), status, source, earned, competence }
    }

    /// The element as text, with the optional parts that the file has.
    fn summary(&self, pix: bool, competence: bool) -> String {
        let mut summary = format!("{} {} {}", self.skill, self.status, source_text(self.source));
        if pix {
            summary.push_str(&format!(" {}", self.earned));
        }
        if let Some(name) = self.competence.as_ref().filter(|_| competence) {
            summary.push_str(&format!(" {name}"));
        }
        summary
    }
}

pub(super) fn status(outcome: Outcome) -> &'static str {
    match outcome {
        Outcome::Validated => "validated",
        Outcome::Invalidated => "invalidated",
    }
}

fn source_text(source: Source) -> &'static str {
    match source {
        Source::Direct => "direct",
        Source::Inferred => "inferred",
    }
}

/// Compares two sets of elements on the parts that the file gives: as objects (skillId, status,
/// source, and earnedPix and competenceId if present) or as `[skillId, status, source]`.
pub(super) fn compare(
    comparison: &mut Comparison,
    part: &str,
    expected: &[Value],
    got: &[Element],
) -> Read<()> {
    let has = |key: &str| expected.iter().any(|element| optional(element, key).is_some());
    let (pix, competence) = (has("earnedPix"), has("competenceId"));
    let expected = expected.iter().map(expected_summary).collect::<Read<Vec<String>>>()?;
    let got = got.iter().map(|element| element.summary(pix, competence));
    comparison.same(part, &sorted(expected), &sorted(got));
    Ok(())
}

/// A sorted list rather than a set, so that an element created twice is seen.
fn sorted(summaries: impl IntoIterator<Item = String>) -> Vec<String> {
    let mut summaries: Vec<String> = summaries.into_iter().collect();
    summaries.sort_unstable();
    summaries
}

fn expected_summary(element: &Value) -> Read<String> {
    if let Some(parts) = element.as_array() {
        return texts(parts, "created").map(|parts| parts.join(" "));
    }
    let (skill, status) = (text(element, "skillId")?, text(element, "status")?);
    let mut summary = format!("{skill} {status} {}", text(element, "source")?);
    if let Some(pix) = optional(element, "earnedPix") {
        summary.push_str(&format!(" {}", pix_of(pix, "earnedPix")?));
    }
    if let Some(competence) = optional(element, "competenceId") {
        let name = competence.as_str().ok_or_else(|| wrong("competenceId", "a text"))?;
        summary.push_str(&format!(" {name}"));
    }
    Ok(summary)
}
