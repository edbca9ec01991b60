//! The app over a fresh database, with a clock that tests move, and the people who visit it.

use std::ops::Deref;

use content::Source;
use rules::placement::Placement;
use store::legal::InForce;
use store::trial::Trial;
use store::{AccountId, Db};
use web::trial::App;
pub use web::trial::{BANK, DAY, HOUR, PASSWORD, Visitor};

use crate::mail::Purpose;

/// This app.
const APP: App = App { router: crate::router, nav: crate::NAV };

/// The app and its rooms.
pub struct Site {
    site: web::trial::Site,
    /// Kept until the site goes.
    _trial: Option<Trial>,
}

impl Deref for Site {
    type Target = web::trial::Site;

    fn deref(&self) -> &Self::Target {
        &self.site
    }
}

impl Site {
    /// The app over a new SQLite file.
    pub async fn open() -> Self {
        let trial = Trial::sqlite().await;
        let site = Self::over(trial.db.clone());
        Self { _trial: Some(trial), ..site }
    }

    /// The app over a new SQLite file, whose bank has every file changed.
    pub async fn with_bank(edit: impl Fn(&str) -> String) -> Self {
        let trial = Trial::sqlite().await;
        let site = Self::of(trial.db.clone(), true, &edited(edit));
        Self { _trial: Some(trial), ..site }
    }

    /// The app over a new SQLite file, whose bank has no question of a competence yet; they are due in a month.
    pub async fn before(competence: &str, opens: &str) -> Self {
        let mut bank = Source::new();
        for (path, bytes) in BANK.iter().filter(|(path, _)| !path.starts_with(&format!("{competence}/"))) {
            bank.insert(path, bytes.to_vec());
        }
        let framework = String::from_utf8_lossy(BANK.get("framework.toml").expect("a framework"));
        let code = format!("code = \"{competence}\"\n");
        let closed = format!("{code}opens = \"{opens}\"\n");
        bank.insert("framework.toml", framework.replace(&code, &closed));
        let trial = Trial::sqlite().await;
        let site = Self::of(trial.db.clone(), true, &bank);
        Self { _trial: Some(trial), ..site }
    }

    /// The app over a database, in demo mode.
    pub fn over(db: Db) -> Self {
        Self::with(db, true)
    }

    /// The app over a database, in demo mode or for real people.
    pub fn with(db: Db, demo: bool) -> Self {
        Self::of(db, demo, &BANK)
    }

    /// The app over a database and a bank.
    pub fn of(db: Db, demo: bool, bank: &Source) -> Self {
        Self::under(db, demo, bank, crate::in_force())
    }

    /// The same under other legal documents.
    pub fn under(db: Db, demo: bool, bank: &Source, legal: InForce) -> Self {
        Self::as_set((db, bank), (demo, Placement::default()), legal)
    }

    /// The app over a database, where new tests follow a placement.
    pub fn placing(db: Db, placement: Placement) -> Self {
        Self::as_set((db, &BANK), (true, placement), crate::in_force())
    }

    fn as_set((db, bank): (Db, &Source), set: (bool, Placement), legal: InForce) -> Self {
        Self { site: web::trial::Site::of(APP, db, set, bank, legal), _trial: None }
    }

    /// The token of a link that leads from a temporary password to a password of one's own.
    pub async fn choice_token(&self, account: AccountId) -> String {
        let (token, link) = Purpose::PasswordChoice.link(&self.house, account).expect("a token");
        let mut tx = self.house.db.begin().await.expect("a transaction");
        store::mail_link::create(&mut tx, &link, self.now()).await.expect("a link");
        tx.commit().await.expect("kept");
        token
    }
}

/// The bank with every file changed.
pub fn edited(edit: impl Fn(&str) -> String) -> Source {
    let mut bank = Source::new();
    for (path, bytes) in BANK.iter() {
        bank.insert(path, edit(&String::from_utf8_lossy(bytes)));
    }
    bank
}

/// A file of the bank; the family in it, if there is one, gets this mode and this limit.
pub fn paced(text: &str, mode: &str, limit: Option<u32>) -> String {
    let wanted = limit.map_or_else(String::new, |seconds| format!("\ntimer = {seconds}"));
    let text = text.replacen("\ntimer = 300", "", 1).replacen("\nmode = \"focus\"", "\nmode = \"free\"", 1);
    text.replacen("\nmode = \"free\"", &format!("\nmode = \"{mode}\"{wanted}"), 1)
}
