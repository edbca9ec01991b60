//! Numbers as the reference reads them, with its oddities: only one space is removed, and numbers
//! are binary floats. Our own questions use [`Decimal`](crate::Decimal) instead.

use crate::treatment::is_space;

/// Says whether the reference takes the text for a number: first comma to a point, trimmed, first
/// ordinary space removed, and then a complete literal.
pub fn is_numeric(text: &str) -> bool {
    let dotted = text.replacen(',', ".", 1);
    let trimmed = dotted.trim_matches(is_space).replacen(' ', "", 1);
    let literal = trimmed.trim_matches(is_space);
    decimal_prefix(literal).is_some_and(|prefix| prefix.len() == literal.len()) || is_radix(literal)
}

/// Says whether the reference finds the two texts, both numeric, to be the same number.
pub fn is_same(left: &str, right: &str) -> bool {
    value(left).is_some_and(|left| value(right).is_some_and(|right| left.total_cmp(&right).is_eq()))
}

/// Reads the longest decimal at the beginning, once the first space is removed and the first comma
/// is a point.
fn value(text: &str) -> Option<f64> {
    let dotted = text.replacen(' ', "", 1).replacen(',', ".", 1);
    let literal = dotted.trim_start_matches(is_space);
    let number: f64 = decimal_prefix(literal)?.parse().ok()?;
    // Adding zero makes minus zero equal to zero.
    Some(number + 0.0)
}

/// Returns the longest beginning that is a decimal literal or an infinity.
fn decimal_prefix(text: &str) -> Option<&str> {
    let unsigned = text.strip_prefix(['+', '-']).unwrap_or(text);
    let sign = text.len() - unsigned.len();
    if unsigned.starts_with("Infinity") {
        return text.get(..sign + "Infinity".len());
    }
    let whole = digits(unsigned);
    let mut end = whole;
    if let Some(fraction) = unsigned.get(whole..).and_then(|rest| rest.strip_prefix('.')) {
        let decimals = digits(fraction);
        if whole + decimals > 0 {
            end += 1 + decimals;
        }
    }
    if end == 0 {
        return None;
    }
    if let Some(exponent) = unsigned.get(end..).and_then(|rest| rest.strip_prefix(['e', 'E'])) {
        let bare = exponent.strip_prefix(['+', '-']).unwrap_or(exponent);
        if digits(bare) > 0 {
            end += 1 + exponent.len() - bare.len() + digits(bare);
        }
    }
    text.get(..sign + end)
}

/// Counts the digits at the beginning.
fn digits(text: &str) -> usize {
    text.bytes().take_while(u8::is_ascii_digit).count()
}

/// Says whether the text is a literal in base 16, 8 or 2.
fn is_radix(text: &str) -> bool {
    let bases = [("0x", "0X", 16), ("0o", "0O", 8), ("0b", "0B", 2)];
    bases.iter().any(|(lower, upper, base)| {
        let digits = text.strip_prefix(lower).or_else(|| text.strip_prefix(upper));
        digits.is_some_and(|digits| !digits.is_empty() && digits.chars().all(|c| c.is_digit(*base)))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numeric_texts() {
        for (text, expected) in [
            ("42", true),
            ("1 000", true),
            ("1 000 000", false),
            ("3, 14", true),
            (".5", true),
            ("5.", true),
            (".", false),
            ("1e3", true),
            ("1e", false),
            ("0x1F", true),
            ("Infinity", true),
            ("infinity", false),
            ("", false),
            (" ", false),
            ("42\u{a0}", true),
            ("1\u{a0}000", false),
            ("12,345.67", false),
        ] {
            assert_eq!(is_numeric(text), expected, "{text:?}");
        }
    }

    #[test]
    fn values() {
        for (left, right, same) in [
            ("0x1F", "0", true),
            ("1e999", "Infinity", true),
            ("-0", "0", true),
            ("9007199254740993", "9007199254740992", true),
            ("3,14", "3.140", true),
            ("42", "43", false),
        ] {
            assert_eq!(is_same(left, right), same, "{left} {right}");
        }
    }
}
