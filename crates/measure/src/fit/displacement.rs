//! Items that drifted between two calibrations.

use super::{DisplacementError, Drift, FEWEST_LINKS, Link, Remeasured, holm, normal_tail};
use crate::irt::Parameters;

/// Below this adjusted probability an item is told.
const LEVEL: f64 = 0.05;
/// The most rounds in which drifting items are left out of the link.
const ROUNDS: usize = 20;

/// What makes the two scales one.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Linking {
    /// Nothing: both calibrations have the same anchors.
    Anchored,
    /// These items, by place, which are trusted to be what they were.
    Trusted(Vec<usize>),
    /// All items but those found to drift, which are left out in turn until nothing changes.
    Stable,
}

/// How far one item moved, on the scale of the earlier calibration.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Displacement {
    /// The later difficulty less the earlier one: the signed area between the two curves (Raju, 1988).
    pub difficulty: f64,
    /// Its standard error, that of the link included.
    pub difficulty_error: f64,
    /// ln of the later discrimination over the earlier one.
    pub discrimination: f64,
    /// Its standard error.
    pub discrimination_error: f64,
    /// The unsigned area between the curves: how large the change is, whichever way.
    pub area: f64,
    /// The probability of a greater change of the difficulty, adjusted for all items and both parameters (Holm, 1979).
    pub difficulty_probability: f64,
    /// The same for the discrimination.
    pub discrimination_probability: f64,
    /// Whether the item became easier or harder: the probability is below 5 %.
    pub drift: Option<Drift>,
    /// Whether it discriminates otherwise: the probability is below 5 %.
    pub turned: bool,
    /// Whether the item links the scales.
    pub links: bool,
}

/// The items of two calibrations compared.
#[derive(Debug, Clone, PartialEq)]
pub struct Displacements {
    /// The link.
    pub link: Link,
    /// The items, in the order given.
    pub items: Vec<Displacement>,
}

/// Compares what two calibrations found, item by item.
///
/// The later scale is turned into the earlier one by a [`Link`]. The difference of the difficulties is then the signed
/// area between the curves, whose standard error is that of both estimates (Raju, 1990) and of the link; the ln of the
/// discriminations is compared likewise. All 2n probabilities are adjusted together, so that of sound items any is told
/// with a probability of 5 % at most. Errors that all items of a calibration share are removed by the link but counted
/// in their standard errors, and priors draw both estimates to one place: the test is rather too cautious.
///
/// # Errors
/// [`DisplacementError`], naming the item or the count.
pub fn displacements(items: &[Remeasured], linking: &Linking) -> Result<Displacements, DisplacementError> {
    items.iter().try_for_each(Remeasured::check)?;
    let trusted = match linking {
        Linking::Anchored => return Ok(compared(items, &vec![false; items.len()], Link::NONE)),
        Linking::Trusted(places) => trusted(items.len(), places)?,
        Linking::Stable => return stable(items),
    };
    enough(&trusted)?;
    Ok(compared(items, &trusted, Link::by_means(items, &trusted)))
}

fn trusted(items: usize, places: &[usize]) -> Result<Vec<bool>, DisplacementError> {
    let mut trusted = vec![false; items];
    for place in places.iter().copied() {
        *trusted.get_mut(place).ok_or(DisplacementError::UnknownLink { place, items })? = true;
    }
    Ok(trusted)
}

fn enough(linking: &[bool]) -> Result<(), DisplacementError> {
    let given = linking.iter().filter(|links| **links).count();
    if given < FEWEST_LINKS { Err(DisplacementError::FewLinks { given }) } else { Ok(()) }
}

/// Leaves out what drifts until nothing changes. The first link goes by medians, which what drifts cannot lead astray.
fn stable(items: &[Remeasured]) -> Result<Displacements, DisplacementError> {
    let mut linking = vec![true; items.len()];
    enough(&linking)?;
    let mut found = compared(items, &linking, Link::by_medians(items, &linking));
    for _ in 0..ROUNDS {
        let next: Vec<bool> = found.items.iter().map(|item| item.drift.is_none() && !item.turned).collect();
        enough(&next)?;
        found = compared(items, &next, Link::by_means(items, &next));
        if next == linking {
            break;
        }
        linking = next;
    }
    Ok(found)
}

fn compared(items: &[Remeasured], linking: &[bool], link: Link) -> Displacements {
    let mut found: Vec<Displacement> =
        items.iter().zip(linking).map(|(item, links)| displacement(item, *links, &link)).collect();
    let tails: Vec<Option<f64>> = found
        .iter()
        .flat_map(|one| {
            [(one.difficulty, one.difficulty_error), (one.discrimination, one.discrimination_error)]
        })
        .map(|(change, error)| Some(2.0 * normal_tail((change / error).abs())))
        .collect();
    let adjusted = holm(&tails);
    for (one, pair) in found.iter_mut().zip(adjusted.chunks_exact(2)) {
        let [Some(difficulty), Some(discrimination)] = *pair else { continue };
        (one.difficulty_probability, one.discrimination_probability) = (difficulty, discrimination);
        let way = if one.difficulty < 0.0 { Drift::Easier } else { Drift::Harder };
        one.drift = (difficulty < LEVEL).then_some(way);
        one.turned = discrimination < LEVEL;
    }
    Displacements { link, items: found }
}

fn displacement(item: &Remeasured, links: bool, link: &Link) -> Displacement {
    let (before, after) = (item.before.parameters, item.after.parameters);
    let later = Parameters {
        discrimination: link.discrimination(after.discrimination),
        difficulty: link.difficulty(after.difficulty),
    };
    // What links the scales is part of the link: its error is counted once, not twice.
    let sign = if links { -1.0 } else { 1.0 };
    let (ratio, shift) = (item.ratio_variance(), item.shift_variance(link.scale));
    let lever = (link.scale * (after.difficulty - link.centre) * link.scale_error).powi(2);
    // A link by one item alone would leave nothing of its own error.
    let rest = |own: f64, shared: f64| (own + sign * shared * shared).max(1e-3 * own);
    Displacement {
        difficulty: later.difficulty - before.difficulty,
        difficulty_error: (rest(shift, link.shift_error) + lever).sqrt(),
        discrimination: item.log_ratio() - link.scale.ln(),
        discrimination_error: rest(ratio, link.scale_error).sqrt(),
        area: area(before, later),
        difficulty_probability: 1.0,
        discrimination_probability: 1.0,
        drift: None,
        turned: false,
        links,
    }
}

/// The unsigned area between two curves (Raju, 1988): |2·ln(1 + e^(α₁α₂d/(α₂ − α₁)))·(α₂ − α₁)/(α₁α₂) − d| with
/// d = δ₂ − δ₁; |d| for equal discriminations.
fn area(one: Parameters, other: Parameters) -> f64 {
    let apart = other.difficulty - one.difficulty;
    let width = 1.0 / one.discrimination - 1.0 / other.discrimination;
    let steps = apart / width;
    if !steps.is_finite() || steps.abs() > 700.0 {
        return apart.abs();
    }
    // ln(1 + eˣ) without overflow.
    let bend = steps.max(0.0) + (-steps.abs()).exp().ln_1p();
    (2.0 * width * bend - apart).abs()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn areas_are_those_summed_up() {
        let check = |one: (f64, f64), other: (f64, f64)| {
            let of = |(discrimination, difficulty)| Parameters { discrimination, difficulty };
            let (one, other) = (of(one), of(other));
            let step = 0.002;
            let height = |rank: i32| {
                let theta = f64::from(rank) * step;
                (one.probability(theta) - other.probability(theta)).abs() * step
            };
            let sum: f64 = (-20_000..20_000).map(height).sum();
            let got = area(one, other);
            assert!((got - sum).abs() < 1e-3, "{one:?} {other:?}: {got} instead of {sum}");
        };
        check((1.0, 0.0), (1.0, 0.5));
        check((1.0, 0.0), (1.0, 0.0));
        check((1.0, 0.5), (2.0, 0.5));
        check((0.7, -0.4), (1.9, 1.1));
        check((1.9, 1.1), (0.7, -0.4));
        check((1.0, 0.0), (1.000_001, 0.8));
    }
}
