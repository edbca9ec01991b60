//! Everything a family must satisfy before a release.

mod files;
mod findings;
mod instances;
mod leaks;
mod solution;
mod statics;
mod web;
mod wording;

use std::collections::BTreeMap;
use std::sync::Mutex;
use std::sync::atomic::{AtomicUsize, Ordering};

use crate::family::Family;
use crate::likeness;
use crate::problem::Problem;
use crate::release::Release;
use crate::source::Source;
use findings::Findings;

pub use leaks::{Leak, leaks};

/// Two families that share so much of what they say are one (the nearest of the first five hundred shared 0.08).
const TOO_NEAR: f64 = 0.3;
/// How many pairs are looked at: more near pairs than this are not told.
const MOST_PAIRS: usize = 100;

/// What to check, and how hard.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// How many seeds to draw for each family.
    pub seeds: u64,
    /// Only the families, tubes and tutorials whose id begins with this.
    pub prefix: String,
    /// How many threads share the work.
    pub threads: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self { seeds: 200, prefix: String::new(), threads: 2 }
    }
}

/// What the checks found.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Report {
    /// What must be corrected, sorted by file and line.
    pub problems: Vec<Problem>,
    /// What deserves a second look.
    pub notes: Vec<Problem>,
    /// How many families were checked.
    pub families: usize,
    /// For each tube, the number of families of levels 1 to 8.
    pub table: BTreeMap<String, [usize; 8]>,
}

/// Checks a source: its files, their links, and instances of every family.
#[must_use]
pub fn run(source: &Source, options: &Options) -> Report {
    let (release, problems) = Release::read(source);
    let concerned = |problem: &Problem| concerns(&problem.file, &options.prefix);
    let mut report =
        Report { problems: problems.into_iter().filter(concerned).collect(), ..Report::default() };
    let families: Vec<&Family> =
        release.families().filter(|family| family.id().starts_with(&options.prefix)).collect();
    report.families = families.len();
    for family in &families {
        let levels = report.table.entry(family.skill().tube()).or_default();
        if let Some(count) = levels.get_mut(usize::from(family.skill().level()) - 1) {
            *count += 1;
        }
    }
    for findings in all(&release, &families, options) {
        report.problems.extend(findings.problems);
        report.notes.extend(findings.notes);
    }
    report.problems.extend(too_near(&release, &options.prefix));
    for tutorial in release.tutorials().filter(|tutorial| tutorial.id.starts_with(&options.prefix)) {
        let mut findings = Findings::new(&tutorial.file);
        statics::tutorial(&mut findings, tutorial);
        let findings = findings.told();
        report.problems.extend(findings.problems);
        report.notes.extend(findings.notes);
    }
    report.problems.sort();
    report.notes.sort();
    report
}

/// Families that say nearly the same as another one.
fn too_near(release: &Release, prefix: &str) -> Vec<Problem> {
    let families: Vec<&Family> = release.families().collect();
    let pairs = likeness::nearest(&families, MOST_PAIRS);
    let near = pairs.iter().take_while(|pair| pair.likeness >= TOO_NEAR);
    let told = near.flat_map(|pair| [(&pair.first, &pair.second, pair), (&pair.second, &pair.first, pair)]);
    told.filter(|(id, _, _)| id.starts_with(prefix))
        .filter_map(|(id, other, pair)| Some((release.family(id)?, other, pair)))
        .map(|(family, other, pair)| {
            let share = pair.likeness * 100.0;
            let message = format!("says {share:.0} % of what {other} says too: expected another situation");
            Problem::new(family.file_path(), 1, message)
        })
        .collect()
}

/// Whether a file belongs to what was asked: `1.2/a/3-x.md` is concerned by `1.2-a-3`.
fn concerns(file: &str, prefix: &str) -> bool {
    let id = file.replacen('/', "-", 2).replace("tutorials/", "");
    prefix.is_empty() || id.starts_with(prefix) || file.starts_with("library/")
}

/// Checks the families on several threads; the order of the findings does not matter, they are sorted.
fn all(release: &Release, families: &[&Family], options: &Options) -> Vec<findings::Told> {
    let next = AtomicUsize::new(0);
    let found = Mutex::new(Vec::new());
    std::thread::scope(|scope| {
        for _ in 0..options.threads.max(1) {
            scope.spawn(|| {
                while let Some(family) = families.get(next.fetch_add(1, Ordering::Relaxed)) {
                    let findings = family_findings(release, family, options.seeds);
                    if let Ok(mut found) = found.lock() {
                        found.push(findings);
                    }
                }
            });
        }
    });
    found.into_inner().unwrap_or_default()
}

/// Everything about one family.
fn family_findings(release: &Release, family: &Family, seeds: u64) -> findings::Told {
    let mut findings = Findings::new(family.file_path());
    statics::family(&mut findings, release, family);
    instances::check(&mut findings, family, seeds);
    findings.told()
}
