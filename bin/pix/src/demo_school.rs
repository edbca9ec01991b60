//! The school of the demonstration: its teacher works there, and a campaign waits for learners.

use rules::search_text::search_text;
use store::account::{self, Creation};
use store::campaign::{self, Campaign};
use store::membership::{self, Role};
use store::organisation::{self, Kind, Organisation};
use store::{AccountId, CampaignId, OrganisationId, TargetProfileId, target_profile};
use web::house::House;

/// The code of its campaign, which everybody may type.
pub const CODE: &str = "TRMKWD234";
/// Its teacher's address.
const TEACHER: &str = "farid@demo.example";
const SCHOOL: &str = "Collège de démonstration";
const CAMPAIGN: &str = "Rentrée de la 6e B";
/// What learners read.
const TITLE: &str = "Bienvenue en 6e";
/// The ready-made target profile "Rentrée 6e".
const PROFILE: i64 = 1;

/// Makes the school and its campaign, unless they exist.
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
    let id = OrganisationId::new(now, school);
    let sought = search_text(SCHOOL);
    let organisation = Organisation { sought, ..Organisation::new(id, Kind::Sco, SCHOOL, now) };
    let profile = target_profile::by_id(&house.db, TargetProfileId::from_number(PROFILE)).await?;
    let campaign = Campaign {
        code: CODE.to_owned(),
        name: CAMPAIGN.to_owned(),
        sought: search_text(CAMPAIGN),
        title: Some(TITLE.to_owned()),
        target_profile_id: profile.as_ref().map(|profile| profile.id),
        tubes: profile.map(|profile| profile.tubes).unwrap_or_default(),
        several_sendings: true,
        ..Campaign::new(id, CampaignId::new(now, asked), campaign::Kind::Assessment, teacher, now)
    };
    let mut tx = house.db.begin().await?;
    organisation::create(&mut tx, &organisation).await?;
    membership::join(&mut tx, id, teacher, Role::Admin, now).await?;
    // Another node may have made it at the same moment: then nothing of this one stays.
    if campaign::create(&mut tx, &campaign).await? == Creation::Taken {
        return Ok(());
    }
    tx.commit().await
}
