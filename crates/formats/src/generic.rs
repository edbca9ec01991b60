//! A table whose columns are told by a configuration: for schools whose register has no format of its own.

mod config;

pub use crate::day::DayStyle;
use crate::encoding::text_of_table;
use crate::fault::{Fault, FaultCode, Faults};
use crate::field::Fields;
use crate::gathering::{Gathering, settled};
use crate::learner::{Key, Learner};
use crate::limits::Limits;
use crate::reading::Reading;
use crate::table::{Column, Shape, Table};
use crate::uniqueness::Uniqueness;
pub use config::{Config, ConfigFault, Header, Kind, Property};

const DELIMITER: char = ';';
/// Between the values of several columns that together make somebody unique.
const BETWEEN: &str = " · ";

/// Reads a table of a configuration that [`Config::check`] accepts.
#[must_use]
pub fn read(bytes: &[u8], config: &Config, limits: &Limits) -> Reading {
    settled(gather(bytes, config, limits))
}

fn gather(bytes: &[u8], config: &Config, limits: &Limits) -> Result<Gathering, Faults> {
    limits.admit(bytes)?;
    let columns: Vec<Column<'_>> = config
        .headers
        .iter()
        .map(|header| Column { name: &header.name, required: header.required || header.property.is_some() })
        .collect();
    let text = text_of_table(bytes, &config.accepted_encodings, &columns, DELIMITER)?;
    let shape = Shape { columns: &columns, delimiter: DELIMITER, others_allowed: true };
    let mut table = Table::open(&text, &shape)?;
    let mut gathering = Gathering::default();
    let mut keys = Uniqueness::default();
    while let Some(row) = table.row(&mut gathering.faults) {
        let mut fields = Fields { row: &row, faults: &mut gathering.faults };
        let mut learner = Learner { line: row.line, ..Learner::default() };
        for header in &config.headers {
            let value = value(&mut fields, header);
            keep(&mut learner, header, value);
        }
        learner.key = key(&mut fields, config, &mut keys);
        gathering.learners.push(learner);
        gathering.bound(limits)?;
    }
    Ok(gathering)
}

/// What a cell holds.
enum Value {
    Text(String),
    Day(jiff::civil::Date),
}

fn value(fields: &mut Fields<'_>, header: &Header) -> Option<Value> {
    let name = header.name.as_str();
    match header.kind {
        Kind::Date(style) if header.required => fields.needed_day(name, style).map(Value::Day),
        Kind::Date(style) => fields.given_day(name, style).map(Value::Day),
        Kind::Email => {
            if header.required && fields.row.cell(name).is_empty() {
                fields.refuse(fields.fault(FaultCode::FieldRequired, name));
            }
            fields.given_email(name).map(Value::Text)
        }
        Kind::Text => {
            let text = if header.required { Some(fields.needed(name)) } else { fields.given(name) };
            let text = text.filter(|text| !text.is_empty())?;
            if !header.expected_values.is_empty() && !header.expected_values.contains(&text) {
                fields
                    .refuse(fields.fault(FaultCode::FieldBadValues, name).expected(&header.expected_values));
            }
            Some(Value::Text(text))
        }
    }
}

fn keep(learner: &mut Learner, header: &Header, value: Option<Value>) {
    match (header.property, value) {
        (_, None) => {}
        (Some(Property::FirstName), Some(Value::Text(text))) => learner.first_name = text,
        (Some(Property::LastName), Some(Value::Text(text))) => learner.last_name = text,
        (Some(Property::UsualName), Some(Value::Text(text))) => learner.usual_name = Some(text),
        (Some(Property::Class), Some(Value::Text(text))) => learner.class = Some(text),
        (Some(Property::Email), Some(Value::Text(text))) => learner.email = Some(text),
        (Some(Property::BirthDate), Some(Value::Day(day))) => learner.birth_date = Some(day),
        (_, Some(Value::Text(text))) => learner.extra.push((header.name.clone(), text)),
        (_, Some(Value::Day(day))) => learner.extra.push((header.name.clone(), day.to_string())),
    }
}

fn key(fields: &mut Fields<'_>, config: &Config, keys: &mut Uniqueness) -> Option<Key> {
    if config.unicity_columns.is_empty() {
        return None;
    }
    let values: Vec<&str> = config.unicity_columns.iter().map(|column| fields.row.cell(column)).collect();
    // Of who has nothing written there, nothing can be said: it is for `required` to refuse it.
    if values.iter().all(|value| value.is_empty()) {
        return None;
    }
    let each =
        config.unicity_columns.iter().zip(&values).map(|(column, value)| compared(config, column, value));
    let key = each.collect::<Vec<_>>().join(BETWEEN);
    if !keys.is_new(&key) {
        let twice = Fault::new(FaultCode::PropertyNotUniq).line(fields.row.line).value(&values.join(BETWEEN));
        fields.refuse(twice.field(&config.unicity_columns.join(BETWEEN)));
    }
    Some(Key::Other(key))
}

/// A value as it tells people apart, in this file and the next: a day in one style, a text without capitals and needless
/// spaces.
fn compared(config: &Config, column: &str, value: &str) -> String {
    let day =
        config.headers.iter().find(|header| header.name == column).and_then(|header| match header.kind {
            Kind::Date(style) => style.read(value),
            _ => None,
        });
    let folded = || value.split_whitespace().collect::<Vec<_>>().join(" ").to_lowercase();
    day.map_or_else(folded, |day| day.to_string())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn config() -> Config {
        let text = r#"{
            "acceptedEncodings": ["utf-8", "latin1"],
            "headers": [
                { "name": "Nom apprenant", "property": "lastName", "required": true },
                { "name": "Prénom apprenant", "property": "firstName", "required": true },
                { "name": "Classe", "property": "class", "required": true, "expectedValues": ["6A", "6B"] },
                { "name": "Date de naissance", "property": "birthDate", "required": true, "kind": { "date": "DD/MM/YYYY" } },
                { "name": "Arrivée", "kind": { "date": "YYYY-MM-DD" } },
                { "name": "Courriel", "kind": "email" },
                { "name": "Pays" }
            ],
            "unicityColumns": ["Nom apprenant", "Prénom apprenant", "Date de naissance"],
            "reconciliationColumns": ["Nom apprenant", "Date de naissance"],
            "displayableColumns": ["Pays"]
        }"#;
        let config: Config = serde_json::from_str(text).unwrap();
        assert_eq!(config.check(), Ok(()));
        config
    }

    fn reading(lines: &str) -> Reading {
        let header = "Nom apprenant;Prénom apprenant;Classe;Date de naissance;Arrivée;Courriel;Pays;Note";
        read(format!("{header}\n{lines}").as_bytes(), &config(), &Limits::default())
    }

    #[test]
    fn a_configured_table_is_read() {
        let reading =
            reading("ROUX;Léa;6A;12/12/2014;2026-09-01;lea@x.fr;Maroc;z\nROUX;Tom;6B;12/12/2014;;;;\n");
        assert_eq!(reading.faults, []);
        let [lea, tom] = reading.learners.as_slice() else { panic!("two pupils") };
        assert_eq!((lea.first_name.as_str(), lea.class.as_deref()), ("Léa", Some("6A")));
        assert_eq!(lea.birth_date, Some(jiff::civil::date(2014, 12, 12)));
        assert_eq!(lea.key, Some(Key::Other("roux · léa · 2014-12-12".to_owned())));
        let extra: Vec<_> = lea.extra.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
        assert_eq!(extra, [("Arrivée", "2026-09-01"), ("Courriel", "lea@x.fr"), ("Pays", "Maroc")]);
        assert_eq!(tom.extra, []);
    }

    #[test]
    fn every_refusal_of_a_line() {
        let check = |line: &str, code: FaultCode, field: &str| {
            let reading = reading(&format!("ROUX;Léa;6A;12/12/2014;;;;\n{line}\n"));
            let found: Vec<_> =
                reading.faults.iter().map(|fault| (fault.code, fault.line, fault.field.as_deref())).collect();
            assert_eq!(found, [(code, Some(3), Some(field))], "{line}");
        };
        check(";Tom;6A;12/12/2014;;;", FaultCode::FieldRequired, "Nom apprenant");
        check("ROUX;Tom;6C;12/12/2014;;;", FaultCode::FieldBadValues, "Classe");
        check("ROUX;Tom;6A;2014-12-12;;;", FaultCode::FieldDateFormat, "Date de naissance");
        check("ROUX;Tom;6A;;;;", FaultCode::FieldRequired, "Date de naissance");
        check("ROUX;Tom;6A;12/12/2014;01/09/2026;;", FaultCode::FieldDateFormat, "Arrivée");
        check("ROUX;Tom;6A;12/12/2014;;tom@;", FaultCode::FieldEmailFormat, "Courriel");
        let names = "Nom apprenant · Prénom apprenant · Date de naissance";
        check("roux;Léa;6B;12/12/2014;;;", FaultCode::PropertyNotUniq, names);
        check("Roux; léa;6B;12/12/14;;;", FaultCode::PropertyNotUniq, names);
    }

    #[test]
    fn letters_that_the_configuration_does_not_accept_are_refused() {
        let config = Config { accepted_encodings: vec![crate::Encoding::Utf8], ..config() };
        let reading = read(b"Nom apprenant;Pr\xE9nom apprenant\nA;B\n", &config, &Limits::default());
        let found: Vec<_> = reading.faults.iter().map(|fault| (fault.code, fault.expected.clone())).collect();
        assert_eq!(found, [(FaultCode::EncodingNotSupported, vec!["UTF-8".to_owned()])]);
    }
}
