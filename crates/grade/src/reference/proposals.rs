//! The grammar of proposals: lists of options, and texts with fields.

use crate::reference::{Inputs, Refusal};
use crate::treatment::is_space;

/// One piece of a text with fields.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A text to show, line breaks written `<br/>`.
    Text(String),
    /// A field to fill.
    Input(Input),
}

/// A field to fill.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Input {
    /// Name of the field in the answer.
    pub key: String,
    /// Free text, or one of these options.
    pub kind: InputKind,
    /// The preceding text, when it serves as label.
    pub text: Option<String>,
    /// Example shown in the empty field.
    pub placeholder: Option<String>,
    /// Accessible label: the one written, or else the rank of the field when no text serves.
    pub label: Option<String>,
    /// Whether the label is only the rank.
    pub ranked: bool,
    /// Options of a select, empty otherwise.
    pub options: Vec<String>,
}

/// How a field is filled.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum InputKind {
    /// Free text.
    Input,
    /// One option of a list.
    Select,
}

/// A preceding text longer than this, in UTF-16 units, becomes the label of the field.
const SHORT_TEXT: usize = 6;
const OPTIONS: &str = " options=";

/// Returns the options of a list of proposals. An option starts at a line that begins with a dash;
/// what precedes the first one is dropped.
#[must_use]
pub fn items(proposals: &str) -> Vec<String> {
    let mut pieces = vec![String::new()];
    let mut rest = proposals;
    let mut start = true;
    while let Some(c) = rest.chars().next() {
        let line = if start { Some(rest) } else { rest.strip_prefix('\n') };
        start = false;
        if let Some(after) = line.and_then(after_dash) {
            pieces.push(String::new());
            rest = after;
            continue;
        }
        if let Some(piece) = pieces.last_mut() {
            piece.push(c);
        }
        rest = rest.strip_prefix(c).unwrap_or_default();
    }
    pieces.into_iter().skip(1).collect()
}

fn after_dash(line: &str) -> Option<&str> {
    Some(line.trim_start_matches(is_space).strip_prefix('-')?.trim_start_matches(is_space))
}

/// Cuts a text with fields into blocks.
///
/// # Errors
/// Refuses options that are not a JSON array of texts.
pub fn blocks(proposals: &str) -> Result<Vec<Block>, Refusal> {
    let mut blocks: Vec<Block> = Vec::new();
    let mut rank = 0_usize;
    for piece in Pieces(proposals) {
        match piece {
            Piece::Text(text) => blocks.push(Block::Text(shown(text))),
            Piece::Field(field) => {
                rank += 1;
                let mut input = field.input()?;
                name(&mut input, rank, &mut blocks);
                blocks.push(Block::Input(input));
            }
        }
    }
    Ok(blocks)
}

/// Returns the fields by key, as the checker needs them.
///
/// # Errors
/// Refuses options that are not a JSON array of texts.
pub fn inputs(proposals: &str) -> Result<Inputs, Refusal> {
    Ok(ordered_inputs(proposals)?.into_iter().map(|input| (input.key, input.kind)).collect())
}

/// Returns the fields in the order of the text.
pub fn ordered_inputs(proposals: &str) -> Result<Vec<Input>, Refusal> {
    let fields = Pieces(proposals).filter_map(|piece| match piece {
        Piece::Field(field) => Some(field.input()),
        Piece::Text(_) => None,
    });
    fields.collect()
}

/// Gives the field its label: the one written, or the preceding text, or its rank.
fn name(input: &mut Input, rank: usize, blocks: &mut Vec<Block>) {
    if input.label.is_some() {
        return;
    }
    if input.kind == InputKind::Input
        && let Some(Block::Text(text)) = blocks.last()
        && text.encode_utf16().count() > SHORT_TEXT
    {
        input.text = Some(text.clone());
        blocks.pop();
        return;
    }
    input.label = Some(rank.to_string());
    input.ranked = true;
}

/// Writes a text to show: a line break before a list item, and line breaks as `<br/>`.
fn shown(text: &str) -> String {
    let digits = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let numbered = digits.len() < text.len() && digits.starts_with('.');
    let breaks = if numbered || text.starts_with('-') { "<br/>" } else { "" };
    format!("{breaks}{}", text.replace('\n', "<br/>"))
}

/// A text or a field, as written.
enum Piece<'a> {
    Text(&'a str),
    Field(Field<'a>),
}

/// The inside of `${…}`.
struct Field<'a>(&'a str);

/// Cuts the proposals. A field ends at the first closing brace; without one there is no field.
struct Pieces<'a>(&'a str);

impl<'a> Iterator for Pieces<'a> {
    type Item = Piece<'a>;

    fn next(&mut self) -> Option<Piece<'a>> {
        if self.0.is_empty() {
            return None;
        }
        let (before, field) = next_field(self.0);
        if !before.is_empty() {
            self.0 = self.0.strip_prefix(before)?;
            return Some(Piece::Text(before));
        }
        let (inside, after) = field?;
        self.0 = after;
        Some(Piece::Field(Field(inside)))
    }
}

/// Returns the text before the next field, the inside of this field and the text after it.
fn next_field(text: &str) -> (&str, Option<(&str, &str)>) {
    let Some((before, opened)) = text.split_once("${") else { return (text, None) };
    let Some((inside, after)) = opened.split_once('}') else { return (text, None) };
    (before, Some((inside, after)))
}

impl Field<'_> {
    /// Reads `key#placeholder§label options=[…]`.
    fn input(&self) -> Result<Input, Refusal> {
        let (named, options) = match self.0.split_once(OPTIONS) {
            Some((named, options)) => (named, Some(options)),
            None => (self.0, None),
        };
        let (named, label) = cut(named, '§');
        let (key, placeholder) = cut(named, '#');
        let options_of = |text: &str| {
            serde_json::from_str::<Vec<String>>(text)
                .map_err(|_| Refusal::Options { key: key.to_owned(), text: text.to_owned() })
        };
        Ok(Input {
            key: key.to_owned(),
            kind: if options.is_some() { InputKind::Select } else { InputKind::Input },
            text: None,
            placeholder: placeholder.map(str::to_owned),
            label: label.map(str::to_owned),
            ranked: false,
            options: options.map(options_of).transpose()?.unwrap_or_default(),
        })
    }
}

/// Cuts at the first mark: what precedes, and what follows if the mark is there.
fn cut(text: &str, mark: char) -> (&str, Option<&str>) {
    match text.split_once(mark) {
        Some((before, after)) => (before, Some(after)),
        None => (text, None),
    }
}
