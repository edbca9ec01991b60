//! Each kind of exhibit as a script writes it, and what is read of it or said against it.

mod written;

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

#[test]
fn browsers() {
    let page = "page: \"Ma banque : accueil\", content: [#{ heading: \"Bonjour\" }, #{ paragraph: [\"Lisez \", \
                #{ text: \"ceci\", url: \"https://y.example\" }] }, #{ field: \"Code\" }, #{ button: \"Entrer\" }, #{ notice: \"Oui ?\" }]";
    let shown = [
        "[tab] Ma banque\u{a0}: accueil",
        "# Bonjour",
        "Lisez ceci <https://y.example>",
        "[field] Code",
        "[button] Entrer",
        "[notice] Oui\u{202f}?",
    ];
    for (address, host) in [
        ("https://banque.example/a?b#c", "banque.example"),
        ("http://banque.example@autre.example:8080/x", "autre.example"),
        ("https://autre.example/banque.example@x", "autre.example"),
    ] {
        let bar = format!("[None] {address} (host {host})");
        let expected: Vec<&str> = std::iter::once(bar.as_str()).chain(shown).collect();
        check("browser", &format!("address: \"{address}\", lock: \"none\", {page}"), &expected);
    }
    let certificate =
        "certificate: #{ issued_to: \"a.example\", issuer: \"Z\", from: \"1 mai\", to: \"1 juin\" }";
    check(
        "browser",
        &format!(
            "address: \"https://a.example\", lock: \"secure\", {certificate}, page: \"P\", content: [#{{ button: \"B\" }}]"
        ),
        &[
            "[Secure] https://a.example (host a.example)",
            "[certificate] a.example by Z, 1 mai to 1 juin, no fingerprint",
            "[tab] P",
            "[button] B",
        ],
    );
    for (address, lock, content, message) in [
        (
            "a.example",
            "none",
            "#{ button: \"B\" }",
            "address: found the text \"a.example\", expected an address such as https://site.example/page",
        ),
        (
            "https://a",
            "green",
            "#{ button: \"B\" }",
            "lock: found the text \"green\", expected one of secure, none, error",
        ),
        (
            "https://a",
            "none",
            "#{ link: \"B\" }",
            "content[0]: unknown key \"link\", expected one of heading, paragraph, button, field, notice",
        ),
        (
            "https://a",
            "none",
            "#{ button: \"B\", field: \"C\" }",
            "content[0]: found a map, expected a map with exactly one of heading, paragraph, button, field, notice",
        ),
        ("https://a", "none", "", "content: 0 items, expected 1 to 20"),
    ] {
        let keys = format!("address: \"{address}\", lock: \"{lock}\", page: \"P\", content: [{content}]");
        check("browser", &keys, &[message]);
    }
    check(
        "browser",
        &format!("address: \"https://a\", lock: \"none\", {certificate}, {page}"),
        &["lock: found the text \"none\", expected secure or error, since there is a certificate"],
    );
}

#[test]
fn phones() {
    let sms = "heading: \"Messages\", clock: \"9:41\", messages: [#{ from: \"38000\", at: \"9:40\", text: \"Venez !\" }]";
    let shown = ["# Messages (9:41)", "38000, 9:40: Venez\u{202f}!"];
    check("phone", &format!("screen: \"sms\", {sms}"), &shown);
    check("phone", &format!("screen: \"notifications\", {sms}"), &shown);
    check(
        "phone",
        "screen: \"settings\", heading: \"Wi-Fi\", rows: [#{ label: \"Mode avion\", on: false }]",
        &["# Wi-Fi (no clock)", "[off] Mode avion"],
    );
    for (keys, message) in [
        (
            "screen: \"home\", heading: \"H\"",
            "screen: found the text \"home\", expected one of sms, notifications, settings",
        ),
        ("screen: \"sms\", heading: \"H\", messages: []", "messages: 0 items, expected 1 to 12"),
        (
            "screen: \"sms\", heading: \"H\", rows: [], messages: [#{ from: \"a\", text: \"b\" }]",
            "the generator's map: unknown key \"rows\", expected kind, title, screen, heading, clock, messages",
        ),
    ] {
        check("phone", keys, &[message]);
    }
}

#[test]
fn chats() {
    check(
        "chat",
        "group: \"Équipe\", messages: [#{ who: \"Awa\", at: \"9:05\", text: \"Prêts ?\" }, #{ who: \"Léo\", text: \"Oui\", mine: true }]",
        &["# Équipe", "Awa, 9:05: Prêts\u{202f}?", "Léo (mine), no time: Oui"],
    );
    for (keys, message) in [
        ("messages: []", "messages: 0 items, expected 1 to 30"),
        (
            "messages: [#{ who: \"A\", text: \"B\", mine: 1 }]",
            "messages[0].mine: found the number 1, expected true or false",
        ),
        (
            "messages: [#{ who: \"A\", said: \"B\" }]",
            "messages[0]: unknown key \"said\", expected who, at, text, mine",
        ),
    ] {
        check("chat", keys, &[message]);
    }
}

#[test]
fn dialogs() {
    check(
        "dialog",
        "icon: \"app\", heading: \"Installer Lumo ?\", text: [\"Ce programme demande l'accès.\"], facts: [[\"Éditeur\", \"inconnu\"]], buttons: [\"Oui\", \"Non\"]",
        &[
            "[App] Installer Lumo\u{202f}?",
            "Ce programme demande l’accès.",
            "Éditeur: inconnu",
            "[button] Oui",
            "[button] Non",
        ],
    );
    for (keys, message) in [
        (
            "icon: \"bell\", heading: \"H\", buttons: [\"A\"]",
            "icon: found the text \"bell\", expected one of info, warning, question, app",
        ),
        ("icon: \"app\", heading: \"H\", buttons: []", "buttons: 0 items, expected 1 to 5"),
        (
            "icon: \"app\", heading: \"H\", buttons: [\"A\"], facts: [[\"A\"]]",
            "facts[0]: found a list, expected a pair [\"name\", \"value\"]",
        ),
    ] {
        check("dialog", keys, &[message]);
    }
}

#[test]
fn settings() {
    check(
        "settings",
        "groups: [#{ heading: \"Accès\", rows: [#{ label: \"Position\", on: true }, #{ label: \"Langue\", value: \"français\" }] }]",
        &["# Accès", "[on] Position", "Langue: français"],
    );
    let row = |row: &str| format!("groups: [#{{ heading: \"A\", rows: [{row}] }}]");
    for (keys, message) in [
        (
            row("#{ label: \"L\" }"),
            "groups[0].rows[0]: found a map, expected either value: \"…\" or on: true or false",
        ),
        (
            row("#{ label: \"L\", on: \"yes\" }"),
            "groups[0].rows[0].on: found the text \"yes\", expected true or false",
        ),
        (row(""), "groups[0].rows: 0 items, expected 1 to 12"),
    ] {
        check("settings", &keys, &[message]);
    }
}

#[test]
fn terminals() {
    check(
        "terminal",
        "prompt: \"nadia@pc:~$\", lines: [#{ typed: \"ls 'a b' ?\" }, #{ out: \"a  b : c\" }, #{ out: \"\" }, #{ \"in\": \"pwd\" }]",
        &["nadia@pc:~$ ls 'a b' ?", "a  b : c", "", "nadia@pc:~$ pwd"],
    );
    let either = "lines[0]: found a map, expected either typed: \"…\" or out: \"…\"";
    for (keys, message) in [
        ("prompt: \"$\", lines: [#{ typed: \"a\", out: \"b\" }]", either),
        ("prompt: \"$\", lines: [#{}]", either),
        ("prompt: \"$\", lines: []", "lines: 0 items, expected 1 to 40"),
        (
            "prompt: \"\", lines: [#{ out: 1 }]",
            "prompt: found the text \"\", expected a text that is not empty",
        ),
    ] {
        check("terminal", keys, &[message]);
    }
}

#[test]
fn posts() {
    const START: &str = "author: \"Awa\", at: \"hier\"";
    check(
        "post",
        &format!(
            "{START}, handle: \"@awa\", audience: \"Public\", text: [\"Vrai ?\"], counts: [[\"Partages\", 12]], \
             comments: [#{{ author: \"Léo\", text: \"Non\" }}]"
        ),
        &["Awa (@awa), hier, Public", "Vrai\u{202f}?", "[count] Partages: 12", "[comment] Léo, no time: Non"],
    );
    for (more, message) in [
        ("text: []", "text: 0 items, expected 1 to 6"),
        (
            "text: [\"A\"], likes: 3",
            "unknown key \"likes\", expected kind, title, author, handle, at, audience, text, counts, comments",
        ),
        ("text: [\"A\"], counts: 3", "counts: found the number 3, expected a list [ … ]"),
    ] {
        let message = if message.starts_with("unknown") {
            format!("the generator's map: {message}")
        } else {
            message.to_owned()
        };
        check("post", &format!("{START}, {more}"), &[&message]);
    }
}

#[test]
fn calendars() {
    check(
        "calendar",
        "events: [#{ day: \"lundi\", from: \"9:00\", to: \"10:00\", title: \"Point : budget\", where: \"Salle 2\" }, \
         #{ day: \"mardi\", title: \"Congé\" }, #{ day: \"lundi\", from: \"11:00\", to: \"12:00\", title: \"Appel\" }]",
        &[
            "# lundi",
            "9:00-10:00 Point\u{a0}: budget, Salle 2",
            "11:00-12:00 Appel, no place",
            "# mardi",
            "all day Congé, no place",
        ],
    );
    for (keys, message) in [
        ("events: []", "events: 0 items, expected 1 to 40"),
        (
            "events: [#{ day: \"lundi\", from: \"9:00\", title: \"A\" }]",
            "events[0]: found a map, expected from and to, or neither for a whole day",
        ),
        (
            "events: [#{ day: \"lundi\", place: \"B\" }]",
            "events[0]: unknown key \"place\", expected day, from, to, title, where",
        ),
    ] {
        check("calendar", keys, &[message]);
    }
}

#[test]
fn charts() {
    let with = |axis: &str, series: &str| {
        format!("shape: \"lines\", labels: [\"mai\", \"juin\"], unit: \"kg\", {axis}, series: [{series}]")
    };
    let good = "#{ name: \"Papier\", values: [60, 85] }, #{ name: \"Verre\", values: [70, 50] }";
    check(
        "chart",
        &with("from: 50, to: 90, step: 10", good),
        &["[Lines] kg, axis 50 to 90 by 10", "Papier: mai 60, juin 85", "Verre: mai 70, juin 50"],
    );
    check(
        "chart",
        "shape: \"bars\", labels: [\"A\"], to: 4, step: 2, series: [#{ name: \"S\", values: [3] }]",
        &["[Bars] no unit, axis 0 to 4 by 2", "S: A 3"],
    );
    for (axis, series, message) in [
        (
            "to: 90, step: 20",
            good,
            "the generator's map: an axis from 0 to 90 by 20, expected 1 to 12 whole steps",
        ),
        (
            "to: 90, step: 1",
            good,
            "the generator's map: an axis from 0 to 90 by 1, expected 1 to 12 whole steps",
        ),
        (
            "from: 9, to: 9, step: 1",
            good,
            "to: found the number 9, expected a whole number from 10 to 10000000",
        ),
        (
            "to: 80, step: 20",
            good,
            "series[0].values[1]: found the number 85, expected a whole number from 0 to 80",
        ),
        (
            "to: 90, step: 10",
            "#{ name: \"Papier\", values: [60] }",
            "series[0].values: 1 values, expected 2, one per label",
        ),
        ("to: 90, step: 10", "", "series: 0 items, expected 1 to 3"),
    ] {
        check("chart", &with(axis, series), &[message]);
    }
    check(
        "chart",
        "shape: \"pie\", labels: [\"A\"], to: 4, step: 2, series: [#{ name: \"S\", values: [3] }]",
        &["shape: found the text \"pie\", expected one of bars, lines"],
    );
}
