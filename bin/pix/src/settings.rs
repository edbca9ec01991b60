//! Every setting of the program: its name, what it does, where its value comes from.
//!
//! The last one that speaks wins: default, `pix.toml`, environment (`PIX_…`), flag.

use clap::Args;
use figment::Figment;
use figment::providers::{Env, Format, Serialized, Toml};
use serde::{Deserialize, Serialize};
use std::path::PathBuf;

/// Values given as flags; what is not given is left to the other sources.
#[derive(Debug, Clone, Default, Args, Serialize)]
pub struct Flags {
    /// Address and port to listen on.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    listen: Option<String>,
    /// Database: `sqlite:PATH` or `postgres://user:password@host/name`.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    database: Option<String>,
    /// Folder of the embedded database and of mails written as files.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    data: Option<PathBuf>,
    /// Folder of the question bank, instead of the one inside the program.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    content: Option<PathBuf>,
    /// Whether to make demo accounts with known passwords and show mails at /dev/outbox.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    demo: Option<bool>,
    /// Address of the site as people type it; `https://…` makes cookies secure.
    #[arg(long, global = true)]
    #[serde(skip_serializing_if = "Option::is_none")]
    base_url: Option<String>,
}

/// The settings in force.
#[derive(Debug, Clone, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Settings {
    /// Address and port to listen on.
    pub listen: String,
    /// Where people's data live; empty means an SQLite file in the data folder.
    pub database: String,
    /// Folder of the embedded database and of mails written as files.
    pub data: PathBuf,
    /// Folder of the question bank; empty means the one inside the program.
    pub content: PathBuf,
    /// Demo accounts; not given means: only when nobody else can come, see [`Settings::demo`].
    pub demo: Option<bool>,
    /// Address of the site as people type it.
    pub base_url: String,
    /// Name of the service, shown on every page.
    pub name: String,
    /// Where people write to the persons in charge.
    pub contact: String,
    /// SMTP server, `smtps://user:password@host`; empty means mails are written as files.
    pub smtp: String,
    /// Sender of mails.
    pub sender: String,
    /// Highest level that can be reached, 1 to 8.
    pub ceiling: u8,
    /// How new tests choose questions and count pix; a test keeps the placement that it began with.
    pub placement: Placement,
    /// Log filter, such as `info` or `store=debug`.
    pub log: String,
    /// How log lines are written: `text` or `json`.
    pub log_format: LogFormat,
    /// Address and port of `/metrics`, which the public must not reach; empty means none.
    pub metrics_listen: String,
    /// Addresses of the proxies whose `X-Forwarded-For` is believed, separated by commas.
    pub trusted_proxy: String,
}

/// How tests choose questions and count pix.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Placement {
    /// As the reference platform does: every answer is believed.
    Reference,
    /// Bearing with errors: no answer decides alone, and pix come with a range.
    Bayes,
}

impl From<Placement> for rules::placement::Placement {
    fn from(placement: Placement) -> Self {
        match placement {
            Placement::Reference => Self::Reference,
            Placement::Bayes => Self::Bayes,
        }
    }
}

/// How log lines are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum LogFormat {
    /// For people.
    Text,
    /// For programs: one object per line.
    Json,
}

impl Default for Settings {
    fn default() -> Self {
        Self {
            listen: "127.0.0.1:8080".to_owned(),
            database: String::new(),
            data: PathBuf::from("data"),
            content: PathBuf::new(),
            demo: None,
            base_url: String::new(),
            name: "Pix".to_owned(),
            contact: "contact@example.org".to_owned(),
            smtp: String::new(),
            sender: "Pix <no-reply@example.org>".to_owned(),
            ceiling: 7,
            placement: Placement::Reference,
            log: "warn,pix=info".to_owned(),
            log_format: LogFormat::Text,
            metrics_listen: String::new(),
            trusted_proxy: String::new(),
        }
    }
}

/// What each setting means, in the order of `pix config`.
pub const MEANINGS: [(&str, &str); 16] = [
    ("listen", "address and port to listen on"),
    ("database", "sqlite:PATH or postgres://user:password@host/name; empty: data/pix.db"),
    ("data", "folder of the embedded database and of mails written as files"),
    ("content", "folder of the question bank; empty: the bank inside the program"),
    (
        "demo",
        "demo accounts with known passwords; not set: only on this machine alone, without base_url and smtp",
    ),
    ("base_url", "address of the site as people type it; needed unless listening to this machine alone"),
    ("name", "name of the service, shown on every page"),
    ("contact", "address of the persons in charge, in the legal texts"),
    (
        "smtp",
        "smtps://user:password@host or smtp://user:password@host:587?tls=required; empty: files in data/outbox",
    ),
    ("sender", "sender of mails"),
    ("ceiling", "highest level that can be reached, 1 to 8"),
    ("placement", "reference or bayes: how new tests choose questions and count pix"),
    ("log", "log filter, such as info or store=debug"),
    ("log_format", "text or json: how log lines are written"),
    ("metrics_listen", "address and port of /metrics, which the public must not reach; empty: none"),
    (
        "trusted_proxy",
        "addresses of the proxies whose X-Forwarded-For is believed, separated by commas; empty: nobody's",
    ),
];

/// Every source of settings, the strongest last.
#[must_use]
pub fn sources(flags: &Flags) -> Figment {
    Figment::from(Serialized::defaults(Settings::default()))
        .merge(Toml::file("pix.toml"))
        .merge(Env::prefixed("PIX_").ignore(&["test_postgres", "test_axe"]))
        .merge(Serialized::defaults(flags))
}

impl Settings {
    /// Reads the settings and refuses what cannot work.
    ///
    /// # Errors
    /// A sentence that says which setting is wrong, what was expected and where it came from.
    pub fn read(flags: &Flags) -> Result<Self, String> {
        let settings: Self =
            sources(flags).extract().map_err(|error| format!("a setting is wrong: {error}"))?;
        if !(1..=8).contains(&settings.ceiling) {
            return Err(format!("ceiling is {}; expected a level from 1 to 8", settings.ceiling));
        }
        let known = ["", "sqlite:", "postgres://", "postgresql://"];
        if !known.iter().any(|start| {
            settings.database.starts_with(start) && (!start.is_empty() || settings.database.is_empty())
        }) {
            return Err("database must start with sqlite: or postgres://".to_owned());
        }
        if settings.smtp.starts_with("smtp://")
            && settings.smtp.contains('@')
            && !settings.smtp.contains("tls=required")
        {
            return Err(
                "smtp would send its password in clear; write smtps://… or add ?tls=required".to_owned()
            );
        }
        Ok(settings)
    }

    /// Address of the database: the given one, or an SQLite file in the data folder.
    #[must_use]
    pub fn database(&self) -> String {
        if self.database.is_empty() {
            format!("sqlite:{}", self.data.join("pix.db").display())
        } else {
            self.database.clone()
        }
    }

    /// Address of the site as people type it, told the port that is listened to.
    ///
    /// # Errors
    /// A sentence when others can come and nobody said under which address: links in mails would lead nowhere.
    pub fn base_url(&self, port: u16) -> Result<String, String> {
        if !self.base_url.is_empty() {
            return Ok(self.base_url.trim_end_matches('/').to_owned());
        }
        if self.is_alone() {
            return Ok(format!("http://localhost:{port}"));
        }
        Err(format!(
            "listening on {} lets others come, but base_url is empty: say under which address they do, \
             for example --base-url http://192.168.1.20:{port}",
            self.listen
        ))
    }

    /// Whether demo accounts are made: as told, else only when nobody else can come. A program behind a proxy also
    /// listens to its own machine, but it has an address or a mail server.
    #[must_use]
    pub fn demo(&self) -> bool {
        self.demo.unwrap_or(self.is_alone() && self.base_url.is_empty() && self.smtp.is_empty())
    }

    fn is_alone(&self) -> bool {
        ["127.0.0.1:", "localhost:", "[::1]:"].iter().any(|here| self.listen.starts_with(here))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn demo_accounts_are_for_this_machine_alone() {
        let check = |listen: &str, base_url: &str, smtp: &str, demo: Option<bool>, expected: bool| {
            let (listen, base_url, smtp) = (listen.to_owned(), base_url.to_owned(), smtp.to_owned());
            let settings = Settings { listen, base_url, smtp, demo, ..Settings::default() };
            assert_eq!(settings.demo(), expected, "{settings:?}");
        };
        check("127.0.0.1:8080", "", "", None, true);
        check("[::1]:8080", "", "", None, true);
        check("0.0.0.0:8080", "", "", None, false);
        check("127.0.0.1:8080", "https://pix.example", "", None, false);
        check("127.0.0.1:8080", "", "smtps://mail.example", None, false);
        check("0.0.0.0:8080", "", "", Some(true), true);
        check("127.0.0.1:8080", "", "", Some(false), false);
    }

    #[test]
    fn the_address_in_mails_is_one_that_people_reach() {
        let check = |listen: &str, base_url: &str, expected: Option<&str>| {
            let (listen, base_url) = (listen.to_owned(), base_url.to_owned());
            let settings = Settings { listen, base_url, ..Settings::default() };
            assert_eq!(settings.base_url(81).ok().as_deref(), expected, "{settings:?}");
        };
        check("127.0.0.1:0", "", Some("http://localhost:81"));
        check("0.0.0.0:81", "https://pix.example/", Some("https://pix.example"));
        check("0.0.0.0:81", "", None);
    }
}
