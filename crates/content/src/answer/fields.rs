//! Answers made of several fields.

use grade::{
    Field, FieldSolution, Mistake, NumberSolution, Question, SetSolution, Solution, TextSolution, Wrong,
};

use super::{Reading, Solved, accepted, date, decimal, mistakes, number, shown_number, wrong_text};
use crate::paper::{Expected, FieldKind, Input, InputField};
use crate::random::{Random, derive};
use crate::typography::typeset;
use crate::value::{At, Shape};

/// The stream of the seed that shuffles the options of lists.
const SHUFFLE: u64 = 1001;
/// More fields than this do not fit a telephone.
const MOST_FIELDS: usize = 12;

/// One field: what is shown, what is right, what is wrong.
struct Read {
    input: InputField,
    solution: FieldSolution,
    shown: String,
    mistakes: Vec<Mistake>,
}

pub(super) fn fields(reading: &Reading<'_>, at: At<'_>) -> Shape<Solved> {
    let list = at.key("fields")?;
    let read = list.each(|item| field(reading, item))?;
    if !(1..=MOST_FIELDS).contains(&read.len()) {
        return Err(format!("fields: {} fields, expected 1 to {MOST_FIELDS}", read.len()));
    }
    let (mut inputs, mut solutions, mut shown, mut mistakes) = (vec![], vec![], vec![], vec![]);
    for field in read {
        if inputs.iter().any(|known: &InputField| known.key == field.input.key) {
            return Err(format!("fields: the key {:?} stands twice", field.input.key));
        }
        shown.push((field.input.label.clone(), field.shown));
        solutions.push(Field { key: field.input.key.clone(), solution: field.solution });
        mistakes.extend(field.mistakes);
        inputs.push(field.input);
    }
    let question = Question { solution: Solution::Fields(solutions), mistakes };
    Ok(Solved {
        question,
        input: Input::Fields(inputs),
        expected: Expected::Fields(shown),
        pictures: Vec::new(),
    })
}

fn field(reading: &Reading<'_>, at: At<'_>) -> Shape<Read> {
    let lang = reading.lang;
    let kind = at.key("kind")?;
    let answer = at.key("answer")?;
    let (kind, solution, shown) = match kind.text()?.as_str() {
        "text" => {
            at.only(&["key", "label", "kind", "answer", "mistakes"])?;
            let accepted = accepted(answer)?;
            let shown = accepted.first().cloned().unwrap_or_default();
            let solution = TextSolution { accepted, tolerance: reading.tolerance() };
            (FieldKind::Text, FieldSolution::Text(solution), shown)
        }
        "number" => {
            at.only(&["key", "label", "kind", "answer", "within", "unit", "mistakes"])?;
            let unit = at.text_of("unit")?;
            let shown = shown_number(answer, unit.as_deref(), lang)?;
            (FieldKind::Number { unit }, FieldSolution::Number(number(at)?), shown)
        }
        "date" => {
            at.only(&["key", "label", "kind", "answer", "mistakes"])?;
            let (day, shown) = date(answer, lang)?;
            (FieldKind::Date, FieldSolution::Date(day), shown)
        }
        "select" => {
            at.only(&["key", "label", "kind", "answer", "options", "mistakes"])?;
            let right = answer.shown(lang)?;
            let options = options(reading, at, &right)?;
            (FieldKind::Select { options }, FieldSolution::Select(vec![right.clone()]), right)
        }
        _ => return kind.expected("text, number, date or select"),
    };
    let key = at.key("key")?.text()?;
    let mistakes = field_mistakes(reading, at, &key, &kind, &solution)?;
    let label = typeset(lang, &at.key("label")?.text()?).into_owned();
    Ok(Read { input: InputField { key, label, kind }, solution, shown, mistakes })
}

/// The options of a list: shuffled the same way in all lists of the same length, unless kept in order.
fn options(reading: &Reading<'_>, at: At<'_>, right: &str) -> Shape<Vec<String>> {
    let list = at.key("options")?;
    let options = list.each(|item| item.shown(reading.lang))?;
    if options.len() < 2 || !options.iter().any(|option| option == right) {
        return Err(format!(
            "{}: expected at least two options, with the answer {right:?} among them",
            list.place
        ));
    }
    if reading.front.ordered {
        return Ok(options);
    }
    let order = Random::new(derive(reading.seed, SHUFFLE)).indexes(options.len(), options.len());
    Ok(order.iter().filter_map(|index| options.get(*index)).cloned().collect())
}

fn field_mistakes(
    reading: &Reading<'_>,
    at: At<'_>,
    key: &str,
    kind: &FieldKind,
    right: &FieldSolution,
) -> Shape<Vec<Mistake>> {
    mistakes(at, |item| {
        let solution = match (right, kind) {
            (FieldSolution::Text(text), _) => FieldSolution::Text(wrong_text(item.text()?, text.tolerance)),
            (FieldSolution::Number(number), _) => {
                FieldSolution::Number(NumberSolution { value: decimal(item)?, within: number.within })
            }
            (FieldSolution::Date(_), _) => FieldSolution::Date(date(item, reading.lang)?.0),
            (FieldSolution::Select(_), FieldKind::Select { options }) => {
                let wrong = item.shown(reading.lang)?;
                if !options.contains(&wrong) {
                    return item.expected("one of the options");
                }
                FieldSolution::Select(vec![wrong])
            }
            (FieldSolution::Select(_), _) => return item.expected("one of the options"),
        };
        Ok(Wrong::Field { key: key.to_owned(), solution })
    })
}

pub(super) fn set(reading: &Reading<'_>, at: At<'_>) -> Shape<Solved> {
    let labels = at.key("labels")?.texts()?;
    let groups = at.key("groups")?.each(accepted)?;
    if labels.is_empty() || labels.len() > groups.len() {
        return Err(format!("labels: {} fields for {} groups", labels.len(), groups.len()));
    }
    let shown = groups.iter().filter_map(|group| group.first().cloned()).collect();
    let labels: Vec<String> = labels.iter().map(|label| typeset(reading.lang, label).into_owned()).collect();
    let keys = (1..=labels.len()).map(|number| number.to_string()).collect();
    let mistakes = mistakes(at, |item| item.text().map(Wrong::Item))?;
    let solution = SetSolution { keys, groups, tolerance: reading.tolerance(), scoring: None };
    let question = Question { solution: Solution::Set(solution), mistakes };
    Ok(Solved {
        question,
        input: Input::Set { labels },
        expected: Expected::Several(shown),
        pictures: Vec::new(),
    })
}
