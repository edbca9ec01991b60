//! Numbers and texts as people write them in each language.

#![expect(clippy::needless_pass_by_value, reason = "scripts hand their values over")]

use rhai::{Array, Dynamic, Engine, FnPtr, ImmutableString, NativeCallContext};
use sha2::{Digest, Sha256};

use super::{Answer, language, wrong};
use crate::lang::Lang;

/// Names of units of size, one thousand apart.
const UNITS: [(&str, &str); 5] = [("o", "B"), ("Ko", "KB"), ("Mo", "MB"), ("Go", "GB"), ("To", "TB")];

pub(super) fn register(engine: &mut Engine) {
    engine.register_fn("either", |lang: &str, fr: Dynamic, en: Dynamic| -> Answer<Dynamic> {
        Ok(if language(lang)? == Lang::Fr { fr } else { en })
    });
    engine.register_fn("decimal", |lang: &str, number: f64| -> Answer<String> {
        Ok(decimal(language(lang)?, number))
    });
    engine.register_fn("decimal", |lang: &str, number: i64| -> Answer<String> {
        language(lang).map(|_| number.to_string())
    });
    engine
        .register_fn("size", |lang: &str, bytes: i64| -> Answer<String> { Ok(size(language(lang)?, bytes)) });
    engine.register_fn("slug", slug);
    engine.register_fn("pad", |number: i64, width: i64| {
        format!("{number:0width$}", width = usize::try_from(width).unwrap_or(0).min(32))
    });
    engine.register_fn("join", join);
    engine.register_fn("sum", sum);
    engine.register_fn("count", count);
    engine.register_fn("lower", |text: &str| text.to_lowercase());
    engine.register_fn("upper", |text: &str| text.to_uppercase());
    engine.register_fn("capital", capital);
    engine.register_fn("sha256", sha256);
}

/// A number with the mark of its language and at most six decimals: 3,5 in French, 3.5 in English.
pub(crate) fn decimal(lang: Lang, number: f64) -> String {
    let text = format!("{number:.6}");
    let text = text.trim_end_matches('0').trim_end_matches('.');
    let text = if text == "-0" { "0" } else { text };
    if lang == Lang::Fr { text.replace('.', ",") } else { text.to_owned() }
}

/// A size in the largest unit that leaves at least 1, one thousand apart, with at most one decimal (cut, not
/// rounded up, so that 999,999 bytes stay below 1 MB).
fn size(lang: Lang, bytes: i64) -> String {
    let mut unit = 1_i64;
    let mut names = UNITS.iter().peekable();
    let (fr, en) = loop {
        let Some(name) = names.next() else { break ("o", "B") };
        if names.peek().is_none() || bytes / unit < 1000 {
            break *name;
        }
        unit *= 1000;
    };
    let tenths = if unit == 1 { 0 } else { bytes % unit / (unit / 10) };
    let (mark, name) = if lang == Lang::Fr { (',', fr) } else { ('.', en) };
    let whole = bytes / unit;
    if tenths == 0 { format!("{whole} {name}") } else { format!("{whole}{mark}{tenths} {name}") }
}

/// Small letters without accents, digits, and one hyphen for everything between.
fn slug(text: &str) -> String {
    let mut slug = String::with_capacity(text.len());
    for character in text.chars().flat_map(char::to_lowercase) {
        match unaccented(character) {
            "" if character.is_ascii_alphanumeric() => slug.push(character),
            "" if !slug.is_empty() && !slug.ends_with('-') => slug.push('-'),
            letters => slug.push_str(letters),
        }
    }
    slug.trim_end_matches('-').to_owned()
}

/// The plain letters of an accented one; nothing for any other character.
pub(crate) const fn unaccented(letter: char) -> &'static str {
    match letter {
        'à' | 'â' | 'ä' | 'á' | 'ã' | 'å' => "a",
        'ç' | 'ć' | 'č' => "c",
        'é' | 'è' | 'ê' | 'ë' | 'ę' => "e",
        'î' | 'ï' | 'í' | 'ì' => "i",
        'ñ' | 'ń' => "n",
        'ô' | 'ö' | 'ó' | 'ò' | 'õ' | 'ø' => "o",
        'ù' | 'û' | 'ü' | 'ú' => "u",
        'ÿ' | 'ý' => "y",
        'š' | 'ś' => "s",
        'ž' | 'ż' | 'ź' => "z",
        'ł' => "l",
        'œ' => "oe",
        'æ' => "ae",
        'ß' => "ss",
        _ => "",
    }
}

fn join(list: Array, between: &str) -> String {
    let texts: Vec<String> = list.iter().map(ToString::to_string).collect();
    texts.join(between)
}

/// The sum of whole numbers as a whole number; of mixed ones as a number with decimals.
fn sum(list: Array) -> Answer<Dynamic> {
    let (mut whole, mut real, mut mixed) = (0_i64, 0.0, false);
    for item in &list {
        if let Ok(number) = item.as_int() {
            whole = whole.checked_add(number).ok_or_else(|| wrong("sum: the total is too large"))?;
        } else if let Ok(number) = item.as_float() {
            real += number;
            mixed = true;
        } else {
            return Err(wrong(format!("sum: {item} is no number")));
        }
    }
    #[expect(clippy::cast_precision_loss, reason = "sums of a bank stay far below 2^53")]
    Ok(if mixed { Dynamic::from(whole as f64 + real) } else { Dynamic::from(whole) })
}

/// How many elements a closure says true for.
fn count(context: NativeCallContext<'_>, list: Array, test: FnPtr) -> Answer<i64> {
    let mut found = 0;
    for item in list {
        if test.call_within_context::<bool>(&context, (item,))? {
            found += 1;
        }
    }
    Ok(found)
}

/// The text with a capital first letter.
fn capital(text: ImmutableString) -> String {
    let mut letters = text.chars();
    letters
        .next()
        .map_or_else(String::new, |first| first.to_uppercase().collect::<String>() + letters.as_str())
}

/// The SHA-256 fingerprint of a text in UTF-8, as 64 small hexadecimal digits: that of a file which holds just this.
fn sha256(text: ImmutableString) -> String {
    Sha256::digest(text.as_bytes()).iter().map(|byte| format!("{byte:02x}")).collect()
}

#[cfg(test)]
mod tests {
    use super::sha256;

    #[test]
    fn fingerprints_are_those_of_the_standard() {
        for (text, expected) in [
            // FIPS 180-4 and NIST's examples.
            ("", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
            ("abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"),
        ] {
            assert_eq!(sha256(text.into()), expected);
        }
    }
}
