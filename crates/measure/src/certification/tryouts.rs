//! New items tried out among those that count.
//!
//! An item on trial stands in the pool with [`super::Traits::on_trial`]: its curve is not known yet. Each test tries out
//! a fixed number of them, at places that its seed draws among the questions that count, so that nobody can tell which
//! is which. Their answers teach nothing about the person and count for nothing; the rules of content (one question of
//! a tube, enemies, accessibility, time, alerts) hold for all questions of a test together.
//!
//! Which item: chance draws one, each as likely as answers are missing to it. So items come to the number of answers
//! wanted however old the counts are with which a test begins; one whose tube is asked often comes later. Who answers an
//! item is anybody, but for tubes that earlier questions closed: it depends on answers only that are known, so it can be
//! ignored when all of them are calibrated together (Rubin, 1976). Choosing persons by
//! their ability gathers more information from as many answers, but only of an item whose curve is known already
//! (locally optimal designs: Ul Hassan and Miller, 2019), and with real items the gain was moderate (doi
//! 10.1177/01466216261420758).

use super::step::Why;
use super::{Choice, Relaxation, Sitting};
use crate::irt::ItemIndex;
use crate::placement::draw;

/// The purposes of the draws of one test.
const PLACE: u32 = 11;
const ITEM: u32 = 13;

/// The answers that items on trial have so far: handed in with a test, part of what its replay needs.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tryouts {
    answers: Vec<u32>,
    wanted: u32,
}

impl Tryouts {
    /// So many answers of each item of a pool, and how many are wanted of each on trial. An item beyond the end of the
    /// list has none.
    #[must_use]
    pub fn new(answers: Vec<u32>, wanted: u32) -> Self {
        Self { answers, wanted }
    }

    /// The answers of each item.
    #[must_use]
    pub fn answers(&self) -> &[u32] {
        &self.answers
    }

    /// Counts the items that a test tried out.
    pub fn record(&mut self, tried: impl IntoIterator<Item = ItemIndex>) {
        for item in tried {
            let place = item as usize;
            if place >= self.answers.len() {
                self.answers.resize(place + 1, 0);
            }
            if let Some(count) = self.answers.get_mut(place) {
                *count = count.saturating_add(1);
            }
        }
    }

    pub(super) fn missing(&self, item: ItemIndex) -> u32 {
        self.wanted.saturating_sub(self.of(item))
    }

    fn of(&self, item: ItemIndex) -> u32 {
        self.answers.get(item as usize).copied().unwrap_or(0)
    }
}

/// So many different numbers below another, drawn with a seed (Floyd's way of drawing without putting back).
pub(super) fn places(seed: u64, count: u32, among: u32) -> Vec<u32> {
    let mut drawn: Vec<u32> = Vec::with_capacity(count.min(among) as usize);
    for last in among.saturating_sub(count)..among {
        let lot = u32::try_from(draw(seed, last, PLACE, last as usize + 1)).unwrap_or(last);
        drawn.push(if drawn.contains(&lot) { last } else { lot });
    }
    drawn
}

impl<'a> Sitting<'a> {
    /// The same test, which tries out items too, as many as its version says.
    #[must_use]
    pub fn trying(self, tryouts: &'a Tryouts) -> Self {
        let settings = &self.version.settings;
        let places = places(self.seed, settings.tryouts, settings.stopping.floor);
        Self { tryouts: Some(tryouts), places, ..self }
    }
}

impl Sitting<'_> {
    /// The item to try out now, if one is due and may be asked.
    pub(super) fn tryout(&self) -> Option<Choice> {
        let tryouts = self.tryouts.filter(|_| self.tryout_due())?;
        let pool = &self.version.pool;
        let free = pool.on_trial().iter().filter(|item| self.gate.untried(pool, **item, tryouts).is_none());
        let free: Vec<(ItemIndex, u64)> =
            free.map(|item| (*item, u64::from(tryouts.missing(*item)))).collect();
        let missing: u64 = free.iter().map(|(_, missing)| missing).sum();
        let lots = usize::try_from(missing).unwrap_or(usize::MAX);
        let mut lot = draw(self.seed, self.position(), ITEM, lots) as u64;
        let (item, _) = free.into_iter().find(|(_, here)| {
            let found = lot < *here;
            lot = lot.saturating_sub(*here);
            found
        })?;
        let (ability, error) = self.running();
        let why = Why::TriedOut { answers: tryouts.of(item), missing };
        Some(Choice { item, reward: 0.0, best: 0.0, ability, error, why, relaxation: Relaxation::Nothing })
    }

    /// Whether an item is to be tried out before the next question that counts.
    fn tryout_due(&self) -> bool {
        let before = self.steps.last().is_none_or(super::Step::counts);
        before && self.places.contains(&self.position())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_are_different_and_each_as_likely() {
        let check = |count: u32, among: u32| {
            let mut times = vec![0_u32; among as usize];
            for seed in 0..2_000 {
                let mut drawn = places(seed, count, among);
                assert_eq!(drawn, places(seed, count, among));
                drawn.iter().for_each(|place| times[*place as usize] += 1);
                drawn.sort_unstable();
                drawn.dedup();
                assert_eq!(drawn.len(), count.min(among) as usize, "{count} of {among}");
            }
            let expected = 2_000.0 * f64::from(count.min(among)) / f64::from(among.max(1));
            let near = |times: &u32| (f64::from(*times) - expected).abs() <= 6.0 * expected.sqrt();
            assert!(times.iter().all(near), "{count} of {among}: {times:?}");
        };
        check(3, 32);
        check(32, 32);
        check(1, 1);
        check(0, 5);
        check(7, 4);
        check(2, 0);
    }

    #[test]
    fn answers_are_counted() {
        let mut tryouts = Tryouts::new(vec![0, 4], 5);
        tryouts.record([1, 3, 3]);
        assert_eq!(tryouts.answers(), [0, 5, 0, 2]);
        let missing: Vec<u32> = (0..5).map(|item| tryouts.missing(item)).collect();
        assert_eq!(missing, [5, 0, 5, 3, 5]);
    }
}
