//! An empty table of organisations, with one line as an example.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use rules::organisation_draft::Field;
use web::visit::Staff;

use crate::organisation_rows::written;

/// `GET /staff/organisations/template`: the file.
pub async fn show(_staff: Staff) -> Response {
    let example = Field::ALL.map(|field| example(field).to_owned());
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"organisations.csv\""),
    ];
    (headers, written(&[example.into()])).into_response()
}

const fn example(field: Field) -> &'static str {
    match field {
        Field::Kind => "SCO",
        Field::Name => "Collège Exemple",
        Field::Number => "0999999X",
        Field::Province => "999",
        Field::Email => "ce.0999999x@exemple.fr",
        Field::ClassList => "oui",
        Field::Skills => "non",
        Field::Documentation
        | Field::Officer
        | Field::Parent
        | Field::Provider
        | Field::Tags
        | Field::Features => "",
    }
}
