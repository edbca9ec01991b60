//! The program under load: seeded, started, stopped.

use crate::http::Connection;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

/// Where everything is.
pub struct Place {
    /// The program.
    pub program: PathBuf,
    /// Its database; empty for an SQLite file in `data`.
    pub database: String,
    /// Its folder.
    pub data: tempfile::TempDir,
}

impl Place {
    /// A new place.
    pub fn new(program: &Path, database: String) -> Result<Self, String> {
        let data = tempfile::tempdir().map_err(|error| error.to_string())?;
        Ok(Self { program: program.to_owned(), database, data })
    }

    /// The file of the SQLite database.
    pub fn file(&self) -> PathBuf {
        self.data.path().join("pix.db")
    }

    /// Fills the database; gives the tokens of the learners who are signed in.
    pub fn seed(&self, learners: usize, answers: usize, sessions: usize) -> Result<Vec<String>, String> {
        let tokens = self.data.path().join("tokens");
        let mut command = self.command(&["dev", "seed"]);
        for (flag, number) in [("--learners", learners), ("--answers", answers), ("--sessions", sessions)] {
            command.arg(flag).arg(number.to_string());
        }
        command.arg("--tokens").arg(&tokens);
        finished(command)?;
        let text = std::fs::read_to_string(&tokens).map_err(|error| error.to_string())?;
        Ok(text.lines().map(str::to_owned).collect())
    }

    /// Fills the database with campaigns of so many participants each, and with learners who are signed in; gives the
    /// campaigns, and the tokens of the learners.
    pub fn seed_campaigns(
        &self,
        participants: &[usize],
        learners: usize,
    ) -> Result<(Vec<Campaign>, Vec<String>), String> {
        let (tokens, campaigns) = (self.data.path().join("tokens"), self.data.path().join("campaigns"));
        let mut command = self.command(&["dev", "seed"]);
        for flag in ["--learners", "--sessions"] {
            command.arg(flag).arg(learners.to_string());
        }
        for number in participants {
            command.arg("--campaign-participants").arg(number.to_string());
        }
        command.arg("--tokens").arg(&tokens).arg("--campaigns").arg(&campaigns);
        finished(command)?;
        let read = |path| std::fs::read_to_string(path).map_err(|error: std::io::Error| error.to_string());
        let campaigns = read(campaigns)?.lines().filter_map(Campaign::read).collect();
        Ok((campaigns, read(tokens)?.lines().map(str::to_owned).collect()))
    }

    /// Starts the program on a port and waits for its first page.
    pub async fn start(&self, port: u16) -> Result<Server, String> {
        let begun = Instant::now();
        let listen = format!("127.0.0.1:{port}");
        let mut command = self.command(&["serve", "--listen", &listen, "--demo", "false"]);
        let child = command.stdout(Stdio::null()).spawn().map_err(|error| error.to_string())?;
        let mut server = Server { child, host: listen, cold_start: Duration::ZERO };
        for _ in 0..3000 {
            if let Ok(mut connection) = Connection::open(&server.host, String::new()).await
                && connection.get("/", "").await.is_ok_and(|reply| reply.status == 200)
            {
                server.cold_start = begun.elapsed();
                return Ok(server);
            }
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Err("the program does not answer".to_owned())
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(&self.program);
        command.args(arguments).arg("--data").arg(self.data.path()).current_dir(self.data.path());
        if !self.database.is_empty() {
            command.args(["--database", &self.database]);
        }
        command
    }
}

fn finished(mut command: Command) -> Result<(), String> {
    let status = command.status().map_err(|error| error.to_string())?;
    if status.success() { Ok(()) } else { Err(format!("pix dev seed failed ({status})")) }
}

/// A campaign, as `pix dev seed` names it.
#[derive(Debug, Clone)]
pub struct Campaign {
    /// The token of the session of its teacher.
    pub token: String,
    /// Its address among the teacher's.
    pub id: String,
    /// What learners type.
    pub code: String,
}

impl Campaign {
    fn read(line: &str) -> Option<Self> {
        let mut words = line.split(' ').map(str::to_owned);
        Some(Self { token: words.next()?, id: words.next()?, code: words.next()? })
    }
}

/// A running program, killed when dropped.
pub struct Server {
    child: Child,
    /// Host and port.
    pub host: String,
    /// From the start of the process to its first page.
    pub cold_start: Duration,
}

impl Server {
    /// The process.
    pub fn pid(&self) -> u32 {
        self.child.id()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
