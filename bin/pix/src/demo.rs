//! The people of the demonstration: they exist from the first start, with passwords that everybody knows.

use store::account::{self, Account, Creation, Role};
use store::{AccountId, legal};
use web::house::House;
use web::visit::TERMS;

/// A person of the demonstration.
pub struct DemoPerson {
    /// First and last name.
    pub name: (&'static str, &'static str),
    /// The e-mail address.
    pub email: &'static str,
    /// The password, known to everybody.
    pub password: &'static str,
    /// What the account may do.
    pub role: Role,
}

/// A learner, and a member of staff who can preview questions.
pub const PEOPLE: [DemoPerson; 2] = [
    DemoPerson {
        name: ("Camille", "Roy"),
        email: "camille@demo.example",
        password: "Tournesol-2026",
        role: Role::Learner,
    },
    DemoPerson {
        name: ("Sacha", "Morel"),
        email: "sacha@demo.example",
        password: "Tournesol-2026",
        role: Role::Staff,
    },
];

/// Makes the people who do not exist yet.
///
/// # Errors
/// A sentence about the database or the machine.
pub async fn make(house: &House) -> Result<(), String> {
    for person in &PEOPLE {
        let known = account::by_email_or_username(&house.db, person.email)
            .await
            .map_err(|error| error.to_string())?;
        if known.is_none() {
            add(house, person).await?;
        }
    }
    Ok(())
}

async fn add(house: &House, person: &DemoPerson) -> Result<(), String> {
    let hash = house.hashing.hash(person.password).await.map_err(|error| error.to_string())?;
    let now = house.clock.now();
    let id = AccountId::new(now, house.entropy.number().map_err(|error| error.to_string())?);
    let account = Account {
        id,
        first_name: person.name.0.to_owned(),
        last_name: person.name.1.to_owned(),
        email: Some(person.email.to_owned()),
        username: None,
        password_hash: Some(hash),
        lang: "fr".to_owned(),
        role: person.role,
        created_at: now,
        email_confirmed_at: Some(now),
        failed_sign_ins: 0,
        blocked_until: None,
    };
    write(house, &account).await.map_err(|error| error.to_string())
}

async fn write(house: &House, account: &Account) -> store::Result<()> {
    let mut tx = house.db.begin().await?;
    // Another node may make the same person at the same moment: one of the two is enough.
    if account::create(&mut tx, account).await? == Creation::Created {
        legal::accept(&mut tx, account.id, TERMS, account.created_at).await?;
    }
    tx.commit().await
}
