//! The page of [`crate::campaign`].

use maud::{Markup, html};
use rules::participation::{Again, Place, Refusal};
use store::campaign::Kind;
use store::campaign_picture::Described;
use store::joining::Met;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{self, Field};
use web::moment::date_time;
use web::visit::Person;

use crate::campaign::with_external;
use crate::download::encoded;
use crate::joining::{Step, is_open_to_all, is_registering, line_name, path, way_on};
use crate::participation_end::sends;

/// The name of the field of the external identifier.
pub const EXTERNAL: &str = "external-id";

/// What the page shows.
pub struct Landing<'a> {
    /// The language.
    pub words: Words,
    /// The campaign, and where the reader stands in it.
    pub met: &'a Met,
    /// What the reader can do.
    pub step: Step,
    /// Who reads it, if signed in.
    pub person: Option<&'a Person>,
    /// The title.
    pub title: &'a str,
    /// The address of this page, to come back to.
    pub here: &'a str,
    /// What was typed as the external identifier, and why it was not taken.
    pub external: (&'a str, Option<&'static str>),
    /// What helps to find it.
    pub picture: Option<&'a Described>,
}

/// The whole page.
pub fn page(landing: &Landing<'_>) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    let errors: Vec<_> = landing.external.1.map(|why| (EXTERNAL, why)).into_iter().collect();
    html! {
        div class="stack-l" {
            div class="stack" {
                p class="muted" { (words.with("participation-from", &[("name", offer.organisation.clone().into())])) }
                h1 { (landing.title) }
                (error_summary(words, &errors))
                (paragraphs(offer.landing_text.as_deref().unwrap_or_default()))
            }
            @if let Step::Refused(why) = landing.step { (refused(landing, why)) }
            @else { @if will_be_sent(landing) { (what_is_sent(landing)) } @else { (what_was_sent(landing)) } (way_in(landing)) }
        }
    }
}

/// A text of a teacher, line by line; it is no markup.
pub fn paragraphs(text: &str) -> Markup {
    html! { @for line in text.lines().map(str::trim).filter(|line| !line.is_empty()) { p { (line) } } }
}

/// Nothing will be sent of what was sent already, nor to a campaign that is closed or deleted for the reader.
fn will_be_sent(landing: &Landing<'_>) -> bool {
    let met = landing.met;
    let deleted = met.present.as_ref().is_some_and(|present| present.deleted_at.is_some());
    let over = matches!(landing.step, Step::At(Place::Over(_)));
    !over && !deleted && met.offer.archived_at.is_none()
}

/// Whether what is sent bears no name: that of a stranger, or of somebody without an account of their own.
fn is_nameless(landing: &Landing<'_>) -> bool {
    is_open_to_all(&landing.met.offer) && landing.person.is_none_or(Person::is_anonymous)
}

/// What the organisation received of what is over, and when; nothing of what it deleted since.
fn what_was_sent(landing: &Landing<'_>) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    let present = landing.met.present.as_ref().filter(|present| present.deleted_at.is_none());
    let Some(at) = present.and_then(|present| present.shared_at) else { return html! {} };
    let to = [("name", offer.organisation.clone().into())];
    let text = match offer.kind {
        Kind::Collection => words.with("participation-was-sent-profile", &to),
        _ if is_nameless(landing) => words.with("entry-was-sent", &to),
        _ => words.with("participation-was-sent-test", &to),
    };
    html! {
        section class="card card--sunken stack-s" aria-labelledby="sent" {
            h2 id="sent" { (words.say("participation-was-sent-title")) }
            p { (text) }
            p class="muted small" { (words.say("participation-was-sent-on")) " " (date_time(words.lang(), at)) "." }
        }
    }
}

/// What the organisation receives, and when: told before anything begins.
fn what_is_sent(landing: &Landing<'_>) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    let to = [("name", offer.organisation.clone().into())];
    let nameless = is_nameless(landing);
    let text = match offer.kind {
        Kind::Collection => words.with("participation-sent-profile", &to),
        kind if sends(kind, offer.for_novices) && nameless => words.with("entry-sent", &to),
        kind if sends(kind, offer.for_novices) => words.with("participation-sent-test", &to),
        _ => words.with("participation-sent-nothing", &to),
    };
    html! {
        section class="card card--sunken stack-s" aria-labelledby="sent" {
            h2 id="sent" { (words.say("participation-sent-title")) }
            p { (text) }
            @if offer.kind == Kind::Assessment && !nameless { p class="muted small" { (words.say("participation-known")) } }
            @if offer.kind == Kind::Exam { p class="muted small" { (words.say("participation-from-nothing")) } }
        }
    }
}

fn way_in(landing: &Landing<'_>) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    let open = is_open_to_all(offer);
    let Some(person) = landing.person.filter(|person| open || !person.is_anonymous()) else {
        return match landing.step {
            Step::At(Place::Begin) if open => enter(landing),
            step if is_registering(offer, step) => sign_in_or_register(landing),
            _ => knock(landing),
        };
    };
    match landing.step {
        Step::Identify => {
            let address = path(offer, &format!("/identity{}", with_external(landing.external.0)));
            html! {
                p { (words.with("participation-identify", &[("name", offer.organisation.clone().into())])) }
                div class="row" { (Button::link(words.say("participation-identify-go"), &address)) }
            }
        }
        Step::At(Place::Begin) => html! { (who(landing)) (begin(landing, person)) },
        Step::At(Place::Resume) => {
            let address = way_on(offer, landing.met.present.as_ref());
            html! {
                (who(landing)) (unsent(landing))
                div class="row" { (Button::link(words.say("participation-resume"), &address)) }
            }
        }
        Step::At(Place::Over(again)) => html! {
            (who(landing))
            div class="row" {
                (Button::link(words.say("participation-see"), &path(offer, "/result")))
            }
            @if let Again::In(days) = again { p class="muted" { (words.with("participation-again-in", &[("days", days.into())])) } }
        },
        Step::Refused(_) => html! {},
    }
}

/// A stranger signs in or signs up, and comes back.
fn knock(landing: &Landing<'_>) -> Markup {
    let words = landing.words;
    let next = encoded(landing.here);
    html! {
        p { (words.say("participation-knock")) }
        div class="row" {
            (Button::link(words.say("front-sign-in"), &format!("/sign-in?next={next}")))
            (Button::link(words.say("front-sign-up"), &format!("/sign-up?next={next}")).quiet())
        }
    }
}

/// A stranger on the campaign of a school with a list: with their account, or with the one that the list lets them make.
fn sign_in_or_register(landing: &Landing<'_>) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    let sign_in = format!("/sign-in?next={}", encoded(landing.here));
    let register = path(offer, &format!("/registration{}", with_external(landing.external.0)));
    let school = [("name", offer.organisation.as_str().into())];
    html! {
        div class="grid grid--fit" {
            section class="card stack" aria-labelledby="known" {
                h2 id="known" { (words.say("registration-known-title")) }
                p { (words.say("participation-knock")) }
                div class="row" { (Button::link(words.say("front-sign-in"), &sign_in)) }
            }
            section class="card stack" aria-labelledby="new" {
                h2 id="new" { (words.say("registration-new-title")) }
                p { (words.with("registration-new", &school)) }
                div class="row" { (Button::link(words.say("registration-go"), &register).quiet()) }
            }
        }
    }
}

/// A stranger takes part without an account, or with theirs.
fn enter(landing: &Landing<'_>) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    html! {
        form class="stack" method="post" action=(path(offer, "/entry")) novalidate {
            input type="hidden" name=(EXTERNAL) value=(landing.external.0);
            p { (words.say("entry-lead")) }
            p class="small muted" { (words.say("entry-terms")) " " a href="/terms" { (words.say("entry-terms-link")) } }
            div class="row" {
                (Button::submit(words.say("entry-begin")))
                (Button::link(words.say("entry-account"), &format!("/sign-in?next={}", encoded(landing.here))).bare())
            }
        }
    }
}

/// Without an account of one's own: how long it lasts, and how to keep it.
fn without_account(landing: &Landing<'_>) -> Markup {
    let words = landing.words;
    html! {
        p {
            (words.say("entry-as")) " "
            a href={ "/sign-up?next=" (encoded(landing.here)) } { (words.say("front-sign-up")) } " · "
            a href="/sign-out" { (words.say("entry-leave")) }
        }
    }
}

/// As whom one takes part, so that nobody goes on with the account of a brother or sister.
fn who(landing: &Landing<'_>) -> Markup {
    let words = landing.words;
    if landing.person.is_some_and(Person::is_anonymous) {
        return without_account(landing);
    }
    let line = landing.met.line.as_ref().filter(|_| landing.met.offer.managing_learners);
    let username = line.and_then(|line| line.line_username.as_deref());
    let name = line.map(line_name).or_else(|| landing.person.map(|person| person.name.clone()));
    html! {
        div class="stack-s" {
            p {
                (words.with("participation-as", &[("name", name.unwrap_or_default().into())])) " "
                a href="/sign-out" { (words.say("participation-not-me")) }
            }
            // Whoever just registered reads once more what they will be asked for.
            @if let Some(username) = username {
                p { (words.with("registration-username", &[("username", username.into())])) }
            }
        }
    }
}

/// What was begun and can be finished for oneself only.
fn unsent(landing: &Landing<'_>) -> Markup {
    let (words, met) = (landing.words, landing.met);
    let deleted = met.present.as_ref().is_some_and(|present| present.deleted_at.is_some());
    html! {
        @if deleted { (banner(Tone::Warn, &html! { p { (words.say("participation-deleted-resume")) } })) }
        @else if met.offer.archived_at.is_some() { (banner(Tone::Warn, &html! { p { (words.say("participation-archived")) } })) }
    }
}

fn begin(landing: &Landing<'_>, person: &Person) -> Markup {
    let (words, offer) = (landing.words, &landing.met.offer);
    let (typed, error) = landing.external;
    let address = offer.external_kind.as_deref() == Some("email");
    let label = if offer.kind.is_test() {
        words.say("participation-begin")
    } else {
        words.say("participation-begin-profile")
    };
    html! {
        form class="stack" method="post" action=(path(offer, "/participations")) novalidate {
            (csrf_field(&person.form_token))
            @if let Some(label) = &offer.external_label {
                @if let Some(picture) = landing.picture {
                    img class="help-picture" src=(path(offer, &format!("/pictures/{}", picture.id)))
                        alt=(picture.description) width=(picture.width) height=(picture.height);
                }
                (Field {
                    value: typed, error, kind: if address { field::Kind::Email } else { field::Kind::Text },
                    hint: Some(words.say("participation-external-hint")), longest: Some(255), ..Field::new(EXTERNAL, label)
                })
            }
            div class="row" { (Button::submit(label)) }
        }
    }
}

fn refused(landing: &Landing<'_>, why: Refusal) -> Markup {
    let words = landing.words;
    let to = [("name", landing.met.offer.organisation.clone().into())];
    let text = match why {
        Refusal::Closed => words.with("participation-closed", &to),
        Refusal::Deleted => words.with("participation-deleted", &to),
        Refusal::Inactive => words.with("participation-inactive", &to),
        Refusal::Mediacentre => words.with("participation-mediacentre", &to),
        Refusal::Taken => {
            let name = landing.met.line.as_ref().map(line_name).unwrap_or_default();
            words.with("participation-taken", &[("name", name.into())])
        }
    };
    html! {
        (banner(Tone::Warn, &html! { p { (text) } }))
        @if landing.person.is_none() {
            // Whoever began before it was closed can still look back.
            p { a href={ "/sign-in?next=" (encoded(landing.here)) } { (words.say("participation-closed-sign-in")) } }
        } @else {
            div class="row" { (Button::link(words.say("participation-home"), "/home")) }
        }
    }
}
