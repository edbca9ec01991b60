//! Making a certification centre.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use maud::Markup;
use rules::centre_draft::Draft;
use store::CentreId;
use store::account::Creation;
use store::centre::{self, Centre};
use store::organisation::Kind;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::centre_form::{self as form, Drawn, Faults};
use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;

/// `GET /staff/centres/new`: the form, which carries the id of what it will make.
pub async fn show(State(house): State<House>, staff: Staff) -> Result<Html<String>, Refusal> {
    let sheet = sheet(&staff, blank(&house)?.id, &Draft::default(), &Faults::new());
    Ok(sheet.render(&house, &staff))
}

/// `POST /staff/centres/new`: makes it, then shows it; what the same form made before is shown as it is.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let (draft, fresh) = (form::posted(&posted), blank(&house)?);
    let id = carried(&posted, fresh.id);
    let made = match form::filled(&draft, &Centre { id, ..fresh }) {
        Ok(centre) => kept(&house, &staff, &centre).await?.ok_or_else(form::taken),
        Err(faults) => Err(faults),
    };
    match made {
        Ok(done) => Ok(Redirect::to(&format!("/staff/centres/{id}?done={done}")).into_response()),
        Err(faults) => Ok(sheet(&staff, id, &draft, &faults).refused(&house, &staff)),
    }
}

/// Keeps a centre, and tells whether this or the same form before made it; none where another one has its number.
async fn kept(house: &House, staff: &Staff, centre: &Centre) -> Result<Option<&'static str>, Refusal> {
    let mut tx = house.db.begin().await?;
    if centre::create(&mut tx, centre).await? == Creation::Taken {
        return Ok(centre::by_id(&mut tx, centre.id).await?.map(|_| "again"));
    }
    let detail = centre.habilitations.trim().to_owned();
    note(house, &mut tx, staff, "centre-creation", (centre.id.to_string(), detail)).await?;
    tx.commit().await?;
    Ok(Some("created"))
}

fn blank(house: &House) -> Result<Centre, Refusal> {
    let now = house.clock.now();
    Ok(Centre {
        id: CentreId::new(now, house.entropy.number()?),
        kind: Kind::Pro,
        name: String::new(),
        sought: String::new(),
        external_id: None,
        protection_officer: None,
        habilitations: " ".to_owned(),
        created_at: now,
        archived_at: None,
    })
}

fn sheet(staff: &Staff, id: CentreId, draft: &Draft, faults: &Faults) -> Sheet<'static> {
    Sheet::form("centres", staff.frame.words().say("staff-centre-new"), drawn(staff, id, draft, faults))
}

fn drawn(staff: &Staff, id: CentreId, draft: &Draft, faults: &Faults) -> Markup {
    let (words, csrf, id) = (staff.frame.words(), &staff.person.form_token, id.to_string());
    let (title, action, back) = (words.say("staff-centre-new"), "/staff/centres/new", "/staff/centres");
    let page = FormPage { words, title, action, back, csrf, id: Some(&id) };
    Drawn { page, draft, faults }.content()
}
