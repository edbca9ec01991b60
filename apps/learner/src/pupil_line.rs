//! The line of a class list that somebody means by a name and a birth date, and whether it may be linked to an account.

use rules::reconciliation::{self, Conflict, Login, NotFound};
use store::learner::{self, Learner};
use store::{AccountId, OrganisationId};
use web::house::House;
use web::refusal::Refusal;

use crate::joining::named;
use crate::pupil_identity_page::Wrong;

/// The one line that was meant, if it may be linked to this account, or to one that is still to be made.
pub async fn found(
    house: &House,
    (organisation, account): (OrganisationId, Option<AccountId>),
    typed: (&str, &str),
    birth_date: &str,
) -> Result<Result<Learner, Wrong>, Refusal> {
    let mut lines = learner::born_on(&house.db, organisation, birth_date).await?;
    let names: Vec<_> = lines.iter().map(named).collect();
    let place = match reconciliation::find(typed, &names) {
        Ok(place) => place,
        Err(NotFound::Nobody) => return Ok(Err(Wrong::Nobody)),
        Err(NotFound::Several) => return Ok(Err(Wrong::Several)),
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
