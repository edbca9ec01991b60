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
    settings: Vec<(String, String)>,
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

    /// Starts the program on a database wherever it is.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn over(database: &str) -> Self {
        Self::start(tempfile::tempdir().expect("a temporary folder"), database.to_owned())
    }

    /// Starts the program on a database (empty: a new SQLite file) with more settings, by their names in the
    /// environment; its log goes to a file.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn with(database: &str, settings: &[(&str, &str)]) -> Self {
        let data = tempfile::tempdir().expect("a temporary folder");
        let file = format!("sqlite:{}", data.path().join("pix.db").display());
        let database = if database.is_empty() { file } else { database.to_owned() };
        let settings =
            settings.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect();
        Self::begin(data, database, settings)
    }

    fn start(data: tempfile::TempDir, database: String) -> Self {
        Self::begin(data, database, Vec::new())
    }

    fn begin(data: tempfile::TempDir, database: String, settings: Vec<(String, String)>) -> Self {
        let (child, address) = spawn(data.path(), &database, "127.0.0.1:0", &settings);
        Self { child, address, data, database, settings }
    }

    /// What the program wrote to its log, when it was started [`Site::with`] settings.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn log(&self) -> String {
        std::fs::read_to_string(self.data().join(LOG)).expect("a log")
    }

    /// The address of a page, given its path.
    pub fn url(&self, path: &str) -> String {
        format!("{}{path}", self.address)
    }

    /// The host and port of the program.
    #[allow(dead_code, reason = "each test binary uses what it needs")]
    pub fn host(&self) -> &str {
        self.address.trim_start_matches("http://")
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
        let (child, address) =
            spawn(self.data.path(), &self.database, &format!("127.0.0.1:{port}"), &self.settings);
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

/// The file of the log, in the folder of the data.
const LOG: &str = "log";

fn spawn(data: &Path, database: &str, listen: &str, settings: &[(String, String)]) -> (Child, String) {
    let mut child = program(data)
        .args(["serve", "--listen", listen, "--demo", "true", "--database", database])
        .arg("--data")
        .arg(data)
        .envs(settings.iter().map(|(name, value)| (name, value)))
        .stdout(Stdio::piped())
        .stderr(if settings.is_empty() { Stdio::inherit() } else { log_in(data) })
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

fn log_in(data: &Path) -> Stdio {
    let file = std::fs::File::options().create(true).append(true).open(data.join(LOG));
    Stdio::from(file.expect("a file for the log"))
}
