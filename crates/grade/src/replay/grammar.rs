//! Recorded proposals: is each cut as expected?

use serde_json::{Map, Value, json};

use crate::reference::{Block, Input, InputKind, blocks, inputs, items};
use crate::replay::{Comparison, Unreadable, canonical, text};

/// Cuts a list of options again and compares.
pub fn compare_list(case: &Value) -> Result<Comparison, Unreadable> {
    let expected = case.get("items").ok_or("`items` is missing")?;
    let got = json!(items(text(case, "proposals")?.unwrap_or_default()));
    Ok((canonical(expected), canonical(&got)))
}

/// Cuts a text with fields again, as the page and as the checker see it, and compares.
pub fn compare_inputs(case: &Value) -> Result<Comparison, Unreadable> {
    let proposals = text(case, "proposals")?.unwrap_or_default();
    let mut expected = Map::new();
    let mut got = Map::new();
    let page = blocks(proposals).map(|blocks| blocks.iter().map(block).collect()).ok();
    both(case, ("blocks", "error"), page, &mut expected, &mut got);
    let checker = inputs(proposals).ok().map(|inputs| {
        Value::Object(inputs.into_iter().map(|(key, kind)| (key, json!(kind_name(kind)))).collect())
    });
    both(case, ("checkerInputs", "checkerError"), checker, &mut expected, &mut got);
    if expected.is_empty() {
        return Err("it expects neither blocks, nor inputs, nor an error".to_owned());
    }
    Ok((canonical(&Value::Object(expected)), canonical(&Value::Object(got))))
}

/// Adds what one reader is expected to give and what it gave: a value, or a failure.
fn both(
    case: &Value,
    (value, error): (&str, &str),
    computed: Option<Value>,
    expected: &mut Map<String, Value>,
    got: &mut Map<String, Value>,
) {
    let present =
        |name: &str| case.get(name).filter(|found| !found.is_null() && **found != Value::Bool(false));
    let wanted = if present(error).is_some() { Some(Value::Null) } else { present(value).cloned() };
    if let Some(wanted) = wanted {
        expected.insert(value.to_owned(), wanted);
        got.insert(value.to_owned(), computed.unwrap_or_default());
    }
}

fn block(block: &Block) -> Value {
    match block {
        Block::Text(text) => json!({ "type": "text", "text": text }),
        Block::Input(input) => field(input),
    }
}

fn field(input: &Input) -> Value {
    let mut field = Map::new();
    field.insert("type".to_owned(), json!(kind_name(input.kind)));
    field.insert("input".to_owned(), json!(input.key));
    field.insert("autoAriaLabel".to_owned(), json!(input.ranked));
    let texts = [("text", &input.text), ("placeholder", &input.placeholder), ("ariaLabel", &input.label)];
    for (name, text) in texts {
        if let Some(text) = text {
            field.insert(name.to_owned(), json!(text));
        }
    }
    if input.kind == InputKind::Select {
        field.insert("options".to_owned(), json!(input.options));
    }
    Value::Object(field)
}

fn kind_name(kind: InputKind) -> &'static str {
    match kind {
        InputKind::Input => "input",
        InputKind::Select => "select",
    }
}
