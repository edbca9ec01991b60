//! A competence as a card: ring, name, where one stands, what one can do next.

use maud::{Markup, Render, html};

use super::button::csrf_field;
use super::domain::Domain;
use super::ring::{Ring, Size};
use crate::Words;

/// What one can do with a competence.
#[derive(Debug, Clone, Copy)]
pub enum Action<'a> {
    /// Go to a page, under a word such as "Reprendre".
    Link(&'a str, &'a str),
    /// Post to an address, under a word such as "Commencer".
    Post(&'a str, &'a str),
    /// Nothing for now; the standing says why.
    None,
}

/// A card for one competence. The whole card leads to its page.
#[derive(Clone, Copy)]
pub struct Competence<'a> {
    /// The language of the texts.
    pub words: Words,
    /// Its domain.
    pub domain: Domain,
    /// Its name.
    pub name: &'a str,
    /// Its page.
    pub href: &'a str,
    /// The level reached.
    pub level: u8,
    /// Progress to the next level, in percent.
    pub progress: u8,
    /// A few words: "34 pix", "À découvrir", "Dans 3 jours".
    pub standing: &'a str,
    /// What can be done now.
    pub action: Action<'a>,
    /// The token for [`Action::Post`].
    pub csrf: &'a str,
}

impl Render for Competence<'_> {
    fn render(&self) -> Markup {
        let ring = Ring { words: self.words, level: self.level, progress: self.progress, size: Size::Card };
        html! {
            article class={ "skill " (self.domain.class()) } {
                (ring)
                div class="skill__body" {
                    h3 { a href=(self.href) { (self.name) } }
                    div class="skill__act num" { span { (self.standing) } (self.act()) }
                }
            }
        }
    }
}

impl Competence<'_> {
    /// The action says which competence it is about to those who meet it alone.
    fn act(&self) -> Markup {
        let about = html! { span class="visually-hidden" { " " (self.name) } };
        match self.action {
            Action::Link(href, word) => html! { a href=(href) { (word) (about) } },
            Action::Post(action, word) => html! {
                form method="post" action=(action) { (csrf_field(self.csrf)) button { (word) (about) } }
            },
            Action::None => html! {},
        }
    }
}
