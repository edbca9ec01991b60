//! A message as a mail program shows it.

use content::{Attachment, Correspondent, Mail};
use maud::{Markup, html};

use super::paragraph::{fold, pair, paragraph};
use crate::Words;
use crate::components::icon::Icon;

/// A message: subject, people, text, files, raw headers.
pub fn mail(words: Words, mail: &Mail) -> Markup {
    html! {
        div class="window" {
            h3 class="window__title" { (mail.subject) }
            dl class="pairs" {
                (pair(words.say("exhibit-mail-from"), &person(&mail.from)))
                (people(words.say("exhibit-mail-to"), &mail.to))
                (people(words.say("exhibit-mail-cc"), &mail.cc))
                @if let Some(reply_to) = &mail.reply_to { (pair(words.say("exhibit-mail-reply-to"), &person(reply_to))) }
                (pair(words.say("exhibit-mail-date"), &html! { (mail.date) }))
            }
            div class="window__text" { @for pieces in &mail.body { (paragraph(words, pieces)) } }
            @if !mail.attachments.is_empty() { (attachments(words, &mail.attachments)) }
            @if !mail.headers.is_empty() { (headers(words, &mail.headers)) }
        }
    }
}

fn people(label: &str, people: &[Correspondent]) -> Markup {
    html! { @if !people.is_empty() {
        div { dt { (label) } @for one in people { dd { (person(one)) } } }
    } }
}

fn person(one: &Correspondent) -> Markup {
    html! {
        @if let Some(name) = &one.name { (name) " <" (one.address) ">" } @else { (one.address) }
    }
}

fn attachments(words: Words, files: &[Attachment]) -> Markup {
    html! {
        h4 class="window__label" { (words.say("exhibit-mail-attachments")) }
        ul class="rows" { @for file in files {
            li { (Icon::Document) span { (file.name) } @if let Some(size) = &file.size { span class="rows__end" { (size) } } }
        } }
    }
}

fn headers(words: Words, headers: &[(String, String)]) -> Markup {
    fold(
        words.say("exhibit-mail-headers"),
        &html! { dl class="pairs pairs--raw" { @for (name, value) in headers { (pair(name, &html! { (value) })) } } },
    )
}
