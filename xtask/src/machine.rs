//! What the tests need from the machine, installed from the system's packages when it is missing.

use crate::step::{Steps, command, output};
use std::path::{Path, PathBuf};

const AXE: &str = "axe-core@4.11.0";

/// Installs Chromium, chromedriver and PostgreSQL where they are missing (Debian and its family).
pub fn install(steps: &mut Steps) -> Result<(), String> {
    let missing: Vec<&str> = [
        ("chromium", find("chromium").is_none()),
        ("chromium-driver", find("chromedriver").is_none()),
        ("postgresql", crate::postgres::folder().is_none()),
        ("npm", find("npm").is_none() && !axe().exists()),
    ]
    .into_iter()
    .filter_map(|(package, missing)| missing.then_some(package))
    .collect();
    if missing.is_empty() {
        return Ok(());
    }
    if find("apt-get").is_none() {
        return Err(format!(
            "these are missing, and there is no apt-get to install them: {}",
            missing.join(", ")
        ));
    }
    steps.run("package lists", &mut command("apt-get", &["-q", "update"]))?;
    let mut arguments = vec!["-q", "install", "-y", "--no-install-recommends"];
    arguments.extend(missing);
    steps.run("packages", command("apt-get", &arguments).env("DEBIAN_FRONTEND", "noninteractive"))
}

/// Puts the accessibility checker under `target/axe`, once.
pub fn fetch_axe(steps: &mut Steps) -> Result<(), String> {
    if axe().exists() {
        return Ok(());
    }
    let folder = Path::new("target/axe");
    std::fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))?;
    steps.run("axe-core", command("npm", &["pack", "--silent", AXE]).current_dir(folder))?;
    let archive = format!("{}.tgz", AXE.replace('@', "-"));
    steps.run("axe-core, unpacked", command("tar", &["-xzf", &archive]).current_dir(folder))
}

/// The path of the accessibility checker.
pub fn axe() -> PathBuf {
    let here = std::env::current_dir().unwrap_or_default();
    here.join("target/axe/package/axe.min.js")
}

/// Where a program is, as the shell would find it.
pub fn find(program: &str) -> Option<String> {
    output("sh", &["-c", &format!("command -v {program}")]).filter(|path| !path.is_empty())
}
