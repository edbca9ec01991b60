//! One step of a task: a command that must succeed, with its name and its time.

use std::process::Command;
use std::time::{Duration, Instant};

/// What each step took, in the order they ran.
#[derive(Default)]
pub struct Steps(Vec<(String, Duration)>);

impl Steps {
    /// Runs a command and keeps its time; a failure stops the task.
    pub fn run(&mut self, name: &str, command: &mut Command) -> Result<(), String> {
        eprintln!("\n── {name}");
        let start = Instant::now();
        let status =
            command.status().map_err(|error| format!("{name}: cannot start {command:?}: {error}"))?;
        self.0.push((name.to_owned(), start.elapsed()));
        if status.success() { Ok(()) } else { Err(format!("{name} failed ({status}): {command:?}")) }
    }

    /// The table of steps and times.
    pub fn table(&self) -> String {
        let total: Duration = self.0.iter().map(|(_, time)| *time).sum();
        let line = |name: &str, time: Duration| format!("{name:<34} {:>7.1} s\n", time.as_secs_f64());
        let lines: String = self.0.iter().map(|(name, time)| line(name, *time)).collect();
        lines + &line("all", total)
    }
}

/// A command of the system, by name and arguments.
pub fn command(program: &str, arguments: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.args(arguments);
    command
}

/// What a command prints, trimmed; `None` when it fails or does not exist.
pub fn output(program: &str, arguments: &[&str]) -> Option<String> {
    let done = command(program, arguments).output().ok().filter(|done| done.status.success())?;
    Some(String::from_utf8_lossy(&done.stdout).trim().to_owned())
}
