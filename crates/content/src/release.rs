//! A release of the bank: every family, tutorial and tube, read and cross-checked once.

use std::collections::BTreeMap;
use std::sync::Arc;

use measure::placement::{Pix, Skill, SkillId};

use crate::family::{self, Family, Reading};
use crate::framework::Framework;
use crate::problem::Problem;
use crate::skill::SkillCode;
use crate::source::Source;
use crate::tube::Tube;
use crate::tutorial::Tutorial;
use crate::workshop::Workshop;

/// An immutable bank, identified by its files, shared between threads.
#[derive(Debug)]
pub struct Release {
    id: String,
    framework: Framework,
    tubes: BTreeMap<String, Tube>,
    families: BTreeMap<String, Family>,
    tutorials: BTreeMap<String, Tutorial>,
    skills: Vec<Skill>,
    by_key: BTreeMap<i64, String>,
    by_skill: BTreeMap<SkillCode, Vec<String>>,
}

impl Release {
    /// Reads a source into a release. The deep checks, which draw instances, are those of [`crate::check`].
    ///
    /// # Errors
    /// Everything that is wrong with the files, each with its line.
    pub fn build(source: &Source) -> Result<Self, Vec<Problem>> {
        let (release, problems) = Self::read(source);
        if problems.is_empty() { Ok(release) } else { Err(problems) }
    }

    /// Opens a bank that was checked before it was kept: lessons, texts and generators are read when they are
    /// needed first.
    ///
    /// # Errors
    /// What is wrong with the parts that are read at once.
    pub fn open(source: &Source) -> Result<Self, Vec<Problem>> {
        let (release, problems) = Self::gather(source, Reading::Lazy);
        if problems.is_empty() { Ok(release) } else { Err(problems) }
    }

    /// Reads what can be read, and says what cannot: for authors at work.
    #[must_use]
    pub fn read(source: &Source) -> (Self, Vec<Problem>) {
        Self::gather(source, Reading::Whole)
    }

    fn gather(source: &Source, reading: Reading) -> (Self, Vec<Problem>) {
        let (framework, mut problems) = Framework::read(source);
        let (workshop, faults) = Workshop::open(source);
        problems.extend(faults);
        let mut release = Self {
            id: source.id(),
            framework,
            tubes: BTreeMap::new(),
            families: BTreeMap::new(),
            tutorials: BTreeMap::new(),
            skills: Vec::new(),
            by_key: BTreeMap::new(),
            by_skill: BTreeMap::new(),
        };
        let workshop = Arc::new(workshop);
        for (path, bytes) in source.iter() {
            problems.extend(release.add(path, bytes, &workshop, reading));
        }
        release.index(&mut problems);
        problems.extend(release.links());
        problems.sort();
        (release, problems)
    }

    /// Reads one file by the place it stands in.
    fn add(&mut self, path: &str, bytes: &[u8], workshop: &Arc<Workshop>, reading: Reading) -> Vec<Problem> {
        let parts: Vec<&str> = path.split('/').collect();
        if path == "framework.toml" || path.starts_with("library/") {
            return Vec::new();
        }
        let Ok(text) = std::str::from_utf8(bytes) else {
            return vec![Problem::new(path, 1, "the file is not UTF-8")];
        };
        let read = match parts.as_slice() {
            [competence, tube, "tube.toml"] => {
                let code = format!("{competence}-{tube}");
                Tube::read(&code, path, text).map(|tube| drop(self.tubes.insert(code, tube)))
            }
            [competence, tube, "tutorials", name] if name.ends_with(".md") => {
                let id = format!("{competence}-{tube}-{}", name.trim_end_matches(".md"));
                Tutorial::read(&id, path, text, reading)
                    .map(|tutorial| drop(self.tutorials.insert(id, tutorial)))
            }
            [competence, tube, name] if name.ends_with(".md") => {
                match family_path(competence, tube, name, path) {
                    Some(place) => Family::read(place, text, workshop, reading)
                        .map(|family| drop(self.families.insert(family.id().to_owned(), family))),
                    None => {
                        Err(vec![Problem::new(path, 1, "expected a name such as 1.2/a/3-written-path.md")])
                    }
                }
            }
            _ => Err(vec![Problem::new(
                path,
                1,
                "this file has no place here: expected tube.toml, LEVEL-NAME.md or tutorials/NAME.md in 1.2/a/",
            )]),
        };
        read.err().unwrap_or_default()
    }

    /// Fills the indexes; two families with one key are refused.
    fn index(&mut self, problems: &mut Vec<Problem>) {
        for family in self.families.values() {
            if let Some(other) = self.by_key.insert(family.key(), family.id().to_owned()) {
                let message = format!("its key is also that of {other}: give the file another name");
                problems.push(Problem::new(family.file_path(), 1, message));
            }
            self.by_skill.entry(family.skill()).or_default().push(family.id().to_owned());
        }
        let mut per_level = BTreeMap::<(u16, u8), usize>::new();
        for code in self.by_skill.keys() {
            *per_level.entry((code.competence_index(), code.level())).or_default() += 1;
        }
        let skill = |code: &SkillCode| {
            let count = per_level.get(&(code.competence_index(), code.level())).copied().unwrap_or(1);
            Skill { id: code.id(), tube: code.tube_id(), level: code.level(), pix: Pix::share(count) }
        };
        self.skills = self.by_skill.keys().map(skill).collect();
    }

    /// Links that lead nowhere: tubes, skills, tutorials, equivalents.
    fn links(&self) -> Vec<Problem> {
        self.families.values().flat_map(|family| self.links_of(family)).collect()
    }

    fn links_of(&self, family: &Family) -> Vec<Problem> {
        let mut problems = Vec::new();
        let mut say = |message: String| problems.push(Problem::new(family.file_path(), 1, message));
        let code = family.skill();
        match self.tubes.get(&code.tube()) {
            None => say(format!("the tube {} has no readable tube.toml", code.tube())),
            Some(tube) if !tube.skills.iter().any(|skill| skill.code == code) => {
                say(format!("tube.toml of {} has no skill of level {}", code.tube(), code.level()));
            }
            Some(_) => {}
        }
        for id in family.tutorials().iter().filter(|id| !self.tutorials.contains_key(*id)) {
            say(format!("the tutorial {id} does not exist or cannot be read"));
        }
        if let Some(id) = &family.front().equivalent {
            match self.families.get(id) {
                None => say(format!("the equivalent family {id} does not exist or cannot be read")),
                Some(other) if other.skill() != code => {
                    say(format!("the equivalent family {id} must test the same skill {code}"));
                }
                Some(_) => {}
            }
        }
        problems
    }

    /// The identity of the release: hex SHA-256 of its files.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// The framework of competences.
    #[must_use]
    pub const fn framework(&self) -> &Framework {
        &self.framework
    }

    /// Every tube in the order of the codes.
    pub fn tubes(&self) -> impl Iterator<Item = &Tube> {
        self.tubes.values()
    }

    /// The tube with this code, such as `1.2-a`.
    #[must_use]
    pub fn tube(&self, code: &str) -> Option<&Tube> {
        self.tubes.get(code)
    }

    /// Every family in the order of the ids.
    pub fn families(&self) -> impl Iterator<Item = &Family> {
        self.families.values()
    }

    /// The family with this id.
    #[must_use]
    pub fn family(&self, id: &str) -> Option<&Family> {
        self.families.get(id)
    }

    /// The family with this key.
    #[must_use]
    pub fn family_by_key(&self, key: i64) -> Option<&Family> {
        self.by_key.get(&key).and_then(|id| self.families.get(id))
    }

    /// The families that test a skill, in the order of their ids.
    pub fn families_of(&self, skill: SkillId) -> impl Iterator<Item = &Family> {
        let ids = SkillCode::from_id(skill).and_then(|code| self.by_skill.get(&code));
        ids.into_iter().flatten().filter_map(|id| self.families.get(id))
    }

    /// Every skill that has a family, with its value, sorted by id.
    #[must_use]
    pub fn skills(&self) -> &[Skill] {
        &self.skills
    }

    /// The tutorial with this id, such as `1.2-a-paths`.
    #[must_use]
    pub fn tutorial(&self, id: &str) -> Option<&Tutorial> {
        self.tutorials.get(id)
    }

    /// Every tutorial in the order of the ids.
    pub fn tutorials(&self) -> impl Iterator<Item = &Tutorial> {
        self.tutorials.values()
    }
}

/// The place of a family from the parts of its path.
fn family_path<'a>(competence: &str, tube: &str, name: &str, file: &'a str) -> Option<family::Path<'a>> {
    let (level, rest) = name.trim_end_matches(".md").split_once('-')?;
    let skill = SkillCode::parse(&format!("{competence}-{tube}-{level}"))?;
    let named =
        !rest.is_empty() && rest.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    named.then(|| family::Path { id: format!("{skill}-{rest}"), skill, file })
}
