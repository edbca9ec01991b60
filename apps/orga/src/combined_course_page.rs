//! The page of [`crate::combined_course`].

use maud::{Markup, html};
use store::combined_course::{Course, Item};
use store::combined_course_progress::Follower;
use web::Words;
use web::components::banner::Tone;
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::code::code;
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::pagination::pagination;
use web::components::tag::{plain, tag};
use web::moment::date;

use crate::combined_course::PAGE;

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The course.
    pub course: &'a Course,
    /// What it is made of.
    pub items: &'a [Item],
    /// Who follows it, on this page.
    pub followers: &'a [Follower],
    /// Which page, from 1.
    pub page: u32,
    /// The address of the site.
    pub base_url: &'a str,
    /// Whether the reader may archive it.
    pub may_change: bool,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let (words, course) = (shown.words, shown.course);
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("combined-title"), "/orga/courses")], &course.name))
            div class="row row--between" {
                h1 { (course.name) }
                (code(words, &course.code))
            }
            @if course.archived_at.is_some() { p { (plain(words.say("combined-archived-tag"))) } }
            div class="cols" {
                (content(shown))
                (sharing(shown))
            }
            @if shown.followers.is_empty() {
                (empty(words.say("combined-nobody"), words.say("combined-nobody-text"), None))
            } @else { (table(shown)) (pages(shown)) }
        }
    }
}

fn content(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    html! {
        section class="card stack-s" aria-labelledby="content" {
            h2 id="content" { (words.say("combined-content")) }
            ol class="stack-s" {
                @for item in shown.items {
                    li {
                        @match (&item.campaign_id, &item.name) {
                            (Some(id), Some(name)) => a href={ "/orga/campaigns/" (id) } { (name) },
                            _ => (words.say("combined-content-lessons")),
                        }
                    }
                }
            }
        }
    }
}

fn sharing(shown: &Shown<'_>) -> Markup {
    let (words, course) = (shown.words, shown.course);
    let (value, label) = match course.archived_at {
        None => ("yes", words.say("combined-archive")),
        Some(_) => ("no", words.say("combined-unarchive")),
    };
    html! {
        section class="card stack-s" aria-labelledby="address" {
            h2 id="address" { (words.say("combined-address")) }
            p { (code(words, &format!("{}/courses/{}", shown.base_url, course.code))) }
            @if shown.may_change {
                form class="row" method="post" action={ "/orga/courses/" (course.id) "/archive" } {
                    (csrf_field(shown.csrf))
                    input type="hidden" name="archived" value=(value);
                    (Button::submit(label).quiet().small())
                }
            }
        }
    }
}

fn table(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let campaigns = shown.items.iter().filter(|item| item.campaign_id.is_some()).count();
    html! {
        div class="card card--table scroll" tabindex="0" role="region" aria-label=(words.say("combined-participants")) {
            table class="table table--people" {
                caption { (words.say("combined-participants")) " : " (total(shown)) }
                thead { tr {
                    th scope="col" { (words.say("combined-person")) }
                    th scope="col" { (words.say("learners-division")) }
                    th scope="col" { (words.say("combined-status")) }
                    th scope="col" class="r" { (words.say("combined-campaigns-done")) }
                    th scope="col" class="r" { (words.say("combined-lessons-done")) }
                } }
                tbody { @for one in shown.followers { (row(words, one, campaigns)) } }
            }
        }
    }
}

fn row(words: Words, one: &Follower, campaigns: usize) -> Markup {
    let of = |done: i64, all: i64| words.with("combined-of", &[("n", done.into()), ("all", all.into())]);
    let all = i64::try_from(campaigns).unwrap_or(i64::MAX);
    html! {
        tr {
            th scope="row" { (one.last_name) " " (one.first_name) }
            td class="short" data-label=(words.say("learners-division")) { (one.division.as_deref().unwrap_or_default()) }
            td class="short" data-label=(words.say("combined-status")) {
                @match one.completed_at {
                    Some(at) => { (tag(Tone::Ok, Icon::Check, words.say("combined-status-completed"))) " " (date(words.lang(), at)) },
                    None => (plain(words.say("combined-status-started"))),
                }
            }
            td class="r" data-label=(words.say("combined-campaigns-done")) { (of(one.campaigns_done, all)) }
            td class="r" data-label=(words.say("combined-lessons-done")) { (of(one.lessons_done, one.lessons)) }
        }
    }
}

fn total(shown: &Shown<'_>) -> i64 {
    shown.followers.first().map_or(0, |one| one.total)
}

fn pages(shown: &Shown<'_>) -> Markup {
    let last = u32::try_from(total(shown)).unwrap_or(u32::MAX).div_ceil(PAGE);
    let path = format!("/orga/courses/{}", shown.course.id);
    pagination(shown.words, shown.page, last, |page| format!("{path}?page={page}"))
}
