//! Slips to cut out, one for each pupil, with what it takes to sign in; or the same as a table.

use formats::csv_export::{Cell, CsvExport};
use maud::{Markup, html};
use std::io;
use store::pupil_password::Pupil;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;

/// What one pupil gets.
pub struct Slip {
    /// Whose it is.
    pub pupil: Pupil,
    /// The password, good for one sign-in.
    pub password: String,
}

/// The whole page.
pub fn page(words: Words, site: &str, slips: &[Slip]) -> Markup {
    let title = words.say("passwords-slips");
    let above = [
        (words.say("learners-title"), "/orga/learners"),
        (words.say("passwords-title"), "/orga/learners/passwords"),
    ];
    html! {
        div class="stack" {
            (breadcrumb(words, &above, title))
            h1 { (title) }
            (banner(Tone::Warn, &html! { p { (words.say("passwords-once")) } }))
            ul class="list grid" { @for slip in slips { li class="card stack-s" { (one(words, site, slip)) } } }
            div class="row" { (Button::link(words.say("passwords-done"), "/orga/learners").quiet()) }
        }
    }
}

fn one(words: Words, site: &str, slip: &Slip) -> Markup {
    let pupil = &slip.pupil;
    html! {
        p { strong { (pupil.first_name) " " (pupil.last_name) }
            @if let Some(division) = &pupil.division { " · " (division) } }
        p class="small" { (words.with("passwords-where", &[("site", site.into())])) }
        dl {
            dt class="muted small" { (words.say("passwords-username")) } dd { code { (pupil.username) } }
            dt class="muted small" { (words.say("passwords-password")) } dd { code { (slip.password) } }
        }
        p class="muted small" { (words.say("passwords-own")) }
    }
}

/// The same as a table for spreadsheets.
pub fn table(slips: &[Slip]) -> io::Result<Vec<u8>> {
    let mut table = CsvExport::new(Vec::new())?;
    table.row(["Classe", "Nom", "Prénom", "Identifiant", "Mot de passe provisoire"].map(Cell::Text))?;
    for Slip { pupil, password } in slips {
        let division = pupil.division.as_deref().map_or(Cell::Empty, Cell::Text);
        let rest = [&pupil.last_name, &pupil.first_name, &pupil.username, password];
        table.row(std::iter::once(division).chain(rest.map(|text| Cell::Text(text))))?;
    }
    table.finish()
}
