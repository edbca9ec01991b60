//! Tasks of the house: `cargo xtask test` is the one command that says whether everything works.

mod bench;
mod machine;
mod postgres;
mod psychometrics;
mod step;
mod test;

use clap::{Parser, Subcommand};
use std::process::ExitCode;

#[derive(Parser)]
#[command(about = "Tasks of the house")]
struct Arguments {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Installs what the tests need when it is missing, and runs everything.
    Test {
        /// Leave out PostgreSQL, the browser and the bank.
        #[arg(long)]
        quick: bool,
    },
    /// Makes the figures of the technical manual of measurement again.
    Psychometrics,
    /// Measures the program under load on SQLite and PostgreSQL, built as for an installation.
    Bench {
        /// What the driver is told: see `cargo run --release -p bench -- --help`.
        #[arg(trailing_var_arg = true, allow_hyphen_values = true)]
        rest: Vec<String>,
    },
}

fn main() -> ExitCode {
    let done = match Arguments::parse().task {
        Task::Test { quick } => test::run(quick),
        Task::Psychometrics => psychometrics::write(),
        Task::Bench { rest } => bench::run(&rest),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
