//! A person who takes a test through the plain forms, over HTTP.

use reqwest::header::{CONTENT_TYPE, COOKIE, LOCATION, SET_COOKIE};
use reqwest::redirect::Policy;
use reqwest::{Client, Response, StatusCode};

use crate::site::Site;

const COMPETENCE: &str = "1.2";
/// Answers a choice or a single field; other forms refuse it.
const GUESS: &str = "choice=0&text=12";
const SKIP: &str = "skip=1";

/// Somebody signed in, in the middle of a test.
pub struct Candidate {
    /// The e-mail address of the account.
    pub email: String,
    http: Client,
    origin: String,
    session: String,
    token: String,
    attempt: String,
}

/// The program did not reply: it is gone, or went while it worked.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct NoReply;

/// What became of an answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fate {
    /// It got the reply of an accepted answer.
    Accepted,
    /// The page that says that the service pauses: nothing was written, or the program does not know.
    Refused,
    /// The connection broke.
    NoReply,
}

impl Candidate {
    /// Signs up and begins a test.
    pub async fn begin(site: &Site, number: usize) -> Self {
        Self::begin_as(site, number, ("Ada", "Test")).await
    }

    /// The same with a first and a last name.
    pub async fn begin_as(site: &Site, number: usize, name: (&str, &str)) -> Self {
        let mut person = Self {
            email: format!("candidate-{number}@outage.example"),
            http: client(),
            origin: site.url(""),
            session: String::new(),
            token: String::new(),
            attempt: String::new(),
        };
        person.sign_up(name).await;
        let page = person.page(&format!("/competences/{COMPETENCE}")).await;
        person.token = token_in(&page);
        let begun = person.post(&format!("/competences/{COMPETENCE}/attempts"), "").await.expect("a reply");
        person.attempt = header(&begun, &LOCATION);
        assert!(person.attempt.starts_with("/attempts/"), "a test begins: {begun:?}");
        person
    }

    /// The same person with new connections, as after a pause.
    pub fn back(&self) -> Self {
        Self {
            email: self.email.clone(),
            http: client(),
            origin: self.origin.clone(),
            session: self.session.clone(),
            token: self.token.clone(),
            attempt: self.attempt.clone(),
        }
    }

    /// The same person, who reaches the program at another address.
    pub fn through(&self, origin: String) -> Self {
        Self { origin, ..self.back() }
    }

    /// Answers amid an outage; any other reply than an acceptance or the page of a pause is a defect.
    pub async fn try_answer(&self, position: u16) -> Fate {
        let mut reply = self.post_answer(position, GUESS).await;
        if reply.as_ref().is_ok_and(|reply| reply.status() == StatusCode::UNPROCESSABLE_ENTITY) {
            reply = self.post_answer(position, SKIP).await;
        }
        let Ok(reply) = reply else { return Fate::NoReply };
        match reply.status() {
            StatusCode::SEE_OTHER => Fate::Accepted,
            StatusCode::SERVICE_UNAVAILABLE => {
                let Ok(page) = reply.text().await else { return Fate::NoReply };
                let title = "<h1>Le service fait une courte pause</h1>";
                assert!(page.contains(title), "{}: {page}", self.email);
                Fate::Refused
            }
            status => panic!("{} at {position}: {status}", self.email),
        }
    }

    /// Answers the question at a position with a guess where the form takes it, else passes; accepted when it returns.
    pub async fn answer(&self, position: u16) -> Result<(), NoReply> {
        let mut reply = self.post_answer(position, GUESS).await?;
        if reply.status() == StatusCode::UNPROCESSABLE_ENTITY {
            reply = self.post_answer(position, SKIP).await?;
        }
        assert_eq!(reply.status(), StatusCode::SEE_OTHER, "{} at {position}", self.email);
        Ok(())
    }

    /// Passes the question at a position; the reply as it came.
    pub async fn skip(&self, position: u16) -> Response {
        self.post_answer(position, SKIP).await.expect("a reply")
    }

    async fn post_answer(&self, position: u16, answer: &str) -> Result<Response, NoReply> {
        self.post(&format!("{}/answers/{position}", self.attempt), answer).await
    }

    async fn sign_up(&mut self, (first, last): (&str, &str)) {
        let form = self.page("/sign-up").await;
        assert!(form.contains("action=\"/sign-up\""), "the form is there");
        let fields = format!(
            "first-name={first}&last-name={last}&email={}&password=Tournesol-2026&terms=on",
            self.email.replace('@', "%40")
        );
        let reply = self.post("/sign-up", &fields).await.expect("a reply");
        assert_eq!(reply.status(), StatusCode::SEE_OTHER, "{} signs up", self.email);
        self.enter(&reply);
    }

    /// Takes the session that a reply opens, and the token of its forms.
    pub fn enter(&mut self, reply: &Response) {
        let cookie = header(reply, &SET_COOKIE);
        self.session = cookie.split(';').next().expect("a cookie").to_owned();
    }

    /// Takes the token of the forms of the present session.
    pub async fn settle(&mut self) {
        self.token = token_in(&self.page("/account").await);
    }

    /// What nobody else may know: the session's token, the token of its forms.
    pub fn secrets(&self) -> Vec<String> {
        let token = self.session.split('=').nth(1).expect("a token").to_owned();
        vec![token, self.token.clone()]
    }

    /// Posts a form to a path.
    pub async fn post_to(&self, path: &str, fields: &str) -> Response {
        self.post(path, fields).await.expect("a reply")
    }

    /// Posts a form to a path of the test.
    pub async fn send(&self, path: &str, fields: &str) -> Response {
        self.post_to(&format!("{}{path}", self.attempt), fields).await
    }

    /// Opens a page that cannot be shown; the page that says why.
    pub async fn fails(&self, path: &str, status: StatusCode) -> String {
        let asked = self.http.get(format!("{}{path}", self.origin)).header(COOKIE, &self.session);
        let reply = asked.send().await.expect("a reply");
        assert_eq!(reply.status(), status, "{path}");
        reply.text().await.expect("a page")
    }

    async fn page(&self, path: &str) -> String {
        let asked = self.http.get(format!("{}{path}", self.origin)).header(COOKIE, &self.session);
        let reply = asked.send().await.expect("a reply");
        assert_eq!(reply.status(), StatusCode::OK, "{path}");
        reply.text().await.expect("a page")
    }

    async fn post(&self, path: &str, fields: &str) -> Result<Response, NoReply> {
        let sent = self
            .http
            .post(format!("{}{path}", self.origin))
            .header(COOKIE, &self.session)
            .header(CONTENT_TYPE, "application/x-www-form-urlencoded")
            .body(format!("csrf={}&{fields}", self.token));
        sent.send().await.map_err(|_| NoReply)
    }
}

/// Redirects are looked at, not followed.
fn client() -> Client {
    Client::builder().redirect(Policy::none()).build().expect("a client")
}

/// The token of the page's forms.
fn token_in(page: &str) -> String {
    let (_, rest) = page.split_once("name=\"csrf\" value=\"").expect("a form with a token");
    rest.split('"').next().expect("the token").to_owned()
}

fn header(reply: &Response, name: &reqwest::header::HeaderName) -> String {
    let value = reply.headers().get(name).unwrap_or_else(|| panic!("{name} in {reply:?}"));
    value.to_str().expect("text").to_owned()
}
