//! S-X²: whether the shares of right answers by total score are those that the curves predict.

use super::form::forms;
use super::{Curve, FitError, chi_square_tail};
use crate::calibration::{Group, Responses};
use crate::simulation::each;

/// The least that is expected of right and of wrong answers in a cell; persons are put together until it is.
const LEAST: f64 = 5.0;
/// The most cells: with more, each tells less, and a smooth misfit is spread over all.
const MOST: f64 = 10.0;

/// The fit of one item.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct ScoreFit {
    /// Σ(O − E)²/V over the cells: O right answers, E expected ones, V their variance.
    pub chi_square: f64,
    /// The cells less the parameters estimated.
    pub degrees: f64,
    /// The probability of a greater one, if the curve is right.
    pub probability: f64,
    /// The persons in the cells.
    pub persons: u32,
}

/// The fit of each item (S-X²: Orlando and Thissen, 2000), sparse answers included, with so many threads.
///
/// A person of score k, on the items that this person answered, is right at one of them with a probability that the
/// curves and the group tell without any estimate of the ability (see [`super::form`]). Given the scores, right answers
/// to an item are independent. Persons are sorted by this probability and put together in ten cells at most, each with
/// five right and five wrong answers expected at least. Where everybody answered everything these are cells of scores,
/// as published.
///
/// An answer that is missing is no answer: it is neither wrong nor guessed, the score is over what was answered. That
/// is right as long as what was answered was not chosen by the answers. In an adaptive test it was: given the items
/// asked, the answers are known in part, and sound items look unsound. Take answers to items that did not depend on
/// them.
///
/// Not defined (none): an item whose cells are no more than its `estimated` parameters, those found from the same
/// answers: two as a rule, 0 for known items. Persons who were right at everything or at nothing say nothing of a single
/// item, nor do scores that the curves give no probability.
///
/// # Errors
/// [`FitError::Curves`] unless there is one curve and one number of parameters per item, [`FitError::Groups`] unless
/// there is a law for each group of the answers, [`FitError::OutOfRange`] for a law or a number that is none,
/// [`FitError::NoAnswer`] if no score says anything.
pub fn score_fit(
    curves: &[Curve],
    responses: &Responses,
    groups: &[Group],
    estimated: &[f64],
    threads: usize,
) -> Result<Vec<Option<ScoreFit>>, FitError> {
    admit(curves, responses, groups, estimated)?;
    let forms = forms(responses);
    if forms.is_empty() {
        return Err(FitError::NoAnswer);
    }
    let expected = each(&forms, threads, |form| {
        groups.get(form.group as usize).map_or_else(Vec::new, |group| form.expected(curves, group))
    });
    let mut strata = vec![Vec::new(); curves.len()];
    for (form, expected) in forms.iter().zip(&expected) {
        for ((place, item), shares) in form.items.iter().enumerate().zip(expected) {
            let Some(strata) = strata.get_mut(*item as usize) else { continue };
            let seen = form.scores.values().zip(shares);
            strata.extend(seen.filter_map(|(tally, share)| {
                let right = tally.right.get(place).copied()?;
                Some(Stratum { share: (*share)?, persons: tally.persons, right })
            }));
        }
    }
    Ok(strata.into_iter().zip(estimated).map(|(strata, estimated)| fit(strata, *estimated)).collect())
}

fn admit(
    curves: &[Curve],
    responses: &Responses,
    groups: &[Group],
    estimated: &[f64],
) -> Result<(), FitError> {
    let items = responses.names().len();
    for given in [curves.len(), estimated.len()] {
        if given != items {
            return Err(FitError::Curves { given, items });
        }
    }
    let known = responses.group_sizes().len();
    if groups.len() != known {
        return Err(FitError::Groups { given: groups.len(), groups: known });
    }
    for group in groups {
        if !group.mean.is_finite() {
            return Err(FitError::OutOfRange { what: "the mean of a group", given: group.mean });
        }
        if !(group.deviation.is_finite() && group.deviation > 0.0) {
            return Err(FitError::OutOfRange { what: "the deviation of a group", given: group.deviation });
        }
    }
    match estimated.iter().find(|count| !(count.is_finite() && **count >= 0.0)) {
        Some(odd) => Err(FitError::OutOfRange { what: "the number of parameters estimated", given: *odd }),
        None => Ok(()),
    }
}

/// Persons of one form and score, who are right at an item with one probability.
#[derive(Debug, Clone, Copy)]
struct Stratum {
    share: f64,
    persons: u32,
    right: u32,
}

/// Some strata together.
#[derive(Debug, Clone, Copy, Default)]
struct Cell {
    persons: u32,
    right: f64,
    hopes: f64,
    variance: f64,
}

impl Cell {
    fn add(&mut self, other: &Self) {
        self.persons += other.persons;
        self.right += other.right;
        self.hopes += other.hopes;
        self.variance += other.variance;
    }

    fn full(&self, least: f64) -> bool {
        let persons = f64::from(self.persons);
        persons >= least && self.hopes >= LEAST && persons - self.hopes >= LEAST
    }
}

impl From<Stratum> for Cell {
    fn from(stratum: Stratum) -> Self {
        let Stratum { share, persons, right } = stratum;
        let hopes = f64::from(persons) * share;
        Self { persons, right: f64::from(right), hopes, variance: hopes * (1.0 - share) }
    }
}

/// Puts strata together from below until enough is expected; what is left over joins the last cell.
fn fit(mut strata: Vec<Stratum>, estimated: f64) -> Option<ScoreFit> {
    strata.sort_by(|one, other| one.share.total_cmp(&other.share));
    let persons: u32 = strata.iter().map(|stratum| stratum.persons).sum();
    let least = f64::from(persons) / MOST;
    let (mut cells, mut open): (Vec<Cell>, Cell) = (Vec::new(), Cell::default());
    for stratum in strata {
        open.add(&stratum.into());
        if open.full(least) {
            cells.push(std::mem::take(&mut open));
        }
    }
    if let Some(last) = cells.last_mut() {
        last.add(&open);
    }
    let degrees = cells.len() as f64 - estimated;
    let chi_square: f64 = cells.iter().map(|cell| (cell.right - cell.hopes).powi(2) / cell.variance).sum();
    (degrees >= 1.0 && chi_square.is_finite()).then(|| ScoreFit {
        chi_square,
        degrees,
        probability: chi_square_tail(chi_square, degrees),
        persons,
    })
}
