//! Recognising a known mistake in a wrong answer.

use std::collections::BTreeSet;

use crate::checking::{belongs, grade, holds};
use crate::{Answer, FieldSolution, Question, SetSolution, Solution, Status, Wrong, treatment};

/// Returns the name of the first known mistake that explains a wrong answer. What is right is
/// never taken for a mistake, even if its description covers it.
pub fn recognise<'a>(question: &'a Question, answer: &Answer) -> Option<&'a str> {
    let mut mistakes = question.mistakes.iter();
    mistakes.find(|mistake| is_made(&mistake.wrong, question, answer)).map(|mistake| mistake.key.as_str())
}

/// Every shape in which a mistake stands in an answer: the lines or the fields that it is about.
pub fn shapes<'a>(
    question: &'a Question,
    answer: &'a Answer,
    mistake: &'a str,
) -> impl Iterator<Item = &'a Wrong> {
    let named = question.mistakes.iter().filter(move |known| known.key == mistake);
    named.map(|known| &known.wrong).filter(move |wrong| is_made(wrong, question, answer))
}

fn is_made(wrong: &Wrong, question: &Question, answer: &Answer) -> bool {
    match wrong {
        Wrong::Answer(wrong) => grade(wrong, answer).0 == Status::Ok,
        Wrong::Option(line) => is_misplaced(*line, &question.solution, answer),
        Wrong::Field { key, solution } => is_field(key, solution, &question.solution, answer),
        Wrong::Item(text) => is_item(text, &question.solution, answer),
    }
}

/// The line is chosen though wrong, or left though right.
fn is_misplaced(line: usize, solution: &Solution, answer: &Answer) -> bool {
    match (solution, answer) {
        (Solution::Choice { right }, Answer::Choice(chosen)) => (*chosen == line) != (*right == line),
        (Solution::Choices { right }, Answer::Choices(ticked)) => {
            ticked.contains(&line) != right.contains(&line)
        }
        _ => false,
    }
}

/// The field, wrong, holds this.
fn is_field(key: &str, wrong: &FieldSolution, solution: &Solution, answer: &Answer) -> bool {
    let (Solution::Fields(fields), Answer::Fields(given)) = (solution, answer) else { return false };
    let Some(field) = fields.iter().find(|field| field.key == key) else { return false };
    let mut texts = given.iter().filter(|(name, _)| name == key).map(|(_, text)| text.as_str());
    texts.any(|text| !holds(&field.solution, text) && holds(wrong, text))
}

/// Some field of the set holds this, and nothing acceptable.
fn is_item(wrong: &str, solution: &Solution, answer: &Answer) -> bool {
    let (Solution::Set(set), Answer::Fields(given)) = (solution, answer) else { return false };
    let keys: BTreeSet<&str> = set.keys.iter().map(String::as_str).collect();
    let mut texts =
        given.iter().filter(|(key, _)| keys.contains(key.as_str())).map(|(_, text)| text.as_str());
    texts.any(|text| !is_acceptable(text, set) && treatment::equivalent(text, wrong, set.tolerance))
}

fn is_acceptable(text: &str, set: &SetSolution) -> bool {
    set.groups.iter().any(|group| belongs(text, group, set.tolerance))
}
