//! The first page of [`crate::pupil_registration`].

use maud::{Markup, html};
use rules::reconciliation::{Conflict, Login};
use web::Words;
use web::components::button::Button;
use web::components::error_summary::error_summary;
use web::visit::leading_to;

use crate::campaign::EXTERNAL_ID;
use crate::joining::path;
use crate::pupil_identity_page::{Errors, Typed, Wrong, fields, refused};
use crate::pupil_registration::Asked;

/// The whole page.
pub fn page(words: Words, asked: &Asked<'_>, errors: &Errors) -> Markup {
    let (offer, typed) = (&asked.met.offer, asked.typed);
    let from = [("name", offer.organisation.as_str().into())];
    let sign_in = leading_to("/sign-in", Some(&asked.address()));
    html! {
        div class="stack" {
            p class="muted" { (words.with("participation-from", &from)) }
            h1 { (words.say("registration-title")) }
            (error_summary(words, &errors.list()))
            @if let Some(wrong) = &errors.wrong { (refused(&sentence(words, &asked.house.site.contact, wrong))) }
            p class="lead" { (words.with("registration-lead", &from)) }
            form class="stack" method="post" action=(path(offer, "/registration")) novalidate {
                (external(typed))
                (fields(words, typed, errors))
                div class="row" {
                    (Button::submit(words.say("registration-next")))
                    (Button::link(words.say("account-cancel"), &asked.address()).quiet())
                }
            }
            p { (words.say("sign-up-have-account")) " " a href=(sign_in) { (words.say("front-sign-in")) } }
        }
    }
}

/// What a link of the teacher brought, for later.
pub fn external(typed: &Typed) -> Markup {
    html! { @if !typed.external.is_empty() { input type="hidden" name=(EXTERNAL_ID) value=(typed.external); } }
}

/// What is wrong and what to do; with the number of teachers' troubleshooting sheets.
fn sentence(words: Words, contact: &str, wrong: &Wrong) -> String {
    let conflict = match wrong {
        Wrong::Nobody => return words.say("participation-identity-nobody").to_owned(),
        Wrong::Several => return words.say("participation-identity-several").to_owned(),
        Wrong::Conflict(conflict) => conflict,
    };
    let code = ("code", conflict.sign_up_code().into());
    // R70 and R90 need an account that asks: nobody who registers has one.
    let (Conflict::Here(login) | Conflict::Elsewhere(login)) = conflict else {
        return words.with("registration-conflict", &[code]);
    };
    let masked = [code.clone(), ("login", login.masked().into())];
    let told = match login {
        Login::Email(_) => words.with("registration-conflict-email", &masked),
        Login::Username(_) => words.with("registration-conflict-username", &masked),
        Login::External => words.with("registration-conflict", &[code]),
    };
    // The teacher sees no account of another school.
    let contact = matches!(conflict, Conflict::Elsewhere(_)).then(|| [("contact", contact.into())]);
    contact
        .map_or(told.clone(), |contact| format!("{told} {}", words.with("registration-elsewhere", &contact)))
}
