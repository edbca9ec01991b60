//! Codes of French cities.

/// Says whether a text has the shape of a code of a city: five digits, where Corsica writes `2A` and `2B`.
pub(crate) fn is_city_code(text: &str) -> bool {
    let digits = text.strip_prefix("2A").or_else(|| text.strip_prefix("2B"));
    let (digits, wanted) = digits.map_or((text, 5), |digits| (digits, 3));
    digits.len() == wanted && digits.bytes().all(|digit| digit.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_city_code_has_five_signs() {
        for (text, expected) in [
            ("33063", true),
            ("2A004", true),
            ("2B033", true),
            ("97411", true),
            ("2C004", false),
            ("3306", false),
            ("330630", false),
            ("A2004", false),
            ("3306é", false),
            ("", false),
        ] {
            assert_eq!(is_city_code(text), expected, "{text}");
        }
    }
}
