//! Fills the form of a question as somebody who guesses: the load needs answers that are taken, not right ones.

/// Where the form of an answer is posted, and its fields; `None` when the page has none.
pub fn filled(page: &str, guess: usize) -> Option<(String, String)> {
    let form = page.split("<form").find(|part| part.contains("/answers/"))?;
    let form = form.split("</form>").next()?;
    let action = attribute(form, "action")?;
    let mut fields: Vec<(String, String)> = Vec::new();
    let (mut choices, mut several) = (Vec::new(), false);
    for tag in form.split('<').skip(1) {
        let Some(name) = attribute(tag, "name") else { continue };
        let value = attribute(tag, "value").unwrap_or_default();
        let kind = attribute(tag, "type").unwrap_or_default();
        if tag.starts_with("select") {
            fields.push((name.clone(), selected(form, &name)));
        } else if kind == "radio" || kind == "checkbox" {
            several = kind == "checkbox";
            choices.push((name, value));
        } else if kind == "hidden" {
            fields.push((name, value));
        } else if tag.starts_with("input") || tag.starts_with("textarea") {
            fields.push((name, "2".to_owned()));
        }
    }
    let taken = if several { 2 } else { 1 };
    let start = guess % choices.len().max(1);
    fields.extend(choices.iter().cycle().skip(start).take(taken.min(choices.len())).cloned());
    let fields: Vec<_> = fields.iter().map(|(name, value)| (name.as_str(), value.as_str())).collect();
    Some((action, pairs(&fields)))
}

/// Fields as forms send them.
pub fn pairs(fields: &[(&str, &str)]) -> String {
    let pairs: Vec<String> =
        fields.iter().map(|(name, value)| format!("{name}={}", encoded(value))).collect();
    pairs.join("&")
}

/// The fields of a form that passes the question.
pub fn passed(page: &str) -> Option<(String, String)> {
    let (action, _) = filled(page, 0)?;
    Some((action, format!("csrf={}&lang=fr&skip=1", csrf(page)?)))
}

/// The token that a page's forms carry.
pub fn csrf(page: &str) -> Option<String> {
    attribute(page.split("name=\"csrf\"").nth(1)?, "value")
}

/// Ranks take their own place; other lists their first real line.
fn selected(form: &str, name: &str) -> String {
    if let Some(line) = name.strip_prefix("rank.").and_then(|line| line.parse::<usize>().ok()) {
        return (line + 1).to_string();
    }
    let list = form.split(&format!("name=\"{name}\"")).nth(1).unwrap_or_default();
    let list = list.split("</select>").next().unwrap_or_default();
    list.split("<option")
        .filter_map(|option| attribute(option, "value"))
        .find(|value| !value.is_empty())
        .unwrap_or_default()
}

fn attribute(tag: &str, name: &str) -> Option<String> {
    let value = tag.split(&format!("{name}=\"")).nth(1)?.split('"').next()?;
    Some(value.replace("&amp;", "&").replace("&#39;", "'").replace("&quot;", "\""))
}

fn encoded(value: &str) -> String {
    value
        .bytes()
        .map(|byte| match byte {
            b'a'..=b'z' | b'A'..=b'Z' | b'0'..=b'9' | b'-' | b'_' | b'.' => char::from(byte).to_string(),
            other => format!("%{other:02X}"),
        })
        .collect()
}
