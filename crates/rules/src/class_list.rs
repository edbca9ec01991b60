//! A class list and a newer one: who is added, changed, moved to another class, back, or there no more.

use std::collections::{BTreeMap, HashMap};

/// What a list says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The first name.
    FirstName,
    /// The second first name.
    SecondName,
    /// The third first name.
    ThirdName,
    /// The family name.
    LastName,
    /// The name used every day.
    UsualName,
    /// The birth date, YYYY-MM-DD.
    BirthDate,
    /// M or F.
    Sex,
    /// The code of the town of birth.
    BirthCityCode,
    /// The town of birth.
    BirthCity,
    /// The department of birth.
    BirthDepartment,
    /// The country of birth.
    BirthCountry,
    /// The national number (INE).
    NationalNumber,
    /// The student number.
    StudentNumber,
    /// The e-mail address.
    Email,
    /// The class of a school, the group of a university.
    Division,
    /// The level of the class.
    Level,
    /// The code of the training (MEF).
    Mef,
    /// ST or AP.
    Status,
    /// The department of a university.
    Department,
    /// The teaching team.
    Team,
    /// The diploma.
    Diploma,
    /// The study scheme.
    Scheme,
    /// Further columns.
    Further,
}

impl Field {
    /// Every field, as people read them.
    pub const ALL: [Self; 23] = [
        Self::FirstName,
        Self::SecondName,
        Self::ThirdName,
        Self::LastName,
        Self::UsualName,
        Self::BirthDate,
        Self::Sex,
        Self::BirthCityCode,
        Self::BirthCity,
        Self::BirthDepartment,
        Self::BirthCountry,
        Self::NationalNumber,
        Self::StudentNumber,
        Self::Email,
        Self::Division,
        Self::Level,
        Self::Mef,
        Self::Status,
        Self::Department,
        Self::Team,
        Self::Diploma,
        Self::Scheme,
        Self::Further,
    ];

    /// Its name where lists are kept.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::FirstName => "first_name",
            Self::SecondName => "second_name",
            Self::ThirdName => "third_name",
            Self::LastName => "last_name",
            Self::UsualName => "usual_name",
            Self::BirthDate => "birth_date",
            Self::Sex => "sex",
            Self::BirthCityCode => "birth_city_code",
            Self::BirthCity => "birth_city",
            Self::BirthDepartment => "birth_department",
            Self::BirthCountry => "birth_country",
            Self::NationalNumber => "national_number",
            Self::StudentNumber => "student_number",
            Self::Email => "email",
            Self::Division => "division",
            Self::Level => "level",
            Self::Mef => "mef",
            Self::Status => "status",
            Self::Department => "department",
            Self::Team => "team",
            Self::Diploma => "diploma",
            Self::Scheme => "scheme",
            Self::Further => "further",
        }
    }

    /// The field with this name.
    #[must_use]
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|field| field.name() == name)
    }
}

/// One person of a list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Line {
    /// What tells the person from the others: `ine:…`, `number:…`, `other:…`; of somebody who is in no file,
    /// `account:…`.
    pub key: String,
    said: BTreeMap<Field, String>,
}

impl Line {
    /// A person of whom nothing is said yet.
    #[must_use]
    pub fn new(key: &str) -> Self {
        Self { key: key.to_owned(), said: BTreeMap::new() }
    }

    /// The same person, of whom one thing more is said; an empty text says nothing.
    #[must_use]
    pub fn with(mut self, field: Field, text: Option<&str>) -> Self {
        if let Some(text) = text.filter(|text| !text.is_empty()) {
            self.said.insert(field, text.to_owned());
        }
        self
    }

    /// What is said of the person.
    #[must_use]
    pub fn get(&self, field: Field) -> Option<&str> {
        self.said.get(&field).map(String::as_str)
    }

    /// The names as teachers write them: the last one first.
    #[must_use]
    pub fn name(&self) -> String {
        let names = [Field::LastName, Field::FirstName].map(|field| self.get(field).unwrap_or_default());
        names.join(" ").trim().to_owned()
    }

    /// Whether the person came from a file: others are no file's business.
    #[must_use]
    pub fn is_of_a_file(&self) -> bool {
        ["ine:", "number:", "other:"].iter().any(|kind| self.key.starts_with(kind))
    }

    fn differences(&self, other: &Self) -> Vec<Field> {
        Field::ALL.into_iter().filter(|field| self.get(*field) != other.get(*field)).collect()
    }
}

/// A line of the present list.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Known {
    /// Who it is.
    pub line: Line,
    /// Whether the person was missing from the last file.
    pub disabled: bool,
}

/// What becomes of those who are not in the newer list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Absent {
    /// They are disabled: hidden, their results kept.
    Disabled,
    /// They stay: the file only adds.
    Kept,
}

/// What a newer list means for one person.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Change {
    /// They are new.
    Added,
    /// These fields change, not the class.
    Changed(Vec<Field>),
    /// They change class, and perhaps more.
    Moved(Vec<Field>),
    /// They were disabled and are there again; what else changes.
    Back(Vec<Field>),
    /// They are there no more.
    Disabled,
    /// Nothing.
    Unchanged,
}

impl Change {
    /// Its name where changes are kept.
    #[must_use]
    pub const fn name(&self) -> &'static str {
        match self {
            Self::Added => "added",
            Self::Changed(_) => "changed",
            Self::Moved(_) => "moved",
            Self::Back(_) => "back",
            Self::Disabled => "disabled",
            Self::Unchanged => "unchanged",
        }
    }

    /// The fields that change.
    #[must_use]
    pub fn fields(&self) -> &[Field] {
        match self {
            Self::Changed(fields) | Self::Moved(fields) | Self::Back(fields) => fields,
            Self::Added | Self::Disabled | Self::Unchanged => &[],
        }
    }
}

/// One person, and what becomes of them.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Step {
    /// What happens.
    pub change: Change,
    /// The place in the present list; none for somebody new.
    pub known: Option<usize>,
    /// The place in the newer list; none for somebody missing from it.
    pub told: Option<usize>,
}

/// Compares the present list with a newer one whose keys are all different: first each person of the newer one, in its
/// order, then those who are missing from it.
#[must_use]
pub fn compare(present: &[Known], newer: &[Line], absent: Absent) -> Vec<Step> {
    let places: HashMap<&str, usize> =
        present.iter().enumerate().map(|(place, known)| (known.line.key.as_str(), place)).collect();
    let mut met = vec![false; present.len()];
    let mut steps = Vec::with_capacity(newer.len());
    for (told, line) in newer.iter().enumerate() {
        let known = places.get(line.key.as_str()).and_then(|place| Some((*place, present.get(*place)?)));
        if let Some(met) = known.and_then(|(place, _)| met.get_mut(place)) {
            *met = true;
        }
        let change = known.map_or(Change::Added, |(_, known)| change(known, line));
        steps.push(Step { change, known: known.map(|(place, _)| place), told: Some(told) });
    }
    if absent == Absent::Disabled {
        let gone = present.iter().zip(met).enumerate();
        let gone = gone.filter(|(_, (known, met))| !met && !known.disabled && known.line.is_of_a_file());
        let disabled = |(place, _)| Step { change: Change::Disabled, known: Some(place), told: None };
        steps.extend(gone.map(disabled));
    }
    steps
}

fn change(known: &Known, line: &Line) -> Change {
    let fields = known.line.differences(line);
    if known.disabled {
        Change::Back(fields)
    } else if fields.contains(&Field::Division) {
        Change::Moved(fields)
    } else if fields.is_empty() {
        Change::Unchanged
    } else {
        Change::Changed(fields)
    }
}

#[cfg(test)]
mod tests;
