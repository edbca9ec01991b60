use std::collections::BTreeSet;

use content::{Evidence, Exhibit, Icon, IconItem, Node};
use maud::{Markup, html};

use super::part;
use super::windows::windows;
use crate::Words;
use crate::components::compare::{compare, lines};
use crate::components::download::{Download, Format};
use crate::components::exhibit::exhibit;
use crate::components::fold::answered;
use crate::components::prose::prose;
use crate::components::status::Status;
use crate::components::tutorial::tutorial;

const PROSE: &str = "<p>Chaque barre oblique veut dire « entrer dans ce dossier » : <code>club/2024/devis.txt</code>.</p>\
    <ul><li>ouvrir <strong>club</strong> ;</li><li>puis 2024.</li></ul><pre><code>cd club/2024</code></pre>";

/// What comes with a question and its correction.
pub(super) fn section(words: Words) -> Markup {
    html! {
        (part("Pièces à étudier", &html! {
            div class="cols cols--even" { @for (number, piece) in pieces().iter().enumerate() { div { (exhibit(words, piece, number)) } } }
        }))
        (part("Fenêtres à étudier", &html! {
            div class="cols cols--even" { @for (number, piece) in windows().iter().enumerate() { div { (exhibit(words, piece, pieces().len() + number)) } } }
        }))
        (part("Fichiers et tutoriels", &files(words)))
        (part("Corrections", &corrections(words)))
        (part("Texte suivi", &prose(PROSE)))
    }
}

fn files(words: Words) -> Markup {
    let formats = [
        Format { ending: "ods", href: "/", bytes: Some(14_200) },
        Format { ending: "xlsx", href: "/", bytes: Some(12_000) },
        Format { ending: "csv", href: "/", bytes: None },
    ];
    html! {
        div class="cols cols--even" {
            (Download { words, name: "sortie-refuge.ods", formats: &formats })
            (tutorial(words, "Filtrer sur deux colonnes", "/", 4))
        }
    }
}

fn corrections(words: Words) -> Markup {
    let steps = lines(true, &["Nommer".to_owned(), "Enregistrer".to_owned()]);
    html! {
        div {
            @for status in Status::ALL {
                (answered(words, status, "Compter des lignes qui remplissent deux conditions", status == Status::Ko, &html! {
                    (compare(words, Some(&html! { "23" }), status == Status::Ok, &html! { "9" }))
                }))
            }
        }
        (compare(words, Some(&html! { "9" }), true, &html! { "9" }))
        (compare(words, None, false, &steps))
    }
}

/// One piece of evidence of each kind.
fn pieces() -> Vec<Exhibit> {
    let piece = |title: &str, evidence| Exhibit { title: title.to_owned(), evidence };
    vec![
        piece("Clé USB de Nadia", tree()),
        piece("Dossier « Photos »", files_of_a_folder()),
        piece("Inscrits", table()),
        piece("Propriétés", facts()),
        piece("journal.txt", log()),
        piece("Dossier synchronisé", icons()),
    ]
}

fn files_of_a_folder() -> Evidence {
    Evidence::Files {
        columns: texts(&["Nom", "Taille", "Modifié"]),
        rows: vec![texts(&["été", "", "3 mai 2024"]), texts(&["plage-aout.jpg", "1,4 Mo", "12 août 2024"])],
        folders: BTreeSet::from([0]),
    }
}

fn table() -> Evidence {
    Evidence::Table {
        columns: texts(&["Nom", "Payé", "Montant"]),
        rows: vec![texts(&["Ferrand", "oui", "12,50"]), texts(&["Ouali", "non", "0,00"])],
        numeric: BTreeSet::from([2]),
    }
}

fn facts() -> Evidence {
    let facts = [("Auteur", "Nadia Ferrand"), ("Modifié", "3 mai 2024, 14:05"), ("Taille", "14 Ko")];
    Evidence::Facts { facts: facts.map(|(name, value)| (name.to_owned(), value.to_owned())).to_vec() }
}

fn log() -> Evidence {
    let lines = [
        "2024-05-03 14:05 copie commencée",
        "2024-05-03 14:06 ERREUR disque plein : /sauvegarde/2024/photos/ete",
        "2024-05-03 14:06 fin",
    ];
    Evidence::Lines { lines: texts(&lines) }
}

fn texts(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

fn tree() -> Evidence {
    let node = |name: &str, note: Option<&str>, children: Vec<Node>| Node {
        name: name.to_owned(),
        folder: note.is_none(),
        open: !children.is_empty(),
        note: note.map(str::to_owned),
        children,
    };
    let year = node(
        "2024",
        None,
        vec![node("devis.txt", Some("12 Ko"), vec![]), node("photo.jpg", Some("1,4 Mo"), vec![])],
    );
    Evidence::Tree {
        nodes: vec![
            node("club", None, vec![year, node("archives", None, vec![])]),
            node("notes.txt", Some("2 Ko"), vec![]),
        ],
    }
}

fn icons() -> Evidence {
    let all = [
        Icon::Local,
        Icon::Cloud,
        Icon::Synced,
        Icon::Syncing,
        Icon::Error,
        Icon::Conflict,
        Icon::Shared,
        Icon::Offline,
        Icon::Paused,
    ];
    let item = |icon| IconItem {
        name: "rapport-2024.odt".to_owned(),
        icon,
        note: (icon == Icon::Cloud).then(|| "14 Ko".to_owned()),
    };
    Evidence::Icons { items: all.into_iter().map(item).collect() }
}
