//! One pupil of the register, checked.

use jiff::civil::Date;
use rules::account::{LONGEST_NAME, Refusal, name};

use super::document::Places;
use crate::city_code::is_city_code;
use crate::day::DayStyle;
use crate::fault::{Fault, FaultCode, Faults};
use crate::learner::{BirthPlace, Key, Learner, Sex, Status};

const FRANCE: &str = "100";

/// What the document says of a pupil, as it stands there.
#[derive(Debug, Default)]
pub(super) struct Pupil {
    pub line: u64,
    pub id: String,
    pub national_number: String,
    pub last_name: String,
    pub first_name: String,
    pub left_on: String,
    usual_name: String,
    second_name: String,
    third_name: String,
    sex: String,
    birth_date: String,
    country: String,
    department: String,
    city_code: String,
    city: String,
    mef: String,
    status: String,
}

impl Pupil {
    /// A pupil of whom nothing was read yet but the number the document gives.
    pub fn new(line: u64, id: String) -> Self {
        Self { line, id, ..Self::default() }
    }

    /// Where the text of an element is kept.
    pub fn slot(&mut self, element: &str) -> Option<&mut String> {
        Some(match element {
            "ID_NATIONAL" => &mut self.national_number,
            "NOM_DE_FAMILLE" => &mut self.last_name,
            "NOM_USAGE" => &mut self.usual_name,
            "PRENOM" => &mut self.first_name,
            "PRENOM2" => &mut self.second_name,
            "PRENOM3" => &mut self.third_name,
            "CODE_SEXE" => &mut self.sex,
            "DATE_NAISS" => &mut self.birth_date,
            "CODE_PAYS" => &mut self.country,
            "CODE_DEPARTEMENT_NAISS" => &mut self.department,
            "CODE_COMMUNE_INSEE_NAISS" => &mut self.city_code,
            "VILLE_NAISS" => &mut self.city,
            "CODE_MEF" => &mut self.mef,
            "CODE_STATUT" => &mut self.status,
            "DATE_SORTIE" => &mut self.left_on,
            _ => return None,
        })
    }

    /// The learner; what is wrong is told, and the file refused.
    pub fn learner(self, places: Places, faults: &mut Faults) -> Learner {
        let mut checks = Checks { line: self.line, faults };
        Learner {
            line: self.line,
            key: Some(Key::National(self.national_number.trim().to_uppercase())),
            first_name: checks.needed("PRENOM", &self.first_name),
            second_name: checks.given("PRENOM2", &self.second_name),
            third_name: checks.given("PRENOM3", &self.third_name),
            last_name: checks.needed("NOM_DE_FAMILLE", &self.last_name),
            usual_name: checks.given("NOM_USAGE", &self.usual_name),
            birth_date: checks.birth_date(&self.birth_date),
            sex: checks.sex(&self.sex),
            birth: self.birth(&mut checks),
            class: places.class,
            groups: places.groups,
            mef: checks.given("CODE_MEF", &self.mef),
            // The register has more statuses than the two that matter here.
            status: Status::CODES.iter().find(|(code, _)| *code == self.status).map(|(_, status)| *status),
            ..Learner::default()
        }
    }

    fn birth(&self, checks: &mut Checks<'_>) -> BirthPlace {
        let in_france = self.country == FRANCE;
        if in_france && self.city_code.is_empty() {
            checks.refuse(FaultCode::BirthCityCodeRequiredForFrenchStudent, CITY_CODE, "");
        }
        if !self.city_code.is_empty() && !is_city_code(&self.city_code) {
            checks.refuse(FaultCode::InseeCodeInvalid, CITY_CODE, &self.city_code);
        }
        // Departments have three signs here, 033 and 02A, and two or three everywhere else.
        let department = self.department.strip_prefix('0').filter(|short| short.len() == 2);
        BirthPlace {
            city_code: checks.given(CITY_CODE, &self.city_code),
            city: checks.given("VILLE_NAISS", &self.city),
            department: checks.given("CODE_DEPARTEMENT_NAISS", department.unwrap_or(&self.department)),
            country: checks.given("CODE_PAYS", &self.country),
        }
    }
}

const CITY_CODE: &str = "CODE_COMMUNE_INSEE_NAISS";

/// Checks of the elements of one pupil.
struct Checks<'f> {
    line: u64,
    faults: &'f mut Faults,
}

impl Checks<'_> {
    fn needed(&mut self, element: &str, text: &str) -> String {
        if text.is_empty() {
            self.refuse(FaultCode::FieldRequired, element, "");
        }
        self.given(element, text).unwrap_or_default()
    }

    fn given(&mut self, element: &str, text: &str) -> Option<String> {
        let clean = name(text);
        if clean == Err(Refusal::TooLong) {
            let fault = Fault::new(FaultCode::FieldMaxLength).line(self.line).field(element).value(text);
            self.faults.push(fault.expected([LONGEST_NAME]));
        }
        clean.ok()
    }

    fn birth_date(&mut self, text: &str) -> Option<Date> {
        let day = DayStyle::DayFirst.read(text);
        if text.is_empty() {
            self.refuse(FaultCode::BirthdateRequired, "DATE_NAISS", "");
        } else if day.is_none() {
            self.refuse(FaultCode::InvalidBirthdateFormat, "DATE_NAISS", text);
        }
        day
    }

    fn sex(&mut self, text: &str) -> Option<Sex> {
        match text {
            "1" => return Some(Sex::Male),
            "2" => return Some(Sex::Female),
            "" => self.refuse(FaultCode::SexCodeRequired, "CODE_SEXE", ""),
            _ => self.refuse(FaultCode::FieldBadValues, "CODE_SEXE", text),
        }
        None
    }

    fn refuse(&mut self, code: FaultCode, element: &str, value: &str) {
        let fault = Fault::new(code).line(self.line).field(element).value(value);
        self.faults.push(fault.expected(expected(code)));
    }
}

fn expected(code: FaultCode) -> &'static [&'static str] {
    match code {
        FaultCode::InvalidBirthdateFormat => &["jj/mm/aaaa"],
        FaultCode::SexCodeRequired | FaultCode::FieldBadValues => &["1", "2"],
        FaultCode::InseeCodeInvalid => &["33063", "2A004"],
        _ => &[],
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pupil(changes: &[(&str, &str)]) -> Pupil {
        let mut pupil = Pupil { line: 7, ..Pupil::default() };
        let usual = [
            ("ID_NATIONAL", "990000101bh"),
            ("NOM_DE_FAMILLE", "BŒUF"),
            ("PRENOM", "Léa"),
            ("CODE_SEXE", "2"),
            ("DATE_NAISS", "12/12/2014"),
            ("CODE_PAYS", "100"),
            ("CODE_DEPARTEMENT_NAISS", "02A"),
            ("CODE_COMMUNE_INSEE_NAISS", "2A004"),
            ("CODE_STATUT", "AP"),
        ];
        for (element, text) in usual.iter().chain(changes) {
            (*text).clone_into(pupil.slot(element).unwrap());
        }
        pupil
    }

    #[test]
    fn a_pupil_becomes_a_learner() {
        let mut faults = Faults::default();
        let learner = pupil(&[]).learner(Places::default(), &mut faults);
        assert!(faults.is_empty());
        assert_eq!(learner.key, Some(Key::National("990000101BH".to_owned())));
        assert_eq!((learner.sex, learner.status), (Some(Sex::Female), Some(Status::Apprentice)));
        assert_eq!(learner.birth.department.as_deref(), Some("2A"));
        assert_eq!(learner.birth.city_code.as_deref(), Some("2A004"));
    }

    #[test]
    fn what_is_wrong_with_a_pupil_is_told() {
        let check = |element: &str, text: &str, expected: Option<FaultCode>| {
            let mut faults = Faults::default();
            pupil(&[(element, text)]).learner(Places::default(), &mut faults);
            let found: Vec<_> =
                faults.listed.iter().map(|fault| (fault.code, fault.field.as_deref(), fault.line)).collect();
            let expected: Vec<_> = expected.map(|code| (code, Some(element), Some(7))).into_iter().collect();
            assert_eq!(found, expected, "{element} {text:?}");
        };
        check("NOM_DE_FAMILLE", "", Some(FaultCode::FieldRequired));
        check("PRENOM", "", Some(FaultCode::FieldRequired));
        check("PRENOM2", &"x".repeat(300), Some(FaultCode::FieldMaxLength));
        check("CODE_SEXE", "", Some(FaultCode::SexCodeRequired));
        check("CODE_SEXE", "3", Some(FaultCode::FieldBadValues));
        check("DATE_NAISS", "", Some(FaultCode::BirthdateRequired));
        check("DATE_NAISS", "2014-12-12", Some(FaultCode::InvalidBirthdateFormat));
        check("DATE_NAISS", "31/02/2014", Some(FaultCode::InvalidBirthdateFormat));
        check("CODE_COMMUNE_INSEE_NAISS", "", Some(FaultCode::BirthCityCodeRequiredForFrenchStudent));
        check("CODE_COMMUNE_INSEE_NAISS", "2C004", Some(FaultCode::InseeCodeInvalid));
        check("CODE_STATUT", "FC", None);
        check("CODE_MEF", "", None);
    }
}
