//! What every handler needs: the database, the bank, the clock, chance, and who runs this service.

use crate::bank::Bank;
use crate::clock::Clock;
use crate::entropy::Entropy;
use crate::password_hashing::PasswordHashing;
use rules::placement::Placement;
use std::ops::Deref;
use std::path::PathBuf;
use std::sync::Arc;
use store::Db;
use store::legal::InForce;

/// The state of the program, shared by all requests. Nothing in it is needed by another node.
#[derive(Clone)]
pub struct House(Arc<Rooms>);

/// What stands in the house.
pub struct Rooms {
    /// Where people's data live.
    pub db: Db,
    /// The questions.
    pub bank: Bank,
    /// The only clock.
    pub clock: Clock,
    /// The only source of chance.
    pub entropy: Entropy,
    /// Hashes passwords, a few at a time.
    pub hashing: PasswordHashing,
    /// Who runs this service, and how.
    pub site: Site,
}

/// What the person who installed the program decided.
#[derive(Debug, Clone)]
pub struct Site {
    /// The service's name.
    pub name: String,
    /// Where people write to those in charge.
    pub contact: String,
    /// The site's address as people type it, without a slash at the end.
    pub base_url: String,
    /// Whether demo accounts exist and mails can be read at `/dev/outbox`.
    pub demo: bool,
    /// The highest level that can be reached.
    pub ceiling: u8,
    /// How new tests choose questions and count pix.
    pub placement: Placement,
    /// The folder where mails are written, when no mail server sends them.
    pub outbox: Option<PathBuf>,
    /// The versions of the legal documents in force.
    pub legal: InForce,
}

impl Site {
    /// Whether cookies may travel on encrypted connections only.
    #[must_use]
    pub fn is_encrypted(&self) -> bool {
        self.base_url.starts_with("https://")
    }
}

impl House {
    /// Gathers the rooms.
    #[must_use]
    pub fn new(rooms: Rooms) -> Self {
        Self(Arc::new(rooms))
    }
}

impl Deref for House {
    type Target = Rooms;

    fn deref(&self) -> &Rooms {
        &self.0
    }
}
