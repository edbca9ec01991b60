//! An empty table to fill in, with the columns that are expected and one line as an example.

use axum::http::header;
use axum::response::{IntoResponse, Response};
use formats::cell::Cell;
use formats::csv_export::CsvExport;
use jobs::learner_import::{Format, generic_config};
use std::io;
use web::refusal::Refusal;
use web::visit::Member;

use crate::import_format::{check_may_manage, offered};

/// `GET /orga/learners/import/template`: of the format of the organisation that has one.
pub async fn show(member: Member) -> Result<Response, Refusal> {
    check_may_manage(&member)?;
    let formats = offered(&member.organisation);
    let table = if formats.contains(&Format::Sup) { students() } else { generic() };
    let headers = [
        (header::CONTENT_TYPE, "text/csv; charset=utf-8"),
        (header::CONTENT_DISPOSITION, "attachment; filename=\"modele-import.csv\""),
    ];
    Ok((headers, table.map_err(|error| Refusal::defect(&error))?).into_response())
}

fn students() -> io::Result<Vec<u8>> {
    let columns: Vec<&str> = formats::sup::columns().collect();
    let mut table = CsvExport::new(Vec::new())?;
    table.row(columns.iter().map(|column| Cell::Text(column)))?;
    table.finish()
}

fn generic() -> io::Result<Vec<u8>> {
    let config = generic_config();
    let mut table = CsvExport::new(Vec::new())?;
    table.row(config.headers.iter().map(|header| Cell::Text(&header.name)))?;
    table.row(["Exemple", "Camille", "6A", "31/12/2014"].map(Cell::Text))?;
    table.finish()
}
