//! Making many organisations from a table: all of its lines or none.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::organisation_draft::{self as rule, Draft, Fault, Field};
use store::OrganisationId;
use store::account::Creation;
use store::organisation::{self, Found, Organisation};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::carried_id::carried;
use crate::frame::Sheet;
use crate::note::note;
use crate::organisation_creation::{fresh, made};
use crate::organisation_file_page::{self as page, Pasted};
use crate::organisation_form as form;
use crate::organisation_rows::{self as rows, Trouble};

/// A thousand lines of any length that the fields admit fit in this.
pub const LARGEST_BODY: usize = 1024 * 1024;

/// `GET /staff/organisations/file`: where the table is pasted; the form carries the id of the first that it will make.
pub async fn show(State(house): State<House>, staff: Staff) -> Result<Html<String>, Refusal> {
    Ok(sheet(&staff, fresh(&house)?, "", &[]).render(&house, &staff))
}

/// `POST /staff/organisations/file`: makes every organisation of the table, or says everything that is wrong; the same
/// form makes them once.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let (text, first) = (posted.text("table"), carried(&posted, fresh(&house)?));
    if organisation::by_id(&house.db, first).await?.is_some() {
        return Ok(listed("again"));
    }
    match checked(&house, first, text).await? {
        Ok(made) => Ok(listed(if kept(&house, &staff, &made).await? { "created" } else { "again" })),
        Err(troubles) => Ok(sheet(&staff, first, text, &troubles).refused(&house, &staff)),
    }
}

fn listed(done: &str) -> Response {
    Redirect::to(&format!("/staff/organisations?done={done}")).into_response()
}

fn sheet(staff: &Staff, first: OrganisationId, text: &str, troubles: &[Trouble]) -> Sheet<'static> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let body = page::page(&Pasted { words, csrf, first, text, troubles });
    Sheet::form("organisations", words.say("staff-organisation-file"), body)
}

/// Keeps the organisations, all of them; false when the same form was faster.
async fn kept(house: &House, staff: &Staff, made: &[Organisation]) -> Result<bool, Refusal> {
    let mut tx = house.db.begin().await?;
    for organisation in made {
        if organisation::create(&mut tx, organisation).await? == Creation::Taken {
            return Ok(false);
        }
    }
    let ids: Vec<String> = made.iter().map(|organisation| organisation.id.to_string()).collect();
    let subject = ids.first().cloned().unwrap_or_default();
    note(house, &mut tx, staff, "organisations-creation", (subject, ids.join(" "))).await?;
    tx.commit().await?;
    Ok(true)
}

/// The organisations of a table, or everything that is wrong with it.
async fn checked(
    house: &House,
    first: OrganisationId,
    text: &str,
) -> Result<Result<Vec<Organisation>, Vec<Trouble>>, Refusal> {
    let read = match rows::read(text) {
        Ok(read) => read,
        Err(troubles) => return Ok(Err(troubles)),
    };
    let drafts: Vec<Draft> = read.iter().map(|(_, draft)| draft.clone()).collect();
    let known = form::known(house, &drafts).await?;
    let troubles = troubles(&read, &known, &rule::twice(&drafts));
    if !troubles.is_empty() {
        return Ok(Err(troubles));
    }
    let now = house.clock.now();
    let numbered = |(place, draft)| made((following(first, place), now), draft, &known);
    Ok(Ok((0..).zip(&drafts).map(numbered).collect()))
}

/// Everything that is wrong with the lines, where organisations with some of their numbers are there already; `twice`:
/// the places of lines whose number another line has too.
fn troubles(read: &[(u64, Draft)], known: &[Found], twice: &[usize]) -> Vec<Trouble> {
    let mut troubles = Vec::new();
    for (place, (line, draft)) in read.iter().enumerate() {
        let mut faults = form::faults(draft, known, None);
        faults.extend(twice.contains(&place).then_some((Field::Number, Fault::Twice)));
        let trouble = |(field, fault)| Trouble::Field {
            line: *line,
            field,
            fault,
            value: draft.text(field).to_owned(),
        };
        troubles.extend(faults.into_iter().map(trouble));
    }
    troubles
}

/// The id at a place after the first: a thousand drawn in one millisecond would not all differ.
fn following(first: OrganisationId, place: u64) -> OrganisationId {
    OrganisationId::new(first.made_at(), first.number().cast_unsigned().wrapping_add(place))
}
