//! Tasks of the house: `cargo xtask test` is the one command that says whether everything works.

mod machine;
mod postgres;
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
}

fn main() -> ExitCode {
    let Task::Test { quick } = Arguments::parse().task;
    match test::run(quick) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("\nxtask: {failure}");
            ExitCode::FAILURE
        }
    }
}
