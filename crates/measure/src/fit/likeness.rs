//! Who answered like whom, among many persons.

use super::{FitError, Pair, Similarity, holm_smallest, similarity};
use crate::irt::ItemIndex;
use crate::simulation::each;

/// Below this probability, each for itself, a pair is kept.
const LEVEL: f64 = 0.05;
/// A pair of a lower ω is not looked at closer: its probability counts as 1, whatever it is.
const SUSPECT: f64 = 1.5;

/// An answer, and how probable a right one was for the person.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Weighed {
    /// The item.
    pub item: ItemIndex,
    /// The probability of a right answer.
    pub probability: f64,
    /// Whether it was right.
    pub right: bool,
}

/// A person, and where they sat.
#[derive(Debug, Clone, PartialEq)]
pub struct Participant {
    /// The session or the room: only who shared it is compared.
    pub room: u32,
    /// The answers, by item, none twice.
    pub answers: Vec<Weighed>,
}

/// Which pairs are compared.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Pairing {
    /// The items that both must have answered.
    pub least_common: u32,
    /// With more pairs than this nothing is compared.
    pub most_pairs: u64,
}

impl Default for Pairing {
    /// Ten items, and two million pairs: 2,000 persons of one room.
    fn default() -> Self {
        Self { least_common: 10, most_pairs: 2_000_000 }
    }
}

/// Two persons who answered alike.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Likeness {
    /// One of them, by place.
    pub one: usize,
    /// The other; the greater place.
    pub other: usize,
    /// The items that both answered.
    pub common: u32,
    /// Those that both answered wrong.
    pub both_wrong: u32,
    /// How alike the answers are.
    pub similarity: Similarity,
    /// The exact probability, adjusted for all pairs compared (Holm, 1979).
    pub adjusted: f64,
}

/// What comparing everybody gave.
#[derive(Debug, Clone, PartialEq)]
pub struct Likenesses {
    /// The pairs whose exact probability is below 5 %, each for itself; the least probable first.
    pub pairs: Vec<Likeness>,
    /// How many pairs were compared.
    pub compared: u64,
    /// How many share too few items.
    pub apart: u64,
}

/// Compares the answers of all persons who shared a room, two by two, with so many threads: the generalised binomial
/// test (van der Linden and Sotaridona, 2006) of answers marked right or wrong, each working on their own being alike in
/// an item with probability P₁P₂ + Q₁Q₂.
///
/// # Errors
/// [`FitError::Pairs`] when there are more pairs than allowed, before anything is compared; [`FitError::OutOfRange`] for
/// a probability that is none.
pub fn likenesses(persons: &[Participant], pairing: Pairing, threads: usize) -> Result<Likenesses, FitError> {
    let answers = persons.iter().flat_map(|person| &person.answers);
    if let Some(odd) = answers.map(|one| one.probability).find(|chance| !(0.0..=1.0).contains(chance)) {
        return Err(FitError::OutOfRange { what: "the probability of a right answer", given: odd });
    }
    let circles = circles(persons);
    let pairs = circles.iter().map(|circle| circle.len() as u64 * (circle.len() as u64 - 1) / 2).sum();
    if pairs > pairing.most_pairs {
        return Err(FitError::Pairs { pairs, most: pairing.most_pairs });
    }
    let seats: Vec<(&[usize], usize)> = circles
        .iter()
        .flat_map(|circle| (0..circle.len()).map(move |seat| (circle.as_slice(), seat)))
        .collect();
    let rows = each(&seats, threads, |(circle, seat)| row(persons, circle, *seat, pairing.least_common));
    let mut found = Likenesses { pairs: Vec::new(), compared: 0, apart: 0 };
    for row in rows {
        found.compared += row.compared;
        found.apart += row.apart;
        found.pairs.extend(row.pairs);
    }
    let exact = |pair: &Likeness| pair.similarity.exact_probability;
    found
        .pairs
        .sort_by(|a, b| exact(a).total_cmp(&exact(b)).then_with(|| (a.one, a.other).cmp(&(b.one, b.other))));
    let tests = usize::try_from(found.compared).unwrap_or(usize::MAX);
    let adjusted = holm_smallest(&found.pairs.iter().map(exact).collect::<Vec<_>>(), tests);
    found.pairs.iter_mut().zip(adjusted).for_each(|(pair, adjusted)| pair.adjusted = adjusted);
    Ok(found)
}

/// The persons of each room.
fn circles(persons: &[Participant]) -> Vec<Vec<usize>> {
    let mut rooms: std::collections::BTreeMap<u32, Vec<usize>> = std::collections::BTreeMap::new();
    for (place, person) in persons.iter().enumerate() {
        rooms.entry(person.room).or_default().push(place);
    }
    rooms.into_values().collect()
}

/// A person beside the half of the circle that follows: so every pair comes once, and everybody has as many.
fn row(persons: &[Participant], circle: &[usize], seat: usize, least_common: u32) -> Likenesses {
    let size = circle.len();
    let opposite = usize::from(size.is_multiple_of(2) && seat < size / 2);
    let mut row = Likenesses { pairs: Vec::new(), compared: 0, apart: 0 };
    for step in 1..=(size.saturating_sub(1)) / 2 + opposite {
        let Some((one, other)) = circle.get(seat).zip(circle.get((seat + step) % size)) else { continue };
        let (one, other) = (*one.min(other), *one.max(other));
        let Some((first, second)) = persons.get(one).zip(persons.get(other)) else { continue };
        let (pairs, both_wrong) = shared(&first.answers, &second.answers);
        let common = u32::try_from(pairs.len()).unwrap_or(u32::MAX);
        if common < least_common {
            row.apart += 1;
            continue;
        }
        row.compared += 1;
        if !suspect(&pairs) {
            continue;
        }
        if let Ok(similarity) = similarity(&pairs)
            && similarity.exact_probability < LEVEL
        {
            row.pairs.push(Likeness { one, other, common, both_wrong, similarity, adjusted: 1.0 });
        }
    }
    row
}

/// The items that both answered, and how many of them both answered wrong.
fn shared(first: &[Weighed], second: &[Weighed]) -> (Vec<Pair>, u32) {
    let (mut pairs, mut both_wrong) = (Vec::new(), 0);
    let mut rest = second.iter().peekable();
    for one in first {
        while rest.next_if(|other| other.item < one.item).is_some() {}
        let Some(other) = rest.next_if(|other| other.item == one.item) else { continue };
        let (p, q) = (one.probability, other.probability);
        pairs.push(Pair { probability: p * q + (1.0 - p) * (1.0 - q), alike: one.right == other.right });
        both_wrong += u32::from(!one.right && !other.right);
    }
    (pairs, both_wrong)
}

/// Whether ω, which costs little, is high enough to look closer.
fn suspect(pairs: &[Pair]) -> bool {
    let (mut excess, mut variance) = (0.0, 0.0);
    for pair in pairs {
        excess += f64::from(u8::from(pair.alike)) - pair.probability;
        variance += pair.probability * (1.0 - pair.probability);
    }
    excess > SUSPECT * variance.sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn person(room: u32, marks: &[(u32, bool)]) -> Participant {
        let answer = |(item, right): &(u32, bool)| Weighed { item: *item, probability: 0.5, right: *right };
        Participant { room, answers: marks.iter().map(answer).collect() }
    }

    /// Somebody whose answers to 40 items have no pattern.
    fn other(room: u32, seed: u32) -> Participant {
        let marks: Vec<(u32, bool)> = (0..40)
            .map(|item| (item, crate::placement::mix((u64::from(seed) << 32) | u64::from(item)) & 1 == 1))
            .collect();
        person(room, &marks)
    }

    #[test]
    fn every_pair_of_a_room_comes_once() {
        for size in 0..9_u32 {
            let persons: Vec<Participant> = (0..size).map(|seed| other(0, seed)).collect();
            let found = likenesses(&persons, Pairing::default(), 2).unwrap();
            assert_eq!(found.compared, u64::from(size * size.saturating_sub(1) / 2), "{size}");
        }
        // All alike: every pair is told, each once.
        let same = vec![other(0, 1); 6];
        let mut told: Vec<(usize, usize)> = likenesses(&same, Pairing::default(), 3)
            .unwrap()
            .pairs
            .iter()
            .map(|pair| (pair.one, pair.other))
            .collect();
        told.sort_unstable();
        let all: Vec<(usize, usize)> =
            (0..6).flat_map(|one| (one + 1..6).map(move |other| (one, other))).collect();
        assert_eq!(told, all);
    }

    #[test]
    fn who_copied_is_told_and_rooms_stay_apart() {
        let mut persons: Vec<Participant> = (0..60).map(|seed| other(seed % 2, seed)).collect();
        persons[11].answers = persons[3].answers.clone();
        persons[8].answers = persons[5].answers.clone();
        let run = |threads| likenesses(&persons, Pairing::default(), threads).unwrap();
        let found = run(1);
        assert_eq!(found, run(4));
        assert_eq!((found.compared, found.apart), (2 * 435, 0));
        let told: Vec<_> = found.pairs.iter().filter(|pair| pair.adjusted < 0.05).collect();
        let [pair] = told.as_slice() else { panic!("one pair: {told:?}") };
        assert_eq!((pair.one, pair.other, pair.common, pair.similarity.alike), (3, 11, 40, 40));
        let wrong = persons[3].answers.iter().filter(|answer| !answer.right).count();
        assert_eq!(pair.both_wrong as usize, wrong);
    }

    #[test]
    fn few_items_in_common_say_nothing() {
        let one = person(0, &[(0, true), (2, true), (5, false)]);
        let two = person(0, &[(1, true), (2, true), (5, false), (9, true)]);
        let of = |least_common| {
            let pairing = Pairing { least_common, ..Pairing::default() };
            likenesses(&[one.clone(), two.clone()], pairing, 1).unwrap()
        };
        assert_eq!((of(2).compared, of(2).apart), (1, 0));
        assert_eq!((of(3).compared, of(3).apart), (0, 1));
    }

    #[test]
    fn what_cannot_be_compared_is_refused_first() {
        let persons: Vec<Participant> = (0..50).map(|seed| other(seed / 25, seed)).collect();
        let most = |most_pairs| likenesses(&persons, Pairing { most_pairs, least_common: 1 }, 1);
        assert_eq!(most(599), Err(FitError::Pairs { pairs: 600, most: 599 }));
        assert_eq!(most(600).unwrap().compared, 600);
        for odd in [-0.1, 1.1, f64::NAN] {
            let mut odd_one = persons.clone();
            odd_one[7].answers[0].probability = odd;
            let refused = likenesses(&odd_one, Pairing::default(), 1);
            assert!(matches!(refused, Err(FitError::OutOfRange { .. })), "{refused:?}");
        }
    }
}
