//! The people of the demonstration: they exist from the first start, with passwords that everybody knows.

use store::account::{self, Account, Creation, Role};
use store::{AccountId, legal};
use web::house::House;

/// Their password, known to everybody.
pub const PASSWORD: &str = "Tournesol-2026";

/// A person of the demonstration.
pub struct DemoPerson {
    /// First and last name.
    pub name: (&'static str, &'static str),
    /// The e-mail address, or the username of whoever has none.
    pub login: &'static str,
    /// What the account may do.
    pub role: Role,
}

/// One of each: a learner, a pupil without e-mail address, a teacher, an invigilator, and a member of staff who can
/// preview questions.
pub const PEOPLE: [DemoPerson; 5] = [
    DemoPerson { name: ("Camille", "Roy"), login: "camille@demo.example", role: Role::Learner },
    DemoPerson { name: ("Lina", "Petit"), login: "lina.petit0304", role: Role::Learner },
    DemoPerson { name: ("Farid", "Benali"), login: "farid@demo.example", role: Role::Teacher },
    DemoPerson { name: ("Maëlle", "Le Goff"), login: "maelle@demo.example", role: Role::Invigilator },
    DemoPerson { name: ("Sacha", "Morel"), login: "sacha@demo.example", role: Role::Staff },
];

impl DemoPerson {
    /// What the account may do, in a word: a pupil is a learner whose school made the account.
    pub fn kind(&self) -> &'static str {
        if self.has_address() || self.role != Role::Learner { self.role.name() } else { "pupil" }
    }

    fn has_address(&self) -> bool {
        self.login.contains('@')
    }
}

/// Makes the people who do not exist yet. One hash serves them all: their password is no secret, and the first start
/// waits for it.
///
/// # Errors
/// A sentence about the database or the machine.
pub async fn make(house: &House) -> Result<(), String> {
    let mut missing = Vec::new();
    for person in &PEOPLE {
        let known = account::by_email_or_username(&house.db, person.login)
            .await
            .map_err(|error| error.to_string())?;
        if known.is_none() {
            missing.push(person);
        }
    }
    if missing.is_empty() {
        return Ok(());
    }
    let hash = house.hashing.hash(PASSWORD).await.map_err(|error| error.to_string())?;
    let accounts: Result<Vec<Account>, String> =
        missing.into_iter().map(|person| account(house, person, &hash)).collect();
    write(house, &accounts?).await.map_err(|error| error.to_string())
}

fn account(house: &House, person: &DemoPerson, hash: &str) -> Result<Account, String> {
    let now = house.clock.now();
    let id = AccountId::new(now, house.entropy.number().map_err(|error| error.to_string())?);
    let login = |wanted: bool| (person.has_address() == wanted).then(|| person.login.to_owned());
    Ok(Account {
        email: login(true),
        username: login(false),
        password_hash: Some(hash.to_owned()),
        role: person.role,
        email_confirmed_at: login(true).map(|_| now),
        ..Account::new(id, person.name.0, person.name.1, now)
    })
}

async fn write(house: &House, accounts: &[Account]) -> store::Result<()> {
    let mut tx = house.db.begin().await?;
    for account in accounts {
        // Another node may make the same person at the same moment: one of the two is enough.
        if account::create(&mut tx, account).await? == Creation::Created {
            legal::accept_all(&mut tx, account.id, &house.site.legal, account.created_at).await?;
        }
    }
    tx.commit().await
}
