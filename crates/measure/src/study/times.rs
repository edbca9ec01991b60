//! Times judged: answers that came too fast or too slow, and persons whose pace is unlike the others'.

use crate::fit::{FitError, Paces, Timed, holm, holm_smallest, normal_tail};
use crate::simulation::mean;

/// So many deviations from what a time should be are told: three in a thousand honest times.
pub const FAR: f64 = 3.0;

/// A time that is far from what it should be.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct OddTime {
    /// Who, at what, how long.
    pub timed: Timed,
    /// The seconds expected of this person for this item.
    pub expected: f64,
    /// How many deviations of ln t lie between; below 0 too fast.
    pub residual: f64,
    /// The probability of one so far away, adjusted for all times (Holm, 1979).
    pub adjusted: f64,
}

/// The pace of a person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Tempo {
    /// The times known.
    pub times: usize,
    /// τ: ln of how many times faster than the mean.
    pub pace: f64,
    /// The probability of a pace so far from the others', adjusted for all persons (Holm, 1979).
    pub adjusted: Option<f64>,
    /// The times more than three deviations too fast for this person.
    pub fast: usize,
    /// Those too slow.
    pub slow: usize,
}

/// All times judged.
#[derive(Debug, Clone, PartialEq)]
pub struct Tempos {
    /// How many times there are.
    pub times: usize,
    /// Those of them that could be judged: an item needs two, and some spread.
    pub judged: usize,
    /// The times beyond three deviations, the farthest first.
    pub odd: Vec<OddTime>,
    /// Per person; none without a time.
    pub persons: Vec<Option<Tempo>>,
}

/// Judges times by the log-normal model (van der Linden, 2006) fitted to them.
///
/// # Errors
/// Those of [`Paces::new`].
pub fn tempos(items: usize, persons: usize, times: &[Timed]) -> Result<Tempos, FitError> {
    let paces = Paces::new(items, persons, times)?;
    let mut found = Tempos { times: times.len(), judged: 0, odd: Vec::new(), persons: vec![None; persons] };
    for timed in times.iter().copied() {
        let person = found.persons.get_mut(timed.person as usize);
        let Some((person, pace)) = person.zip(paces.pace(timed.person)) else { continue };
        let none = Tempo { times: 0, pace, adjusted: None, fast: 0, slow: 0 };
        let tempo = person.get_or_insert(none);
        tempo.times += 1;
        let Some(residual) = paces.residual(&timed) else { continue };
        found.judged += 1;
        if residual.abs() > FAR {
            tempo.fast += usize::from(residual < 0.0);
            tempo.slow += usize::from(residual > 0.0);
            let expected = paces.expected(timed.person, timed.item).unwrap_or(timed.seconds);
            found.odd.push(OddTime { timed, expected, residual, adjusted: 1.0 });
        }
    }
    found.odd.sort_by(|one, other| {
        let place = |odd: &OddTime| (odd.timed.person, odd.timed.item);
        other.residual.abs().total_cmp(&one.residual.abs()).then_with(|| place(one).cmp(&place(other)))
    });
    let tails: Vec<f64> = found.odd.iter().map(|odd| both_sides(odd.residual)).collect();
    let adjusted = holm_smallest(&tails, found.judged);
    found.odd.iter_mut().zip(adjusted).for_each(|(odd, adjusted)| odd.adjusted = adjusted);
    compare_paces(&mut found.persons);
    Ok(found)
}

/// The pace of each person beside those of all.
fn compare_paces(persons: &mut [Option<Tempo>]) {
    let known = || persons.iter().flatten().map(|tempo| tempo.pace);
    let centre = mean(known());
    let deviation = mean(known().map(|pace| (pace - centre).powi(2))).sqrt();
    let tail = |tempo: &Option<Tempo>| {
        let distance = (tempo.as_ref()?.pace - centre) / deviation;
        distance.is_finite().then(|| both_sides(distance))
    };
    let adjusted = holm(&persons.iter().map(tail).collect::<Vec<_>>());
    for (tempo, adjusted) in persons.iter_mut().zip(adjusted) {
        if let Some(tempo) = tempo {
            tempo.adjusted = adjusted;
        }
    }
}

fn both_sides(distance: f64) -> f64 {
    2.0 * normal_tail(distance.abs())
}
