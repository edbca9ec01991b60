//! The register of a school that does not exist, as the ministry's software writes it: who is in which class.

use std::fmt::Write;

/// Pupils of a class.
pub const CLASS: usize = 30;
/// The number of the school that `pix dev seed` makes.
const SCHOOL: &str = "0999901Z";
const SYLLABLES: [&str; 20] = [
    "ba", "co", "dé", "fi", "ga", "hu", "jo", "ké", "li", "ma", "no", "pé", "qui", "ra", "so", "ti", "vé",
    "wa", "yo", "zé",
];

/// A pupil of the register.
pub struct Pupil {
    /// The first name.
    pub first_name: String,
    /// The last name, which no other pupil has.
    pub last_name: String,
    /// The birth date, day first.
    pub birth_date: String,
    number: usize,
}

impl Pupil {
    /// The pupil with a number, always the same.
    pub fn numbered(number: usize) -> Self {
        Self {
            first_name: capital(&[syllable(number), syllable(number / 7), "l"].concat()),
            last_name: capital(
                &[syllable(number), syllable(number / 20), syllable(number / 400), "rin"].concat(),
            ),
            birth_date: format!(
                "{:02}/{:02}/{}",
                1 + number % 28,
                1 + number / 28 % 12,
                2010 + number / CLASS % 4
            ),
            number,
        }
    }

    fn write(&self, out: &mut String) -> std::fmt::Result {
        let Self { first_name, last_name, birth_date, number } = self;
        write!(
            out,
            r#"<ELEVE ELEVE_ID="{number}" ELENOET="{number}">
<ID_NATIONAL>{number:09}BP</ID_NATIONAL>
<ELENOET>{number}</ELENOET>
<NOM_DE_FAMILLE>{last_name}</NOM_DE_FAMILLE>
<NOM_USAGE/>
<PRENOM>{first_name}</PRENOM>
<PRENOM2/>
<PRENOM3/>
<CODE_SEXE>{}</CODE_SEXE>
<DATE_NAISS>{birth_date}</DATE_NAISS>
<CODE_PAYS>100</CODE_PAYS>
<CODE_DEPARTEMENT_NAISS>033</CODE_DEPARTEMENT_NAISS>
<CODE_COMMUNE_INSEE_NAISS>33063</CODE_COMMUNE_INSEE_NAISS>
<CODE_STATUT>ST</CODE_STATUT>
<CODE_MEF>10010012110</CODE_MEF>
<DATE_ENTREE>01/09/2026</DATE_ENTREE>
</ELEVE>
"#,
            1 + number % 2
        )
    }

    fn place(&self, out: &mut String) -> std::fmt::Result {
        let (number, class) = (self.number, self.number / CLASS);
        let (level, class) = (6 - class % 4, class / 4);
        write!(
            out,
            r#"<STRUCTURES_ELEVE ELEVE_ID="{number}" ELENOET="{number}">
<STRUCTURE><CODE_STRUCTURE>{level}LV1AN</CODE_STRUCTURE><TYPE_STRUCTURE>G</TYPE_STRUCTURE></STRUCTURE>
<STRUCTURE><CODE_STRUCTURE>{level}E{class}</CODE_STRUCTURE><TYPE_STRUCTURE>D</TYPE_STRUCTURE></STRUCTURE>
</STRUCTURES_ELEVE>
"#
        )
    }
}

/// The document with so many pupils.
pub fn document(pupils: usize) -> Result<Vec<u8>, String> {
    let mut text = format!(
        r#"<?xml version="1.0" encoding="ISO-8859-15"?>
<BEE_ELEVES VERSION="2.1">
<PARAMETRES><UAJ>{SCHOOL}</UAJ><ANNEE_SCOLAIRE>2026</ANNEE_SCOLAIRE></PARAMETRES>
<DONNEES><ELEVES>
"#
    );
    for number in 0..pupils {
        Pupil::numbered(number).write(&mut text).map_err(|error| error.to_string())?;
    }
    text.push_str("</ELEVES>\n<STRUCTURES>\n");
    for number in 0..pupils {
        Pupil::numbered(number).place(&mut text).map_err(|error| error.to_string())?;
    }
    text.push_str("</STRUCTURES>\n</DONNEES>\n</BEE_ELEVES>\n");
    // The letters used here have the numbers that Unicode gives them.
    text.chars().map(|sign| u8::try_from(sign).map_err(|error| error.to_string())).collect()
}

fn syllable(number: usize) -> &'static str {
    SYLLABLES.get(number % SYLLABLES.len()).copied().unwrap_or_default()
}

fn capital(name: &str) -> String {
    let mut letters = name.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
