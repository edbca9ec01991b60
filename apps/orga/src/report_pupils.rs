//! The reports of all pupils of a class in one print, each on a page of its own.

use std::collections::HashMap;

use axum::extract::{Path, Query, State};
use axum::response::Html;
use maud::{Markup, html};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Member;

use crate::campaign_tabs::Tab;
use crate::frame::Sheet;
use crate::participant_filter::{FilterForm, divisions};
use crate::participant_roll::{Person, people};
use crate::report_loading::Material;
use crate::report_outcome::Outcome;
use crate::report_page::name;
use crate::report_sheet::{Letterhead, sheet};

/// The most pages in one print: three classes. A whole school is printed class by class.
pub const MOST: usize = 120;

/// `GET /orga/campaigns/{campaign}/report/pupils?division=6A`.
pub async fn show(
    State(house): State<House>,
    member: Member,
    Path(campaign): Path<String>,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let material = Material::load(&house, &member, &campaign, &query).await?;
    let words = member.frame.words();
    let people = people(&material.tries);
    let mut kept = material.filter.keep(&people);
    kept.retain(|person| person.sent().is_some());
    let too_many = kept.len() > MOST;
    kept.truncate(MOST);
    let head = Letterhead::of(&house, &member, &material.campaign, &material.awards);
    let outcomes = Outcome::of_people(&kept, &material.sent);
    let body = html! {
        div class="stack-m report" {
            (top(words, &material, &people, too_many))
            @for one in &outcomes { (sheet(&head, one, &html! { h2 class="title-s" { (name(words, one)) } })) }
            @if outcomes.is_empty() { p { (words.say("orga-no-result-title")) } }
        }
    };
    let title = format!("{} · {}", words.say("report-pupils"), material.campaign.name);
    Ok(Sheet::new(&title, body).within("campaigns").render(&house, &member))
}

/// What stands above the pages, on the screen only.
fn top(words: Words, material: &Material, people: &[Person<'_>], too_many: bool) -> Markup {
    let report = format!("{}/report", Tab::Activity.path(&material.campaign));
    let above = [
        (words.say("campaigns-title"), "/orga/campaigns"),
        (material.campaign.name.as_str(), &Tab::Results.path(&material.campaign)),
        (words.say("class-report-title"), &material.filter.address(&report, 1)),
    ];
    let divisions = divisions(people.iter().map(|person| person.present.division.as_deref()));
    let form = FilterForm {
        words,
        path: &format!("{report}/pupils"),
        filter: &material.filter,
        divisions: &divisions,
        more: html! {},
    };
    html! {
        header class="stack-s screen-only" {
            (breadcrumb(words, &above, words.say("report-pupils")))
            h1 class="title-s" { (words.say("report-pupils")) }
            @if !divisions.is_empty() { (form.of_class()) }
            p class="muted small" { (words.say("report-print")) }
            @if too_many { (banner(Tone::Warn, &html! { p { (words.with("report-too-many", &[("n", MOST.into())])) } })) }
        }
    }
}
