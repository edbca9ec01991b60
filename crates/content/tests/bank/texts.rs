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
        ("[a](https://example.org)", "<p><a href=\"https://example.org\">a</a></p>"),
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
