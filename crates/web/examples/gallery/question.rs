//! A question, with each kind of answer.

use std::collections::BTreeMap;

use content::{Evidence, Exhibit, FieldKind, Input, InputField, Node, TextSize};
use maud::{Markup, html};
use web::Words;
use web::components::answer::Answer;
use web::components::banner::Tone;
use web::components::button::Button;
use web::components::download::{Download, Format};
use web::components::exhibit::exhibit;
use web::components::icon::Icon;
use web::components::tag::tag;
use web::components::thread::thread;

pub const KINDS: [&str; 9] =
    ["number", "choice", "choices", "text", "code", "date", "fields", "set", "order"];

pub fn page(words: Words, kind: &str) -> Markup {
    html! {
        div class="stack" {
            div class="row row--between row--tight" {
                p class="small" { b { "Gérer des données" } br; span class="muted" { ("Question 3 sur 5") } }
                p class="small" { a class="tap" href="/checkpoint" { ("Quitter") } " " span class="muted hide-s" { ("Vos réponses sont gardées.") } }
            }
            (thread(words, 2, true, 5))
            div class="cols cols--task" {
                div class="stack" {
                    p { (tag(Tone::Info, Icon::Globe, "Mode libre\u{a0}: web et logiciels autorisés")) }
                    h1 class="title-s" { "Combien d’inscrits ont payé mais n’ont pas choisi de repas\u{202f}?" }
                    p { "Nadia prépare la sortie du club de randonnée. Lisez l’arborescence de sa clé USB, puis utilisez le classeur joint." }
                    (exhibit(words, &tree(), 0))
                }
                (form(words, kind))
            }
        }
    }
}

fn form(words: Words, kind: &str) -> Markup {
    let (input, hint) = input(kind);
    let formats = [
        Format { ending: "ods", href: "/", bytes: Some(14_200) },
        Format { ending: "xlsx", href: "/", bytes: Some(12_000) },
        Format { ending: "csv", href: "/", bytes: Some(4_100) },
    ];
    let error = (kind == "choices")
        .then_some("Donnez une réponse, ou choisissez «\u{a0}Je passe\u{a0}» si vous ne savez pas.");
    html! {
        form class="card form" method="post" action="/checkpoint" data-guard {
            div class="stack-s" { p class="legend" { ("Le fichier") } (Download { words, name: "sortie-refuge.ods", formats: &formats }) }
            (Answer { words, input: &input, label: "Votre réponse", hint: Some(hint), error, given: &BTreeMap::new(), pictures: None })
            div class="actions actions--fill" {
                (Button::submit("Je valide").value("action", "answer"))
                (Button::submit("Je passe").value("action", "skip").quiet().unchecked())
            }
        }
    }
}

fn input(kind: &str) -> (Input, &'static str) {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let options = texts(&[
        "Dans le dossier Documents",
        "Sur la clé USB de Nadia, dossier club/2024",
        "Dans le nuage",
        "Nulle part : il a été effacé",
    ]);
    let field = |key: &str, label: &str, kind| InputField { key: key.into(), label: label.into(), kind };
    match kind {
        "choice" => (Input::Choice { options }, "Une seule réponse."),
        "choices" => (Input::Choices { options }, "Une ou plusieurs réponses."),
        "text" => (Input::Text { size: TextSize::Word }, "Quelques caractères suffisent."),
        "code" => (Input::Text { size: TextSize::Code }, "Quelques caractères suffisent."),
        "date" => (Input::Date, "Une date, par exemple 3 mai 2024 ou 03/05/2024."),
        "fields" => {
            let size = FieldKind::Number { unit: Some("Ko".into()) };
            let select = FieldKind::Select { options: texts(&["Classeur", "Document", "Image"]) };
            let fields = vec![
                field("a", "Dossier", FieldKind::Text),
                field("b", "Taille", size),
                field("c", "Type", select),
            ];
            (Input::Fields(fields), "Quelques caractères suffisent.")
        }
        "set" => (
            Input::Set { labels: texts(&["Premier nom", "Deuxième nom", "Troisième nom"]) },
            "Dans l’ordre que vous voulez.",
        ),
        "order" => {
            let items = texts(&[
                "Choisir le dossier où il sera rangé",
                "Nommer le fichier",
                "Enregistrer",
                "Vérifier qu’il s’ouvre",
            ]);
            (Input::Order { items }, "Donnez à chaque ligne son rang.")
        }
        _ => (Input::Number { unit: Some("personnes".into()) }, "Un nombre entier, en chiffres."),
    }
}

fn tree() -> Exhibit {
    let node = |name: &str, note: Option<&str>, children: Vec<Node>| Node {
        name: name.into(),
        folder: note.is_none(),
        open: !children.is_empty(),
        note: note.map(str::to_owned),
        children,
    };
    let files = vec![
        node("sortie-refuge.ods", Some("14 Ko"), vec![]),
        node("devis-transport-autocar.pdf", Some("212 Ko"), vec![]),
    ];
    let club = node("club", None, vec![node("2024", None, files), node("archives", None, vec![])]);
    Exhibit {
        title: "Clé USB de Nadia".into(),
        evidence: Evidence::Tree { nodes: vec![club, node("notes.txt", Some("2 Ko"), vec![])] },
    }
}
