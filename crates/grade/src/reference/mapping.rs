//! Reading YAML maps whose scalars are all plain texts.

use saphyr_parser::{Event, Parser, ScalarStyle};

/// A YAML value: every scalar is a text, an absent value is nothing.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Node {
    /// No value.
    Nothing,
    /// A scalar, whatever it looks like.
    Text(String),
    /// A sequence.
    List(Vec<Node>),
    /// A map, in the order of writing.
    Map(Vec<(String, Node)>),
}

/// Deeper texts are refused: nothing in this format needs it.
const DEPTH: usize = 16;

/// Reads one document; an empty one is nothing.
pub fn read(text: &str) -> Result<Node, String> {
    let mut events = Vec::new();
    for event in Parser::new_from_str(text) {
        match event.map_err(|error| error.to_string())?.0 {
            Event::DocumentStart(_) if events.iter().any(|event| matches!(event, Leaf::End)) => {
                return Err("several documents".to_owned());
            }
            Event::DocumentEnd => events.push(Leaf::End),
            Event::Scalar(text, style, anchor, tag) => {
                let other = tag.is_some_and(|tag| !tag.is_yaml_core_schema() || tag.suffix != "str");
                if anchor != 0 || other {
                    return Err("anchors and tags are not used here".to_owned());
                }
                let nothing = text.is_empty() && style == ScalarStyle::Plain;
                events.push(if nothing { Leaf::Nothing } else { Leaf::Text(text.into_owned()) });
            }
            Event::SequenceStart(..) => events.push(Leaf::OpenList),
            Event::MappingStart(..) => events.push(Leaf::OpenMap),
            Event::SequenceEnd | Event::MappingEnd => events.push(Leaf::Close),
            Event::Alias(_) => return Err("aliases are not used here".to_owned()),
            Event::Nothing | Event::StreamStart | Event::StreamEnd | Event::DocumentStart(_) => {}
        }
    }
    let mut events = events.into_iter();
    match events.next() {
        Some(first) => node(first, &mut events, DEPTH),
        None => Ok(Node::Nothing),
    }
}

/// An event of the reader that matters here.
enum Leaf {
    Nothing,
    Text(String),
    OpenList,
    OpenMap,
    Close,
    End,
}

/// Builds the value that starts with this event.
fn node(first: Leaf, events: &mut std::vec::IntoIter<Leaf>, depth: usize) -> Result<Node, String> {
    let deeper = depth.checked_sub(1).ok_or("nested too deep")?;
    match first {
        Leaf::Nothing => Ok(Node::Nothing),
        Leaf::Text(text) => Ok(Node::Text(text)),
        Leaf::OpenList => {
            let mut items = Vec::new();
            while let Some(item) = following(events) {
                items.push(node(item, events, deeper)?);
            }
            Ok(Node::List(items))
        }
        Leaf::OpenMap => {
            let mut entries: Vec<(String, Node)> = Vec::new();
            while let Some(key) = following(events) {
                let Leaf::Text(key) = key else { return Err("a key is not a text".to_owned()) };
                if entries.iter().any(|(known, _)| *known == key) {
                    return Err(format!("the key “{key}” is there twice"));
                }
                let value = events.next().ok_or("unfinished map")?;
                entries.push((key, node(value, events, deeper)?));
            }
            Ok(Node::Map(entries))
        }
        Leaf::Close | Leaf::End => Err("empty".to_owned()),
    }
}

/// Returns the next event unless it closes the collection.
fn following(events: &mut std::vec::IntoIter<Leaf>) -> Option<Leaf> {
    match events.next() {
        None | Some(Leaf::Close | Leaf::End) => None,
        next => next,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn show(node: &Node) -> String {
        match node {
            Node::Nothing => "_".to_owned(),
            Node::Text(text) => format!("{text:?}"),
            Node::List(items) => format!("[{}]", items.iter().map(show).collect::<Vec<_>>().join(" ")),
            Node::Map(entries) => {
                let entries = entries.iter().map(|(key, value)| format!("{key:?}={}", show(value)));
                format!("{{{}}}", entries.collect::<Vec<_>>().join(" "))
            }
        }
    }

    #[test]
    fn values_are_texts() {
        for (text, expected) in [
            ("a: yes\nb: 010\n", r#"{"a"="yes" "b"="010"}"#),
            ("a:\n- 1e3\n- ~\n", r#"{"a"=["1e3" "~"]}"#),
            ("a:\nb: ''\n", r#"{"a"=_ "b"=""}"#),
            ("{a: b, c: [d, e]}", r#"{"a"="b" "c"=["d" "e"]}"#),
            ("a: |-\n  x\n  y\n", r#"{"a"="x\ny"}"#),
            ("'1': 12,5\n", r#"{"1"="12,5"}"#),
            ("a: \"x\\_y\"\n", "{\"a\"=\"x\\u{a0}y\"}"),
            ("a: !!str b # c", r#"{"a"="b"}"#),
            ("hello", r#""hello""#),
            ("", "_"),
            ("# nothing", "_"),
        ] {
            assert_eq!(read(text).map(|node| show(&node)), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn what_is_not_a_map_of_texts_is_refused() {
        for text in [
            "a: !x b",
            "a: [b",
            " a: b\nc: d",
            "a: 1\na: 2",
            "a: &x b\nc: *x",
            "--- a\n--- b",
            "? [a]\n: b",
            &"[".repeat(99),
        ] {
            assert!(read(text).is_err(), "{text} was read");
        }
    }
}
