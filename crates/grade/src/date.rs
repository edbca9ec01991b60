//! Days of the calendar, read the way people write them in French and in English.

use std::fmt;

use crate::treatment::{fold, is_space};

/// A day of the Gregorian calendar.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Date {
    /// Year, from 1 to 9999.
    pub year: i32,
    /// Month, from 1 to 12.
    pub month: u8,
    /// Day of the month, from 1.
    pub day: u8,
}

/// Months as written in French and English once case and accents are removed; abbreviations
/// are beginnings of these names.
const MONTHS: [&[&str]; 12] = [
    &["janvier", "january"],
    &["fevrier", "february"],
    &["mars", "march"],
    &["avril", "april"],
    &["mai", "may"],
    &["juin", "june"],
    &["juillet", "july"],
    &["aout", "august"],
    &["septembre", "september"],
    &["octobre", "october"],
    &["novembre", "november"],
    &["decembre", "december"],
];

/// Words that may stand around a date without changing it.
const FILLERS: [&str; 24] = [
    "le",
    "the",
    "of",
    "de",
    "du",
    "er",
    "st",
    "nd",
    "rd",
    "th",
    "lundi",
    "mardi",
    "mercredi",
    "jeudi",
    "vendredi",
    "samedi",
    "dimanche",
    "monday",
    "tuesday",
    "wednesday",
    "thursday",
    "friday",
    "saturday",
    "sunday",
];

impl Date {
    /// Returns the day if it exists in the calendar.
    #[must_use]
    pub fn new(year: i32, month: u8, day: u8) -> Option<Self> {
        let exists = (1..=9999).contains(&year) && (1..=length(year, month)?).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// Reads a date: `2024-05-03`, `03/05/2024` and `3.5.24` (day first), `3 mai 2024`,
    /// `vendredi 3 mai 2024`, `1er mai 2024`, `3 May 2024`, `May 3rd, 2024`. A year of two digits
    /// lies between 1970 and 2069. A date that does not exist is refused.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let words = words(text)?;
        let parts: Vec<Part> = words.iter().map(|word| Part::read(word)).collect::<Option<_>>()?;
        let parts: Vec<Part> = parts.into_iter().filter(|part| *part != Part::Filler).collect();
        match *parts.as_slice() {
            [Part::Number(day, 1..=2), Part::Month(month), Part::Number(year, digits)]
            | [Part::Month(month), Part::Number(day, 1..=2), Part::Number(year, digits)] => {
                Self::new(full_year(year, digits)?, month, u8::try_from(day).ok()?)
            }
            [Part::Number(year, 4), Part::Number(month, 1..=2), Part::Number(day, 1..=2)]
            | [Part::Number(day, 1..=2), Part::Number(month, 1..=2), Part::Number(year, 4)] => {
                Self::new(i32::try_from(year).ok()?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            }
            [Part::Number(day, 1..=2), Part::Number(month, 1..=2), Part::Number(year, 2)] => {
                Self::new(full_year(year, 2)?, u8::try_from(month).ok()?, u8::try_from(day).ok()?)
            }
            _ => None,
        }
    }
}

impl fmt::Display for Date {
    /// Writes the date as `2024-05-03`.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

/// Returns the number of days of the month, or nothing if there is no such month.
fn length(year: i32, month: u8) -> Option<u8> {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        1 | 3 | 5 | 7 | 8 | 10 | 12 => Some(31),
        4 | 6 | 9 | 11 => Some(30),
        2 => Some(if leap { 29 } else { 28 }),
        _ => None,
    }
}

/// Completes a year written with two digits.
fn full_year(year: u32, digits: usize) -> Option<i32> {
    let year = i32::try_from(year).ok()?;
    match digits {
        2 if year < 70 => Some(2000 + year),
        2 => Some(1900 + year),
        4 => Some(year),
        _ => None,
    }
}

/// One meaningful piece of a written date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Part {
    /// A number and how many digits it was written with.
    Number(u32, usize),
    /// The name of a month.
    Month(u8),
    /// A word that changes nothing.
    Filler,
}

impl Part {
    fn read(word: &str) -> Option<Self> {
        if word.bytes().all(|b| b.is_ascii_digit()) {
            let digits = word.len();
            return if digits <= 4 { Some(Self::Number(word.parse().ok()?, digits)) } else { None };
        }
        if FILLERS.contains(&word) {
            return Some(Self::Filler);
        }
        // Three letters are enough, except "jui" which may be June or July in French.
        let begins =
            |name: &&str| *name == word || (word.len() >= 3 && word != "jui" && name.starts_with(word));
        let month = MONTHS.iter().position(|names| names.iter().any(begins))?;
        Some(Self::Month(u8::try_from(month + 1).ok()?))
    }
}

/// Cuts the text into folded words and numbers, or nothing if another sign stands between them.
fn words(text: &str) -> Option<Vec<String>> {
    let mut words = Vec::new();
    let mut word = String::new();
    for c in text.chars() {
        if !c.is_alphanumeric() {
            if !is_space(c) && !matches!(c, '/' | '-' | '.' | ',' | '\u{2010}' | '\u{2011}') {
                return None;
            }
            words.push(std::mem::take(&mut word));
            continue;
        }
        let turns = word.chars().last().is_some_and(|last| last.is_numeric() != c.is_numeric());
        if turns {
            words.push(std::mem::take(&mut word));
        }
        word.push(c);
    }
    words.push(word);
    Some(words.iter().map(|word| fold(word)).filter(|word| !word.is_empty()).collect())
}
