//! A page in a browser: its address whole, the host in bold as browsers do, the certificate folded away.

use content::{Block, Browser, Certificate, Lock};
use maud::{Markup, html};

use super::paragraph::{fold, pair, paragraph};
use crate::Words;
use crate::components::icon::Icon;
use crate::words::key;

/// The bar and the page.
pub fn browser(words: Words, browser: &Browser) -> Markup {
    let (icon, drawn) = match browser.lock {
        Lock::Secure => (Icon::Lock, key("drawn-closed-padlock")),
        Lock::None => (Icon::Globe, key("drawn-globe")),
        Lock::Error => (Icon::Warning, key("drawn-warning-triangle")),
    };
    html! {
        div class="window" {
            p class="window__label" { (words.say("exhibit-browser-tab")) " " (browser.page) }
            p class="address" {
                (icon) span class="visually-hidden" { (words.say(drawn)) " " }
                span { (browser.address.before) b { (browser.address.host) } (browser.address.after) }
            }
            @if let Some(certificate) = &browser.certificate { (about(words, certificate)) }
            div class="window__text" { @for block in &browser.content { (part(words, block)) } }
        }
    }
}

fn about(words: Words, certificate: &Certificate) -> Markup {
    let said = |text: &str| html! { (text) };
    let inside = html! {
        dl class="pairs" {
            (pair(words.say("exhibit-certificate-to"), &said(&certificate.issued_to)))
            (pair(words.say("exhibit-certificate-by"), &said(&certificate.issuer)))
            (pair(words.say("exhibit-certificate-from"), &said(&certificate.from)))
            (pair(words.say("exhibit-certificate-until"), &said(&certificate.until)))
            @if let Some(fingerprint) = &certificate.fingerprint {
                (pair(words.say("exhibit-certificate-fingerprint"), &html! { code { (fingerprint) } }))
            }
        }
    };
    fold(words.say("exhibit-certificate"), &inside)
}

fn part(words: Words, block: &Block) -> Markup {
    match block {
        Block::Heading(text) => html! { h3 class="window__title" { (text) } },
        Block::Paragraph(pieces) => paragraph(words, pieces),
        Block::Button(text) => {
            html! { p { span class="pressable" { span class="visually-hidden" { (words.say("exhibit-button")) " " } (text) } } }
        }
        Block::Field(label) => {
            html! { p class="blank" { span { span class="visually-hidden" { (words.say("exhibit-field")) " " } (label) } } }
        }
        Block::Notice(text) => html! { p class="notice" { (Icon::Info) span { (text) } } },
    }
}
