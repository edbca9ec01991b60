//! The criteria of one badge: all must hold.

use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::badge::{Criterion, with, without, written};
use store::badge::{self, Badge};
use store::target_profile::TargetProfile;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::profile::loaded;
use crate::profile_criterion_form::{Filled, criteria_of};
use crate::profile_criterion_page::{self as page, Shown, Wrong};

/// How often a change is tried again where somebody else was faster.
const TRIES: u8 = 3;

/// `GET /staff/profiles/{profile}/badges/{badge}/criteria`: the criteria and the form of another one.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Path(ids): Path<(String, String)>,
) -> Result<Html<String>, Refusal> {
    let (profile, badge) = found(&house, &ids).await?;
    let sheet = sheet(&house, &staff, (&profile, &badge), (&Filled::default(), None));
    Ok(sheet.render(&house, &staff))
}

/// `POST /staff/profiles/{profile}/badges/{badge}/criteria`: adds a criterion, or takes the one of `remove` away;
/// twice is as once.
pub async fn create(
    State(house): State<House>,
    staff: Staff,
    Path(ids): Path<(String, String)>,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    for _ in 0..TRIES {
        let (profile, badge) = found(&house, &ids).await?;
        let filled = Filled::of(&posted, &house, &profile);
        let after = match changed(&badge, &posted, &filled) {
            Ok(after) => after,
            Err(wrong) => {
                let sheet = sheet(&house, &staff, (&profile, &badge), (&filled, Some(wrong)));
                return Ok(sheet.refused(&house, &staff));
            }
        };
        if kept(&house, &staff, &badge, &after).await? {
            let (profile, badge) = ids;
            let path = format!("/staff/profiles/{profile}/badges/{badge}/criteria");
            return Ok(Redirect::to(&path).into_response());
        }
    }
    Err(Refusal::Busy)
}

/// The profile and the badge that an address names.
async fn found(
    house: &House,
    (profile, badge): &(String, String),
) -> Result<(TargetProfile, Badge), Refusal> {
    let profile = loaded(house, profile).await?;
    let badges = badge::of_profile(&house.db, profile.id).await?;
    let badge = badges.into_iter().find(|one| one.id.to_string() == *badge).ok_or(Refusal::NotFound)?;
    Ok((profile, badge))
}

/// The criteria after what was posted, as they are kept.
fn changed(badge: &Badge, posted: &Form, filled: &Filled) -> Result<String, Wrong> {
    let before = criteria_of(badge);
    let after = if posted.has("remove") {
        let one = Criterion::parse(posted.text("remove")).ok_or(Wrong::Threshold)?;
        without(before, &one)
    } else {
        with(before, filled.criterion().ok_or(Wrong::Threshold)?)
    };
    after.map(|criteria| written(&criteria)).map_err(Wrong::Kept)
}

/// Keeps the criteria; false where somebody else changed them meanwhile.
async fn kept(house: &House, staff: &Staff, badge: &Badge, criteria: &str) -> Result<bool, Refusal> {
    if badge.criteria == criteria {
        return Ok(true);
    }
    let mut tx = house.db.begin().await?;
    if !badge::set_criteria(&mut tx, badge, criteria).await? {
        return Ok(false);
    }
    let (subject, detail) =
        (badge.target_profile_id.to_string(), format!("{} {}", badge.key, criteria.replace('\n', "; ")));
    note(house, &mut tx, staff, "badge-criteria", (subject, detail)).await?;
    tx.commit().await?;
    Ok(true)
}

fn sheet<'a>(
    house: &House,
    staff: &Staff,
    (profile, badge): (&'a TargetProfile, &Badge),
    (filled, wrong): (&Filled, Option<Wrong>),
) -> Sheet<'a> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let release = &house.bank.present().release;
    let body = page::page(&Shown { words, release, profile, badge, csrf, filled, wrong });
    Sheet::new("profiles", &profile.name, body)
}
