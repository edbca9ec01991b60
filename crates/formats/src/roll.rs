//! What the pupils of one class are called by: the first name, and only what it takes to tell two of them apart.

use jiff::civil::Date;
use rules::reconciliation::normalised;

use crate::learner::Learner;

/// What a pupil is called by.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Label {
    /// First name.
    pub first_name: String,
    /// The beginning of the last name that tells the pupil from others of this first name, and whether it goes on.
    pub last_name: Option<Beginning>,
    /// Birth date, of two pupils that no name tells apart.
    pub birth_date: Option<Date>,
}

/// The beginning of a last name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beginning {
    /// Its letters.
    pub letters: String,
    /// Whether letters were cut, which a dot shows.
    pub cut: bool,
}

impl Label {
    /// The names in one line: `Emma BLANCHE.`; the day is left to the page, which knows how its language writes it.
    #[must_use]
    pub fn names(&self) -> String {
        match &self.last_name {
            None => self.first_name.clone(),
            Some(Beginning { letters, cut }) => {
                format!("{} {letters}{}", self.first_name, if *cut { "." } else { "" })
            }
        }
    }
}

/// The labels of the pupils of one class, in their order.
#[must_use]
pub fn labels(class: &[&Learner]) -> Vec<Label> {
    let names = |pupil: &Learner| (normalised(&pupil.first_name), folded(&pupil.last_name));
    let mut sorted: Vec<(Names, usize)> = class.iter().map(|pupil| names(pupil)).zip(0..).collect();
    sorted.sort_unstable();
    let mut labels: Vec<(usize, Label)> = sorted
        .iter()
        .enumerate()
        .filter_map(|(at, (names, place))| {
            Some((*place, label(class.get(*place)?, &namesakes(&sorted, at, names))))
        })
        .collect();
    labels.sort_unstable_by_key(|(place, _)| *place);
    labels.into_iter().map(|(_, label)| label).collect()
}

/// The first name that is compared, and the letters of the last name.
type Names = (String, Vec<char>);

/// The last names before and after this one among those with the same first name: no other shares more letters.
fn namesakes<'s>(sorted: &'s [(Names, usize)], at: usize, (first_name, _): &Names) -> Vec<&'s [char]> {
    let neighbours = [at.checked_sub(1), at.checked_add(1)].into_iter().flatten();
    let neighbours = neighbours.filter_map(|neighbour| sorted.get(neighbour));
    let same = neighbours.filter(|((other, _), _)| other == first_name);
    same.map(|((_, last_name), _)| last_name.as_slice()).collect()
}

fn label(pupil: &Learner, namesakes: &[&[char]]) -> Label {
    let first_name = pupil.first_name.clone();
    let own = folded(&pupil.last_name);
    let Some(shared) = namesakes.iter().map(|other| shared(&own, other)).max() else {
        return Label { first_name, last_name: None, birth_date: None };
    };
    let letters: String = pupil.last_name.chars().take(shared + 1).collect();
    let cut = letters.len() < pupil.last_name.len();
    let birth_date = pupil.birth_date.filter(|_| namesakes.contains(&own.as_slice()));
    Label { first_name, last_name: Some(Beginning { letters, cut }), birth_date }
}

/// How many letters two names begin with in common.
fn shared(one: &[char], other: &[char]) -> usize {
    one.iter().zip(other).take_while(|(one, other)| one == other).count()
}

/// The letters of a name without case, one for one.
fn folded(name: &str) -> Vec<char> {
    name.chars().map(|letter| letter.to_lowercase().next().unwrap_or(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_it_takes_is_shown() {
        let check = |class: &[(&str, &str, &str)], expected: &[(&str, bool)]| {
            let class: Vec<Learner> = class
                .iter()
                .map(|(first, last, day)| Learner {
                    first_name: (*first).to_owned(),
                    last_name: (*last).to_owned(),
                    birth_date: day.parse().ok(),
                    ..Learner::default()
                })
                .collect();
            let labels = labels(&class.iter().collect::<Vec<_>>());
            let shown: Vec<(String, bool)> =
                labels.iter().map(|label| (label.names(), label.birth_date.is_some())).collect();
            let expected: Vec<(String, bool)> =
                expected.iter().map(|(names, dated)| ((*names).to_owned(), *dated)).collect();
            assert_eq!(shown, expected);
        };
        let day = "2015-07-14";
        check(&[], &[]);
        check(&[("Lola", "ANSELME", day), ("Rayan", "BELKACEM", day)], &[("Lola", false), ("Rayan", false)]);
        check(
            &[("Emma", "BLANCHET", day), ("Emma", "BLANCHARD", day), ("Emma", "ROUX", day)],
            &[("Emma BLANCHE.", false), ("Emma BLANCHA.", false), ("Emma R.", false)],
        );
        check(
            &[("Emma", "MARTIN", day), ("emma", "Martinez", day)],
            &[("Emma MARTIN", false), ("emma Martine.", false)],
        );
        check(
            &[("Camille", "JOUBERT", day), ("Camille", "JOUBERT", "2015-07-30")],
            &[("Camille JOUBERT", true), ("Camille JOUBERT", true)],
        );
        check(&[("Noé", "ROUX", day), ("Noe", "PETIT", day)], &[("Noé R.", false), ("Noe P.", false)]);
    }
}
