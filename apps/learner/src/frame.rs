//! The frame around this app's pages: its navigation, and who is signed in.

use axum::response::Html;
use maud::Markup;
use web::components::banner::Tone;
use web::house::House;
use web::layout::{NavLink, Page, Width};
use web::visit::{Frame, Guest, Learner, Person, SignedIn, page};
use web::words::key;

use crate::privacy_notice;

/// The navigation of whoever is signed in.
pub const NAV: &[NavLink] = &[
    NavLink { section: "home", href: "/home", word: key("nav-home") },
    NavLink { section: "profile", href: "/profile", word: key("nav-competences") },
    NavLink { section: "tutorials", href: "/tutorials", word: key("nav-tutorials") },
    NavLink { section: "mistakes", href: "/mistakes", word: key("nav-mistakes") },
    NavLink { section: "help", href: "/help", word: key("legal-help") },
];

/// A page of this app, before it is put in its frame.
pub struct Sheet<'a> {
    /// The title, naming the step.
    pub title: &'a str,
    /// The section of the navigation.
    pub section: &'a str,
    /// How wide the content is.
    pub width: Width,
    /// What just happened.
    pub toast: Option<(Tone, &'a str)>,
    /// The content, with its single `h1`.
    pub body: Markup,
}

impl<'a> Sheet<'a> {
    /// A page as wide as the screen allows.
    pub fn new(title: &'a str, body: Markup) -> Self {
        Self { title, section: "", width: Width::Full, toast: None, body }
    }

    /// A page with a short form.
    pub fn form(title: &'a str, body: Markup) -> Self {
        Self { width: Width::Form, ..Self::new(title, body) }
    }

    /// A page to read.
    pub fn text(title: &'a str, body: Markup) -> Self {
        Self { width: Width::Text, ..Self::new(title, body) }
    }

    /// The same page in a section of the navigation.
    pub fn within(self, section: &'a str) -> Self {
        Self { section, ..self }
    }

    /// The document for anybody.
    pub fn for_guest(self, house: &House, guest: &Guest) -> Html<String> {
        self.render(house, &guest.frame, guest.person.as_ref())
    }

    /// The document for a learner.
    pub fn for_learner(self, house: &House, learner: &Learner) -> Html<String> {
        self.render(house, &learner.frame, Some(&learner.person))
    }

    /// The document for somebody signed in, on pages of their own account.
    pub fn for_visitor(self, house: &House, visitor: &SignedIn) -> Html<String> {
        self.render(house, &visitor.frame, Some(&visitor.person))
    }

    /// The document for somebody signed in, or a stranger.
    pub fn render(self, house: &House, frame: &Frame, person: Option<&Person>) -> Html<String> {
        let nav: &[NavLink] = if person.is_some() { NAV } else { &[] };
        let unaware = person.filter(|person| !person.privacy_known);
        let body = match unaware {
            Some(person) => privacy_notice::above(frame, person, &self.body),
            None => self.body,
        };
        let around = page(&house.site, frame, person, nav);
        let page = Page {
            title: self.title,
            section: self.section,
            width: self.width,
            toast: self.toast,
            body,
            ..around
        };
        Html(page.render().into_string())
    }
}
