//! What the system knows of a process: processor time, memory, bytes written.

use std::fs;

/// Processor seconds, user and system, of a process and of those it started and that still live.
pub fn cpu_seconds(pid: u32) -> f64 {
    own_ticks(pid) as f64 / 100.0 + children(pid).into_iter().map(cpu_seconds).sum::<f64>()
}

/// Resident memory of a process, in mebibytes.
pub fn rss_mib(pid: u32) -> f64 {
    memory(pid, "VmRSS:")
}

/// The most resident memory a process had since [`forget_peak`], in mebibytes.
pub fn peak_mib(pid: u32) -> f64 {
    memory(pid, "VmHWM:")
}

/// Resident memory of a process that is its own and no page of a file, in mebibytes.
pub fn own_mib(pid: u32) -> f64 {
    memory(pid, "RssAnon:")
}

/// Lets the peak begin again at what the process has at present.
pub fn forget_peak(pid: u32) -> std::io::Result<()> {
    fs::write(format!("/proc/{pid}/clear_refs"), "5")
}

fn memory(pid: u32, name: &str) -> f64 {
    let status = fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or(0.0) / 1024.0
}

/// Clock ticks (a hundredth of a second on Linux) of the process itself and of its ended children.
fn own_ticks(pid: u32) -> u64 {
    let stat = fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    let after_name = stat.rsplit_once(") ").map_or("", |(_, rest)| rest);
    // utime, stime, cutime, cstime are fields 14 to 17; the first after the name is field 3.
    after_name.split(' ').skip(11).take(4).filter_map(|field| field.parse::<u64>().ok()).sum()
}

fn children(pid: u32) -> Vec<u32> {
    let list = fs::read_to_string(format!("/proc/{pid}/task/{pid}/children")).unwrap_or_default();
    list.split_whitespace().filter_map(|child| child.parse().ok()).collect()
}
