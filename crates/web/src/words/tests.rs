use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::*;

/// Every Rust source of the workspace.
fn sources() -> Vec<String> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("../..");
    let mut texts = Vec::new();
    let mut folders: Vec<PathBuf> = ["crates", "apps", "bin"].iter().map(|name| root.join(name)).collect();
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).unwrap().map(|entry| entry.unwrap().path()) {
            match entry.extension().and_then(|extension| extension.to_str()) {
                _ if entry.is_dir() => folders.push(entry),
                Some("rs") => texts.push(fs::read_to_string(entry).unwrap()),
                _ => {}
            }
        }
    }
    texts
}

/// The literal that follows each call of one of the functions that take a key.
fn used_keys(source: &str) -> impl Iterator<Item = &str> {
    [".say(", ".with(", " key(", "(key("].into_iter().flat_map(move |call| {
        source.split(call).skip(1).filter_map(|rest| rest.trim_start().strip_prefix('"')?.split('"').next())
    })
}

fn keys_of(book: &[&'static str]) -> BTreeSet<&'static str> {
    book.iter().copied().flat_map(keys).collect()
}

fn is_key(text: &str) -> bool {
    text.contains('-')
        && text.starts_with(|first: char| first.is_ascii_lowercase())
        && text.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-')
}

#[test]
fn both_languages_hold_the_same_words() {
    assert_eq!(keys_of(FR), keys_of(EN));
    for (lang, book) in [(Lang::Fr, FR), (Lang::En, EN)] {
        for source in book {
            assert!(FluentResource::try_new((*source).to_owned()).is_ok(), "{lang:?}: a faulty entry");
        }
        let count = book.iter().copied().flat_map(keys).count();
        assert_eq!(count, keys_of(book).len(), "{lang:?}: a key is written twice");
    }
}

#[test]
fn every_used_key_exists_and_none_is_left_over() {
    let known = keys_of(FR);
    let sources = sources();
    let used: BTreeSet<&str> =
        sources.iter().flat_map(|text| used_keys(text)).filter(|text| is_key(text)).collect();
    let unknown: Vec<_> = used.iter().filter(|key| !known.contains(*key)).collect();
    assert!(unknown.is_empty(), "used, but in no book: {unknown:?}");
    let literal = |key: &str| sources.iter().any(|text| text.contains(&format!("\"{key}\"")));
    let left: Vec<_> = known.iter().filter(|key| !literal(key)).collect();
    assert!(left.is_empty(), "in the books, but never used: {left:?}");
}

#[test]
fn a_message_has_the_same_arguments_in_both_languages() {
    let arguments = |book: &[&str], key: &str| -> BTreeSet<String> {
        let text = book.join("\n");
        let body = text.split(&format!("\n{key} =")).nth(1).unwrap_or_default();
        let end = body.find("\n\n").into_iter().chain(next_entry(body)).min().unwrap_or(body.len());
        body[..end]
            .split('$')
            .skip(1)
            .map(|rest| rest.chars().take_while(|c| c.is_alphanumeric()).collect())
            .collect()
    };
    for key in keys_of(FR) {
        assert_eq!(arguments(FR, key), arguments(EN, key), "{key}");
    }
}

fn next_entry(body: &str) -> Option<usize> {
    let lines = body.match_indices('\n').map(|(at, _)| at);
    lines.into_iter().find(|at| body[at + 1..].starts_with(|c: char| c.is_ascii_lowercase()))
}

#[test]
fn numbers_and_plurals_are_those_of_the_language() {
    let check = |lang, n: i64, expected: &str| {
        assert_eq!(Words::of(lang).with("comb-title", &[("n", n.into()), ("of", 1024.into())]), expected);
    };
    check(Lang::Fr, 0, "0 pix sur 1024");
    check(Lang::Fr, 12_345, "12\u{202f}345 pix sur 1024");
    check(Lang::En, 12_345, "12,345 pix out of 1024");
    let fields = |lang, n: i64| Words::of(lang).with("errors-title", &[("n", n.into())]);
    assert_ne!(fields(Lang::Fr, 1).replace('1', ""), fields(Lang::Fr, 2).replace('2', ""));
    assert_ne!(fields(Lang::En, 1).replace('1', ""), fields(Lang::En, 2).replace('2', ""));
}

#[test]
fn a_missing_word_is_seen() {
    let words = Words::of(Lang::Fr);
    let absent: &'static str = "no-such-word";
    assert_eq!(words.say(absent), "⟦no-such-word⟧");
    assert_eq!(words.with(absent, &[]), "⟦no-such-word⟧");
    // A message that needs an argument is not said without it.
    let needs_arguments: &'static str = "comb-title";
    assert_eq!(words.say(needs_arguments), "⟦comb-title⟧");
}

#[test]
fn french_spaces_do_not_break() {
    for text in Words::of(Lang::Fr).book.plain.values() {
        for breaking in [" :", " ;", " ?", " !", " %", "« ", " »"] {
            assert!(!text.contains(breaking), "{text}");
        }
    }
}
