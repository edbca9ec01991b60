//! Edit distance between two texts.

/// Returns the number of insertions, deletions and substitutions that turn `left` into `right`.
/// Swapping two neighbours counts as two (Levenshtein distance).
pub fn levenshtein<T: PartialEq>(left: &[T], right: &[T]) -> usize {
    let mut row: Vec<usize> = (0..=right.len()).collect();
    for (i, a) in left.iter().enumerate() {
        let mut diagonal = i;
        let mut before = i + 1;
        if let Some(first) = row.first_mut() {
            *first = before;
        }
        for (b, cell) in right.iter().zip(row.iter_mut().skip(1)) {
            let substituted = diagonal + usize::from(a != b);
            diagonal = *cell;
            before = substituted.min(*cell + 1).min(before + 1);
            *cell = before;
        }
    }
    row.last().copied().unwrap_or_default()
}

/// Says whether `answer` is within one edit for four of its own units of `expected` (t3 of the
/// reference: `distance / length(answer) <= 1/4`). An empty answer is close to nothing.
pub fn is_close<T: PartialEq>(answer: &[T], expected: &[T]) -> bool {
    edits(answer, expected).is_some()
}

/// Returns the edits between `answer` and `expected` where [`is_close`] says that they are close.
pub fn edits<T: PartialEq>(answer: &[T], expected: &[T]) -> Option<usize> {
    let allowed = answer.len() / 4;
    if answer.is_empty() || answer.len().abs_diff(expected.len()) > allowed {
        return None;
    }
    Some(levenshtein(answer, expected)).filter(|edits| *edits <= allowed)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn distances() {
        for (left, right, expected) in [
            ("", "", 0),
            ("", "abc", 3),
            ("abc", "", 3),
            ("abc", "abc", 0),
            ("clavier", "calvier", 2),
            ("kitten", "sitting", 3),
            ("chat", "chats", 1),
        ] {
            assert_eq!(levenshtein(left.as_bytes(), right.as_bytes()), expected, "{left} {right}");
        }
    }

    #[test]
    fn closeness_depends_on_the_length_of_the_answer() {
        for (answer, expected, close) in [
            ("abc", "abcd", false),
            ("abcd", "abc", true),
            ("abcde", "abcdefg", false),
            ("", "", false),
            ("a", "a", true),
        ] {
            assert_eq!(is_close(answer.as_bytes(), expected.as_bytes()), close, "{answer} {expected}");
        }
    }
}
