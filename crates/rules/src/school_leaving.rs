//! Whoever left school takes back the account that they had there: whose it is, and when somebody has to help.

use crate::reconciliation::{self, Line as Named};

/// National numbers have eleven signs.
const SIGNS: usize = 11;

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
    /// Whether an administrator removed it, perhaps because it was somebody else's.
    pub removed: bool,
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
    /// Whether it works in an organisation.
    pub working: bool,
}

/// Why nobody gets an account back by themselves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// No account belongs to what was typed. Which part is wrong is not told.
    Unknown,
    /// The account has an e-mail address already, perhaps because it was taken back before.
    Addressed,
    /// The account is that of somebody who works in an organisation: a number of school lists does not open it.
    Working,
    /// Still a pupil of a school with this account: a teacher helps.
    Pupil,
    /// In the present list of a school that does not have this account: its teacher sees none, and cannot help.
    Listed,
    /// The account was linked to pupils with different national numbers.
    SeveralNumbers,
}

/// Reads a national number as class lists have it: letters and digits, large letters. Nothing where there is none.
#[must_use]
pub fn number(typed: &str) -> Option<String> {
    let number: String = typed.chars().filter(char::is_ascii_alphanumeric).collect();
    (number.len() == SIGNS).then(|| number.to_ascii_uppercase())
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
    let own = own(account, lines);
    let is_theirs = |line: &Line<'_>| own.iter().any(|own| own.national_number == line.national_number);
    let place = lines
        .iter()
        .rposition(|line| is_learners(line) && is_of(account, line) && is_theirs(line))
        .ok_or(Refusal::Unknown)?;
    checked(lines, place)
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

/// The lines of an account that tell whose it is: removed ones only where there is no other.
fn own<'a, 'b>(account: i64, lines: &'a [Line<'b>]) -> Vec<&'a Line<'b>> {
    let all: Vec<_> = lines.iter().filter(|line| is_of(account, line)).collect();
    let kept: Vec<_> = all.iter().copied().filter(|line| !line.removed).collect();
    if kept.is_empty() { all } else { kept }
}

/// Whether the account of a line may be taken back, knowing every line of its pupil.
fn checked(lines: &[Line<'_>], place: usize) -> Result<usize, Refusal> {
    let found = lines.get(place).ok_or(Refusal::Unknown)?;
    let owner = found.owner.ok_or(Refusal::Unknown)?;
    let mut theirs = own(owner.account, lines);
    theirs.push(found);
    // A newer school may have the pupil in its list without this account.
    let of_pupil = |line: &Line<'_>| {
        theirs
            .iter()
            .any(|own| own.national_number == line.national_number && own.birth_date == line.birth_date)
    };
    let active = || lines.iter().filter(|line| line.active);
    if owner.address {
        return Err(Refusal::Addressed);
    }
    if owner.working {
        return Err(Refusal::Working);
    }
    if active().any(|line| is_of(owner.account, line)) {
        return Err(Refusal::Pupil);
    }
    if active().any(of_pupil) {
        return Err(Refusal::Listed);
    }
    let mut numbers: Vec<_> = theirs.iter().filter_map(|line| line.national_number).collect();
    numbers.sort_unstable();
    numbers.dedup();
    if numbers.len() > 1 { Err(Refusal::SeveralNumbers) } else { Ok(place) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use Refusal::{Addressed, Listed, Pupil, SeveralNumbers, Unknown, Working};

    const NUMBER: &str = "990000101BH";
    const DAY: &str = "2008-03-12";
    const TYPED: Typed<'_> = Typed { number: NUMBER, names: ("Lea", "Garrigue"), birth_date: DAY };
    /// The line of a school that Léa left.
    const LEFT: Line<'_> = Line {
        names: Named { first_names: [Some("Léa"), None, None], last_names: [Some("GARRIGUE"), None] },
        national_number: Some(NUMBER),
        birth_date: Some(DAY),
        active: false,
        removed: false,
        owner: Some(OWNER),
    };
    const OWNER: Owner = Owner { account: 1, learner: true, address: false, working: false };
    const UNLINKED: Line<'_> = Line { owner: None, ..LEFT };
    const REMOVED: Line<'_> = Line { removed: true, ..LEFT };
    /// The line of another pupil, linked to Léa's account.
    const OTHERS: Line<'_> = Line { national_number: Some("990000102BK"), ..LEFT };

    #[test]
    fn a_number_is_read_as_lists_have_it() {
        for (typed, expected) in [
            (" 990000101bh ", Some("990000101BH")),
            ("990 000 101-BH", Some("990000101BH")),
            ("", None),
            ("é ?", None),
            ("12", None),
            ("990000101B", None),
            ("990000101BHA", None),
        ] {
            assert_eq!(number(typed).as_deref(), expected, "{typed:?}");
        }
    }

    #[test]
    fn the_last_line_with_an_account_is_found() {
        let active = Line { active: true, ..LEFT };
        let owned = |owner| Line { owner: Some(owner), ..LEFT };
        let another = owned(Owner { account: 2, ..OWNER });
        for (lines, expected) in [
            (vec![LEFT], Ok(0)),
            (vec![LEFT, LEFT], Ok(1)),
            (vec![LEFT, UNLINKED], Ok(0)),
            (vec![LEFT, another], Ok(1)),
            (vec![REMOVED], Ok(0)),
            (vec![LEFT, Line { removed: true, ..OTHERS }], Ok(0)),
            (
                vec![LEFT, Line { removed: true, ..OTHERS }, Line { active: true, owner: None, ..OTHERS }],
                Ok(0),
            ),
            (vec![LEFT, Line { national_number: None, ..LEFT }], Ok(0)),
            (vec![LEFT, Line { active: true, birth_date: Some("2009-01-01"), ..UNLINKED }], Ok(0)),
            (vec![], Err(Unknown)),
            (vec![UNLINKED], Err(Unknown)),
            (vec![owned(Owner { learner: false, ..OWNER })], Err(Unknown)),
            (vec![active], Err(Pupil)),
            (vec![LEFT, active], Err(Pupil)),
            (vec![LEFT, Line { active: true, ..OTHERS }], Err(Pupil)),
            (vec![LEFT, active, Line { active: true, ..UNLINKED }], Err(Pupil)),
            (vec![LEFT, Line { active: true, ..UNLINKED }], Err(Listed)),
            (vec![Line { active: true, ..another }, LEFT], Err(Listed)),
            (vec![LEFT, OTHERS], Err(SeveralNumbers)),
            (vec![REMOVED, OTHERS], Err(SeveralNumbers)),
            (vec![REMOVED, Line { removed: true, ..OTHERS }], Err(SeveralNumbers)),
            (vec![owned(Owner { address: true, ..OWNER })], Err(Addressed)),
            (vec![owned(Owner { working: true, ..OWNER })], Err(Working)),
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
            (1, vec![LEFT, Line { active: true, ..UNLINKED }], Err(Listed)),
            (1, vec![LEFT, REMOVED], Ok(1)),
            (1, vec![LEFT, Line { removed: true, ..OTHERS }], Ok(0)),
            (1, vec![LEFT, OTHERS], Err(SeveralNumbers)),
            (1, vec![Line { owner: Some(Owner { working: true, ..OWNER }), ..LEFT }], Err(Working)),
        ] {
            assert_eq!(again(account, &lines), expected, "{lines:?}");
        }
    }
}
