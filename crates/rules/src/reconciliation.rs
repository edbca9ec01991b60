//! Who of a class list somebody is: names typed by hand against the list's, and when the account is in the way.

use crate::search_text::search_text;
use grade::edits;

/// The longest name that is compared, in letters: a comparison costs the product of both lengths.
const LONGEST: usize = 255;

/// A line of the list, born on the day that was typed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// The first, second and third first names, as far as they are known.
    pub first_names: [Option<&'a str>; 3],
    /// The family name and the usual one.
    pub last_names: [Option<&'a str>; 2],
}

/// Why nobody is found.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NotFound {
    /// No line looks like what was typed.
    Nobody,
    /// Several lines do.
    Several,
}

/// How near a line is to what was typed, the nearest first.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Nearness {
    Same,
    OneSame,
    Close,
}

/// Finds the line of whoever typed these names, among those of one birth date.
///
/// Names are the same without capitals, accents, spaces and signs, and close within one edit for four letters typed.
/// Lines with both names the same come first, then those with one the same and the other close, then those with both
/// close: exactly one has to be left at the first of these steps where there is any.
///
/// # Errors
/// [`NotFound`] when none matches, or several do.
pub fn find(typed: (&str, &str), lines: &[Line<'_>]) -> Result<usize, NotFound> {
    let (first, last) = (normalised(typed.0), normalised(typed.1));
    let mut nearest = None;
    let mut found = Err(NotFound::Nobody);
    for (place, line) in lines.iter().enumerate() {
        let Some(nearness) = nearness(&first, &last, line) else { continue };
        match nearest {
            Some(other) if other < nearness => {}
            Some(other) if other == nearness => found = Err(NotFound::Several),
            _ => (nearest, found) = (Some(nearness), Ok(place)),
        }
    }
    found
}

/// The places of all the lines that somebody may mean by these names, one or several of which [`find`] leaves.
#[must_use]
pub fn near(typed: (&str, &str), lines: &[Line<'_>]) -> Vec<usize> {
    let (first, last) = (normalised(typed.0), normalised(typed.1));
    let near = |line| nearness(&first, &last, line).is_some();
    lines.iter().enumerate().filter(|(_, line)| near(line)).map(|(place, _)| place).collect()
}

/// A name without what people write in different ways: small letters and digits, no accents, no spaces, no signs.
#[must_use]
pub fn normalised(name: &str) -> String {
    search_text(name).chars().filter(|sign| *sign != ' ').take(LONGEST).collect()
}

/// How many edits lie between two normalised texts, when it is at most one for four letters typed.
#[must_use]
pub fn strangeness(typed: &str, name: &str) -> Option<usize> {
    let [typed, name] = [typed, name].map(|text| text.chars().collect::<Vec<char>>());
    edits(&typed, &name)
}

fn nearness(first: &str, last: &str, line: &Line<'_>) -> Option<Nearness> {
    match (least(first, &line.first_names)?, least(last, &line.last_names)?) {
        (0, 0) => Some(Nearness::Same),
        (0, _) | (_, 0) => Some(Nearness::OneSame),
        _ => Some(Nearness::Close),
    }
}

fn least(typed: &str, names: &[Option<&str>]) -> Option<usize> {
    names.iter().flatten().filter_map(|name| strangeness(typed, &normalised(name))).min()
}

/// How an account is signed in to.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Login {
    /// An e-mail address.
    Email(String),
    /// A username.
    Username(String),
    /// Another service.
    External,
}

impl Login {
    /// The login of an account with this address or this username.
    #[must_use]
    pub fn of(email: Option<&str>, username: Option<&str>) -> Self {
        match (email, username) {
            (Some(email), _) => Self::Email(email.to_owned()),
            (None, Some(username)) => Self::Username(username.to_owned()),
            (None, None) => Self::External,
        }
    }

    /// Enough of it for its owner to recognise it, and for nobody else to learn it.
    #[must_use]
    pub fn masked(&self) -> String {
        match self {
            Self::Email(address) => match address.split_once('@') {
                Some((name, domain)) => format!("{}@{domain}", masked(name)),
                None => masked(address),
            },
            Self::Username(name) => name.split('.').map(masked).collect::<Vec<_>>().join("."),
            Self::External => String::new(),
        }
    }
}

fn masked(text: &str) -> String {
    text.chars().next().map_or_else(String::new, |first| format!("{first}***"))
}

/// A line that an account is linked to, here or in another organisation.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Linked {
    /// Whether it is a line of the organisation that asks.
    pub here: bool,
    /// Whether it is the very line that was found.
    pub found: bool,
    /// Whether the account is that of whoever asks.
    pub own: bool,
    /// The national number of the line.
    pub national_number: Option<String>,
    /// The birth date of the line.
    pub birth_date: Option<String>,
    /// How the account is signed in to.
    pub login: Login,
}

/// Why a line is not linked to an account. The numbers are those of teachers' troubleshooting sheets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Conflict {
    /// R11 to R13: the pupil has an account in another school.
    Elsewhere(Login),
    /// R31 to R33: the pupil has an account in this school.
    Here(Login),
    /// R70: this account is another pupil of this school.
    OtherPupil,
    /// R90: this account seems to be somebody else's.
    Stranger,
}

impl Conflict {
    /// The number on the troubleshooting sheets.
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::Elsewhere(Login::Email(_)) => "R11",
            Self::Elsewhere(Login::Username(_)) => "R12",
            Self::Elsewhere(Login::External) => "R13",
            Self::Here(Login::Email(_)) => "R31",
            Self::Here(Login::Username(_)) => "R32",
            Self::Here(Login::External) => "R33",
            Self::OtherPupil => "R70",
            Self::Stranger => "R90",
        }
    }

    /// The number when the account is still to be made: S51 to S53 for this school, S61 to S63 for another one.
    #[must_use]
    pub const fn sign_up_code(&self) -> &'static str {
        match self {
            Self::Here(Login::Email(_)) => "S51",
            Self::Here(Login::Username(_)) => "S52",
            Self::Here(Login::External) => "S53",
            Self::Elsewhere(Login::Email(_)) => "S61",
            Self::Elsewhere(Login::Username(_)) => "S62",
            Self::Elsewhere(Login::External) => "S63",
            Self::OtherPupil | Self::Stranger => self.code(),
        }
    }
}

/// Whether the line that was found, with this national number and birth date, may be linked to the account that asks;
/// `linked` are the lines that this account has, and those that the pupil has with another account.
///
/// # Errors
/// The first [`Conflict`]; nothing must be linked then.
pub fn check(national_number: Option<&str>, birth_date: &str, linked: &[Linked]) -> Result<(), Conflict> {
    let other_number = |line: &Linked| {
        let (Some(known), Some(found)) = (line.national_number.as_deref(), national_number) else {
            return false;
        };
        known != found
    };
    let other_day = |line: &Linked| line.birth_date.as_deref().is_some_and(|known| known != birth_date);
    let own = || linked.iter().filter(|line| line.own && !line.found);
    if own().any(|line| other_number(line) && other_day(line)) {
        return Err(Conflict::Stranger);
    }
    if own().any(|line| line.here) {
        return Err(Conflict::OtherPupil);
    }
    let others = || linked.iter().filter(|line| !line.own);
    if let Some(line) = others().find(|line| line.found) {
        return Err(Conflict::Here(line.login.clone()));
    }
    let same = |line: &&Linked| !other_day(line) && national_number.is_some() && !other_number(line);
    match others().filter(same).find(|line| line.national_number.is_some()) {
        Some(line) => Err(Conflict::Elsewhere(line.login.clone())),
        None => Ok(()),
    }
}

#[cfg(test)]
mod tests;
