//! The frame around this app's pages: its navigation and who is signed in.

use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use maud::Markup;
use web::components::banner::Tone;
use web::house::House;
use web::layout::{App, NavLink, Page, Width};
use web::visit::{Staff, page};
use web::words::key;

/// The navigation of the service's staff.
pub const NAV: &[NavLink] = &[
    NavLink { section: "organisations", href: "/staff/organisations", word: key("staff-organisations") },
    NavLink { section: "centres", href: "/staff/centres", word: key("staff-centres") },
    NavLink { section: "profiles", href: "/staff/profiles", word: key("staff-profiles") },
    NavLink { section: "trainings", href: "/staff/trainings", word: key("staff-trainings") },
    NavLink { section: "bank", href: "/bank", word: key("bank-title") },
    NavLink { section: "reports", href: "/reports", word: key("reports-title") },
];

/// A page of this app, before it is put in its frame.
pub struct Sheet<'a> {
    title: &'a str,
    section: &'static str,
    width: Width,
    toast: Option<(Tone, &'a str)>,
    body: Markup,
}

impl<'a> Sheet<'a> {
    /// A page as wide as the screen allows.
    pub fn new(section: &'static str, title: &'a str, body: Markup) -> Self {
        Self { title, section, width: Width::Full, toast: None, body }
    }

    /// A page with a form.
    pub fn form(section: &'static str, title: &'a str, body: Markup) -> Self {
        Self { width: Width::Text, ..Self::new(section, title, body) }
    }

    /// The same page, saying what just happened.
    pub fn after(self, done: Option<&'a str>) -> Self {
        Self { toast: done.map(|done| (Tone::Ok, done)), ..self }
    }

    /// The document.
    pub fn render(self, house: &House, staff: &Staff) -> Html<String> {
        let around = page(&house.site, &staff.frame, Some(&staff.person), NAV);
        let page = Page {
            app: App::Staff,
            title: self.title,
            section: self.section,
            width: self.width,
            toast: self.toast,
            body: self.body,
            ..around
        };
        Html(page.render().into_string())
    }

    /// The document with what was wrong in a form.
    pub fn refused(self, house: &House, staff: &Staff) -> Response {
        (StatusCode::UNPROCESSABLE_ENTITY, self.render(house, staff)).into_response()
    }
}
