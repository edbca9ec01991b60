//! The register of agricultural schools: a table of pupils and apprentices.

use crate::city_code::is_city_code;
use crate::day::DayStyle;
use crate::encoding::{Encoding, text_of_table};
use crate::fault::{FaultCode, Faults};
use crate::field::Fields;
use crate::gathering::{Gathering, settled};
use crate::learner::{BirthPlace, Key, Learner, Sex, Status};
use crate::limits::Limits;
use crate::reading::Reading;
use crate::table::{Column, Shape, Table};
use crate::uniqueness::Uniqueness;

// One asterisk of the register says that a column is always filled, two that it sometimes is.
const IDENTIFIER: &str = "Identifiant unique*";
const FIRST_NAME: &str = "Premier prénom*";
const SECOND_NAME: &str = "Deuxième prénom";
const THIRD_NAME: &str = "Troisième prénom";
const LAST_NAME: &str = "Nom de famille*";
const USUAL_NAME: &str = "Nom d'usage";
const SEX: &str = "Code sexe*";
const BIRTH_DATE: &str = "Date de naissance (jj/mm/aaaa)*";
const CITY_CODE: &str = "Code commune naissance**";
const CITY: &str = "Libellé commune naissance**";
const BIRTH_DEPARTMENT: &str = "Code département naissance*";
const COUNTRY: &str = "Code pays naissance*";
const STATUS: &str = "Statut*";
const MEF: &str = "Code MEF*";
const CLASS: &str = "Division*";

const COLUMNS: [Column<'_>; 15] = [
    Column::required(IDENTIFIER),
    Column::required(FIRST_NAME),
    Column::optional(SECOND_NAME),
    Column::optional(THIRD_NAME),
    Column::required(LAST_NAME),
    Column::optional(USUAL_NAME),
    Column::required(SEX),
    Column::required(BIRTH_DATE),
    Column::required(CITY_CODE),
    Column::required(CITY),
    Column::required(BIRTH_DEPARTMENT),
    Column::required(COUNTRY),
    Column::required(STATUS),
    Column::required(MEF),
    Column::required(CLASS),
];
const SHAPE: Shape<'_> = Shape { columns: &COLUMNS, delimiter: ';', others_allowed: false };

/// The code of France, and how long the code of any country is.
const FRANCE: &str = "99100";
const COUNTRY_LENGTH: usize = 5;
const CITY_LENGTH: usize = 5;
const SEXES: [(&str, Sex); 2] = [("F", Sex::Female), ("M", Sex::Male)];

/// Reads the register of an agricultural school.
#[must_use]
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    settled(gather(bytes, limits))
}

fn gather(bytes: &[u8], limits: &Limits) -> Result<Gathering, Faults> {
    limits.admit(bytes)?;
    let text = text_of_table(bytes, &Encoding::ALL, &COLUMNS, SHAPE.delimiter)?;
    let mut table = Table::open(&text, &SHAPE)?;
    let mut gathering = Gathering::default();
    let mut identifiers = Uniqueness::default();
    while let Some(row) = table.row(&mut gathering.faults) {
        let mut fields = Fields { row: &row, faults: &mut gathering.faults };
        let learner = pupil(&mut fields, &mut identifiers);
        gathering.learners.push(learner);
        gathering.bound(limits)?;
    }
    Ok(gathering)
}

fn pupil(fields: &mut Fields<'_>, identifiers: &mut Uniqueness) -> Learner {
    Learner {
        line: fields.row.line,
        key: identifier(fields, identifiers),
        first_name: fields.needed(FIRST_NAME),
        second_name: fields.given(SECOND_NAME),
        third_name: fields.given(THIRD_NAME),
        last_name: fields.needed(LAST_NAME),
        usual_name: fields.given(USUAL_NAME),
        sex: fields.needed_choice(SEX, &SEXES),
        birth_date: fields.needed_day(BIRTH_DATE, DayStyle::DayFirst),
        birth: birth(fields),
        status: fields.needed_choice(STATUS, &Status::CODES),
        mef: Some(fields.needed(MEF)),
        class: Some(fields.needed(CLASS)),
        ..Learner::default()
    }
}

fn identifier(fields: &mut Fields<'_>, identifiers: &mut Uniqueness) -> Option<Key> {
    let identifier = fields.needed(IDENTIFIER).to_uppercase();
    if identifier.is_empty() {
        return None;
    }
    if !identifiers.is_new(&identifier) {
        fields.refuse(fields.fault(FaultCode::IdentifierUnique, IDENTIFIER));
    }
    Some(Key::National(identifier))
}

/// Who was born in France is so by the code of the city, the others by its name.
fn birth(fields: &mut Fields<'_>) -> BirthPlace {
    let department = department(fields);
    let country = fields.needed(COUNTRY);
    if country.is_empty() || !is_country(fields, &country) {
        return BirthPlace { department, ..BirthPlace::default() };
    }
    let in_france = country == FRANCE;
    BirthPlace {
        city_code: if in_france { city_code(fields) } else { None },
        city: if in_france { None } else { Some(fields.needed(CITY)) },
        department,
        country: country.get(2..).map(ToOwned::to_owned),
    }
}

fn department(fields: &mut Fields<'_>) -> Option<String> {
    let department = fields.needed(BIRTH_DEPARTMENT);
    match department.chars().count() {
        0 | 2 | 3 => {}
        1 => fields.refuse(fields.fault(FaultCode::FieldMinLength, BIRTH_DEPARTMENT).expected([2])),
        _ => fields.refuse(fields.fault(FaultCode::FieldMaxLength, BIRTH_DEPARTMENT).expected([3])),
    }
    Some(department)
}

/// Countries are numbered from 99100 to 99599.
fn is_country(fields: &mut Fields<'_>, country: &str) -> bool {
    if country.chars().count() != COUNTRY_LENGTH {
        fields.refuse(fields.fault(FaultCode::FieldLength, COUNTRY).expected([COUNTRY_LENGTH]));
        return false;
    }
    let number = country.parse::<u32>().ok().filter(|number| (99_100..=99_599).contains(number));
    if number.is_none() {
        fields.refuse(fields.fault(FaultCode::InseeCodeInvalid, COUNTRY).expected(["99100 - 99599"]));
    }
    number.is_some()
}

fn city_code(fields: &mut Fields<'_>) -> Option<String> {
    let code = fields.needed(CITY_CODE).to_uppercase();
    if code.is_empty() {
        return None;
    }
    if code.chars().count() != CITY_LENGTH {
        fields.refuse(fields.fault(FaultCode::FieldLength, CITY_CODE).expected([CITY_LENGTH]));
        return None;
    }
    if !is_city_code(&code) {
        fields.refuse(fields.fault(FaultCode::InseeCodeInvalid, CITY_CODE).expected(["33063", "2A004"]));
        return None;
    }
    Some(code)
}

#[cfg(test)]
mod tests {
    use super::*;

    const CELLS: [&str; 15] = [
        "990000705BD",
        "Élodie",
        "",
        "",
        "ETCHART",
        "",
        "F",
        "17/06/2009",
        "2B033",
        "",
        "2B",
        "99100",
        "ST",
        "27632005312",
        "2GT1",
    ];

    /// The faults of a second line that differs from a good one in some columns.
    fn faults(changes: &[(&str, &str)]) -> Vec<(FaultCode, Option<u64>, Option<String>)> {
        let line = |changes: &[(&str, &str)]| {
            let cell = |(column, cell): (&Column<'_>, &&str)| {
                let changed = changes.iter().rfind(|(name, _)| *name == column.name);
                changed.map_or(*cell, |(_, cell)| cell).to_owned()
            };
            COLUMNS.iter().zip(&CELLS).map(cell).collect::<Vec<_>>().join(";")
        };
        let header = COLUMNS.map(|column| column.name).join(";");
        let text = format!("{header}\n{}\n{}\n", line(&[]), line(changes));
        let reading = read(text.as_bytes(), &Limits::default());
        reading.faults.into_iter().map(|fault| (fault.code, fault.line, fault.field)).collect()
    }

    #[test]
    fn every_refusal_of_a_pupil() {
        let check = |column: &str, cell: &str, code: FaultCode| {
            let found = faults(&[(IDENTIFIER, "990000706AE"), (column, cell)]);
            assert_eq!(found, [(code, Some(3), Some(column.to_owned()))], "{column} {cell:?}");
        };
        for column in COLUMNS.iter().filter(|column| column.required && column.name != CITY) {
            check(column.name, "", FaultCode::FieldRequired);
        }
        check(IDENTIFIER, "990000705bd", FaultCode::IdentifierUnique);
        check(SEX, "2", FaultCode::FieldBadValues);
        check(STATUS, "FC", FaultCode::FieldBadValues);
        check(BIRTH_DATE, "17/06/2009x", FaultCode::FieldDateFormat);
        check(CITY_CODE, "2B0", FaultCode::FieldLength);
        check(CITY_CODE, "2C033", FaultCode::InseeCodeInvalid);
        check(BIRTH_DEPARTMENT, "2", FaultCode::FieldMinLength);
        check(BIRTH_DEPARTMENT, "0974", FaultCode::FieldMaxLength);
        check(COUNTRY, "100", FaultCode::FieldLength);
        check(COUNTRY, "99600", FaultCode::InseeCodeInvalid);
        check(COUNTRY, "9910é", FaultCode::InseeCodeInvalid);
        check(LAST_NAME, &"x".repeat(300), FaultCode::FieldMaxLength);
    }

    #[test]
    fn abroad_the_name_of_the_city_is_asked() {
        let abroad = [(IDENTIFIER, "990000706AE"), (COUNTRY, "99330"), (CITY_CODE, "")];
        assert_eq!(faults(&abroad), [(FaultCode::FieldRequired, Some(3), Some(CITY.to_owned()))]);
        let named = [abroad.as_slice(), &[(CITY, "CONAKRY")]].concat();
        assert_eq!(faults(&named), []);
    }
}
