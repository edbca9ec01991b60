//! What pupils need to sign in, handed to their teacher once: slips to cut out, or a table. It is kept nowhere.

use axum::http::header::CACHE_CONTROL;
use axum::response::{IntoResponse, Response};
use rules::temporary_password::temporary_password;
use store::pupil_password::Pupil;
use web::form::Form;
use web::house::House;
use web::moment::minute_code;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::login_slip_page as page;
use crate::pupil_group::onward;
use crate::table_download::csv;

/// What one pupil gets.
pub struct Slip {
    /// Whose it is.
    pub pupil: Pupil,
    /// The password, good for one sign-in; none of whoever has one of their own.
    pub password: Option<String>,
}

/// A password good for one sign-in, and its hash: a PHC string has no sign that JSON would escape.
pub async fn password(house: &House) -> Result<(String, String), Refusal> {
    let password = temporary_password(house.entropy.number()?);
    let hash = house.hashing.hash(&password).await?;
    Ok((password, hash))
}

/// The slips as the form of a page asked: `as=table`, else a page to print. `what` names the file.
pub fn reply(
    house: &House,
    member: &Member,
    slips: &[Slip],
    (posted, path, what): (&Form, &str, &str),
) -> Result<Response, Refusal> {
    if posted.text("as") == "table" {
        return table(slips, &format!("{}_organization_learners_{what}.csv", minute_code(house.clock.now())));
    }
    let words = member.frame.words();
    let body = page::page(words, (&house.site.base_url, slips), onward(posted, path).as_deref());
    let sheet = Sheet::new(words.say("passwords-slips"), body).within("learners").render(house, member);
    Ok(([(CACHE_CONTROL, "no-store")], sheet).into_response())
}

fn table(slips: &[Slip], name: &str) -> Result<Response, Refusal> {
    let table = page::table(slips).map_err(|error| Refusal::defect(&error))?;
    Ok(csv(format!("attachment; filename=\"{name}\""), table))
}
