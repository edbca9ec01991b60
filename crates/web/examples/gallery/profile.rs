//! The profile, and the page of one competence.

use maud::{Markup, html};
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, post};
use web::components::competence::{Action, Competence};
use web::components::domain::{self, Domain};
use web::components::honeycomb::{Honeycomb, Size};
use web::components::ring::{self, Ring};
use web::components::tutorial::tutorial;

use crate::sample::{self, cells, competences};

pub fn page(words: Words) -> Markup {
    let all = competences();
    let cells = cells(&all);
    html! {
        div class="stack-l" {
            section class="hero" {
                div class="hero__intro stack" {
                    h1 { ("Votre profil, maille après maille") }
                    p class="lead" { ("Seize compétences, huit niveaux. Chaque rangée de l’alvéole est un domaine\u{202f}; chaque case se remplit fil par fil.") }
                    (domain::legend(words))
                }
                figure class="hero__art" { (Honeycomb { words, total: 532, of: 1024, cells: &cells, size: Size::Full, decorative: false }) }
                div class="hero__act stack" {
                    (banner(Tone::Ok, &html! { p { b { ("Votre profil est certifiable.") } " " ("Vous avez atteint le niveau 1 dans 15 compétences\u{202f}; il en faut 5.") } }))
                    div class="actions" {
                        (Button::link("Reprendre «\u{a0}Gérer des données\u{a0}»", "/question/number"))
                        (Button::link("J’ai un code", "/home").bare())
                    }
                }
            }
            @for domain in Domain::ALL { (section(words, domain, &all)) }
        }
    }
}

fn section(words: Words, domain: Domain, all: &[sample::Competence]) -> Markup {
    let of_domain: Vec<&sample::Competence> = all.iter().filter(|one| one.domain == domain).collect();
    let pix: u32 = of_domain.iter().map(|one| one.pix).sum();
    let figure = format!("{pix} pix sur {}", of_domain.len() * 64);
    html! {
        section class={ "stack " (domain.class()) } aria-labelledby=(domain.class()) {
            (domain::header(domain, words.say(domain.name_key()), domain.class(), &figure))
            div class="grid" { @for one in of_domain { (card(words, one)) } }
        }
    }
}

fn card(words: Words, one: &sample::Competence) -> Markup {
    let pix = format!("{} pix", one.pix);
    let (standing, action) = match (one.level, one.progress) {
        (0, _) => ("À découvrir", Action::Post("/profile", "Commencer")),
        (8, _) => ("Niveau maximal atteint", Action::Link("/competence", "Revoir")),
        (4, 0) => ("Dans 3 jours", Action::None),
        _ => (pix.as_str(), Action::Link("/question/number", "Reprendre")),
    };
    let (domain, name, level, progress) = (one.domain, one.name, one.level, one.progress);
    html! { (Competence { words, domain, name, href: "/competence", level, progress, standing, action, csrf: "" }) }
}

pub fn competence(words: Words) -> Markup {
    html! {
        div class="stack-l" {
            section class="cols cols--side d1" {
                div class="stack" {
                    (breadcrumb(words, &[("Mon profil", "/profile"), (words.say(Domain::Information.name_key()), "/profile")], "Gérer des données"))
                    h1 { "Gérer des données" }
                    p class="lead" { "Stocker et organiser des données pour les retrouver, les conserver et en faciliter l’accès." }
                    p class="muted" { ("Une quinzaine de questions. Vous pouvez vous arrêter et reprendre\u{a0}: vos réponses sont gardées.") }
                    div class="actions" { (post("/question/number", "", &Button::submit("Reprendre"))) (Button::link("Voir mon dernier résultat", "/result").bare()) }
                }
                div class="card card--sunken level" {
                    (Ring { words, level: 4, progress: 55, size: ring::Size::Large })
                    div {
                        p { b { ("Niveau 4") } }
                        p class="small muted num" { ("36 pix") br; ("Encore 4 pix pour le niveau 5") }
                    }
                }
            }
            section class="stack" {
                h2 { ("Tutoriels conseillés") }
                ul class="list grid grid--fit" {
                    li { (tutorial(words, "Lire un chemin", "/", 2)) } li { (tutorial(words, "Filtrer sur deux colonnes", "/", 4)) } li { (tutorial(words, "Nommer pour retrouver", "/", 2)) }
                }
            }
        }
    }
}
