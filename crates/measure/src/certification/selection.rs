//! The choice of the next question.

use super::exposure::{Exposure, chance};
use super::index::{Blend, Search};
use super::ranking::{Ranked, Ranking};
use super::rules::{Rejection, Relaxation, View};
use super::version::{Randomness, Version};
use super::{Choice, Sitting, Why};
use crate::irt::ItemIndex;
use crate::placement::draw;

/// The purposes of the draws of one question.
const PICK: u32 = 7;
const PROGRESS: u64 = 1 << 16;
const LOT: u32 = 1 << 16;
/// How many lots are drawn before all items are looked at.
const LOTS: u32 = 64;

impl Sitting<'_> {
    /// The best question under the rules but those that give way; none when nothing may be asked.
    pub(super) fn choose(&self, relaxation: Relaxation) -> Option<Choice> {
        let filter = self.filter(relaxation);
        let (ranking, why) = match self.randomness {
            Randomness::None => (self.search(&filter, 1, Blend::NONE), Why::Best),
            Randomness::Randomesque { best } => {
                let ranking = self.search(&filter, best.into(), Blend::NONE);
                let of = ranking.best().len();
                let rank = draw(self.seed, self.position(), PICK, of);
                (ranking, Why::AmongBest { rank, of })
            }
            Randomness::Progressive { .. } => self.blended(&filter)?,
        };
        let rank = if let Why::AmongBest { rank, .. } = why { rank } else { 0 };
        let Ranked { item, reward, .. } = *ranking.best().get(rank)?;
        let best = ranking.best().iter().map(|ranked| ranked.reward).fold(reward, f64::max);
        let (ability, error) = self.running();
        Some(Choice { item, reward, best, ability, error, why, relaxation })
    }

    fn blended(&self, filter: &Filter<'_>) -> Option<(Ranking, Why)> {
        let position = usize::try_from(self.position()).unwrap_or(usize::MAX);
        let weight = self.version.weights.get(position).copied().unwrap_or(1.0);
        if weight <= 0.0
            && let Some(ranking) = self.drawn(filter)
        {
            return Some((ranking, Why::Drawn));
        }
        let best = self.search(filter, 1, Blend::NONE);
        let span = (1.0 - weight) * best.best().first()?.reward;
        Some((self.search(filter, 1, Blend { weight, span }), Why::Blended { weight }))
    }

    /// Any item that may be asked and has no price, each as likely. Lots are drawn until one may: the bank need not be
    /// looked through.
    fn drawn(&self, filter: &Filter<'_>) -> Option<Ranking> {
        let bank = self.version.pool.bank();
        let lot = |lot: u32| {
            let item = ItemIndex::try_from(draw(self.seed, self.position(), LOT + lot, bank.len())).ok()?;
            let parameters = self.parameters(item).filter(|_| filter.free(item))?;
            let reward = parameters.information(self.posterior.mean());
            Some(Ranked { item, reward, key: reward })
        };
        let mut ranking = Ranking::new(1);
        ranking.offer((0..LOTS).find_map(lot)?);
        Some(ranking)
    }

    fn search(&self, filter: &Filter<'_>, count: usize, blend: Blend) -> Ranking {
        let purpose = PROGRESS + u64::from(self.position());
        let search = Search {
            pool: &self.version.pool,
            theta: self.posterior.mean(),
            count,
            admit: |item| filter.rejection(item).is_none(),
            chance: |item| chance(self.seed, item, purpose),
            prices: filter.exposure.map_or(&[][..], |(exposure, _)| &exposure.prices),
            blend,
        };
        let index = filter.exposure.and_then(|(exposure, _)| exposure.index());
        match &self.version.table {
            Some(table) => table.search(&self.posterior, &search),
            None => index.unwrap_or(&self.version.index).search(&search),
        }
    }

    pub(super) fn filter(&self, relaxation: Relaxation) -> Filter<'_> {
        let left = self.version.settings.stopping.ceiling.saturating_sub(self.position());
        let exposure = self.exposure.filter(|_| relaxation < Relaxation::Exposure);
        let theta = self.posterior.mean();
        Filter {
            version: self.version,
            view: self.gate.view(&self.version.quotas, left, relaxation),
            exposure: exposure.map(|exposure| (exposure, exposure.stratum(theta))),
            seed: self.seed,
        }
    }
}

/// All that may keep an item from being asked at one moment.
pub(super) struct Filter<'a> {
    version: &'a Version,
    view: View<'a>,
    exposure: Option<(&'a Exposure, usize)>,
    seed: u64,
}

impl Filter<'_> {
    /// Whether an item may be asked at no price.
    fn free(&self, item: ItemIndex) -> bool {
        let price = self.exposure.and_then(|(exposure, _)| exposure.prices.get(item as usize));
        self.rejection(item).is_none() && price.is_none_or(|price| *price <= 0.0)
    }

    #[inline]
    pub(super) fn rejection(&self, item: ItemIndex) -> Option<Rejection> {
        let rejection = self.view.rejection(&self.version.pool, item);
        if rejection.is_some() {
            return rejection;
        }
        let eligible = self.exposure.is_none_or(|(all, here)| all.admits(self.seed, item, here));
        (!eligible).then_some(Rejection::NotEligible)
    }
}
