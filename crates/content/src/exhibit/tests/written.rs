//! Documents, programmes and boards.

use super::check;

/// The message against a document of these blocks.
fn refused(blocks: &str, message: &str) {
    check("document", &format!("blocks: [{blocks}]"), &[message]);
}

#[test]
fn documents() {
    check(
        "document",
        "styles: true, blocks: [#{ text: \"Le club\", style: \"title\" }, #{ text: \"Qui ?\" }, \
         #{ text: \"Vu de près\", style: \"note\" }, #{ text: \"Faux titre\", bold: true, size: 18, align: \"center\", italic: true }, \
         #{ text: \"\" }, #{ columns: [\"Jour\", \"Lieu\"], rows: [[\"lundi\", 2]] }, #{ rows: [[\"seul\"]] }, \
         #{ scene: \"beach\", text: \"Une plage ?\", caption: \"Figure 1\" }, #{ \"break\": \"page\" }, \
         #{ scene: \"town\", text: \"Des maisons\" }]",
        &[
            "[styles shown]",
            "[Title] Le club",
            "[Normal] Qui\u{202f}?",
            "[Note] Vu de près",
            "[Normal, bold, italic, center, 18 pt] Faux titre",
            "[Normal] ",
            "[table] Jour | Lieu",
            "[table] lundi | 2",
            "[table] seul",
            "[picture Beach] Une plage\u{202f}? (Figure 1)",
            "[page break]",
            "[picture Town] Des maisons (no caption)",
        ],
    );
}

#[test]
fn marks_show_what_was_typed() {
    check(
        "document",
        "marks: true, blocks: [#{ text: \"Qui ?\\tL'eau\\u00a0: oui\", style: \"bullet\" }]",
        &["[marks shown]", "[Bullet] Qui ?→L'eau°: oui"],
    );
}

#[test]
fn documents_refused() {
    let many = ["#{ text: \"a\" }"; 31].join(", ");
    for (blocks, message) in [
        ("", "blocks: 0 items, expected 1 to 30"),
        (many.as_str(), "blocks: 31 items, expected 1 to 30"),
        ("\"a\"", "blocks[0]: found the text \"a\", expected a map #{ … }"),
        (
            "#{ text: \"a\", colour: 1 }",
            "blocks[0]: unknown key \"colour\", expected text, style, bold, italic, align, size",
        ),
        ("#{ bold: true }", "blocks[0]: the key \"text\" is missing"),
        (
            "#{ text: \"a\", style: \"h1\" }",
            "blocks[0].style: found the text \"h1\", expected one of title, heading1, heading2, heading3, normal, quote, \
             caption, bullet, numbered, header, footer, note",
        ),
        (
            "#{ text: \"a\", align: \"middle\" }",
            "blocks[0].align: found the text \"middle\", expected one of left, center, right, justify",
        ),
        (
            "#{ text: \"a\", size: 7 }",
            "blocks[0].size: found the number 7, expected a whole number from 8 to 48",
        ),
        ("#{ text: \"a\", bold: 1 }", "blocks[0].bold: found the number 1, expected true or false"),
        ("#{ \"break\": \"line\" }", "blocks[0].break: found the text \"line\", expected \"page\""),
        ("#{ \"break\": \"page\", text: \"a\" }", "blocks[0]: unknown key \"text\", expected break"),
        ("#{ columns: [\"a\"] }", "blocks[0]: the key \"rows\" is missing"),
        ("#{ rows: [] }", "blocks[0].rows: 0 items, expected 1 to 40"),
        (
            "#{ columns: [\"a\"], rows: [[\"b\", \"c\"]] }",
            "blocks[0].rows[0]: 2 cells, expected 1 as in the line above",
        ),
        (
            "#{ scene: \"sea\", text: \"a\" }",
            "blocks[0].scene: found the text \"sea\", expected beach, mountain, town, desk, garden or pattern",
        ),
        ("#{ scene: \"desk\" }", "blocks[0]: the key \"text\" is missing"),
        (
            "#{ text: \"a\", style: \"note\" }",
            "blocks[0]: a footnote (note) belongs to the paragraph before it, found none",
        ),
        (
            "#{ text: \"a\", style: \"header\" }, #{ text: \"b\", style: \"note\" }",
            "blocks[1]: a footnote (note) belongs to the paragraph before it, found none",
        ),
    ] {
        refused(blocks, message);
    }
}

#[test]
fn programs() {
    let lines = "lines: [\"répéter 2 fois\", \"    si mur devant\", \"\", \"        tourner\", 7]";
    check(
        "program",
        lines,
        &[" 1 répéter 2 fois", " 2     si mur devant", " 3         ", " 4         tourner", " 5 7"],
    );
    check("program", "numbered: false, lines: [\"x = 'a : b' ?\"]", &["x = 'a : b' ?"]);
    let step = "expected 4 spaces for each level of nesting, 6 levels at most";
    for (keys, message) in [
        ("lines: []", "lines: 0 items, expected 1 to 40".to_owned()),
        ("lines: [\"a\", \"  b\"]", format!("lines[1]: found the text \"  b\", {step}")),
        (
            "lines: [\"                            b\"]",
            format!("lines[0]: found the text \"                            b\", {step}"),
        ),
        (
            "lines: [\"\\tb\"]",
            "lines[0]: found the text \"\\tb\", expected one line, without tabs".to_owned(),
        ),
        (
            "lines: [\"a\\nb\"]",
            "lines[0]: found the text \"a\\nb\", expected one line, without tabs".to_owned(),
        ),
        (
            "lines: [\"a\"], language: \"py\"",
            "the generator's map: unknown key \"language\", expected kind, title, lines, numbered".to_owned(),
        ),
    ] {
        check("program", keys, &[&message]);
    }
}

#[test]
fn boards() {
    check(
        "grid",
        "cells: [[\"robot_east\", \"\", 12], [\"wall\", \"goal\", \"été\"]]",
        &["A1 robot_east | B1 empty | C1 12", "A2 wall | B2 goal | C2 été"],
    );
    let row = format!("[{}]", ["\"\""; 13].join(", "));
    let wide = format!("{row}, {row}");
    for (cells, message) in [
        ("[\"a\", \"b\"]", "cells: 1 rows of 2, expected 2 to 12 of each"),
        ("[\"a\"], [\"b\"]", "cells: 2 rows of 1, expected 2 to 12 of each"),
        (wide.as_str(), "cells[0]: 13 items, expected 1 to 12"),
        ("[\"a\", \"b\"], [\"c\"]", "cells[1]: 1 cells, expected 2 as in the first row"),
        ("\"a\", \"b\"", "cells[0]: found the text \"a\", expected a list [ … ]"),
        (
            "[\"a\", \"robot\"], [\"c\", \"d\"]",
            "cells[0][1]: found the text \"robot\", expected wall, goal, star, robot_north, robot_east, robot_south, \
             robot_west, black, white, red, green, blue, yellow, \"\" or a text of at most 3 characters",
        ),
    ] {
        check("grid", &format!("cells: [{cells}]"), &[message]);
    }
}
