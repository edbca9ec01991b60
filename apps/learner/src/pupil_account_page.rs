//! The page of [`crate::pupil_account`].

use maud::{Markup, html};
use store::learner::Learner;
use web::Words;
use web::components::button::Button;
use web::components::choice::{Checkbox, Choices, Kind as Of, Line};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::password::Password;

use crate::campaign::with_external;
use crate::joining::path;
use crate::pupil_registration::Asked;
use crate::pupil_registration_page::external;
use crate::sign_up_page::agreement;

/// What a pupil signs in with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Way {
    /// An address of their own.
    Email,
    /// A name made from the list.
    Username,
}

impl Way {
    const fn name(self) -> &'static str {
        match self {
            Self::Email => "email",
            Self::Username => "username",
        }
    }

    /// The way with this name; what is none of them is the one that needs nothing else.
    pub fn named(name: &str) -> Self {
        if name == Self::Email.name() { Self::Email } else { Self::Username }
    }
}

/// What was filled in.
#[derive(Debug, Clone)]
pub struct Chosen {
    /// What the pupil will sign in with.
    pub way: Way,
    /// The address.
    pub email: String,
    /// The username that is proposed.
    pub username: String,
    /// Whether the terms are accepted.
    pub terms: bool,
}

impl Chosen {
    /// What the page proposes at first.
    pub const fn first(username: String) -> Self {
        Self { way: Way::Username, email: String::new(), username, terms: false }
    }

    /// What the pupil will type to sign in.
    pub fn login(&self) -> &str {
        match self.way {
            Way::Email => &self.email,
            Way::Username => &self.username,
        }
    }
}

/// What is wrong.
#[derive(Debug, Clone, Copy, Default)]
pub struct Errors {
    /// With the username.
    pub way: Option<&'static str>,
    /// With the address.
    pub email: Option<&'static str>,
    /// With the password.
    pub password: Option<&'static str>,
    /// With the terms.
    pub terms: Option<&'static str>,
}

impl Errors {
    /// Whether nothing is wrong.
    pub fn is_empty(&self) -> bool {
        self.list().is_empty()
    }

    fn list(&self) -> Vec<(&'static str, &'static str)> {
        let fields =
            [("way", self.way), ("email", self.email), ("password", self.password), ("terms", self.terms)];
        fields.into_iter().filter_map(|(name, error)| Some((name, error?))).collect()
    }
}

/// The whole page.
pub fn page(words: Words, (asked, line): (&Asked<'_>, &Learner), chosen: &Chosen, errors: Errors) -> Markup {
    let offer = &asked.met.offer;
    let first = path(offer, &format!("/registration{}", with_external(&asked.typed.external)));
    let name = format!("{} {}", line.first_name, line.last_name);
    let who = [("name", name.into()), ("school", offer.organisation.as_str().into())];
    html! {
        div class="stack" {
            p class="muted" { (words.with("participation-from", &[("name", offer.organisation.as_str().into())])) }
            h1 { (words.say("registration-account-title")) }
            (error_summary(words, &errors.list()))
            p class="lead" { (words.with("registration-account-lead", &who)) }
            form class="stack" method="post" action=(path(offer, "/registration")) novalidate {
                (carried(asked, chosen))
                (fields(words, chosen, errors))
                div class="row" {
                    (Button::submit(words.say("sign-up-submit")))
                    (Button::link(words.say("registration-not-me"), &first).quiet())
                }
            }
        }
    }
}

/// What was typed on the page before, and the username as it was shown.
fn carried(asked: &Asked<'_>, chosen: &Chosen) -> Markup {
    let typed = asked.typed;
    html! {
        (external(typed))
        input type="hidden" name="first-name" value=(typed.first_name);
        input type="hidden" name="last-name" value=(typed.last_name);
        input type="hidden" name="birth-date" value=(typed.birth_date);
        input type="hidden" name="username" value=(chosen.username);
    }
}

fn fields(words: Words, chosen: &Chosen, errors: Errors) -> Markup {
    let name = [("username", chosen.username.as_str().into())];
    let labels = [
        (Way::Username, words.with("registration-way-username", &name)),
        (Way::Email, words.say("registration-way-email").to_owned()),
    ];
    let lines: Vec<_> = labels.iter().map(|(way, label)| line(*way, label, chosen)).collect();
    let ways = Choices {
        name: "way",
        legend: words.say("registration-way"),
        kind: Of::One,
        lines: &lines,
        hint: Some(words.say("registration-way-hint")),
        error: errors.way,
    };
    let email = Field {
        kind: Kind::Email,
        value: &chosen.email,
        hint: Some(words.say("registration-email-hint")),
        error: errors.email,
        autocomplete: Some("email"),
        ..Field::new("email", words.say("sign-up-email"))
    };
    let label = words.say("sign-up-password");
    html! {
        (ways) (email)
        (Password { words, name: "password", label, new: true, error: errors.password })
        (Checkbox { name: "terms", label: &agreement(words), ticked: chosen.terms, error: errors.terms })
    }
}

fn line<'a>(way: Way, label: &'a str, chosen: &Chosen) -> Line<'a> {
    Line { value: way.name().to_owned(), label, chosen: chosen.way == way, picture: None }
}
