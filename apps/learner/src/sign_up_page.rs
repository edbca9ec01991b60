//! The page of [`crate::sign_up`].

use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::password::Password;
use web::visit::leading_to;

use crate::sign_up::Typed;

/// What is wrong with the form: a sentence for each field.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    /// About the first name.
    pub first_name: Option<&'static str>,
    /// About the last name.
    pub last_name: Option<&'static str>,
    /// About the e-mail address.
    pub email: Option<&'static str>,
    /// About the password.
    pub password: Option<&'static str>,
    /// About the terms.
    pub terms: Option<&'static str>,
}

impl Errors {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.of_fields().is_empty()
    }

    fn of_fields(&self) -> Vec<(&'static str, &'static str)> {
        let all = [
            ("first-name", self.first_name),
            ("last-name", self.last_name),
            ("email", self.email),
            ("password", self.password),
            ("terms", self.terms),
        ];
        all.into_iter().filter_map(|(name, text)| Some((name, text?))).collect()
    }
}

/// The form, with what was typed and what is wrong.
pub fn page(words: Words, typed: &Typed, errors: &Errors) -> Markup {
    let sign_in = leading_to("/sign-in", typed.next.as_deref());
    html! {
        div class="stack" {
            h1 { (words.say("sign-up-title")) }
            p class="lead" { (words.say("sign-up-lead")) }
            (error_summary(words, &errors.of_fields()))
            @if !errors.is_empty() { p class="muted" { (words.say("sign-up-kept")) } }
            form class="stack" method="post" action="/sign-up" novalidate {
                @if let Some(next) = &typed.next { input type="hidden" name="next" value=(next); }
                @if typed.settling { input type="hidden" name="settling" value="1"; }
                (fields(words, typed, errors))
                (Button::submit(words.say("sign-up-submit")))
            }
            p { (words.say("sign-up-have-account")) " " a href=(sign_in) { (words.say("front-sign-in")) } }
            @if errors.email.is_some() { p { a href="/password-reset" { (words.say("sign-in-forgotten")) } } }
        }
    }
}

fn fields(words: Words, typed: &Typed, errors: &Errors) -> Markup {
    let first = Field {
        value: &typed.first_name,
        error: errors.first_name,
        autocomplete: Some("given-name"),
        ..Field::new("first-name", words.say("sign-up-first-name"))
    };
    let last = Field {
        value: &typed.last_name,
        error: errors.last_name,
        autocomplete: Some("family-name"),
        ..Field::new("last-name", words.say("sign-up-last-name"))
    };
    let email = Field {
        kind: Kind::Email,
        value: &typed.email,
        hint: Some(words.say("sign-up-email-hint")),
        error: errors.email,
        autocomplete: Some("email"),
        ..Field::new("email", words.say("sign-up-email"))
    };
    let label = words.say("sign-up-password");
    html! {
        (first) (last) (email)
        (Password { words, name: "password", label, new: true, error: errors.password })
        (Checkbox { name: "terms", label: &agreement(words), ticked: typed.terms, error: errors.terms })
    }
}

/// What is accepted, with links to read it.
pub fn agreement(words: Words) -> Markup {
    html! {
        (words.say("sign-up-terms-before")) " " a href="/terms" target="_blank" { (words.say("sign-up-terms-terms")) } " "
        (words.say("sign-up-terms-and")) " " a href="/privacy" target="_blank" { (words.say("sign-up-terms-privacy")) } "."
    }
}
