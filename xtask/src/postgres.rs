//! A PostgreSQL server of our own for the time of the tests: made in a temporary folder, durable as in production.

use crate::step::{command, output};
use std::path::{Path, PathBuf};

const PORT: &str = "54329";

/// A running server, stopped and removed when dropped.
pub struct Server {
    programs: PathBuf,
    folder: PathBuf,
}

/// The folder of PostgreSQL's programs (`initdb`, `pg_ctl`), the newest version first.
pub fn folder() -> Option<PathBuf> {
    let versions = std::fs::read_dir("/usr/lib/postgresql").ok()?;
    let mut folders: Vec<PathBuf> =
        versions.filter_map(Result::ok).map(|entry| entry.path().join("bin")).collect();
    folders.sort();
    folders.into_iter().rev().find(|bin| bin.join("initdb").exists() && bin.join("pg_ctl").exists())
}

impl Server {
    /// Makes a cluster and starts it; PostgreSQL refuses to run as root, so root asks the user `postgres`.
    pub fn start() -> Result<Self, String> {
        let programs = folder().ok_or("PostgreSQL's initdb and pg_ctl are not under /usr/lib/postgresql")?;
        let folder = std::env::temp_dir().join(format!("pix-test-postgres-{}", std::process::id()));
        std::fs::create_dir_all(&folder).map_err(|error| format!("{}: {error}", folder.display()))?;
        let server = Self { programs, folder };
        if root() {
            done("chown", &["postgres", &server.folder.to_string_lossy()])?;
        }
        let data = server.folder.join("data");
        server
            .ask("initdb", &["--auth=trust", "--encoding=UTF8", "--username=postgres", "-D", &text(&data)])?;
        let options = format!("-p {PORT} -k {} -h 127.0.0.1 -c max_connections=200", server.folder.display());
        let log = text(&server.folder.join("log"));
        server.ask("pg_ctl", &["-D", &text(&data), "-l", &log, "-w", "-o", &options, "start"])?;
        Ok(server)
    }

    /// The address of the server's own database.
    pub fn url(&self) -> String {
        format!("postgres://postgres@127.0.0.1:{PORT}/postgres")
    }

    /// The process that leads the others.
    pub fn pid(&self) -> Result<u32, String> {
        let path = self.folder.join("data/postmaster.pid");
        let text = std::fs::read_to_string(&path).map_err(|error| format!("{}: {error}", path.display()))?;
        text.lines()
            .next()
            .and_then(|pid| pid.parse().ok())
            .ok_or_else(|| format!("{}: no pid", path.display()))
    }

    fn ask(&self, program: &str, arguments: &[&str]) -> Result<(), String> {
        let program = text(&self.programs.join(program));
        if !root() {
            return done(&program, arguments);
        }
        let mut all = vec!["-u", "postgres", "--", program.as_str()];
        all.extend(arguments);
        done("runuser", &all)
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let data = text(&self.folder.join("data"));
        if let Err(problem) = self.ask("pg_ctl", &["-D", &data, "-m", "immediate", "stop"]) {
            eprintln!("xtask: {problem}");
        }
        if let Err(problem) = std::fs::remove_dir_all(&self.folder) {
            eprintln!("xtask: {}: {problem}", self.folder.display());
        }
    }
}

fn root() -> bool {
    output("id", &["-u"]).is_some_and(|id| id == "0")
}

fn text(path: &Path) -> String {
    path.to_string_lossy().into_owned()
}

fn done(program: &str, arguments: &[&str]) -> Result<(), String> {
    // The server keeps its standard streams open: read nothing from them.
    let mut asked = command(program, arguments);
    asked.stdin(std::process::Stdio::null()).stdout(std::process::Stdio::null()).current_dir("/");
    let status = asked.status().map_err(|error| format!("{program}: {error}"))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{program} {} failed ({status})", arguments.join(" ")))
    }
}
