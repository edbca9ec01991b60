//! A combined course: its code, what it holds, and who is where.

use axum::extract::{Path, Query, State};
use axum::response::Html;
use std::collections::HashMap;
use store::combined_course::{self, Course, items};
use store::combined_course_progress::followers;
use web::Words;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::combined_course_archive::may_change;
use crate::combined_course_page::{self, Shown};
use crate::frame::Sheet;

/// People on a page.
pub const PAGE: u32 = 50;
/// More pages than anybody turns.
const LAST_PAGE: u32 = 10_000;

/// `GET /orga/courses/{course}?page=N`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(id): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let (words, course) = (member.frame.words(), load(&house, &member, &id).await?);
    let page = query.get("page").and_then(|page| page.parse().ok()).unwrap_or(1).clamp(1, LAST_PAGE);
    let skipped = i64::from(page - 1) * i64::from(PAGE);
    let shown = Shown {
        words,
        course: &course,
        items: &items(&house.db, course.id).await?,
        followers: &followers(&house.db, course.id, skipped, i64::from(PAGE)).await?,
        page,
        base_url: &house.site.base_url,
        may_change: may_change(&member, &course),
        csrf: &member.person.form_token,
    };
    let toast = query.get("done").and_then(|done| sentence(words, done));
    let sheet = Sheet { toast, ..Sheet::new(&course.name, combined_course_page::page(&shown)) };
    Ok(sheet.within("campaigns").render(&house, &member))
}

/// The course of the member's organisation with this id; for others it does not exist.
pub async fn load(house: &House, member: &Member, id: &str) -> Result<Course, Refusal> {
    let id = id.parse().map_err(|_| Refusal::NotFound)?;
    combined_course::by_id(&house.db, member.organisation.id, id).await?.ok_or(Refusal::NotFound)
}

fn sentence(words: Words, done: &str) -> Option<(Tone, &'static str)> {
    match done {
        "created" => Some((Tone::Ok, words.say("combined-created"))),
        "archived" => Some((Tone::Ok, words.say("combined-archive-done"))),
        "unarchived" => Some((Tone::Ok, words.say("combined-unarchive-done"))),
        _ => None,
    }
}
