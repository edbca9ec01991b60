//! Whoever left school takes back the account that they had there: whose it is, and when somebody has to help.

use crate::reconciliation::{self, Line as Named};

/// National numbers have eleven signs; more than this is none.
const LONGEST_NUMBER: usize = 30;

/// What somebody who left school types.
#[derive(Debug, Clone, Copy)]
pub struct Typed<'a> {
    /// The national number, as [`number`] reads it.
    pub number: &'a str,
    /// The first and the last name.
    pub names: (&'a str, &'a str),
    /// The birth date, YYYY-MM-DD.
    pub birth_date: &'a str,
}

/// A line of a class list: with the number that was typed, or of an account that has such a line.
#[derive(Debug, Clone, Copy)]
pub struct Line<'a> {
    /// The names.
    pub names: Named<'a>,
    /// The national number.
    pub national_number: Option<&'a str>,
    /// The birth date, YYYY-MM-DD.
    pub birth_date: Option<&'a str>,
    /// Whether it makes somebody a pupil: it is in the present list of a school that is not archived.
    pub active: bool,
    /// The account that it is linked to.
    pub owner: Option<Owner>,
}

/// The account of a line.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Owner {
    /// Which one it is.
    pub account: i64,
    /// Whether it is a learner's.
    pub learner: bool,
    /// Whether it has an e-mail address.
    pub address: bool,
}

/// Why nobody gets an account back by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No account belongs to what was typed. Which part is wrong is not told.
    Unknown,
    /// Still a pupil of a school: a teacher helps.
    Pupil,
    /// The account has an e-mail address already, perhaps because it was taken back before.
    Addressed,
    /// The account was linked to pupils with different national numbers.
    SeveralNumbers,
}

/// Reads a national number as class lists have it: letters and digits, large letters. Nothing where there is none.
#[must_use]
pub fn number(typed: &str) -> Option<String> {
    let number: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    let fits = !number.is_empty() && number.len() <= LONGEST_NUMBER;
    fits.then(|| number.to_ascii_uppercase())
}

/// The place of the last line that is meant, if its account may be taken back; `lines` come oldest first.
///
/// # Errors
/// [`Refusal`]; the account must not be told about then.
pub fn find(typed: &Typed<'_>, lines: &[Line<'_>]) -> Result<usize, Refusal> {
    let place = lines.iter().rposition(|line| is_learners(line) && is_meant(typed, line));
    checked(lines, place.ok_or(Refusal::Unknown)?)
}

/// The place of the last line of an account that was found before, if it may still be taken back.
///
/// # Errors
/// [`Refusal`].
pub fn again(account: i64, lines: &[Line<'_>]) -> Result<usize, Refusal> {
    let place = lines.iter().rposition(|line| is_learners(line) && is_of(account, line));
    checked(lines, place.ok_or(Refusal::Unknown)?)
}

fn is_meant(typed: &Typed<'_>, line: &Line<'_>) -> bool {
    line.national_number == Some(typed.number)
        && line.birth_date == Some(typed.birth_date)
        && reconciliation::find(typed.names, &[line.names]).is_ok()
}

fn is_learners(line: &Line<'_>) -> bool {
    line.owner.is_some_and(|owner| owner.learner)
}

fn is_of(account: i64, line: &Line<'_>) -> bool {
    line.owner.is_some_and(|owner| owner.account == account)
}

/// Whether the account of a line may be taken back, knowing every line of its pupil.
fn checked(lines: &[Line<'_>], place: usize) -> Result<usize, Refusal> {
    let owner = lines.get(place).and_then(|line| line.owner).ok_or(Refusal::Unknown)?;
    let own: Vec<_> = lines.iter().filter(|line| is_of(owner.account, line)).collect();
    // A newer school may have the pupil in its list without an account.
    let of_pupil = |line: &Line<'_>| {
        own.iter().any(|own| own.national_number == line.national_number && own.birth_date == line.birth_date)
    };
    if owner.address {
        return Err(Refusal::Addressed);
    }
    if lines.iter().any(|line| line.active && (is_of(owner.account, line) || of_pupil(line))) {
        return Err(Refusal::Pupil);
    }
    let mut numbers: Vec<_> = own.iter().filter_map(|line| line.national_number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() > 1 { Err(Refusal::SeveralNumbers) } else { Ok(place) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Refusal::{Addressed, Pupil, SeveralNumbers, Unknown};

    const NUMBER: &str = "990000101BH";
    const DAY: &str = "2008-03-12";
    const TYPED: Typed<'_> = Typed { number: NUMBER, names: ("Lea", "Garrigue"), birth_date: DAY };
    /// The line of a school that Léa left.
    const LEFT: Line<'_> = Line {
        names: Named { first_names: [Some("Léa"), None, None], last_names: [Some("GARRIGUE"), None] },
        national_number: Some(NUMBER),
        birth_date: Some(DAY),
        active: false,
        owner: Some(Owner { account: 1, learner: true, address: false }),
    };
    const UNLINKED: Line<'_> = Line { owner: None, ..LEFT };

    #[test]
    fn a_number_is_read_as_lists_have_it() {
        for (typed, expected) in [
            (" 990000101bh ", Some("990000101BH")),
            ("990 000 101-BH", Some("990000101BH")),
            ("", None),
            ("é ?", None),
            (&"1".repeat(31), None),
        ] {
            assert_eq!(number(typed).as_deref(), expected, "{typed:?}");
        }
    }

    #[test]
    fn the_last_line_with_an_account_is_found() {
        let active = Line { active: true, ..LEFT };
        let owned =
            |account, learner, address| Line { owner: Some(Owner { account, learner, address }), ..LEFT };
        let other_number = Line { national_number: Some("2"), ..LEFT };
        for (lines, expected) in [
            (vec![LEFT], Ok(0)),
            (vec![LEFT, LEFT], Ok(1)),
            (vec![LEFT, UNLINKED], Ok(0)),
            (vec![LEFT, owned(2, true, false)], Ok(1)),
            (vec![LEFT, Line { national_number: None, ..LEFT }], Ok(0)),
            (vec![LEFT, Line { active: true, birth_date: Some("2009-01-01"), ..UNLINKED }], Ok(0)),
            (vec![], Err(Unknown)),
            (vec![UNLINKED], Err(Unknown)),
            (vec![owned(1, false, false)], Err(Unknown)),
            (vec![active], Err(Pupil)),
            (vec![LEFT, active], Err(Pupil)),
            (vec![LEFT, Line { active: true, ..UNLINKED }], Err(Pupil)),
            (vec![LEFT, Line { active: true, ..other_number }], Err(Pupil)),
            (vec![LEFT, other_number], Err(SeveralNumbers)),
            (vec![owned(1, true, true)], Err(Addressed)),
        ] {
            assert_eq!(find(&TYPED, &lines), expected, "{lines:?}");
        }
    }

    #[test]
    fn wrong_answers_look_the_same() {
        for typed in [
            Typed { number: "990000101BK", ..TYPED },
            Typed { names: ("Paul", "Garrigue"), ..TYPED },
            Typed { names: ("Lea", "Martin"), ..TYPED },
            Typed { birth_date: "2008-03-13", ..TYPED },
        ] {
            for line in [LEFT, Line { active: true, ..LEFT }] {
                assert_eq!(find(&typed, &[line]), Err(Unknown), "{typed:?}");
            }
        }
    }

    #[test]
    fn what_was_found_is_looked_at_again() {
        for (account, lines, expected) in [
            (1, vec![LEFT], Ok(0)),
            (2, vec![LEFT], Err(Unknown)),
            (1, vec![LEFT, Line { active: true, ..UNLINKED }], Err(Pupil)),
        ] {
            assert_eq!(again(account, &lines), expected, "{lines:?}");
        }
    }
}
