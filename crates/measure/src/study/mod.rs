//! A whole study of the engines, from a seed and a size: the same seed and size give the same study to the last digit,
//! with however many threads.
//!
//! - [`CertificationStudy`]: our test without and with all rules, and the reference's, taken by the same people.
//! - [`CriterionStudy`]: our test by each criterion of selection, taken by the same people.
//! - [`RobustnessStudy`]: the same tests taken by people who slip, guess, leave, or know some competences better.
//! - [`CalibrationStudy`]: the bank found again from answers to random items and from those of the test itself.
//! - [`FitStudy`]: whether unfair items and careless persons are found, and honest ones left in peace.
//! - [`ItemsStudy`]: whether items that do not fit, or drifted, are found, and sound ones left in peace.
//! - [`PlacementStudy`]: both placements, taken by the same learners.
//!
//! [`Appraisal`], [`score_fits`] and [`fairness`] judge any calibration; [`judged`], [`compared`] and [`tempos`] persons,
//! and [`watched`] items answer by answer, by a bank that is calibrated. [`Gate`] says whether a version may be
//! activated. [`json()`] writes all of it down; pages and manuals are made elsewhere.

mod appraisal;
mod calibration;
mod certification;
mod closeness;
mod criteria;
mod fit;
mod gate;
mod gate_bounds;
mod items;
mod json;
mod persons;
mod placement;
mod plan;
mod prediction;
mod robustness;
mod surveillance;
mod times;

pub use appraisal::{Appraisal, Fairness, LOWEST_LZ, fairness, score_fits};
pub use calibration::CalibrationStudy;
pub use certification::CertificationStudy;
pub use closeness::{Closeness, Found};
pub use criteria::CriterionStudy;
pub use fit::FitStudy;
pub use gate::{Figure, Finding, Gate};
pub use gate_bounds::{Bound, Bounds, Cohorts, GateError, Verdict};
pub use items::ItemsStudy;
pub use json::{json, placement as placement_json, test as test_json};
pub use persons::{Judged, compared, judged};
pub use placement::PlacementStudy;
pub use plan::{Plan, StudyError};
pub use robustness::RobustnessStudy;
pub use surveillance::{Alarm, Surveillance, Watch, Watched, watched};
pub use times::{FAR, OddTime, Tempo, Tempos, tempos};

use crate::irt::Bank;

/// A study.
#[derive(Debug, Clone, PartialEq)]
pub struct Study {
    /// Its seed and size.
    pub plan: Plan,
    /// The items of the bank.
    pub items: usize,
    /// The tests compared.
    pub certification: Vec<CertificationStudy>,
    /// The criteria of selection compared.
    pub criteria: Vec<CriterionStudy>,
    /// The tests under people who depart from the model.
    pub robustness: Vec<RobustnessStudy>,
    /// The calibrations.
    pub calibration: Vec<CalibrationStudy>,
    /// The fit of items and persons.
    pub fit: FitStudy,
    /// The fit and the drift of items.
    pub odd_items: ItemsStudy,
    /// The placements.
    pub placement: Vec<PlacementStudy>,
}

impl Study {
    /// Runs the whole study on a bank, with so many threads; `tell` hears what comes next.
    ///
    /// # Errors
    /// [`StudyError`], naming what cannot be studied.
    pub fn run(
        plan: &Plan,
        bank: &Bank,
        threads: usize,
        mut tell: impl FnMut(&str),
    ) -> Result<Self, StudyError> {
        plan.check()?;
        tell("certification: three tests, the same people");
        let tests = certification::tests(plan, bank, threads)?;
        tell("criteria: five ways to choose, the same people");
        let criteria = criteria::rows(plan, bank, &tests, threads)?;
        tell("robustness: slips, guesses, dependence, departures");
        let robustness = robustness::rows(plan, bank, &tests.rows, &tests.counts, threads)?;
        tell("calibration: the bank found again");
        let calibration = calibration::rows(plan, bank, &tests.constrained, threads)?;
        tell("fit: unfair items, careless persons");
        let fit = FitStudy::new(plan, bank, threads)?;
        tell("items: curves that do not fit, difficulties that drift");
        let odd_items = ItemsStudy::new(plan, bank, threads)?;
        tell("placement: two placements, the same learners");
        let placement = placement::rows(plan, threads);
        Ok(Self {
            plan: *plan,
            items: bank.len(),
            certification: tests.rows,
            criteria,
            robustness,
            calibration,
            fit,
            odd_items,
            placement,
        })
    }
}
