//! Looking for somebody by name: parts of names in any order, without accents and capitals, and with a slip of the
//! finger in longer ones.

use crate::search_text::search_text;
use grade::is_close;

/// What somebody typed, ready to be compared with many names.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct NameSearch {
    words: Vec<Vec<char>>,
}

impl NameSearch {
    /// Reads what was typed.
    #[must_use]
    pub fn of(typed: &str) -> Self {
        let typed = search_text(typed);
        Self {
            words: typed
                .split(' ')
                .filter(|word| !word.is_empty())
                .map(|word| word.chars().collect())
                .collect(),
        }
    }

    /// Whether every word that was typed is a part of a name, or nearly one of its words. `name` is written as
    /// [`search_text`] writes it. Nothing typed finds everybody.
    #[must_use]
    pub fn finds(&self, name: &str) -> bool {
        if self.words.is_empty() {
            return true;
        }
        let words: Vec<Vec<char>> = name.split(' ').map(|word| word.chars().collect()).collect();
        self.words.iter().all(|typed| {
            words.iter().any(|word| {
                word.windows(typed.len()).any(|part| part == typed.as_slice()) || is_close(typed, word)
            })
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn names_are_found_as_people_type_them() {
        for (typed, name, found) in [
            ("", "Zoé Lemoine", true),
            ("zoe", "Zoé Lemoine", true),
            ("LEMOINE zoé", "Zoé Lemoine", true),
            ("moin", "Zoé Lemoine", true),
            ("lemone", "Zoé Lemoine", true),
            ("lemoine zed", "Zoé Lemoine", false),
            ("bernard", "Zoé Lemoine", false),
            ("d'alm", "Jean D'Almeida", true),
            ("zoelemoine", "Zoé Lemoine", false),
        ] {
            assert_eq!(NameSearch::of(typed).finds(&search_text(name)), found, "{typed:?} in {name:?}");
        }
    }

    proptest! {
        #[test]
        fn everybody_is_found_by_their_own_name(first in "\\p{L}{1,12}", last in "\\p{L}{1,12}") {
            let name = search_text(&format!("{last} {first}"));
            for typed in [format!("{first} {last}"), first, last] {
                prop_assert!(NameSearch::of(&typed).finds(&name));
            }
        }

        #[test]
        fn any_text_is_searched(typed: String, name: String) {
            let _found = NameSearch::of(&typed).finds(&search_text(&name));
        }
    }
}
