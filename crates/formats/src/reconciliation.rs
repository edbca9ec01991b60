//! Who of a list is the person that typed a name? Accents and typos are forgiven, doubt is not.

use jiff::civil::Date;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::learner::Learner;

/// The longest name that is compared, in letters: a comparison costs the product of both lengths.
const LONGEST: usize = 255;

/// What a person typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Typed<'t> {
    /// First name.
    pub first_name: &'t str,
    /// Last name.
    pub last_name: &'t str,
    /// Birth date.
    pub birth_date: Date,
}

/// The names of somebody on a list.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Candidate<'c> {
    /// First, second and third first name; any of them may be typed.
    pub first_names: [Option<&'c str>; 3],
    /// Name of birth and usual name; any of them may be typed.
    pub last_names: [Option<&'c str>; 2],
    /// Birth date; whoever has none is not found.
    pub birth_date: Option<Date>,
}

impl<'c> From<&'c Learner> for Candidate<'c> {
    fn from(learner: &'c Learner) -> Self {
        let Learner { first_name, second_name, third_name, last_name, usual_name, birth_date, .. } = learner;
        Self {
            first_names: [Some(first_name), second_name.as_deref(), third_name.as_deref()],
            last_names: [Some(last_name), usual_name.as_deref()],
            birth_date: *birth_date,
        }
    }
}

/// Who was found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Found {
    /// The candidate at this place, and nobody else.
    One(usize),
    /// Nobody.
    Nobody,
    /// Several people that what was typed does not tell apart.
    Several,
}

/// Finds who has the birth date and the names that were typed.
///
/// Names are the same without case, accents, spaces and punctuation, and close within one edit for four letters
/// typed. Those with both names the same come first, then those with one the same and the other close, then those
/// with both close: exactly one person has to be left at the first of these steps where somebody is.
#[must_use]
pub fn find<'c>(typed: &Typed<'_>, candidates: impl IntoIterator<Item = Candidate<'c>>) -> Found {
    let (first, last) = (normalised(typed.first_name), normalised(typed.last_name));
    let mut nearest = Nearness::Far;
    let mut found = Found::Nobody;
    for (place, candidate) in candidates.into_iter().enumerate() {
        if candidate.birth_date != Some(typed.birth_date) {
            continue;
        }
        let nearness = nearness(&first, &last, &candidate);
        if nearness < nearest {
            (nearest, found) = (nearness, Found::One(place));
        } else if nearness == nearest && nearness != Nearness::Far {
            found = Found::Several;
        }
    }
    found
}

/// A name without what people write in different ways: lower case, no accents, no spaces, no punctuation.
#[must_use]
pub fn normalised(name: &str) -> String {
    let lowered = name.to_lowercase();
    let letters = lowered.nfkd().filter(|letter| letter.is_alphanumeric() && !is_combining_mark(*letter));
    let mut normalised = String::with_capacity(name.len());
    for letter in letters.take(LONGEST) {
        match letter {
            'œ' => normalised.push_str("oe"),
            'æ' => normalised.push_str("ae"),
            'ß' => normalised.push_str("ss"),
            'ø' => normalised.push('o'),
            'ł' => normalised.push('l'),
            'đ' | 'ð' => normalised.push('d'),
            'ı' => normalised.push('i'),
            _ => normalised.push(letter),
        }
    }
    normalised
}

/// How many edits lie between two normalised names, when it is at most one for four letters typed.
pub(crate) fn strangeness(typed: &str, name: &str) -> Option<usize> {
    let length = typed.chars().count();
    let allowed = length / 4;
    if length == 0 || length.abs_diff(name.chars().count()) > allowed {
        return None;
    }
    Some(strsim::levenshtein(typed, name)).filter(|edits| *edits <= allowed)
}

/// How near a candidate is, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Same,
    OneSame,
    Close,
    Far,
}

fn nearness(first: &str, last: &str, candidate: &Candidate<'_>) -> Nearness {
    match (least(first, &candidate.first_names), least(last, &candidate.last_names)) {
        (Some(0), Some(0)) => Nearness::Same,
        (Some(0), Some(_)) | (Some(_), Some(0)) => Nearness::OneSame,
        (Some(_), Some(_)) => Nearness::Close,
        _ => Nearness::Far,
    }
}

fn least(typed: &str, names: &[Option<&str>]) -> Option<usize> {
    names.iter().flatten().filter_map(|name| strangeness(typed, &normalised(name))).min()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn born(day: &str) -> Date {
        day.parse().unwrap()
    }

    #[test]
    fn names_are_compared_without_what_varies() {
        for (name, expected) in [
            ("Ilyès", "ilyes"),
            ("DA SILVA QUINTELA", "dasilvaquintela"),
            ("N'GUESSAN", "nguessan"),
            ("Jean-Noël", "jeannoel"),
            ("BŒUFGRAS", "boeufgras"),
            ("Łukasz Straße Æ", "lukaszstrasseae"),
            ("İpek", "ipek"),
            ("李小龙", "李小龙"),
            (" - ' ", ""),
        ] {
            assert_eq!(normalised(name), expected, "{name}");
        }
    }

    #[test]
    fn one_edit_for_four_letters_is_forgiven() {
        for (typed, name, expected) in [
            ("lea", "lea", Some(0)),
            ("lea", "leo", None),
            ("garigue", "garrigue", Some(1)),
            ("gariges", "garrigue", None),
            ("elie", "elia", Some(1)),
            ("", "", None),
            ("garrigues", "garig", None),
        ] {
            assert_eq!(strangeness(typed, name), expected, "{typed} {name}");
        }
    }

    #[test]
    fn exactly_one_has_to_be_left() {
        let day = born("2014-12-12");
        let person = |first: &'static str, last: &'static str| Candidate {
            first_names: [Some(first), None, None],
            last_names: [Some(last), None],
            birth_date: Some(day),
        };
        let check = |first_name: &str, last_name: &str, people: &[Candidate<'_>], expected: Found| {
            let typed = Typed { first_name, last_name, birth_date: day };
            assert_eq!(find(&typed, people.iter().copied()), expected, "{first_name} {last_name}");
        };
        let twins = [person("Camille", "GARRIGUE"), person("Camilla", "GARRIGUE")];
        check("Camille", "Garrigue", &twins, Found::One(0));
        check("Camilla", "Garigue", &twins, Found::One(1));
        check("Camillo", "Garrigue", &twins, Found::Several);
        check("Camil", "Garrigue", &twins, Found::Nobody);
        check("", "Garrigue", &twins, Found::Nobody);
        check("Camille", "", &twins, Found::Nobody);
        let homonyms = [person("Emma", "MARTIN"), person("Emma", "MARTIN")];
        check("Emma", "Martin", &homonyms, Found::Several);
        check("Emma", "Martin", &[], Found::Nobody);
        let others = [Candidate { birth_date: None, ..person("Emma", "MARTIN") }, person("Emma", "MARTIN")];
        check("Emma", "Martin", &others, Found::One(1));
    }

    proptest! {
        #[test]
        fn whoever_types_their_own_name_is_found(first in "\\PC{1,40}", last in "\\PC{1,40}") {
            let day = born("2014-12-12");
            prop_assume!(!normalised(&first).is_empty() && !normalised(&last).is_empty());
            let learner = Learner { first_name: first.clone(), last_name: last.clone(), birth_date: Some(day), ..Learner::default() };
            let typed = Typed { first_name: &first, last_name: &last.to_uppercase(), birth_date: day };
            let found = find(&typed, [Candidate::from(&learner)]);
            // Some letters have no upper case of their own: typed so, they may be others.
            prop_assume!(normalised(&last.to_uppercase()) == normalised(&last));
            prop_assert_eq!(found, Found::One(0));
        }
    }
}
