//! What a request tells of itself: how its reader wants pages, in which language, and where it is.

use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use store::session::Visitor;

use crate::lang::{self, Chosen, Lang};
use crate::prefs::Prefs;
use crate::words::Words;

/// What every request tells before anybody is known: preferences, language, where it is.
#[derive(Debug, Clone)]
pub struct Frame {
    /// Light or dark, reading comfort.
    pub prefs: Prefs,
    /// The language asked for by address, cookie or browser.
    pub lang: Lang,
    /// Path and query.
    pub path: String,
    /// Whether the address or the switch of this browser named the language: then the account does not matter.
    named: bool,
}

impl Frame {
    /// Reads the frame of a request.
    #[must_use]
    pub fn of(headers: &HeaderMap, path: &str, query: Option<&str>) -> Self {
        let prefs = Prefs::of(headers);
        let asked = query.and_then(|query| {
            form_urlencoded::parse(query.as_bytes())
                .find(|(name, _)| name == "lang")
                .map(|(_, value)| value.into_owned())
        });
        let header = headers.get(header::ACCEPT_LANGUAGE).and_then(|value| value.to_str().ok());
        let chosen = Chosen { url: asked.as_deref(), account: None, cookie: prefs.lang, header };
        let path = query.map_or_else(|| path.to_owned(), |query| format!("{path}?{query}"));
        let named = prefs.lang.is_some() || asked.as_deref().and_then(lang::parse).is_some();
        Self { prefs, lang: lang::resolve(chosen), path, named }
    }

    /// The frame of a request while nobody is known.
    pub(super) fn of_parts(parts: &Parts) -> Self {
        Self::of(&parts.headers, parts.uri.path(), parts.uri.query())
    }

    /// The same frame once the account is known: its language counts where nothing nearer names one.
    pub(super) fn of_account(self, visitor: &Visitor) -> Self {
        let account = lang::parse(&visitor.lang).filter(|_| !self.named);
        Self { lang: account.unwrap_or(self.lang), ..self }
    }

    /// The words of this request's language.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::of(self.lang)
    }
}
