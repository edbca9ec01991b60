//! A page in a browser.

use super::reading::{Piece, filled, list, maybe, one_of, paragraph, plain, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A page and the bar above it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Browser {
    /// Its address, whole.
    pub address: Address,
    /// The drawing beside the address.
    pub lock: Lock,
    /// The certificate, folded away at first.
    pub certificate: Option<Certificate>,
    /// The title on the tab.
    pub page: String,
    /// What the page holds.
    pub content: Vec<Block>,
}

/// An address in three parts; together they are the address as written.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Address {
    /// The scheme, and what stands before the host.
    pub before: String,
    /// The host: whose page it is.
    pub host: String,
    /// The rest.
    pub after: String,
}

/// What a browser draws beside an address.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Lock {
    /// A closed padlock.
    Secure,
    /// No padlock.
    None,
    /// A warning.
    Error,
}

/// What a certificate says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Certificate {
    /// The host or the organisation it was given to.
    pub issued_to: String,
    /// Who gave it.
    pub issuer: String,
    /// Its first day, in words.
    pub from: String,
    /// Its last day, in words.
    pub until: String,
    /// Its fingerprint.
    pub fingerprint: Option<String>,
}

/// A part of a page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Block {
    /// A heading.
    Heading(String),
    /// A paragraph, maybe with links.
    Paragraph(Vec<Piece>),
    /// The text of a button.
    Button(String),
    /// A field of a form, by its label.
    Field(String),
    /// A notice in a frame.
    Notice(String),
}

pub(crate) const LOCKS: [(&str, Lock); 3] =
    [("secure", Lock::Secure), ("none", Lock::None), ("error", Lock::Error)];
const BLOCKS: usize = 20;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Browser> {
    at.only(&["kind", "title", "address", "lock", "certificate", "page", "content"])?;
    let lock = one_of(at.key("lock")?, &LOCKS)?;
    let certificate = maybe(at, "certificate", |item| certificate(item, lang))?;
    if lock == Lock::None && certificate.is_some() {
        return at.key("lock")?.expected("secure or error, since there is a certificate");
    }
    Ok(Browser {
        address: address(at.key("address")?)?,
        lock,
        certificate,
        page: prose(at.key("page")?, lang)?,
        content: list(at.key("content")?, BLOCKS, |item| block(item, lang))?,
    })
}

/// The host stands after the last @ of what precedes the path, and before the port, as browsers read it.
fn address(at: At<'_>) -> Shape<Address> {
    let whole = at.text()?;
    let parts = whole.split_once("://").and_then(|(scheme, rest)| {
        let authority = rest.split(['/', '?', '#']).next()?;
        let named = authority.rsplit_once('@').map_or(authority, |(_, named)| named);
        let host = named.split(':').next().filter(|host| !host.is_empty())?;
        let start = scheme.len() + 3 + authority.len() - named.len();
        let (before, _) = whole.split_at_checked(start)?;
        let (_, after) = whole.split_at_checked(start + host.len())?;
        Some(Address { before: before.to_owned(), host: host.to_owned(), after: after.to_owned() })
    });
    parts.map_or_else(|| at.expected("an address such as https://site.example/page"), Ok)
}

fn certificate(at: At<'_>, lang: Lang) -> Shape<Certificate> {
    at.only(&["issued_to", "issuer", "from", "to", "fingerprint"])?;
    Ok(Certificate {
        issued_to: filled(at.key("issued_to")?, lang)?,
        issuer: filled(at.key("issuer")?, lang)?,
        from: filled(at.key("from")?, lang)?,
        until: filled(at.key("to")?, lang)?,
        fingerprint: maybe(at, "fingerprint", |item| filled(item, lang))?,
    })
}

pub(crate) const KINDS: &str = "one of heading, paragraph, button, field, notice";

pub(crate) fn block(at: At<'_>, lang: Lang) -> Shape<Block> {
    let mut entries = at.entries()?;
    let (Some((kind, inside)), None) = (entries.next(), entries.next()) else {
        return at.expected(&format!("a map with exactly {KINDS}"));
    };
    Ok(match kind {
        "heading" => Block::Heading(prose(inside, lang)?),
        "paragraph" => Block::Paragraph(paragraph(inside, lang)?),
        "button" => Block::Button(prose(inside, lang)?),
        "field" => Block::Field(prose(inside, lang)?),
        "notice" => Block::Notice(prose(inside, lang)?),
        _ => return Err(format!("{}: unknown key {kind:?}, expected {KINDS}", at.place)),
    })
}

impl Browser {
    pub(crate) fn lines(&self) -> Vec<String> {
        let Address { before, host, after } = &self.address;
        let mut lines = vec![format!("[{:?}] {before}{host}{after} (host {host})", self.lock)];
        lines.extend(self.certificate.iter().map(|one| {
            let print = one.fingerprint.as_deref().unwrap_or("no fingerprint");
            format!(
                "[certificate] {} by {}, {} to {}, {print}",
                one.issued_to, one.issuer, one.from, one.until
            )
        }));
        lines.push(format!("[tab] {}", self.page));
        lines.extend(self.content.iter().map(Block::line));
        lines
    }
}

impl Block {
    pub(crate) fn line(&self) -> String {
        match self {
            Self::Heading(text) => format!("# {text}"),
            Self::Paragraph(pieces) => plain(pieces),
            Self::Button(text) => format!("[button] {text}"),
            Self::Field(label) => format!("[field] {label}"),
            Self::Notice(text) => format!("[notice] {text}"),
        }
    }
}
