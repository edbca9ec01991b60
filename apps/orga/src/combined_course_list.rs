//! The combined courses of an organisation.

use axum::extract::State;
use axum::response::Html;
use store::combined_course::of_organisation;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::combined_course_list_page;
use crate::frame::Sheet;

/// `GET /orga/courses`.
pub async fn show(State(house): State<House>, member: Member) -> Result<Html<String>, Refusal> {
    let words = member.frame.words();
    let courses = of_organisation(&house.db, member.organisation.id).await?;
    let body = combined_course_list_page::page(words, &courses);
    Ok(Sheet::new(words.say("combined-title"), body).within("campaigns").render(&house, &member))
}
