//! A message as a mail program shows it.

use super::reading::{Piece, filled, list, maybe, maybe_list, pair, paragraph, plain, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Mail {
    /// Who is said to have sent it.
    pub from: Correspondent,
    /// To whom.
    pub to: Vec<Correspondent>,
    /// Who gets a copy.
    pub cc: Vec<Correspondent>,
    /// Where an answer would go, if not to the sender.
    pub reply_to: Option<Correspondent>,
    /// When, in words.
    pub date: String,
    /// Its subject.
    pub subject: String,
    /// Its paragraphs.
    pub body: Vec<Vec<Piece>>,
    /// The files that come with it.
    pub attachments: Vec<Attachment>,
    /// Its raw headers, folded away at first: name and value.
    pub headers: Vec<(String, String)>,
}

/// A name and an address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Correspondent {
    /// The name shown, which anybody may choose.
    pub name: Option<String>,
    /// The address.
    pub address: String,
}

/// A file that comes with a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Attachment {
    /// Its name.
    pub name: String,
    /// Its size, in words.
    pub size: Option<String>,
}

const PEOPLE: usize = 12;
const PARAGRAPHS: usize = 12;
const ATTACHMENTS: usize = 8;
const HEADERS: usize = 20;

pub(super) const KEYS: [&str; 11] =
    ["kind", "title", "from", "to", "cc", "reply_to", "date", "subject", "body", "attachments", "headers"];

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Mail> {
    at.only(&KEYS)?;
    let someone = |at: At<'_>| correspondent(at, lang);
    Ok(Mail {
        from: someone(at.key("from")?)?,
        to: list(at.key("to")?, PEOPLE, someone)?,
        cc: maybe_list(at, "cc", PEOPLE, someone)?,
        reply_to: maybe(at, "reply_to", someone)?,
        date: filled(at.key("date")?, lang)?,
        subject: prose(at.key("subject")?, lang)?,
        body: list(at.key("body")?, PARAGRAPHS, |item| paragraph(item, lang))?,
        attachments: maybe_list(at, "attachments", ATTACHMENTS, |item| attachment(item, lang))?,
        headers: maybe_list(at, "headers", HEADERS, |item| pair(item, Lang::En))?,
    })
}

fn correspondent(at: At<'_>, lang: Lang) -> Shape<Correspondent> {
    at.only(&["name", "address"])?;
    Ok(Correspondent {
        name: maybe(at, "name", |name| filled(name, lang))?,
        address: filled(at.key("address")?, lang)?,
    })
}

fn attachment(at: At<'_>, lang: Lang) -> Shape<Attachment> {
    at.only(&["name", "size"])?;
    Ok(Attachment {
        name: filled(at.key("name")?, lang)?,
        size: maybe(at, "size", |size| filled(size, lang))?,
    })
}

impl Mail {
    pub(crate) fn lines(&self) -> Vec<String> {
        let all =
            |people: &[Correspondent]| people.iter().map(Correspondent::line).collect::<Vec<_>>().join(", ");
        let mut lines = vec![format!("From: {}", self.from.line()), format!("To: {}", all(&self.to))];
        if !self.cc.is_empty() {
            lines.push(format!("Cc: {}", all(&self.cc)));
        }
        lines.extend(self.reply_to.iter().map(|one| format!("Reply-To: {}", one.line())));
        lines.extend([format!("Date: {}", self.date), format!("Subject: {}", self.subject)]);
        lines.extend(self.body.iter().map(|pieces| plain(pieces)));
        lines.extend(self.attachments.iter().map(|file| {
            let size = file.size.as_deref().unwrap_or("no size");
            format!("[attachment] {} ({size})", file.name)
        }));
        lines.extend(self.headers.iter().map(|(name, value)| format!("[header] {name}: {value}")));
        lines
    }
}

impl Correspondent {
    fn line(&self) -> String {
        match &self.name {
            Some(name) => format!("{name} <{}>", self.address),
            None => self.address.clone(),
        }
    }
}
