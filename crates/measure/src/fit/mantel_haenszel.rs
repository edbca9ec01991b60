//! Items that favour a group: the odds of success, stratum by stratum of ability.

use super::{FitError, chi_square_tail};
use std::collections::BTreeMap;

/// An answer to the item in question.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Matched {
    /// The stratum of ability: the total score as a rule, this item included.
    pub stratum: u32,
    /// Whether the person is of the focal group, rather than of the reference group.
    pub focal: bool,
    /// Whether the answer was right.
    pub right: bool,
}

/// How much an item favours a group, by the rules of ETS (Zieky, 1993).
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Class {
    /// Negligible: |Δ| is below 1, or not significantly above 0.
    A,
    /// Moderate.
    B,
    /// Large: |Δ| is at least 1.5, and significantly above 1.
    C,
}

/// The common odds ratio.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct MantelHaenszel {
    /// The odds of success in the reference group over those in the focal group.
    pub odds_ratio: f64,
    /// Δ = −2.35·ln of it: negative when the item is harder for the focal group.
    pub delta: f64,
    /// The standard error of Δ (Robins, Breslow and Greenland, 1986).
    pub error: f64,
    /// The statistic with the correction for continuity: χ² of one degree of freedom without difference.
    pub chi_square: f64,
    /// The probability of a greater one without difference.
    pub probability: f64,
    /// The class of the item.
    pub class: Class,
}

/// Δ per unit of ln odds ratio: 4/1.7, which makes Δ comparable to the scale of ETS.
const SCALE: f64 = 2.35;

/// Compares two groups within strata (Mantel and Haenszel, 1959; Holland and Thayer, 1988).
///
/// In a stratum of T persons with A and B right and wrong answers of the reference group, C and D of the focal
/// group, the odds ratio is Σ(AD/T)/Σ(BC/T).
///
/// # Errors
/// [`FitError::OneGroup`], and [`FitError::NoContrast`] where the ratio is 0/0, 0 or infinite.
pub fn mantel_haenszel(answers: &[Matched]) -> Result<MantelHaenszel, FitError> {
    let focal = answers.iter().filter(|answer| answer.focal).count();
    if focal == 0 || focal == answers.len() {
        return Err(FitError::OneGroup);
    }
    let mut strata: BTreeMap<u32, [f64; 4]> = BTreeMap::new();
    for answer in answers {
        let [a, b, c, d] = strata.entry(answer.stratum).or_default();
        *match (answer.focal, answer.right) {
            (false, true) => a,
            (false, false) => b,
            (true, true) => c,
            (true, false) => d,
        } += 1.0;
    }
    let (mut for_reference, mut for_focal, mut excess, mut spread) = (0.0, 0.0, 0.0, 0.0);
    for [a, b, c, d] in strata.values() {
        let total = a + b + c + d;
        for_reference += a * d / total;
        for_focal += b * c / total;
        excess += a - (a + b) * (a + c) / total;
        if total > 1.0 {
            spread += (a + b) * (c + d) * (a + c) * (b + d) / (total * total * (total - 1.0));
        }
    }
    if for_reference <= 0.0 || for_focal <= 0.0 || spread <= 0.0 {
        return Err(FitError::NoContrast);
    }
    let odds_ratio = for_reference / for_focal;
    let part = |[a, b, c, d]: &[f64; 4]| {
        let total = a + b + c + d;
        (a * d + odds_ratio * b * c) * (a + d + odds_ratio * (b + c)) / (total * total)
    };
    let variance = strata.values().map(part).sum::<f64>() / (2.0 * for_reference * for_reference);
    let (delta, error) = (-SCALE * odds_ratio.ln(), SCALE * variance.sqrt());
    let chi_square = (excess.abs() - 0.5).max(0.0).powi(2) / spread;
    let probability = chi_square_tail(chi_square, 1.0);
    Ok(MantelHaenszel {
        odds_ratio,
        delta,
        error,
        chi_square,
        probability,
        class: class(delta, error, probability),
    })
}

fn class(delta: f64, error: f64, probability: f64) -> Class {
    let size = delta.abs();
    if size < 1.0 || probability >= 0.05 {
        Class::A
    } else if size >= 1.5 && size - 1.645 * error > 1.0 {
        Class::C
    } else {
        Class::B
    }
}
