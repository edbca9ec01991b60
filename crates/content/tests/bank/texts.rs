//! Templates: what Markdown, values, French spaces and HTML become.

use content::{Lang, Release};

use crate::edited;

/// The statement of the text family when its statement is written so; the value `path` is `<a>/…`.
fn check(written: &str, expected: &str) {
    const OLD: &str = "{{name}} écrit : « ouvrez `dossier/{{name}}` ! » | **{{name}}** <b>";
    let source = edited("1.2/a/3-text.md", OLD, written);
    let release = Release::build(&source).expect("the text is readable");
    let family = release.family("1.2-a-3-text").expect("the family");
    let statement = family.instance(3, Lang::Fr).expect("an instance").paper.statement;
    let path = "&lt;a&gt;/";
    assert_eq!(
        statement.as_str().replace(path, "PATH/").split("PATH/").count() - 1,
        written.matches("{{path}}").count()
    );
    let mut told = statement.as_str().to_owned();
    while let Some(place) = told.find(path) {
        told.replace_range(place..place + path.len() + 4, "VALUE");
    }
    assert_eq!(told, expected);
}

#[test]
fn values_are_plain_text_everywhere() {
    for (written, expected) in [
        ("a {{path}} b", "<p>a VALUE b</p>"),
        ("**{{path}}** and `{{path}}`", "<p><strong>VALUE</strong> and <code>VALUE</code></p>"),
        (
            "| a | b |\n|---|---|\n| {{path}} | x |",
            "<table><thead><tr><th>a</th><th>b</th></tr></thead><tbody>\n<tr><td>VALUE</td><td>x</td></tr>\n</tbody></table>",
        ),
        ("- {{path}}\n- b", "<ul>\n<li>VALUE</li>\n<li>b</li>\n</ul>"),
        ("```\n{{path}} : x\n```", "<pre><code>VALUE : x\n</code></pre>"),
        (
            "[a](https://example.org/?b&c)",
            "<p><a href=\"https://example.org/?b&amp;c\" target=\"_blank\" rel=\"noopener noreferrer\">a \
             <small>(nouvelle\u{a0}fenêtre)</small></a></p>",
        ),
        ("[a](mailto:a@b.example)", "<p><a href=\"mailto:a@b.example\">a</a></p>"),
    ] {
        check(written, expected);
    }
}

#[test]
fn html_is_shown_and_never_obeyed() {
    for (written, expected) in [
        ("a <b>c</b> & d", "<p>a &lt;b&gt;c&lt;/b&gt; &amp; d</p>"),
        ("<script>x</script>", "<p>&lt;script&gt;x&lt;/script&gt;\n</p>"),
    ] {
        check(written, expected);
    }
}

#[test]
fn french_spaces_do_not_break() {
    for (written, expected) in [
        ("a : b ; c ? d ! « e »", "<p>a\u{a0}: b\u{202f}; c\u{202f}? d\u{202f}! «\u{a0}e\u{a0}»</p>"),
        ("« {{path}} » : `a : b`", "<p>«\u{a0}VALUE\u{a0}»\u{a0}: <code>a : b</code></p>"),
        ("à 12:30 et a:b", "<p>à 12:30 et a:b</p>"),
    ] {
        check(written, expected);
    }
}

#[test]
fn apostrophes_are_curly_outside_code() {
    for (written, expected) in [
        ("l'été d'{{path}}", "<p>l’été d’VALUE</p>"),
        (
            "l'**été**, l'`a'b` et « d'« été » »",
            "<p>l’<strong>été</strong>, l’<code>a'b</code> et «\u{a0}d’«\u{a0}été\u{a0}»\u{a0}»</p>",
        ),
        ("le mot 'x' et 5'", "<p>le mot 'x' et 5'</p>"),
        ("```\nl'été\n```", "<pre><code>l'été\n</code></pre>"),
    ] {
        check(written, expected);
    }
}

#[test]
fn values_are_typeset_in_french_outside_code() {
    const OLD: &str = "name: someone(r)";
    const VALUE: &str = "name: \"l'an : « 1 » ?\"";
    let release = Release::build(&edited("1.2/a/3-text.md", OLD, VALUE)).expect("a good bank");
    let statement = |lang| {
        let paper = crate::family(&release, "1.2-a-3-text").instance(3, lang).expect("an instance").paper;
        paper.statement.as_str().to_owned()
    };
    let set = "l’an\u{a0}: «\u{a0}1\u{a0}»\u{202f}?";
    let typed = "l&#39;an : « 1 » ?";
    let french = format!(
        "<p>{set} écrit\u{a0}: «\u{a0}ouvrez <code>dossier/{typed}</code>\u{202f}!\u{a0}» | <strong>{set}</strong> &lt;b&gt;</p>"
    );
    assert_eq!(statement(Lang::Fr), french);
    let english = format!(
        "<p>{typed} writes “open <code>folder/{typed}</code>” | <strong>{typed}</strong> &lt;b&gt;</p>"
    );
    assert_eq!(statement(Lang::En), english);
}

#[test]
fn titles_and_names_are_typeset_in_french() {
    const TYPED: &str = "L'été : quand ?";
    const SET: &str = "L’été\u{a0}: quand\u{202f}?";
    let read = |file: &str, old: &str| Release::build(&edited(file, old, TYPED)).expect("a good bank");
    let family = read("1.2/a/3-text.md", "Faire text");
    assert_eq!(crate::family(&family, "1.2-a-3-text").title(Lang::Fr), SET);
    let lesson = read("1.2/a/tutorials/one.md", "Leçon one");
    assert_eq!(lesson.tutorial("1.2-a-one").map(|one| one.title.fr.as_str()), Some(SET));
    let english = read("1.2/a/tutorials/one.md", "Lesson one");
    assert_eq!(english.tutorial("1.2-a-one").map(|one| one.title.en.as_str()), Some(TYPED));
    let skill = read("1.2/a/tube.toml", "Savoir 3");
    assert_eq!(skill.tube("1.2-a").map(|tube| tube.skills[2].name.fr.as_str()), Some(SET));
    let description = read("1.2/a/tube.toml", "Une échelle.");
    assert_eq!(description.tube("1.2-a").map(|tube| tube.description.fr.as_str()), Some(SET));
    for (old, at) in
        [("Domaine 1", 0), ("Compétence 1.1", 1), ("fr = \"D\"", 2), ("[\"T\"]", 3), ("Niveau 1", 4)]
    {
        let typed = match at {
            2 => format!("fr = \"{TYPED}\""),
            3 => format!("[\"{TYPED}\"]"),
            _ => TYPED.to_owned(),
        };
        let release = Release::build(&edited("framework.toml", old, &typed)).expect("a good bank");
        let framework = release.framework();
        let competence = &framework.competences[0];
        let read = [
            &framework.domains[0].name.fr,
            &competence.name.fr,
            &competence.description.fr,
            &competence.themes.fr[0],
            &framework.levels[0].name.fr,
        ];
        assert_eq!(read[at], SET);
    }
}
