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

use crate::centre_form::{self as form, Drawn, Faults};
use crate::form_page::FormPage;
use crate::frame::Sheet;
use crate::note::note;

/// `GET /staff/centres/new`: the form.
pub async fn show(State(house): State<House>, staff: Staff) -> Html<String> {
    let body = drawn(&staff, &Draft::default(), &Faults::new());
    Sheet::form("centres", staff.frame.words().say("staff-centre-new"), body).render(&house, &staff)
}

/// `POST /staff/centres/new`: makes it, then shows it.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let draft = form::posted(&posted);
    let made = match form::filled(&draft, &blank(&house)?) {
        Ok(centre) => kept(&house, &staff, &centre).await?.then_some(centre.id).ok_or_else(form::taken),
        Err(faults) => Err(faults),
    };
    match made {
        Ok(id) => Ok(Redirect::to(&format!("/staff/centres/{id}?done=created")).into_response()),
        Err(faults) => {
            let title = staff.frame.words().say("staff-centre-new");
            Ok(Sheet::form("centres", title, drawn(&staff, &draft, &faults)).refused(&house, &staff))
        }
    }
}

/// Keeps a centre; false where another one has its number.
async fn kept(house: &House, staff: &Staff, centre: &Centre) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    if centre::create(&mut tx, centre).await? == Creation::Taken {
        return if centre.external_id.is_some() { Ok(false) } else { Err(Refusal::Busy) };
    }
    let detail = centre.habilitations.trim().to_owned();
    note(house, &mut tx, staff, "centre-creation", (centre.id.to_string(), detail)).await?;
    tx.commit().await?;
    Ok(true)
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

fn drawn(staff: &Staff, draft: &Draft, faults: &Faults) -> Markup {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let (action, back) = ("/staff/centres/new", "/staff/centres");
    let page = FormPage { words, title: words.say("staff-centre-new"), action, back, csrf };
    Drawn { page, draft, faults }.content()
}
