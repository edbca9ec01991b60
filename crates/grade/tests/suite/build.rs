//! Short ways to write questions and answers.

use std::collections::BTreeSet;

use grade::{
    Answer, Date, Decimal, Field, FieldSolution, NumberSolution, Question, SetSolution, Solution,
    TextSolution, Tolerance,
};

/// Case and punctuation are forgiven, typos are not: the default of our bank.
pub const USUAL: Tolerance = Tolerance { case: true, punctuation: true, typos: false };
/// Everything is forgiven.
pub const LENIENT: Tolerance = Tolerance { case: true, punctuation: true, typos: true };
/// Nothing is forgiven.
pub const EXACT: Tolerance = Tolerance { case: false, punctuation: false, typos: false };

pub fn strings(texts: &[&str]) -> Vec<String> {
    texts.iter().map(|text| (*text).to_owned()).collect()
}

pub fn text(accepted: &[&str], tolerance: Tolerance) -> TextSolution {
    TextSolution { accepted: strings(accepted), tolerance }
}

pub fn number(value: &str, within: &str) -> NumberSolution {
    NumberSolution { value: Decimal::parse(value).unwrap(), within: Decimal::parse(within).unwrap() }
}

pub fn date(text: &str) -> Date {
    Date::parse(text).unwrap()
}

pub fn set_of(ranks: &[usize]) -> BTreeSet<usize> {
    ranks.iter().copied().collect()
}

pub fn fields() -> Solution {
    let field = |key: &str, solution| Field { key: key.to_owned(), solution };
    Solution::Fields(vec![
        field("name", FieldSolution::Text(text(&["devis"], USUAL))),
        field("size", FieldSolution::Number(number("12", "0.5"))),
        field("day", FieldSolution::Date(date("2024-05-03"))),
        field("kind", FieldSolution::Select(strings(&["Texte"]))),
    ])
}

pub fn set(scoring: Option<&[usize]>) -> Solution {
    let scoring = scoring.map(|counts| counts.iter().map(|count| (*count, String::new())).collect());
    Solution::Set(SetSolution {
        keys: strings(&["a", "b", "c"]),
        groups: vec![
            strings(&["chat", "matou"]),
            strings(&["chat", "chien"]),
            strings(&["vache"]),
            strings(&["âne"]),
        ],
        tolerance: USUAL,
        scoring,
    })
}

pub fn given(pairs: &[(&str, &str)]) -> Answer {
    Answer::Fields(pairs.iter().map(|(key, text)| ((*key).to_owned(), (*text).to_owned())).collect())
}

pub fn typed(text: &str) -> Answer {
    Answer::Text(text.to_owned())
}

pub fn question(solution: Solution) -> Question {
    Question { solution, mistakes: Vec::new() }
}
