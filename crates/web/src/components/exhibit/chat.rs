//! Messages one under the other: a conversation, or what a phone has received.

use content::{Chat, Phone, Piece, Screen};
use maud::{Markup, html};

use super::paragraph::paragraph;
use super::settings::rows;
use crate::Words;

/// A conversation.
pub fn chat(words: Words, chat: &Chat) -> Markup {
    html! {
        div class="window" {
            @if let Some(group) = &chat.group { h3 class="window__title" { (group) } }
            ol class="talk" { @for one in &chat.messages {
                li class=[one.mine.then_some("talk__mine")] {
                    (said(words, &one.who, one.mine, one.at.as_deref(), &one.text))
                }
            } }
        }
    }
}

/// The screen of a phone.
pub fn phone(words: Words, phone: &Phone) -> Markup {
    html! {
        div class="window window--phone" {
            @if let Some(clock) = &phone.clock { p class="window__label" { (clock) } }
            h3 class="window__title" { (phone.heading) }
            @match &phone.screen {
                Screen::Sms(notices) | Screen::Notifications(notices) => {
                    ol class="talk" { @for one in notices {
                        li { (said(words, &one.from, false, one.at.as_deref(), &one.text)) }
                    } }
                }
                Screen::Settings(settings) => { (rows(words, settings)) }
            }
        }
    }
}

fn said(words: Words, who: &str, mine: bool, at: Option<&str>, text: &[Piece]) -> Markup {
    html! {
        p class="talk__who" {
            b { (who) } @if mine { " " (words.say("exhibit-chat-mine")) }
            @if let Some(at) = at { " · " (at) }
        }
        (paragraph(words, text))
    }
}
