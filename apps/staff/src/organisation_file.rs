//! Making many organisations from a table: all of its lines or none.

use axum::extract::State;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::organisation_draft::{self as rule, Draft, Fault, Field};
use store::OrganisationId;
use store::account::Creation;
use store::organisation::{self, Organisation};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::note::note;
use crate::organisation_creation::made;
use crate::organisation_file_page::{self as page, Pasted};
use crate::organisation_form as form;
use crate::organisation_rows::{self as rows, Trouble};

/// A thousand lines of any length that the fields admit fit in this.
pub const LARGEST_BODY: usize = 1024 * 1024;

/// `GET /staff/organisations/file`: where the table is pasted.
pub async fn show(State(house): State<House>, staff: Staff) -> Html<String> {
    let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
    let body = page::page(&Pasted { words, csrf, text: "", troubles: &[] });
    Sheet::form("organisations", words.say("staff-organisation-file"), body).render(&house, &staff)
}

/// `POST /staff/organisations/file`: makes every organisation of the table, or says everything that is wrong.
pub async fn create(State(house): State<House>, staff: Staff, posted: Form) -> Result<Response, Refusal> {
    posted.made_for(&staff.person)?;
    let text = posted.text("table");
    let made = match checked(&house, text).await? {
        Ok(made) => made,
        Err(troubles) => {
            let (words, csrf) = (staff.frame.words(), &staff.person.form_token);
            let body = page::page(&Pasted { words, csrf, text, troubles: &troubles });
            let sheet = Sheet::form("organisations", words.say("staff-organisation-file"), body);
            return Ok(sheet.refused(&house, &staff));
        }
    };
    let mut tx = house.db.begin().await?;
    for organisation in &made {
        if organisation::create(&mut tx, organisation).await? == Creation::Taken {
            return Err(Refusal::Busy);
        }
    }
    let ids: Vec<String> = made.iter().map(|organisation| organisation.id.to_string()).collect();
    let subject = ids.first().cloned().unwrap_or_default();
    note(&house, &mut tx, &staff, "organisations-creation", (subject, ids.join(" "))).await?;
    tx.commit().await?;
    Ok(Redirect::to("/staff/organisations").into_response())
}

/// The organisations of a table, or everything that is wrong with it.
async fn checked(house: &House, text: &str) -> Result<Result<Vec<Organisation>, Vec<Trouble>>, Refusal> {
    let read = match rows::read(text) {
        Ok(read) => read,
        Err(troubles) => return Ok(Err(troubles)),
    };
    let drafts: Vec<Draft> = read.iter().map(|(_, draft)| draft.clone()).collect();
    let (known, twice) = (form::known(house, &drafts).await?, rule::twice(&drafts));
    let mut troubles = Vec::new();
    for (place, (line, draft)) in read.iter().enumerate() {
        let mut faults = form::faults(draft, &known, None);
        faults.extend(twice.contains(&place).then_some((Field::Number, Fault::Twice)));
        let trouble = |(field, fault)| Trouble::Field {
            line: *line,
            field,
            fault,
            value: draft.text(field).to_owned(),
        };
        troubles.extend(faults.into_iter().map(trouble));
    }
    if !troubles.is_empty() {
        return Ok(Err(troubles));
    }
    // Numbers that follow one another: a thousand drawn in one millisecond would not all differ.
    let (first, now) = (house.entropy.number()?, house.clock.now());
    let numbered = |(place, draft)| {
        let id = OrganisationId::new(now, first.wrapping_add(place));
        Ok(Organisation { id, ..made(house, draft, &known)? })
    };
    (0..).zip(&drafts).map(numbered).collect::<Result<Vec<_>, Refusal>>().map(Ok)
}
