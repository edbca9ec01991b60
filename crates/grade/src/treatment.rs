//! What is forgiven in a text: case, accents and spaces (t1), punctuation (t2), typos (t3).

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use crate::TextSolution;
use crate::distance::is_close;
use crate::question::Tolerance;

/// Says whether the character is white space for a browser. Unlike Rust it counts U+FEFF, and does
/// not count U+0085.
pub fn is_space(c: char) -> bool {
    match c {
        '\u{FEFF}' => true,
        '\u{0085}' => false,
        _ => c.is_whitespace(),
    }
}

/// Treatment t1: trims, lowers the case, removes accents and every space.
pub fn fold(text: &str) -> String {
    let lowered = text.trim_matches(is_space).to_lowercase();
    lowered.nfd().filter(|c| !('\u{0300}'..='\u{036F}').contains(c) && !is_space(*c)).collect()
}

/// Says whether the text holds one of the accepted spellings.
pub fn matches(text: &str, solution: &TextSolution) -> bool {
    solution.accepted.iter().any(|accepted| equivalent(text, accepted, solution.tolerance))
}

/// Says whether two texts are the same under the tolerance. A blank answer equals nothing.
pub fn equivalent(answer: &str, accepted: &str, tolerance: Tolerance) -> bool {
    if answer.chars().all(is_space) {
        return false;
    }
    let (mut answer, mut accepted) = (soften(answer, tolerance.case), soften(accepted, tolerance.case));
    if tolerance.punctuation {
        let (bare_answer, bare_accepted) = (strip(&answer), strip(&accepted));
        // A text made of signs only, such as "…" or "=", is compared with its signs.
        if !bare_answer.is_empty() && !bare_accepted.is_empty() {
            (answer, accepted) = (bare_answer, bare_accepted);
        }
    }
    answer == accepted || (tolerance.typos && resembles(&answer, &accepted))
}

/// Treatment t3: one error for four characters. A digit is never a typo: 1945 is not 1944.
fn resembles(answer: &str, accepted: &str) -> bool {
    if answer.chars().chain(accepted.chars()).any(char::is_numeric) {
        return false;
    }
    let answer: Vec<char> = answer.chars().collect();
    let accepted: Vec<char> = accepted.chars().collect();
    is_close(&answer, &accepted)
}

/// Writes the text in one way: composed characters, ordinary spaces, nothing around; and applies
/// t1 with ligatures opened when case is forgiven.
fn soften(text: &str, case: bool) -> String {
    let composed: String = text.nfc().map(|c| if is_space(c) { ' ' } else { c }).collect();
    if case { open_ligatures(&fold(&composed)) } else { composed.trim().to_owned() }
}

/// Replaces the letters that have no accent to lose but are written with plain ones all the same.
fn open_ligatures(lowered: &str) -> String {
    let mut opened = String::with_capacity(lowered.len());
    for c in lowered.chars() {
        match c {
            'œ' => opened.push_str("oe"),
            'æ' => opened.push_str("ae"),
            'ß' => opened.push_str("ss"),
            'ﬁ' => opened.push_str("fi"),
            'ﬂ' => opened.push_str("fl"),
            'ø' => opened.push('o'),
            'ł' => opened.push('l'),
            'đ' => opened.push('d'),
            'ı' => opened.push('i'),
            'ς' => opened.push('σ'),
            _ => opened.push(c),
        }
    }
    opened
}

/// Treatment t2: keeps letters and digits of every script, and single spaces between words.
fn strip(text: &str) -> String {
    let kept: String =
        text.chars().filter(|c| c.is_alphanumeric() || is_combining_mark(*c) || *c == ' ').collect();
    kept.split(' ').filter(|word| !word.is_empty()).collect::<Vec<_>>().join(" ")
}
