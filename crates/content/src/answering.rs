//! The answers a key foresees: the right one, and the one each mistake leads to.

use std::collections::BTreeSet;

use grade::{Answer, Field, FieldSolution, Mistake, Solution, Wrong};

use crate::paper::Key;

impl Key {
    /// An answer the grader accepts.
    #[must_use]
    pub fn right_answer(&self) -> Answer {
        of_solution(&self.question.solution)
    }

    /// The answer of somebody who makes this mistake and no other.
    #[must_use]
    pub fn wrong_answer(&self, mistake: &Mistake) -> Answer {
        match (&mistake.wrong, &self.question.solution) {
            (Wrong::Answer(solution), _) => of_solution(solution),
            (Wrong::Option(index), Solution::Choices { right }) => Answer::Choices(toggled(right, *index)),
            (Wrong::Option(index), _) => Answer::Choice(*index),
            (Wrong::Field { key, solution }, Solution::Fields(fields)) => {
                let field = |field: &Field| {
                    let held = if field.key == *key { solution } else { &field.solution };
                    (field.key.clone(), of_field(held))
                };
                Answer::Fields(fields.iter().map(field).collect())
            }
            (Wrong::Field { key, solution }, _) => Answer::Fields(vec![(key.clone(), of_field(solution))]),
            (Wrong::Item(text), solution) => with_item(solution, text),
        }
    }
}

fn toggled(right: &BTreeSet<usize>, index: usize) -> BTreeSet<usize> {
    let mut ticked = right.clone();
    if !ticked.remove(&index) {
        ticked.insert(index);
    }
    ticked
}

/// The right set with its last field replaced.
fn with_item(solution: &Solution, text: &str) -> Answer {
    let mut answer = of_solution(solution);
    if let Answer::Fields(fields) = &mut answer
        && let Some((_, held)) = fields.last_mut()
    {
        text.clone_into(held);
    }
    answer
}

fn of_solution(solution: &Solution) -> Answer {
    match solution {
        Solution::Choice { right } => Answer::Choice(*right),
        Solution::Choices { right } => Answer::Choices(right.clone()),
        Solution::Text(text) => Answer::Text(text.accepted.first().cloned().unwrap_or_default()),
        Solution::Number(number) => Answer::Text(number.value.to_string()),
        Solution::Date(date) => Answer::Text(written(*date)),
        Solution::Order(order) => Answer::Order(order.clone()),
        Solution::Fields(fields) => Answer::Fields(
            fields.iter().map(|field| (field.key.clone(), of_field(&field.solution))).collect(),
        ),
        Solution::Set(set) => {
            let texts = set.groups.iter().map(|group| group.first().cloned().unwrap_or_default());
            Answer::Fields(set.keys.iter().cloned().zip(texts).collect())
        }
    }
}

fn of_field(solution: &FieldSolution) -> String {
    match solution {
        FieldSolution::Text(text) => text.accepted.first().cloned().unwrap_or_default(),
        FieldSolution::Number(number) => number.value.to_string(),
        FieldSolution::Date(date) => written(*date),
        FieldSolution::Select(options) => options.first().cloned().unwrap_or_default(),
    }
}

fn written(date: grade::Date) -> String {
    format!("{:04}-{:02}-{:02}", date.year, date.month, date.day)
}
