//! A picture to choose, drawn for this instance.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use rules::attempt::instance_seed;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;

/// `GET /attempts/{attempt}/questions/{position}/pictures/{picture}`: the picture of an option of a question that was
/// seen, in the order shown.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position, picture)): Path<(String, u16, usize)>,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let (family, _) = standing.seen(&house, position).await?;
    let found = standing.shelf.release.family_by_key(family).ok_or(Refusal::NotFound)?;
    let seed = instance_seed(standing.pins.seed, position);
    drawn(found, seed, standing.learner.frame.lang, picture)
}

/// The picture of an option of an instance; no such picture is not found.
pub fn drawn(
    family: &content::Family,
    seed: u64,
    lang: web::Lang,
    picture: usize,
) -> Result<Response, Refusal> {
    use content::GenerateError;
    match family.picture(seed, lang, picture) {
        Ok(file) => {
            let headers =
                [(header::CONTENT_TYPE, file.media_type), (header::CACHE_CONTROL, "private, max-age=3600")];
            Ok((headers, file.bytes).into_response())
        }
        Err(GenerateError::NoSuchFile(_)) => Err(Refusal::NotFound),
        Err(error) => Err(Refusal::defect(&error)),
    }
}
