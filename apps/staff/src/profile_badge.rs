//! The badges of a target profile.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use store::BadgeId;
use store::account::Creation;
use store::badge::{self, Badge};
use store::target_profile::TargetProfile;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_badge_page::{self as page, Shown, Wrong};
use crate::profile_criterion_form::Filled;

/// The longest text, in characters.
const LONGEST: usize = 500;

/// `GET /staff/profiles/{profile}/badges`: the badges and the form of another one.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(id): Path<String>,
) -> Result<Html<String>, Refusal> {
    let profile = loaded(&house, &id).await?;
    let badges = badge::of_profile(&house.db, profile.id).await?;
    let blank = blank(&house, &profile, &Form::default())?;
    let filled = (&blank, &Filled::default());
    Ok(sheet(&house, &staff, (&profile, &badges), filled, &[]).render(&house, &staff))
}

/// `POST /staff/profiles/{profile}/badges`: makes a badge (the same form makes one), or takes
/// the one of `remove` away.
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
    let (draft, first) = (blank(&house, &profile, &posted)?, Filled::of(&posted, &house, &profile));
    let wrong = match read(&draft, &first) {
        Ok(badge) if made(&house, &staff, &badge).await? => {
            return Ok(Redirect::to(&format!("/staff/profiles/{id}/badges")).into_response());
        }
        Ok(_) => vec![Wrong::Taken],
        Err(wrong) => wrong,
    };
    let badges = badge::of_profile(&house.db, profile.id).await?;
    Ok(sheet(&house, &staff, (&profile, &badges), (&draft, &first), &wrong).refused(&house, &staff))
}

/// Keeps a badge, unless the same form made it before; false when its key is taken.
async fn made(house: &House, staff: &Staff, draft: &Badge) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    if badge::create(&mut tx, draft).await? == Creation::Taken {
        let there = badge::of_profile(&mut tx, draft.target_profile_id).await?;
        return Ok(there.iter().any(|badge| badge.id == draft.id));
    }
    let subject = draft.target_profile_id.to_string();
    note(house, &mut tx, staff, "badge-creation", (subject, draft.key.clone())).await?;
    tx.commit().await?;
    Ok(true)
}

async fn remove(
    house: &House,
    staff: &Staff,
    profile: &TargetProfile,
    badge: &str,
) -> Result<Response, Refusal> {
    let parsed = badge.parse().map_err(|_| Refusal::NotFound)?;
    let id = profile.id.to_string();
    let mut tx = house.db.begin().await?;
    if badge::remove(&mut tx, profile.id, parsed).await? {
        note(house, &mut tx, staff, "badge-removal", (id.clone(), badge.to_owned())).await?;
    }
    tx.commit().await?;
    Ok(Redirect::to(&format!("/staff/profiles/{id}/badges")).into_response())
}

/// The badge that is filled in, without its first criterion.
fn blank(house: &House, profile: &TargetProfile, posted: &Form) -> Result<Badge, Refusal> {
    let text = |name: &str| -> String { posted.text(name).trim().chars().take(LONGEST).collect() };
    Ok(Badge {
        target_profile_id: profile.id,
        id: carried(posted, BadgeId::new(house.clock.now(), house.entropy.number()?)),
        key: text("key"),
        title: text("title"),
        message: text("message"),
        always_visible: posted.text("visible") == "on",
        certifiable: posted.text("certifiable") == "on",
        criteria: String::new(),
    })
}

/// The badge with its first criterion, or everything that is wrong with them.
fn read(draft: &Badge, first: &Filled) -> Result<Badge, Vec<Wrong>> {
    let sign = |sign: char| sign.is_ascii_alphanumeric() || sign == '-' || sign == '_';
    let keyed = !draft.key.is_empty() && draft.key.len() <= 60 && draft.key.chars().all(sign);
    let criterion = first.criterion();
    let checks = [
        (!keyed).then_some(Wrong::NoKey),
        draft.title.is_empty().then_some(Wrong::NoTitle),
        criterion.is_none().then_some(Wrong::NoThreshold),
    ];
    let wrong: Vec<Wrong> = checks.into_iter().flatten().collect();
    let criterion = criterion.filter(|_| wrong.is_empty()).ok_or(wrong)?;
    Ok(Badge { criteria: criterion.to_string(), ..draft.clone() })
}

fn sheet<'a>(
    house: &House,
    staff: &Staff,
    (profile, badges): (&'a TargetProfile, &[Badge]),
    (filled, first): (&Badge, &Filled),
    wrong: &[Wrong],
) -> Sheet<'a> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let release = &house.bank.present().release;
    let body = page::page(&Shown { words, release, profile, badges, csrf, filled, first, wrong });
    Sheet::new("profiles", &profile.name, body)
}
