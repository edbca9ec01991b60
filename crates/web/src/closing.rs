//! Whether the program is about to stop: a reply that has no end of its own ends then.

use std::convert::Infallible;

use axum::extract::FromRequestParts;
use axum::http::request::Parts;
use tokio::sync::watch;

/// Tells a reply that goes on for long when the door closes. The door puts it beside each request; where there is no
/// door, it never closes.
#[derive(Debug, Clone, Default)]
pub struct Closing(Option<watch::Receiver<()>>);

impl Closing {
    /// Closes when whoever holds the other end lets go of it.
    #[must_use]
    pub const fn with(open: watch::Receiver<()>) -> Self {
        Self(Some(open))
    }

    /// Ends when the door closes.
    pub async fn wait(&mut self) {
        match &mut self.0 {
            Some(open) => while open.changed().await.is_ok() {},
            None => std::future::pending().await,
        }
    }
}

impl<S: Sync> FromRequestParts<S> for Closing {
    type Rejection = Infallible;

    async fn from_request_parts(parts: &mut Parts, _state: &S) -> Result<Self, Infallible> {
        Ok(parts.extensions.get::<Self>().cloned().unwrap_or_default())
    }
}
