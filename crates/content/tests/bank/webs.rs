//! Mini-webs of families: made for the seed, checked whole, never in a focus question.

use content::check::{Options, run};
use content::{Lang, Release};

use crate::edited;

const FAMILY: &str = "1.2/a/3-text.md";

/// The fixture whose family has a mini-web with these pages, after the home page.
fn bank(home: &str, more: &str) -> content::Source {
    let web = format!(
        "web: #{{ start: \"https://a.example/\", sites: [#{{ host: \"a.example\", name: \"A\", lock: \"secure\", pages: [\
         #{{ path: \"/\", title: \"Home\", content: [{home}] }}] }}{more}] }}, answer: [code,"
    );
    edited(FAMILY, "answer: [code,", &web)
}

/// What the checks say.
fn check(home: &str, more: &str, expected: &str) {
    let options = Options { seeds: 40, prefix: "1.2-a-3".to_owned(), threads: 1 };
    let told: Vec<String> =
        run(&bank(home, more), &options).problems.iter().map(ToString::to_string).collect();
    if expected.is_empty() {
        assert!(told.is_empty(), "{told:#?}");
    } else {
        assert!(told.iter().any(|problem| problem.contains(expected)), "expected {expected:?} in {told:#?}");
    }
}

const OTHER: &str = ", #{ host: \"b.test\", name: \"B\", lock: \"none\", pages: [#{ path: \"/x\", title: \"X\", content: [\
                     #{ paragraph: #{ text: \"y\", url: \"/y\" } }] }, #{ path: \"/y\", title: \"Y\", content: [#{ button: code }] }] }";
const ENGINE: &str = ", #{ host: \"s.example\", name: \"S\", lock: \"secure\", engine: true }";

#[test]
fn every_link_leads_somewhere_and_every_page_is_reached() {
    let link = |url: &str, more: &str| format!("#{{ links: [#{{ text: \"l\", url: \"{url}\"{more} }}] }}");
    let text = "#{ paragraph: code }";
    let both = format!("{OTHER}{ENGINE}");
    for (home, more, expected) in [
        (text.to_owned(), "", ""),
        (link("https://b.test/x", ""), OTHER, ""),
        (link("https://s.example/", ""), both.as_str(), ""),
        (link("https://b.test/z", ", broken: true"), "", ""),
        (
            link("https://b.test/z", ""),
            "",
            "3-text.md:58: seed 0: a.example/ links to https://b.test/z, where nothing is: write the page, or broken: true",
        ),
        (link("/", ", broken: true"), "", "a link to a.example/ says broken: true, but the page exists"),
        (text.to_owned(), OTHER, "nothing leads from a.example/ to b.test/x: link to it, or give an engine"),
        (text.to_owned(), ENGINE, "nothing leads from a.example/ to s.example/: link to it"),
        (link("https://b.test/y", ""), OTHER, "nothing leads from a.example/ to b.test/x"),
        (text.to_owned(), ", 3", "sites[1]: found the number 3, expected a map"),
    ] {
        check(&home, more, expected);
    }
}

#[test]
fn a_web_is_explored_and_never_known_by_heart() {
    let with = |old: &str, new: &str| {
        let source = bank("#{ paragraph: code }", "");
        let text = String::from_utf8_lossy(source.get(FAMILY).expect("the family")).replacen(old, new, 1);
        edited(FAMILY, "", &text)
    };
    let options = Options { seeds: 40, prefix: "1.2-a-3".to_owned(), threads: 1 };
    for (old, new, expected) in [
        (
            "kind = \"do\"",
            "kind = \"know\"",
            "3-text.md:1: kind is \"know\" and the generator gives a web to explore",
        ),
        (
            "mode = \"free\"",
            "mode = \"focus\"",
            "web: a focus question has no web to explore, expected mode = \"free\"",
        ),
    ] {
        let told: Vec<String> =
            run(&with(old, new), &options).problems.iter().map(ToString::to_string).collect();
        assert!(told.iter().any(|problem| problem.contains(expected)), "expected {expected:?} in {told:#?}");
    }
}

#[test]
fn a_web_is_made_from_the_seed() {
    let release = Release::build(&bank("#{ paragraph: code }", "")).expect("a bank");
    let family = release.family("1.2-a-3-text").expect("the family");
    let shown = |seed| content::show::web(&family.web(seed, Lang::Fr).expect("a mini-web"));
    assert_eq!(shown(3), shown(3));
    assert_ne!(shown(3), shown(4));
    let paper = family.instance(3, Lang::Fr).expect("an instance").paper;
    assert_eq!(paper.web.map(|start| start.to_string()).as_deref(), Some("a.example/"));
    let plain = release.family("1.2-a-4-number").expect("a family");
    assert!(plain.web(3, Lang::Fr).is_err(), "it has none");
}
