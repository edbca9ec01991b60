//! Asking those in charge to erase an account that serves others too.

use axum::extract::State;
use axum::response::{IntoResponse, Redirect, Response};
use rules::erasure::Leave;
use store::{erasure, membership};
use web::Words;
use web::form::OwnForm;
use web::house::House;
use web::lang::Lang;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::mail::{self, Recipient};
use crate::{account, account_erasure};

/// `GET /account/erasure-request`: the page with the button.
pub async fn show(_visitor: SignedIn) -> Redirect {
    Redirect::to("/account/erasure")
}

/// `POST /account/erasure-request`: notes the request and writes to those in charge, once.
pub async fn create(
    State(house): State<House>,
    OwnForm { visitor, .. }: OwnForm,
) -> Result<Response, Refusal> {
    let account = account::of(&house, &visitor).await?;
    let page = Redirect::to("/account/erasure").into_response();
    let alone = account_erasure::allowed(&account, false) == Leave::Alone;
    if alone && membership::led_alone(&house.db, account.id).await?.is_empty() {
        return Ok(page);
    }
    let mut tx = house.db.begin().await?;
    if erasure::ask(&mut tx, account.id, house.clock.now()).await? {
        account_erasure::note(&house, &mut tx, account.id, "erasure-requested").await?;
        let to = Recipient {
            account: account.id,
            first_name: "",
            email: &house.site.contact,
            words: Words::of(Lang::default()),
        };
        mail::write(&house, &mut tx, mail::ERASURE, &to, ("account", account.id.to_string())).await?;
        tx.commit().await?;
    }
    Ok(page)
}
