use maud::{Markup, html};

use super::part;
use crate::Words;
use crate::components::banner::{Tone, banner};
use crate::components::button::{Button, post};
use crate::components::card::{Ground, card};
use crate::components::confirm::Confirm;
use crate::components::domain::{self, Domain};
use crate::components::icon::Icon;
use crate::components::status::{Status, status_icon};
use crate::components::{breadcrumb, code, empty, error_summary, fold, pagination, stats, tag, toast};
use crate::moment;

const TONES: [(Tone, &str); 4] = [
    (Tone::Info, "Le test s’adapte à vos réponses."),
    (Tone::Ok, "Votre profil est certifiable."),
    (Tone::Warn, "Il reste deux minutes. Vos réponses sont gardées."),
    (Tone::Error, "Le fichier n’a pas été reçu. Rien n’est perdu : envoyez-le de nouveau."),
];

/// What can be pressed, and what answers.
pub(super) fn section(words: Words) -> Markup {
    html! {
        (part("Boutons", &buttons()))
        (part("Messages", &messages(words)))
        (part("Cartes et repères", &places(words)))
    }
}

fn buttons() -> Markup {
    html! {
        div class="row" {
            (Button::submit("Continuer")) (Button::submit("Je passe").quiet()) (Button::link("M’arrêter ici", "/").bare())
            (Button::submit("Effacer mes réponses").danger())
        }
        div class="row" {
            (Button::submit("Petit").small()) (Button::submit("Télécharger").quiet().small().icon(Icon::Download))
            (post("/dev/components", "jeton", &Button::submit("Dans son formulaire").quiet().small()))
        }
        (code::code(words_of_code(), "BQTR 47"))
    }
}

fn words_of_code() -> Words {
    Words::of(crate::Lang::Fr)
}

fn messages(words: Words) -> Markup {
    html! {
        @for (tone, text) in TONES { (banner(tone, &html! { p { (text) } })) }
        (error_summary::error_summary(words, &[("demo.mail", "Écrivez une adresse complète."), ("demo.terms", "Cochez la case.")]))
        (toast::toast(Some((Tone::Ok, "Réponse enregistrée."))))
        div class="row" {
            (tag::tag(Tone::Info, Icon::Globe, "Mode libre"))
            (tag::tag(Tone::Ok, Icon::Check, "Terminé"))
            (tag::tag(Tone::Warn, Icon::Clock, "Deux minutes"))
            (tag::tag(Tone::Error, Icon::Cross, "Refusé"))
            (tag::plain("Brouillon"))
            @for domain in Domain::ALL { (tag::domain(domain, words.say(domain.name_key()))) }
        }
        div class="row" { @for status in Status::ALL { span class="row" { (status_icon(status)) (status.word(words)) } } }
    }
}

fn places(words: Words) -> Markup {
    html! {
        (breadcrumb::breadcrumb(words, &[("Classes", "/"), ("6e B", "/")], "Protection et sécurité"))
        div class="grid grid--fit" {
            (card(Ground::Plain, &html! { h3 { "Carte" } p { "Mis à jour le " (moment::date(words.lang(), 1_714_740_305_000)) "." } }))
            (card(Ground::Sunken, &html! { h3 { "Carte en creux" } p { "À " (moment::date_time(words.lang(), 1_714_740_305_000)) "." } }))
            (card(Ground::Accent, &html! { h3 { "Carte teintée" } p { "Vous enseignez, formez ou recrutez." } }))
        }
        (domain::header(Domain::Creation, words.say(Domain::Creation.name_key()), "demo-domain", "89 pix sur 256"))
        (stats::stats(&[("Élèves", "24".to_owned(), ""), ("Parcours envoyés", "21".to_owned(), "sur 24"), ("En cours", "2".to_owned(), "")]))
        (pagination::pagination(words, 5, 12, |page| format!("?page={page}")))
        (fold::fold("Une ligne qui s’ouvre", true, &html! { p { "Son contenu." } }))
        (fold::more("Lire l’information sous forme de texte", &html! { p { "Le texte." } }))
        (empty::empty("Pas encore de parcours", "Les parcours que votre enseignant vous donne apparaîtront ici.", Some(&Button::link("J’ai un code", "/").quiet())))
        (Confirm {
            title: "Remettre « Gérer des données » à zéro ?",
            consequences: &["Vos 36 pix dans cette compétence seront effacés.", "Vos autres compétences ne changent pas."],
            action: "/dev/components", csrf: "", verb: "Remettre à zéro", cancel: ("Garder mes pix", "/"), danger: true,
        })
    }
}
