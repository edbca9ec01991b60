//! The frame around this app's pages: its navigation, the organisation, and who is signed in.

use axum::response::Html;
use maud::{Markup, html};
use web::components::banner::Tone;
use web::house::House;
use web::layout::{App, NavLink, Page, Width};
use web::visit::{Guest, Member, page};
use web::words::key;

/// The navigation of whoever works in an organisation.
pub const NAV: &[NavLink] = &[
    NavLink { section: "campaigns", href: "/orga/campaigns", word: key("campaigns-title") },
    NavLink { section: "learners", href: "/orga/learners", word: key("learners-title") },
    NavLink { section: "statistics", href: "/orga/statistics", word: key("statistics-title") },
    NavLink { section: "team", href: "/orga/team", word: key("team-title") },
    NavLink { section: "workplaces", href: "/orga/workplaces", word: key("orga-workplaces-title") },
];

/// The page of an organisation whose places are counted.
const PLACES: NavLink = NavLink { section: "places", href: "/orga/places", word: key("places-title") };

/// The navigation in the organisation whose pages a member sees.
fn nav_of(member: &Member) -> Vec<NavLink> {
    let counted = member.organisation.has_feature(rules::places::FEATURE);
    let (last, others) = NAV.split_last().map_or((None, NAV), |(last, others)| (Some(*last), others));
    others.iter().copied().chain(counted.then_some(PLACES)).chain(last).collect()
}

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

    /// The same page in a section of the navigation.
    pub fn within(self, section: &'a str) -> Self {
        Self { section, ..self }
    }

    /// The document for a member.
    pub fn render(self, house: &House, member: &Member) -> Html<String> {
        let words = member.frame.words();
        let nav = nav_of(member);
        let around = page(&house.site, &member.frame, Some(&member.person), &nav);
        let body = html! {
            p class="muted small place" {
                a href="/orga/workplaces" {
                    span class="visually-hidden" { (words.say("orga-workplace")) " " }
                    (member.organisation.name)
                }
            }
            (self.body)
        };
        let page = Page {
            app: App::Orga,
            title: self.title,
            section: self.section,
            width: self.width,
            toast: self.toast,
            body,
            ..around
        };
        Html(page.render().into_string())
    }

    /// The document for anybody, on a page that belongs to no organisation yet.
    pub fn for_guest(self, house: &House, guest: &Guest) -> Html<String> {
        let around = page(&house.site, &guest.frame, guest.person.as_ref(), &[]);
        let page = Page { app: App::Orga, title: self.title, width: self.width, body: self.body, ..around };
        Html(page.render().into_string())
    }
}
