//! The school of the demonstration: its teacher works there, a campaign waits for learners, another one for people
//! without an account, and four classes have been at work since September.
//!
//! The school and the first campaign are there before the first page. The classes follow when the site listens already
//! ([`fill`]): each in one transaction, so that none is ever seen half made; one that exists is left as it is.

mod keeping;
mod open_house;
mod pupil;
mod roll;
mod schooldays;
mod term;
#[cfg(test)]
#[allow(clippy::expect_used, reason = "a test that meets the unexpected fails")]
mod tests;

use keeping::Done;
use measure::simulation::{Behaviour, Examinee, Population};
use pupil::{Known, Mind};
use roll::{CLASSES, Class, LINA};
use rules::search_text::search_text;
use schooldays::{Scale, Schooldays, Work};
use std::sync::Arc;
use store::account::{self, Creation};
use store::campaign::{self, Campaign};
use store::membership::{self, Role};
use store::organisation::{self, Kind, Organisation};
use store::place_lot::{self, Lot};
use store::{AccountId, CampaignId, LotId, OrganisationId, TargetProfileId, learner_list, target_profile};
use term::{DAY_MS, Term};
use web::bank::Shelf;
use web::house::House;

/// The code of its campaign, which everybody may type.
pub const CODE: &str = "TRMKWD234";
/// The code of the one that is taken without an account.
pub const DISCOVERY_CODE: &str = "DCVRTK243";
/// The code of the combined course that leads from the one to the other.
pub const COURSE_CODE: &str = "PRCRSK234";
/// The codes of those that its pupils took part in.
const PROTECTION_CODE: &str = "PRTKCW346";
const PROFILES_CODE: &str = "PRFHBM782";
/// Its teacher's address.
const TEACHER: &str = "farid@demo.example";
const SCHOOL: &str = "Collège de démonstration";
/// The school that the registers among our samples name: its teacher may try to import one.
const NUMBER: &str = "0999901Z";
const CAMPAIGN: &str = "Rentrée de la 6e B";
/// The name of the campaign that is taken without an account, and of its target profile.
const OPEN_HOUSE: &str = "Portes ouvertes";
/// What learners read.
const TITLE: &str = "Bienvenue en 6e";
/// The ready-made target profile "Rentrée 6e".
const PROFILE: i64 = 1;
/// What draws the pupils.
const SEED: u64 = 2026;
/// The deviation of abilities in a class.
const SPREAD: f64 = 0.8;
/// How pupils depart from the model.
const BEHAVIOUR: Behaviour = Behaviour { slip: 0.04, guess: 0.05, dependence: 0.5, leave: 0.0 };

/// Makes the school, its first campaign and what it offers to anybody, unless they exist.
///
/// # Errors
/// A sentence about the database or the machine.
pub async fn make(house: &House) -> Result<(), String> {
    let told = |error: store::Error| error.to_string();
    let teacher = account::by_email_or_username(&house.db, TEACHER).await.map_err(told)?;
    let known = campaign::by_code(&house.db, CODE).await.map_err(told)?;
    let (Some(teacher), None) = (teacher, known) else { return Ok(()) };
    let number = || house.entropy.number().map_err(|error| error.to_string());
    let (school, asked) = (number()?, number()?);
    write(house, teacher.id, (school, asked)).await.map_err(told)
}

async fn write(house: &House, teacher: AccountId, (school, asked): (u64, u64)) -> store::Result<()> {
    let now = house.clock.now();
    let (since, begun) = (now - 60 * DAY_MS, now - 9 * DAY_MS);
    let id = OrganisationId::new(since, school);
    let organisation = Organisation {
        sought: search_text(&format!("{SCHOOL} {NUMBER}")),
        external_id: Some(NUMBER.to_owned()),
        features: format!(" LEARNER_IMPORT {} {} ", rules::certifiability::FEATURE, rules::places::FEATURE),
        ..Organisation::new(id, Kind::Sco, SCHOOL, since)
    };
    let profile = target_profile::by_id(&house.db, TargetProfileId::from_number(PROFILE)).await?;
    let campaign = Campaign {
        code: CODE.to_owned(),
        name: CAMPAIGN.to_owned(),
        sought: search_text(CAMPAIGN),
        title: Some(TITLE.to_owned()),
        target_profile_id: profile.as_ref().map(|profile| profile.id),
        tubes: profile.map(|profile| profile.tubes).unwrap_or_default(),
        several_sendings: true,
        ..Campaign::new(id, CampaignId::new(begun, asked), campaign::Kind::Assessment, teacher, begun)
    };
    let mut tx = house.db.begin().await?;
    organisation::create(&mut tx, &organisation).await?;
    membership::join(&mut tx, id, teacher, Role::Admin, since).await?;
    place_lot::add(&mut tx, &places(id, since, school)).await?;
    // Another node may have made it at the same moment: then nothing of this one stays.
    if campaign::create(&mut tx, &campaign).await? == Creation::Taken {
        return Ok(());
    }
    let release = &house.bank.present().release;
    if open_house::write(&mut tx, release, &campaign, asked).await? { tx.commit().await } else { Ok(()) }
}

/// The places that the school was given: enough for its pupils.
fn places(organisation: OrganisationId, since: i64, number: u64) -> Lot {
    Lot {
        organisation_id: organisation,
        id: LotId::new(since, number),
        places: 120,
        category: "T0".to_owned(),
        reference: "Année scolaire".to_owned(),
        active_from: since,
        active_until: None,
    }
}

/// Makes the classes that do not exist yet and all that their pupils did, one class after the other.
///
/// # Errors
/// A sentence about the database, the machine or the bank.
pub async fn fill(house: &House) -> Result<(), String> {
    fill_with(house, &CLASSES).await
}

async fn fill_with(house: &House, classes: &'static [Class]) -> Result<(), String> {
    let told = |error: store::Error| error.to_string();
    let Some(rentree) = campaign::by_code(&house.db, CODE).await.map_err(told)? else { return Ok(()) };
    let list = learner_list::whole(&house.db, rentree.organisation_id).await.map_err(told)?;
    let is_missing = |class: &&Class| !list.iter().any(|line| line.key.starts_with(&class.prefix()));
    let missing: Vec<&'static Class> = classes.iter().filter(is_missing).collect();
    if missing.is_empty() {
        return Ok(());
    }
    let Some(term) = term::open(house, rentree).await.map_err(told)? else { return Ok(()) };
    let term = Arc::new(term);
    let hash = house.hashing.hash(crate::demo::PASSWORD).await.map_err(|error| error.to_string())?;
    for class in missing {
        let (shelf, scale) = (Arc::clone(house.bank.present()), scale(house));
        let told_term = Arc::clone(&term);
        let work = move || pupils(&shelf, scale, (&told_term, class));
        let pupils = tokio::task::spawn_blocking(work).await.map_err(|error| error.to_string())??;
        keeping::keep(house, (&term, class), (&pupils, &hash)).await.map_err(told)?;
    }
    Ok(())
}

fn scale(house: &House) -> Scale {
    Scale { placement: house.site.placement, ceiling: house.site.ceiling }
}

/// The pupils of a class and what they did.
fn pupils(shelf: &Shelf, scale: Scale, (term, class): (&Term, &Class)) -> Result<Vec<Done>, String> {
    let known = Known::default();
    let people = population()?;
    let pupils = class.pupils().into_iter().map(|pupil| {
        let done = Done::new(pupil, term.now);
        let (Some(account), Some(examinee)) = (done.account, people.get(usize::from(done.pupil.number)))
        else {
            return Ok(done);
        };
        if done.pupil.username.as_deref() == Some(LINA) {
            return Ok(done);
        }
        let examinee = Examinee { theta: class.ability + SPREAD * examinee.theta, ..*examinee };
        let mind = Mind { examinee: &examinee, known: &known };
        let whose = (account, done.line);
        let (pupil, days) = (&done.pupil, Schooldays::default());
        let days = Work { shelf, scale, term, pupil, mind, whose, done: days }.all(class.competences)?;
        Ok(Done { days, ..done })
    });
    pupils.collect()
}

/// The cohort that all pupils are drawn from.
fn population() -> Result<Vec<Examinee>, String> {
    let people = Population::new(SEED, BEHAVIOUR).map_err(|error| error.to_string())?;
    Ok(people.draw(100))
}
