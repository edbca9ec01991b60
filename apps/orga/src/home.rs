//! The first page of the app.

use axum::response::Redirect;
use web::visit::Member;

/// `GET /orga`: leads to what a teacher does most.
pub async fn show(_member: Member) -> Redirect {
    Redirect::to("/orga/campaigns")
}
