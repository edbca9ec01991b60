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

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The national number.
    pub number: String,
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The birth date.
    pub birth_date: String,
}

impl Typed {
    /// What a form brought.
    pub fn of(posted: &Form) -> Self {
        let text = |name: &str| posted.text(name).trim().chars().take(LONGEST_NAME).collect::<String>();
        Self {
            number: text("number"),
            first_name: text("first-name"),
            last_name: text("last-name"),
            birth_date: text("birth-date"),
        }
    }

    /// The number and the birth date as lists have them, when everything was typed.
    pub fn whole(&self) -> Option<(String, String)> {
        let day = Date::parse(&self.birth_date)?;
        let named = !self.first_name.is_empty() && !self.last_name.is_empty();
        Some((number(&self.number).filter(|_| named)?, day.to_string()))
    }

    /// What is missing or cannot be read.
    pub fn errors(&self, words: Words) -> Errors {
        let unread = Date::parse(&self.birth_date).is_none();
        Errors {
            number: number(&self.number).is_none().then(|| words.say("leaving-number-wrong")),
            first_name: self.first_name.is_empty().then(|| words.say("sign-up-error-first-name")),
            last_name: self.last_name.is_empty().then(|| words.say("sign-up-error-last-name")),
            birth_date: unread.then(|| words.say("participation-birth-date-wrong")),
            wrong: None,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    /// With the number.
    pub number: Option<&'static str>,
    /// With the first name.
    pub first_name: Option<&'static str>,
    /// With the last name.
    pub last_name: Option<&'static str>,
    /// With the birth date.
    pub birth_date: Option<&'static str>,
    /// With the whole.
    pub wrong: Option<Refusal>,
}

impl Errors {
    fn list(&self) -> Vec<(&'static str, &'static str)> {
        let fields = [
            ("number", self.number),
            ("first-name", self.first_name),
            ("last-name", self.last_name),
            ("birth-date", self.birth_date),
        ];
        fields.into_iter().filter_map(|(name, error)| Some((name, error?))).collect()
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
    let birth_date = Field {
        kind: Kind::Date,
        value: &typed.birth_date,
        error: errors.birth_date,
        autocomplete: Some("bday"),
        hint: Some(words.say("participation-birth-date-hint")),
        ..Field::new("birth-date", words.say("participation-birth-date"))
    };
    html! { (number) (first) (last) (birth_date) }
}

/// Why no account is given back, and who helps.
fn refused(words: Words, contact: &str, why: Refusal) -> Markup {
    let contact = [("contact", contact.into())];
    let sentence = match why {
        Refusal::Unknown => words.with("leaving-unknown", &contact),
        Refusal::Pupil => words.say("leaving-pupil").to_owned(),
        Refusal::Addressed => words.with("leaving-addressed", &contact),
        Refusal::SeveralNumbers => words.with("leaving-several", &contact),
    };
    let inside = html! {
        p role="alert" { (sentence) }
        @if why == Refusal::Addressed { p { a href="/password-reset" { (words.say("sign-in-forgotten")) } } }
    };
    banner(Tone::Error, &inside)
}
