//! A PostgreSQL server of one's own, from the system's programs: it may be killed and started again.

use std::io::{BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};

use sqlx::Connection;

/// A running server. It leaves nothing behind when this program ends, however it ends.
pub struct Server {
    url: String,
    folder: PathBuf,
    programs: PathBuf,
    /// Its standard input keeps the server alive.
    _shell: Child,
}

impl Server {
    /// Makes a server and starts it.
    #[must_use]
    pub fn start() -> Self {
        let programs = programs();
        let mut command = as_its_user("sh");
        command.args(["-c", include_str!("server.sh"), "server"]).arg(&programs);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut shell = command.spawn().unwrap_or_else(|error| panic!("cannot run sh: {error}"));
        let mut said = BufReader::new(shell.stdout.take().unwrap_or_else(|| panic!("sh has no output")));
        let mut line = String::new();
        let read = said.read_line(&mut line);
        let Some(folder) = line.trim().strip_prefix("ready ") else {
            let mut why = String::new();
            let _ = said.read_to_string(&mut why);
            panic!("PostgreSQL does not start ({read:?}): {line}{why}");
        };
        let url = format!("postgres://postgres@localhost/postgres?host={folder}");
        Self { url, folder: PathBuf::from(folder), programs, _shell: shell }
    }

    /// The address of its database.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// Where it listens.
    #[must_use]
    pub fn socket(&self) -> PathBuf {
        self.folder.join(".s.PGSQL.5432")
    }

    /// Kills all its processes at once, as a power cut would (SIGKILL); gives how many there were.
    pub fn kill(&self) -> usize {
        let processes = self.processes();
        let pids = processes.iter().map(ToString::to_string);
        let killed = Command::new("kill").arg("-KILL").args(pids).stderr(Stdio::null()).status();
        // A process that ended by itself in between makes no difference.
        killed.unwrap_or_else(|error| panic!("cannot run kill: {error}"));
        processes.len()
    }

    /// Starts it again on the same data. The system takes a moment to bury the killed: until then it is refused.
    pub fn start_again(&self) {
        const TRIES: usize = 20;
        assert!((0..TRIES).any(|_| self.starts()), "PostgreSQL does not start again");
    }

    fn starts(&self) -> bool {
        let mut command = as_its_user(&self.programs.join("pg_ctl").to_string_lossy());
        command.arg("-D").arg(self.folder.join("data")).args(["-w", "-t", "60", "-l"]);
        command.arg(self.folder.join("log")).arg("-o").arg(format!(
            "-c listen_addresses= -c unix_socket_directories={} -c max_connections=200",
            self.folder.display()
        ));
        command.arg("start").stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.status().is_ok_and(|status| status.success())
    }

    /// Runs one statement as the superuser, such as one that makes a tablespace.
    pub async fn run(&self, sql: String) {
        let ran = async {
            let mut connection = sqlx::PgConnection::connect(&self.url).await?;
            sqlx::raw_sql(sqlx::AssertSqlSafe(sql)).execute(&mut connection).await?;
            connection.close().await
        };
        ran.await.unwrap_or_else(|error: sqlx::Error| panic!("{}: {error}", self.url));
    }

    /// The process that leads, and those it started.
    fn processes(&self) -> Vec<u32> {
        let path = self.folder.join("data/postmaster.pid");
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{path:?}: {error}"));
        let leader = text.lines().next().and_then(|pid| pid.parse().ok());
        let leader: u32 = leader.unwrap_or_else(|| panic!("{path:?} holds no process: {text}"));
        let list = std::fs::read_to_string(format!("/proc/{leader}/task/{leader}/children"));
        let children = list.unwrap_or_default();
        let children = children.split_whitespace().filter_map(|pid| pid.parse().ok());
        std::iter::once(leader).chain(children).collect()
    }
}

/// PostgreSQL refuses to run as root: then it runs as its own user.
fn as_its_user(program: &str) -> Command {
    let root = Command::new("id").arg("-u").output().is_ok_and(|id| id.stdout == b"0\n");
    let mut command = Command::new(if root { "runuser" } else { program });
    if root {
        command.args(["-u", "postgres", "--", program]);
    }
    command.current_dir("/tmp");
    command
}

/// The folder of `initdb` and `pg_ctl`: Debian's, newest first, then those of the path.
fn programs() -> PathBuf {
    let mut folders: Vec<PathBuf> = std::fs::read_dir("/usr/lib/postgresql")
        .map(|versions| versions.filter_map(Result::ok).map(|version| version.path().join("bin")).collect())
        .unwrap_or_default();
    folders.sort();
    folders.reverse();
    folders.extend(std::env::split_paths(&std::env::var_os("PATH").unwrap_or_default()));
    let complete = |folder: &PathBuf| has(folder, "initdb") && has(folder, "pg_ctl");
    folders.into_iter().find(complete).unwrap_or_else(|| {
        panic!(
            "no PostgreSQL programs (initdb, pg_ctl) on this machine: install the package `postgresql`, or name a \
             server in PIX_TEST_POSTGRES, or run `cargo xtask test`, which says what is missing"
        )
    })
}

fn has(folder: &Path, program: &str) -> bool {
    folder.join(program).exists()
}
