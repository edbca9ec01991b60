use std::collections::BTreeMap;

use content::{FieldKind, Input, InputField, TextSize};
use maud::{Markup, html};

use super::part;
use crate::Words;
use crate::components::answer::Answer;
use crate::components::choice::Checkbox;
use crate::components::field::{Field, Kind};
use crate::components::password::Password;

/// What can be filled in, empty, filled and refused.
pub(super) fn section(words: Words) -> Markup {
    html! {
        (part("Champs", &fields(words)))
        (part("Réponses", &html! {
            div class="grid grid--fit" { @for (input, error) in inputs() { (answer(words, &input, error)) } }
        }))
    }
}

fn fields(words: Words) -> Markup {
    let terms = html! { "J’accepte les " a href="/terms" { "conditions d’utilisation" } "." };
    let line = |name| Field::new(name, "Adresse e-mail");
    html! {
        div class="cols cols--even" {
            div class="form" {
                (Field { kind: Kind::Email, hint: Some("Par exemple camille@exemple.fr"), autocomplete: Some("email"), ..line("demo.free") })
                (Field { kind: Kind::Email, value: "camille@", error: Some("Écrivez une adresse complète."), ..line("demo.mail") })
                (Field { kind: Kind::Code, longest: Some(12), hint: Some("Neuf caractères."), ..Field::new("demo.code", "Code du parcours") })
                (Field { kind: Kind::Long, optional: Some("(facultatif)"), ..Field::new("demo.long", "Ce qui ne va pas") })
            }
            div class="form" {
                (Password { words, name: "demo.new", label: "Mot de passe", new: true, error: None })
                (Password { words, name: "demo.old", label: "Mot de passe", new: false, error: Some("Écrivez votre mot de passe.") })
                (Checkbox { name: "demo.ok", label: &terms, ticked: true, error: None })
                (Checkbox { name: "demo.terms", label: &terms, ticked: false, error: Some("Pour continuer, cochez cette case.") })
            }
        }
    }
}

/// One input of each kind, some of them refused.
pub(super) fn inputs() -> [(Input, Option<&'static str>); 9] {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let options =
        || texts(&["Dans le dossier Documents", "Sur la clé USB", "Dans le nuage, et nulle part ailleurs"]);
    let field =
        |key: &str, label: &str, kind| InputField { key: key.to_owned(), label: label.to_owned(), kind };
    let several = vec![
        field("folder", "Dossier", FieldKind::Text),
        field("size", "Taille", FieldKind::Number { unit: Some("Ko".to_owned()) }),
        field("kind", "Type", FieldKind::Select { options: texts(&["Classeur", "Document", "Image"]) }),
    ];
    [
        (Input::Choice { options: options() }, None),
        (Input::Choices { options: options() }, Some("Donnez une réponse, ou choisissez « Je passe ».")),
        (Input::Text { size: TextSize::Word }, None),
        (Input::Text { size: TextSize::Code }, None),
        (Input::Number { unit: Some("Mo".to_owned()) }, Some("Écrivez un nombre.")),
        (Input::Date, None),
        (Input::Fields(several), None),
        (Input::Set { labels: texts(&["Premier nom", "Deuxième nom"]) }, None),
        (Input::Order { items: texts(&["Nommer le fichier", "Choisir le dossier", "Enregistrer"]) }, None),
    ]
}

fn answer(words: Words, input: &Input, error: Option<&'static str>) -> Markup {
    let hint = matches!(input, Input::Date).then_some("Par exemple 3 mai 2024 ou 03/05/2024.");
    html! { form class="card form" { (Answer { words, input, label: "Votre réponse", hint, error, given: &BTreeMap::new(), pictures: None }) } }
}
