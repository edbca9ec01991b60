//! Mail messages in MIME.

use std::fmt::Write;

use jiff::civil::DateTime;

use super::spec::{Mail, Spec};
use super::{Making, bytes};
use crate::paper::Format;
use crate::random::derive;

/// The longest line of base64, as MIME asks.
const LINE: usize = 76;
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const DAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

pub(super) fn write(mail: &Mail, making: &Making) -> Result<Vec<u8>, String> {
    let boundary = format!("part-{:016x}", derive(making.seed, 1));
    let mut out = String::new();
    header(&mut out, "From", &address(&mail.from));
    header(&mut out, "To", &address(&mail.to));
    header(&mut out, "Subject", &word(&mail.subject));
    header(&mut out, "Date", &date(mail.date));
    header(&mut out, "Message-ID", &format!("<{:016x}@example.org>", derive(making.seed, 2)));
    header(&mut out, "MIME-Version", "1.0");
    if mail.attachments.is_empty() {
        body(&mut out, mail);
        return Ok(out.into_bytes());
    }
    header(&mut out, "Content-Type", &format!("multipart/mixed; boundary=\"{boundary}\""));
    put(&mut out, format_args!("\r\n--{boundary}\r\n"));
    body(&mut out, mail);
    for (index, spec) in (3..).zip(&mail.attachments) {
        put(&mut out, format_args!("\r\n--{boundary}\r\n"));
        attachment(&mut out, spec, &Making { seed: derive(making.seed, index), ..*making })?;
    }
    put(&mut out, format_args!("\r\n--{boundary}--\r\n"));
    Ok(out.into_bytes())
}

fn body(out: &mut String, mail: &Mail) {
    header(out, "Content-Type", "text/plain; charset=utf-8");
    header(out, "Content-Transfer-Encoding", "base64");
    out.push_str("\r\n");
    lines(out, mail.body.join("\r\n\r\n").as_bytes());
}

fn attachment(out: &mut String, spec: &Spec, making: &Making) -> Result<(), String> {
    let format = spec.formats.first().copied().unwrap_or(Format::Txt);
    let name = spec.filename.clone().unwrap_or_else(|| format!("{}.{}", spec.name, format.ending()));
    let data = bytes(spec, format, making)?;
    header(out, "Content-Type", format.media_type());
    header(out, "Content-Transfer-Encoding", "base64");
    header(out, "Content-Disposition", &format!("attachment; filename=\"{}\"", word(&name)));
    out.push_str("\r\n");
    lines(out, &data);
    Ok(())
}

fn header(out: &mut String, name: &str, value: &str) {
    put(out, format_args!("{name}: {value}\r\n"));
}

/// `Name <address>` with the name encoded if it needs to be.
fn address(text: &str) -> String {
    match text.split_once('<') {
        Some((name, rest)) if !text.is_ascii() => format!("{} <{rest}", word(name.trim())),
        _ => text.to_owned(),
    }
}

/// A text of a header: as it is in ASCII, else as encoded words of at most 75 characters (RFC 2047).
fn word(text: &str) -> String {
    if text.is_ascii() {
        return text.to_owned();
    }
    let mut words: Vec<String> = vec![String::new()];
    for character in text.chars() {
        if words.last().is_some_and(|word| word.len() + character.len_utf8() > 45) {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut() {
            word.push(character);
        }
    }
    let encoded: Vec<String> =
        words.iter().map(|word| format!("=?utf-8?B?{}?=", base64(word.as_bytes()))).collect();
    encoded.join("\r\n ")
}

/// `Fri, 03 May 2024 10:00:00 +0000`
fn date(moment: DateTime) -> String {
    let name = |names: &[&'static str], index: i8| {
        usize::try_from(index).ok().and_then(|index| names.get(index)).copied().unwrap_or_default()
    };
    let day = name(&DAYS, moment.weekday().to_monday_zero_offset());
    let month = name(&MONTHS, moment.month() - 1);
    format!("{day}, {:02} {month} {} {} +0000", moment.day(), moment.year(), moment.strftime("%H:%M:%S"))
}

fn lines(out: &mut String, data: &[u8]) {
    for chunk in data.chunks(LINE / 4 * 3) {
        out.push_str(&base64(chunk));
        out.push_str("\r\n");
    }
}

fn base64(data: &[u8]) -> String {
    data_encoding::BASE64.encode(data)
}

/// Adds formatted text; writing into a String never fails.
fn put(out: &mut String, arguments: std::fmt::Arguments<'_>) {
    let _ = out.write_fmt(arguments);
}
