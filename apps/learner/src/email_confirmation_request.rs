//! Asking for the mail that confirms one's address again.

use axum::extract::State;
use axum::response::Response;
use store::account::Creation;
use web::form::OwnForm;
use web::house::House;
use web::refusal::Refusal;

use crate::account;
use crate::mail::{self, Purpose, Recipient};

/// `POST /account/email-confirmation`: sends the link, unless the address is confirmed or a link has just been sent.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, .. }: OwnForm,
) -> Result<Response, Refusal> {
    let account = account::of(&house, &visitor).await?;
    let (Some(to), None) = (Recipient::of(&account), account.email_confirmed_at) else {
        return Ok(account::done("nothing"));
    };
    let mut tx = house.db.begin().await?;
    let sent = mail::put(&house, &mut tx, mail::WELCOME, Purpose::EmailConfirmation, &to).await?;
    if sent == Creation::Created {
        tx.commit().await?;
    }
    Ok(account::done("confirmation"))
}
