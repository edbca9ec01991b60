use maud::{Markup, Render, html};

use super::part;
use crate::Words;
use crate::components::competence::{Action, Competence};
use crate::components::domain::{Domain, legend};
use crate::components::honeycomb::{Cell, Honeycomb, Size};
use crate::components::meter::meter;
use crate::components::ring::{self, Ring};
use crate::components::thread::thread;

/// The number of competences of each domain, with sample levels.
const LEVELS: [(Domain, &[u8]); 5] = [
    (Domain::Information, &[5, 4, 3]),
    (Domain::Communication, &[6, 5, 4, 3]),
    (Domain::Creation, &[5, 3, 2, 0]),
    (Domain::Protection, &[4, 8, 3]),
    (Domain::Environment, &[2, 4]),
];

/// Levels and progress.
pub(super) fn section(words: Words) -> Markup {
    html! {
        (part("Alvéole", &combs(words)))
        (part("Niveaux", &rings(words)))
        (part("Progression", &html! {
            (thread(words, 0, false, 5)) (thread(words, 2, true, 5)) (thread(words, 5, false, 5))
            (meter("demo-meter", "Corrections lues", 13, 20))
        }))
        (part("Compétences", &cards(words)))
    }
}

fn combs(words: Words) -> Markup {
    let cells: Vec<Cell<'_>> = LEVELS
        .iter()
        .flat_map(|(domain, levels)| {
            levels.iter().map(|level| Cell { domain: *domain, name: "Compétence", level: *level })
        })
        .collect();
    let comb = |size, decorative| {
        Honeycomb { words, total: 532, of: 1024, cells: &cells, size, decorative }.render()
    };
    html! {
        (legend(words))
        div class="row" {
            div class="hero__art" { (comb(Size::Full, false)) } (comb(Size::Card, true)) (comb(Size::Icon, true))
        }
    }
}

fn rings(words: Words) -> Markup {
    let cases = [(0, 0), (0, 3), (1, 40), (4, 55), (7, 95), (8, 0)];
    html! {
        div class="row" {
            @for (domain, (level, progress)) in Domain::ALL.into_iter().cycle().zip(cases) {
                span class=(domain.class()) { (Ring { words, level, progress, size: ring::Size::Card }) }
            }
            span class="d4" { (Ring { words, level: 3, progress: 20, size: ring::Size::Small }) }
            span class="d2" { (Ring { words, level: 6, progress: 70, size: ring::Size::Large }) }
        }
    }
}

fn cards(words: Words) -> Markup {
    let card = |domain, name, level, standing, action| Competence {
        words,
        domain,
        name,
        href: "/",
        level,
        progress: 45,
        standing,
        action,
        csrf: "",
    };
    html! {
        div class="grid" {
            (card(Domain::Information, "Gérer des données", 4, "34 pix", Action::Link("/", "Reprendre")))
            (card(Domain::Communication, "S’insérer dans le monde numérique", 2, "Dans 3 jours", Action::None))
            (card(Domain::Creation, "Programmer", 0, "À découvrir", Action::Post("/", "Commencer")))
            (card(Domain::Protection, "Protéger les données personnelles", 8, "Niveau maximal", Action::Link("/", "Revoir")))
        }
    }
}
