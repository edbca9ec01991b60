//! All that is in force about one person, and the rule that decides between two elements.

use super::{Evidence, SkillId, Source};

/// What is in force about one person: at most one element per skill, sorted by skill.
///
/// Between the element held and a new one on the same skill, [`Knowledge::absorb`] decides:
///
/// | held | new | decision |
/// |---|---|---|
/// | nothing | any | the new one is taken |
/// | inferred | direct | the new one is taken, whatever the dates: an answer outranks a deduction |
/// | direct | inferred | the new one is set aside, whatever the dates |
/// | same source | strictly newer | the new one is taken |
/// | same source | same instant or older | the new one is set aside |
///
/// So a set of elements with distinct instants ends, in whatever order it is absorbed, with the
/// newest direct element of each skill, or its newest inferred one when there is no direct one. A
/// newer deduction does replace an older deduction, and may lower the pix; nothing is dropped in
/// silence, because the [`Absorbed`] returned names every element replaced or set aside. Validated
/// elements alone never lower the pix, since each replaces an element by a validated one.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Knowledge {
    held: Vec<Evidence>,
}

/// What became of the elements absorbed: each of them is either in `taken` or in `set_aside`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Absorbed {
    /// The new elements now in force (unless a later one of the same call replaced them).
    pub taken: Vec<Evidence>,
    /// The elements that were in force and no longer are.
    pub replaced: Vec<Evidence>,
    /// The new elements that were refused.
    pub set_aside: Vec<SetAside>,
}

/// A new element that did not come into force.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct SetAside {
    /// The element refused.
    pub evidence: Evidence,
    /// The element that stays in force.
    pub held: Evidence,
    /// Why it stays.
    pub reason: Reason,
}

impl SetAside {
    /// Whether the element refused says the opposite of the one that stays.
    pub fn contradicts(&self) -> bool {
        self.evidence.outcome != self.held.outcome
    }
}

/// Why an element stays in force against a new one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Reason {
    /// It was answered directly, and the new one is only inferred.
    Direct,
    /// It has the same source and is at least as recent.
    NotOlder,
}

impl Knowledge {
    /// The element in force for this skill, if any.
    pub fn get(&self, skill: SkillId) -> Option<&Evidence> {
        self.position(skill).ok().and_then(|index| self.held.get(index))
    }

    /// All the elements in force, sorted by skill.
    pub fn iter(&self) -> impl Iterator<Item = &Evidence> {
        self.held.iter()
    }

    /// The number of skills with an element in force.
    pub fn len(&self) -> usize {
        self.held.len()
    }

    /// Whether nothing is known.
    pub fn is_empty(&self) -> bool {
        self.held.is_empty()
    }

    /// The instant of the newest element in force, from which the delays run.
    pub fn newest(&self) -> Option<i64> {
        self.iter().map(|evidence| evidence.at).max()
    }

    /// Puts new elements in force by the rule above, and says what became of each.
    pub fn absorb(&mut self, evidence: impl IntoIterator<Item = Evidence>) -> Absorbed {
        let mut absorbed = Absorbed::default();
        for new in evidence {
            self.absorb_one(new, &mut absorbed);
        }
        absorbed
    }

    /// Takes the element of a skill out of force (a reset) and returns it.
    pub fn forget(&mut self, skill: SkillId) -> Option<Evidence> {
        self.position(skill).ok().map(|index| self.held.remove(index))
    }

    fn absorb_one(&mut self, new: Evidence, absorbed: &mut Absorbed) {
        match self.position(new.skill) {
            Err(index) => {
                self.held.insert(index, new);
                absorbed.taken.push(new);
            }
            Ok(index) => {
                let Some(held) = self.held.get_mut(index) else { return };
                if let Some(reason) = objection(held, &new) {
                    absorbed.set_aside.push(SetAside { evidence: new, held: *held, reason });
                    return;
                }
                absorbed.replaced.push(std::mem::replace(held, new));
                absorbed.taken.push(new);
            }
        }
    }

    fn position(&self, skill: SkillId) -> Result<usize, usize> {
        self.held.binary_search_by_key(&skill, |evidence| evidence.skill)
    }
}

/// Why the element held stays in force against the new one, if it does.
fn objection(held: &Evidence, new: &Evidence) -> Option<Reason> {
    match (held.source, new.source) {
        (Source::Inferred, Source::Direct) => None,
        (Source::Direct, Source::Inferred) => Some(Reason::Direct),
        _ => (new.at <= held.at).then_some(Reason::NotOlder),
    }
}

impl FromIterator<Evidence> for Knowledge {
    fn from_iter<I: IntoIterator<Item = Evidence>>(evidence: I) -> Self {
        let mut knowledge = Knowledge::default();
        knowledge.absorb(evidence);
        knowledge
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::{Outcome, Outcome::*, Pix, Skill, Source::*, TubeId, earned, infer};
    use super::*;

    fn element(outcome: Outcome, source: Source, at: i64) -> Evidence {
        Evidence { skill: SkillId(1), outcome, source, at }
    }

    #[test]
    fn the_rule_decides_between_two_elements() {
        let check = |held: Evidence, new: Evidence, refusal: Option<Reason>| {
            let mut knowledge = Knowledge::from_iter([held]);
            let got = knowledge.absorb([new]);
            let expected = match refusal {
                Some(reason) => Absorbed {
                    set_aside: vec![SetAside { evidence: new, held, reason }],
                    ..Absorbed::default()
                },
                None => Absorbed { taken: vec![new], replaced: vec![held], set_aside: vec![] },
            };
            assert_eq!(got, expected, "{held:?} {new:?}");
            let kept = if refusal.is_some() { held } else { new };
            assert_eq!(knowledge.get(SkillId(1)), Some(&kept));
        };
        let direct = element(Validated, Direct, 10);
        let inferred = element(Validated, Inferred, 10);
        check(direct, element(Invalidated, Direct, 11), None);
        check(direct, element(Invalidated, Direct, 10), Some(Reason::NotOlder));
        check(direct, element(Invalidated, Direct, 9), Some(Reason::NotOlder));
        check(direct, element(Invalidated, Inferred, 11), Some(Reason::Direct));
        check(direct, element(Validated, Inferred, 9), Some(Reason::Direct));
        check(inferred, element(Invalidated, Direct, 11), None);
        check(inferred, element(Invalidated, Direct, 9), None);
        check(inferred, element(Invalidated, Inferred, 11), None);
        check(inferred, element(Invalidated, Inferred, 10), Some(Reason::NotOlder));
        check(inferred, element(Invalidated, Inferred, 9), Some(Reason::NotOlder));
    }

    #[test]
    fn a_refusal_says_whether_it_hides_a_contradiction() {
        let check = |outcome, expected| {
            let mut knowledge = Knowledge::from_iter([element(Validated, Direct, 10)]);
            let absorbed = knowledge.absorb([element(outcome, Inferred, 20)]);
            let got: Vec<bool> = absorbed.set_aside.iter().map(SetAside::contradicts).collect();
            assert_eq!(got, [expected]);
        };
        check(Validated, false);
        check(Invalidated, true);
    }

    #[test]
    fn forgetting_gives_the_element_back_once() {
        let held = element(Validated, Direct, 10);
        let mut knowledge = Knowledge::from_iter([held]);
        assert_eq!(knowledge.newest(), Some(10));
        assert_eq!(knowledge.forget(SkillId(2)), None);
        assert_eq!(knowledge.forget(SkillId(1)), Some(held));
        assert_eq!(knowledge.forget(SkillId(1)), None);
        assert!(knowledge.is_empty() && knowledge.newest().is_none());
    }

    fn evidence(distinct: bool) -> impl Strategy<Value = Vec<Evidence>> {
        let one = (0_u16..6, any::<bool>(), any::<bool>(), 0_i64..50);
        prop::collection::vec(one, 0..40).prop_map(move |all| {
            let build = |(index, (skill, validated, direct, at)): (usize, (u16, bool, bool, i64))| Evidence {
                skill: SkillId(skill),
                outcome: if validated { Validated } else { Invalidated },
                source: if direct { Direct } else { Inferred },
                at: if distinct { at * 100 + i64::try_from(index).unwrap() } else { at },
            };
            all.into_iter().enumerate().map(build).collect()
        })
    }

    proptest! {
        #[test]
        fn with_distinct_instants_the_order_of_absorption_is_free(
            (all, shuffled) in evidence(true).prop_flat_map(|all| (Just(all.clone()), Just(all).prop_shuffle()))
        ) {
            let knowledge = Knowledge::from_iter(all.clone());
            prop_assert_eq!(&knowledge, &Knowledge::from_iter(shuffled));
            for held in knowledge.iter() {
                let rank = |e: &Evidence| (e.source == Direct, e.at);
                let best = all.iter().filter(|e| e.skill == held.skill).max_by_key(|e| rank(e));
                prop_assert_eq!(Some(held), best);
            }
        }

        #[test]
        fn nothing_is_lost_and_an_inference_never_replaces_an_answer(before in evidence(false), new in evidence(false)) {
            let mut knowledge = Knowledge::from_iter(before);
            let directs: Vec<Evidence> = knowledge.iter().filter(|e| e.source == Direct).copied().collect();
            let absorbed = knowledge.absorb(new.clone());
            prop_assert_eq!(absorbed.taken.len() + absorbed.set_aside.len(), new.len());
            for direct in directs {
                let now = knowledge.get(direct.skill).copied();
                prop_assert!(now.is_some_and(|now| now == direct || (now.source == Direct && now.at > direct.at)));
            }
            prop_assert!(knowledge.iter().zip(knowledge.iter().skip(1)).all(|(a, b)| a.skill < b.skill));
        }

        #[test]
        fn a_success_never_lowers_the_pix(before in evidence(false), answered in 0_u16..6, at in 0_i64..60) {
            let skill = |n: u16| Skill {
                id: SkillId(n), tube: TubeId(n % 2), level: u8::try_from(n).unwrap(), pix: Pix::share(3),
            };
            let skills: Vec<Skill> = (0..6).map(skill).collect();
            let mut knowledge = Knowledge::from_iter(before);
            let pix = earned(&skills, &knowledge);
            knowledge.absorb(infer(&skills, &Default::default(), SkillId(answered), true, at));
            prop_assert!(earned(&skills, &knowledge) >= pix);
        }
    }
}
