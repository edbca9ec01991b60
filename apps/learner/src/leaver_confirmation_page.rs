//! The page of [`crate::leaver_confirmation`].

use maud::{Markup, html};
use rules::school_leaving::Refusal;
use web::Words;
use web::components::button::Button;
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};

use crate::leaver_confirmation::Leaver;
use crate::school_leaving_page;

/// What was filled in.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The new address.
    pub email: String,
    /// Whether the account is said to be one's own.
    pub sworn: bool,
}

/// What is wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct Errors {
    /// With the address.
    pub email: Option<&'static str>,
    /// With the statement.
    pub sworn: Option<&'static str>,
}

impl Errors {
    /// Whether nothing is wrong.
    pub const fn is_empty(&self) -> bool {
        self.email.is_none() && self.sworn.is_none()
    }

    fn list(&self) -> Vec<(&'static str, &'static str)> {
        let fields = [("sworn", self.sworn), ("email", self.email)];
        fields.into_iter().filter_map(|(name, error)| Some((name, error?))).collect()
    }
}

/// The whole page.
pub fn page(words: Words, (token, leaver): (&str, &Leaver), typed: &Typed, errors: Errors) -> Markup {
    let email = Field {
        kind: Kind::Email,
        value: &typed.email,
        error: errors.email,
        autocomplete: Some("email"),
        hint: Some(words.say("leaving-email-hint")),
        ..Field::new("email", words.say("leaving-email"))
    };
    let sworn = html! { (words.with("leaving-sworn", &[("first", leaver.first_name.as_str().into())])) };
    html! {
        div class="stack" {
            h1 { (words.say("leaving-found-title")) }
            p class="lead" { (words.say("leaving-found-lead")) }
            (error_summary(words, &errors.list()))
            dl class="card card--sunken stack-s" {
                div { dt class="muted small" { (words.say("sign-up-first-name")) } dd { (leaver.first_name) } }
                @if let Some(username) = &leaver.username {
                    div { dt class="muted small" { (words.say("leaving-username")) } dd { (username) } }
                }
                div { dt class="muted small" { (words.say("leaving-school")) } dd { (leaver.school) } }
            }
            form class="stack" method="post" action={ "/leaving-school/" (token) } novalidate {
                (Checkbox { name: "sworn", label: &sworn, ticked: typed.sworn, error: errors.sworn })
                (email)
                p class="muted" { (words.say("leaving-removed")) }
                div class="row" {
                    (Button::submit(words.say("reset-submit")))
                    (Button::link(words.say("leaving-not-me"), "/leaving-school").quiet())
                }
            }
        }
    }
}

/// The mail is on its way: the same page whoever has the address.
pub fn sent(words: Words, address: &str) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("reset-sent-title")) }
            p class="lead" { (words.with("leaving-sent", &[("email", address.into())])) }
            p class="muted" { (words.say("leaving-sent-nothing")) }
            div class="row" { (Button::link(words.say("recovery-again"), "/leaving-school").quiet()) }
        }
    }
}

/// Since the account was found, something happened: why it is not given back any more.
pub fn refused(words: Words, contact: &str, why: Refusal) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("recovery-conflict-title")) }
            (school_leaving_page::refused(words, contact, why))
            div class="row" { (Button::link(words.say("recovery-again"), "/leaving-school")) }
        }
    }
}
