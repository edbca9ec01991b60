//! One's own account: who the service knows one to be, and the way to everything that can be changed.

use axum::extract::{Query, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use std::collections::HashMap;
use store::account::Account;
use store::legal;
use web::Words;
use web::components::banner::Tone;
use web::house::House;
use web::refusal::Refusal;
use web::visit::SignedIn;

use crate::{account_page, frame::Sheet};

/// `GET /account`: the page, and what was just done to the account.
pub async fn show(
    State(house): State<House>,
    visitor: SignedIn,
    Query(query): Query<HashMap<String, String>>,
) -> Result<Html<String>, Refusal> {
    let words = visitor.frame.words();
    let (account, csrf) = (of(&house, &visitor).await?, &visitor.person.form_token);
    let (title, body) = if visitor.person.is_anonymous() {
        (words.say("account-none-title"), account_page::page_without_account(words, &account, csrf))
    } else {
        let accepted = legal::acceptances(&house.db, account.id).await?;
        (words.say("account-title"), account_page::page(words, &account, &accepted, csrf))
    };
    let toast = query.get("done").and_then(|done| sentence(words, done)).map(|text| (Tone::Ok, text));
    let sheet = Sheet { toast, ..Sheet::text(title, body) };
    Ok(sheet.for_visitor(&house, &visitor))
}

/// The account behind a session.
pub async fn of(house: &House, visitor: &SignedIn) -> Result<Account, Refusal> {
    store::account::by_id(&house.db, visitor.person.id).await?.ok_or(Refusal::NotFound)
}

/// Leads back to the account, which says what was done.
pub fn done(what: &str) -> Response {
    Redirect::to(&format!("/account?done={what}")).into_response()
}

/// `GET` of an action that has only a button: the page with the button.
pub async fn back(_visitor: SignedIn) -> Redirect {
    Redirect::to("/account")
}

fn sentence(words: Words, done: &str) -> Option<&'static str> {
    match done {
        "names" => Some(words.say("account-done-names")),
        "email" => Some(words.say("account-done-email")),
        "password" => Some(words.say("account-done-password")),
        "language" => Some(words.say("account-done-language")),
        "confirmation" => Some(words.say("account-done-confirmation")),
        _ => None,
    }
}
