//! From what a generator says of the answer to the grader's question, the fields and the answer shown.

mod fields;
mod lines;

use grade::{Mistake, NumberSolution, Question, Solution, TextSolution, Tolerance, Wrong};

use crate::downloads::Scene;
use crate::front::{AnswerKind, Front, Treatment};
use crate::lang::Lang;
use crate::natives::{date_text, decimal as decimal_text};
use crate::paper::{Expected, Input};
use crate::value::{At, Shape, Value};

/// The answer of one instance.
pub(crate) struct Solved {
    pub question: Question,
    pub input: Input,
    pub expected: Expected,
    /// What the options show, in the order to show; empty for options that are texts.
    pub pictures: Vec<Scene>,
}

/// What reading an answer needs beside the generator's map.
pub(crate) struct Reading<'a> {
    pub front: &'a Front,
    pub lang: Lang,
    /// The seed of the instance, from which lines are shuffled.
    pub seed: u64,
}

/// The keys the generator's map may hold for each kind of answer.
pub(crate) const fn keys(kind: AnswerKind) -> &'static [&'static str] {
    match kind {
        AnswerKind::Choice | AnswerKind::Choices => &["choices"],
        AnswerKind::Text | AnswerKind::Date => &["answer", "mistakes"],
        AnswerKind::Number => &["answer", "within", "unit", "mistakes"],
        AnswerKind::Fields => &["fields"],
        AnswerKind::Set => &["labels", "groups", "mistakes"],
        AnswerKind::Order => &["items", "mistakes"],
    }
}

impl Reading<'_> {
    /// Reads the answer from the generator's map.
    pub fn read(&self, at: At<'_>) -> Shape<Solved> {
        match self.front.answer {
            AnswerKind::Choice => lines::choice(self, at),
            AnswerKind::Choices => lines::choices(self, at),
            AnswerKind::Order => lines::order(self, at),
            AnswerKind::Fields => fields::fields(self, at),
            AnswerKind::Set => fields::set(self, at),
            AnswerKind::Text => self.text(at),
            AnswerKind::Number => self.number(at),
            AnswerKind::Date => self.date(at),
        }
    }

    fn text(&self, at: At<'_>) -> Shape<Solved> {
        let accepted = accepted(at.key("answer")?)?;
        let expected = Expected::One(accepted.first().cloned().unwrap_or_default());
        let tolerance = self.tolerance();
        let wrong = |text| Solution::Text(wrong_text(text, tolerance));
        let mistakes = whole_mistakes(at, |item| item.text().map(wrong))?;
        let solution = Solution::Text(TextSolution { accepted, tolerance });
        let input = Input::Text { size: self.front.size };
        Ok(Solved { question: Question { solution, mistakes }, input, expected, pictures: Vec::new() })
    }

    fn number(&self, at: At<'_>) -> Shape<Solved> {
        let solution = number(at)?;
        let unit = at.text_of("unit")?;
        let mistakes = whole_mistakes(at, |item| {
            Ok(Solution::Number(NumberSolution { value: decimal(item)?, within: solution.within }))
        })?;
        let expected = Expected::One(shown_number(at.key("answer")?, unit.as_deref(), self.lang)?);
        let question = Question { solution: Solution::Number(solution), mistakes };
        Ok(Solved { question, input: Input::Number { unit }, expected, pictures: Vec::new() })
    }

    fn date(&self, at: At<'_>) -> Shape<Solved> {
        let (day, shown) = date(at.key("answer")?, self.lang)?;
        let mistakes = whole_mistakes(at, |item| date(item, self.lang).map(|(day, _)| Solution::Date(day)))?;
        let question = Question { solution: Solution::Date(day), mistakes };
        Ok(Solved { question, input: Input::Date, expected: Expected::One(shown), pictures: Vec::new() })
    }

    fn tolerance(&self) -> Tolerance {
        let forgiven = self.front.tolerance.as_deref().unwrap_or(&[Treatment::Case, Treatment::Punctuation]);
        Tolerance {
            case: forgiven.contains(&Treatment::Case),
            punctuation: forgiven.contains(&Treatment::Punctuation),
            typos: forgiven.contains(&Treatment::Typos),
        }
    }
}

/// A wrong text is recognised as a right one would be, but never through a slip of the fingers.
fn wrong_text(text: String, tolerance: Tolerance) -> TextSolution {
    TextSolution { accepted: vec![text], tolerance: Tolerance { typos: false, ..tolerance } }
}

/// The mistakes of an answer made of one value: each key has a value or a list of values.
fn whole_mistakes(at: At<'_>, mut read: impl FnMut(At<'_>) -> Shape<Solution>) -> Shape<Vec<Mistake>> {
    mistakes(at, |item| read(item).map(Wrong::Answer))
}

/// The mistakes of a map, in the order of their keys.
fn mistakes(at: At<'_>, mut read: impl FnMut(At<'_>) -> Shape<Wrong>) -> Shape<Vec<Mistake>> {
    let mut found = Vec::new();
    let Some(map) = at.maybe("mistakes") else { return Ok(found) };
    for (key, values) in map.entries()? {
        for wrong in values.each_or_one(&mut read)? {
            found.push(Mistake { key: key.to_owned(), wrong });
        }
    }
    Ok(found)
}

/// The accepted spellings: a list or one text, none of them empty.
fn accepted(at: At<'_>) -> Shape<Vec<String>> {
    let accepted = at.each_or_one(|item| match item.text()? {
        text if text.trim().is_empty() => item.expected("a text that is not empty"),
        text => Ok(text),
    })?;
    if accepted.is_empty() { at.expected("at least one accepted text") } else { Ok(accepted) }
}

/// `answer` and `within` of a number.
fn number(at: At<'_>) -> Shape<NumberSolution> {
    let within = match at.maybe("within") {
        Some(within) => decimal(within)?,
        None => grade::Decimal::from(0),
    };
    Ok(NumberSolution { value: decimal(at.key("answer")?)?, within })
}

/// An exact decimal; numbers with decimals are read to nine places, which hides binary rounding.
fn decimal(at: At<'_>) -> Shape<grade::Decimal> {
    let parsed = match at.value {
        Value::Whole(whole) => Some(grade::Decimal::from(*whole)),
        Value::Real(real) => {
            let text = format!("{real:.9}");
            grade::Decimal::parse(text.trim_end_matches('0').trim_end_matches('.'))
        }
        _ => None,
    };
    parsed.map_or_else(|| at.expected("a number"), Ok)
}

/// The signs of money.
const MONEY: [&str; 3] = ["€", "$", "£"];

fn shown_number(at: At<'_>, unit: Option<&str>, lang: Lang) -> Shape<String> {
    let Some(unit) = unit else { return at.shown(lang) };
    let number = match at.value {
        Value::Real(real) if MONEY.contains(&unit) => sum(lang, *real),
        _ => at.shown(lang)?,
    };
    Ok(format!("{number}\u{a0}{unit}"))
}

/// A sum of money: whole, or with two decimals; a price by the unit may have more.
fn sum(lang: Lang, real: f64) -> String {
    let shown = decimal_text(lang, real);
    let decimals = shown.rsplit_once([',', '.']).map_or(0, |(_, decimals)| decimals.len());
    if decimals == 1 { format!("{shown}0") } else { shown }
}

/// A day and how it is shown.
fn date(at: At<'_>, lang: Lang) -> Shape<(grade::Date, String)> {
    let Ok(day) = at.text()?.parse::<jiff::civil::Date>() else {
        return at.expected("a date such as \"2024-05-03\"");
    };
    let part = |part: i8| u8::try_from(part).unwrap_or(1);
    let date = grade::Date { year: i32::from(day.year()), month: part(day.month()), day: part(day.day()) };
    Ok((date, date_text(lang, day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_sum_of_money_has_no_decimals_or_two() {
        let check = |real, french: &str, english: &str| {
            assert_eq!((sum(Lang::Fr, real).as_str(), sum(Lang::En, real).as_str()), (french, english));
        };
        check(579.9, "579,90", "579.90");
        check(579.95, "579,95", "579.95");
        check(-0.5, "-0,50", "-0.50");
        check(580.0, "580", "580");
        check(3.0 * 5.1, "15,30", "15.30");
        check(1.459, "1,459", "1.459");
    }
}
