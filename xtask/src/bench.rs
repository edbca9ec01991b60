//! `cargo xtask bench`: the load driver against the real program, on both engines, as in production.

use crate::step::{Steps, command};
use crate::{machine, postgres};

/// Builds as for an installation, starts a PostgreSQL server, runs the driver; `rest` goes to the driver.
pub fn run(rest: &[String]) -> Result<(), String> {
    let mut steps = Steps::default();
    machine::install(&mut steps)?;
    steps.run("build", &mut command("cargo", &["build", "--profile", "dist", "-p", "pix", "-p", "bench"]))?;
    let server = postgres::Server::start()?;
    let target = std::env::var("CARGO_TARGET_DIR").unwrap_or_else(|_| "target".to_owned());
    let program = std::path::absolute(format!("{target}/dist/pix")).map_err(|error| error.to_string())?;
    let mut driver = command(&format!("{target}/dist/bench"), &["--json", "bench/results.json"]);
    driver.arg("--program").arg(program).args(["--postgres", &server.url()]);
    driver.arg("--postgres-pid").arg(server.pid()?.to_string()).args(rest);
    steps.run("bench", &mut driver)
}
