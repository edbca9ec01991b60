//! Signing out.

use axum::extract::State;
use axum::http::header;
use axum::response::{IntoResponse, Redirect, Response};
use store::session;
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, close_cookie};

/// `GET /sign-out`: changes nothing; leads to the front page, where one can sign out.
pub async fn show(_anybody: Frame) -> Redirect {
    Redirect::to("/")
}

/// `POST /sign-out`: closes this session, here and in the database.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, .. }: OwnForm,
) -> Result<Response, Refusal> {
    let mut tx = house.db.begin().await?;
    session::close(&mut tx, visitor.token).await?;
    tx.commit().await?;
    Ok(([(header::SET_COOKIE, close_cookie(&house.site))], Redirect::to("/")).into_response())
}
