//! A form refused: the page that tells what to correct.

use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::password::Password;

pub fn page(words: Words) -> Markup {
    let terms = html! { ("J’accepte les") " " a href="/terms" { ("conditions d’utilisation") } "." };
    let address = "Écrivez une adresse e-mail complète, par exemple camille@exemple.fr.";
    let terms_missing = "Pour créer un compte, cochez cette case.";
    html! {
        div class="stack" {
            h1 { ("Créer mon compte") }
            p class="lead" { ("Deux minutes, une adresse e-mail, c’est tout.") }
            (error_summary(words, &[("email", address), ("terms", terms_missing)]))
            form class="card form" method="post" action="/sign-up" data-guard {
                (Field { autocomplete: Some("given-name"), value: "Camille", ..Field::new("first", "Prénom") })
                (Field { autocomplete: Some("family-name"), value: "Roy", ..Field::new("last", "Nom") })
                (Field {
                    kind: Kind::Email, autocomplete: Some("email"), value: "camille@", error: Some(address),
                    hint: Some("Par exemple camille@exemple.fr"), ..Field::new("email", "Adresse e-mail")
                })
                (Password { words, name: "password", label: "Mot de passe", new: true, error: None })
                (Checkbox { name: "terms", label: &terms, ticked: false, error: Some(terms_missing) })
                div class="actions" { (Button::submit("Créer mon compte")) }
            }
        }
    }
}
