//! The line of a class list that somebody means by a name and a birth date, and whether it may be linked to an account.

use axum::http::StatusCode;
use axum::response::{IntoResponse, Response};
use rules::reconciliation::{self, Conflict, Login, NotFound};
use store::learner::{self, Learner};
use store::{AccountId, OrganisationId};
use web::house::House;
use web::refusal::Refusal;

use crate::joining::named;
use crate::pupil_guess::Guess;
use crate::pupil_identity_page::{Errors, Wrong};

/// What the reply carries when the list has nobody whom the form names: a wrong guess, for whoever counts them.
#[derive(Debug, Clone, Copy)]
pub struct NotListed;

/// The one line that was meant, if it may be linked to this account, or to one that is still to be made. Where too many
/// days were tried for a name, nobody is found.
pub async fn found(
    house: &House,
    (organisation, account): (OrganisationId, Option<AccountId>),
    typed: (&str, &str),
    birth_date: &str,
) -> Result<Result<Learner, Wrong>, Refusal> {
    let mut lines = learner::born_on(&house.db, organisation, birth_date).await?;
    let names: Vec<_> = lines.iter().map(named).collect();
    let guess = Guess { house, organisation, typed };
    let near = reconciliation::near(typed, &names).into_iter();
    let near: Vec<_> = near.filter_map(|place| lines.get(place)).map(|line| line.id).collect();
    let used_up = guess.is_used_up(&near).await?;
    let found = if used_up { Err(NotFound::Nobody) } else { reconciliation::find(typed, &names) };
    let place = match found {
        Ok(place) => place,
        Err(why) => {
            guess.count().await?;
            return Ok(Err(Wrong::from(why)));
        }
    };
    let line = lines.swap_remove(place);
    let checked = check(house, account, &line, birth_date).await?;
    Ok(checked.map(|()| line).map_err(Wrong::Conflict))
}

async fn check(
    house: &House,
    account: Option<AccountId>,
    line: &Learner,
    birth_date: &str,
) -> Result<Result<(), Conflict>, Refusal> {
    let linked = learner::linked(&house.db, account, line).await?;
    let linked: Vec<_> = linked
        .into_iter()
        .map(|one| reconciliation::Linked {
            here: one.organisation_id == line.organisation_id,
            found: one.id == line.id,
            own: Some(one.account_id) == account,
            login: Login::of(one.email.as_deref(), one.username.as_deref()),
            national_number: one.national_number,
            birth_date: one.birth_date,
        })
        .collect();
    Ok(reconciliation::check(line.national_number.as_deref(), birth_date, &linked))
}

/// The form again, with what is wrong.
pub fn refused(page: impl IntoResponse, errors: &Errors) -> Response {
    let mut response = (StatusCode::UNPROCESSABLE_ENTITY, page).into_response();
    if let Some(Wrong::Nobody | Wrong::Several) = errors.wrong {
        response.extensions_mut().insert(NotListed);
    }
    response
}
