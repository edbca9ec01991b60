//! The target profiles, in use or out of use.

use axum::extract::{Query, State};
use axum::response::Html;
use content::Release;
use maud::{Markup, html};
use rules::target_profile::{CATEGORIES, minutes};
use std::collections::HashMap;
use store::target_profile::{self, TargetProfile};
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Staff;

use crate::frame::Sheet;
use crate::profile_subjects::asked;

/// `GET /staff/profiles?outdated=on`.
pub async fn show(
    State(house): State<House>,
    staff: Staff,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let outdated = query.get("outdated").is_some_and(|asked| asked == "on");
    let profiles = target_profile::all(&house.db, outdated).await?;
    let words = staff.frame.words();
    let body = page(words, &house.bank.present().release, &profiles, outdated);
    Ok(Sheet::new("profiles", words.say("staff-profiles"), body).render(&house, &staff))
}

fn page(words: Words, release: &Release, profiles: &[TargetProfile], outdated: bool) -> Markup {
    let (other, href) = match outdated {
        true => (words.say("staff-profiles-present"), "/staff/profiles"),
        false => (words.say("staff-profiles-outdated"), "/staff/profiles?outdated=on"),
    };
    html! {
        div class="stack-l" {
            div class="row row--between" {
                h1 { (words.say("staff-profiles")) }
                div class="row" {
                    (Button::link(words.say("staff-profile-new"), "/staff/profiles/new"))
                    (Button::link(other, href).quiet())
                }
            }
            @if profiles.is_empty() {
                (empty(words.say("staff-profiles-none"), words.say("staff-profiles-none-text"), None))
            }
            @for category in CATEGORIES {
                @let here: Vec<_> = profiles.iter().filter(|profile| profile.category == category).collect();
                @if !here.is_empty() {
                    div class="stack-s" {
                        h2 id=(category) { (words.say(category_word(category))) }
                        (table(words, release, category, &here))
                    }
                }
            }
        }
    }
}

fn table(words: Words, release: &Release, category: &str, profiles: &[&TargetProfile]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-labelledby=(category) {
            table class="table table--people" {
                thead { tr {
                    th scope="col" { (words.say("staff-name")) }
                    th scope="col" class="num" { (words.say("staff-subjects")) }
                    th scope="col" class="num" { (words.say("staff-minutes")) }
                    th scope="col" { (words.say("staff-open-to")) }
                } }
                tbody { @for profile in profiles {
                    @let subjects = asked(profile);
                    tr {
                        th scope="row" { a href={ "/staff/profiles/" (profile.id) } { (profile.name) } }
                        td class="num" data-label=(words.say("staff-subjects")) { (subjects.iter().count()) }
                        td class="num" data-label=(words.say("staff-minutes")) { (minutes(&subjects, release)) }
                        td data-label=(words.say("staff-open-to")) { (words.say(if profile.is_public { "staff-open-all" } else { "staff-open-some" })) }
                    }
                } }
            }
        }
    }
}

/// The words for a family of profiles.
pub fn category_word(category: &str) -> &'static str {
    match category {
        "PREDEFINED" => "staff-category-predefined",
        "BACK_TO_SCHOOL" => "staff-category-back-to-school",
        "DISCIPLINE" => "staff-category-domains",
        "COMPETENCES" => "staff-category-competences",
        "SUBJECT" => "staff-category-subject",
        "TARGETED" => "staff-category-targeted",
        "PIX_PLUS" => "staff-category-plus",
        "CUSTOM" => "staff-category-custom",
        _ => "staff-category-other",
    }
}
