//! The screen of a phone.

use super::reading::{Piece, filled, list, maybe, paragraph, plain, prose};
use super::settings::{Setting, rows};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// The screen of a phone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Phone {
    /// The heading of the screen.
    pub heading: String,
    /// The hour at its top.
    pub clock: Option<String>,
    /// What it shows.
    pub screen: Screen,
}

/// What the screen of a phone shows.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Screen {
    /// Short messages.
    Sms(Vec<Notice>),
    /// Notifications of programs.
    Notifications(Vec<Notice>),
    /// Settings.
    Settings(Vec<Setting>),
}

/// A short message or a notification.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Notice {
    /// The sender or the program.
    pub from: String,
    /// When, in words.
    pub at: Option<String>,
    /// What it says.
    pub text: Vec<Piece>,
}

const NOTICES: usize = 12;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Phone> {
    let kind = at.key("screen")?;
    let (list_key, screen) = match kind.text()?.as_str() {
        "sms" => ("messages", Screen::Sms(notices(at.key("messages")?, lang)?)),
        "notifications" => ("messages", Screen::Notifications(notices(at.key("messages")?, lang)?)),
        "settings" => ("rows", Screen::Settings(rows(at.key("rows")?, lang)?)),
        _ => return kind.expected("one of sms, notifications, settings"),
    };
    at.only(&["kind", "title", "screen", "heading", "clock", list_key])?;
    let clock = maybe(at, "clock", |clock| filled(clock, lang))?;
    Ok(Phone { heading: prose(at.key("heading")?, lang)?, clock, screen })
}

fn notices(at: At<'_>, lang: Lang) -> Shape<Vec<Notice>> {
    list(at, NOTICES, |item| {
        item.only(&["from", "at", "text"])?;
        Ok(Notice {
            from: filled(item.key("from")?, lang)?,
            at: maybe(item, "at", |when| filled(when, lang))?,
            text: paragraph(item.key("text")?, lang)?,
        })
    })
}

impl Phone {
    pub(crate) fn lines(&self) -> Vec<String> {
        let top = format!("# {} ({})", self.heading, self.clock.as_deref().unwrap_or("no clock"));
        let rows: Vec<String> = match &self.screen {
            Screen::Sms(notices) | Screen::Notifications(notices) => {
                notices.iter().map(Notice::line).collect()
            }
            Screen::Settings(rows) => rows.iter().map(Setting::line).collect(),
        };
        std::iter::once(top).chain(rows).collect()
    }
}

impl Notice {
    fn line(&self) -> String {
        format!("{}, {}: {}", self.from, self.at.as_deref().unwrap_or("no time"), plain(&self.text))
    }
}
