//! The page of [`crate::combined_course_list`].

use maud::{Markup, html};
use store::combined_course::Listed;
use web::Words;
use web::components::button::Button;
use web::components::code::code;
use web::components::empty::empty;
use web::components::tag::plain;
use web::moment::date;

use crate::combined_course_creation::NEW;

/// The whole page.
pub fn page(words: Words, courses: &[Listed]) -> Markup {
    html! {
        div class="stack" {
            div class="row row--between" {
                h1 { (words.say("combined-title")) }
                (Button::link(words.say("combined-new"), NEW))
            }
            p class="lead narrow-text" { (words.say("combined-lead")) }
            @if courses.is_empty() {
                (empty(words.say("combined-none"), words.say("combined-none-text"), None))
            } @else { (table(words, courses)) }
        }
    }
}

fn table(words: Words, courses: &[Listed]) -> Markup {
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("combined-title")) {
            table class="table table--people" {
                caption { (words.with("combined-count", &[("n", courses.len().into())])) }
                thead { tr {
                    th scope="col" { (words.say("campaigns-name")) }
                    th scope="col" { (words.say("campaign-code")) }
                    th scope="col" { (words.say("campaigns-created")) }
                    th scope="col" class="r" { (words.say("combined-participants")) }
                    th scope="col" class="r" { (words.say("combined-completed")) }
                } }
                tbody { @for course in courses { (row(words, course)) } }
            }
        }
    }
}

fn row(words: Words, course: &Listed) -> Markup {
    html! {
        tr {
            th scope="row" {
                a class="strong" href={ "/orga/courses/" (course.id) } { (course.name) }
                @if course.archived_at.is_some() { " " (plain(words.say("combined-archived-tag"))) }
            }
            td class="short" { (code(words, &course.code)) }
            td class="short" data-label=(words.say("campaigns-created")) { (date(words.lang(), course.created_at)) }
            td class="r" data-label=(words.say("combined-participants")) { (course.participants) }
            td class="r" data-label=(words.say("combined-completed")) { (course.completed) }
        }
    }
}
