//! The frame around every page: head, skip link, top bar with its running stitch, footer with the preferences.

mod footer;
mod topbar;

use maud::{DOCTYPE, Markup, html};

use crate::assets::{self, palette};
use crate::components::banner::Tone;
use crate::components::toast::toast;
use crate::prefs::{Prefs, Theme};
use crate::{Lang, Words};

/// Which app a page belongs to: sets the accent, the density and the size of text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum App {
    /// For those who learn.
    #[default]
    Learner,
    /// For teachers, trainers and employers.
    Orga,
    /// For exam centres.
    Certif,
    /// For children.
    Junior,
    /// For the service's staff.
    Staff,
}

impl App {
    /// Every app.
    pub const ALL: [Self; 5] = [Self::Learner, Self::Orga, Self::Certif, Self::Junior, Self::Staff];

    /// The value of `data-app`, which is also the name of its tokens.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Learner => "learner",
            Self::Orga => "orga",
            Self::Certif => "certif",
            Self::Junior => "junior",
            Self::Staff => "staff",
        }
    }

    /// The word after the name of the service in the top bar.
    const fn suffix(self) -> &'static str {
        match self {
            Self::Learner => "",
            Self::Orga => "Orga",
            Self::Certif => "Certif",
            Self::Junior => "Junior",
            Self::Staff => "Admin",
        }
    }
}

/// A link of the main navigation, made once per app.
#[derive(Debug, Clone, Copy)]
pub struct NavLink {
    /// The section it leads to, compared with [`Page::section`].
    pub section: &'static str,
    /// The address.
    pub href: &'static str,
    /// The key of its words: write it as `key("nav-…")`.
    pub word: &'static str,
}

/// Who is signed in.
#[derive(Debug, Clone, Copy)]
pub struct PersonChip<'a> {
    /// First and last name.
    pub name: &'a str,
    /// The page of the account; empty when there is none.
    pub account: &'a str,
    /// Where signing out posts to.
    pub sign_out: &'a str,
}

/// Everything a page needs around its body. The body brings its own single `h1`.
#[derive(Clone)]
pub struct Page<'a> {
    /// The name of the service, from the configuration of the instance.
    pub service: &'a str,
    /// The title of the page, naming the step; the service's name is added.
    pub title: &'a str,
    /// One sentence for search engines and link previews.
    pub description: Option<&'a str>,
    /// The language.
    pub lang: Lang,
    /// The app.
    pub app: App,
    /// The main navigation.
    pub nav: &'a [NavLink],
    /// The section the page belongs to.
    pub section: &'a str,
    /// Who is signed in.
    pub person: Option<PersonChip<'a>>,
    /// The reader's preferences.
    pub prefs: Prefs,
    /// The path and query of this page, where the preferences lead back to.
    pub path: &'a str,
    /// The token against forged posts; empty for a stranger.
    pub csrf: &'a str,
    /// What just happened.
    pub toast: Option<(Tone, &'a str)>,
    /// How wide the content is.
    pub width: Width,
    /// What stands above the content in the place of the top bar and the footer, on a page that opens beside another.
    pub strip: Option<Markup>,
    /// The content.
    pub body: Markup,
}

/// How wide the content of a page is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Width {
    /// As wide as the screen allows, up to 1152 px.
    #[default]
    Full,
    /// A comfortable line of text.
    Text,
    /// A short form.
    Form,
}

impl Default for Page<'_> {
    fn default() -> Self {
        Self {
            service: "Pix",
            title: "",
            description: None,
            lang: Lang::default(),
            app: App::default(),
            nav: &[],
            section: "",
            person: None,
            prefs: Prefs::default(),
            path: "/",
            csrf: "",
            toast: None,
            width: Width::default(),
            strip: None,
            body: html! {},
        }
    }
}

impl Page<'_> {
    /// The whole document.
    #[must_use]
    pub fn render(&self) -> Markup {
        let theme = (self.prefs.theme != Theme::Auto).then_some(self.prefs.theme.code());
        let width = match self.width {
            Width::Full => "page",
            Width::Text => "page page--text",
            Width::Form => "page page--form",
        };
        html! {
            (DOCTYPE)
            html lang=(self.lang.code()) data-app=(self.app.code()) data-theme=[theme] data-comfort[self.prefs.comfort] {
                head { (self.head()) }
                body {
                    a class="skip" href="#content" { (self.words().say("skip-link")) }
                    @match &self.strip {
                        Some(strip) => header class="strip" { div class="strip__in" { (strip) } div class="stitch" aria-hidden="true" {} },
                        None => (topbar::topbar(self)),
                    }
                    main id="content" tabindex="-1" {
                        (toast(self.toast))
                        div class=(width) { (self.body) }
                    }
                    @if self.strip.is_none() { (footer::footer(self)) }
                }
            }
        }
    }

    fn head(&self) -> Markup {
        let faces = if self.prefs.comfort { assets::FIRST_COMFORT_FACES } else { assets::FIRST_FACES };
        let (light, dark) = (palette::light("--surface"), palette::dark("--surface"));
        html! {
            meta charset="utf-8";
            meta name="viewport" content="width=device-width, initial-scale=1";
            title { (self.full_title()) }
            @if let Some(description) = self.description { meta name="description" content=(description); }
            @if self.prefs.theme != Theme::Dark { meta name="theme-color" content=(light) media=[self.auto("light")]; }
            @if self.prefs.theme != Theme::Light { meta name="theme-color" content=(dark) media=[self.auto("dark")]; }
            link rel="icon" href=(assets::url("icon.svg")) type="image/svg+xml";
            @for face in faces { link rel="preload" href=(assets::url(face)) as="font" type="font/woff2" crossorigin; }
            link rel="stylesheet" href=(assets::url("app.css"));
            script type="module" src=(assets::url("page.js")) {}
        }
    }

    fn auto(&self, scheme: &str) -> Option<String> {
        (self.prefs.theme == Theme::Auto).then(|| format!("(prefers-color-scheme: {scheme})"))
    }

    fn full_title(&self) -> String {
        if self.title.is_empty() {
            self.service.to_owned()
        } else {
            format!("{} · {}", self.title, self.service)
        }
    }

    fn words(&self) -> Words {
        Words::of(self.lang)
    }
}

#[cfg(test)]
mod tests;
