//! The register of primary schools: a table, of which the last two years (CM1, CM2) are imported.

use crate::day::DayStyle;
use crate::encoding::{Encoding, text_of_table};
use crate::fault::{FaultCode, Faults};
use crate::field::Fields;
use crate::gathering::{Gathering, settled};
use crate::learner::{Key, Learner};
use crate::limits::Limits;
use crate::reading::{Reading, SkipReason};
use crate::table::{Column, Row, Shape, Table};
use crate::uniqueness::Uniqueness;

const LAST_NAME: &str = "Nom élève";
const FIRST_NAME: &str = "Prénom élève";
const BIRTH_DATE: &str = "Date naissance";
const NUMBER: &str = "INE";
const CYCLE: &str = "Cycle";
const LEVEL: &str = "Niveau";
const CLASS: &str = "Libellé classe";

const COLUMNS: [Column<'_>; 7] = [
    Column::required(LAST_NAME),
    Column::required(FIRST_NAME),
    Column::required(BIRTH_DATE),
    Column::required(NUMBER),
    Column::required(CYCLE),
    Column::required(LEVEL),
    Column::required(CLASS),
];
/// What a school adds to its export is its own business: such columns are neither refused nor kept.
const SHAPE: Shape<'_> = Shape { columns: &COLUMNS, delimiter: ';', others_allowed: true };

const CYCLES: [(&str, ()); 1] = [("CYCLE III", ())];
const LEVELS: [(&str, &str); 2] = [("CM1", "CM1"), ("CM2", "CM2")];

/// What becomes of pupils of other levels: schools often export all of theirs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum OtherLevels {
    /// One of them refuses the file.
    Refused,
    /// They are left aside, and told.
    LeftAside,
}

/// Reads the register of a primary school.
#[must_use]
pub fn read(bytes: &[u8], others: OtherLevels, limits: &Limits) -> Reading {
    settled(gather(bytes, others, limits))
}

fn gather(bytes: &[u8], others: OtherLevels, limits: &Limits) -> Result<Gathering, Faults> {
    limits.admit(bytes)?;
    let text = text_of_table(bytes, &Encoding::ALL, &COLUMNS, SHAPE.delimiter)?;
    let mut table = Table::open(&text, &SHAPE)?;
    let mut gathering = Gathering::default();
    let mut numbers = Uniqueness::default();
    while let Some(row) = table.row(&mut gathering.faults) {
        gathering.bound(limits)?;
        if others == OtherLevels::LeftAside && is_of_another_level(&row) {
            gathering.skip(row.line, row.cell(LAST_NAME), row.cell(FIRST_NAME), SkipReason::OtherLevel);
            continue;
        }
        let mut fields = Fields { row: &row, faults: &mut gathering.faults };
        let learner = pupil(&mut fields, &mut numbers);
        gathering.learners.push(learner);
    }
    gathering.bound(limits)?;
    Ok(gathering)
}

/// A pupil without a level is not of another one: that is a fault.
fn is_of_another_level(row: &Row<'_>) -> bool {
    let level = row.cell(LEVEL);
    !level.is_empty() && !LEVELS.iter().any(|(known, _)| known.eq_ignore_ascii_case(level))
}

fn pupil(fields: &mut Fields<'_>, numbers: &mut Uniqueness) -> Learner {
    let learner = Learner {
        line: fields.row.line,
        last_name: fields.needed(LAST_NAME),
        first_name: fields.needed(FIRST_NAME),
        birth_date: fields.needed_day(BIRTH_DATE, DayStyle::YearFirst),
        key: number(fields, numbers),
        ..Learner::default()
    };
    fields.needed_choice(CYCLE, &CYCLES);
    let level = fields.needed_choice(LEVEL, &LEVELS).map(ToOwned::to_owned);
    Learner { level, class: Some(fields.needed(CLASS)), ..learner }
}

fn number(fields: &mut Fields<'_>, numbers: &mut Uniqueness) -> Option<Key> {
    let number = fields.needed(NUMBER).to_uppercase();
    if number.is_empty() {
        return None;
    }
    if !numbers.is_new(&number) {
        fields.refuse(fields.fault(FaultCode::IneUnique, NUMBER));
    }
    Some(Key::National(number))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn reading(line: &str, others: OtherLevels) -> Reading {
        let header = "Nom élève;Prénom élève;Date naissance;INE; Cycle;Niveau;Libellé classe";
        let good = "ROUX;Lola;2015-02-11;990000401BD;CYCLE III;CM2;CM2 A";
        read(format!("{header}\n{good}\n{line}\n").as_bytes(), others, &Limits::default())
    }

    #[test]
    fn every_refusal_of_a_pupil() {
        let check = |line: &str, code: FaultCode, field: &str| {
            let faults = reading(line, OtherLevels::Refused).faults;
            let found: Vec<_> =
                faults.iter().map(|fault| (fault.code, fault.line, fault.field.as_deref())).collect();
            assert_eq!(found, [(code, Some(3), Some(field))], "{line}");
        };
        check(";Lola;2015-02-11;9AE;CYCLE III;CM1;A", FaultCode::FieldRequired, LAST_NAME);
        check("ROUX;;2015-02-11;9AE;CYCLE III;CM1;A", FaultCode::FieldRequired, FIRST_NAME);
        check("ROUX;Lola;;9AE;CYCLE III;CM1;A", FaultCode::FieldRequired, BIRTH_DATE);
        check("ROUX;Lola;11/02/2015;9AE;CYCLE III;CM1;A", FaultCode::FieldDateFormat, BIRTH_DATE);
        check("ROUX;Lola;2015-02-11;;CYCLE III;CM1;A", FaultCode::FieldRequired, NUMBER);
        check("ROUX;Lola;2015-02-11;990000401bd;CYCLE III;CM1;A", FaultCode::IneUnique, NUMBER);
        check("ROUX;Lola;2015-02-11;9AE;;CM1;A", FaultCode::FieldRequired, CYCLE);
        check("ROUX;Lola;2015-02-11;9AE;CYCLE II;CM1;A", FaultCode::FieldBadValues, CYCLE);
        check("ROUX;Lola;2015-02-11;9AE;CYCLE III;;A", FaultCode::FieldRequired, LEVEL);
        check("ROUX;Lola;2015-02-11;9AE;CYCLE III;6EME;A", FaultCode::FieldBadValues, LEVEL);
        check("ROUX;Lola;2015-02-11;9AE;CYCLE III;CM1;", FaultCode::FieldRequired, CLASS);
    }

    #[test]
    fn other_levels_are_left_aside_when_that_is_asked() {
        let line = "PETIT;Nina;?;;CYCLE II;CE2;";
        assert!(reading(line, OtherLevels::Refused).is_refused());
        let reading = reading(line, OtherLevels::LeftAside);
        let told: Vec<_> =
            reading.skipped.iter().map(|told| (told.line, told.who.as_str(), told.why)).collect();
        assert_eq!(told, [(3, "PETIT Nina", SkipReason::OtherLevel)]);
        assert_eq!((reading.learners.len(), reading.faults), (1, Vec::new()));
    }
}
