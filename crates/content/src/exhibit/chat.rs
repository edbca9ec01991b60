//! A conversation.

use super::reading::{Piece, filled, list, maybe, paragraph, plain, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A conversation in a messaging program.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Chat {
    /// The name of the group.
    pub group: Option<String>,
    /// The messages, the oldest first.
    pub messages: Vec<Message>,
}

/// A message of a conversation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Message {
    /// Who wrote it.
    pub who: String,
    /// When, in words.
    pub at: Option<String>,
    /// What it says.
    pub text: Vec<Piece>,
    /// Whether the owner of the screen wrote it.
    pub mine: bool,
}

const MESSAGES: usize = 30;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Chat> {
    at.only(&["kind", "title", "group", "messages"])?;
    Ok(Chat {
        group: maybe(at, "group", |group| prose(group, lang))?,
        messages: list(at.key("messages")?, MESSAGES, |item| message(item, lang))?,
    })
}

fn message(at: At<'_>, lang: Lang) -> Shape<Message> {
    at.only(&["who", "at", "text", "mine"])?;
    Ok(Message {
        who: filled(at.key("who")?, lang)?,
        at: maybe(at, "at", |when| filled(when, lang))?,
        text: paragraph(at.key("text")?, lang)?,
        mine: at.flag("mine")?,
    })
}

impl Chat {
    pub(crate) fn lines(&self) -> Vec<String> {
        let group = self.group.iter().map(|group| format!("# {group}"));
        group.chain(self.messages.iter().map(Message::line)).collect()
    }
}

impl Message {
    fn line(&self) -> String {
        let mine = if self.mine { " (mine)" } else { "" };
        format!("{}{mine}, {}: {}", self.who, self.at.as_deref().unwrap_or("no time"), plain(&self.text))
    }
}
