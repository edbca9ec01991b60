//! The page of [`crate::training_list`].

use maud::{Markup, html};
use store::training::Offer;
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;

use crate::training::card;
use crate::training_rating::Place;

/// What the result of one campaign recommends.
pub struct After<'a> {
    /// The campaign.
    pub title: String,
    /// Its code.
    pub code: &'a str,
    /// The trainings.
    pub trainings: Vec<&'a Offer>,
}

/// The whole page.
pub fn page(words: Words, groups: &[After<'_>], csrf: &str) -> Markup {
    let rated = Some(Place { csrf, back: "/trainings" });
    html! {
        div class="stack-l" {
            div class="stack-s" {
                h1 { (words.say("trainings-title")) }
                p class="lead" { (words.say("trainings-lead")) }
            }
            @if groups.is_empty() {
                (empty(words.say("trainings-empty-title"), words.say("trainings-empty"), Some(&Button::link(words.say("trainings-campaigns"), "/participations"))))
            }
            @for (place, After { title, code, trainings }) in groups.iter().enumerate() {
                section class="stack" aria-labelledby={ "after-" (place) } {
                    h2 id={ "after-" (place) } { (title) }
                    p class="small" { a href={ "/campaigns/" (code) "/result" } { (words.say("participation-see")) span class="visually-hidden" { " : " (title) } } }
                    (cards(words, trainings, rated))
                }
            }
        }
    }
}

/// Some trainings.
pub fn cards(words: Words, trainings: &[&Offer], place: Option<Place<'_>>) -> Markup {
    html! { ul class="list lessons" { @for training in trainings { li { (card(words, training, place)) } } } }
}
