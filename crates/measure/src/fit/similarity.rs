//! Whether two persons answered more alike than chance allows.

use super::{FitError, normal_tail};

/// One item that both answered.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Pair {
    /// The probability that the answers are alike, if both work on their own. For ω, with the source's answer given, it
    /// is that of the copier giving this answer; for the generalised binomial test, P₁P₂ + Q₁Q₂ for answers marked
    /// right or wrong, or the sum over the choices.
    pub probability: f64,
    /// Whether the answers were alike.
    pub alike: bool,
}

/// How alike the answers of two persons are.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Similarity {
    /// The answers alike.
    pub alike: u32,
    /// How many were expected.
    pub expected: f64,
    /// (alike − expected)/deviation, about standard normal (ω: Wollack, 1997).
    pub omega: f64,
    /// The probability of a greater ω.
    pub omega_probability: f64,
    /// The exact probability of so many alike or more (generalised binomial test: van der Linden and Sotaridona,
    /// 2006).
    pub exact_probability: f64,
}

/// Compares the answers of two persons to the items that both met.
///
/// # Errors
/// [`FitError::NoAnswer`] if they share no item, or if all their likenesses were certain;
/// [`FitError::OutOfRange`] for a probability that is none.
pub fn similarity(pairs: &[Pair]) -> Result<Similarity, FitError> {
    if let Some(odd) = pairs.iter().find(|pair| !(0.0..=1.0).contains(&pair.probability)) {
        return Err(FitError::OutOfRange { what: "the probability of a likeness", given: odd.probability });
    }
    let expected: f64 = pairs.iter().map(|pair| pair.probability).sum();
    let variance: f64 = pairs.iter().map(|pair| pair.probability * (1.0 - pair.probability)).sum();
    if variance <= 0.0 {
        return Err(FitError::NoAnswer);
    }
    let count = pairs.iter().filter(|pair| pair.alike).count();
    let alike = u32::try_from(count).unwrap_or(u32::MAX);
    let omega = (f64::from(alike) - expected) / variance.sqrt();
    Ok(Similarity {
        alike,
        expected,
        omega,
        omega_probability: normal_tail(omega),
        exact_probability: tail(pairs, count),
    })
}

/// The probability of so many likenesses or more: their law, one item after the other.
fn tail(pairs: &[Pair], count: usize) -> f64 {
    let mut law = vec![0.0; pairs.len() + 1];
    if let Some(none) = law.first_mut() {
        *none = 1.0;
    }
    for pair in pairs {
        let mut before = 0.0;
        for density in &mut law {
            let own = *density;
            *density = own * (1.0 - pair.probability) + before * pair.probability;
            before = own;
        }
    }
    law.iter().skip(count).sum::<f64>().clamp(0.0, 1.0)
}
