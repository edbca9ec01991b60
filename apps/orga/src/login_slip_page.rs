//! The slips of [`crate::login_slip`], two beside each other on paper; or the same as a table.

use form_urlencoded::byte_serialize;
use formats::cell::Cell;
use formats::csv_export::CsvExport;
use maud::{Markup, html};
use std::io;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::components::qr_code::qr_code;

use crate::login_slip::Slip;

/// The whole page; `onward` leads to those of the class who are not done yet.
pub fn page(words: Words, (site, slips): (&str, &[Slip]), onward: Option<&str>) -> Markup {
    let title = words.say("passwords-slips");
    let above = [
        (words.say("learners-title"), "/orga/learners"),
        (words.say("passwords-title"), "/orga/learners/passwords"),
    ];
    html! {
        div class="stack" {
            (breadcrumb(words, &above, title))
            h1 class="screen-only" { (title) }
            div class="screen-only" { (banner(Tone::Warn, &html! { p { (words.say("passwords-once")) } })) }
            ul class="list grid slips" { @for slip in slips { li class="card slip" { (one(words, site, slip)) } } }
            div class="row" {
                @if let Some(onward) = onward { (Button::link(words.say("pupil-group-onward"), onward)) }
                (Button::link(words.say("passwords-done"), "/orga/learners").quiet())
            }
        }
    }
}

fn one(words: Words, site: &str, slip: &Slip) -> Markup {
    let pupil = &slip.pupil;
    let typed = site.split_once("://").map_or(site, |(_, typed)| typed);
    html! {
        div class="slip__text stack-s" {
            p { strong { (pupil.first_name) " " (pupil.last_name) }
                @if let Some(division) = &pupil.division { " · " (division) } }
            p class="small" { (words.with("passwords-where", &[("site", typed.into())])) }
            dl {
                dt class="muted small" { (words.say("passwords-username")) } dd { code { (pupil.username) } }
                @if let Some(password) = &slip.password {
                    dt class="muted small" { (words.say("passwords-password")) } dd { code class="slip__password" { (password) } }
                }
            }
            p class="muted small" { (words.say(if slip.password.is_some() { "passwords-own" } else { "passwords-kept" })) }
        }
        (qr_code(&address(site, &pupil.username), &words.with("passwords-qr", &[("name", pupil.username.as_str().into())])))
    }
}

/// The sign-in page with the username filled in; never the password.
fn address(site: &str, username: &str) -> String {
    let username: String = byte_serialize(username.as_bytes()).collect();
    format!("{site}/sign-in?identifier={username}")
}

/// The same as a table for spreadsheets.
pub fn table(slips: &[Slip]) -> io::Result<Vec<u8>> {
    let mut table = CsvExport::new(Vec::new())?;
    table.row(["Classe", "Nom", "Prénom", "Identifiant", "Mot de passe"].map(Cell::Text))?;
    for Slip { pupil, password } in slips {
        let division = pupil.division.as_deref().map_or(Cell::Empty, Cell::Text);
        let password = password.as_deref().map_or(Cell::Empty, Cell::Text);
        let names = [&pupil.last_name, &pupil.first_name, &pupil.username].map(|text| Cell::Text(text));
        table.row([division].into_iter().chain(names).chain([password]))?;
    }
    table.finish()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_telephone_opens_the_sign_in_page_with_the_name() {
        for (username, expected) in [
            ("lea.garrigue1212", "https://pix.example/sign-in?identifier=lea.garrigue1212"),
            ("a&b", "https://pix.example/sign-in?identifier=a%26b"),
        ] {
            assert_eq!(address("https://pix.example", username), expected);
        }
    }
}
