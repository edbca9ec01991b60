//! Numbers and sizes as a reader of each language writes them.

use crate::Lang;

/// Writes a whole number; from five digits on, groups of three are set apart.
#[must_use]
pub fn whole(lang: Lang, number: i64) -> String {
    let digits = number.unsigned_abs().to_string();
    let sign = if number < 0 { "\u{2212}" } else { "" };
    if digits.len() < 5 {
        return format!("{sign}{digits}");
    }
    let separator = match lang {
        Lang::Fr => '\u{202f}',
        Lang::En => ',',
    };
    let mut written = String::from(sign);
    for (position, digit) in digits.chars().enumerate() {
        if position > 0 && (digits.len() - position).is_multiple_of(3) {
            written.push(separator);
        }
        written.push(digit);
    }
    written
}

/// Writes a number with one decimal, dropped when it is zero: `1,4` or `1.4`, `3`.
#[must_use]
pub fn tenths(lang: Lang, tenths: u64) -> String {
    let head = whole(lang, i64::try_from(tenths / 10).unwrap_or(i64::MAX));
    match (tenths % 10, lang) {
        (0, _) => head,
        (tail, Lang::Fr) => format!("{head},{tail}"),
        (tail, Lang::En) => format!("{head}.{tail}"),
    }
}

/// Writes the size of a file: `812 octets`, `14 Ko`, `1,4 Mo`; `14 KB`, `1.4 MB` in English.
#[must_use]
pub fn size(lang: Lang, bytes: u64) -> String {
    let (amount, unit) = match bytes {
        0..1_000 => (bytes * 10, (" octets", " bytes")),
        1_000..1_000_000 => ((bytes + 500) / 1_000 * 10, (" Ko", " KB")),
        _ => ((bytes + 50_000) / 100_000, (" Mo", " MB")),
    };
    let unit = if lang == Lang::Fr { unit.0 } else { unit.1 };
    format!("{}{}", tenths(lang, amount), unit.replace(' ', "\u{a0}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whole_numbers_follow_the_language() {
        let check = |lang, number, expected: &str| assert_eq!(whole(lang, number), expected);
        check(Lang::Fr, 1024, "1024");
        check(Lang::Fr, 1_204_377, "1\u{202f}204\u{202f}377");
        check(Lang::En, 20_000, "20,000");
        check(Lang::En, -20_000, "\u{2212}20,000");
        check(
            Lang::Fr,
            i64::MIN,
            "\u{2212}9\u{202f}223\u{202f}372\u{202f}036\u{202f}854\u{202f}775\u{202f}808",
        );
    }

    #[test]
    fn sizes_are_rounded_for_people() {
        let check = |lang, bytes, expected: &str| assert_eq!(size(lang, bytes), expected);
        check(Lang::Fr, 812, "812\u{a0}octets");
        check(Lang::Fr, 14_200, "14\u{a0}Ko");
        check(Lang::Fr, 1_400_000, "1,4\u{a0}Mo");
        check(Lang::En, 1_400_000, "1.4\u{a0}MB");
        check(Lang::En, 3_000_000, "3\u{a0}MB");
    }
}
