//! Asking for the mail that confirms one's address again.

use axum::extract::State;
use axum::response::Response;
use store::account::Creation;
use web::Words;
use web::form::Form;
use web::house::House;
use web::lang;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::account;
use crate::mail::{self, Purpose, Recipient};

/// `POST /account/email-confirmation`: sends the link, unless the address is confirmed or a link has just been sent.
pub async fn create(
    State(house): State<House>,
    visitor: SignedIn,
    posted: Form,
) -> Result<Response, Refusal> {
    posted.made_for(&visitor.person)?;
    let account = account::of(&house, &visitor).await?;
    let (Some(email), None) = (&account.email, account.email_confirmed_at) else {
        return Ok(account::done("nothing"));
    };
    let words = Words::of(lang::parse(&account.lang).unwrap_or_default());
    let to = Recipient { account: account.id, first_name: &account.first_name, email, words };
    let mut tx = house.db.begin().await?;
    if mail::put(&house, &mut tx, Purpose::EmailConfirmation, to).await? == Creation::Created {
        tx.commit().await?;
    }
    Ok(account::done("confirmation"))
}
