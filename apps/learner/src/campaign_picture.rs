//! The picture of a campaign that helps to find what it asks one to identify oneself with.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rules::campaign_code::read;
use rules::picture::Kind;
use store::PictureId;
use store::campaign_picture::served;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Frame;

/// `GET /campaigns/{code}/pictures/{picture}`: whoever has the code may read the page of the campaign, and see its
/// picture. Another picture has another address: browsers keep this one.
pub async fn show(
    State(house): State<House>,
    _frame: Frame,
    Path((code, picture)): Path<(String, String)>,
) -> Result<Response, Refusal> {
    let code = read(&code).ok_or(Refusal::NotFound)?;
    let id: PictureId = picture.parse().map_err(|_| Refusal::NotFound)?;
    let found = served(&house.db, &code, id).await?.ok_or(Refusal::NotFound)?;
    // Only what was known when it was sent: nothing else is served as what it says that it is.
    let kind = Kind::named(&found.media).ok_or(Refusal::NotFound)?;
    let headers = [
        (header::CONTENT_TYPE, kind.media()),
        (header::CACHE_CONTROL, "private, max-age=31536000, immutable"),
    ];
    Ok((headers, found.bytes).into_response())
}
