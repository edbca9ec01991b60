//! Markdown read once into pieces of HTML and slots; an instance only fills the slots.

use std::collections::BTreeMap;

use pulldown_cmark::{CowStr, Event, HeadingLevel, Options, Parser, Tag, TagEnd, TextMergeStream};

use crate::diagram::Diagrams;
use crate::document::Block;
use crate::html::{Html, escape_into};
use crate::lang::Lang;
use crate::link::Links;
use crate::problem::line_of;
use crate::typography::typeset;

/// Marks that surround a slot's number while Markdown is read: private-use characters nobody writes.
const OPEN: char = '\u{e000}';
const CLOSE: char = '\u{e001}';
/// Takes the place of `OPEN` inside code, where a value stays as it is.
const OPEN_CODE: char = '\u{e002}';

/// A text of the bank, ready to be filled.
#[derive(Clone, Debug, Default)]
pub(crate) struct Template {
    lang: Lang,
    pieces: Vec<Piece>,
    slots: Vec<Slot>,
}

/// The name of a slot and the line of the file where it is written first.
type Slot = (String, usize);

#[derive(Clone, Debug)]
enum Piece {
    Html(String),
    Slot(usize),
    /// A value inside code.
    CodeSlot(usize),
}

/// A fault in a text: line of the file and what is wrong.
pub(crate) type Fault = (usize, String);

impl Template {
    /// Reads paragraphs, lists, tables, code, links, emphasis.
    pub fn blocks(lang: Lang, block: &Block) -> Result<Self, Vec<Fault>> {
        Self::read(lang, block, false)
    }

    /// Reads one paragraph and leaves out the paragraph itself, for headings.
    pub fn inline(lang: Lang, block: &Block) -> Result<Self, Vec<Fault>> {
        Self::read(lang, block, true)
    }

    fn read(lang: Lang, block: &Block, inline: bool) -> Result<Self, Vec<Fault>> {
        let (text, slots) = mark_slots(block)?;
        let mut faults = Vec::new();
        let mut events = Vec::new();
        let parser = Parser::new_ext(&text, Options::ENABLE_TABLES | Options::ENABLE_STRIKETHROUGH);
        let mut in_code = false;
        let (mut links, mut diagrams) = (Links::default(), Diagrams::default());
        for event in TextMergeStream::new(parser) {
            match &event {
                Event::Start(Tag::CodeBlock(_)) => in_code = true,
                Event::End(TagEnd::CodeBlock) => in_code = false,
                _ => {}
            }
            faults.extend(fault_in(&event, inline).map(|message| (block.line, message)));
            match diagrams.drawn(lang, &event) {
                Ok(Some(html)) => events.push(Some(Event::Html(html.into()))),
                Ok(None) => {
                    let event = prepared(lang, event, in_code, inline);
                    events.push(event.map(|event| links.prepared(lang, event)));
                }
                Err(message) => faults.push((block.line, message)),
            }
        }
        if !faults.is_empty() {
            return Err(faults);
        }
        let mut html = String::new();
        pulldown_cmark::html::push_html(&mut html, events.into_iter().flatten());
        Ok(Self { lang, pieces: pieces(html.trim()), slots })
    }

    /// The text with its values; the error is the name and the line of a missing one.
    pub fn fill(&self, values: &BTreeMap<String, String>) -> Result<Html, (String, usize)> {
        let mut html = String::with_capacity(256);
        for piece in &self.pieces {
            let (number, in_code) = match piece {
                Piece::Html(text) => {
                    html.push_str(text);
                    continue;
                }
                Piece::Slot(number) => (number, false),
                Piece::CodeSlot(number) => (number, true),
            };
            let Some((name, line)) = self.slots.get(*number) else { continue };
            let value = values.get(name).ok_or_else(|| (name.clone(), *line))?;
            let set = if in_code { value.into() } else { typeset(self.lang, value) };
            escape_into(&mut html, &set);
        }
        Ok(Html::trusted(html))
    }
}

impl Template {
    /// What a reader sees of it, without its values.
    pub fn plain(&self) -> String {
        let html = self.pieces.iter().filter_map(|piece| match piece {
            Piece::Html(text) => Some(text.as_str()),
            Piece::Slot(_) | Piece::CodeSlot(_) => None,
        });
        Html::trusted(html.collect()).plain()
    }
}

/// What may not stand in a text of the bank.
fn fault_in(event: &Event<'_>, inline: bool) -> Option<String> {
    match event {
        Event::Start(Tag::Image { .. }) => {
            Some("pictures in Markdown are not allowed: give an exhibit or a file instead".to_owned())
        }
        Event::Start(Tag::Link { dest_url, .. }) if !is_safe(dest_url) => Some(format!(
            "unsafe link \"{dest_url}\": expected https://, http:// or mailto:, without a {{{{slot}}}}"
        )),
        Event::Start(
            Tag::Heading { .. } | Tag::List(_) | Tag::Table(_) | Tag::CodeBlock(_) | Tag::BlockQuote(_),
        ) if inline => Some("expected one sentence, without list, table, heading or code block".to_owned()),
        _ => None,
    }
}

fn is_safe(url: &str) -> bool {
    ["https://", "http://", "mailto:"].iter().any(|start| url.starts_with(start)) && !url.contains(OPEN)
}

/// An event as it goes to the page: raw HTML becomes text, French is typeset, except in code.
fn prepared<'a>(lang: Lang, event: Event<'a>, in_code: bool, inline: bool) -> Option<Event<'a>> {
    match event {
        Event::Html(raw) | Event::InlineHtml(raw) => Some(Event::Text(raw)),
        Event::Start(Tag::HtmlBlock) => Some(Event::Start(Tag::Paragraph)),
        Event::End(TagEnd::HtmlBlock) => Some(Event::End(TagEnd::Paragraph)),
        Event::Start(Tag::Paragraph) | Event::End(TagEnd::Paragraph) if inline => None,
        Event::Start(Tag::Heading { level, .. }) => {
            Some(Event::Start(Tag::Heading { level: shown(level), id: None, classes: vec![], attrs: vec![] }))
        }
        Event::End(TagEnd::Heading(level)) => Some(Event::End(TagEnd::Heading(shown(level)))),
        Event::SoftBreak if inline => Some(Event::Text(" ".into())),
        Event::Text(text) if in_code => Some(Event::Text(code(&text))),
        Event::Text(text) => Some(Event::Text(typeset(lang, &text).into_owned().into())),
        Event::Code(text) => Some(Event::Code(code(&text))),
        other => Some(other),
    }
}

/// The level of a heading on the page. In the file `##` begins a section, so that headings start at `###`; on the page
/// they come right below the title, which is the first level.
const fn shown(written: HeadingLevel) -> HeadingLevel {
    match written {
        HeadingLevel::H1 | HeadingLevel::H2 | HeadingLevel::H3 => HeadingLevel::H2,
        HeadingLevel::H4 => HeadingLevel::H3,
        HeadingLevel::H5 | HeadingLevel::H6 => HeadingLevel::H4,
    }
}

/// A text of code, whose values are told apart from the others.
fn code(text: &str) -> CowStr<'static> {
    text.replace(OPEN, &OPEN_CODE.to_string()).into()
}

/// Replaces each `{{name}}` by its number between two marks, and lists the names.
fn mark_slots(block: &Block) -> Result<(String, Vec<Slot>), Vec<Fault>> {
    let (mut text, mut slots, mut faults) = (String::new(), Vec::<Slot>::new(), Vec::new());
    if let Some(place) = block.text.find([OPEN, CLOSE, OPEN_CODE]) {
        let line = block.line + line_of(&block.text, place) - 1;
        return Err(vec![(line, "an invisible private-use character: delete it".to_owned())]);
    }
    let mut rest = block.text.as_str();
    let mut line = block.line;
    while let Some((before, after)) = rest.split_once("{{") {
        line += before.matches('\n').count();
        text.push_str(before);
        let Some((name, after)) = after.split_once("}}") else {
            faults.push((line, "{{ without }}: expected {{name}}".to_owned()));
            break;
        };
        rest = after;
        if name.is_empty() || !name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            faults.push((line, format!("{{{{{name}}}}} is no name: expected letters, digits and _")));
            continue;
        }
        let number = slots.iter().position(|(known, _)| known == name).unwrap_or_else(|| {
            slots.push((name.to_owned(), line));
            slots.len() - 1
        });
        text.push_str(&format!("{OPEN}{number}{CLOSE}"));
    }
    text.push_str(rest);
    if faults.is_empty() { Ok((text, slots)) } else { Err(faults) }
}

/// Cuts finished HTML at the marks.
fn pieces(html: &str) -> Vec<Piece> {
    let mut pieces = Vec::new();
    let mut rest = html;
    while let Some(start) = rest.find([OPEN, OPEN_CODE]) {
        let (before, marked) = rest.split_at(start);
        push_html(&mut pieces, before);
        let in_code = marked.starts_with(OPEN_CODE);
        let after = marked.trim_start_matches([OPEN, OPEN_CODE]);
        let (number, text) = after.split_once(CLOSE).unwrap_or(("", after));
        let slot = number.parse().ok();
        pieces.extend(slot.map(if in_code { Piece::CodeSlot } else { Piece::Slot }));
        rest = text;
    }
    push_html(&mut pieces, rest);
    pieces
}

fn push_html(pieces: &mut Vec<Piece>, text: &str) {
    if !text.is_empty() {
        pieces.push(Piece::Html(text.to_owned()));
    }
}
