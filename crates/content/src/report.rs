//! What a bank is made of: families by tube, level, answer, mode, device and access; how they read; the nearest pairs.

use std::collections::BTreeMap;

use serde::Serialize;

use crate::check::{Leak, leaks};
use crate::family::Family;
use crate::front::Reach;
use crate::lang::Lang;
use crate::likeness::{self, Pair};
use crate::prior;
use crate::release::Release;

/// How many French instances of each family are read.
const READ: u64 = 8;
/// How many of the hardest texts and of the nearest pairs are told.
const TOLD: usize = 10;

/// What the families of a bank say about themselves.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize)]
pub struct Counts {
    /// The number of families.
    pub families: usize,
    /// The number of skills that have a family.
    pub skills: usize,
    /// The number of tutorials.
    pub tutorials: usize,
    /// For each tube, the number of families of levels 1 to 8.
    pub tubes: BTreeMap<String, [usize; 8]>,
    /// By the way of answering.
    pub answers: BTreeMap<&'static str, usize>,
    /// Where one may look: free, focus.
    pub modes: BTreeMap<&'static str, usize>,
    /// What one does: do, investigate, know.
    pub kinds: BTreeMap<&'static str, usize>,
    /// On which devices it can be solved.
    pub devices: BTreeMap<&'static str, usize>,
    /// For each group of people: as it is, with help, not at all.
    pub access: BTreeMap<&'static str, [usize; 3]>,
    /// The number of families with a clock.
    pub timed: usize,
}

/// What a bank is made of, and what a few of its instances show.
#[derive(Clone, Debug, Default, PartialEq, Serialize)]
pub struct Report {
    /// What the families say about themselves.
    #[serde(flatten)]
    pub counts: Counts,
    /// Families whose first instance shows evidence, and that give a file.
    pub means: BTreeMap<&'static str, usize>,
    /// By level, the mean reading ease of what is asked (Kandel and Moles; French).
    pub ease: BTreeMap<u8, f64>,
    /// By level, the mean discrimination and difficulty that families start with.
    pub priors: BTreeMap<u8, [f64; 2]>,
    /// The texts that are hardest to read, the hardest first.
    pub hardest: Vec<(String, f64)>,
    /// The families that are nearest to each other.
    pub nearest: Vec<Pair>,
    /// Answers that never change and that another family shows.
    pub leaks: Vec<Leak>,
    /// Instances that could not be drawn: [`crate::check::run`] tells why.
    pub failed: usize,
    /// How many instances were drawn.
    pub drawn: usize,
}

/// Counts a bank without drawing anything.
#[must_use]
pub fn counts(release: &Release) -> Counts {
    let mut counts = Counts {
        families: release.families().count(),
        skills: release.skills().len(),
        tutorials: release.tutorials().count(),
        ..Counts::default()
    };
    release.families().for_each(|family| count(&mut counts, family));
    counts
}

/// Counts a bank, and reads a few instances of each family.
#[must_use]
pub fn of(release: &Release) -> Report {
    let families: Vec<&Family> = release.families().collect();
    let nearest = likeness::nearest(&families, TOLD);
    let leaks = leaks(&families);
    let mut report = Report { counts: counts(release), nearest, leaks, ..Report::default() };
    let (mut eases, mut priors) = (Vec::new(), Vec::new());
    for family in &families {
        eases.extend(read(&mut report, family).map(|ease| (*family, ease)));
        priors.extend(prior::of(family).ok().map(|item| (family.skill().level(), item)));
    }
    report.priors =
        by_level(priors.iter().map(|(level, item)| (*level, [item.discrimination, item.difficulty])));
    report.ease = by_level(eases.iter().map(|(family, ease)| (family.skill().level(), [*ease])))
        .into_iter()
        .map(|(level, [ease])| (level, ease))
        .collect();
    eases.sort_by(|a, b| a.1.total_cmp(&b.1));
    report.hardest = eases.iter().take(TOLD).map(|(family, ease)| (family.id().to_owned(), *ease)).collect();
    report
}

/// Counts what a family says about itself.
fn count(counts: &mut Counts, family: &Family) {
    let front = family.front();
    let levels = counts.tubes.entry(family.skill().tube()).or_default();
    if let Some(count) = levels.get_mut(usize::from(family.skill().level()) - 1) {
        *count += 1;
    }
    *counts.answers.entry(front.answer.name()).or_default() += 1;
    *counts.modes.entry(front.mode.name()).or_default() += 1;
    *counts.kinds.entry(front.kind.name()).or_default() += 1;
    for device in &front.devices {
        *counts.devices.entry(device.name()).or_default() += 1;
    }
    for (group, reach) in front.access.groups() {
        let [yes, helped, no] = counts.access.entry(group).or_default();
        *match reach {
            Reach::Yes => yes,
            Reach::Helped => helped,
            Reach::No => no,
        } += 1;
    }
    counts.timed += usize::from(front.timer.is_some());
}

/// Draws a few French instances; their mean reading ease.
fn read(report: &mut Report, family: &Family) -> Option<f64> {
    let (mut sum, mut count) = (0.0, 0_u32);
    for seed in 0..READ {
        report.drawn += 1;
        let Ok(instance) = family.instance(seed, Lang::Fr) else {
            report.failed += 1;
            continue;
        };
        if count == 0 {
            *report.means.entry("exhibit").or_default() += usize::from(!instance.paper.exhibits.is_empty());
            *report.means.entry("file").or_default() += usize::from(!instance.paper.downloads.is_empty());
        }
        sum += instance.paper.reading_ease();
        count += 1;
    }
    (count > 0).then(|| sum / f64::from(count))
}

/// The means of the figures of each level.
fn by_level<const N: usize>(figures: impl Iterator<Item = (u8, [f64; N])>) -> BTreeMap<u8, [f64; N]> {
    let mut sums = BTreeMap::<u8, ([f64; N], u32)>::new();
    for (level, figures) in figures {
        let (sum, count) = sums.entry(level).or_insert(([0.0; N], 0));
        sum.iter_mut().zip(figures).for_each(|(sum, figure)| *sum += figure);
        *count += 1;
    }
    sums.into_iter().map(|(level, (sum, count))| (level, sum.map(|sum| sum / f64::from(count)))).collect()
}
