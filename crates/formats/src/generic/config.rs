//! The configuration of a generic format.

use serde::{Deserialize, Serialize};

use crate::day::DayStyle;
use crate::encoding::Encoding;

/// What a table looks like and what its columns mean.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Config {
    /// The letters a table may be written in.
    pub accepted_encodings: Vec<Encoding>,
    /// The columns; others may stand in the table and are not kept.
    pub headers: Vec<Header>,
    /// The columns whose values together stand only once in a table, and tell a person when the next one comes.
    #[serde(default)]
    pub unicity_columns: Vec<String>,
    /// The columns a person is asked for to be found on the list.
    #[serde(default)]
    pub reconciliation_columns: Vec<String>,
    /// The columns shown to teachers beside the names.
    #[serde(default)]
    pub displayable_columns: Vec<String>,
}

/// One column.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", deny_unknown_fields)]
pub struct Header {
    /// Its name in the table.
    pub name: String,
    /// What it says of a person, when it is something that every list says.
    #[serde(default)]
    pub property: Option<Property>,
    /// Whether it is always filled.
    #[serde(default)]
    pub required: bool,
    /// What its cells hold.
    #[serde(default)]
    pub kind: Kind,
    /// The only texts that may stand there; any when empty.
    #[serde(default)]
    pub expected_values: Vec<String>,
}

/// What a column says of a person.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Property {
    /// First name; every configuration has it.
    FirstName,
    /// Last name; every configuration has it.
    LastName,
    /// The name the person goes by.
    UsualName,
    /// Birth date.
    BirthDate,
    /// Class.
    Class,
    /// E-mail address.
    Email,
}

/// What the cells of a column hold.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Kind {
    /// A text.
    #[default]
    Text,
    /// An e-mail address.
    Email,
    /// A day, in one style.
    Date(DayStyle),
}

/// Why a configuration cannot be used.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ConfigFault {
    /// No encoding is accepted.
    NoEncoding,
    /// No column, or two columns, say this of a person.
    PropertyNotOnce(Property),
    /// A name has to be in each line: its column is required.
    NameNotRequired(Property),
    /// The property and the kind of a column do not go together.
    KindOfProperty(Property),
    /// Two columns have this name, or one has none.
    HeaderTwice(String),
    /// A list names a column that does not exist.
    HeaderUnknown(String),
}

impl Config {
    /// Refuses a configuration that no table could be read with.
    ///
    /// # Errors
    /// The first [`ConfigFault`] found.
    pub fn check(&self) -> Result<(), ConfigFault> {
        if self.accepted_encodings.is_empty() {
            return Err(ConfigFault::NoEncoding);
        }
        self.check_names()?;
        self.check_properties()?;
        let named = [&self.unicity_columns, &self.reconciliation_columns, &self.displayable_columns];
        match named
            .into_iter()
            .flatten()
            .find(|name| !self.headers.iter().any(|header| header.name == **name))
        {
            Some(name) => Err(ConfigFault::HeaderUnknown(name.clone())),
            None => Ok(()),
        }
    }

    fn check_names(&self) -> Result<(), ConfigFault> {
        let mut met = crate::uniqueness::Uniqueness::default();
        for Header { name, .. } in &self.headers {
            if name.trim().is_empty() || !met.is_new(name) {
                return Err(ConfigFault::HeaderTwice(name.clone()));
            }
        }
        Ok(())
    }

    fn check_properties(&self) -> Result<(), ConfigFault> {
        let names = [Property::FirstName, Property::LastName];
        for property in names.into_iter().chain(self.headers.iter().filter_map(|header| header.property)) {
            let mut saying = self.headers.iter().filter(|header| header.property == Some(property));
            let (Some(header), None) = (saying.next(), saying.next()) else {
                return Err(ConfigFault::PropertyNotOnce(property));
            };
            if names.contains(&property) && !header.required {
                return Err(ConfigFault::NameNotRequired(property));
            }
            let fits = match property {
                Property::BirthDate => matches!(header.kind, Kind::Date(_)),
                Property::Email => header.kind == Kind::Email,
                _ => header.kind == Kind::Text,
            };
            if !fits {
                return Err(ConfigFault::KindOfProperty(property));
            }
        }
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn header(name: &str, property: Option<Property>) -> Header {
        Header {
            name: name.to_owned(),
            property,
            required: true,
            kind: Kind::Text,
            expected_values: Vec::new(),
        }
    }

    fn config() -> Config {
        Config {
            accepted_encodings: vec![Encoding::Utf8],
            headers: vec![
                header("Nom", Some(Property::LastName)),
                header("Prénom", Some(Property::FirstName)),
            ],
            unicity_columns: vec!["Nom".to_owned()],
            reconciliation_columns: Vec::new(),
            displayable_columns: Vec::new(),
        }
    }

    #[test]
    fn every_refusal_of_a_configuration() {
        let check = |change: fn(&mut Config), expected: Result<(), ConfigFault>| {
            let mut config = config();
            change(&mut config);
            assert_eq!(config.check(), expected, "{config:?}");
        };
        check(|_| {}, Ok(()));
        check(|config| config.accepted_encodings.clear(), Err(ConfigFault::NoEncoding));
        check(|config| config.headers.truncate(1), Err(ConfigFault::PropertyNotOnce(Property::FirstName)));
        check(
            |config| config.headers.push(header("Nom 2", Some(Property::LastName))),
            Err(ConfigFault::PropertyNotOnce(Property::LastName)),
        );
        check(
            |config| config.headers.iter_mut().for_each(|header| header.required = false),
            Err(ConfigFault::NameNotRequired(Property::FirstName)),
        );
        check(
            |config| config.headers.push(header("Né le", Some(Property::BirthDate))),
            Err(ConfigFault::KindOfProperty(Property::BirthDate)),
        );
        check(
            |config| config.headers.push(header("Courriel", Some(Property::Email))),
            Err(ConfigFault::KindOfProperty(Property::Email)),
        );
        check(
            |config| config.headers.push(header("nom ", None)),
            Err(ConfigFault::HeaderTwice("nom ".to_owned())),
        );
        check(|config| config.headers.push(header("", None)), Err(ConfigFault::HeaderTwice(String::new())));
        check(
            |config| config.displayable_columns.push("Âge".to_owned()),
            Err(ConfigFault::HeaderUnknown("Âge".to_owned())),
        );
    }

    #[test]
    fn a_configuration_is_kept_as_text() {
        let text = serde_json::to_string(&config()).unwrap();
        assert_eq!(serde_json::from_str::<Config>(&text).unwrap(), config());
        assert!(serde_json::from_str::<Config>(&text.replacen("headers", "columns", 1)).is_err());
    }
}
