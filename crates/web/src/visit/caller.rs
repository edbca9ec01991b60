//! Who makes a request, once the handler has looked: the page of a refusal shows it without asking again.

use axum::http::request::Parts;
use std::sync::{Arc, OnceLock};

use super::{Frame, Guest, Person};
use crate::layout::App;

/// A place beside a request for whoever makes it; empty until a session is read.
#[derive(Debug, Clone, Default)]
pub struct Caller(Arc<Noted>);

#[derive(Debug, Default)]
struct Noted {
    guest: OnceLock<Guest>,
    app: OnceLock<App>,
}

impl Caller {
    /// The place beside a request; one that nobody looks at when none was made.
    pub(super) fn of(parts: &Parts) -> Self {
        parts.extensions.get::<Self>().cloned().unwrap_or_default()
    }

    /// Notes who makes the request; nobody when the session has ended.
    pub(super) fn note(&self, frame: &Frame, person: Option<&Person>) {
        // A request has one session: whoever was noted first is the same.
        let _ = self.0.guest.set(Guest { frame: frame.clone(), person: person.cloned() });
    }

    /// Notes that they were let into an app that is not for everybody.
    pub(super) fn enter(&self, app: App) {
        // As above: one request asks one app.
        let _ = self.0.app.set(app);
    }

    /// Who makes the request, if a handler looked by now.
    #[must_use]
    pub fn known(&self) -> Option<&Guest> {
        self.0.guest.get()
    }

    /// The app that they were let into; the learner's until they were let into another one.
    #[must_use]
    pub fn app(&self) -> App {
        self.0.app.get().copied().unwrap_or_default()
    }
}
