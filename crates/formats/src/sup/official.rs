//! Diplomas and study schemes, as the ministry words them.

use std::collections::HashMap;

use rules::reconciliation::{normalised, strangeness};

/// What stands for a diploma or a scheme that is not recognised.
pub const UNRECOGNISED: &str = "Non reconnu";

/// Every diploma.
pub const DIPLOMAS: [&str; 17] = [
    "Autre",
    "BTS contrôlé par l'Etat",
    "Classe préparatoire contrôlée par l'Etat",
    "DCG contrôlé par l'Etat",
    "DEUST contrôlé par l'Etat",
    "DMA contrôlé par l'Etat",
    "DNMADE contrôlé par l'Etat",
    "DTS contrôlé par l'Etat",
    "DUT contrôlé par l'Etat",
    "Diplôme National de Doctorat contrôlé par l'Etat",
    "Diplôme National de Licence contrôlé par l'Etat",
    "Diplôme National de Master contrôlé par l'Etat",
    "Diplôme conférant le grade de licence contrôlé par l'Etat",
    "Diplôme conférant le grade de master contrôlé par l'Etat",
    "Diplôme d'Etat contrôlé",
    "Diplôme d'ingénieur contrôlé par l'Etat",
    "Diplôme visé contrôlé par l'Etat",
];

/// Every study scheme.
pub const SCHEMES: [&str; 4] =
    ["Apprentissage", "Autre", "Formation continue", "Formation initiale hors apprentissage"];

/// Official values, and what was made of the texts met so far: a list has few of them and repeats them on every line.
pub(super) struct Official {
    values: Vec<(String, &'static str)>,
    met: HashMap<String, Option<&'static str>>,
}

impl Official {
    pub fn new(values: &[&'static str]) -> Self {
        Self { values: values.iter().map(|value| (normalised(value), *value)).collect(), met: HashMap::new() }
    }

    /// The official value that a text is closest to, within one edit for four letters. Two values at the same
    /// distance cannot be told apart, and neither is taken.
    pub fn recognised(&mut self, written: &str) -> Option<&'static str> {
        if let Some(known) = self.met.get(written) {
            return *known;
        }
        let closest = self.closest(&normalised(written));
        self.met.insert(written.to_owned(), closest);
        closest
    }

    fn closest(&self, written: &str) -> Option<&'static str> {
        let close =
            self.values.iter().filter_map(|(name, value)| Some((strangeness(written, name)?, *value)));
        let mut close: Vec<(usize, &'static str)> = close.collect();
        close.sort_unstable();
        match close.as_slice() {
            [(_, only)] => Some(only),
            [(nearest, value), (next, _), ..] if nearest < next => Some(value),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_closest_official_value_is_taken() {
        let check = |written: &str, expected: Option<&str>| {
            assert_eq!(Official::new(&DIPLOMAS).recognised(written), expected, "{written}");
        };
        for diploma in DIPLOMAS {
            check(diploma, Some(diploma));
            check(&diploma.to_uppercase(), Some(diploma));
        }
        check(
            "Diplome national de licence controle par l'État",
            Some("Diplôme National de Licence contrôlé par l'Etat"),
        );
        check("BTS  controlé par Etat", Some("BTS contrôlé par l'Etat"));
        check("Licence LEA parcours commerce", None);
        // As far from BTS as from DTS.
        check("XTS contrôlé par l'Etat", None);
        check("", None);
    }

    #[test]
    fn schemes_are_recognised_too() {
        for (written, expected) in [
            ("formation continu", Some("Formation continue")),
            ("Apprentisage", Some("Apprentissage")),
            ("Alternance choisie", None),
            ("Autres", Some("Autre")),
        ] {
            assert_eq!(Official::new(&SCHEMES).recognised(written), expected, "{written}");
        }
    }
}
