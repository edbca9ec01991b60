//! "I left school": whoever has a pupil's account and no school any more says who they are, by the number that the state
//! gave them, and the account of their last class list is found.

use axum::extract::State;
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use rules::reconciliation::Line as Named;
use rules::school_leaving::{self as rule, Line, Owner};
use store::{AccountId, mail_link, school_leaver};
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::frame::Sheet;
use crate::mail::Purpose;
use crate::school_leaving_page::{self, Errors, Typed};

/// What the reply to a form carries in which something is missing: nobody was looked for, whoever counts tries.
#[derive(Debug, Clone, Copy)]
pub struct Incomplete;

/// `GET /leaving-school`: the form.
pub async fn show(State(house): State<House>, guest: Guest) -> Html<String> {
    form(&house, &guest, &Typed::default(), &Errors::default())
}

/// `POST /leaving-school`: finds the account, and leads to a page of it that only this answer opens. What does not match
/// is refused in the same words, whichever part is wrong.
pub async fn create(State(house): State<House>, frame: Frame, posted: Form) -> Result<Response, Refusal> {
    // Who is signed in here does not matter, and is not read.
    let guest = Guest { frame, person: None };
    let typed = Typed::of(&posted);
    let Some((number, birth_date)) = typed.whole() else {
        let mut response = refused(&house, &guest, &typed, &typed.errors(guest.frame.words()));
        response.extensions_mut().insert(Incomplete);
        return Ok(response);
    };
    let asked = rule::Typed { number: &number, names: typed.who.names(), birth_date: &birth_date };
    let lines = school_leaver::of_number(&house.db, &number).await?;
    let found = rule::find(&asked, &compared(&lines)).map(|place| lines.get(place));
    match found.map(|line| line.and_then(|line| line.account_id)) {
        Ok(Some(account)) => lead_on(&house, account).await,
        Ok(None) => Err(Refusal::NotFound),
        Err(why) => {
            let errors = Errors { wrong: Some(why), ..Errors::default() };
            Ok(refused(&house, &guest, &typed, &errors))
        }
    }
}

/// The lines as the rule compares them.
pub fn compared(lines: &[school_leaver::Line]) -> Vec<Line<'_>> {
    lines.iter().map(line).collect()
}

fn line(line: &school_leaver::Line) -> Line<'_> {
    let owner = |account: AccountId| Owner {
        account: account.number(),
        learner: line.learner,
        address: line.email.is_some(),
        working: line.working,
    };
    Line {
        names: Named {
            first_names: [
                Some(line.first_name.as_str()),
                line.second_name.as_deref(),
                line.third_name.as_deref(),
            ],
            last_names: [Some(line.last_name.as_str()), line.usual_name.as_deref()],
        },
        national_number: line.national_number.as_deref(),
        birth_date: line.birth_date.as_deref(),
        active: line.active,
        removed: line.removed,
        owner: line.account_id.map(owner),
    }
}

/// Makes the link to the next page: nothing of what was typed is in it. No mail goes out, so none is too soon.
async fn lead_on(house: &House, account: AccountId) -> Result<Response, Refusal> {
    let purpose = Purpose::SchoolLeaving;
    let (token, link) = purpose.link(house, account)?;
    let mut tx = house.db.begin().await?;
    mail_link::create(&mut tx, &link, i64::MAX).await?;
    tx.commit().await?;
    Ok(Redirect::to(&format!("/{}/{token}", purpose.name())).into_response())
}

/// The form again. Nothing was written.
fn refused(house: &House, guest: &Guest, typed: &Typed, errors: &Errors) -> Response {
    (StatusCode::UNPROCESSABLE_ENTITY, form(house, guest, typed, errors)).into_response()
}

fn form(house: &House, guest: &Guest, typed: &Typed, errors: &Errors) -> Html<String> {
    let words = guest.frame.words();
    let body = school_leaving_page::page(words, &house.site.contact, typed, errors);
    Sheet::form(words.say("leaving-title"), body).for_guest(house, guest)
}
