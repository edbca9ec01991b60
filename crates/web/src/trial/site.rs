//! An app over a fresh database, with a clock that tests move, and the people who visit it.

use std::path::Path;
use std::sync::atomic::{AtomicI64, Ordering};
use std::sync::{Arc, LazyLock};

use axum::Router;
use axum::body::Body;
use axum::extract::DefaultBodyLimit;
use axum::http::{Method, Request, header};
use axum::middleware::{from_fn, from_fn_with_state};
use content::{Release, Source, folder};
use rules::placement::Placement;
use store::account::{Account, Creation, Role};
use store::legal::InForce;
use store::session::Session;
use store::trial::NOW;
use store::{AccountId, Db, TokenHash, legal, outbox, tally};
use tower::ServiceExt;

use super::Reply;
use crate::bank::Bank;
use crate::clock::Clock;
use crate::cross_site::{form_token, refuse_foreign_writes};
use crate::entropy::Entropy;
use crate::house::{House, Rooms, Site as Settings};
use crate::layout::NavLink;
use crate::password_hashing::PasswordHashing;
use crate::refusal::{self, Navigations};
use crate::security;
use crate::visit::SESSION_MS;

/// An hour, in milliseconds.
pub const HOUR: i64 = 3_600_000;
/// A day, in milliseconds.
pub const DAY: i64 = 24 * HOUR;
/// The password of whoever has one.
pub const PASSWORD: &str = "Tournesol-2026";
/// As in `bin/pix`.
const LARGEST_BODY: usize = 64 * 1024;

/// The files of the bank.
pub static BANK: LazyLock<Source> = LazyLock::new(|| {
    folder::read(&Path::new(env!("CARGO_MANIFEST_DIR")).join("../../content")).expect("the bank is beside us")
});

/// What is tried: an app's pages, and what surrounds them.
#[derive(Clone, Copy)]
pub struct App {
    /// Its routes.
    pub router: fn() -> Router<House>,
    /// Its navigation, which the pages of refusals show.
    pub nav: &'static [NavLink],
}

/// An app and its rooms.
pub struct Site {
    /// The rooms.
    pub house: House,
    router: Router,
    time: Arc<AtomicI64>,
    /// Kept until the site goes.
    _folder: tempfile::TempDir,
}

impl Site {
    /// An app over a database and a bank, in demo mode or for real people, where new tests follow a placement, under
    /// these legal documents.
    pub fn of(app: App, db: Db, (demo, placement): (bool, Placement), bank: &Source, legal: InForce) -> Self {
        let folder = tempfile::tempdir().expect("a temporary folder");
        let time = Arc::new(AtomicI64::new(NOW));
        let site = Settings {
            name: "Pix".to_owned(),
            contact: "aide@pix.example".to_owned(),
            base_url: "http://pix.example".to_owned(),
            demo,
            ceiling: 7,
            placement,
            outbox: Some(folder.path().to_owned()),
            legal,
        };
        let house = House::new(Rooms {
            db,
            bank: Bank::new(Release::open(bank).expect("a sound bank")),
            clock: Clock::Set(Arc::clone(&time)),
            entropy: Entropy,
            hashing: PasswordHashing::new(2),
            site,
        });
        Self { router: surrounded(app, house.clone()), house, time, _folder: folder }
    }

    /// The app itself, for requests that nobody waits for one by one.
    pub fn router(&self) -> Router {
        self.router.clone()
    }

    /// What the clock shows.
    pub fn now(&self) -> i64 {
        self.time.load(Ordering::Relaxed)
    }

    /// Lets time pass.
    pub fn wait(&self, milliseconds: i64) {
        self.time.fetch_add(milliseconds, Ordering::Relaxed);
    }

    /// A stranger.
    pub fn guest(&self) -> Visitor<'_> {
        Visitor { site: self, account: AccountId::new(0, 0), cookie: String::new(), csrf: String::new() }
    }

    /// A learner with an account, who accepted the terms and is signed in.
    pub async fn learner(&self, name: &str) -> Visitor<'_> {
        self.member(name, Role::Learner).await
    }

    /// A member of staff, signed in.
    pub async fn staff(&self, name: &str) -> Visitor<'_> {
        self.member(name, Role::Staff).await
    }

    /// Somebody with a role, who accepted the terms and is signed in.
    pub async fn member(&self, name: &str, role: Role) -> Visitor<'_> {
        let account = self.account(name, role).await;
        self.accept_terms(account.id).await;
        self.signed_in(account.id).await
    }

    /// An account without password, whose e-mail address is `NAME@pix.example`.
    pub async fn account(&self, name: &str, role: Role) -> Account {
        self.add(Account { role, ..self.draft(name) }).await
    }

    /// An account with [`PASSWORD`], after some failed sign-ins in a row.
    pub async fn account_with_password(&self, name: &str, failed_sign_ins: i64) -> Account {
        let password_hash = Some(self.house.hashing.hash(PASSWORD).await.expect("a hash"));
        self.add(Account { password_hash, failed_sign_ins, ..self.draft(name) }).await
    }

    /// A pupil whose school made the account: a username (`NAME.test`), no e-mail address, [`PASSWORD`].
    pub async fn pupil(&self, name: &str) -> Account {
        let password_hash = Some(self.house.hashing.hash(PASSWORD).await.expect("a hash"));
        let username = Some(format!("{name}.test"));
        self.add(Account { email: None, username, password_hash, ..self.draft(name) }).await
    }

    /// Notes that somebody accepted the terms in force.
    pub async fn accept_terms(&self, account: AccountId) {
        let mut tx = self.house.db.begin().await.expect("a transaction");
        legal::accept_all(&mut tx, account, &self.house.site.legal, self.now()).await.expect("accepted");
        tx.commit().await.expect("kept");
    }

    /// A new session of somebody. It was last used this morning: the next page has to note that it is used.
    pub async fn signed_in(&self, account: AccountId) -> Visitor<'_> {
        let token = Entropy.token().expect("a token");
        let seen_at = self.now() - 7 * HOUR;
        let session = Session {
            token_hash: TokenHash::of(&token),
            account_id: account,
            created_at: seen_at,
            seen_at,
            expires_at: seen_at + SESSION_MS,
            device: "a test".to_owned(),
        };
        let mut tx = self.house.db.begin().await.expect("a transaction");
        store::session::open(&mut tx, &session).await.expect("a session");
        tx.commit().await.expect("kept");
        Visitor { site: self, account, csrf: form_token(&token), cookie: format!("session={token}") }
    }

    /// The account behind an e-mail address.
    pub async fn find(&self, email: &str) -> Option<Account> {
        store::account::by_email_or_username(&self.house.db, email).await.expect("the accounts")
    }

    /// Recipients and texts of the mails that wait to be sent, once each.
    pub async fn mails(&self) -> Vec<(String, String)> {
        let mut tx = self.house.db.begin().await.expect("a transaction");
        let mails = outbox::lease(&mut tx, self.now(), i64::MAX, 100).await.expect("the outbox");
        tx.commit().await.expect("kept");
        mails.into_iter().map(|mail| (mail.recipient, mail.body)).collect()
    }

    fn draft(&self, name: &str) -> Account {
        let id = AccountId::new(self.now(), Entropy.number().expect("a number"));
        Account { email: Some(format!("{name}@pix.example")), ..Account::new(id, name, "Test", self.now()) }
    }

    async fn add(&self, account: Account) -> Account {
        let mut tx = self.house.db.begin().await.expect("a transaction");
        let created = store::account::create(&mut tx, &account).await.expect("an account");
        assert_eq!(created, Creation::Created, "{account:?}");
        tx.commit().await.expect("kept");
        account
    }
}

/// The layers of `bin/pix` that decide what a page says; its time limit and its catching of panics are not needed.
fn navigations(App { nav, .. }: App) -> Navigations {
    Navigations { learner: nav, orga: nav, staff: nav }
}

fn surrounded(app: App, house: House) -> Router {
    (app.router)()
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn(refuse_foreign_writes))
        .layer(from_fn_with_state((house.clone(), navigations(app)), refusal::dress))
        .layer(from_fn_with_state(house.clone(), security::headers))
        .with_state(house)
}

/// Somebody at a browser.
#[derive(Clone)]
pub struct Visitor<'a> {
    /// Where they are.
    pub site: &'a Site,
    /// Whose account it is; a stranger's does not exist.
    pub account: AccountId,
    /// The session's cookie, as the browser sends it.
    pub cookie: String,
    /// The token of the session's forms.
    pub csrf: String,
}

impl Visitor<'_> {
    /// Opens a page.
    pub async fn get(&self, path: &str) -> Reply {
        self.send(Method::GET, path, &[], String::new()).await
    }

    /// Posts a form as our pages make it: with the token.
    pub async fn post(&self, path: &str, fields: &str) -> Reply {
        self.send(Method::POST, path, &[], format!("csrf={}&{fields}", self.csrf)).await
    }

    /// Posts a form made otherwise, with more headers.
    pub async fn post_raw(&self, path: &str, headers: &[(&str, &str)], body: &str) -> Reply {
        self.send(Method::POST, path, headers, body.to_owned()).await
    }

    async fn send(&self, method: Method, path: &str, headers: &[(&str, &str)], body: String) -> Reply {
        let mut request = Request::builder().method(method).uri(path).header(header::COOKIE, &self.cookie);
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(Body::from(body)).expect("a request");
        let (response, tally) = tally::count(self.site.router.clone().oneshot(request)).await;
        Reply::read(response.expect("a router always replies"), tally).await
    }
}
