//! What the machine has, and what this program took of it.

use std::time::Instant;

/// A clock for one piece of work.
pub struct Watch {
    start: Instant,
    processor: Option<f64>,
}

impl Watch {
    /// Starts.
    pub fn start() -> Self {
        Self { start: Instant::now(), processor: processor_seconds() }
    }

    /// Seconds of the clock, and of the processors where the system tells.
    pub fn seconds(&self) -> (f64, Option<f64>) {
        let processor = processor_seconds().zip(self.processor).map(|(now, then)| now - then);
        (self.start.elapsed().as_secs_f64(), processor)
    }
}

/// As many threads as the machine has processors.
pub fn processors() -> usize {
    std::thread::available_parallelism().map_or(1, std::num::NonZero::get)
}

/// How busy the machine was in the last minute, where the system tells.
pub fn load() -> Option<String> {
    let text = std::fs::read_to_string("/proc/loadavg").ok()?;
    text.split_whitespace().next().map(str::to_owned)
}

/// The most memory that this program held, in MiB, where the system tells.
pub fn peak_mebibytes() -> Option<f64> {
    let status = std::fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM"))?;
    line.split_whitespace().nth(1)?.parse::<f64>().ok().map(|kibibytes| kibibytes / 1024.0)
}

/// Seconds that the processors spent on this program: the 14th and 15th fields of its line in /proc, in hundredths.
fn processor_seconds() -> Option<f64> {
    let line = std::fs::read_to_string("/proc/self/stat").ok()?;
    let after = line.rsplit_once(')')?.1;
    let ticks =
        after.split_whitespace().skip(11).take(2).map(str::parse::<f64>).sum::<Result<f64, _>>().ok()?;
    Some(ticks / 100.0)
}
