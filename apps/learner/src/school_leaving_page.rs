//! The page of [`crate::school_leaving`].

use grade::Date;
use maud::{Markup, html};
use rules::account::LONGEST_NAME;
use rules::school_leaving::{Refusal, number};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::Button;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::Form;

use crate::pupil_identity_page;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The national number.
    pub number: String,
    /// The names and the birth date.
    pub who: pupil_identity_page::Typed,
}

impl Typed {
    /// What a form brought.
    pub fn of(posted: &Form) -> Self {
        let number = posted.text("number").trim().chars().take(LONGEST_NAME).collect();
        Self { number, who: pupil_identity_page::Typed::of(posted) }
    }

    /// The number and the birth date as lists have them, when everything was typed.
    pub fn whole(&self) -> Option<(String, String)> {
        let day = Date::parse(&self.who.birth_date)?;
        Some((number(&self.number).filter(|_| self.who.is_whole())?, day.to_string()))
    }

    /// What is missing or cannot be read.
    pub fn errors(&self, words: Words) -> Errors {
        Errors {
            number: number(&self.number).is_none().then(|| words.say("leaving-number-wrong")),
            who: self.who.errors(words),
            wrong: None,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    /// With the number.
    pub number: Option<&'static str>,
    /// With the names and the birth date.
    pub who: pupil_identity_page::Errors,
    /// With the whole.
    pub wrong: Option<Refusal>,
}

impl Errors {
    fn list(&self) -> Vec<(&'static str, &'static str)> {
        let number = self.number.map(|error| ("number", error));
        number.into_iter().chain(self.who.list()).collect()
    }
}

/// The whole page.
pub fn page(words: Words, contact: &str, typed: &Typed, errors: &Errors) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("leaving-title")) }
            p class="lead" { (words.say("leaving-lead")) }
            (error_summary(words, &errors.list()))
            @if let Some(why) = errors.wrong { (refused(words, contact, why)) }
            form class="stack" method="post" action="/leaving-school" novalidate {
                (fields(words, typed, errors))
                div class="row" {
                    (Button::submit(words.say("leaving-submit")))
                    (Button::link(words.say("account-cancel"), "/sign-in").quiet())
                }
            }
            p class="muted small" { (words.say("leaving-still")) }
        }
    }
}

fn fields(words: Words, typed: &Typed, errors: &Errors) -> Markup {
    let number = Field {
        kind: Kind::Mono,
        value: &typed.number,
        error: errors.number,
        hint: Some(words.say("leaving-number-hint")),
        ..Field::new("number", words.say("leaving-number"))
    };
    html! { (number) (pupil_identity_page::fields(words, &typed.who, &errors.who)) }
}

/// Why no account is given back, and who helps.
pub fn refused(words: Words, contact: &str, why: Refusal) -> Markup {
    let contact = [("contact", contact.into())];
    let sentence = match why {
        Refusal::Unknown => words.with("leaving-unknown", &contact),
        Refusal::Addressed => words.with("leaving-addressed", &contact),
        Refusal::Working => words.with("leaving-working", &contact),
        Refusal::Pupil => words.say("leaving-pupil").to_owned(),
        Refusal::Listed => words.with("leaving-listed", &contact),
        Refusal::SeveralNumbers => words.with("leaving-several", &contact),
    };
    let inside = html! {
        p role="alert" { (sentence) }
        @if why == Refusal::Addressed { p { a href="/password-reset" { (words.say("sign-in-forgotten")) } } }
    };
    banner(Tone::Error, &inside)
}
