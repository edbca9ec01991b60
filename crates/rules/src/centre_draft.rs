//! A certification centre as the staff fill it in: what is wrong with it.

use crate::organisation_draft::{Fault, LONGEST, LONGEST_NUMBER, number_fault};

/// The kinds of centres; the number of the first is an UAI.
pub const KINDS: [&str; 3] = ["SCO", "SUP", "PRO"];
/// What a centre may certify beyond the common framework, once it has the habilitation.
pub const HABILITATIONS: [&str; 6] =
    ["CLEA", "DROIT", "PRO_SANTE", "EDU_1ER_DEGRE", "EDU_2ND_DEGRE", "EDU_CPE"];

/// A field of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What kind it is.
    Kind,
    /// Its name.
    Name,
    /// Its number.
    Number,
    /// Who answers for personal data.
    Officer,
    /// What it may certify beyond the common framework.
    Habilitations,
}

impl Field {
    /// Every field, in the order of the form.
    pub const ALL: [Self; 5] = [Self::Kind, Self::Name, Self::Number, Self::Officer, Self::Habilitations];

    /// Its name in the form.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "kind",
            Self::Name => "name",
            Self::Number => "number",
            Self::Officer => "officer",
            Self::Habilitations => "habilitation",
        }
    }
}

/// A centre as it is filled in, without spaces around.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// What kind it is, one of [`KINDS`].
    pub kind: String,
    /// Its name.
    pub name: String,
    /// Its number; empty for none.
    pub number: String,
    /// Who answers for personal data; empty for nobody.
    pub officer: String,
    /// Some of [`HABILITATIONS`].
    pub habilitations: Vec<String>,
}

impl Draft {
    /// The habilitations as they are kept: once each, in the order of [`HABILITATIONS`], between spaces.
    #[must_use]
    pub fn kept(&self) -> String {
        let chosen = HABILITATIONS.iter().filter(|known| self.habilitations.iter().any(|one| one == *known));
        chosen.fold(" ".to_owned(), |kept, one| format!("{kept}{one} "))
    }
}

/// Everything that is wrong with a draft by itself, in the order of the fields. Whether another centre has the number
/// is known where centres are kept: [`Fault::Taken`].
#[must_use]
pub fn faults(draft: &Draft) -> Vec<(Field, Fault)> {
    Field::ALL.into_iter().filter_map(|field| Some((field, fault(draft, field)?))).collect()
}

fn fault(draft: &Draft, field: Field) -> Option<Fault> {
    match field {
        Field::Kind if draft.kind.is_empty() => Some(Fault::Missing),
        Field::Kind => (!KINDS.contains(&draft.kind.as_str())).then_some(Fault::Unknown),
        Field::Name if draft.name.is_empty() => Some(Fault::Missing),
        Field::Name => is_long(&draft.name, LONGEST),
        Field::Number if draft.number.is_empty() => None,
        Field::Number => {
            is_long(&draft.number, LONGEST_NUMBER).or_else(|| number_fault(&draft.kind, &draft.number))
        }
        Field::Officer => is_long(&draft.officer, LONGEST),
        Field::Habilitations => {
            let known = |one: &String| HABILITATIONS.contains(&one.as_str());
            (!draft.habilitations.iter().all(known)).then_some(Fault::Unknown)
        }
    }
}

fn is_long(text: &str, longest: usize) -> Option<Fault> {
    (text.chars().count() > longest).then_some(Fault::TooLong)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(field: Field, text: &str) -> Draft {
        let mut draft = Draft {
            kind: "SCO".to_owned(),
            name: "Lycée Jean-Zay".to_owned(),
            number: "0999901Z".to_owned(),
            ..Draft::default()
        };
        match field {
            Field::Kind => text.clone_into(&mut draft.kind),
            Field::Name => text.clone_into(&mut draft.name),
            Field::Number => text.clone_into(&mut draft.number),
            Field::Officer => text.clone_into(&mut draft.officer),
            Field::Habilitations => draft.habilitations = text.split(' ').map(str::to_owned).collect(),
        }
        draft
    }

    #[test]
    fn each_field_is_checked() {
        let long = "x".repeat(LONGEST + 1);
        for (field, text, expected) in [
            (Field::Kind, "SUP", None),
            (Field::Kind, "", Some(Fault::Missing)),
            (Field::Kind, "SCO-1D", Some(Fault::Unknown)),
            (Field::Name, "", Some(Fault::Missing)),
            (Field::Name, long.as_str(), Some(Fault::TooLong)),
            (Field::Number, "", None),
            (Field::Number, "0999901", Some(Fault::NotAUai)),
            (Field::Number, "A 12", Some(Fault::NotANumber)),
            (Field::Number, long.as_str(), Some(Fault::TooLong)),
            (Field::Officer, "Zoé Test", None),
            (Field::Officer, long.as_str(), Some(Fault::TooLong)),
            (Field::Habilitations, "CLEA EDU_CPE", None),
            (Field::Habilitations, "CLEA MARS", Some(Fault::Unknown)),
        ] {
            let expected: Vec<_> = expected.map(|fault| (field, fault)).into_iter().collect();
            let mut found = faults(&draft(field, text));
            // Without a known kind, a number need not be an UAI.
            found.retain(|(faulty, _)| *faulty == field);
            assert_eq!(found, expected, "{field:?} {text:?}");
        }
        let company = Draft { number: "SIRET-12".to_owned(), ..draft(Field::Kind, "PRO") };
        assert_eq!(faults(&company), []);
    }

    #[test]
    fn habilitations_are_kept_once_in_their_order() {
        for (text, kept) in [("", " "), ("DROIT CLEA DROIT", " CLEA DROIT "), ("MARS", " ")] {
            assert_eq!(draft(Field::Habilitations, text).kept(), kept, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_checked(text: String, place in 0usize..5) {
            let found = faults(&draft(Field::ALL[place], &text));
            prop_assert!(found.is_sorted_by_key(|(field, _)| *field));
        }
    }
}
