//! Sign-in names of pupils without an e-mail address.

use jiff::civil::Date;
use rules::reconciliation::normalised;

/// Who has no letter of the Latin alphabet in a name is called this.
const NAMELESS: &str = "eleve";
/// The most letters of a name: a sign-in name is typed by children.
const LONGEST: usize = 60;

/// The name `first.lastDDMM` in plain ASCII: `lea.garrigue1212`.
#[must_use]
pub fn username(first_name: &str, last_name: &str, birth_date: Date) -> String {
    format!("{}{:02}{:02}", names(first_name, last_name), birth_date.day(), birth_date.month())
}

/// The same with four digits of chance in the place of the birth date, for when that name is taken.
#[must_use]
pub fn other_username(first_name: &str, last_name: &str, chance: u64) -> String {
    format!("{}{:04}", names(first_name, last_name), chance % 10_000)
}

/// Whether a name is one of those made for these names.
#[must_use]
pub fn is_made_for(name: &str, first_name: &str, last_name: &str) -> bool {
    let digits = name.strip_prefix(&names(first_name, last_name));
    digits.is_some_and(|digits| digits.len() == 4 && digits.bytes().all(|digit| digit.is_ascii_digit()))
}

fn names(first_name: &str, last_name: &str) -> String {
    let names = [plain(first_name), plain(last_name)];
    let names: Vec<&str> = names.iter().map(String::as_str).filter(|name| !name.is_empty()).collect();
    if names.is_empty() { NAMELESS.to_owned() } else { names.join(".") }
}

fn plain(name: &str) -> String {
    normalised(name).chars().filter(char::is_ascii_alphanumeric).take(LONGEST).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chance_takes_the_place_of_the_birth_date() {
        for (chance, expected) in
            [(7, "lea.garrigue0007"), (9_999, "lea.garrigue9999"), (u64::MAX, "lea.garrigue1615")]
        {
            assert_eq!(other_username("Léa", "GARRIGUE", chance), expected);
        }
    }

    #[test]
    fn a_name_is_made_for_somebody() {
        for (name, expected) in [
            ("lea.garrigue1212", true),
            ("lea.garrigue0007", true),
            ("lea.garrigue", false),
            ("lea.garrigue12121", false),
            ("lea.garrigue12a2", false),
            ("leo.garrigue1212", false),
            ("", false),
        ] {
            assert_eq!(is_made_for(name, "Léa", "GARRIGUE"), expected, "{name}");
        }
    }

    #[test]
    fn names_are_plain() {
        for (first, last, day, expected) in [
            ("Léa", "GARRIGUE", "2014-12-12", "lea.garrigue1212"),
            ("Jean-Baptiste", "DELACROIX-FONTY", "2014-04-30", "jeanbaptiste.delacroixfonty3004"),
            ("Anaëlle", "BŒUFGRAS", "2014-11-27", "anaelle.boeufgras2711"),
            ("Aya", "N'GUESSAN", "2014-07-06", "aya.nguessan0607"),
            ("小龙", "LI", "2014-01-02", "li0201"),
            ("小龙", "李", "2014-01-02", "eleve0201"),
        ] {
            assert_eq!(username(first, last, day.parse().unwrap()), expected);
        }
        let long = username(&"é".repeat(255), &"x".repeat(255), jiff::civil::date(2014, 12, 1));
        assert_eq!(long, format!("{}.{}0112", "e".repeat(LONGEST), "x".repeat(LONGEST)));
    }
}
