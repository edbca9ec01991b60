//! Choosing one's own password after signing in with a temporary one: until then no session is open.

use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Guest};

use crate::mail::Purpose;
use crate::new_password;

const PURPOSE: Purpose = Purpose::PasswordChoice;

/// `GET /password-choice/{token}`: the form, or the reason why the link no longer works.
pub async fn show(
    State(house): State<House>,
    guest: Guest,
    Path(token): Path<String>,
) -> Result<Response, Refusal> {
    new_password::show(&house, &guest, PURPOSE, &token).await
}

/// `POST /password-choice/{token}`: sets the password once and signs in.
pub async fn create(
    State(house): State<House>,
    frame: Frame,
    Path(token): Path<String>,
    headers: HeaderMap,
    posted: Form,
) -> Result<Response, Refusal> {
    new_password::create(&house, frame, PURPOSE, &token, (&headers, &posted)).await
}
