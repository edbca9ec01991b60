//! The rules of the house, as tests: sizes, names, who knows whom, purity, SQL in one room, colours in one file.

#![allow(clippy::expect_used, clippy::panic, clippy::indexing_slicing, reason = "a test fails by panicking")]

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

const LONGEST_FILE: usize = 500;
const FORBIDDEN_NAMES: [&str; 6] = ["utils", "util", "helpers", "common", "manager", "service"];

/// From the pure rooms to the street: a crate may know only crates of its list.
const MAY_KNOW: [(&str, &[&str]); 14] = [
    ("grade", &[]),
    ("measure", &[]),
    ("content", &["grade", "measure"]),
    ("rules", &["grade", "measure", "content"]),
    ("formats", &["rules"]),
    ("store", &["grade", "measure", "content", "rules"]),
    ("jobs", &["rules", "formats", "store"]),
    ("web", &["grade", "measure", "content", "rules", "store"]),
    ("learner", &["grade", "measure", "content", "rules", "formats", "store", "jobs", "web"]),
    ("orga", &["grade", "measure", "content", "rules", "formats", "store", "jobs", "web"]),
    ("staff", &["measure", "content", "rules", "store", "web"]),
    (
        "pix",
        &[
            "grade", "measure", "content", "rules", "store", "jobs", "formats", "web", "learner", "orga",
            "staff",
        ],
    ),
    ("bench", &[]),
    ("xtask", &[]),
];

/// Rooms whose result depends on their arguments only.
const PURE: [&str; 4] = ["crates/grade", "crates/measure", "crates/rules", "crates/formats"];
const IMPURE: [&str; 12] = [
    "std::fs",
    "std::env",
    "std::net",
    "std::process",
    "std::time",
    "SystemTime",
    "Instant::now",
    "thread_rng",
    "getrandom",
    "tokio",
    "async fn",
    "std::thread",
];

#[test]
fn no_file_is_a_wall_of_text() {
    let long: Vec<String> = rust_files()
        .into_iter()
        .filter_map(|path| {
            let lines = read(&path).lines().count();
            (lines > LONGEST_FILE).then(|| format!("{} has {lines} lines", shown(&path)))
        })
        .collect();
    assert!(long.is_empty(), "split by noun, {LONGEST_FILE} lines is the wall:\n{}", long.join("\n"));
}

#[test]
fn names_are_nouns_of_the_field() {
    let odd: Vec<String> = rust_files()
        .iter()
        .filter(|path| path.file_stem().is_some_and(|stem| FORBIDDEN_NAMES.iter().any(|name| stem == *name)))
        .map(|path| shown(path))
        .collect();
    assert!(odd.is_empty(), "these names say nothing: {odd:?}");
}

#[test]
fn every_crate_knows_only_the_rooms_below_it() {
    let allowed: BTreeMap<&str, &[&str]> = MAY_KNOW.into_iter().collect();
    let mut seen = 0;
    for manifest in manifests() {
        let table: toml::Table = read(&manifest).parse().expect("a manifest is TOML");
        let name = table["package"]["name"].as_str().expect("a package has a name").to_owned();
        let rooms = allowed.get(name.as_str()).unwrap_or_else(|| panic!("{name} has no line in MAY_KNOW"));
        let known = table.get("dependencies").and_then(toml::Value::as_table).cloned().unwrap_or_default();
        for dependency in known.keys().filter(|key| allowed.contains_key(key.as_str())) {
            assert!(rooms.contains(&dependency.as_str()), "{name} may not know {dependency}");
        }
        seen += 1;
    }
    assert_eq!(seen, MAY_KNOW.len(), "a room of MAY_KNOW has no manifest");
}

#[test]
fn pure_rooms_have_no_clock_no_chance_no_input() {
    let mut found = Vec::new();
    for path in rust_files()
        .into_iter()
        .filter(|path| PURE.iter().any(|room| shown(path).starts_with(&format!("{room}/src"))))
    {
        let text = read(&path);
        // Threads that end where they began, as many as the caller says, change no result.
        let code = text.split("#[cfg(test)]").next().unwrap_or_default().replace("std::thread::scope(", "");
        for word in IMPURE.iter().filter(|word| code.contains(**word)) {
            found.push(format!("{}: {word}", shown(&path)));
        }
    }
    assert!(found.is_empty(), "give it as an argument:\n{}", found.join("\n"));
}

#[test]
fn sql_lives_in_the_store() {
    let sql = ["SELECT ", "INSERT INTO ", "DELETE FROM ", "UPDATE "];
    let found: Vec<String> = rust_files()
        .into_iter()
        // The bench looks at the database from outside, as an operator would.
        .filter(|path| {
            !["crates/store", "xtask/tests", "bench"].iter().any(|room| shown(path).starts_with(room))
        })
        .filter(|path| sql.iter().any(|word| read(path).contains(word)))
        .map(|path| shown(&path))
        .collect();
    assert!(found.is_empty(), "SQL outside the store: {found:?}");
}

#[test]
fn colours_are_tokens() {
    let mut found = Vec::new();
    for path in files(&["crates/web", "apps"], &["css", "rs", "js", "svg"]) {
        if path.ends_with("tokens.css") || shown(&path).contains("/tests") {
            continue;
        }
        for (number, line) in read(&path)
            .lines()
            .enumerate()
            .filter(|(_, line)| has_colour(line, path.extension().is_some_and(|end| end == "css")))
        {
            found.push(format!("{}:{}: {}", shown(&path), number + 1, line.trim()));
        }
    }
    assert!(found.is_empty(), "literal colours belong in tokens.css:\n{}", found.join("\n"));
}

#[test]
fn a_colour_is_recognised() {
    for line in ["color: #fff;", "a#1234AB", "background: rgb(1 2 3)", "fill=\"hsl(1,2%,3%)\""] {
        assert!(has_colour(line, false), "{line}");
    }
    assert!(has_colour("color: #000000", true));
    for line in ["id=\"#main\"", "href=\"#a-1\"", "// issue #123", "color: var(--ink)", "&#38;"] {
        assert!(!has_colour(line, false), "{line}");
    }
}

/// A colour function, or a hexadecimal colour of 3, 4, 6 or 8 digits; outside style sheets a plain number is not one.
fn has_colour(line: &str, style_sheet: bool) -> bool {
    if ["rgb(", "rgba(", "hsl(", "hsla(", "oklch("].iter().any(|function| line.contains(function)) {
        return true;
    }
    line.match_indices('#').any(|(at, _)| {
        let before = line[..at].chars().last();
        let digits: String =
            line[at + 1..].chars().take_while(|c| c.is_alphanumeric() || *c == '-' || *c == '_').collect();
        let hexadecimal = digits.chars().all(|c| c.is_ascii_hexdigit());
        let numeral = digits.chars().all(|c| c.is_ascii_digit());
        before != Some('&')
            && hexadecimal
            && [3, 4, 6, 8].contains(&digits.len())
            && (style_sheet || !numeral)
    })
}

fn root() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).parent().expect("xtask has a parent").to_path_buf()
}

fn shown(path: &Path) -> String {
    path.strip_prefix(root()).unwrap_or(path).to_string_lossy().replace('\\', "/")
}

fn read(path: &Path) -> String {
    std::fs::read_to_string(path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

fn manifests() -> Vec<PathBuf> {
    files(&["crates", "apps", "bin", "bench", "tests", "xtask"], &["toml"])
        .into_iter()
        .filter(|path| path.file_name().is_some_and(|name| name == "Cargo.toml"))
        .collect()
}

fn rust_files() -> Vec<PathBuf> {
    let all = files(&["crates", "apps", "bin", "bench", "tests", "xtask", "fuzz"], &["rs"]);
    assert!(all.len() > 50, "the walk found only {} files", all.len());
    all
}

fn files(folders: &[&str], endings: &[&str]) -> Vec<PathBuf> {
    folders
        .iter()
        .flat_map(|folder| walkdir::WalkDir::new(root().join(folder)).sort_by_file_name())
        .filter_map(Result::ok)
        .filter(|entry| entry.file_type().is_file() && !entry.path().to_string_lossy().contains("/target/"))
        .filter(|entry| {
            entry.path().extension().is_some_and(|end| endings.iter().any(|ending| end == *ending))
        })
        .map(walkdir::DirEntry::into_path)
        .collect()
}
