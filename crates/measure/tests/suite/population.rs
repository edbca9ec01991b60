//! Persons, items and answers whose truth is known.

use measure::calibration::Responses;
use measure::irt::{Parameters, Response};
use measure::placement::mix;

/// A number between 0 and 1, fixed by three others.
pub(crate) fn uniform(seed: u64, place: u64, stream: u64) -> f64 {
    (mix(mix(mix(seed) ^ place) ^ stream) >> 11) as f64 / (1_u64 << 53) as f64
}

/// A standard normal number (Box and Muller, 1958).
pub(crate) fn normal(seed: u64, place: u64, stream: u64) -> f64 {
    let radius = (-2.0 * (1.0 - uniform(seed, place, 2 * stream)).ln()).sqrt();
    radius * (2.0 * std::f64::consts::PI * uniform(seed, place, 2 * stream + 1)).cos()
}

/// A bank: ln α normal with deviation 0.3, δ standard normal.
pub(crate) fn bank(seed: u64, items: u64) -> Vec<Parameters> {
    let item = |place| Parameters {
        discrimination: (0.3 * normal(seed, place, 100)).exp(),
        difficulty: normal(seed, place, 101),
    };
    (0..items).map(item).collect()
}

/// Abilities.
pub(crate) fn abilities(seed: u64, persons: u64, mean: f64, deviation: f64) -> Vec<f64> {
    (0..persons).map(|person| mean + deviation * normal(seed, person, 200)).collect()
}

pub(crate) fn names(items: usize) -> Vec<String> {
    (0..items).map(|item| format!("item {item}")).collect()
}

/// Whether a person is right, with so much probability.
pub(crate) fn right(seed: u64, person: usize, item: usize, probability: f64) -> bool {
    uniform(seed, person as u64, 1_000 + item as u64) < probability
}

/// Answers of persons of one group or more, to the items that `meets` says.
pub(crate) fn answers(
    seed: u64,
    bank: &[Parameters],
    persons: &[(u32, f64)],
    meets: impl Fn(usize, f64, usize) -> bool,
) -> Responses {
    let rows = persons.iter().enumerate().map(|(person, (group, ability))| {
        let met = bank.iter().enumerate().filter(|(item, _)| meets(person, *ability, *item));
        let row = met.map(|(item, parameters)| Response {
            item: u32::try_from(item).unwrap(),
            right: right(seed, person, item, parameters.probability(*ability)),
        });
        (*group, row.collect::<Vec<_>>())
    });
    Responses::by_person(names(bank.len()), rows).unwrap()
}

pub(crate) fn one_group(abilities: Vec<f64>) -> Vec<(u32, f64)> {
    abilities.into_iter().map(|ability| (0, ability)).collect()
}

/// The weighted likelihood estimate (Warm, 1989), by bisection between −6 and 6.
pub(crate) fn weighted(answers: &[(Parameters, bool)]) -> f64 {
    let slope = |ability: f64| {
        let (mut score, mut information, mut skew) = (0.0, 0.0, 0.0);
        for (parameters, right) in answers {
            let (a, p) = (parameters.discrimination, parameters.probability(ability));
            score += a * (f64::from(u8::from(*right)) - p);
            information += a * a * p * (1.0 - p);
            skew += a * a * a * p * (1.0 - p) * (1.0 - 2.0 * p);
        }
        score + skew / (2.0 * information)
    };
    let (mut low, mut high) = (-6.0, 6.0);
    for _ in 0..40 {
        let middle = f64::midpoint(low, high);
        if slope(middle) > 0.0 { low = middle } else { high = middle }
    }
    f64::midpoint(low, high)
}
