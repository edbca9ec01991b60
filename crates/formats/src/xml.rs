//! A document walked through tag after tag. It may not define anything: no document type, so no entity of its own
//! and nothing fetched from elsewhere; it may not be deep, and no piece of it long.

use std::io::Read;

use quick_xml::events::{BytesStart, Event};

use crate::fault::{Fault, FaultCode, Faults};
use crate::transcoded::{LONGEST_PIECE, Stop, Transcoded};

/// How deep elements may lie in each other: the documents we know have five floors.
const DEEPEST: usize = 32;
/// The largest number of bytes of the name of an element.
const LONGEST_NAME: usize = 256;

/// What is met on the way through a document.
#[derive(Clone, Copy)]
pub(crate) enum Node<'n> {
    /// An element begins.
    Open { path: &'n [String], tag: &'n BytesStart<'n>, line: u64 },
    /// An element ends; the text is what stood in it after the last tag.
    Close { path: &'n [String], text: &'n str },
}

/// Walks through a document to its end, or until `meet` refuses it.
pub(crate) fn walk<R: Read>(
    stream: Transcoded<R>,
    mut meet: impl FnMut(Node<'_>) -> Result<(), Faults>,
) -> Result<(), Faults> {
    let mut reader = quick_xml::Reader::from_reader(stream);
    reader.config_mut().expand_empty_elements = true;
    let mut walk = Walk::default();
    let mut piece = Vec::new();
    loop {
        piece.clear();
        reader.get_mut().begin_piece();
        let line = reader.get_ref().line();
        match reader.read_event_into(&mut piece) {
            Ok(Event::Eof) => break,
            Ok(event) => walk.step(&event, line, &mut meet)?,
            Err(_) => return Err(stopped(reader.get_ref()).into()),
        }
    }
    // An unfinished document ends well for the parser.
    if walk.is_finished() { Ok(()) } else { Err(broken().line(reader.get_ref().line()).into()) }
}

#[derive(Default)]
struct Walk {
    path: Vec<String>,
    text: String,
    roots: usize,
}

impl Walk {
    fn step(
        &mut self,
        event: &Event<'_>,
        line: u64,
        meet: &mut impl FnMut(Node<'_>) -> Result<(), Faults>,
    ) -> Result<(), Faults> {
        let read = match event {
            Event::Start(tag) => self.enter(tag),
            Event::Text(text) => self.write(&text.xml10_content()),
            Event::CData(text) => self.write(&text.xml10_content()),
            Event::GeneralRef(reference) => {
                letter(reference).and_then(|letter| self.write(letter.encode_utf8(&mut [0; 4])))
            }
            Event::DocType(_) => Err(broken().value("DOCTYPE")),
            Event::End(_)
            | Event::Empty(_)
            | Event::Comment(_)
            | Event::Decl(_)
            | Event::PI(_)
            | Event::Eof => Ok(()),
        };
        read.map_err(|fault| fault.line(line))?;
        match event {
            Event::Start(tag) => meet(Node::Open { path: &self.path, tag, line }),
            Event::End(_) => {
                meet(Node::Close { path: &self.path, text: &self.text })?;
                self.leave();
                Ok(())
            }
            _ => Ok(()),
        }
    }

    fn leave(&mut self) {
        self.path.pop();
        self.text.clear();
    }

    fn enter(&mut self, tag: &BytesStart<'_>) -> Result<(), Fault> {
        let name = tag.name().as_ref().to_owned();
        self.roots += usize::from(self.path.is_empty());
        if self.path.len() >= DEEPEST || name.len() > LONGEST_NAME || self.roots > 1 {
            return Err(broken());
        }
        self.path.push(name);
        self.text.clear();
        Ok(())
    }

    /// Text comes in parts, between references; they are bounded together.
    fn write(&mut self, part: &str) -> Result<(), Fault> {
        if self.path.is_empty() && !part.trim().is_empty() {
            return Err(broken());
        }
        if self.text.len() + part.len() > LONGEST_PIECE {
            return Err(too_long());
        }
        self.text.extend(part.chars().filter(|sign| is_text(*sign)));
        Ok(())
    }

    fn is_finished(&self) -> bool {
        self.path.is_empty() && self.roots == 1
    }
}

/// Whether XML admits a sign: of those below the space, three. Parsers let the others pass, databases refuse the zero.
const fn is_text(sign: char) -> bool {
    sign >= ' ' || matches!(sign, '\t' | '\n' | '\r')
}

/// The letter of a reference: one of the five that XML knows, or a number.
fn letter(reference: &quick_xml::events::BytesRef<'_>) -> Result<char, Fault> {
    let name: &str = reference;
    match name {
        "lt" => Ok('<'),
        "gt" => Ok('>'),
        "amp" => Ok('&'),
        "apos" => Ok('\''),
        "quot" => Ok('"'),
        _ => reference.resolve_char_ref().ok().flatten().ok_or_else(|| broken().value(name)),
    }
}

fn stopped<R: Read>(stream: &Transcoded<R>) -> Fault {
    let fault = match stream.stop() {
        Some(Stop::Letters) => Fault::new(FaultCode::EncodingNotSupported),
        Some(Stop::Size) => Fault::new(FaultCode::PayloadTooLarge).expected([stream.most()]),
        Some(Stop::Piece) => too_long(),
        None => broken(),
    };
    fault.line(stream.line())
}

fn too_long() -> Fault {
    Fault::new(FaultCode::PayloadTooLarge).expected([LONGEST_PIECE])
}

fn broken() -> Fault {
    Fault::new(FaultCode::InvalidFile).expected(["XML"])
}

#[cfg(test)]
mod tests {
    use super::*;

    fn walked(document: &str) -> Result<String, FaultCode> {
        let mut seen = String::new();
        let stream = Transcoded::open(document.as_bytes(), 1 << 24).map_err(|fault| fault.code)?;
        let end = walk(stream, |node| {
            match node {
                Node::Open { path, line, .. } => seen += &format!("<{}@{line}", path.join("/")),
                Node::Close { text, .. } => seen += &format!(">{}", text.trim()),
            }
            Ok(())
        });
        end.map(|()| seen).map_err(|faults| faults.listed[0].code)
    }

    #[test]
    fn a_document_is_walked_through() {
        let check = |document: &str, expected: &str| {
            assert_eq!(walked(document).as_deref(), Ok(expected), "{document}");
        };
        check("<a>x</a>", "<a@1>x");
        check("<?xml version=\"1.0\"?>\n<a>\n <b/>\n <c> y </c></a>\n", "<a@2<a/b@3><a/c@4>y>");
        check("<a>L&#233;a &amp; <![CDATA[<Tom>]]><!-- z --></a>", "<a@1>Léa & <Tom>");
        check("<a b='c'>d&apos;e</a>", "<a@1>d'e");
        // What no text holds, and databases refuse, is left out.
        check("<a>L\u{0}é\u{1}a&#1;<![CDATA[\u{0}!]]></a>", "<a@1>Léa!");
    }

    #[test]
    fn a_document_that_is_broken_or_means_harm_is_refused() {
        use FaultCode::{EncodingNotSupported, InvalidFile, PayloadTooLarge};
        let bomb = "<!DOCTYPE a [<!ENTITY b \"bbbb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>";
        let elsewhere = "<!DOCTYPE a SYSTEM \"file:///etc/passwd\"><a/>";
        let deep = format!("{}{}", "<a>".repeat(40), "</a>".repeat(40));
        let long = format!("<a>{}</a>", "x".repeat(200_000));
        let tag = format!("<a {}/>", "b='c' ".repeat(40_000));
        let references = format!("<a>{}</a>", "&#65;".repeat(70_000));
        for (document, expected) in [
            (bomb, InvalidFile),
            (elsewhere, InvalidFile),
            (&deep, InvalidFile),
            ("<a>&c;</a>", InvalidFile),
            ("<a>&#0;</a>", InvalidFile),
            ("<a>&amp</a>", InvalidFile),
            ("<a>", InvalidFile),
            ("<a><b></a>", InvalidFile),
            ("<a/><b/>", InvalidFile),
            ("<a/>after", InvalidFile),
            ("Nom;Prénom\n", InvalidFile),
            ("", InvalidFile),
            ("<?xml version=\"1.0\" encoding=\"US-ASCII-7\"?><a/>", EncodingNotSupported),
            (&long, PayloadTooLarge),
            (&tag, PayloadTooLarge),
            (&references, PayloadTooLarge),
        ] {
            assert_eq!(walked(document), Err(expected), "{}", document.get(..60).unwrap_or(document));
        }
    }
}
