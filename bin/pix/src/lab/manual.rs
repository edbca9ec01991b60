//! The tables and pictures of the technical manual: the same study gives the same bytes, on any machine.

use super::{chart, charts, criteria, placement_tables, tables, writing};
use maud::Markup;
use measure::study::Study;
use std::path::Path;

/// Writes `tables.md` and the pictures beside it.
///
/// # Errors
/// A sentence that names the file.
pub fn write(study: &Study, folder: &Path) -> Result<(), String> {
    let tests = &study.certification;
    let pictures: [(&str, Markup); 6] = [
        ("bias.svg", charts::bias(tests).svg()),
        ("rmse.svg", charts::rmse(tests).svg()),
        ("cover.svg", charts::cover(tests).svg()),
        ("exposure.svg", charts::exposure(tests).svg()),
        ("robustness.svg", charts::robustness(&study.robustness).svg()),
        ("placement.svg", charts::placement(&study.placement).svg()),
    ];
    for (name, picture) in &pictures {
        writing::file(&folder.join(name), &chart::alone(picture))?;
    }
    for (rank, test) in tests.iter().enumerate() {
        let picture = charts::confusion(test).svg();
        writing::file(&folder.join(format!("levels-{rank}.svg")), &chart::alone(&picture))?;
    }
    writing::file(&folder.join("tables.md"), &text(study))
}

fn text(study: &Study) -> String {
    let (tests, plan) = (&study.certification, &study.plan);
    let by = |caption: &str, show: fn(&measure::simulation::Stratum) -> String| {
        tables::by_ability(caption, tests, show).markdown()
    };
    let head = format!(
        "# Figures of a small study\n\n<!-- Made by `cargo xtask psychometrics`: do not edit. -->\n\n\
         {} examinees (after {} who let exposure control settle), {} items drawn, {} questions, {} persons for each \
         calibration, {} learners for each placement, seed {}. So small a cohort shows how the figures are made and \
         guards them against change; the large cohorts are in the dated results.\n\n## Certification\n",
        tables::count(plan.examinees),
        tables::count(plan.settling),
        tables::count(study.items),
        plan.questions,
        tables::count(plan.persons),
        tables::count(plan.learners),
        plan.seed
    );
    let picture = |file: &str, alternative: &str| format!("![{alternative}]({file})\n");
    let mut parts = vec![
        head,
        tables::errors(tests).markdown(),
        picture("bias.svg", "Bias by true ability; numbers below"),
        by("Bias by true ability", |stratum| tables::decimals(stratum.bias, 3)),
        picture("rmse.svg", "RMSE by true ability; numbers below"),
        by("RMSE by true ability", |stratum| tables::decimals(stratum.rmse, 3)),
        picture("cover.svg", "Coverage of the 95 % bands by true ability; numbers below"),
        by("Coverage of the 95 % bands by true ability", |stratum| tables::percent(stratum.cover)),
        picture("exposure.svg", "Share of tests in which each item is asked; numbers below"),
        tables::exposure(tests).markdown(),
        tables::levels(tests).markdown(),
    ];
    for (rank, test) in tests.iter().enumerate() {
        parts.push(picture(&format!("levels-{rank}.svg"), "Levels given by true level; numbers below"));
        parts.push(tables::confusion(test).markdown());
    }
    parts.extend([
        criteria::table(&study.criteria).markdown(),
        picture("robustness.svg", "RMSE under each behaviour; numbers below"),
        tables::robustness(study).markdown(),
        "## Calibration and fit\n".to_owned(),
        tables::calibration(study).markdown(),
        tables::fit(&study.fit).markdown(),
        tables::odd_items(&study.odd_items).markdown(),
        "## Placement\n".to_owned(),
        picture("placement.svg", "Share of wrong levels; numbers below"),
        placement_tables::placement(&study.placement).markdown(),
        placement_tables::departures(&study.placement).markdown(),
    ]);
    parts.join("\n")
}
