//! Who makes a request: a stranger, a learner, a member of staff. A handler says in its signature whom it admits.

mod admission;
mod caller;
mod cookie;
mod frame;
mod ticket;
mod way;

use store::account::Role;
use store::organisation::Organisation;
use store::session::Visitor;
use store::{AccountId, TokenHash, membership};

pub use admission::note_use;
pub use caller::Caller;
pub use cookie::{close_cookie, cookie_name, open_cookie, session_token};
pub use frame::Frame;
pub use ticket::Ticket;
pub(crate) use way::is_ours;
pub use way::{leading_to, safe_next};

use crate::cross_site::form_token;
use crate::house::Site;
use crate::layout::{App, NavLink, Page, PersonChip};
use crate::refusal::Refusal;
use way::to_sign_up;

/// How long a session lasts after its last use: seven days.
pub const SESSION_MS: i64 = 7 * 24 * 3600 * 1000;

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
    /// Whether the person was ever told of such a page, be it an older one.
    pub privacy_told: bool,
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
            privacy_told: visitor.privacy_told,
            form_token: form_token(token),
        }
    }

    /// Whether this is somebody without an account of their own, in one campaign for a few hours.
    #[must_use]
    pub fn is_anonymous(&self) -> bool {
        self.role == Role::Anonymous
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

impl Learner {
    /// The same, for pages that belong to an account: whoever has none of their own is led to sign up.
    ///
    /// # Errors
    /// [`Refusal::GoTo`] the sign-up page.
    pub fn with_account(self) -> Result<Self, Refusal> {
        if self.person.is_anonymous() { Err(to_sign_up(&self.frame)) } else { Ok(self) }
    }
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

/// Somebody who works in an organisation, and the one whose pages they see; for others the page does not exist.
#[derive(Debug, Clone)]
pub struct Member {
    /// Preferences and language.
    pub frame: Frame,
    /// Who it is.
    pub person: Person,
    /// The organisation.
    pub organisation: Organisation,
    /// What they may do there.
    pub role: membership::Role,
}

/// A page in its frame, for this person; complete it with `..`.
#[must_use]
pub fn page<'a>(
    site: &'a Site,
    frame: &'a Frame,
    person: Option<&'a Person>,
    nav: &'a [NavLink],
) -> Page<'a> {
    // Whoever has no account of their own has no name, and no menu.
    let nameless = person.is_some_and(Person::is_anonymous);
    let (chip, nav): (_, &[NavLink]) = if nameless { (None, &[]) } else { (person, nav) };
    let chip =
        chip.map(|person| PersonChip { name: &person.name, account: "/account", sign_out: "/sign-out" });
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
