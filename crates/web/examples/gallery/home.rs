//! The home page of a stranger.

use maud::{Markup, html};
use web::Words;
use web::components::button::Button;
use web::components::card::{Ground, card};
use web::components::domain::{self, Domain};
use web::components::field::{Field, Kind};
use web::components::honeycomb::{Honeycomb, Size};

use crate::sample::{cells, competences};

pub fn page(words: Words) -> Markup {
    let competences = competences();
    let cells = cells(&competences);
    html! {
        div class="stack-l" {
            section class="hero" {
                div class="hero__intro stack" {
                    h1 class="title-l" { ("Voyez ce que vous savez faire. Apprenez le reste.") }
                    p class="lead" { ("Des questions concrètes sur le numérique, qui s’adaptent à vous. Des corrections qui expliquent. Gratuit, à tout âge.") }
                }
                div class="hero__act stack-s" {
                    div class="actions" { (Button::link("Créer mon compte", "/sign-up")) (Button::link("Se connecter", "/profile").quiet()) }
                    p class="small muted" { "Envie de voir avant ? " a href="/question/number" { "Essayez une question sans compte" } "." }
                }
                figure class="hero__art" { (Honeycomb { words, total: 532, of: 1024, cells: &cells, size: Size::Home, decorative: true }) }
            }
            section class="cols cols--even" aria-label="Accès directs" {
                (code_form("J’ai un code", "code", "Code du parcours", "Neuf caractères donnés par votre enseignant ou votre organisation.", "Commencer le parcours"))
                (code_form("Vérifier un certificat", "certificate", "Code de vérification", "Il commence par P- et figure en bas du certificat.", "Vérifier"))
            }
            section class="stack" {
                h2 { ("Cinq domaines, seize compétences") }
                ul class="list grid grid--s" { @for (domain, count) in Domain::ALL.into_iter().zip([3, 4, 4, 3, 2]) { (domain_line(words, domain, count)) } }
            }
            (card(Ground::Accent, &html! {
                h2 { "Vous enseignez, formez ou recrutez" }
                p class="narrow-text" { "Importez une classe, lancez un parcours, voyez qui a besoin de quoi. Le même outil sert une école, un rectorat ou un pays." }
                ul class="list row" { li { a class="tap" href="/" { "Espace enseignants et organisations" } } li { a class="tap" href="/" { "Centres de certification" } } }
            }))
        }
    }
}

fn code_form(title: &str, name: &str, label: &str, hint: &str, verb: &str) -> Markup {
    html! {
        form class="card form" method="post" action="/home" {
            h2 { (title) }
            (Field { kind: Kind::Code, hint: Some(hint), longest: Some(12), ..Field::new(name, label) })
            (Button::submit(verb).quiet())
        }
    }
}

fn domain_line(words: Words, domain: Domain, count: usize) -> Markup {
    html! {
        li class={ (domain.class()) " stack-s" } {
            (domain::threads(count)) (domain::badge(domain, false))
            h3 { (words.say(domain.name_key())) }
            p class="small muted" { (format!("{count} compétences")) }
        }
    }
}
