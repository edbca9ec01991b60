//! Buttons, and links that look like them: one filled button per page, first in its row.

use maud::{Markup, Render, html};

use super::icon::Icon;
use crate::Words;

/// How much a button asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Weight {
    /// Filled: the one main action of the page.
    #[default]
    Main,
    /// Outlined.
    Quiet,
    /// Underlined, like a link.
    Bare,
    /// Outlined in the colour of errors: something will be lost.
    Danger,
}

enum Does<'a> {
    Submit,
    Go(&'a str),
}

/// A button that sends its form, or a link to a page.
pub struct Button<'a> {
    label: &'a str,
    does: Does<'a>,
    weight: Weight,
    small: bool,
    wide: bool,
    icon: Option<Icon>,
    value: Option<(&'a str, &'a str)>,
    no_check: bool,
    form: Option<&'a str>,
    apart: Option<Words>,
}

impl<'a> Button<'a> {
    const fn new(label: &'a str, does: Does<'a>) -> Self {
        Self {
            label,
            does,
            weight: Weight::Main,
            small: false,
            wide: false,
            icon: None,
            value: None,
            no_check: false,
            form: None,
            apart: None,
        }
    }

    /// A button that sends the form it stands in.
    #[must_use]
    pub const fn submit(label: &'a str) -> Self {
        Self::new(label, Does::Submit)
    }

    /// A link that looks like a button.
    #[must_use]
    pub const fn link(label: &'a str, href: &'a str) -> Self {
        Self::new(label, Does::Go(href))
    }

    /// Sets how much it asks for.
    #[must_use]
    pub const fn weight(mut self, weight: Weight) -> Self {
        self.weight = weight;
        self
    }

    /// Outlined instead of filled.
    #[must_use]
    pub const fn quiet(self) -> Self {
        self.weight(Weight::Quiet)
    }

    /// Underlined instead of filled.
    #[must_use]
    pub const fn bare(self) -> Self {
        self.weight(Weight::Bare)
    }

    /// For what cannot be undone.
    #[must_use]
    pub const fn danger(self) -> Self {
        self.weight(Weight::Danger)
    }

    /// Smaller, 44 px high all the same.
    #[must_use]
    pub const fn small(mut self) -> Self {
        self.small = true;
        self
    }

    /// As wide as its column.
    #[must_use]
    pub const fn wide(mut self) -> Self {
        self.wide = true;
        self
    }

    /// With a drawing before the word.
    #[must_use]
    pub const fn icon(mut self, icon: Icon) -> Self {
        self.icon = Some(icon);
        self
    }

    /// With a field name and a value of its own, for a form with several buttons.
    #[must_use]
    pub const fn value(mut self, name: &'a str, value: &'a str) -> Self {
        self.value = Some((name, value));
        self
    }

    /// Sends the form without the browser's own checks ("I skip").
    #[must_use]
    pub const fn unchecked(mut self) -> Self {
        self.no_check = true;
        self
    }

    /// Sends the form with this id, standing elsewhere in the page.
    #[must_use]
    pub const fn for_form(mut self, id: &'a str) -> Self {
        self.form = Some(id);
        self
    }

    /// Opens its page in a window of its own, and says so.
    #[must_use]
    pub const fn apart(mut self, words: Words) -> Self {
        self.apart = Some(words);
        self
    }

    fn class(&self) -> String {
        let weight = match self.weight {
            Weight::Main => "",
            Weight::Quiet => " btn--quiet",
            Weight::Bare => " btn--bare",
            Weight::Danger => " btn--danger",
        };
        let (small, wide) =
            (if self.small { " btn--s" } else { "" }, if self.wide { " btn--wide" } else { "" });
        format!("btn{weight}{small}{wide}")
    }
}

impl Render for Button<'_> {
    fn render(&self) -> Markup {
        let inside = html! {
            @if let Some(icon) = self.icon { (icon) } (self.label)
            @if let Some(words) = self.apart { " " small { (words.say("button-apart")) } }
        };
        let window = self.apart.map(|_| "_blank");
        let opener = self.apart.map(|_| "noopener");
        match self.does {
            Does::Go(href) => {
                html! { a class=(self.class()) href=(href) target=[window] rel=[opener] { (inside) } }
            }
            Does::Submit => html! {
                button class=(self.class()) type="submit" name=[self.value.map(|(name, _)| name)]
                    value=[self.value.map(|(_, value)| value)] form=[self.form] formnovalidate[self.no_check] { (inside) }
            },
        }
    }
}

/// The hidden field that carries the token against forged posts; nothing when there is no token.
#[must_use]
pub fn csrf_field(token: &str) -> Markup {
    html! { @if !token.is_empty() { input type="hidden" name="csrf" value=(token); } }
}

/// One button in a form of its own, for an action that needs nothing else.
#[must_use]
pub fn post(action: &str, csrf: &str, button: &Button<'_>) -> Markup {
    html! { form class="post" method="post" action=(action) { (csrf_field(csrf)) (button) } }
}
