//! An organisation as the staff fill it in, in the form or on a line of a file: what is wrong with it.

use std::collections::BTreeMap;

/// The tags that change what an organisation sees.
pub const TAGS: [&str; 6] = ["AGRICULTURE", "CFA", "AEFE", "MLF", "POLE_EMPLOI", "MEDNUM"];
/// What is switched on for an organisation.
pub const FEATURES: [&str; 6] = [
    "MULTIPLE_SENDING_ASSESSMENT",
    "COMPUTE_ORGANIZATION_LEARNER_CERTIFICABILITY",
    "LEARNER_IMPORT",
    "PLACES_MANAGEMENT",
    "MISSIONS_MANAGEMENT",
    "ATTESTATIONS_MANAGEMENT",
];
/// The kinds of organisations; the first two are schools, whose number is an UAI.
pub const KINDS: [&str; 4] = ["SCO", "SCO-1D", "SUP", "PRO"];
/// Who may tell who the people of an organisation are.
pub const PROVIDERS: [&str; 1] = [crate::participation::GAR];
/// The longest of each text, in characters.
pub const LONGEST: usize = 200;
/// The longest number.
pub const LONGEST_NUMBER: usize = 30;
/// More lines than a file of organisations has.
pub const MOST_LINES: usize = 1_000;

/// A field of the form, a column of the file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Field {
    /// What kind it is.
    Kind,
    /// Its name.
    Name,
    /// Its number.
    Number,
    /// The province's code.
    Province,
    /// Its official address.
    Email,
    /// Where its people find help.
    Documentation,
    /// Who answers for personal data.
    Officer,
    /// Whether a class list is imported.
    ClassList,
    /// Whether exports tell each skill.
    Skills,
    /// The number of its network.
    Parent,
    /// Who tells who its people are, where that is not this service.
    Provider,
    /// Its tags.
    Tags,
    /// What is switched on.
    Features,
}

impl Field {
    /// Every field, in the order of the columns.
    pub const ALL: [Self; 13] = [
        Self::Kind,
        Self::Name,
        Self::Number,
        Self::Province,
        Self::Email,
        Self::Documentation,
        Self::Officer,
        Self::ClassList,
        Self::Skills,
        Self::Parent,
        Self::Provider,
        Self::Tags,
        Self::Features,
    ];

    /// Its name in forms and in the first line of files.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Kind => "type",
            Self::Name => "nom",
            Self::Number => "numero",
            Self::Province => "province",
            Self::Email => "email",
            Self::Documentation => "documentation",
            Self::Officer => "dpo",
            Self::ClassList => "liste_de_classe",
            Self::Skills => "acquis",
            Self::Parent => "reseau",
            Self::Provider => "identite",
            Self::Tags => "etiquettes",
            Self::Features => "options",
        }
    }
}

/// What is wrong with a field.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// It may not be empty.
    Missing,
    /// It is too long.
    TooLong,
    /// It is none of what can be chosen.
    Unknown,
    /// A school's number has seven digits and a letter.
    NotAUai,
    /// A number has letters, digits, `-` and `_`.
    NotANumber,
    /// It is no e-mail address.
    NotAnAddress,
    /// It is no web address.
    NotALink,
    /// It is neither yes nor no.
    NotYesNo,
    /// Another organisation bears this number.
    Taken,
    /// Another line of the file bears this number.
    Twice,
    /// No organisation bears this number.
    Absent,
    /// Several organisations bear this number.
    Several,
    /// Networks have one level: a child has no child.
    TooDeep,
}

/// An organisation as it is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// The texts, by field; what is absent is empty.
    texts: BTreeMap<Field, String>,
}

impl Draft {
    /// A draft of these texts, without spaces around.
    #[must_use]
    pub fn of<'a>(texts: impl IntoIterator<Item = (Field, &'a str)>) -> Self {
        let texts = texts.into_iter().map(|(field, text)| (field, text.trim().to_owned()));
        Self { texts: texts.filter(|(_, text)| !text.is_empty()).collect() }
    }

    /// The text of a field.
    #[must_use]
    pub fn text(&self, field: Field) -> &str {
        self.texts.get(&field).map_or("", String::as_str)
    }

    /// The text of a field that may be empty.
    #[must_use]
    pub fn optional(&self, field: Field) -> Option<String> {
        self.texts.get(&field).cloned()
    }

    /// Whether a field says yes.
    #[must_use]
    pub fn says_yes(&self, field: Field) -> bool {
        yes_no(self.text(field)) == Some(true)
    }

    /// The words of a field (tags, features), each between spaces, as they are kept.
    #[must_use]
    pub fn words(&self, field: Field) -> String {
        self.text(field).split(is_between).filter(|word| !word.is_empty()).fold(
            " ".to_owned(),
            |all, word| {
                if all.contains(&format!(" {word} ")) { all } else { format!("{all}{word} ") }
            },
        )
    }
}

fn is_between(sign: char) -> bool {
    sign.is_whitespace() || sign == ',' || sign == '|'
}

/// Empty is no.
fn yes_no(text: &str) -> Option<bool> {
    match text.to_lowercase().as_str() {
        "oui" | "yes" | "o" | "y" | "1" | "true" | "on" => Some(true),
        "" | "non" | "no" | "n" | "0" | "false" => Some(false),
        _ => None,
    }
}

/// Everything that is wrong with a draft by itself, in the order of the fields.
#[must_use]
pub fn faults(draft: &Draft) -> Vec<(Field, Fault)> {
    Field::ALL.into_iter().filter_map(|field| Some((field, fault(draft, field)?))).collect()
}

fn fault(draft: &Draft, field: Field) -> Option<Fault> {
    let text = draft.text(field);
    if text.is_empty() {
        return matches!(field, Field::Kind | Field::Name).then_some(Fault::Missing);
    }
    let longest = if matches!(field, Field::Number | Field::Parent | Field::Province) {
        LONGEST_NUMBER
    } else {
        LONGEST
    };
    if text.chars().count() > longest && !matches!(field, Field::Tags | Field::Features) {
        return Some(Fault::TooLong);
    }
    match field {
        Field::Kind => (!KINDS.contains(&text)).then_some(Fault::Unknown),
        Field::Number => number_fault(draft.text(Field::Kind), text),
        Field::Email => (!is_address(text)).then_some(Fault::NotAnAddress),
        Field::Documentation => (!is_link(text)).then_some(Fault::NotALink),
        Field::ClassList | Field::Skills => yes_no(text).is_none().then_some(Fault::NotYesNo),
        Field::Tags => unknown(&draft.words(field), &TAGS),
        Field::Features => unknown(&draft.words(field), &FEATURES),
        Field::Provider => (!PROVIDERS.contains(&text)).then_some(Fault::Unknown),
        Field::Name | Field::Province | Field::Officer | Field::Parent => None,
    }
}

/// What is wrong with the number of an organisation or a centre of some kind.
pub(crate) fn number_fault(kind: &str, number: &str) -> Option<Fault> {
    let allowed = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    if !number.chars().all(allowed) {
        return Some(Fault::NotANumber);
    }
    let school = kind == "SCO" || kind == "SCO-1D";
    (school && !is_uai(number)).then_some(Fault::NotAUai)
}

fn is_uai(number: &str) -> bool {
    let digits = number.bytes().take(7).filter(u8::is_ascii_digit).count();
    number.len() == 8 && digits == 7 && number.ends_with(|sign: char| sign.is_ascii_uppercase())
}

fn is_address(text: &str) -> bool {
    let Some((name, host)) = text.split_once('@') else { return false };
    !name.is_empty()
        && host.contains('.')
        && !host.starts_with('.')
        && !host.ends_with('.')
        && !text.contains(' ')
        && !host.contains('@')
}

/// Whether a text is a web address that may be shown as a link.
#[must_use]
pub fn is_link(text: &str) -> bool {
    let rest = text.strip_prefix("https://").or_else(|| text.strip_prefix("http://"));
    rest.is_some_and(|rest| {
        rest.contains('.') && !rest.contains(char::is_whitespace) && !rest.contains(['<', '>', '"'])
    })
}

fn unknown(words: &str, known: &[&str]) -> Option<Fault> {
    words.split_whitespace().any(|word| !known.contains(&word)).then_some(Fault::Unknown)
}

/// An organisation that is there already and bears a number.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Known {
    /// Its number.
    pub number: String,
    /// Whether it is the one that is changed.
    pub itself: bool,
    /// Whether it belongs to a network.
    pub is_child: bool,
}

/// What is wrong between a draft and the organisations that bear its numbers. `has_children`: whether the one that is
/// changed is a network.
#[must_use]
pub fn relations(draft: &Draft, known: &[Known], has_children: bool) -> Vec<(Field, Fault)> {
    let bearing = |field| known.iter().filter(move |known| known.number == draft.text(field));
    let mut faults = Vec::new();
    if bearing(Field::Number).any(|known| !known.itself) {
        faults.push((Field::Number, Fault::Taken));
    }
    if !draft.text(Field::Parent).is_empty() {
        let parents: Vec<&Known> = bearing(Field::Parent).collect();
        let fault = match parents.as_slice() {
            [] => Some(Fault::Absent),
            [parent] if parent.itself || parent.is_child || has_children => Some(Fault::TooDeep),
            [_] => None,
            _ => Some(Fault::Several),
        };
        faults.extend(fault.map(|fault| (Field::Parent, fault)));
    }
    faults
}

/// The lines of a file whose number stands on an earlier line too, from 0.
#[must_use]
pub fn twice(drafts: &[Draft]) -> Vec<usize> {
    let mut seen = std::collections::BTreeSet::new();
    let again = |(place, draft): (usize, &Draft)| {
        let number = draft.text(Field::Number);
        (!number.is_empty() && !seen.insert(number.to_owned())).then_some(place)
    };
    drafts.iter().enumerate().filter_map(again).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn draft(texts: &[(Field, &str)]) -> Draft {
        let sound = [(Field::Kind, "SCO"), (Field::Name, "Collège Jean-Zay"), (Field::Number, "0999901Z")];
        Draft::of(sound.into_iter().chain(texts.iter().copied()))
    }

    #[test]
    fn each_field_is_checked() {
        let long = "x".repeat(LONGEST + 1);
        for (field, text, expected) in [
            (Field::Name, " Lycée ", None),
            (Field::Name, long.as_str(), Some(Fault::TooLong)),
            (Field::Kind, "LYCEE", Some(Fault::Unknown)),
            (Field::Number, "0999901", Some(Fault::NotAUai)),
            (Field::Number, "A 12", Some(Fault::NotANumber)),
            (Field::Email, "ce.0999901z@ac.example", None),
            (Field::Email, "ce@", Some(Fault::NotAnAddress)),
            (Field::Email, "ce@.fr", Some(Fault::NotAnAddress)),
            (Field::Documentation, "https://aide.example/pix", None),
            (Field::Documentation, "javascript:alert(1)", Some(Fault::NotALink)),
            (Field::ClassList, "Oui", None),
            (Field::ClassList, "peut-être", Some(Fault::NotYesNo)),
            (Field::Provider, "GAR", None),
            (Field::Provider, "MARS", Some(Fault::Unknown)),
            (Field::Tags, "AEFE, MLF", None),
            (Field::Tags, "AEFE MARS", Some(Fault::Unknown)),
            (Field::Features, "PLACES_MANAGEMENT|LEARNER_IMPORT", None),
            (Field::Features, "TELEPORTATION", Some(Fault::Unknown)),
        ] {
            let expected: Vec<_> = expected.map(|fault| (field, fault)).into_iter().collect();
            assert_eq!(faults(&draft(&[(field, text)])), expected, "{field:?} {text:?}");
        }
        assert_eq!(faults(&Draft::default()), [(Field::Kind, Fault::Missing), (Field::Name, Fault::Missing)]);
        let company = Draft::of([(Field::Kind, "PRO"), (Field::Name, "Scop"), (Field::Number, "SIRET-12")]);
        assert_eq!(faults(&company), []);
    }

    #[test]
    fn words_are_kept_once_between_spaces() {
        let tagged = draft(&[(Field::Tags, "AEFE,MLF AEFE")]);
        assert_eq!(tagged.words(Field::Tags), " AEFE MLF ");
        assert_eq!(tagged.words(Field::Features), " ");
    }

    #[test]
    fn numbers_lead_to_what_is_there() {
        let known = |number: &str, itself, is_child| Known { number: number.to_owned(), itself, is_child };
        let child = draft(&[(Field::Parent, "RESEAU")]);
        for (known, has_children, expected) in [
            (vec![], false, vec![(Field::Parent, Fault::Absent)]),
            (vec![known("RESEAU", false, false)], false, vec![]),
            (vec![known("RESEAU", false, true)], false, vec![(Field::Parent, Fault::TooDeep)]),
            (vec![known("RESEAU", false, false)], true, vec![(Field::Parent, Fault::TooDeep)]),
            (
                vec![known("RESEAU", false, false), known("RESEAU", false, false)],
                false,
                vec![(Field::Parent, Fault::Several)],
            ),
            (vec![known("RESEAU", false, false), known("0999901Z", true, false)], false, vec![]),
            (
                vec![known("RESEAU", false, false), known("0999901Z", false, false)],
                false,
                vec![(Field::Number, Fault::Taken)],
            ),
        ] {
            assert_eq!(relations(&child, &known, has_children), expected, "{known:?} {has_children}");
        }
        let own = draft(&[(Field::Parent, "0999901Z")]);
        let itself = [known("0999901Z", true, false)];
        assert_eq!(relations(&own, &itself, false), [(Field::Parent, Fault::TooDeep)]);
    }

    #[test]
    fn a_number_stands_once_in_a_file() {
        let unnumbered = Draft::of([(Field::Name, "Sans numéro")]);
        let drafts = [draft(&[]), unnumbered.clone(), draft(&[]), unnumbered];
        assert_eq!(twice(&drafts), [2]);
    }

    proptest! {
        #[test]
        fn any_text_is_checked(text: String, place in 0usize..12) {
            let _faults = faults(&draft(&[(Field::ALL[place], &text)]));
        }
    }
}
