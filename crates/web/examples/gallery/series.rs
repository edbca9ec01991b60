//! The checkpoint, a correction and a result.

use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::compare::compare;
use web::components::fold::answered;
use web::components::prose::prose;
use web::components::ring::{Ring, Size};
use web::components::status::Status;
use web::components::tutorial::tutorial;

const ANSWERS: [(Status, &str); 5] = [
    (Status::Ok, "Trouver le dossier le plus lourd d’une arborescence"),
    (Status::Partial, "Retrouver la version d’un document d’après sa date"),
    (Status::Ko, "Compter des lignes qui remplissent deux conditions"),
    (Status::Skipped, "Choisir un format d’archive pour envoyer des photos"),
    (Status::TimedOut, "Nommer des fichiers pour qu’ils se trient par date"),
];

pub fn checkpoint(words: Words) -> Markup {
    html! {
        div class="stack-l" {
            section class="cols cols--side d1" {
                div class="stack" {
                    p class="muted small" { "Gérer des données" }
                    h1 { ("3 réponses réussies sur 5, le fil avance") }
                    p class="lead" { ("Vos réponses sont enregistrées. Lisez la correction qui vous intéresse, puis continuez\u{a0}: le test s’adapte à vous.") }
                    div class="actions" { (Button::link("Continuer", "/question/number")) (Button::link("M’arrêter ici", "/profile").bare()) }
                }
                (level(words))
            }
            section class="stack" {
                h2 { ("Vos dernières réponses") }
                div { @for (status, title) in ANSWERS { (answered(words, status, title, status == Status::Ko, &inside(words, status == Status::Ok))) } }
            }
        }
    }
}

fn level(words: Words) -> Markup {
    html! {
        div class="card card--sunken level" {
            (Ring { words, level: 4, progress: 55, size: Size::Large })
            div {
                p { b { ("Niveau 4") } }
                p class="small muted num" { ("36 pix") br; ("Encore 4 pix pour le niveau 5") }
            }
        }
    }
}

fn inside(words: Words, right: bool) -> Markup {
    html! {
        p { "Combien d’inscrits ont payé mais n’ont pas choisi de repas\u{202f}?" }
        (compare(words, Some(&html! { "23" }), right, &html! { "9" }))
        div class="stack-s" {
            h3 { ("Ce qui s’est passé") }
            (prose("<p>23 est le nombre de personnes sans repas, payées ou non. Il fallait garder celles qui remplissent <strong>les deux</strong> conditions : « Payé » vaut oui <strong>et</strong> « Repas » est vide.</p>"))
        }
        div class="stack-s" {
            h3 { ("Pour y arriver la prochaine fois") }
            ul class="list stack-s" { li { (tutorial(words, "Filtrer sur deux colonnes", "/", 4)) } li { (tutorial(words, "Compter avec NB.SI.ENS", "/", 6)) } }
        }
    }
}

pub fn correction(words: Words) -> Markup {
    html! {
        div class="stack" {
            p { a class="tap" href="/checkpoint" { ("Retour") } }
            h1 { "Compter des lignes qui remplissent deux conditions" }
            div class="stack" { (inside(words, false)) }
        }
    }
}

pub fn result(words: Words) -> Markup {
    html! {
        div class="stack-l" {
            section class="cols cols--side d1" {
                div class="stack" {
                    p class="muted small" { "Gérer des données" }
                    h1 { ("Niveau 4 atteint") }
                    p class="lead" { ("Vous avez 36 pix dans cette compétence.") }
                    div class="actions" { (Button::link("Voir mon profil", "/profile")) (Button::link("Toutes vos réponses", "/checkpoint").bare()) }
                }
                (level(words))
            }
        }
    }
}
