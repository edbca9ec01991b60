//! A posted form: its fields as text, read within a limit.

use axum::body::Bytes;
use axum::extract::rejection::BytesRejection;
use axum::extract::{FromRequest, FromRequestParts, Request};
use axum::http::StatusCode;
use axum::response::IntoResponse;

use crate::cross_site::same;
use crate::house::House;
use crate::refusal::Refusal;
use crate::visit::{Person, SignedIn};

/// The fields of a posted form, in order; a name may come several times.
#[derive(Debug, Clone, Default)]
pub struct Form(Vec<(String, String)>);

impl Form {
    /// The first value of a field; empty when it was not sent.
    #[must_use]
    pub fn text(&self, name: &str) -> &str {
        self.0.iter().find(|(field, _)| field == name).map_or("", |(_, value)| value)
    }

    /// Whether a field was sent.
    #[must_use]
    pub fn has(&self, name: &str) -> bool {
        self.0.iter().any(|(field, _)| field == name)
    }

    /// Every field, in order.
    pub fn iter(&self) -> impl Iterator<Item = (&str, &str)> {
        self.0.iter().map(|(name, value)| (name.as_str(), value.as_str()))
    }

    /// Makes sure that the form was made for this person's session.
    ///
    /// # Errors
    /// [`Refusal::ExpiredForm`].
    pub fn made_for(&self, person: &Person) -> Result<(), Refusal> {
        if same(self.text("csrf"), &person.form_token) { Ok(()) } else { Err(Refusal::ExpiredForm) }
    }
}

/// A form posted by somebody signed in, made for their session: one that was not is refused before the handler begins.
#[derive(Debug, Clone)]
pub struct OwnForm {
    /// Who posted it.
    pub visitor: SignedIn,
    /// What was filled in.
    pub form: Form,
}

impl FromRequest<House> for OwnForm {
    type Rejection = Refusal;

    async fn from_request(request: Request, house: &House) -> Result<Self, Refusal> {
        let (mut parts, body) = request.into_parts();
        let visitor = SignedIn::from_request_parts(&mut parts, house).await?;
        let form = Form::from_request(Request::from_parts(parts, body), house).await?;
        form.made_for(&visitor.person)?;
        Ok(Self { visitor, form })
    }
}

impl FromIterator<(String, String)> for Form {
    fn from_iter<T: IntoIterator<Item = (String, String)>>(fields: T) -> Self {
        Self(fields.into_iter().collect())
    }
}

impl FromRequest<House> for Form {
    type Rejection = Refusal;

    async fn from_request(request: Request, house: &House) -> Result<Self, Refusal> {
        let bytes = Bytes::from_request(request, house).await.map_err(unreadable)?;
        Ok(form_urlencoded::parse(&bytes).map(|(name, value)| (visible(&name), visible(&value))).collect())
    }
}

/// A text without control characters other than line breaks and tabs: nobody types them, databases refuse some.
fn visible(text: &str) -> String {
    text.chars().filter(|letter| !letter.is_control() || ['\n', '\r', '\t'].contains(letter)).collect()
}

fn unreadable(why: BytesRejection) -> Refusal {
    match why.into_response().status() {
        StatusCode::PAYLOAD_TOO_LARGE => Refusal::TooLarge,
        _ => Refusal::BrokenForm,
    }
}
