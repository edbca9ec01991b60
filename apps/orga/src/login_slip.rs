//! What pupils need to sign in, handed to their teacher once: slips to cut out, or a table. It is kept nowhere.

use axum::http::header::{CACHE_CONTROL, CONTENT_DISPOSITION, CONTENT_TYPE};
use axum::response::{IntoResponse, Response};
use rules::temporary_password::temporary_password;
use store::pupil_password::Pupil;
use web::house::House;
use web::moment::minute_code;
use web::refusal::Refusal;
use web::visit::Member;

use crate::frame::Sheet;
use crate::login_slip_page as page;

/// More pupils than a class has: hashing their passwords takes a few seconds.
pub const MOST: usize = 60;

/// What one pupil gets.
pub struct Slip {
    /// Whose it is.
    pub pupil: Pupil,
    /// The password, good for one sign-in.
    pub password: String,
}

/// A password good for one sign-in, and its hash: a PHC string has no sign that JSON would escape.
pub async fn password(house: &House) -> Result<(String, String), Refusal> {
    let password = temporary_password(house.entropy.number()?);
    let hash = house.hashing.hash(&password).await?;
    Ok((password, hash))
}

/// The slips as the form asked: `as=table`, else a page to print. `what` names the file.
pub fn reply(
    house: &House,
    member: &Member,
    (slips, shape, what): (&[Slip], &str, &str),
) -> Result<Response, Refusal> {
    if shape == "table" {
        return table(slips, &format!("{}_organization_learners_{what}.csv", minute_code(house.clock.now())));
    }
    let words = member.frame.words();
    let body = page::page(words, &house.site.base_url, slips);
    let sheet = Sheet::new(words.say("passwords-slips"), body).within("learners").render(house, member);
    Ok(([(CACHE_CONTROL, "no-store")], sheet).into_response())
}

fn table(slips: &[Slip], name: &str) -> Result<Response, Refusal> {
    let table = page::table(slips).map_err(|error| Refusal::defect(&error))?;
    let headers = [
        (CONTENT_TYPE, "text/csv; charset=utf-8".to_owned()),
        (CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
        (CACHE_CONTROL, "no-store".to_owned()),
    ];
    Ok((headers, table).into_response())
}
