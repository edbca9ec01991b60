//! `pix content walk`: simulated learners of each level take the test of every competence of the bank, placed as the
//! settings say.

use crate::bank;
use crate::settings::Settings;
use clap::Args;
use content::{Competence, Release};
use grade::Status;
use measure::placement::{Evidence, Knowledge, Outcome, Score, Source, earned};
use measure::simulation::chance::{normal, uniform};
use rules::attempt::{Graded, Pins, Start, record, start};
use rules::learner_state::{LearnerState, Run};
use rules::placement::Placement;
use rules::syllabus::Syllabus;
use std::collections::BTreeSet;
use std::fmt::Write as _;
use std::io::Write as _;

/// The highest level that a bank of eight levels gives.
const CEILING: u8 = 8;
/// No test asks so many questions: one that does has no end.
const MOST: usize = 200;
/// When the tests are taken, in unix milliseconds; nothing depends on it.
const AT: i64 = 1_700_000_000_000;

/// What is asked for.
#[derive(Debug, Args)]
pub struct Wanted {
    /// How many learners of each level take each competence.
    #[arg(long, default_value_t = 200)]
    learners: u32,
    /// The probability of failing at what one masters.
    #[arg(long, default_value_t = 0.0)]
    slip: f64,
    /// The probability of succeeding at what one does not master.
    #[arg(long, default_value_t = 0.0)]
    guess: f64,
    /// The deviation of a learner's level in each tube around the general level.
    #[arg(long, default_value_t = 0.0)]
    spread: f64,
    /// What makes all draws.
    #[arg(long, default_value_t = 0)]
    seed: u64,
}

/// What the learners of one level met in one competence.
#[derive(Default)]
struct Met {
    learners: u32,
    right: u32,
    near: u32,
    questions: usize,
    longest: usize,
    /// Tests in which a family was asked twice.
    repeated: u32,
    /// Tests that did not begin or did not end.
    stuck: u32,
}

/// Lets them take their tests and prints what was seen; tells whether every test ended well and nothing was asked
/// twice.
///
/// # Errors
/// A sentence about a bank that cannot be read or a number that is none.
pub fn run(settings: &Settings, wanted: &Wanted) -> Result<bool, String> {
    check(wanted)?;
    let release = bank::release(settings, &bank::source(settings)?)?;
    let mut out = String::new();
    let walk = (settings.placement.into(), wanted);
    let well = table(&mut out, &release, walk).map_err(|error| error.to_string())?;
    writeln!(std::io::stdout().lock(), "{out}").map_err(|error| error.to_string())?;
    Ok(well)
}

/// Refuses numbers that simulate nothing.
fn check(wanted: &Wanted) -> Result<(), String> {
    if wanted.learners == 0 {
        return Err("--learners is 0; expected at least 1".to_owned());
    }
    for (name, share) in [("--slip", wanted.slip), ("--guess", wanted.guess)] {
        if !(0.0..=1.0).contains(&share) {
            return Err(format!("{name} is {share}; expected a probability from 0 to 1"));
        }
    }
    if !(0.0..=8.0).contains(&wanted.spread) {
        return Err(format!("--spread is {}; expected a deviation from 0 to 8 levels", wanted.spread));
    }
    Ok(())
}

fn table(out: &mut String, release: &Release, walk: Walk<'_>) -> Result<bool, std::fmt::Error> {
    writeln!(out, "of each level: exactly right %, right within one %, questions (mean, most)")?;
    writeln!(out, "      {}", (0..=7).map(|level| format!("{level:>18}")).collect::<String>())?;
    let mut all = Met::default();
    for (competence, syllabus) in release.framework().competences.iter().zip(Syllabus::all_of(release)) {
        if syllabus.is_empty() {
            continue;
        }
        write!(out, "{:<6}", competence.code)?;
        for level in 0..=7 {
            let met = learners(competence, &syllabus, level, walk);
            let (right, near, mean) = (met.share(met.right), met.share(met.near), met.mean());
            write!(out, "  {right:>3.0} {near:>3.0} {mean:>4.1} {:>2}", met.longest)?;
            all.add(&met);
        }
        writeln!(out)?;
    }
    let (right, near) = (all.share(all.right), all.share(all.near));
    writeln!(out, "\n{} tests: {right:.1} % exactly right, {near:.1} % within one level", all.learners)?;
    writeln!(out, "{} without an end, {} with a question asked twice", all.stuck, all.repeated)?;
    Ok(all.stuck == 0 && all.repeated == 0)
}

/// How learners are placed, and who they are.
type Walk<'a> = (Placement, &'a Wanted);

fn learners(competence: &Competence, syllabus: &Syllabus, level: u8, (placement, wanted): Walk<'_>) -> Met {
    let mut met = Met::default();
    for number in 0..wanted.learners {
        let name = format!("{} {level} {number}", competence.code);
        let seed = name.bytes().fold(wanted.seed, |seed, byte| seed.wrapping_mul(257) ^ u64::from(byte));
        take(&mut met, (syllabus, placement), &Learner { seed, level, wanted });
    }
    met
}

/// Somebody who masters in each tube what is not above a level.
struct Learner<'a> {
    seed: u64,
    level: u8,
    wanted: &'a Wanted,
}

impl Learner<'_> {
    fn masters(&self, tube: u16, level: u8) -> bool {
        let drawn = self.wanted.spread * normal(self.seed, u64::from(tube));
        f64::from(level) <= (f64::from(self.level) + drawn).round()
    }

    fn answers(&self, tube: u16, level: u8, position: usize) -> bool {
        let chance = uniform(self.seed, 1 << 20 | position as u64);
        if self.masters(tube, level) { chance >= self.wanted.slip } else { chance < self.wanted.guess }
    }

    /// The level of somebody of whom all were known.
    fn true_level(&self, syllabus: &Syllabus) -> u8 {
        let mut all = Knowledge::default();
        all.absorb(syllabus.targets().skills().iter().map(|skill| Evidence {
            skill: skill.id,
            outcome: if self.masters(skill.tube.0, skill.level) {
                Outcome::Validated
            } else {
                Outcome::Invalidated
            },
            source: Source::Direct,
            at: AT,
        }));
        Score { exact: earned(syllabus.targets().skills(), &all), max_level: CEILING }.level()
    }
}

/// One test from its beginning to its end.
fn take(met: &mut Met, (syllabus, placement): (&Syllabus, Placement), learner: &Learner<'_>) {
    met.learners += 1;
    let seed = learner.seed.cast_signed();
    let begun = start(&LearnerState::default(), syllabus, (placement, CEILING), (1, seed, AT));
    let Ok(Start::New { pins, mut state }) = begun else {
        met.stuck += 1;
        return;
    };
    let mut asked = BTreeSet::new();
    let mut repeated = false;
    let mut questions = 0;
    while let Some(family) = state.run(pins.id).and_then(Run::asked) {
        repeated |= !asked.insert(family);
        questions += 1;
        if questions > MOST {
            met.stuck += 1;
            return;
        }
        state = answered(state, syllabus, &pins, (learner, family, questions));
    }
    met.repeated += u32::from(repeated);
    met.questions += questions;
    met.longest = met.longest.max(questions);
    let (found, truth) = (syllabus.score(&state, CEILING).level(), learner.true_level(syllabus));
    met.right += u32::from(found == truth);
    met.near += u32::from(found.abs_diff(truth) <= 1);
}

fn answered(
    state: LearnerState,
    syllabus: &Syllabus,
    pins: &Pins,
    (learner, family, position): (&Learner<'_>, i64, usize),
) -> LearnerState {
    let skill = syllabus.skill_of(family);
    let skill = skill.and_then(|id| syllabus.targets().skills().iter().find(|skill| skill.id == id).copied());
    let right = skill.is_some_and(|skill| learner.answers(skill.tube.0, skill.level, position));
    let status = if right { Status::Ok } else { Status::Ko };
    record(state, syllabus, pins, Graded { status, at: AT, timed: false })
}

impl Met {
    fn share(&self, count: u32) -> f64 {
        f64::from(count) * 100.0 / f64::from(self.learners.max(1))
    }

    #[expect(clippy::cast_precision_loss, reason = "a count of questions")]
    fn mean(&self) -> f64 {
        self.questions as f64 / f64::from(self.learners.max(1))
    }

    fn add(&mut self, other: &Self) {
        self.learners += other.learners;
        self.right += other.right;
        self.near += other.near;
        self.questions += other.questions;
        self.longest = self.longest.max(other.longest);
        self.repeated += other.repeated;
        self.stuck += other.stuck;
    }
}

#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that meets the unexpected fails")]
mod tests {
    use super::*;
    use content::folder;
    use std::path::Path;

    #[test]
    fn numbers_that_simulate_nothing_are_refused() {
        let sound = || Wanted { learners: 2, slip: 0.05, guess: 0.05, spread: 0.7, seed: 1 };
        for (wanted, refused) in [
            (sound(), None),
            (Wanted { learners: 0, ..sound() }, Some("--learners is 0; expected at least 1")),
            (Wanted { slip: 1.5, ..sound() }, Some("--slip is 1.5; expected a probability from 0 to 1")),
            (
                Wanted { guess: f64::NAN, ..sound() },
                Some("--guess is NaN; expected a probability from 0 to 1"),
            ),
            (
                Wanted { spread: -1.0, ..sound() },
                Some("--spread is -1; expected a deviation from 0 to 8 levels"),
            ),
        ] {
            assert_eq!(check(&wanted).err().as_deref(), refused);
        }
    }

    #[test]
    fn without_slips_and_guesses_everybody_ends_at_their_level() {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content");
        let release = Release::open(&folder::read(&folder).expect("the bank")).expect("a sound bank");
        let wanted = Wanted { learners: 2, slip: 0.0, guess: 0.0, spread: 0.0, seed: 1 };
        let mut out = String::new();
        for placement in Placement::ALL {
            out.clear();
            assert!(table(&mut out, &release, (placement, &wanted)).expect("a text"), "{out}");
            assert!(out.contains("100.0 % exactly right"), "{placement:?}: {out}");
        }
    }
}
