//! The list of a university: a table of students.

mod official;

use crate::day::DayStyle;
use crate::encoding::{Encoding, text_of_table};
use crate::fault::{FaultCode, Faults};
use crate::field::Fields;
use crate::gathering::{Gathering, settled};
use crate::learner::{Key, Learner};
use crate::limits::Limits;
use crate::reading::{Reading, Warning};
use crate::table::{Column, Shape, Table};
use crate::uniqueness::Uniqueness;
use official::Official;
pub use official::{DIPLOMAS, SCHEMES, UNRECOGNISED};

const FIRST_NAME: &str = "Premier prénom";
const SECOND_NAME: &str = "Deuxième prénom";
const THIRD_NAME: &str = "Troisième prénom";
const LAST_NAME: &str = "Nom de famille";
const USUAL_NAME: &str = "Nom d'usage";
const BIRTH_DATE: &str = "Date de naissance (jj/mm/aaaa)";
const EMAIL: &str = "Email";
const NUMBER: &str = "Numéro étudiant";
const DEPARTMENT: &str = "Composante";
const TEAM: &str = "Équipe pédagogique";
const GROUP: &str = "Groupe";
const DIPLOMA: &str = "Diplôme";
const SCHEME: &str = "Régime";

const COLUMNS: [Column<'_>; 13] = [
    Column::required(FIRST_NAME),
    Column::optional(SECOND_NAME),
    Column::optional(THIRD_NAME),
    Column::required(LAST_NAME),
    Column::optional(USUAL_NAME),
    Column::required(BIRTH_DATE),
    Column::optional(EMAIL),
    Column::required(NUMBER),
    Column::optional(DEPARTMENT),
    Column::optional(TEAM),
    Column::optional(GROUP),
    Column::optional(DIPLOMA),
    Column::optional(SCHEME),
];
const SHAPE: Shape<'_> = Shape { columns: &COLUMNS, delimiter: ';', others_allowed: false };

/// The columns of the table, in the order of the file that one downloads to fill it.
pub fn columns() -> impl Iterator<Item = &'static str> {
    COLUMNS.iter().map(|column| column.name)
}

/// Reads a list of students.
#[must_use]
pub fn read(bytes: &[u8], limits: &Limits) -> Reading {
    settled(gather(bytes, limits))
}

/// Says whether a text can be a student number: letters and digits without accents, `_` and `-`.
#[must_use]
pub fn is_student_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'-'))
}

fn gather(bytes: &[u8], limits: &Limits) -> Result<Gathering, Faults> {
    limits.admit(bytes)?;
    let text = text_of_table(bytes, &Encoding::ALL, &COLUMNS, SHAPE.delimiter)?;
    let mut table = Table::open(&text, &SHAPE)?;
    let mut gathering = Gathering::default();
    let mut met = Met {
        numbers: Uniqueness::default(),
        diplomas: Official::new(&DIPLOMAS),
        schemes: Official::new(&SCHEMES),
    };
    while let Some(row) = table.row(&mut gathering.faults) {
        let mut fields = Fields { row: &row, faults: &mut gathering.faults };
        let learner = student(&mut fields, &mut met, &mut gathering.warnings);
        gathering.learners.push(learner);
        gathering.bound(limits)?;
    }
    Ok(gathering)
}

/// What the lines before had.
struct Met {
    numbers: Uniqueness,
    diplomas: Official,
    schemes: Official,
}

fn student(fields: &mut Fields<'_>, met: &mut Met, warnings: &mut Vec<Warning>) -> Learner {
    Learner {
        line: fields.row.line,
        first_name: fields.needed(FIRST_NAME),
        second_name: fields.given(SECOND_NAME),
        third_name: fields.given(THIRD_NAME),
        last_name: fields.needed(LAST_NAME),
        usual_name: fields.given(USUAL_NAME),
        birth_date: fields.needed_day(BIRTH_DATE, DayStyle::DayFirst),
        email: fields.given_email(EMAIL),
        key: number(fields, &mut met.numbers),
        department: fields.given(DEPARTMENT),
        team: fields.given(TEAM),
        groups: fields.given(GROUP).into_iter().collect(),
        diploma: Some(official_value(fields, DIPLOMA, &mut met.diplomas, warnings)),
        scheme: Some(official_value(fields, SCHEME, &mut met.schemes, warnings)),
        ..Learner::default()
    }
}

fn number(fields: &mut Fields<'_>, numbers: &mut Uniqueness) -> Option<Key> {
    let number = fields.needed(NUMBER);
    if number.is_empty() {
        return None;
    }
    if !is_student_number(&number) {
        fields.refuse(fields.fault(FaultCode::StudentNumberFormat, NUMBER).expected(["A-Z a-z 0-9 _ -"]));
        return None;
    }
    if !numbers.is_new(&number) {
        fields.refuse(fields.fault(FaultCode::StudentNumberUnique, NUMBER));
    }
    Some(Key::Student(number))
}

/// What is not recognised harms nobody: it is imported as such, and told.
fn official_value(
    fields: &Fields<'_>,
    column: &str,
    official: &mut Official,
    warnings: &mut Vec<Warning>,
) -> String {
    let written = fields.row.cell(column);
    if let Some(value) = official.recognised(written) {
        return value.to_owned();
    }
    warnings.push(Warning { line: fields.row.line, field: column.to_owned(), value: written.to_owned() });
    UNRECOGNISED.to_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    const GOOD: &str = "Léa;;;ROUX;;03/02/2006;;A1;;;;Autre;Autre";

    fn faults(lines: &[&str]) -> Vec<(FaultCode, Option<u64>, String)> {
        let header = columns().collect::<Vec<_>>().join(";");
        let reading = read(format!("{header}\n{}\n", lines.join("\n")).as_bytes(), &Limits::default());
        let found = reading.faults.into_iter();
        found.map(|fault| (fault.code, fault.line, fault.field.unwrap_or_default())).collect()
    }

    #[test]
    fn every_refusal_of_a_student() {
        let check = |line: &str, code: FaultCode, field: &str| {
            assert_eq!(faults(&[GOOD, line]), [(code, Some(3), field.to_owned())], "{line}");
        };
        check(";;;ROUX;;03/02/2006;;A2;;;;Autre;Autre", FaultCode::FieldRequired, FIRST_NAME);
        check("Léa;;;;;03/02/2006;;A2;;;;Autre;Autre", FaultCode::FieldRequired, LAST_NAME);
        check("Léa;;;ROUX;;;;A2;;;;Autre;Autre", FaultCode::FieldRequired, BIRTH_DATE);
        check("Léa;;;ROUX;;2006-02-03;;A2;;;;Autre;Autre", FaultCode::FieldDateFormat, BIRTH_DATE);
        check("Léa;;;ROUX;;03/02/2006;;;;;;Autre;Autre", FaultCode::FieldRequired, NUMBER);
        check("Léa;;;ROUX;;03/02/2006;;A 2;;;;Autre;Autre", FaultCode::StudentNumberFormat, NUMBER);
        check("Léa;;;ROUX;;03/02/2006;;É2;;;;Autre;Autre", FaultCode::StudentNumberFormat, NUMBER);
        check("Léa;;;ROUX;;03/02/2006;;a1;;;;Autre;Autre", FaultCode::StudentNumberUnique, NUMBER);
        check("Léa;;;ROUX;;03/02/2006;lea@;A2;;;;Autre;Autre", FaultCode::FieldEmailFormat, EMAIL);
        let long = format!("Léa;;;ROUX;;03/02/2006;;A2;{};;;Autre;Autre", "x".repeat(256));
        check(&long, FaultCode::FieldMaxLength, DEPARTMENT);
    }

    #[test]
    fn what_is_not_recognised_is_imported_and_told() {
        let text = format!(
            "{}\n{GOOD}\nLéa;;;ROUX;;03/02/2006;;A2;;;;;x\n",
            columns().collect::<Vec<_>>().join(";")
        );
        let reading = read(text.as_bytes(), &Limits::default());
        let told: Vec<_> = reading.warnings.iter().map(|told| (told.line, told.field.as_str())).collect();
        assert_eq!(told, [(3, DIPLOMA), (3, SCHEME)]);
        let diplomas: Vec<_> = reading.learners.iter().map(|learner| learner.diploma.as_deref()).collect();
        assert_eq!(diplomas, [Some("Autre"), Some(UNRECOGNISED)]);
    }
}
