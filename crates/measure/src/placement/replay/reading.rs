//! Reading the fields of a case, with errors that name the field.

use serde_json::Value;

use super::super::{Outcome, Pix, Source};

/// What is wrong with a case.
#[derive(Debug)]
pub(crate) struct Malformed(pub String);

pub(crate) type Read<T> = Result<T, Malformed>;

/// The error of a field that is not what it should be.
pub(crate) fn wrong(key: &str, should: &str) -> Malformed {
    Malformed(format!("`{key}` should be {should}"))
}

/// A field that may be missing or null.
pub(crate) fn optional<'a>(value: &'a Value, key: &str) -> Option<&'a Value> {
    value.get(key).filter(|field| !field.is_null())
}

pub(crate) fn field<'a>(value: &'a Value, key: &str) -> Read<&'a Value> {
    value.get(key).ok_or_else(|| wrong(key, "present"))
}

pub(crate) fn text<'a>(value: &'a Value, key: &str) -> Read<&'a str> {
    field(value, key)?.as_str().ok_or_else(|| wrong(key, "a text"))
}

pub(crate) fn list<'a>(value: &'a Value, key: &str) -> Read<&'a [Value]> {
    field(value, key)?.as_array().map(Vec::as_slice).ok_or_else(|| wrong(key, "a list"))
}

/// A list that may be missing or null, which is then empty.
pub(crate) fn list_or_empty<'a>(value: &'a Value, key: &str) -> Read<&'a [Value]> {
    optional(value, key).map_or(Ok(&[]), |_| list(value, key))
}

/// The texts of a list field.
pub(crate) fn texts<'a>(items: &'a [Value], key: &str) -> Read<Vec<&'a str>> {
    items.iter().map(|item| item.as_str().ok_or_else(|| wrong(key, "a list of texts"))).collect()
}

pub(crate) fn flag(value: &Value, key: &str) -> Read<bool> {
    field(value, key)?.as_bool().ok_or_else(|| wrong(key, "true or false"))
}

/// A flag that may be missing or null, which is then false.
pub(crate) fn flag_or_false(value: &Value, key: &str) -> Read<bool> {
    optional(value, key).map_or(Ok(false), |_| flag(value, key))
}

pub(crate) fn number(value: &Value, key: &str) -> Read<f64> {
    field(value, key)?.as_f64().ok_or_else(|| wrong(key, "a number"))
}

/// A whole number; `2.0` is one too.
pub(crate) fn whole(value: &Value, key: &str) -> Read<i64> {
    whole_of(field(value, key)?).ok_or_else(|| wrong(key, "a whole number"))
}

pub(crate) fn whole_of(value: &Value) -> Option<i64> {
    value.as_i64().or_else(|| value.as_f64().and_then(exact))
}

/// The whole number that a float holds exactly, if it does; decimal text is the checked way from
/// one to the other.
fn exact(float: f64) -> Option<i64> {
    (float.fract() == 0.0 && float.abs() < 1e15).then(|| format!("{float:.0}").parse().ok()).flatten()
}

/// The nearest whole number.
pub(crate) fn nearest(float: f64) -> Option<i64> {
    exact(float.round())
}

pub(crate) fn level_of(value: &Value, key: &str) -> Read<u8> {
    whole_of(value).and_then(|level| u8::try_from(level).ok()).ok_or_else(|| wrong(key, "a level, 0 to 255"))
}

pub(crate) fn level(value: &Value, key: &str) -> Read<u8> {
    level_of(field(value, key)?, key)
}

/// Pix written as a whole or binary number: the fraction of smallest denominator, up to 1000, that
/// the number stands for.
pub(crate) fn pix_of(value: &Value, key: &str) -> Read<Pix> {
    let float = value.as_f64().ok_or_else(|| wrong(key, "a number of pix"))?;
    let fraction = |denominator: u32| {
        let numerator = u32::try_from(nearest(float * f64::from(denominator))?).ok()?;
        let near = (f64::from(numerator) / f64::from(denominator) - float).abs() < 1e-9;
        near.then(|| Pix::new(numerator, denominator)).flatten()
    };
    (1..=1000).find_map(fraction).ok_or_else(|| wrong(key, "a simple fraction of pix"))
}

pub(crate) fn outcome(status: &str) -> Read<Outcome> {
    match status {
        "validated" => Ok(Outcome::Validated),
        "invalidated" => Ok(Outcome::Invalidated),
        _ => Err(wrong("status", "validated or invalidated")),
    }
}

pub(crate) fn source(value: &Value) -> Read<Source> {
    match text(value, "source")? {
        "direct" => Ok(Source::Direct),
        "inferred" => Ok(Source::Inferred),
        _ => Err(wrong("source", "direct or inferred")),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pix_are_read_as_fractions() {
        let check = |json: &str, expected: Option<&str>| {
            let value: Value = serde_json::from_str(json).unwrap();
            let got = pix_of(&value, "pix").ok().map(|pix| pix.to_string());
            assert_eq!(got.as_deref(), expected, "{json}");
        };
        check("0", Some("0"));
        check("4", Some("4"));
        check("2.6666666666666665", Some("8/3"));
        check("0.8", Some("4/5"));
        check("7.999999999999998", Some("8"));
        check("-1", None);
        check("1e300", None);
        check("3.14159265358979", None);
        check("\"4\"", None);
    }

    #[test]
    fn whole_numbers_are_read_however_they_are_written() {
        let check = |json: &str, expected| {
            assert_eq!(whole_of(&serde_json::from_str(json).unwrap()), expected, "{json}");
        };
        check("2", Some(2));
        check("-2", Some(-2));
        check("2.0", Some(2));
        check("2.5", None);
        check("1e30", None);
        check("null", None);
    }
}
