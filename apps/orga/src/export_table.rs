//! The columns of an export, and what each says of a try.

use content::{Competence, Release};
use formats::Date;
use formats::cell::Cell;
use measure::placement::{Skill, SkillId};
use rules::snapshot::{Mastery, Sent, Snapshot, decode_profile};
use rules::stage::stars;
use rules::subjects::Subjects;
use store::campaign::Campaign;
use store::organisation::{Kind, Organisation};
use store::report::award::Awards;
use store::report::participant::Whole;
use web::Words;
use web::moment::day_code;

use crate::participant::progress;
use crate::results_list::certifiable_competences;

/// What stands in a cell.
#[derive(Debug, Clone, PartialEq)]
pub enum Value {
    /// A text.
    Text(String),
    /// A whole number.
    Whole(i64),
    /// A day.
    Day(Date),
    /// A part of a whole, shown as a number from 0 to 1 with two decimals.
    Share(u32, u32),
}

impl Value {
    /// The cell of a table.
    pub fn cell(&self) -> Cell<'_> {
        match self {
            Self::Text(text) => Cell::Text(text),
            Self::Whole(number) => Cell::Whole(*number),
            Self::Day(day) => Cell::Day(*day),
            Self::Share(part, of) => Cell::Decimal(f64::from(*part) / f64::from((*of).max(1)), 2),
        }
    }
}

/// What a table is about.
pub struct Table {
    /// The language of the columns.
    pub words: Words,
    /// The organisation.
    pub organisation: Organisation,
    /// The campaign.
    pub campaign: Campaign,
    /// What its target profile promises.
    pub awards: Awards,
}

/// The columns of a table: what it asks of a release.
pub struct Columns<'a> {
    table: &'a Table,
    release: &'a Release,
    /// The competences of the campaign, with their indexes.
    competences: Vec<(u16, &'a Competence)>,
    /// The domains of the campaign: first digit and name.
    domains: Vec<(&'a str, &'a str)>,
    /// The skills, when the organisation shows them.
    skills: Vec<Skill>,
    thresholds: Vec<u32>,
}

impl Table {
    /// The columns for this campaign.
    pub fn columns<'a>(&'a self, release: &'a Release) -> Columns<'a> {
        let subjects = Subjects::parse(&self.campaign.tubes).unwrap_or_default();
        let is_test = self.campaign.kind.is_test();
        let asked = |index: u16| !is_test || subjects.iter().any(|(tube, _)| tube.0 >> 8 == index);
        let framework = release.framework();
        let competences: Vec<_> =
            (0u16..).zip(&framework.competences).filter(|(index, _)| asked(*index)).collect();
        let lang = self.words.lang();
        let here = |code: &str| competences.iter().any(|(_, competence)| competence.code.starts_with(code));
        let domains = framework.domains.iter().filter(|domain| here(&domain.code));
        let domains = domains.map(|domain| (domain.code.as_str(), domain.name.get(lang).as_str())).collect();
        let skills =
            if self.organisation.shows_skills { subjects.skills(release).copied().collect() } else { vec![] };
        let thresholds = self.awards.stages.iter().filter_map(|stage| u32::try_from(stage.threshold).ok());
        Columns { table: self, release, domains, skills, thresholds: thresholds.collect(), competences }
    }
}

impl Columns<'_> {
    /// The first line.
    pub fn head(&self) -> Vec<Value> {
        let mut names = self.who_head();
        names.extend(if self.is_test() { self.test_head() } else { self.collection_head() });
        // As spreadsheets and those who look for a column expect them.
        let plain = |name: String| name.replace('\u{2019}', "'").replace(['\u{a0}', '\u{202f}'], " ");
        names.into_iter().map(|name| Value::Text(plain(name).trim().to_owned())).collect()
    }

    /// The line of a try.
    pub fn row(&self, one: &Whole) -> Vec<Value> {
        let mut cells = self.who(one);
        cells.extend(if self.is_test() { self.test(one) } else { self.collection(one) });
        cells
    }

    fn is_test(&self) -> bool {
        self.table.campaign.kind.is_test()
    }

    fn say(&self, key: &'static str) -> String {
        self.table.words.say(key).to_owned()
    }

    fn with(&self, key: &'static str, name: &str) -> String {
        self.table.words.with(key, &[("name", name.to_owned().into())])
    }

    /// The columns of a class list: class of a school, group and number of a university.
    fn list(&self) -> (bool, bool) {
        let kind = self.table.organisation.kind;
        match self.table.organisation.managing_learners {
            true => (true, kind == Kind::Sup),
            false => (false, false),
        }
    }

    fn who_head(&self) -> Vec<String> {
        let mut names = vec![
            self.say("orga-csv-organisation"),
            self.say("orga-csv-campaign-id"),
            self.say("orga-csv-code"),
            self.say("orga-csv-campaign"),
        ];
        if self.is_test() {
            names.push(self.say("orga-csv-profile"));
        }
        names.extend([self.say("orga-csv-last-name"), self.say("orga-csv-first-name")]);
        let (division, number) = self.list();
        if division {
            names.push(self.say(if number { "orga-csv-group" } else { "orga-csv-class" }));
        }
        if number {
            names.push(self.say("orga-csv-number"));
        }
        names.extend(self.table.campaign.external_label.clone());
        names
    }

    fn who(&self, one: &Whole) -> Vec<Value> {
        let Table { organisation, campaign, awards, .. } = self.table;
        let text = |text: &str| Value::Text(text.to_owned());
        let known = |known: &Option<String>| text(known.as_deref().unwrap_or_default());
        let mut cells = vec![
            text(&organisation.name),
            text(&campaign.id.to_string()),
            text(&campaign.code),
            text(&campaign.name),
        ];
        if self.is_test() {
            cells.push(text(&awards.profile));
        }
        cells.extend([text(&one.last_name), text(&one.first_name)]);
        let (division, number) = self.list();
        if division {
            cells.push(known(&one.division));
        }
        if number {
            cells.push(known(&one.student_number));
        }
        cells.extend(campaign.external_label.as_ref().map(|_| known(&one.external_id)));
        cells
    }

    fn test_head(&self) -> Vec<String> {
        let words = self.table.words;
        let mut names = vec![
            self.say("orga-csv-progress"),
            self.say("orga-csv-started"),
            self.say("orga-csv-shared"),
            self.say("orga-csv-shared-on"),
        ];
        if !self.thresholds.is_empty() {
            let of = self.thresholds.len() - 1;
            names.push(words.with("orga-csv-stage", &[("of", of.into())]));
        }
        names.extend(self.table.awards.badges.iter().map(|badge| self.with("orga-csv-badge", &badge.title)));
        names.push(self.say("orga-csv-mastery"));
        for (_, competence) in &self.competences {
            let name = competence.name.get(words.lang());
            names.push(self.with("orga-csv-competence-mastery", name));
            names.push(self.with("orga-csv-competence-skills", name));
            names.push(self.with("orga-csv-competence-validated", name));
        }
        for (_, name) in &self.domains {
            names.push(self.with("orga-csv-domain-mastery", name));
            names.push(self.with("orga-csv-domain-skills", name));
            names.push(self.with("orga-csv-domain-validated", name));
        }
        names.extend(
            self.skills.iter().filter_map(|skill| Some(content::SkillCode::from_id(skill.id)?.to_string())),
        );
        names
    }

    fn test(&self, one: &Whole) -> Vec<Value> {
        let snapshot = one.shared_at.and(one.snapshot.as_deref()).and_then(Snapshot::decode);
        let mut cells = vec![
            Value::Share(progress(&self.table.campaign, self.release, one), 100),
            self.day(Some(one.started_at)),
            self.yes(one.shared_at.is_some()),
            self.day(one.shared_at),
        ];
        let Some(snapshot) = snapshot else {
            cells.resize(self.width(), self.absent());
            return cells;
        };
        if !self.thresholds.is_empty() {
            let reached = one.stage.and_then(|stage| stars(u32::try_from(stage).ok()?, &self.thresholds));
            cells.push(reached.map_or_else(|| self.absent(), whole));
        }
        let badges = one.badges.as_deref().unwrap_or_default();
        let has = |key: &str| badges.split_whitespace().any(|known| known == key);
        cells.extend(self.table.awards.badges.iter().map(|badge| self.yes(has(&badge.key))));
        cells.extend(self.masteries(&snapshot));
        cells.extend(self.skills.iter().map(|skill| self.skill(&snapshot, skill.id)));
        cells
    }

    /// How many columns there are after those that tell who it is.
    fn width(&self) -> usize {
        let stage = usize::from(!self.thresholds.is_empty());
        let groups = self.competences.len() + self.domains.len();
        4 + stage + self.table.awards.badges.len() + 1 + 3 * groups + self.skills.len()
    }

    /// The whole, then each competence and each domain.
    fn masteries(&self, snapshot: &Snapshot) -> Vec<Value> {
        let whole = snapshot.mastery(|_| true);
        let mut cells = vec![Value::Share(whole.validated, whole.skills)];
        let each: Vec<(u16, Mastery)> = self
            .competences
            .iter()
            .map(|(index, _)| (*index, snapshot.mastery(|skill| skill.0 >> 8 == *index)))
            .collect();
        cells.extend(each.iter().flat_map(|(_, mastery)| three(*mastery)));
        for (code, _) in &self.domains {
            let here = self.competences.iter().zip(&each).filter(|((_, one), _)| one.code.starts_with(code));
            let sum = here.fold(Mastery::default(), |sum, (_, (_, one))| Mastery {
                skills: sum.skills + one.skills,
                validated: sum.validated + one.validated,
            });
            cells.extend(three(sum));
        }
        cells
    }

    fn skill(&self, snapshot: &Snapshot, skill: SkillId) -> Value {
        let skills = snapshot.skills();
        let place = skills.binary_search_by_key(&skill, |asked| asked.skill).ok();
        let word = match place.and_then(|place| skills.get(place)?.validated) {
            Some(true) => "orga-csv-ok",
            Some(false) => "orga-csv-ko",
            None => "orga-csv-not-tested",
        };
        Value::Text(self.say(word))
    }

    fn collection_head(&self) -> Vec<String> {
        let mut names = vec![
            self.say("orga-csv-sent"),
            self.say("orga-csv-sent-on"),
            self.say("orga-csv-pix"),
            self.say("orga-csv-certifiable"),
            self.say("orga-csv-certifiable-competences"),
        ];
        for (_, competence) in &self.competences {
            let name = competence.name.get(self.table.words.lang());
            names.push(self.with("orga-csv-competence-level", name));
            names.push(self.with("orga-csv-competence-pix", name));
        }
        names
    }

    fn collection(&self, one: &Whole) -> Vec<Value> {
        let profile = one.shared_at.and(one.snapshot.as_deref()).and_then(decode_profile);
        let mut cells = vec![self.yes(one.shared_at.is_some()), self.day(one.shared_at)];
        let Some(profile) = profile else {
            cells.resize(5 + 2 * self.competences.len(), self.absent());
            return cells;
        };
        cells.push(one.pix.map_or_else(|| self.absent(), Value::Whole));
        cells.push(self.yes(one.certifiable == Some(true)));
        cells.push(whole(certifiable_competences(&profile)));
        for (index, _) in &self.competences {
            let Sent { level, pix } =
                profile.get(usize::from(*index)).copied().unwrap_or(Sent { level: 0, pix: 0 });
            cells.extend([Value::Whole(level.into()), Value::Whole(pix.into())]);
        }
        cells
    }

    fn yes(&self, yes: bool) -> Value {
        Value::Text(self.say(if yes { "orga-csv-yes" } else { "orga-csv-no" }))
    }

    fn day(&self, at: Option<i64>) -> Value {
        at.and_then(|at| day_code(at).parse().ok()).map_or_else(|| self.absent(), Value::Day)
    }

    fn absent(&self) -> Value {
        Value::Text(self.say("orga-csv-absent"))
    }
}

fn whole(number: usize) -> Value {
    Value::Whole(i64::try_from(number).unwrap_or(i64::MAX))
}

/// Share, skills, validated ones.
fn three(mastery: Mastery) -> [Value; 3] {
    let Mastery { skills, validated } = mastery;
    [Value::Share(validated, skills), Value::Whole(skills.into()), Value::Whole(validated.into())]
}
