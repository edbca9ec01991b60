//! What goes wrong in a request, and the page that says so: what happened, what was kept, what to do.

use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::Next;
use axum::response::{Html, IntoResponse, Redirect, Response};

use maud::{Markup, html};

use crate::bank::BankError;
use crate::components::button::Button;
use crate::entropy::NoEntropy;
use crate::house::House;
use crate::layout::{App, NavLink, Page, Width};
use crate::pages::error::{Trouble, error_page, wait};
use crate::password_hashing::HashingFailed;
use crate::request_id::RequestId;
use crate::visit::{Caller, Frame, Guest, page, session_token};

/// After a pause of the service, how long to wait before trying again.
const BUSY_SECONDS: i64 = 60;

/// Why a request was not done. Nothing was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing is here, or nothing for this person: the two look the same on purpose.
    NotFound,
    /// The person may not come here.
    Forbidden,
    /// The request comes from another site.
    ForeignForm,
    /// The form was made for another session, or too long ago.
    ExpiredForm,
    /// The form does not have the expected fields.
    BrokenForm,
    /// More bytes than the page accepts.
    TooLarge,
    /// The database is busy or away: nothing half-written, try again.
    Busy,
    /// Asked for too often from the same place.
    TooMany {
        /// After how many seconds to try again.
        seconds: i64,
    },
    /// A defect of the program; the code appears in the log.
    Defect {
        /// What to quote when asking for help.
        code: String,
    },
    /// The person must go elsewhere first.
    GoTo(String),
}

impl Refusal {
    /// Logs a defect under a new code. What is logged never holds personal data.
    pub fn defect(error: &dyn std::fmt::Display) -> Self {
        let code = crate::entropy::Entropy.number().map_or(0, |number| number % 0x1000_0000);
        let code = format!("{code:07x}");
        tracing::error!(code, "{error}");
        Self::Defect { code }
    }

    /// The HTTP status.
    #[must_use]
    pub const fn status(&self) -> StatusCode {
        match self {
            Self::NotFound => StatusCode::NOT_FOUND,
            Self::Forbidden | Self::ForeignForm | Self::ExpiredForm => StatusCode::FORBIDDEN,
            Self::BrokenForm => StatusCode::BAD_REQUEST,
            Self::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            Self::Busy => StatusCode::SERVICE_UNAVAILABLE,
            Self::TooMany { .. } => StatusCode::TOO_MANY_REQUESTS,
            Self::Defect { .. } => StatusCode::INTERNAL_SERVER_ERROR,
            Self::GoTo(_) => StatusCode::SEE_OTHER,
        }
    }
}

impl Refusal {
    /// After how many seconds trying again makes sense, where it does.
    const fn pause(&self) -> Option<i64> {
        match self {
            Self::Busy => Some(BUSY_SECONDS),
            Self::TooMany { seconds } => Some(*seconds),
            _ => None,
        }
    }
}

impl IntoResponse for Refusal {
    fn into_response(self) -> Response {
        if let Self::GoTo(path) = &self {
            return Redirect::to(path).into_response();
        }
        let mut response = self.status().into_response();
        response.extensions_mut().insert(self);
        response
    }
}

impl From<store::Error> for Refusal {
    fn from(error: store::Error) -> Self {
        if error.is_passing() {
            tracing::warn!("the database is busy or away: {error}");
            return Self::Busy;
        }
        Self::defect(&error)
    }
}

impl From<BankError> for Refusal {
    fn from(error: BankError) -> Self {
        match error {
            BankError::Store(error) => error.into(),
            other => Self::defect(&other),
        }
    }
}

impl From<HashingFailed> for Refusal {
    fn from(error: HashingFailed) -> Self {
        tracing::warn!("{error}");
        Self::Busy
    }
}

impl From<NoEntropy> for Refusal {
    fn from(error: NoEntropy) -> Self {
        Self::defect(&error)
    }
}

/// The navigation of each app, for the pages of its refusals.
#[derive(Debug, Clone, Copy)]
pub struct Navigations {
    /// The learner's.
    pub learner: &'static [NavLink],
    /// That of whoever works in an organisation.
    pub orga: &'static [NavLink],
    /// The staff's.
    pub staff: &'static [NavLink],
}

impl Navigations {
    const fn of(self, app: App) -> &'static [NavLink] {
        match app {
            App::Orga => self.orga,
            App::Staff => self.staff,
            App::Learner | App::Certif | App::Junior => self.learner,
        }
    }
}

/// Puts refusals, and whatever the router itself refuses, in a page of the reader's language. Somebody whom the handler
/// knew by then keeps the navigation of the app they were let into; where no handler came to look, whoever brings a
/// session keeps the learner's. Nobody is looked up for it.
pub async fn dress(
    State((house, navigations)): State<(House, Navigations)>,
    mut request: Request,
    next: Next,
) -> Response {
    let caller = Caller::default();
    request.extensions_mut().insert(caller.clone());
    let frame = Frame::of(request.headers(), request.uri().path(), request.uri().query());
    let reading = request.method().is_safe();
    let session = session_token(request.headers(), &house.site).is_some();
    let id = request.extensions().get::<RequestId>().copied();
    let response = next.run(request).await;
    let Some(refusal) = refusal_of(&response, reading) else { return response };
    let stranger = Guest { frame, person: None };
    let known = caller.known();
    let signed_in = known.map_or(session, |guest| guest.person.is_some());
    let Guest { frame, person } = known.unwrap_or(&stranger);
    let (title, body) = told(&refusal, frame, id);
    let app = caller.app();
    let nav = if signed_in { navigations.of(app) } else { &[] };
    let around = page(&house.site, frame, person.as_ref(), nav);
    let document = Page { app, title, width: Width::Text, body, ..around }.render();
    let mut response = (refusal.status(), Html(document.into_string())).into_response();
    if let Some(seconds) = refusal.pause() {
        response.headers_mut().insert(header::RETRY_AFTER, HeaderValue::from(seconds));
    }
    response
}

/// What was refused: by us, or by the router in a bare answer without a body of ours.
fn refusal_of(response: &Response, reading: bool) -> Option<Refusal> {
    if let Some(refusal) = response.extensions().get::<Refusal>() {
        return Some(refusal.clone());
    }
    let page =
        response.headers().get("content-type").is_some_and(|kind| kind.as_bytes().starts_with(b"text/html"));
    match response.status() {
        _ if page => None,
        StatusCode::NOT_FOUND | StatusCode::METHOD_NOT_ALLOWED => Some(Refusal::NotFound),
        // Nothing was sent: a part of the address has not the expected form.
        StatusCode::BAD_REQUEST if reading => Some(Refusal::NotFound),
        StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => Some(Refusal::BrokenForm),
        StatusCode::PAYLOAD_TOO_LARGE => Some(Refusal::TooLarge),
        StatusCode::SERVICE_UNAVAILABLE => Some(Refusal::Busy),
        StatusCode::INTERNAL_SERVER_ERROR => Some(Refusal::defect(&"a handler broke")),
        _ => None,
    }
}

fn told(refusal: &Refusal, frame: &Frame, id: Option<RequestId>) -> (&'static str, Markup) {
    let words = frame.words();
    let id = id.map(|id| id.to_string()).unwrap_or_default();
    let (trouble, code) = match refusal {
        Refusal::ForeignForm | Refusal::ExpiredForm => {
            let title = words.say("form-expired-title");
            return (title, form_page(frame, title, words.say("form-expired")));
        }
        Refusal::BrokenForm => {
            let title = words.say("form-broken-title");
            return (title, form_page(frame, title, words.say("form-broken")));
        }
        Refusal::NotFound | Refusal::GoTo(_) => (Trouble::NotFound, id.as_str()),
        Refusal::Forbidden => (Trouble::Forbidden, id.as_str()),
        Refusal::TooLarge => (Trouble::TooLarge, id.as_str()),
        Refusal::Busy => (Trouble::Busy, id.as_str()),
        Refusal::TooMany { .. } => (Trouble::TooMany, id.as_str()),
        Refusal::Defect { code } => (Trouble::Broken, code.as_str()),
    };
    let wait = match refusal {
        Refusal::TooMany { seconds } => Some(wait(words, *seconds)),
        _ => None,
    };
    (trouble.title(words), error_page(words, trouble, code, Some(&frame.path), wait.as_deref()))
}

fn form_page(frame: &Frame, title: &str, happened: &str) -> Markup {
    let words = frame.words();
    html! {
        div class="stack" {
            h1 { (title) }
            p class="lead" { (happened) }
            p { (words.say("trouble-kept")) " " (words.say("form-expired-next")) }
            p { (Button::link(words.say("trouble-home"), "/")) }
        }
    }
}
