//! What a reader chose for the page itself: language, light or dark, reading comfort. Kept in one cookie.

use axum::Form;
use axum::Router;
use axum::http::header::{COOKIE, LOCATION, SET_COOKIE};
use axum::http::{HeaderMap, StatusCode};
use axum::response::{IntoResponse, Response};
use axum::routing::post;

use crate::lang::{self, Lang};
use crate::visit::is_ours;

/// The name of the cookie.
pub const COOKIE_NAME: &str = "prefs";
/// Where the forms of the footer post to.
pub const PATH: &str = "/preferences";
const ONE_YEAR: u32 = 365 * 24 * 3600;

/// Light, dark, or what the device asks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Theme {
    /// Follows the device.
    #[default]
    Auto,
    /// Always light.
    Light,
    /// Always dark.
    Dark,
}

impl Theme {
    /// Every theme, in the order of the switch.
    pub const ALL: [Self; 3] = [Self::Auto, Self::Light, Self::Dark];

    /// The word used in the cookie, in the form and in `data-theme`.
    #[must_use]
    pub const fn code(self) -> &'static str {
        match self {
            Self::Auto => "auto",
            Self::Light => "light",
            Self::Dark => "dark",
        }
    }

    fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|theme| theme.code() == code)
    }
}

/// The preferences of one browser.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Prefs {
    /// The language chosen with the switch, if any.
    pub lang: Option<Lang>,
    /// The chosen theme.
    pub theme: Theme,
    /// Whether reading comfort is on.
    pub comfort: bool,
}

impl Prefs {
    /// Reads the preferences of a request; what is missing or unknown keeps its default.
    #[must_use]
    pub fn of(headers: &HeaderMap) -> Self {
        let cookies = headers.get_all(COOKIE).iter().filter_map(|value| value.to_str().ok());
        cookies
            .flat_map(|line| line.split(';'))
            .filter_map(|pair| pair.trim().split_once('='))
            .find(|(name, _)| *name == COOKIE_NAME)
            .map(|(_, value)| Self::parse(value))
            .unwrap_or_default()
    }

    /// Reads the value of the cookie: words separated by dots, such as `en.dark.comfort`.
    #[must_use]
    pub fn parse(value: &str) -> Self {
        value.split('.').fold(Self::default(), |prefs, word| match (word, Theme::parse(word)) {
            (_, Some(theme)) => Self { theme, ..prefs },
            ("comfort", None) => Self { comfort: true, ..prefs },
            (word, None) => Self { lang: lang::parse(word).or(prefs.lang), ..prefs },
        })
    }

    /// Writes the value of the cookie.
    #[must_use]
    pub fn value(self) -> String {
        let lang = self.lang.map(Lang::code);
        let comfort = self.comfort.then_some("comfort");
        let words: Vec<&str> = [lang, Some(self.theme.code()), comfort].into_iter().flatten().collect();
        words.join(".")
    }

    /// The whole `Set-Cookie` header. It holds no secret; scripts have no use for it all the same.
    #[must_use]
    pub fn set_cookie(self) -> String {
        format!("{COOKIE_NAME}={}; Path=/; Max-Age={ONE_YEAR}; SameSite=Lax; HttpOnly", self.value())
    }

    /// The preferences after a form of the footer: only the fields it sent change.
    #[must_use]
    pub fn changed(self, form: &[(String, String)]) -> Self {
        form.iter().fold(self, |prefs, (name, value)| match name.as_str() {
            "lang" => Self { lang: lang::parse(value).or(prefs.lang), ..prefs },
            "theme" => Self { theme: Theme::parse(value).unwrap_or(prefs.theme), ..prefs },
            "comfort" => Self { comfort: value == "on", ..prefs },
            _ => prefs,
        })
    }
}

/// `POST /preferences`: keeps the choice in the cookie and goes back to the page. Repeating it changes nothing more.
pub fn router<S: Clone + Send + Sync + 'static>() -> Router<S> {
    Router::new().route(PATH, post(change))
}

async fn change(headers: HeaderMap, Form(form): Form<Vec<(String, String)>>) -> Response {
    let prefs = Prefs::of(&headers).changed(&form);
    let back = form.iter().find(|(name, _)| name == "back").map_or("/", |(_, value)| value);
    (StatusCode::SEE_OTHER, [(SET_COOKIE, prefs.set_cookie()), (LOCATION, way_back(back))]).into_response()
}

/// The page to return to: a path of this site, without its `lang` parameter (the cookie now speaks).
fn way_back(asked: &str) -> String {
    if !is_ours(asked) {
        return "/".to_owned();
    }
    let Some((path, query)) = asked.split_once('?') else { return asked.to_owned() };
    let kept: Vec<&str> = query.split('&').filter(|pair| !pair.starts_with("lang=")).collect();
    if kept.is_empty() { path.to_owned() } else { format!("{path}?{}", kept.join("&")) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cookie_survives_a_round_trip() {
        for theme in Theme::ALL {
            for (lang, comfort) in [(None, false), (Some(Lang::En), true), (Some(Lang::Fr), false)] {
                let prefs = Prefs { lang, theme, comfort };
                assert_eq!(Prefs::parse(&prefs.value()), prefs);
            }
        }
    }

    #[test]
    fn a_spoiled_cookie_falls_back() {
        let check = |value: &str, expected| assert_eq!(Prefs::parse(value), expected, "{value}");
        check("", Prefs::default());
        check("....", Prefs::default());
        check("xx.purple.\u{7f}", Prefs::default());
        check("dark.en", Prefs { lang: Some(Lang::En), theme: Theme::Dark, comfort: false });
    }

    #[test]
    fn the_cookie_is_found_among_others() {
        let mut headers = HeaderMap::new();
        headers.insert(COOKIE, "session=abc; prefs=en.light.comfort; x=1".parse().unwrap());
        assert_eq!(Prefs::of(&headers), Prefs { lang: Some(Lang::En), theme: Theme::Light, comfort: true });
        assert_eq!(Prefs::of(&HeaderMap::new()), Prefs::default());
    }

    #[test]
    fn a_form_changes_only_what_it_names() {
        let before = Prefs { lang: Some(Lang::En), theme: Theme::Dark, comfort: true };
        let form = |name: &str, value: &str| vec![(name.to_owned(), value.to_owned())];
        assert_eq!(before.changed(&form("comfort", "off")), Prefs { comfort: false, ..before });
        assert_eq!(before.changed(&form("theme", "neon")), before);
        assert_eq!(before.changed(&form("lang", "fr")), Prefs { lang: Some(Lang::Fr), ..before });
    }

    #[test]
    fn the_way_back_stays_on_the_site() {
        let check = |asked: &str, expected: &str| assert_eq!(way_back(asked), expected, "{asked}");
        check("/competences/1.2", "/competences/1.2");
        check("/a?lang=en&page=2", "/a?page=2");
        check("/a?lang=en", "/a");
        for foreign in ["https://example.org", "//example.org", "/\\example.org", "", "/a\r\nX: y"] {
            check(foreign, "/");
        }
    }
}
