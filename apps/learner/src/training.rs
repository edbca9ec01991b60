//! Trainings that are recommended after a participation, as cards: what a result says, decided on rows already read.

use maud::{Markup, html};
use rules::snapshot::Snapshot;
use rules::subjects::Subjects;
use rules::training::{Kind, Trigger, recommended as is_recommended};
use store::training::Offer;
use web::components::icon::Icon;
use web::words::key;
use web::{Lang, Words};

use crate::training_rating::{Place, rating};

/// What a training is, and the words for it.
const KINDS: [(&str, &str); 4] = [
    ("module", key("training-module")),
    ("tutorial", key("training-tutorial")),
    ("course", key("training-course")),
    ("workshop", key("training-workshop")),
];

/// The trainings in a language that a result brings, by title, of those that its target profile may recommend.
pub fn recommended<'a>(offers: &'a [Offer], snapshot: &Snapshot, lang: Lang) -> Vec<&'a Offer> {
    in_every_language(offers, snapshot).filter(|training| training.lang == lang.code()).collect()
}

/// The same in whatever language.
pub fn in_every_language<'a>(offers: &'a [Offer], snapshot: &Snapshot) -> impl Iterator<Item = &'a Offer> {
    let each =
        offers.chunk_by(|one, next| (one.target_profile_id, one.id) == (next.target_profile_id, next.id));
    each.filter(|conditions| holds(conditions, snapshot)).filter_map(<[Offer]>::first)
}

/// Whether every condition holds; one that cannot be read does not.
fn holds(conditions: &[Offer], snapshot: &Snapshot) -> bool {
    let read = |offer: &Offer| condition(&offer.condition, offer.threshold, &offer.tubes);
    let triggers: Option<Vec<Trigger>> = conditions.iter().map(read).collect();
    triggers.is_some_and(|triggers| is_recommended(snapshot, &triggers))
}

/// A condition as the database writes it.
pub fn condition(kind: &str, threshold: i64, tubes: &str) -> Option<Trigger> {
    Some(Trigger {
        kind: Kind::named(kind)?,
        threshold: u32::try_from(threshold).ok()?,
        subjects: Subjects::parse(tubes)?,
    })
}

/// A training: its title leads to it, it says what it is and how long it takes, and whoever has an account may say
/// whether it was useful.
pub fn card(words: Words, training: &Offer, place: Option<Place<'_>>) -> Markup {
    let kind = KINDS.iter().find(|(kind, _)| *kind == training.kind).map_or("", |(_, word)| words.say(word));
    let time = words.with("training-minutes", &[("n", training.minutes.into())]);
    let elsewhere = !training.link.starts_with('/');
    html! {
        article class="lesson" {
            (Icon::Book)
            div class="lesson__in" {
                a class="entry__title" href=(training.link) rel=[elsewhere.then_some("noreferrer")] { (training.title) }
                p class="small muted" { (kind) " · " (time) @if elsewhere { " · " (words.say("training-elsewhere")) } }
                @if let Some(place) = place { (rating(words, training, place)) }
            }
        }
    }
}
