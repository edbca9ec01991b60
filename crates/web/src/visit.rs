//! Who makes a request: a stranger, a learner, a member of staff. A handler says in its signature whom it admits.

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use axum::http::{HeaderMap, header};
use std::convert::Infallible;
use store::account::Role;
use store::session::Visitor;
use store::{AccountId, TokenHash, session};

use crate::cross_site::form_token;
use crate::house::{House, Site};
use crate::lang::{self, Chosen, Lang};
use crate::layout::{App, NavLink, Page, PersonChip};
use crate::prefs::Prefs;
use crate::refusal::Refusal;
use crate::words::Words;

/// How long a session lasts after its last use: seven days.
pub const SESSION_MS: i64 = 7 * 24 * 3600 * 1000;
/// How long a browser keeps the cookie: longer than any pause between two uses, because the database decides.
const COOKIE_SECONDS: i64 = 365 * 24 * 3600;
/// A session in use is noted as such at most every six hours.
const NOTED_EVERY_MS: i64 = 6 * 3600 * 1000;
const SIGN_IN: &str = "/sign-in";

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

    /// The same frame once the account is known: its language counts where nothing nearer names one.
    fn of_account(self, visitor: &Visitor) -> Self {
        let account = lang::parse(&visitor.lang).filter(|_| !self.named);
        Self { lang: account.unwrap_or(self.lang), ..self }
    }

    /// The words of this request's language.
    #[must_use]
    pub fn words(&self) -> Words {
        Words::of(self.lang)
    }
}

/// Somebody signed in.
#[derive(Debug, Clone)]
pub struct Person {
    /// Whose account it is.
    pub id: AccountId,
    /// First name.
    pub first_name: String,
    /// First and last name.
    pub name: String,
    /// What the account may do.
    pub role: Role,
    /// Whether the person knows the page on personal data in force.
    pub privacy_known: bool,
    /// The token that this session's forms carry.
    pub form_token: String,
}

impl Person {
    /// The person behind a session.
    #[must_use]
    pub fn of(visitor: &Visitor, token: &str) -> Self {
        Self {
            id: visitor.account_id,
            first_name: visitor.first_name.clone(),
            name: format!("{} {}", visitor.first_name, visitor.last_name),
            role: visitor.role,
            privacy_known: visitor.privacy_known,
            form_token: form_token(token),
        }
    }
}

/// Anybody: a stranger or somebody signed in.
#[derive(Debug, Clone)]
pub struct Guest {
    /// Preferences and language.
    pub frame: Frame,
    /// Who it is, if signed in.
    pub person: Option<Person>,
}

/// Somebody signed in who accepted the terms. Others are led to sign in, or to the terms.
#[derive(Debug, Clone)]
pub struct Learner {
    /// Preferences and language.
    pub frame: Frame,
    /// Who it is.
    pub person: Person,
}

/// Somebody signed in, whether or not the terms in force are accepted: for signing out, accepting, and one's own account.
#[derive(Debug, Clone)]
pub struct SignedIn {
    /// Preferences and language.
    pub frame: Frame,
    /// Who it is.
    pub person: Person,
    /// The session's token.
    pub token: TokenHash,
}

/// A member of the service's staff; for others the page does not exist.
#[derive(Debug, Clone)]
pub struct Staff {
    /// Preferences and language.
    pub frame: Frame,
    /// Who it is.
    pub person: Person,
}

/// The token of a learner's session, not yet looked up: for handlers whose first statement reads the session along
/// with what they need.
#[derive(Debug, Clone)]
pub struct Ticket {
    /// Preferences and language.
    pub frame: Frame,
    /// The token as the cookie holds it.
    pub token: String,
}

impl Ticket {
    /// What the database knows of the token.
    #[must_use]
    pub fn hash(&self) -> TokenHash {
        TokenHash::of(&self.token)
    }

    /// The learner behind the ticket, once the session is read; a session that ended or terms not accepted lead away.
    ///
    /// # Errors
    /// [`Refusal::GoTo`] the sign-in page or the terms.
    pub fn learner(self, visitor: Option<&Visitor>) -> Result<Learner, Refusal> {
        let Some(visitor) = visitor else { return Err(to_sign_in(&self.frame)) };
        if !visitor.terms_accepted {
            return Err(to_terms(&self.frame));
        }
        Ok(Learner { person: Person::of(visitor, &self.token), frame: self.frame.of_account(visitor) })
    }
}

/// A page in its frame, for this person; complete it with `..`.
#[must_use]
pub fn page<'a>(
    site: &'a Site,
    frame: &'a Frame,
    person: Option<&'a Person>,
    nav: &'a [NavLink],
) -> Page<'a> {
    let chip =
        person.map(|person| PersonChip { name: &person.name, account: "/account", sign_out: "/sign-out" });
    Page {
        service: &site.name,
        lang: frame.lang,
        app: App::Learner,
        nav,
        person: chip,
        prefs: frame.prefs,
        path: &frame.path,
        csrf: person.map_or("", |person| &person.form_token),
        ..Page::default()
    }
}

/// The name of the session's cookie; the prefix makes browsers refuse it from any other host or path.
#[must_use]
pub fn cookie_name(site: &Site) -> &'static str {
    if site.is_encrypted() { "__Host-session" } else { "session" }
}

/// The cookie that opens a session in the browser.
#[must_use]
pub fn open_cookie(site: &Site, token: &str) -> String {
    let secure = if site.is_encrypted() { "; Secure" } else { "" };
    format!("{}={token}; Path=/; Max-Age={COOKIE_SECONDS}; HttpOnly; SameSite=Lax{secure}", cookie_name(site))
}

/// The cookie that closes it.
#[must_use]
pub fn close_cookie(site: &Site) -> String {
    let secure = if site.is_encrypted() { "; Secure" } else { "" };
    format!("{}=; Path=/; Max-Age=0; HttpOnly; SameSite=Lax{secure}", cookie_name(site))
}

impl FromRequestParts<House> for Frame {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _house: &House) -> Result<Self, Infallible> {
        Ok(frame_of(parts, None))
    }
}

impl FromRequestParts<House> for Ticket {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let frame = frame_of(parts, None);
        match session_token(&parts.headers, &house.site) {
            Some(token) => Ok(Self { token, frame }),
            None => Err(to_sign_in(&frame)),
        }
    }
}

impl FromRequestParts<House> for Guest {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let found = look_up(parts, house).await?;
        let frame = frame_of(parts, found.as_ref().map(|(visitor, _)| visitor));
        Ok(Self { frame, person: found.map(|(visitor, token)| Person::of(&visitor, &token)) })
    }
}

impl FromRequestParts<House> for SignedIn {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let Some((visitor, token)) = look_up(parts, house).await? else {
            return Err(to_sign_in(&frame_of(parts, None)));
        };
        let frame = frame_of(parts, Some(&visitor));
        Ok(Self { frame, person: Person::of(&visitor, &token), token: TokenHash::of(&token) })
    }
}

impl FromRequestParts<House> for Learner {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let Some((visitor, token)) = look_up(parts, house).await? else {
            return Err(to_sign_in(&frame_of(parts, None)));
        };
        let frame = frame_of(parts, Some(&visitor));
        if !visitor.terms_accepted {
            return Err(to_terms(&frame));
        }
        note_use(house, &visitor, &token).await?;
        Ok(Self { frame, person: Person::of(&visitor, &token) })
    }
}

impl FromRequestParts<House> for Staff {
    type Rejection = Refusal;

    async fn from_request_parts(parts: &mut Parts, house: &House) -> Result<Self, Refusal> {
        let learner = <Learner as FromRequestParts<House>>::from_request_parts(parts, house).await?;
        if learner.person.role != Role::Staff {
            return Err(Refusal::NotFound);
        }
        Ok(Self { frame: learner.frame, person: learner.person })
    }
}

async fn look_up(parts: &Parts, house: &House) -> Result<Option<(Visitor, String)>, Refusal> {
    let Some(token) = session_token(&parts.headers, &house.site) else { return Ok(None) };
    let found = session::find(&house.db, TokenHash::of(&token), &house.site.legal, house.clock.now()).await?;
    Ok(found.map(|visitor| (visitor, token)))
}

/// Lengthens a session in use; rarely, so that reading pages stays reading.
///
/// # Errors
/// What the database refuses.
pub async fn note_use(house: &House, visitor: &Visitor, token: &str) -> Result<(), Refusal> {
    let now = house.clock.now();
    if now - visitor.seen_at < NOTED_EVERY_MS {
        return Ok(());
    }
    match lengthen(house, TokenHash::of(token), now).await {
        // While nothing can be written, one can still read; the next page notes it.
        Err(error) if error.is_passing() => {
            tracing::warn!(%error, "the use of a session was not noted");
            Ok(())
        }
        outcome => Ok(outcome?),
    }
}

async fn lengthen(house: &House, token: TokenHash, now: i64) -> store::Result<()> {
    let mut tx = house.db.begin().await?;
    session::touch(&mut tx, token, now, now + SESSION_MS).await?;
    tx.commit().await
}

fn frame_of(parts: &Parts, visitor: Option<&Visitor>) -> Frame {
    let frame = Frame::of(&parts.headers, parts.uri.path(), parts.uri.query());
    match visitor {
        Some(visitor) => frame.of_account(visitor),
        None => frame,
    }
}

/// The token of the session that a request names, not yet looked up.
#[must_use]
pub fn session_token(headers: &HeaderMap, site: &Site) -> Option<String> {
    let name = cookie_name(site);
    headers
        .get_all(header::COOKIE)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|line| line.split(';'))
        .filter_map(|pair| pair.trim().split_once('='))
        .find(|(key, value)| *key == name && !value.is_empty() && value.len() <= 64)
        .map(|(_, value)| value.to_owned())
}

fn to_sign_in(frame: &Frame) -> Refusal {
    Refusal::GoTo(with_next(SIGN_IN, &frame.path))
}

fn to_terms(frame: &Frame) -> Refusal {
    Refusal::GoTo(with_next("/terms-acceptance", &frame.path))
}

/// An address that comes back to a page of ours afterwards.
fn with_next(address: &str, path: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("{address}?next={next}")
}

/// A path of our own to return to, or the default: never another site.
#[must_use]
pub fn safe_next(next: Option<&str>, default: &str) -> String {
    next.filter(|path| is_ours(path)).unwrap_or(default).to_owned()
}

/// Whether an address is a path of this site. Browsers drop tabs and line breaks and read `\` as `/`: none may occur.
pub(crate) fn is_ours(address: &str) -> bool {
    address.starts_with('/')
        && !address.starts_with("//")
        && address.bytes().all(|byte| (0x21..0x7f).contains(&byte) && byte != b'\\')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_comes_back_to_our_own_pages_only() {
        for (next, expected) in [
            (Some("/competences/1.2?x=1"), "/competences/1.2?x=1"),
            (Some("//evil.test"), "/profile"),
            (Some("https://evil.test"), "/profile"),
            (Some("/\\evil.test"), "/profile"),
            (Some("/a\r\nSet-Cookie: b"), "/profile"),
            (Some("/\t/evil.test"), "/profile"),
            (Some("/\u{7f}"), "/profile"),
            (None, "/profile"),
        ] {
            assert_eq!(safe_next(next, "/profile"), expected, "{next:?}");
        }
    }

    #[test]
    fn the_session_cookie_is_found_among_others() {
        let site = |base_url: &str| Site {
            name: String::new(),
            contact: String::new(),
            base_url: base_url.to_owned(),
            demo: false,
            ceiling: 7,
            outbox: None,
            legal: store::legal::InForce { terms: String::new(), privacy: String::new() },
        };
        let check = |cookie: &'static str, base_url: &str, expected: Option<&str>| {
            let headers = HeaderMap::from_iter([(header::COOKIE, header::HeaderValue::from_static(cookie))]);
            assert_eq!(session_token(&headers, &site(base_url)).as_deref(), expected, "{cookie}");
        };
        check("prefs=fr; session=abc", "http://x", Some("abc"));
        check("session=abc", "https://x", None);
        check("__Host-session=abc", "https://x", Some("abc"));
        check("session=", "http://x", None);
        check("xsession=abc", "http://x", None);
    }
}
