//! `pix lab …`: what psychometricians ask of the program. One file per command; what they compute is in `measure`.

mod bank_answers;
mod calibration;
mod calibration_line;
mod calibration_report;
mod chart;
mod charts;
mod criteria;
mod drift;
mod gate;
mod gate_settings;
mod item_change;
mod machine;
mod manual;
mod page;
mod persons;
mod persons_line;
mod persons_report;
mod placement_simulation;
mod placement_tables;
mod reading;
mod replay;
mod score_misfit;
mod simulation;
mod speed;
mod study;
mod table;
mod tables;
#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that meets the unexpected fails")]
mod trial;
mod writing;

use clap::Subcommand;
use std::path::PathBuf;

/// The commands.
#[derive(Subcommand)]
pub enum Lab {
    /// Recomputes every case of vector files and compares with what they expect; fails when anything differs.
    Replay {
        /// The files, in the format of the reference's vectors.
        #[arg(required = true)]
        files: Vec<PathBuf>,
        /// Prints JSON instead of a table.
        #[arg(long)]
        json: bool,
    },
    /// Lets simulated people take a test, and says how well it found what is known of them.
    Simulate {
        #[command(subcommand)]
        test: Simulate,
    },
    /// Calibrates items from answers: parameters with their errors, fit, fairness, change since an earlier calibration.
    Calibrate(calibration::Wanted),
    /// Says who answered unlike the items' model, too fast or too slow, and who like whom.
    Persons(persons::Wanted),
    /// Says which items of a calibrated bank became easier or harder, and since which answer.
    Drift(drift::Wanted),
    /// Lets simulated people take a version of the certification; fails unless every bound is kept.
    Gate(gate::Wanted),
    /// Runs a whole study of the engines and writes study.json and study.html.
    Study(study::Wanted),
    /// Measures how long the engines take on this machine.
    Speed(speed::Wanted),
}

/// What is simulated.
#[derive(Subcommand)]
pub enum Simulate {
    /// The adaptive test that certifies, ours or the reference's.
    Certification(simulation::Wanted),
    /// The test that places a learner, ours or the reference's.
    Placement(placement_simulation::Wanted),
}

/// Does what was asked; tells whether everything is well.
///
/// # Errors
/// A sentence that names the file, line or item, what was expected of it and what to do.
pub fn run(action: &Lab) -> Result<bool, String> {
    match action {
        Lab::Replay { files, json } => replay::run(files, *json),
        Lab::Simulate { test: Simulate::Certification(wanted) } => simulation::run(wanted).map(|()| true),
        Lab::Simulate { test: Simulate::Placement(wanted) } => {
            placement_simulation::run(wanted).map(|()| true)
        }
        Lab::Calibrate(wanted) => calibration::run(wanted).map(|()| true),
        Lab::Persons(wanted) => persons::run(wanted).map(|()| true),
        Lab::Drift(wanted) => drift::run(wanted).map(|()| true),
        Lab::Gate(wanted) => gate::run(wanted),
        Lab::Study(wanted) => study::run(wanted).map(|()| true),
        Lab::Speed(wanted) => speed::run(wanted).map(|()| true),
    }
}
