//! Each kind of exhibit as a script writes it, and what is read of it or said against it.

use rhai::{Dynamic, Engine};

use super::read;
use crate::lang::Lang;
use crate::show;
use crate::value::{At, Value};

/// The lines shown of an exhibit, or the message that refuses it; `keys` stand beside its kind and title.
fn check(kind: &str, keys: &str, expected: &[&str]) {
    let script = format!("#{{ kind: \"{kind}\", title: \"T\", {keys} }}");
    let value = Engine::new().eval_expression::<Dynamic>(&script).expect("the test's script is well written");
    let value = Value::from_script(value);
    let said = match read(At::top(&value), Lang::Fr) {
        Ok(exhibit) => show::evidence(&exhibit.evidence),
        Err(message) => message,
    };
    assert_eq!(said.lines().collect::<Vec<_>>(), expected, "{kind} {keys}");
}

#[test]
fn mails() {
    const START: &str = "from: #{ name: \"Banque\", address: \"b@x.example\" }, to: [#{ address: \"n@y.example\" }], date: \"3 mai\"";
    let with = |more: &str| format!("{START}, {more}");
    let lines =
        ["From: Banque <b@x.example>", "To: n@y.example", "Date: 3 mai", "Subject: Vraiment\u{202f}?"];
    let subject = "subject: \"Vraiment ?\"";
    let body = "Voyez l’avis\u{a0}: ici <https://x.example/?a=b : c>.";
    check(
        "mail",
        &with(&format!(
            "{subject}, body: [[\"Voyez l'avis : \", #{{ text: \"ici\", url: \"https://x.example/?a=b : c\" }}, \".\"]]"
        )),
        &[&lines[..], &[body]].concat(),
    );
    check(
        "mail",
        &with(&format!(
            "{subject}, body: [\"A\"], cc: [#{{ address: \"c@x.example\" }}], reply_to: #{{ address: \"r@x.example\" }}, \
             attachments: [#{{ name: \"a.pdf\", size: \"12 Ko\" }}], headers: [[\"Received\", \"from z\"]]"
        )),
        &[
            lines[0],
            lines[1],
            "Cc: c@x.example",
            "Reply-To: r@x.example",
            lines[2],
            lines[3],
            "A",
            "[attachment] a.pdf (12 Ko)",
            "[header] Received: from z",
        ],
    );
    for (more, message) in [
        ("subject: \"S\", body: []", "body: 0 items, expected 1 to 12"),
        ("subject: \"S\"", "the generator's map: the key \"body\" is missing"),
        ("subject: \" \", body: [\"A\"]", "subject: found the text \" \", expected a text that is not empty"),
        (
            "subject: \"S\", body: [[true]]",
            "body[0][0]: found true or false, expected a text or a link #{ text: \"…\", url: \"…\" }",
        ),
        (
            "subject: \"S\", body: [#{ text: \"a\", href: \"b\" }]",
            "body[0]: unknown key \"href\", expected text, url",
        ),
        ("subject: \"S\", body: [\"A\"], cc: \"x\"", "cc: found the text \"x\", expected a list [ … ]"),
        ("subject: \"S\", body: [1,2,3,4,5,6,7,8,9,10,11,12,13]", "body: 13 items, expected 1 to 12"),
    ] {
        check("mail", &with(more), &[message]);
    }
}
