//! Answers that came too fast or too slow.

use super::FitError;

/// How long an answer took.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Timed {
    /// The person, by place.
    pub person: u32,
    /// The item, by place.
    pub item: u32,
    /// The time, in seconds.
    pub seconds: f64,
}

/// What times tell: ln t = β − τ + ε, with β the labour of the item, τ the pace of the person, and a deviation of ε per
/// item (van der Linden, 2006).
#[derive(Debug, Clone, PartialEq)]
pub struct Paces {
    /// Per item, β and the deviation; none without two answers.
    items: Vec<Option<(f64, f64)>>,
    /// Per person, τ; 0 is the mean.
    persons: Vec<f64>,
}

/// Rounds of adjustment.
const ROUNDS: u32 = 30;

impl Paces {
    /// Learns the labours of so many items and the paces of so many persons by least squares: each is the mean of what
    /// the others leave, in turn.
    ///
    /// # Errors
    /// [`FitError::NoAnswer`], or [`FitError::Time`] for a time that is none, or of a person or an item that does not
    /// exist.
    pub fn new(items: usize, persons: usize, times: &[Timed]) -> Result<Self, FitError> {
        let none = |time: &&Timed| {
            let known = (time.item as usize) < items && (time.person as usize) < persons;
            !known || !time.seconds.is_finite() || time.seconds <= 0.0
        };
        if let Some(Timed { person, item, seconds }) = times.iter().find(none).copied() {
            return Err(FitError::Time { person, item, seconds });
        }
        if times.is_empty() {
            return Err(FitError::NoAnswer);
        }
        let (mut labours, mut paces) = (vec![0.0; items], vec![0.0; persons]);
        for _ in 0..ROUNDS {
            labours = means(times, items, |time| (time.item, time.seconds.ln() + at(&paces, time.person)));
            paces = means(times, persons, |time| (time.person, at(&labours, time.item) - time.seconds.ln()));
            let centre = paces.iter().sum::<f64>() / persons as f64;
            paces.iter_mut().for_each(|pace| *pace -= centre);
        }
        // A person's pace takes its share of the residual away: 1 in as many as the person's answers.
        let answers = counts(times, persons, |time| time.person);
        let squares = means(times, items, |time| {
            let residual = time.seconds.ln() - at(&labours, time.item) + at(&paces, time.person);
            let left = 1.0 - 1.0 / at(&answers, time.person).max(2.0);
            (time.item, residual * residual / left)
        });
        let met = counts(times, items, |time| time.item);
        let known = labours.into_iter().zip(squares).zip(met).map(|((labour, square), met)| {
            (met >= 2.0 && square > 1e-18).then(|| (labour, (square * met / (met - 1.0)).sqrt()))
        });
        Ok(Self { items: known.collect(), persons: paces })
    }

    /// How many deviations a time lies from what it should be: below −3 too fast to have read, above 3 too slow. None
    /// for an unknown person, or an item with fewer than two answers or no spread.
    #[must_use]
    pub fn residual(&self, time: &Timed) -> Option<f64> {
        let (labour, deviation) = (*self.items.get(time.item as usize)?)?;
        let pace = self.persons.get(time.person as usize)?;
        let residual = (time.seconds.ln() - labour + pace) / deviation;
        residual.is_finite().then_some(residual)
    }

    /// The seconds that a person should take for an item: e^(β − τ).
    #[must_use]
    pub fn expected(&self, person: u32, item: u32) -> Option<f64> {
        let (labour, _) = (*self.items.get(item as usize)?)?;
        let pace = self.persons.get(person as usize)?;
        Some((labour - pace).exp()).filter(|seconds| seconds.is_finite())
    }

    /// The pace τ of a person: above 0 faster than the mean.
    #[must_use]
    pub fn pace(&self, person: u32) -> Option<f64> {
        self.persons.get(person as usize).copied()
    }
}

fn at(values: &[f64], place: u32) -> f64 {
    values.get(place as usize).copied().unwrap_or(0.0)
}

fn counts(times: &[Timed], size: usize, place: impl Fn(&Timed) -> u32) -> Vec<f64> {
    let mut counts = vec![0.0; size];
    for time in times {
        if let Some(count) = counts.get_mut(place(time) as usize) {
            *count += 1.0;
        }
    }
    counts
}

/// The means of values by place.
fn means(times: &[Timed], size: usize, value: impl Fn(&Timed) -> (u32, f64)) -> Vec<f64> {
    let mut sums = vec![(0.0, 0.0); size];
    for time in times {
        let (place, value) = value(time);
        if let Some((sum, count)) = sums.get_mut(place as usize) {
            *sum += value;
            *count += 1.0;
        }
    }
    sums.into_iter().map(|(sum, count): (f64, f64)| sum / count.max(1.0)).collect()
}
