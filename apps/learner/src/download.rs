//! A file of the question asked, made for this instance.

use axum::extract::{Path, State};
use axum::http::header;
use axum::response::{IntoResponse, Response};
use content::{Download, Format};
use rules::attempt::{Admission, admit, instance_seed};
use web::house::House;
use web::refusal::Refusal;
use web::visit::Ticket;

use crate::attempt_loading::Standing;

/// `GET /attempts/{attempt}/questions/{position}/files/{file}/{name}`: the file, for questions asked so far.
pub async fn show(
    State(house): State<House>,
    ticket: Ticket,
    Path((attempt, position, file, name)): Path<(String, u16, usize, String)>,
) -> Result<Response, Refusal> {
    let standing = Standing::load(&house, ticket, &attempt).await?;
    let families = standing.run().map_or(&[][..], |run| run.families.as_slice());
    let place = usize::from(position).checked_sub(1).ok_or(Refusal::NotFound)?;
    let family = *families.get(place).ok_or(Refusal::NotFound)?;
    // Nobody has seen the question yet, nor may its files be.
    if admit(&standing.state, standing.pins.id, position) == Admission::Grade(family)
        && standing.is_closed(family)
    {
        return Err(Refusal::NotFound);
    }
    let lang = standing.learner.frame.lang;
    let instance = standing.instance(family, position, lang)?;
    let download = instance.paper.downloads.get(file).ok_or(Refusal::NotFound)?;
    let format = format_named(download, &name).ok_or(Refusal::NotFound)?;
    let found = standing.shelf.release.family_by_key(family).ok_or(Refusal::NotFound)?;
    let seed = instance_seed(standing.pins.seed, position);
    let found = found.file(seed, lang, file, format).map_err(|error| Refusal::defect(&error))?;
    Ok(served(found))
}

/// The format that gives a download this name.
pub fn format_named(download: &Download, name: &str) -> Option<Format> {
    download.formats.iter().copied().find(|format| download.file_name(*format) == name)
}

/// The response that saves a file on the learner's machine, under its name (RFC 6266). Browsers must not guess what it
/// is, nor show it as a page.
pub fn served(file: content::File) -> Response {
    let name = encoded(&file.name);
    let headers = [
        (header::CONTENT_TYPE, file.media_type.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename*=UTF-8''{name}")),
        (header::CACHE_CONTROL, "private, max-age=3600".to_owned()),
    ];
    (headers, file.bytes).into_response()
}

/// A file name as a part of an address.
pub fn encoded(name: &str) -> String {
    name.bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
