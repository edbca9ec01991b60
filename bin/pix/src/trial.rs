//! The house over a database, for the tests of what surrounds the apps.

use crate::bank;
use crate::settings::Settings;
use store::Db;
use web::bank::Bank;
use web::clock::Clock;
use web::entropy::Entropy;
use web::house::{House, Rooms, Site};
use web::password_hashing::PasswordHashing;

/// The house at an address.
pub fn house(db: Db, base_url: &str) -> House {
    let settings = Settings::default();
    let source = bank::source(&settings).expect("a bank");
    let site = Site {
        name: "Pix".to_owned(),
        contact: String::new(),
        base_url: base_url.to_owned(),
        demo: false,
        ceiling: 7,
        placement: rules::placement::Placement::default(),
        outbox: None,
        legal: learner::in_force(),
    };
    let (clock, hashing) = (Clock::System, PasswordHashing::new(2));
    let bank = Bank::new(bank::release(&settings, &source).expect("a sound bank"));
    House::new(Rooms { db, bank, clock, entropy: Entropy, hashing, site })
}
