//! A cohort takes the test.

use super::engine::Around;
use super::runs::each;
use super::{Engine, Examinee, Taken};
use crate::certification::{Counts, Tryouts};
use crate::irt::ItemIndex;

/// Tests between two tables of exposure control. It is a number of the study, not of the threads: the result does not
/// depend on how many there are.
pub const REFRESH: usize = 10;
/// Tests handed to the threads at once where nothing is counted.
const BATCH: usize = 4_096;

/// The tests of a cohort, in order.
#[derive(Debug, Clone, PartialEq)]
pub struct Cohort {
    /// The tests.
    pub taken: Vec<Taken>,
    /// How many items the bank has.
    pub items: usize,
}

/// Examinees take the test one after the other, with so many threads. With counts, exposure control is in force and
/// goes on counting; the reference has none and ignores them.
pub fn examine(
    engine: &Engine<'_>,
    examinees: &[Examinee],
    counts: Option<&mut Counts>,
    threads: usize,
) -> Cohort {
    examine_trying(engine, examinees, counts, None, threads)
}

/// The same, each test trying out items on trial too, whose answers are counted.
pub fn examine_trying(
    engine: &Engine<'_>,
    examinees: &[Examinee],
    mut counts: Option<&mut Counts>,
    mut tryouts: Option<&mut Tryouts>,
    threads: usize,
) -> Cohort {
    let size = if counts.is_some() || tryouts.is_some() { REFRESH } else { BATCH };
    let mut taken = Vec::with_capacity(examinees.len());
    for batch in examinees.chunks(size) {
        let exposure = counts.as_deref().map(Counts::exposure);
        let around = Around { exposure: exposure.as_ref(), tryouts: tryouts.as_deref() };
        let tests = each(batch, threads, |examinee| engine.sit(around, examinee));
        if let (Some(counts), Some(exposure)) = (counts.as_deref_mut(), &exposure) {
            for (examinee, test) in batch.iter().zip(&tests) {
                let asked: Vec<(ItemIndex, f64)> =
                    test.asked.iter().map(|asked| (asked.item, asked.ability)).collect();
                counts.record(examinee.seed(), exposure, &asked);
            }
        }
        if let Some(tryouts) = tryouts.as_deref_mut() {
            tryouts.record(tests.iter().flat_map(|test| &test.tried).map(|tried| tried.item));
        }
        taken.extend(tests);
    }
    Cohort { taken, items: engine.bank().len() }
}
