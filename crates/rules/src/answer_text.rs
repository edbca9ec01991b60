//! How an answer is written in the database: one short line of text, readable by a person.
//!
//! | answer | text |
//! |---|---|
//! | skipped | `-` |
//! | one choice | `c2` (0-based index in the produced order) |
//! | several choices | `m0,3` |
//! | a text, number or date | `tclub/2024` |
//! | fields | `fa=chat&b=12` (form encoding) |
//! | an order | `o2,0,1` |

use grade::Answer;

/// Writes an answer as its stored line.
#[must_use]
pub fn write(answer: &Answer) -> String {
    match answer {
        Answer::Skipped => "-".to_owned(),
        Answer::Choice(index) => format!("c{index}"),
        Answer::Choices(indexes) => format!("m{}", list(indexes.iter())),
        Answer::Text(text) => format!("t{text}"),
        Answer::Fields(fields) => {
            let pairs = form_urlencoded::Serializer::new(String::new()).extend_pairs(fields).finish();
            format!("f{pairs}")
        }
        Answer::Order(indexes) => format!("o{}", list(indexes.iter())),
    }
}

/// Reads a stored line back; `None` when the line was not written by [`write`].
#[must_use]
pub fn read(line: &str) -> Option<Answer> {
    let mut letters = line.chars();
    let kind = letters.next()?;
    let rest = letters.as_str();
    match kind {
        '-' if rest.is_empty() => Some(Answer::Skipped),
        'c' => rest.parse().ok().map(Answer::Choice),
        'm' => indexes(rest).map(|all| Answer::Choices(all.into_iter().collect())),
        't' => Some(Answer::Text(rest.to_owned())),
        'f' => Some(Answer::Fields(form_urlencoded::parse(rest.as_bytes()).into_owned().collect())),
        'o' => indexes(rest).map(Answer::Order),
        _ => None,
    }
}

fn list<'a>(indexes: impl Iterator<Item = &'a usize>) -> String {
    indexes.map(ToString::to_string).collect::<Vec<_>>().join(",")
}

fn indexes(text: &str) -> Option<Vec<usize>> {
    if text.is_empty() {
        return Some(Vec::new());
    }
    text.split(',').map(|part| part.parse().ok()).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn check(answer: Answer, line: &str) {
        assert_eq!(write(&answer), line);
        assert_eq!(read(line), Some(answer));
    }

    #[test]
    fn every_kind_has_its_line() {
        check(Answer::Skipped, "-");
        check(Answer::Choice(2), "c2");
        check(Answer::Choices([3, 0].into()), "m0,3");
        check(Answer::Choices([].into()), "m");
        check(Answer::Text("-5 été".into()), "t-5 été");
        check(
            Answer::Fields(vec![("a".into(), "x & y".into()), ("b".into(), String::new())]),
            "fa=x+%26+y&b=",
        );
        check(Answer::Order(vec![2, 0, 1]), "o2,0,1");
    }

    #[test]
    fn a_foreign_line_is_refused() {
        for line in ["", "x1", "c", "cx", "m1,", "o1,a", "-5"] {
            assert_eq!(read(line), None, "{line:?}");
        }
    }

    proptest! {
        #[test]
        fn texts_and_fields_come_back(text in ".*", fields in prop::collection::vec((".*", ".*"), 0..4)) {
            let text = Answer::Text(text);
            prop_assert_eq!(read(&write(&text)), Some(text));
            let fields = Answer::Fields(fields);
            prop_assert_eq!(read(&write(&fields)), Some(fields));
        }
    }
}
