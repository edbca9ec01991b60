//! Reads an answer from the posted form, by the kind of input that was shown.

use content::{Input, InputField};
use grade::Answer;
use web::form::Form;

/// The longest text of one field, in characters.
pub const LONGEST_TEXT: usize = 500;

/// Why a form is no answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// Nothing was chosen or typed.
    Empty,
    /// Some fields are empty.
    Incomplete,
    /// A text is too long.
    TooLong,
    /// The fields are not those that were shown.
    Shape,
}

/// Reads the answer.
///
/// # Errors
/// [`Refusal`], when there is nothing to grade yet.
pub fn read(input: &Input, form: &Form) -> Result<Answer, Refusal> {
    if form.has("skip") {
        return Ok(Answer::Skipped);
    }
    match input {
        Input::Choice { options } => one(form, options.len()),
        Input::Choices { options } => several(form, options.len()),
        Input::Text { .. } | Input::Number { .. } | Input::Date => text(form),
        Input::Fields(fields) => all(form, fields.iter().map(|field: &InputField| field.key.clone())),
        Input::Set { labels } => all(form, (1..=labels.len()).map(|number| number.to_string())),
        Input::Order { items } => order(form, items.len()),
    }
}

fn one(form: &Form, count: usize) -> Result<Answer, Refusal> {
    if !form.has("choice") {
        return Err(Refusal::Empty);
    }
    index(form.text("choice"), count).map(Answer::Choice)
}

fn several(form: &Form, count: usize) -> Result<Answer, Refusal> {
    let chosen = form.iter().filter(|(name, _)| *name == "choice");
    let chosen =
        chosen.map(|(_, value)| index(value, count)).collect::<Result<std::collections::BTreeSet<_>, _>>()?;
    if chosen.is_empty() { Err(Refusal::Empty) } else { Ok(Answer::Choices(chosen)) }
}

fn text(form: &Form) -> Result<Answer, Refusal> {
    let typed = short(form.text("text"))?;
    if typed.is_empty() { Err(Refusal::Empty) } else { Ok(Answer::Text(typed.to_owned())) }
}

fn all(form: &Form, keys: impl Iterator<Item = String>) -> Result<Answer, Refusal> {
    let fields = keys
        .map(|key| {
            let typed = short(form.text(&format!("field.{key}")))?;
            Ok((key, typed.to_owned()))
        })
        .collect::<Result<Vec<_>, _>>()?;
    if fields.iter().all(|(_, typed)| typed.is_empty()) {
        return Err(Refusal::Empty);
    }
    if fields.iter().any(|(_, typed)| typed.is_empty()) {
        Err(Refusal::Incomplete)
    } else {
        Ok(Answer::Fields(fields))
    }
}

/// Each line says its rank, from 1; the answer lists the lines by rank.
fn order(form: &Form, count: usize) -> Result<Answer, Refusal> {
    let mut lines = Vec::with_capacity(count);
    for line in 0..count {
        let rank = form.text(&format!("rank.{line}"));
        if rank.is_empty() {
            return Err(Refusal::Incomplete);
        }
        let rank: usize = rank.parse().map_err(|_| Refusal::Shape)?;
        if !(1..=count).contains(&rank) {
            return Err(Refusal::Shape);
        }
        lines.push((rank, line));
    }
    lines.sort_unstable();
    if lines.iter().zip(1..).any(|((rank, _), expected)| *rank != expected) {
        return Err(Refusal::Incomplete);
    }
    Ok(Answer::Order(lines.into_iter().map(|(_, line)| line).collect()))
}

fn index(typed: &str, count: usize) -> Result<usize, Refusal> {
    typed.parse().ok().filter(|index| *index < count).ok_or(Refusal::Shape)
}

fn short(typed: &str) -> Result<&str, Refusal> {
    let typed = typed.trim();
    if typed.chars().count() > LONGEST_TEXT { Err(Refusal::TooLong) } else { Ok(typed) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use content::{FieldKind, TextSize};

    #[expect(clippy::needless_pass_by_value, reason = "cases read better without references")]
    fn check(input: &Input, form: &str, expected: Result<Answer, Refusal>) {
        let form: Form = form_urlencoded::parse(form.as_bytes()).into_owned().collect();
        assert_eq!(read(input, &form), expected, "{form:?}");
    }

    #[test]
    fn choices_are_indexes_of_the_lines_shown() {
        let options = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        let (one, several) = (Input::Choice { options: options.clone() }, Input::Choices { options });
        check(&one, "choice=2", Ok(Answer::Choice(2)));
        check(&one, "", Err(Refusal::Empty));
        check(&one, "choice=3", Err(Refusal::Shape));
        check(&one, "choice=x", Err(Refusal::Shape));
        check(&one, "choice=1&skip=1", Ok(Answer::Skipped));
        check(&several, "choice=2&choice=0&choice=2", Ok(Answer::Choices([0, 2].into())));
        check(&several, "", Err(Refusal::Empty));
        check(&several, "choice=1&choice=9", Err(Refusal::Shape));
    }

    #[test]
    fn texts_are_trimmed_and_bounded() {
        let input = Input::Text { size: TextSize::Word };
        check(&input, "text=+abc+", Ok(Answer::Text("abc".into())));
        check(&input, "text=++", Err(Refusal::Empty));
        check(&input, &format!("text={}", "x".repeat(501)), Err(Refusal::TooLong));
        check(&Input::Number { unit: None }, "text=12", Ok(Answer::Text("12".into())));
        check(&Input::Date, "text=3%2F5%2F2024", Ok(Answer::Text("3/5/2024".into())));
    }

    #[test]
    fn every_field_is_filled() {
        let field = |key: &str| InputField { key: key.into(), label: key.into(), kind: FieldKind::Text };
        let input = Input::Fields(vec![field("a"), field("b")]);
        let both = vec![("a".to_owned(), "1".to_owned()), ("b".to_owned(), "2".to_owned())];
        check(&input, "field.a=1&field.b=2&field.c=3", Ok(Answer::Fields(both)));
        check(&input, "field.a=1", Err(Refusal::Incomplete));
        check(&input, "", Err(Refusal::Empty));
        let set = Input::Set { labels: vec!["x".into(), "y".into()] };
        let both = vec![("1".to_owned(), "u".to_owned()), ("2".to_owned(), "v".to_owned())];
        check(&set, "field.1=u&field.2=v", Ok(Answer::Fields(both)));
    }

    #[test]
    fn an_order_gives_each_line_its_own_rank() {
        let input = Input::Order { items: vec!["x".into(), "y".into(), "z".into()] };
        check(&input, "rank.0=2&rank.1=3&rank.2=1", Ok(Answer::Order(vec![2, 0, 1])));
        check(&input, "rank.0=2&rank.1=2&rank.2=1", Err(Refusal::Incomplete));
        check(&input, "rank.0=1&rank.1=2", Err(Refusal::Incomplete));
        check(&input, "rank.0=1&rank.1=2&rank.2=4", Err(Refusal::Shape));
    }
}
