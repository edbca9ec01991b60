//! The trainings that a target profile recommends, and when.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::training::Kind;
use store::target_profile::TargetProfile;
use store::training::{self, Training, Trigger};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_training_page::{self as page, Filled, Shown, Wrong};

/// `GET /staff/profiles/{profile}/trainings`: what is recommended, and the form of another condition.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let profile = loaded(&house, &id).await?;
    Ok(sheet(&house, &staff, &profile, (&Filled::default(), &[])).await?.render(&house, &staff))
}

/// `POST /staff/profiles/{profile}/trainings`: sets a condition, or takes those of the training of `remove` away.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let profile = loaded(&house, &id).await?;
    if posted.has("remove") {
        return remove(&house, &staff, &profile, posted.text("remove")).await;
    }
    let filled = Filled::of(&posted, &house, &profile);
    let trigger = match read(&house, &profile, &filled).await? {
        Ok(trigger) => trigger,
        Err(wrong) => {
            let sheet = sheet(&house, &staff, &profile, (&filled, &wrong)).await?;
            return Ok(sheet.refused(&house, &staff));
        }
    };
    keep(&house, &staff, &trigger).await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}/trainings")).into_response())
}

async fn keep(house: &House, staff: &Staff, trigger: &Trigger) -> Result<(), Refusal> {
    let mut tx = house.db.begin().await?;
    training::set_trigger(&mut tx, trigger).await?;
    let detail = format!("{} {} {}", trigger.training_id, trigger.kind, trigger.threshold);
    let subject = trigger.target_profile_id.to_string();
    note(house, &mut tx, staff, "training-trigger", (subject, detail)).await?;
    Ok(tx.commit().await?)
}

async fn remove(
    house: &House,
    staff: &Staff,
    profile: &TargetProfile,
    training: &str,
) -> Result<Response, Refusal> {
    let parsed = training.parse().map_err(|_| Refusal::NotFound)?;
    let id = profile.id.to_string();
    let mut tx = house.db.begin().await?;
    training::remove_triggers(&mut tx, profile.id, parsed).await?;
    note(house, &mut tx, staff, "training-trigger-removal", (id.clone(), training.to_owned())).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}/trainings")).into_response())
}

/// The condition that is filled in, or everything that is wrong with it.
async fn read(
    house: &House,
    profile: &TargetProfile,
    filled: &Filled,
) -> Result<Result<Trigger, Vec<Wrong>>, Refusal> {
    let threshold = filled.threshold.parse::<u8>().ok().filter(|percent| *percent <= 100);
    let kind = Kind::named(&filled.kind);
    let known = match filled.training.parse() {
        Ok(id) => training::by_id(&house.db, id).await?,
        Err(_) => None,
    };
    let missing = [
        known.is_none().then_some(Wrong::Training),
        kind.is_none().then_some(Wrong::Kind),
        threshold.is_none().then_some(Wrong::Threshold),
    ];
    let (Some(training), Some(kind), Some(threshold)) = (known, kind, threshold) else {
        return Ok(Err(missing.into_iter().flatten().collect()));
    };
    // Without subjects of its own, a condition looks at all of the profile's.
    let tubes = if filled.subjects.is_empty() { profile.tubes.clone() } else { filled.subjects.to_string() };
    let (target_profile_id, training_id, threshold) = (profile.id, training.id, threshold.into());
    Ok(Ok(Trigger { target_profile_id, training_id, kind: kind.name().to_owned(), threshold, tubes }))
}

async fn sheet<'a>(
    house: &House,
    staff: &Staff,
    profile: &'a TargetProfile,
    (filled, wrong): (&Filled, &[Wrong]),
) -> Result<Sheet<'a>, Refusal> {
    let trainings: Vec<Training> = training::all(&house.db).await?;
    let triggers = training::triggers(&house.db, profile.id).await?;
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let release = &house.bank.present().release;
    let shown =
        Shown { words, release, profile, trainings: &trainings, triggers: &triggers, csrf, filled, wrong };
    Ok(Sheet::new("profiles", &profile.name, page::page(&shown)))
}
