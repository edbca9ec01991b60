//! What is checked without drawing an instance.

use super::findings::Findings;
use super::wording::{is_copy, words};
use crate::family::Family;
use crate::front::{Front, Kind, Mode, Reach};
use crate::lang::Lang;
use crate::release::Release;
use crate::tube::LONGEST_TITLE;
use crate::tutorial::Tutorial;

const LICENCE: &str = "CC-BY-SA-4.0";
const PROVENANCE: &str = "original";
/// Fewest and most words of a tutorial.
const TUTORIAL: std::ops::RangeInclusive<usize> = 100..=300;

pub(super) fn family(findings: &mut Findings, release: &Release, family: &Family) {
    let front = family.front();
    origin(findings, &front.licence, &front.author, &front.provenance, front.minutes);
    if front.devices.is_empty() {
        findings
            .problem(1, "devices", || "devices: expected at least one of phone, tablet, desktop".to_owned());
    }
    let mut names = front.tutorials.clone();
    names.dedup();
    if names.len() != 2 {
        let count = names.len();
        findings.problem(1, "tutorials", || format!("tutorials: {count} different ones, expected two"));
    }
    if front.kind == Kind::Know && front.mode == Mode::Free {
        findings.note(1, "mode", || {
            "kind is \"know\" but mode is \"free\": pure knowledge is \"focus\"".to_owned()
        });
    }
    equivalent(findings, release, front);
    for lang in Lang::ALL {
        title(findings, family.body().texts.get(lang).title.line, family.title(lang));
    }
    untranslated(findings, family);
}

/// Texts that are the same in both languages: somebody forgot to translate them.
fn untranslated(findings: &mut Findings, family: &Family) {
    let french = family.body().texts.get(Lang::Fr).sections();
    for (name, line, text) in family.body().texts.get(Lang::En).sections() {
        if french.iter().any(|(other, _, fr)| *other == name && is_copy(fr, &text)) {
            findings
                .problem(line, "copy", || format!("\"## {name}\" is the same in fr and en: translate it"));
        }
    }
}

/// For each group that cannot solve a family, the equivalent one must be open to it.
fn equivalent(findings: &mut Findings, release: &Release, front: &Front) {
    let other = front.equivalent.as_ref().and_then(|id| release.family(id));
    for (group, reach) in front.access.groups() {
        if reach != Reach::No {
            continue;
        }
        let open = other.is_some_and(|other| {
            other.front().access.groups().iter().any(|(name, reach)| *name == group && *reach != Reach::No)
        });
        if !open {
            let message = || {
                format!(
                    "access: {group} is \"no\", so `equivalent` must name a family of this skill open to them"
                )
            };
            findings.problem(1, group, message);
        }
    }
}

pub(super) fn tutorial(findings: &mut Findings, tutorial: &Tutorial) {
    let (fr, en) = (&tutorial.body(Lang::Fr).plain(), &tutorial.body(Lang::En).plain());
    if is_copy(fr, en) || is_copy(&tutorial.title.fr, &tutorial.title.en) {
        findings.problem(tutorial.lines.en, "copy", || "the same text in fr and en: translate it".to_owned());
    }
    let front = &tutorial.front;
    origin(findings, &front.licence, &front.author, &front.provenance, front.minutes);
    for lang in Lang::ALL {
        let line = *tutorial.lines.get(lang);
        title(findings, line, tutorial.title.get(lang));
        let plain = tutorial.body(lang).plain();
        let count = words(&plain);
        if !TUTORIAL.contains(&count) {
            let (low, high) = (TUTORIAL.start(), TUTORIAL.end());
            findings.problem(line, "length", || format!("{count} words, expected {low} to {high}"));
        }
        if plain.contains('!') {
            findings.note(line, "exclamation", || "an exclamation mark: the bank does without".to_owned());
        }
    }
}

fn origin(findings: &mut Findings, licence: &str, author: &str, provenance: &str, minutes: u8) {
    if licence != LICENCE {
        findings.problem(1, "licence", || format!("licence {licence:?}: expected {LICENCE:?}"));
    }
    if author.trim().is_empty() {
        findings.problem(1, "author", || "author is empty: expected who wrote it".to_owned());
    }
    if provenance != PROVENANCE {
        findings.problem(1, "provenance", || format!("provenance {provenance:?}: expected {PROVENANCE:?}"));
    }
    if !(1..=20).contains(&minutes) {
        findings.problem(1, "minutes", || format!("minutes = {minutes}: expected 1 to 20"));
    }
}

fn title(findings: &mut Findings, line: usize, title: &str) {
    let length = title.chars().count();
    if length > LONGEST_TITLE || length == 0 {
        findings.problem(line, "title", || {
            format!("title of {length} characters, expected 1 to {LONGEST_TITLE}")
        });
    }
}
