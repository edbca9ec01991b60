//! A running program for tests: the real binary, on its own database, in a temporary folder.

use std::io::{BufRead, BufReader};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};

/// The program under test; killed when dropped.
pub struct Site {
    child: Child,
    address: String,
    data: tempfile::TempDir,
    database: String,
}

impl Site {
    /// Starts the program on a new SQLite file.
    pub fn on_sqlite() -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let database = format!("sqlite:{}", data.path().join("pix.db").display());
        Self::start(data, database)
    }

    /// Starts the program on a PostgreSQL database, which must be empty.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn on_postgres(url: &str) -> Self {
        Self::start(tempfile::tempdir().expect("a temporary folder"), url.to_owned())
    }

    fn start(data: tempfile::TempDir, database: String) -> Self {
        let (child, address) = spawn(data.path(), &database, "127.0.0.1:0");
        Self { child, address, data, database }
    }

    /// The address of a page, given its path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The address of the database.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn database(&self) -> &str {
        &self.database
    }

    /// The folder of the program's data.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn data(&self) -> &Path {
        self.data.path()
    }

    /// Kills the program as a power cut would (SIGKILL).
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn kill(&mut self) {
        self.child.kill().expect("the program is killed");
        self.child.wait().expect("the program is gone");
    }

    /// Asks the program to stop, as the system does (SIGTERM), and waits until it has; how it ended.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn stop(&mut self) -> ExitStatus {
        let asked = Command::new("kill").args(["-TERM", &self.child.id().to_string()]).status();
        assert!(asked.expect("kill runs").success(), "the program is there");
        self.child.wait().expect("the program is gone")
    }

    /// Starts the program again on the same database and the same port.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn restart(&mut self) {
        let port = self.address.rsplit(':').next().expect("a port").to_owned();
        let (child, address) = spawn(self.data.path(), &self.database, &format!("127.0.0.1:{port}"));
        self.child = child;
        self.address = address;
    }
}

impl Drop for Site {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The folder of the bank.
#[allow(dead_code, reason = "each test binary uses what it needs")]
pub fn bank() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")
}

/// The program, to be told what to do in a folder of its own.
#[allow(dead_code, reason = "each test binary uses what it needs")]
pub fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_pix"));
    // The settings of whoever runs the tests are not those of the program under test.
    for (name, _) in std::env::vars_os().filter(|(name, _)| name.to_string_lossy().starts_with("PIX_")) {
        command.env_remove(name);
    }
    command.current_dir(folder);
    command
}

fn spawn(data: &Path, database: &str, listen: &str) -> (Child, String) {
    let mut child = program(data)
        .args(["serve", "--listen", listen, "--demo", "true", "--database", database])
        .arg("--data")
        .arg(data)
        .stdout(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let lines = BufReader::new(child.stdout.take().expect("its output")).lines();
    let mut address = None;
    for line in lines {
        let line = line.expect("its output is text");
        if let Some(at) = line.find("http://") {
            let text: String = line[at..].chars().take_while(|c| !c.is_whitespace()).collect();
            address = Some(text.trim_end_matches('/').to_owned());
            break;
        }
    }
    (child, address.expect("the program prints its address"))
}
