//! Checks of the cells of one line: each gives what it read, and says what is wrong with it.

use jiff::civil::Date;
use rules::account::{LONGEST_NAME, Refusal, email, name};

use crate::day::DayStyle;
use crate::fault::{Fault, FaultCode, Faults};
use crate::table::Row;

/// The cells of a line, and where to say what is wrong with them.
pub(crate) struct Fields<'f> {
    pub row: &'f Row<'f>,
    pub faults: &'f mut Faults,
}

impl Fields<'_> {
    /// A text that may be missing, without needless spaces.
    pub fn given(&mut self, column: &str) -> Option<String> {
        match name(self.row.cell(column)) {
            Ok(text) => Some(text),
            Err(Refusal::TooLong) => {
                self.refuse(self.fault(FaultCode::FieldMaxLength, column).expected([LONGEST_NAME]));
                None
            }
            Err(_) => None,
        }
    }

    /// A text that has to be there. What is missing is told, and read as empty: the file is refused anyway.
    pub fn needed(&mut self, column: &str) -> String {
        if self.row.cell(column).is_empty() {
            self.refuse(self.fault(FaultCode::FieldRequired, column));
        }
        self.given(column).unwrap_or_default()
    }

    /// A day that has to be there.
    pub fn needed_day(&mut self, column: &str, style: DayStyle) -> Option<Date> {
        if self.needed(column).is_empty() {
            return None;
        }
        self.given_day(column, style)
    }

    /// A day that may be missing.
    pub fn given_day(&mut self, column: &str, style: DayStyle) -> Option<Date> {
        let text = self.row.cell(column);
        let day = style.read(text);
        if day.is_none() && !text.is_empty() {
            self.refuse(self.fault(FaultCode::FieldDateFormat, column).expected([style.pattern()]));
        }
        day
    }

    /// One of a few values; it has to be there.
    pub fn needed_choice<T: Copy>(&mut self, column: &str, choices: &[(&str, T)]) -> Option<T> {
        let text = self.needed(column);
        if text.is_empty() {
            return None;
        }
        let chosen =
            choices.iter().find(|(code, _)| code.eq_ignore_ascii_case(&text)).map(|(_, choice)| *choice);
        if chosen.is_none() {
            let codes = choices.iter().map(|(code, _)| code);
            self.refuse(self.fault(FaultCode::FieldBadValues, column).expected(codes));
        }
        chosen
    }

    /// An e-mail address that may be missing.
    pub fn given_email(&mut self, column: &str) -> Option<String> {
        match email(self.row.cell(column)) {
            Ok(address) => Some(address),
            Err(Refusal::Empty) => None,
            Err(_) => {
                self.refuse(self.fault(FaultCode::FieldEmailFormat, column));
                None
            }
        }
    }

    /// A fault of a cell, to be completed.
    pub fn fault(&self, code: FaultCode, column: &str) -> Fault {
        Fault::new(code).line(self.row.line).field(column).value(self.row.cell(column))
    }

    /// Notes a fault.
    pub fn refuse(&mut self, fault: Fault) {
        self.faults.push(fault);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::table::{Column, Shape, Table};

    /// Reads one cell with one of the checks.
    fn check(cell: &str, read: impl Fn(&mut Fields<'_>) -> String, expected: &str, code: Option<FaultCode>) {
        let text = format!("Nom;Reste\n\"{cell}\";x\n");
        let columns = [Column::required("Nom")];
        let shape = Shape { columns: &columns, delimiter: ';', others_allowed: true };
        let mut table = Table::open(&text, &shape).unwrap();
        let mut faults = Faults::default();
        let row = table.row(&mut faults).unwrap();
        let found = read(&mut Fields { row: &row, faults: &mut faults });
        let codes: Vec<_> = faults.listed.iter().map(|fault| (fault.code, fault.line)).collect();
        assert_eq!(found, expected, "{cell:?}");
        assert_eq!(codes, code.map(|code| (code, Some(2))).into_iter().collect::<Vec<_>>(), "{cell:?}");
    }

    #[test]
    fn texts() {
        let given = |fields: &mut Fields<'_>| format!("{:?}", fields.given("Nom"));
        check("  Groupe  A ", given, "Some(\"Groupe A\")", None);
        check(" ", given, "None", None);
        check(&"x".repeat(256), given, "None", Some(FaultCode::FieldMaxLength));
        let needed = |fields: &mut Fields<'_>| fields.needed("Nom");
        check("Léa", needed, "Léa", None);
        check("", needed, "", Some(FaultCode::FieldRequired));
        check(&"x".repeat(256), needed, "", Some(FaultCode::FieldMaxLength));
    }

    #[test]
    fn days() {
        let day = |fields: &mut Fields<'_>| format!("{:?}", fields.needed_day("Nom", DayStyle::DayFirst));
        check("03/02/2006", day, "Some(2006-02-03)", None);
        check("", day, "None", Some(FaultCode::FieldRequired));
        check("31/02/2006", day, "None", Some(FaultCode::FieldDateFormat));
        let maybe = |fields: &mut Fields<'_>| format!("{:?}", fields.given_day("Nom", DayStyle::YearFirst));
        check("", maybe, "None", None);
        check("03/02/2006", maybe, "None", Some(FaultCode::FieldDateFormat));
    }

    #[test]
    fn choices() {
        let level =
            |fields: &mut Fields<'_>| format!("{:?}", fields.needed_choice("Nom", &[("CM1", 1), ("CM2", 2)]));
        check("CM2", level, "Some(2)", None);
        check(" cm1", level, "Some(1)", None);
        check("CE2", level, "None", Some(FaultCode::FieldBadValues));
        check("", level, "None", Some(FaultCode::FieldRequired));
    }

    #[test]
    fn addresses() {
        let address = |fields: &mut Fields<'_>| fields.given_email("Nom").unwrap_or_default();
        check("Lea@Exemple.fr", address, "lea@exemple.fr", None);
        check("", address, "", None);
        check("badr.bouzid@", address, "", Some(FaultCode::FieldEmailFormat));
    }
}
