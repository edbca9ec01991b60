//! The page of [`crate::account`].

use maud::{Markup, html};
use store::account::Account;
use store::legal::{Acceptance, PRIVACY, TERMS};
use web::Words;
use web::components::banner::Tone;
use web::components::button::{Button, csrf_field, post};
use web::components::card::{Ground, card};
use web::components::icon::Icon;
use web::components::select::Select;
use web::components::tag::tag;
use web::lang::{self, Lang};
use web::moment::date;

/// Everything the person may see of the account.
pub fn page(words: Words, account: &Account, accepted: &[Acceptance], csrf: &str) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("account-title")) }
            (card(Ground::Plain, &names(words, account)))
            (card(Ground::Plain, &email(words, account, csrf)))
            (card(Ground::Plain, &sign_in(words, account)))
            (card(Ground::Plain, &language(words, account, csrf)))
            (card(Ground::Plain, &legal(words, accepted)))
            (card(Ground::Plain, &leaving(words)))
        }
    }
}

/// The same for somebody without an account of their own: there is nothing to correct, and much to keep.
pub fn page_without_account(words: Words, account: &Account, csrf: &str) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("account-none-title")) }
            (card(Ground::Plain, &keeping(words)))
            (card(Ground::Plain, &language(words, account, csrf)))
        }
    }
}

fn keeping(words: Words) -> Markup {
    html! {
        h2 { (words.say("entry-keep-title")) }
        p { (words.say("account-none-keep")) }
        p { (Button::link(words.say("front-sign-up"), "/sign-up")) }
    }
}

fn names(words: Words, account: &Account) -> Markup {
    html! {
        h2 { (words.say("account-names")) }
        p { (account.first_name) " " (account.last_name) }
        p { (Button::link(words.say("account-names-change"), "/account/names").quiet()) }
    }
}

fn email(words: Words, account: &Account, csrf: &str) -> Markup {
    let again = Button::submit(words.say("account-email-send")).quiet();
    html! {
        h2 { (words.say("account-email")) }
        @match (&account.email, account.email_confirmed_at) {
            (None, _) => p { (words.say("account-email-none")) },
            (Some(email), Some(_)) => p class="row" { span { (email) } (tag(Tone::Ok, Icon::Check, words.say("account-email-verified"))) },
            (Some(email), None) => {
                p class="row" { span { (email) } (tag(Tone::Warn, Icon::Warning, words.say("account-email-unverified"))) }
                p { (words.say("account-email-why")) }
                (post("/account/email-confirmation", csrf, &again))
            },
        }
        p { (Button::link(words.say("email-change-title"), "/account/email").quiet()) }
    }
}

fn sign_in(words: Words, account: &Account) -> Markup {
    html! {
        h2 { (words.say("account-sign-in")) }
        @if account.password_hash.is_some() {
            p { (words.say("account-sign-in-password")) }
            p { (Button::link(words.say("password-change-title"), "/account/password").quiet()) }
        }
        @else { p { (words.say("account-sign-in-none")) " " a href="/password-reset" { (words.say("sign-in-forgotten")) } } }
        @if let Some(username) = &account.username { p { (words.say("account-username")) " " strong { (username) } } }
        p { (Button::link(words.say("devices-title"), "/account/devices").quiet()) }
    }
}

fn language(words: Words, account: &Account, csrf: &str) -> Markup {
    let options = Lang::ALL.map(|lang| (lang.code(), lang::name(lang)));
    let select = Select {
        name: "language",
        label: words.say("account-language-label"),
        options: &options,
        value: &account.lang,
        blank: None,
        hint: None,
        error: None,
    };
    html! {
        h2 { (words.say("account-language")) }
        form class="stack" method="post" action="/account/language" {
            (csrf_field(csrf))
            (select)
            (Button::submit(words.say("account-language-submit")).quiet())
        }
    }
}

/// The latest version of each document that was accepted, and when.
fn legal(words: Words, accepted: &[Acceptance]) -> Markup {
    let documents =
        [(TERMS, "/terms", words.say("legal-terms")), (PRIVACY, "/privacy", words.say("legal-privacy"))];
    html! {
        h2 { (words.say("account-legal")) }
        @for (document, href, name) in documents {
            p {
                a href=(href) { (name) }
                @if let Some(found) = accepted.iter().find(|one| one.document == document) {
                    br;
                    span class="muted" {
                        (words.with("account-legal-version", &[("version", found.version.as_str().into())])) " "
                        (date(words.lang(), found.accepted_at))
                    }
                }
            }
        }
    }
}

fn leaving(words: Words) -> Markup {
    html! {
        h2 { (words.say("account-leaving")) }
        p { (words.say("account-leaving-text")) }
        p { (Button::link(words.say("data-title"), "/account/data").quiet()) }
        p { (Button::link(words.say("erasure-title"), "/account/erasure").quiet()) }
    }
}
