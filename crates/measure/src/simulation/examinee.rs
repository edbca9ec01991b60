//! Who takes the test.

use super::{Behaviour, BehaviourError, chance};
use crate::irt::{Item, ItemIndex};
use crate::placement::mix;

/// What is drawn of a person beside the answers.
const TESTLET: u64 = 0x7E57;
const LEAVING: u64 = 0x1EA7E;

/// A person with a true ability.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Examinee {
    /// The number that makes all draws of this person.
    pub person: u64,
    /// The true ability.
    pub theta: f64,
    /// How the person answers.
    pub behaviour: Behaviour,
}

impl Examinee {
    /// Whether the answer to an item is right: the same whoever asks and when.
    #[must_use]
    pub fn answers(&self, index: ItemIndex, item: &Item) -> bool {
        let Behaviour { dependence, .. } = self.behaviour;
        let beyond = if dependence > 0.0 {
            dependence * chance::normal(mix(self.person ^ TESTLET), item.competence.into())
        } else {
            0.0
        };
        let probability = item.parameters.probability(self.theta + beyond);
        chance::answer(self.person, index) < self.behaviour.success(probability)
    }

    /// Whether the person leaves before this question, the first being 0.
    #[must_use]
    pub fn leaves(&self, position: usize) -> bool {
        let leave = self.behaviour.leave;
        position > 0 && leave > 0.0 && chance::uniform(mix(self.person ^ LEAVING), position as u64) < leave
    }

    /// The seed of the person's test.
    #[must_use]
    pub fn seed(&self) -> u64 {
        mix(self.person ^ 0x5EED)
    }
}

/// From whom examinees are drawn.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Population {
    seed: u64,
    behaviour: Behaviour,
}

impl Population {
    /// Normal abilities of mean 0 and deviation 1.
    ///
    /// # Errors
    /// [`BehaviourError`], with the number that is not one.
    pub fn new(seed: u64, behaviour: Behaviour) -> Result<Self, BehaviourError> {
        behaviour.check()?;
        Ok(Self { seed, behaviour })
    }

    /// The first examinees, so many.
    #[must_use]
    pub fn draw(&self, count: u32) -> Vec<Examinee> {
        let person = |rank: u32| Examinee {
            person: self.person(rank),
            theta: chance::normal(self.seed, rank.into()),
            behaviour: self.behaviour,
        };
        (0..count).map(person).collect()
    }

    /// A person for each of these true abilities.
    #[must_use]
    pub fn of(&self, abilities: &[f64]) -> Vec<Examinee> {
        let person = |(rank, theta): (u32, &f64)| Examinee {
            person: self.person(rank),
            theta: *theta,
            behaviour: self.behaviour,
        };
        (0..).zip(abilities).map(person).collect()
    }

    /// The number of a person: seed 0 has those of the published comparison, from 0.
    fn person(&self, rank: u32) -> u64 {
        // The draws of an answer take the lower 32 bits of this number.
        let cohort = if self.seed == 0 { 0 } else { mix(self.seed) & 0xFFF0_0000 };
        cohort + u64::from(rank)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::irt::Parameters;

    fn item(competence: u32) -> Item {
        let parameters = Parameters { discrimination: 1.0, difficulty: 0.0 };
        Item { name: "any".to_owned(), parameters, competence, tube: 0, skill: 0 }
    }

    /// The share of right answers of people of ability 0 to an item of difficulty 0.
    fn share(behaviour: Behaviour) -> f64 {
        let people = Population::new(1, behaviour).unwrap().of(&[0.0; 10_000]);
        let right = people.iter().filter(|one| one.answers(3, &item(0))).count();
        right as f64 / 10_000.0
    }

    #[test]
    fn slips_and_guesses_come_as_often_as_said() {
        let check = |behaviour: Behaviour, expected: f64| {
            let got = share(behaviour);
            assert!((got - expected).abs() < 0.02, "{behaviour:?}: {got}");
        };
        let none = Behaviour::default();
        check(none, 0.5);
        check(Behaviour { slip: 0.2, ..none }, 0.4);
        check(Behaviour { guess: 0.2, ..none }, 0.6);
        check(Behaviour { dependence: 1.0, ..none }, 0.5);
    }

    #[test]
    fn items_of_a_competence_hang_together() {
        let behaviour = Behaviour { dependence: 2.0, ..Behaviour::default() };
        let people = Population::new(1, behaviour).unwrap().of(&[0.0; 10_000]);
        let alike = |one: u32, other: u32| {
            let same = |person: &&Examinee| person.answers(1, &item(one)) == person.answers(2, &item(other));
            people.iter().filter(same).count() as f64 / 10_000.0
        };
        assert!(alike(0, 0) > 0.6 && (alike(0, 1) - 0.5).abs() < 0.02);
    }

    #[test]
    fn people_leave_as_often_as_said() {
        let behaviour = Behaviour { leave: 0.1, ..Behaviour::default() };
        let people = Population::new(1, behaviour).unwrap().of(&[0.0; 10_000]);
        let gone = people.iter().filter(|one| one.leaves(5)).count();
        assert!((850..=1_150).contains(&gone), "{gone}");
        assert!(people.iter().all(|one| !one.leaves(0)));
    }
}
