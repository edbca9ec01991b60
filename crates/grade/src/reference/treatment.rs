//! Treatments as the reference applies them, counted in UTF-16 units. Ours forgive better: see
//! [`crate::check`].

use crate::Tolerance;
use crate::distance::is_close;
use crate::treatment::fold;

/// Pre-treatment: non-breaking spaces become ordinary ones.
pub fn pretreat(text: &str) -> String {
    text.replace('\u{a0}', " ")
}

/// Applies t1 then t2, when enabled.
pub fn treat(text: &str, tolerance: Tolerance) -> String {
    let folded = if tolerance.case { fold(text) } else { text.to_owned() };
    if tolerance.punctuation { strip(&folded) } else { folded }
}

/// Treatment t2: keeps plain letters, digits and spaces, and makes one space of several.
fn strip(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    for c in text.chars().filter(|c| c.is_ascii_alphanumeric() || *c == ' ') {
        if c != ' ' || !kept.ends_with(' ') {
            kept.push(c);
        }
    }
    kept
}

/// Says whether the treated answer is one of the treated variants: within one edit for four units
/// of the answer if typos are forgiven (an empty answer never is), equal otherwise.
pub fn is_one_of(answer: &str, variants: &[String], typos: bool) -> bool {
    if !typos {
        return variants.iter().any(|variant| variant == answer);
    }
    let answer = units(answer);
    variants.iter().any(|variant| is_close(&answer, &units(variant)))
}

/// Returns the UTF-16 units of the text, in which the reference counts.
pub fn units(text: &str) -> Vec<u16> {
    text.encode_utf16().collect()
}
