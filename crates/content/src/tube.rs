//! A tube: one thread of a competence, from its first gesture to its mastery.

use serde::Deserialize;

use crate::lang::Both;
use crate::problem::{Problem, from_toml};
use crate::skill::SkillCode;
use crate::typography::typeset_both;

/// The longest name of a skill and the longest title, in characters.
pub(crate) const LONGEST_TITLE: usize = 60;

/// A tube and its skills.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Tube {
    /// Its code, such as `1.2-a`.
    pub code: String,
    /// Its title.
    pub title: Both<String>,
    /// What one learns along it.
    pub description: Both<String>,
    /// Its skills by rising level.
    pub skills: Vec<TubeSkill>,
}

/// A skill of a tube.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct TubeSkill {
    /// Its code, such as `1.2-a-3`.
    pub code: SkillCode,
    /// What one can do, in the infinitive.
    pub name: Both<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TubeFile {
    fr: Words,
    en: Words,
    #[serde(default)]
    skill: Vec<SkillEntry>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Words {
    title: String,
    description: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SkillEntry {
    level: u8,
    fr: String,
    en: String,
}

impl Tube {
    /// Reads `1.2/a/tube.toml`.
    pub(crate) fn read(code: &str, file: &str, text: &str) -> Result<Self, Vec<Problem>> {
        let read: TubeFile = from_toml(file, 1, text).map_err(|problem| vec![problem])?;
        let (mut skills, mut problems) = (Vec::<TubeSkill>::new(), Vec::new());
        let lines = text.lines().enumerate().filter(|(_, line)| line.trim() == "[[skill]]");
        for (entry, (index, _)) in read.skill.into_iter().zip(lines) {
            let mut say = |message: String| problems.push(Problem::new(file, index + 1, message));
            for name in [&entry.fr, &entry.en] {
                if name.chars().count() > LONGEST_TITLE || name.trim().is_empty() {
                    say(format!("the skill's name {name:?} must have 1 to {LONGEST_TITLE} characters"));
                }
            }
            let Some(skill) = SkillCode::parse(&format!("{code}-{}", entry.level)) else {
                say(format!("level {}: expected 1 to 8", entry.level));
                continue;
            };
            if skills.last().is_some_and(|last| last.code >= skill) {
                say(format!("level {}: expected levels in rising order, each once", entry.level));
            }
            let mut name = Both { fr: entry.fr, en: entry.en };
            typeset_both(&mut name);
            skills.push(TubeSkill { code: skill, name });
        }
        let mut title = Both { fr: read.fr.title, en: read.en.title };
        let mut description = Both { fr: read.fr.description, en: read.en.description };
        [&mut title, &mut description].into_iter().for_each(typeset_both);
        if !problems.is_empty() {
            return Err(problems);
        }
        Ok(Self { code: code.to_owned(), title, description, skills })
    }
}
