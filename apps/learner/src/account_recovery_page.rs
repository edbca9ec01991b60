//! The pages of [`crate::account_recovery`].

use maud::{Markup, html};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::Button;
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;
use web::components::password::Password;

use crate::sign_up_page::agreement;

/// What was filled in, without the password.
#[derive(Debug, Clone, Copy, Default)]
pub struct Typed {
    /// Whether the terms are accepted.
    pub terms: bool,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct Errors {
    /// With the password.
    pub password: Option<&'static str>,
    /// With the terms.
    pub terms: Option<&'static str>,
}

impl Errors {
    /// Whether nothing is wrong.
    pub const fn is_empty(&self) -> bool {
        self.password.is_none() && self.terms.is_none()
    }

    fn list(&self) -> Vec<(&'static str, &'static str)> {
        let fields = [("password", self.password), ("terms", self.terms)];
        fields.into_iter().filter_map(|(name, error)| Some((name, error?))).collect()
    }
}

/// The form: what changes, then the password.
pub fn page(words: Words, (token, address): (&str, &str), typed: &Typed, errors: Errors) -> Markup {
    let label = words.say("new-password-label");
    html! {
        div class="stack" {
            h1 { (words.say("recovery-title")) }
            p class="lead" { (words.with("recovery-lead", &[("email", address.into())])) }
            (error_summary(words, &errors.list()))
            (banner(Tone::Info, &html! { p { (words.say("leaving-removed")) } }))
            form class="stack" method="post" action={ "/account-recovery/" (token) } novalidate {
                (Password { words, name: "password", label, new: true, error: errors.password })
                (Checkbox { name: "terms", label: &agreement(words), ticked: typed.terms, error: errors.terms })
                p class="muted" { (words.say("new-password-others")) }
                (Button::submit(words.say("recovery-submit")))
            }
        }
    }
}

/// The account cannot be given back with this link any more.
pub fn conflict(words: Words, contact: &str) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("recovery-conflict-title")) }
            p class="lead" { (words.with("recovery-conflict", &[("contact", contact.into())])) }
            div class="row" { (Button::link(words.say("recovery-again"), "/leaving-school")) }
        }
    }
}
