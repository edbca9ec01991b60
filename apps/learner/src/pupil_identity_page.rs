//! The page of [`crate::pupil_identity`].

use grade::Date;
use maud::{Markup, html};
use rules::account::LONGEST_NAME;
use rules::reconciliation::{Conflict, Login, NotFound};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::form::Form;

use crate::campaign::{EXTERNAL_ID, with_external};
use crate::joining::Joining;

/// What was typed.
#[derive(Debug, Clone, Default)]
pub struct Typed {
    /// The first name.
    pub first_name: String,
    /// The last name.
    pub last_name: String,
    /// The birth date.
    pub birth_date: String,
    /// The external identifier that a link brought, for later.
    pub external: String,
}

impl Typed {
    /// What a form brought.
    pub fn of(posted: &Form) -> Self {
        let text = |name: &str| posted.text(name).trim().chars().take(LONGEST_NAME).collect::<String>();
        Self {
            first_name: text("first-name"),
            last_name: text("last-name"),
            birth_date: text("birth-date"),
            external: text(EXTERNAL_ID),
        }
    }

    /// Both names.
    pub fn names(&self) -> (&str, &str) {
        (&self.first_name, &self.last_name)
    }

    /// Whether nothing was typed.
    pub fn is_empty(&self) -> bool {
        self.first_name.is_empty() && self.last_name.is_empty() && self.birth_date.is_empty()
    }

    /// Whether both names were typed.
    pub fn is_whole(&self) -> bool {
        !self.first_name.is_empty() && !self.last_name.is_empty()
    }

    /// What is missing or cannot be read.
    pub fn errors(&self, words: Words) -> Errors {
        Errors {
            first_name: self.first_name.is_empty().then(|| words.say("sign-up-error-first-name")),
            last_name: self.last_name.is_empty().then(|| words.say("sign-up-error-last-name")),
            birth_date: Date::parse(&self.birth_date)
                .is_none()
                .then(|| words.say("participation-birth-date-wrong")),
            wrong: None,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, Default)]
pub struct Errors {
    /// With the first name.
    pub first_name: Option<&'static str>,
    /// With the last name.
    pub last_name: Option<&'static str>,
    /// With the birth date.
    pub birth_date: Option<&'static str>,
    /// With the whole.
    pub wrong: Option<Wrong>,
}

impl Errors {
    /// Each field with its sentence.
    pub fn list(&self) -> Vec<(&'static str, &'static str)> {
        let fields =
            [("first-name", self.first_name), ("last-name", self.last_name), ("birth-date", self.birth_date)];
        fields.into_iter().filter_map(|(name, error)| Some((name, error?))).collect()
    }
}

/// Why no line is linked.
#[derive(Debug, Clone)]
pub enum Wrong {
    /// Nobody in the list looks like that.
    Nobody,
    /// Several do.
    Several,
    /// An account is in the way.
    Conflict(Conflict),
}

impl From<NotFound> for Wrong {
    fn from(why: NotFound) -> Self {
        match why {
            NotFound::Nobody => Self::Nobody,
            NotFound::Several => Self::Several,
        }
    }
}

/// What the page shows.
pub struct Identity<'a> {
    /// The language.
    pub words: Words,
    /// The campaign and who asks.
    pub joining: &'a Joining,
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong.
    pub errors: &'a Errors,
}

/// The whole page.
pub fn page(identity: &Identity<'_>) -> Markup {
    let Identity { words, joining, typed, errors } = *identity;
    let from = [("name", joining.met.offer.organisation.clone().into())];
    let cancel = joining.path(&with_external(&typed.external));
    html! {
        div class="stack" {
            p class="muted" { (words.with("participation-from", &from)) }
            h1 { (words.say("participation-identity-title")) }
            (error_summary(words, &errors.list()))
            @if let Some(wrong) = &errors.wrong { (refused(&sentence(words, wrong))) }
            p class="lead" { (words.with("participation-identity-lead", &from)) }
            form class="stack" method="post" action=(joining.path("/identity")) novalidate {
                (csrf_field(&joining.learner.person.form_token))
                @if !typed.external.is_empty() { input type="hidden" name=(EXTERNAL_ID) value=(typed.external); }
                (fields(words, typed, errors))
                div class="row" {
                    (Button::submit(words.say("participation-identity-submit")))
                    (Button::link(words.say("account-cancel"), &cancel).quiet())
                }
            }
        }
    }
}

/// The names and the birth date to fill in.
pub fn fields(words: Words, typed: &Typed, errors: &Errors) -> Markup {
    html! {
        (Field {
            value: &typed.first_name, error: errors.first_name, autocomplete: Some("given-name"),
            ..Field::new("first-name", words.say("sign-up-first-name"))
        })
        (Field {
            value: &typed.last_name, error: errors.last_name, autocomplete: Some("family-name"),
            ..Field::new("last-name", words.say("sign-up-last-name"))
        })
        (Field {
            value: &typed.birth_date, error: errors.birth_date, autocomplete: Some("bday"), kind: Kind::Date,
            hint: Some(words.say("participation-birth-date-hint")),
            ..Field::new("birth-date", words.say("participation-birth-date"))
        })
    }
}

/// Why no line is linked.
pub fn refused(sentence: &str) -> Markup {
    banner(Tone::Error, &html! { p role="alert" { (sentence) } })
}

/// What is wrong, what was kept, what to do; with the number of teachers' troubleshooting sheets.
fn sentence(words: Words, wrong: &Wrong) -> String {
    let conflict = match wrong {
        Wrong::Nobody => return words.say("participation-identity-nobody").to_owned(),
        Wrong::Several => return words.say("participation-identity-several").to_owned(),
        Wrong::Conflict(conflict) => conflict,
    };
    let code = ("code", conflict.code().into());
    match conflict {
        Conflict::Here(login) | Conflict::Elsewhere(login) => {
            let masked = [code, ("login", login.masked().into())];
            match login {
                Login::Email(_) => words.with("participation-conflict-email", &masked),
                Login::Username(_) => words.with("participation-conflict-username", &masked),
                Login::External => words.with("participation-conflict-external", &masked),
            }
        }
        Conflict::OtherPupil => words.with("participation-conflict-other-pupil", &[code]),
        Conflict::Stranger => words.with("participation-conflict-stranger", &[code]),
    }
}
