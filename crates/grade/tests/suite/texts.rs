//! What each treatment forgives, and what it never does.

use grade::{Circumstances, Solution, Status, Tolerance};

use crate::build::{EXACT, LENIENT, USUAL, question, text, typed};

const CASE: Tolerance = Tolerance { case: true, ..EXACT };
const PUNCTUATION: Tolerance = Tolerance { punctuation: true, ..EXACT };
const TYPOS: Tolerance = Tolerance { typos: true, ..EXACT };

fn check(tolerance: Tolerance, cases: &[(&str, &str, bool)]) {
    for (accepted, answer, right) in cases {
        let question = question(Solution::Text(text(&["another one", accepted], tolerance)));
        let status = grade::check(&question, &typed(answer), &Circumstances::default()).status;
        assert_eq!(status == Status::Ok, *right, "{answer:?} to {accepted:?} with {tolerance:?}");
    }
}

#[test]
fn nothing_is_forgiven_but_the_way_of_writing_the_same() {
    check(
        EXACT,
        &[
            ("New York", "New York", true),
            ("New York", " New\u{a0}York ", true),
            ("Éléphant", "E\u{301}le\u{301}phant", true),
            ("New York", "new york", false),
            ("New York", "New-York", false),
            ("", "", false),
            (" ", " ", false),
        ],
    );
}

#[test]
fn case_accents_ligatures_and_spaces() {
    check(
        CASE,
        &[
            ("Éléphant", "ELEPHANT", true),
            ("cœur", "COEUR", true),
            ("Straße", "strasse", true),
            ("Łódź", "lodz", true),
            ("İstanbul", "ıstanbul", true),
            ("ΟΔΟΣ", "οδός", true),
            ("New York", "n e w\u{3000}york", true),
            ("Москва", "москва", true),
            ("e-mail", "email", false),
            ("Москва", "Минск", false),
            ("abc", "", false),
        ],
    );
}

#[test]
fn punctuation() {
    check(
        PUNCTUATION,
        &[
            ("l'école", "l’école", true),
            ("e-mail", "email", true),
            ("New York", "« New  York »", true),
            ("e-mail", "E-mail", false),
            // Signs count when there is nothing else.
            ("...", "...", true),
            ("...", "!!!", false),
            ("=", "=", true),
            ("日本", "日本。", true),
            ("日本", "中国", false),
        ],
    );
}

#[test]
fn typos() {
    check(
        TYPOS,
        &[
            ("abcd", "abcx", true),
            ("abcd", "abc", false),
            ("clavier", "clavierr", true),
            ("clavier", "calvier", false),
            ("ordinateur", "ordinatteurs", true),
            ("日本語入力", "日本語入", true),
            // A digit is never a typo.
            ("1944", "1945", false),
            ("1944", "1944", true),
            ("success-4521", "success-4522", false),
            ("success-4521", "succes-4521", false),
            ("Google", "Googl3", false),
            ("", "", false),
        ],
    );
}

#[test]
fn together() {
    check(USUAL, &[("C:\\Users\\Bob", "c:/users/bob", true), ("C++", "c", true), ("C++", "++", false)]);
    check(
        LENIENT,
        &[
            ("Jacques Dupont", "jaques dupond !", true),
            ("Wi-Fi", "wifi", true),
            ("Wi-Fi", "wofi", true),
            ("oui", "non", false),
            ("Google", "", false),
            ("Google", "   ", false),
        ],
    );
}
