//! The page on personal data, for whoever does not know the one in force: a banner that stays until it is put away.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use maud::{Markup, html};
use store::legal;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;
use web::visit::{Frame, Person, SignedIn, safe_next};

/// `GET /privacy-notice`: the page it is about.
pub async fn show(_visitor: SignedIn) -> Redirect {
    Redirect::to("/privacy")
}

/// `POST /privacy-notice`: puts the banner away, for good, and goes on.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, form }: OwnForm,
) -> Result<Response, Refusal> {
    let mut tx = house.db.begin().await?;
    legal::accept(&mut tx, visitor.person.id, house.site.legal.privacy(), house.clock.now()).await?;
    tx.commit().await?;
    let next = Some(form.text("next")).filter(|next| !next.is_empty());
    Ok(Redirect::to(&safe_next(next, "/home")).into_response())
}

/// The banner above a page, for whoever has not put it away.
pub fn above(frame: &Frame, person: &Person, page: &Markup) -> Markup {
    let words = frame.words();
    let inside = html! {
        (told(words, person))
        form method="post" action="/privacy-notice" {
            (csrf_field(&person.form_token))
            input type="hidden" name="next" value=(frame.path);
            (Button::submit(words.say("privacy-notice-close")).quiet().small())
        }
    };
    html! {
        div class="stack" {
            section aria-label=(words.say("legal-privacy")) { (banner(Tone::Info, &inside)) }
            div { (page) }
        }
    }
}

/// What there is to read: all of it, or what changed since the person was told last.
pub fn told(words: Words, person: &Person) -> Markup {
    html! {
        @if person.privacy_told { p { (words.say("privacy-notice")) " " a href="/privacy" { (words.say("privacy-notice-read")) } } }
        @else { p { a href="/privacy" { (words.say("privacy-notice-first")) } } }
    }
}
