//! Each finding of the deep checks: what is broken, and what the report says.

use content::check::{Options, run};

use crate::{edited, fixture};

const SEEDS: u64 = 40;

fn options() -> Options {
    Options { seeds: SEEDS, ..Options::default() }
}
/// What the report says of the fixture after one edit: problems, or notes.
pub(crate) fn check(file: &str, old: &str, new: &str, expected: &str) {
    check_on(SEEDS, file, old, new, expected);
}

/// The same, on so many seeds.
fn check_on(seeds: u64, file: &str, old: &str, new: &str, expected: &str) {
    let prefix = file.trim_end_matches(".md").replace("/tutorials", "").replace('/', "-");
    let report = run(&edited(file, old, new), &Options { prefix, seeds, ..options() });
    let told: Vec<String> = report.problems.iter().chain(&report.notes).map(ToString::to_string).collect();
    assert!(told.iter().any(|problem| problem.contains(expected)), "expected {expected:?} in {told:#?}");
}

const TEXT: &str = "1.2/a/3-text.md";
const NUMBER: &str = "1.2/a/4-number.md";

#[test]
fn the_fixture_is_clean() {
    let report = run(&fixture(), &options());
    assert_eq!(report.problems, []);
    assert_eq!(report.families, 10);
    assert_eq!(report.table.get("1.2-a"), Some(&[1, 2, 1, 1, 1, 1, 1, 2]));
    let some = run(&fixture(), &Options { prefix: "1.2-a-8".to_owned(), ..options() });
    assert_eq!(some.families, 2);
}

#[test]
fn families_that_say_the_same() {
    let long: Vec<String> = (0..60).map(|number| format!("mot{number}")).collect();
    let source = edited(TEXT, "Voici comment faire.", &format!("Voici {}.", long.join(" ")));
    let mut twice = source.clone();
    twice.insert("1.2/a/3-text-again.md", source.get(TEXT).expect("the family").to_vec());
    for (source, prefix, told) in
        [(&source, "1.2-a-3", 0), (&twice, "1.2-a-3", 2), (&twice, "1.2-a-3-text-a", 1)]
    {
        let report = run(source, &Options { prefix: prefix.to_owned(), ..options() });
        let near =
            report.problems.iter().filter(|one| one.to_string().contains("says 100 % of what 1.2-a-3-text"));
        assert_eq!(near.count(), told, "{:#?}", report.problems);
    }
}

#[test]
fn a_text_that_is_hard_to_read() {
    let hard = "L'administration conditionne l'interopérabilité documentaire institutionnelle";
    check(TEXT, "Que trouvez-vous ?", &format!("{hard} ?"), "(Kandel and Moles)");
}

#[test]
fn declarations() {
    for (old, new, expected) in [
        ("CC-BY-SA-4.0", "MIT", "3-text.md:1: licence \"MIT\": expected \"CC-BY-SA-4.0\""),
        ("= \"original\"", "= \"web\"", "provenance \"web\": expected \"original\""),
        ("Pix in Rust contributors", "", "author is empty"),
        ("minutes = 2", "minutes = 90", "minutes = 90: expected 1 to 20"),
        ("[\"one\", \"two\"]", "[\"one\"]", "tutorials: 1 different ones, expected two"),
        ("[\"phone\", \"tablet\", \"desktop\"]", "[]", "devices: expected at least one"),
        ("deaf = \"yes\"", "deaf = \"no\"", "access: deaf is \"no\", so `equivalent` must name"),
        ("kind = \"do\"", "kind = \"know\"", "pure knowledge is \"focus\""),
        (
            "Faire text",
            "Faire une chose dont le titre est vraiment beaucoup trop long pour une liste",
            "title of 76 characters",
        ),
    ] {
        check(TEXT, old, new, expected);
    }
    check("1.2/a/8-files.md", "blind = \"yes\"", "blind = \"helped\"", "expected ## alternative");
    check(
        "1.2/a/8-files.md",
        "title: \"X\"",
        "title: \"T\"",
        "two exhibits have the title \"T\", give each its own",
    );
}

#[test]
fn reading() {
    let long = format!("{} {{{{name}}}}", "mot ".repeat(70));
    for (old, new, expected) in [
        ("{{name}} écrit", long.as_str(), "3-text.md:21: seed 0: statement and question have"),
        ("{{name}} écrit", long.as_str(), "is hard to read, prefer 25 at most"),
        ("Que trouvez-vous ?", "Que trouvez-vous", "the question must end with a question mark"),
        ("Regardez bien.", "Regardez bien !", "3-text.md:27: an exclamation mark"),
        (
            "Regardez bien.",
            "Voyez {{nobody}}.",
            "3-text.md:28: {{nobody}}: the generator gives no such value, expected one of name, path",
        ),
    ] {
        check(TEXT, old, new, expected);
    }
    check("1.2/a/tutorials/one.md", &"mot ".repeat(30), "", "one.md:10: 90 words, expected 100 to 300");
}

#[test]
fn translations() {
    for (file, old, new, expected) in [
        (TEXT, "Do text", "Faire le text", ""),
        (TEXT, "Look well.", "Regardez bien.", ""),
        (
            TEXT,
            "This is how.",
            "Voici comment faire.",
            "3-text.md:50: \"## correction\" is the same in fr and en",
        ),
        (TEXT, "Mistake backwards.", "C'est à l'envers.", ""),
        ("1.2/a/tutorials/one.md", "Lesson one", "Leçon one", ""),
    ] {
        if expected.is_empty() {
            let report = run(&edited(file, old, new), &options());
            assert_eq!(report.problems, [], "{new}");
        } else {
            check(file, old, new, expected);
        }
    }
    let french = edited(TEXT, "Erreur backwards.", "C'est lu à l'envers : reprenez.");
    let text = String::from_utf8_lossy(french.get(TEXT).expect("the family")).into_owned();
    let copied = text.replacen("Mistake backwards.", "C'est lu à l'envers : reprenez.", 1);
    check(TEXT, "", &copied, "\"## mistake backwards\" is the same in fr and en: translate it");
    let lesson =
        String::from_utf8_lossy(fixture().get("1.2/a/tutorials/one.md").expect("a lesson")).into_owned();
    let copied = lesson.replace("word", "mot");
    check("1.2/a/tutorials/one.md", "", &copied, "one.md:15: the same text in fr and en: translate it");
}

#[test]
fn solutions() {
    for (file, old, new, expected) in [
        (TEXT, "code.sub_string(1)", "code", "the mistake \"backwards\" gives the right answer"),
        (TEXT, "name: someone(r)", "name: code", "stands in the statement or the question"),
        (
            TEXT,
            "name: someone(r), path: \"<a>/\" + code.to_lower() }, answer: [code,",
            "name: \"l'\" + code }, answer: [\"l'\" + code,",
            "stands in the statement or the question",
        ),
        (NUMBER, "name: someone(r)", "name: n + 0.5", "stands in the statement or the question"),
        (
            NUMBER,
            "none: n }",
            "none: n * 10 }",
            "the mistake \"none\" looks like \"ten\", which is told instead",
        ),
        (
            NUMBER,
            "ten: [n * 10, n * 10 + 5]",
            "two: n",
            "the mistake \"two\" has no section \"## mistake two\" in fr",
        ),
        (NUMBER, "none: n }", "}", "the mistake \"none\" is never given by the generator"),
        (
            NUMBER,
            "r.int(100, 999)",
            "r.int(100, 101)",
            "40 seeds give 8 different instances, expected at least 12",
        ),
        (
            NUMBER,
            "r.int(100, 999)",
            "if lang == \"fr\" { r.int(1, 9) } else { 1 }",
            "fr and en draw a different number",
        ),
        (
            NUMBER,
            "let n",
            "if lang == \"fr\" && r.int(1, 2) == 1 { throw \"no\"; } let n",
            "a throw must not depend on the language",
        ),
        (
            NUMBER,
            "let n",
            "throw \"never\"; let n",
            "4-number.md:63: seed 0: all 50 draws were refused, the last because: never",
        ),
        (NUMBER, "let n", "if r.int(1, 10) > 1 { throw \"rare\"; } let n", "draws refused for each instance"),
        (
            NUMBER,
            "let n",
            "let x = r.pick([]); let n",
            "4-number.md:63: r.pick([]): expected a list with an element",
        ),
        (
            NUMBER,
            "someone(r)",
            "r.from(\"nobody\")",
            "no list \"nobody\" in the library: expected one of first_names, nouns",
        ),
    ] {
        check(file, old, new, expected);
    }
}

#[test]
fn scripts_are_kept_within_limits() {
    for (file, old, new, expected) in [
        (
            NUMBER,
            "let n",
            "let l = []; l.pad(9999, 0); loop { r.shuffle(l); } let n",
            "4-number.md:63: too many elements drawn from: use shorter lists",
        ),
        (NUMBER, "let n", "loop {} let n", "4-number.md:62: Too many operations (seed 0, fr)"),
        (NUMBER, "let n", "let t = timestamp(); let n", "4-number.md:63: Function not found: timestamp"),
        (
            NUMBER,
            "fn generate(r, lang) {\n",
            "fn deep(n) { deep(n + 1) + 1 }\nfn generate(r, lang) {\n    deep(0);\n",
            "Stack overflow",
        ),
        (NUMBER, "let n", "let l = [0]; loop { l += l; } let n", "Size of array/BLOB too large"),
        (NUMBER, "let n", "let l = []; l.pad(20000, 0); let n", "Size of array/BLOB too large"),
        (
            NUMBER,
            "let n",
            "let m = #{}; for i in 0..501 { m[`k${i}`] = i; } m.len(); let n",
            "Size of object map too large",
        ),
        (NUMBER, "let n", "let s = \"x\"; s.pad(300000, 'x'); let n", "Length of string too large"),
        (NUMBER, "let n", "let s = \"x\"; loop { s += s; } let n", "Length of string too large"),
    ] {
        check_on(1, file, old, new, expected);
    }
}

#[test]
fn shapes() {
    const CHOICE: &str = "1.2/a/1-choice.md";
    const FIELDS: &str = "1.2/a/6-fields.md";
    const FILES: &str = "1.2/a/8-files.md";
    for (file, old, new, expected) in [
        (CHOICE, "right: true", "right: false", "choices: 0 right options, expected exactly one"),
        (
            CHOICE,
            "text: `b ${n}`, mistake: \"b\"",
            "text: `b ${n}`, right: true",
            "1-choice.md:62: choices: 2 right options, expected exactly one",
        ),
        (CHOICE, "`b ${n}`", "`a ${n}`", "stands twice; throw when a draw repeats itself"),
        (
            CHOICE,
            "choices:",
            "options:",
            "unknown key \"options\", expected values, exhibits, files, web, choices",
        ),
        (CHOICE, ", #{ text: `c ${n}`, mistake: \"c\" }", "", "choices: 2 lines, expected 3 to 6"),
        (CHOICE, "text: `c ${n}`", "text: [1]", "choices[2].text: found a list, expected a text or a number"),
        (
            "1.2/a/5-date.md",
            "answer: day",
            "answer: \"3 mai\"",
            "answer: found the text \"3 mai\", expected a date",
        ),
        (
            "1.2/a/7-set.md",
            "[\"Un\", \"Deux\"]",
            "[\"A\", \"B\", \"C\", \"D\"]",
            "labels: 4 fields for 3 groups",
        ),
        ("1.2/a/8-order.md", "backwards: back", "backwards: [\"x\"]", "expected the same lines as items"),
        (FIELDS, "answer: \"y\"", "answer: \"w\"", "with the answer \"w\" among them"),
        (
            FIELDS,
            "kind: \"date\"",
            "kind: \"day\"",
            "fields[2].kind: found the text \"day\", expected text, number, date or select",
        ),
        (FIELDS, "key: \"n\"", "key: \"w\"", "fields: the key \"w\" stands twice"),
        (
            FILES,
            "icon: \"cloud\"",
            "icon: \"sun\"",
            "exhibits[5].items[0].icon: found the text \"sun\", expected one of local",
        ),
        (
            FILES,
            "folders: [1]",
            "folders: [2]",
            "exhibits[1].folders[0]: found the number 2, expected a whole number from 0 to 1",
        ),
        (FILES, "[\"ods\", \"xlsx\", \"csv\"]", "[\"doc\"]", "files[0].formats[0]: found the text \"doc\""),
        (FILES, "[\"ods\", \"xlsx\", \"csv\"]", "[\"ods\", \"pdf\"]", "expected formats of one kind"),
        (FILES, "bytes: 5000", "bytes: 0", "has 1 bytes, more than the 0 asked for"),
        (FILES, "bytes: 5000", "bytes: 20000001", "expected a whole number from 0 to 20000000"),
        (
            FILES,
            "#{ path: \"gros.txt\", text: \"a\", bytes: 5000 }",
            "#{ path: \"1\", bytes: 20000000 }, #{ path: \"2\", bytes: 20000000 }, #{ path: \"3\", bytes: 20000000 }, #{ path: \"4\", bytes: 1 }",
            "entries: 60000001 bytes asked for in all, expected at most 60000000",
        ),
        (
            FILES,
            "separator: \"|\"",
            "bom: true, separator: \"|\"",
            "expected bom: true with the encoding \"utf-8\" only",
        ),
        (FILES, "path: \"gros.txt\"", "path: \"../gros.txt\"", "expected a path such as"),
        (FILES, "path: \"gros.txt\"", "path: \"vide/\"", "the path \"vide/\" stands twice"),
        (
            FILES,
            "encoding: \"windows-1252\" },",
            "encoding: \"latin\" },",
            "expected \"utf-8\" or \"windows-1252\"",
        ),
        (FILES, "\"Déjà « vu » \"", "\"漢 \"", "the text has characters that windows-1252 lacks"),
        (
            FILES,
            "scene: \"beach\"",
            "scene: \"sea\"",
            "expected beach, mountain, town, desk, garden or pattern",
        ),
        (FILES, "gps: [48.85, -2.35]", "gps: [148.85, -2.35]", "expected a latitude and a longitude"),
        (FILES, "created: \"2024-05-03T10:00:00\"", "created: \"May\"", "expected a moment such as"),
    ] {
        check(file, old, new, expected);
    }
}
