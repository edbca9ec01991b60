//! What the system knows of this process (Linux; elsewhere nothing).

use std::fs;

/// Clock ticks in a second, as Linux counts them for programs.
const TICKS: f64 = 100.0;
const PAGE: f64 = 1024.0;

/// Resident memory, in bytes; 0 where the system does not tell.
pub fn resident_bytes() -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix("VmRSS:")).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse().map_or(0.0, |kibibytes: f64| kibibytes * PAGE)
}

/// Processor time, user and system, in seconds; 0 where the system does not tell.
pub fn cpu_seconds() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // utime and stime are fields 14 and 15; the first after the name is field 3.
    after_name.split(' ').skip(11).take(2).filter_map(|field| field.parse::<f64>().ok()).sum::<f64>() / TICKS
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;

    #[test]
    fn a_running_program_takes_memory() {
        assert!(resident_bytes() > 1e6, "{}", resident_bytes());
        assert!(cpu_seconds() >= 0.0);
    }
}
