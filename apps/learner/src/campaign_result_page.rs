//! The page of [`crate::campaign_result`].

use content::{Competence, Framework};
use maud::{Markup, html};
use rules::participation::Again;
use rules::snapshot::{Snapshot, decode_profile};
use store::combined_course_progress::Followed;
use store::joining::{Reward, Try};
use store::training::Offer;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::components::icon::Icon;
use web::components::meter::meter;
use web::components::tag::tag;
use web::moment::date_time;

use crate::campaign_page::paragraphs;
use crate::combined_course::path;
use crate::competence_card::domain_of;
use crate::download::encoded;
use crate::joining::{Joining, is_resettable};
use crate::participation::AFRESH;
use crate::participation_end::{is_earned, stage_of};
use crate::profile_sending_page::{Shown, profile};
use crate::training::recommended;
use crate::training_list_page::cards;
use crate::training_rating::Place;

/// What the page shows.
pub struct Outcome<'a> {
    /// The language.
    pub words: Words,
    /// The campaign and the learner.
    pub joining: &'a Joining,
    /// The try.
    pub present: &'a Try,
    /// Whether one may try again.
    pub again: Again,
    /// The competences.
    pub framework: &'a Framework,
    /// What was found in a test.
    pub snapshot: Option<&'a Snapshot>,
    /// The stages and the badges of the campaign.
    pub rewards: &'a [Reward],
    /// The trainings that the campaign may recommend.
    pub offers: &'a [Offer],
    /// The combined course that the campaign is part of.
    pub course: Option<&'a Followed>,
}

/// The whole page.
pub fn page(outcome: &Outcome<'_>) -> Markup {
    let (words, offer) = (outcome.words, &outcome.joining.met.offer);
    html! {
        div class="stack-l" {
            div class="stack" {
                p class="muted" { (outcome.joining.title(words)) }
                h1 { (heading(outcome)) }
                (share(outcome))
                (stage(outcome))
                (sent(outcome))
                (paragraphs(offer.end_text.as_deref().unwrap_or_default()))
                (way_on(outcome))
            }
            @if let Some(snapshot) = outcome.snapshot { (badges(outcome, snapshot)) (competences(outcome, snapshot)) (trainings(outcome, snapshot)) }
            @else { (sent_profile(outcome)) }
            (again(outcome))
        }
    }
}

/// What was done comes first, whatever the result.
fn heading(outcome: &Outcome<'_>) -> &'static str {
    let words = outcome.words;
    if outcome.snapshot.is_some() {
        words.say("participation-over")
    } else {
        words.say("participation-profile-sent")
    }
}

/// The share of a test that is mastered.
fn share(outcome: &Outcome<'_>) -> Markup {
    let percent = outcome.snapshot.map(|snapshot| snapshot.mastery(|_| true).percent());
    html! {
        @if let Some(percent) = percent {
            p class="lead" { (outcome.words.with("participation-mastery", &[("n", percent.into())])) }
        }
    }
}

/// Whether the organisation has it: what is added to the campaign's profile later was not earned with it.
const fn is_frozen(outcome: &Outcome<'_>) -> bool {
    outcome.present.shared_at.is_some()
}

/// The stage reached, in the words of the campaign.
fn stage(outcome: &Outcome<'_>) -> Markup {
    let computed =
        outcome.snapshot.and_then(|snapshot| stage_of(outcome.rewards, snapshot.mastery(|_| true).percent()));
    let threshold = if is_frozen(outcome) { outcome.present.stage } else { computed };
    let reached = outcome.rewards.iter().find(|reward| threshold.is_some() && reward.threshold == threshold);
    html! {
        @if let Some(stage) = reached {
            p class="lead" { strong { (stage.title) } }
            (paragraphs(&stage.message))
        }
    }
}

/// Whether, when and to whom it was sent.
fn sent(outcome: &Outcome<'_>) -> Markup {
    let (words, offer) = (outcome.words, &outcome.joining.met.offer);
    match outcome.present.shared_at {
        Some(at) => banner(
            Tone::Ok,
            &html! { p { (words.with("participation-received", &[("name", offer.organisation.clone().into())])) " " (date_time(words.lang(), at)) "." } },
        ),
        None if offer.archived_at.is_some() => {
            banner(Tone::Warn, &html! { p { (words.say("participation-archived")) } })
        }
        None => html! { p { (words.say("participation-not-sent")) } },
    }
}

fn way_on(outcome: &Outcome<'_>) -> Markup {
    let (words, offer) = (outcome.words, &outcome.joining.met.offer);
    let tested = outcome.present.attempt_id.is_some();
    if outcome.joining.learner.person.is_anonymous() {
        return to_keep(outcome);
    }
    html! {
        div class="row" {
            @if let Some(course) = outcome.course {
                (Button::link(words.say("combined-go-on"), &path(&course.code)))
                @if let (Some(label), Some(link)) = (&offer.end_button, &offer.end_link) { (Button::link(label, link).quiet()) }
            }
            @else if let (Some(label), Some(link)) = (&offer.end_button, &offer.end_link) { (Button::link(label, link)) (Button::link(words.say("participation-home"), "/home").quiet()) }
            @else { (Button::link(words.say("participation-home"), "/home")) }
            @if tested { (Button::link(words.say("participation-mistakes"), "/mistakes").bare()) }
        }
    }
}

/// Whoever took part without an account keeps what they did by making one.
fn to_keep(outcome: &Outcome<'_>) -> Markup {
    let (words, offer) = (outcome.words, &outcome.joining.met.offer);
    let sign_up = format!("/sign-up?next={}", encoded(&outcome.joining.path("/result")));
    html! {
        section class="card card--sunken stack" aria-labelledby="keep" {
            h2 id="keep" { (words.say("entry-keep-title")) }
            p { (words.say("entry-keep")) }
            div class="row" {
                (Button::link(words.say("front-sign-up"), &sign_up))
                @if let (Some(label), Some(link)) = (&offer.end_button, &offer.end_link) { (Button::link(label, link).quiet()) }
                (Button::link(words.say("entry-leave"), "/sign-out").bare())
            }
        }
    }
}

fn badges(outcome: &Outcome<'_>, snapshot: &Snapshot) -> Markup {
    let words = outcome.words;
    let earned = |reward: &&Reward| match &outcome.present.badges {
        Some(keys) => keys.contains(&format!(" {} ", reward.key)),
        None => !is_frozen(outcome) && is_earned(reward, snapshot),
    };
    let badges: Vec<_> =
        outcome.rewards.iter().filter(|reward| reward.threshold.is_none()).filter(earned).collect();
    html! {
        @if !badges.is_empty() {
            section class="stack" aria-labelledby="badges" {
                h2 id="badges" { (words.say("participation-badges")) }
                ul class="list stack" {
                    @for badge in badges {
                        li class="card stack-s" { p { (tag(Tone::Ok, Icon::Check, &badge.title)) } (paragraphs(&badge.message)) }
                    }
                }
            }
        }
    }
}

/// The mastery of each competence that was asked for.
fn competences(outcome: &Outcome<'_>, snapshot: &Snapshot) -> Markup {
    let words = outcome.words;
    let asked = (0u16..).zip(&outcome.framework.competences).filter_map(|(place, competence)| {
        let mastery = snapshot.mastery(|skill| skill.0 >> 8 == place);
        (mastery.skills > 0).then_some((competence, mastery.percent()))
    });
    html! {
        section class="stack" aria-labelledby="by-competence" {
            h2 id="by-competence" { (words.say("participation-by-competence")) }
            @for (competence, percent) in asked { (bar(words, competence, percent)) }
        }
    }
}

fn bar(words: Words, competence: &Competence, percent: u32) -> Markup {
    let name = competence.name.get(words.lang()).clone();
    let label = words.with("participation-bar", &[("name", name.into()), ("n", percent.into())]);
    let id = format!("bar-{}", competence.code.replace('.', "-"));
    html! { div class=(domain_of(&competence.code).class()) { (meter(&id, &label, percent, 100)) } }
}

/// What the result recommends.
fn trainings(outcome: &Outcome<'_>, snapshot: &Snapshot) -> Markup {
    let words = outcome.words;
    let trainings = recommended(outcome.offers, snapshot, words.lang());
    let (person, back) = (&outcome.joining.learner.person, outcome.joining.path("/result"));
    let place = (!person.is_anonymous()).then(|| Place { csrf: &person.form_token, back: &back });
    html! {
        @if !trainings.is_empty() {
            section class="stack" aria-labelledby="trainings" {
                h2 id="trainings" { (words.say("trainings-after")) }
                p { (words.say("trainings-after-lead")) }
                (cards(words, &trainings, place))
                @if !person.is_anonymous() { p { a href="/trainings" { (words.say("trainings-title")) } } }
            }
        }
    }
}

fn sent_profile(outcome: &Outcome<'_>) -> Markup {
    let sent = outcome.present.snapshot.as_deref().and_then(decode_profile).unwrap_or_default();
    profile(&Shown {
        words: outcome.words,
        framework: outcome.framework,
        levels: &sent,
        pix: outcome.present.pix.and_then(|pix| u32::try_from(pix).ok()).unwrap_or_default(),
        certifiable: outcome.present.certifiable == Some(true),
    })
}

/// Starting again from nothing: what is lost stands before the button.
fn afresh(outcome: &Outcome<'_>) -> Markup {
    let (words, joining) = (outcome.words, outcome.joining);
    html! {
        details class="fold" {
            summary { (words.say("participation-afresh-title")) }
            div class="stack" {
                p { (words.say("participation-afresh-lead")) }
                form class="post" method="post" action=(joining.path("/participations")) {
                    (csrf_field(&joining.learner.person.form_token))
                    (Button::submit(words.say("participation-afresh")).value("again", AFRESH).quiet())
                }
            }
        }
    }
}

/// Trying again: when, and that both results are kept.
fn again(outcome: &Outcome<'_>) -> Markup {
    let (words, joining) = (outcome.words, outcome.joining);
    let (text, now) = match outcome.again {
        Again::Never => return html! {},
        Again::In(days) => (words.with("participation-again-in", &[("days", days.into())]), false),
        Again::Now => (words.say("participation-again-lead").to_owned(), true),
    };
    html! {
        section class="card stack" aria-labelledby="again" {
            h2 id="again" { (words.say("participation-again-title")) }
            p { (text) }
            @if now {
                form class="post" method="post" action=(joining.path("/participations")) {
                    (csrf_field(&joining.learner.person.form_token))
                    (Button::submit(words.say("participation-again")).value("again", "1").quiet())
                }
                @if is_resettable(&joining.met) { (afresh(outcome)) }
            }
        }
    }
}
