//! Each refusal of [`Release::build`]: file, what is broken in it, and what is said at which line.

use content::Release;

use crate::edited;

/// The first problem of the fixture after one edit.
fn check(file: &str, old: &str, new: &str, expected: &str) {
    let problems = Release::build(&edited(file, old, new)).map(drop).expect_err("the edit must be refused");
    let told: Vec<String> = problems.iter().map(ToString::to_string).collect();
    assert!(told.iter().any(|problem| problem.contains(expected)), "expected {expected:?} in {told:#?}");
}

const TEXT: &str = "1.2/a/3-text.md";
const TUBE: &str = "1.2/a/tube.toml";
const LESSON: &str = "1.2/a/tutorials/one.md";

#[test]
fn front_matter() {
    for (old, new, expected) in [
        ("+++\nanswer", "answer", "1.2/a/3-text.md:1: the file must begin with a line +++"),
        ("answer = \"text\"", "answer = \"txt\"", "3-text.md:2: unknown variant `txt`"),
        ("minutes = 2", "minutes = 2\nlevel = 3", "3-text.md:6: unknown field `level`"),
        ("kind = \"do\"\n", "", "missing field `kind`"),
        ("licence = \"CC-BY-SA-4.0\"\n", "", "3-text.md:2: missing field `licence`"),
        ("provenance = \"original\"\n", "", "3-text.md:2: missing field `provenance`"),
        ("motor = \"yes\"", "motor = \"maybe\"", "3-text.md:7: unknown variant `maybe`"),
        (
            "tutorials = [\"one\", \"two\"]",
            "tutorials = [\"one\", \"none\"]",
            "the tutorial 1.2-a-none does not exist",
        ),
        (
            "size =",
            "equivalent = \"1.2-a-3-other\"\nsize =",
            "the equivalent family 1.2-a-3-other does not exist",
        ),
        (
            "size =",
            "equivalent = \"1.2-a-1-choice\"\nsize =",
            "1.2-a-1-choice must test the same skill 1.2-a-3",
        ),
    ] {
        check(TEXT, old, new, expected);
    }
}

#[test]
fn sections() {
    for (old, new, expected) in [
        ("# fr", "# de", "3-text.md:16: unknown part \"# de\""),
        ("# en", "# en\ntext", "3-text.md:37: text outside a section"),
        ("## hint\nRegardez bien.\n", "", "3-text.md:1: the section \"## hint\" is missing under # fr"),
        ("## hint\nRegardez bien.", "## hint\n", "3-text.md:27: the section \"## hint\" is empty"),
        ("## hint", "## hints", "3-text.md:27: unknown section \"## hints\""),
        ("## hint", "## question", "3-text.md:27: the section \"## question\" is already written at line 24"),
        (
            "## mistake backwards\nErreur backwards.\n",
            "",
            "the section \"## mistake backwards\" is missing under # fr",
        ),
        ("Faire text", "Faire {{name}}", "3-text.md:19: the title is one line without {{slots}}"),
        ("Que trouvez-vous ?", "- a\n- b", "3-text.md:25: expected one sentence, without list"),
        ("Regardez bien.", "![x](y)", "3-text.md:28: pictures in Markdown are not allowed"),
        ("Regardez bien.", "[x](javascript:y)", "3-text.md:28: unsafe link \"javascript:y\""),
        ("Regardez bien.", "[x](https://{{name}}.org)", "unsafe link"),
        ("Regardez bien.", "Voyez\nbien\u{e000}.", "3-text.md:29: an invisible private-use character"),
        ("Regardez bien.", "Voyez {{name", "3-text.md:28: {{ without }}"),
        ("Regardez bien.", "Voyez {{a b}}", "3-text.md:28: {{a b}} is no name"),
        ("\n```\n", "\n", "this code block never ends: expected a line ``` after it"),
    ] {
        check(TEXT, old, new, expected);
    }
}

#[test]
fn generators() {
    for (old, new, expected) in [
        ("# generator\n```rhai", "# generator\n```rhai\n```\n```rhai", "3-text.md:59: a second code block"),
        (
            "fn generate(r, lang)",
            "fn generate(r)",
            "3-text.md:58: the generator must define fn generate(r, lang)",
        ),
        ("let code = r.code(4);", "let code = r.code(4;", "3-text.md:59: Expecting"),
        ("let code = r.code(4);", "let code = unknown;", "3-text.md:59: Undefined variable: unknown"),
        (
            "let code = r.code(4);",
            "let code = eval(\"1\");",
            "3-text.md:59: reserved keyword 'eval' is disabled",
        ),
        ("let code = r.code(4);", "import \"x\" as y;", "3-text.md:59: "),
    ] {
        check(TEXT, old, new, expected);
    }
    let whole = "+++\nanswer = \"text\"\n+++\n# fr\n# en\n";
    check(TEXT, "", whole, "3-text.md:1: the generator is missing");
}

#[test]
fn other_files() {
    for (file, old, new, expected) in [
        (TUBE, "[fr]", "[fr", "tube.toml:1: "),
        (TUBE, "level = 2", "level = 1", "tube.toml:13: level 1: expected levels in rising order"),
        (TUBE, "level = 8", "level = 9", "level 9: expected 1 to 8"),
        (
            TUBE,
            "level = 3\nfr = \"Savoir 3\"\nen = \"Know 3\"\n\n[[skill]]\n",
            "",
            "tube.toml of 1.2-a has no skill of level 3",
        ),
        (TUBE, "Savoir 3", "", "the skill's name \"\" must have 1 to 60 characters"),
        (LESSON, "## body", "## text", "# fr: expected ## title and ## body"),
        (LESSON, "Leçon one", "Leçon\n## other\nx", "one.md:10: unknown section \"## other\""),
        (LESSON, "mot mot", "{{name}} mot", "one.md:11: {{name}}: a tutorial has no values"),
        (LESSON, "licence = \"CC-BY-SA-4.0\"\n", "", "missing field `licence`"),
        (LESSON, "minutes = 2", "minutes = -2", "one.md:2: "),
        ("library/people.rhai", "r.from(", "r.from((", "library/people.rhai:1: "),
        (
            "library/words.toml",
            "[\"pont\", \"bridge\"]",
            "[\"pont\", \"tree\"]",
            "words.toml:1: the list nouns holds \"tree\" twice in en",
        ),
        ("library/words.toml", "[\"pont\", \"bridge\"]", "[\"pont\"]", "library/words.toml:1: "),
        ("framework.toml", "code = \"1.3\"", "code = \"1.4\"", "expected the sixteen competences"),
        ("framework.toml", "opens = \"2027-01\"", "opens = \"soon\"", "opens must be a month such as"),
        ("1.2/a/notes.md", "", "x", "1.2/a/notes.md:1: expected a name such as 1.2/a/3-written-path.md"),
        ("1.2/notes.md", "", "x", "1.2/notes.md:1: this file has no place here"),
        ("1.2/b/1-lost.md", "", "x", "1.2/b/1-lost.md:1: "),
    ] {
        check(file, old, new, expected);
    }
}

#[test]
fn pictures_to_choose() {
    for (old, new, expected) in [
        (
            "picture: #{ scene: \"town\" }, ",
            "",
            "expected a picture of another scene on every line, or on none",
        ),
        (
            "scene: \"town\"",
            "scene: \"beach\"",
            "expected a picture of another scene on every line, or on none",
        ),
        ("scene: \"town\"", "scene: \"sea\"", "expected beach, mountain, town, desk, garden or pattern"),
        ("scene: \"town\"", "scene: \"town\", width: 9", "unknown key \"width\""),
    ] {
        let source = edited("1.2/a/2-pictures.md", old, new);
        let release = Release::build(&source).expect("a generator is only run when it is asked");
        let family = release.family("1.2-a-2-pictures").expect("the family");
        let error = family.instance(1, content::Lang::Fr).expect_err("the edit must be refused").to_string();
        assert!(error.contains(expected), "expected {expected:?} in {error}");
    }
}
