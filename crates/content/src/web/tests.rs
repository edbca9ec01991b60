//! What is read of a mini-web or said against it, where addresses lead, and what its engine finds.

use rhai::{Dynamic, Engine};

use super::{Web, WebAddress, WebSpot, reading};
use crate::lang::Lang;
use crate::show;
use crate::value::{At, Value};

/// Reads a mini-web as a script writes it.
fn read(lang: Lang, script: &str) -> Result<Web, String> {
    let value = Engine::new().eval_expression::<Dynamic>(script).expect("the test's script is well written");
    reading::read(At::top(&Value::from_script(value)), lang)
}

/// A mini-web of one page, with these keys beside its path.
fn page(keys: &str) -> String {
    format!(
        "#{{ start: \"https://a.example/\", sites: [#{{ host: \"a.example\", name: \"A\", lock: \"secure\", \
         pages: [#{{ path: \"/\", title: \"Accueil\", {keys} }}] }}] }}"
    )
}

#[test]
fn pages_are_read() {
    let content = "date: \"2024-05-01\", content: [#{ heading: \"Bonjour !\" }, #{ paragraph: [\"Voyez \", #{ text: \"l'agenda\", \
                   url: \"/agenda\", broken: true }] }, #{ table: #{ columns: [\"Jour\", \"Prix\"], rows: [[\"lundi\", 2.5]] } }, \
                   #{ links: [#{ text: \"Ailleurs\", url: \"http://b.test/x/y.html\", broken: true }] }, #{ button: \"Oui\" }]";
    let web = read(Lang::Fr, &page(content)).expect("a mini-web");
    let shown = show::web(&web);
    let expected = [
        "",
        "--- https://a.example · A ---",
        "/ · Accueil (1er mai 2024)",
        "    # Bonjour\u{202f}!",
        "    Voyez l’agenda <https://a.example/agenda>",
        "    Jour | Prix",
        "    lundi | 2,5",
        "    - Ailleurs <https://b.test/x/y.html>",
        "    [button] Oui",
    ];
    assert_eq!(shown.lines().collect::<Vec<_>>(), expected);
    assert_eq!(web.years(), [2024]);
}

/// What is said against a mini-web.
fn refused(script: &str, expected: &str) {
    assert_eq!(read(Lang::Fr, script).expect_err(script), expected, "{script}");
}

#[test]
fn what_cannot_be_read_is_refused() {
    let kinds = "one of heading, paragraph, button, field, notice, table, links";
    let address = "expected an address such as https://mairie-lanoy.example/agenda: a host under .example, .test or \
                   .invalid, a path of letters, digits, - _ and .";
    let at = "sites[0].pages[0]";
    for (keys, message) in [
        ("content: []", format!("{at}.content: 0 items, expected 1 to 20")),
        (
            "title2: 1, content: []",
            format!("{at}: unknown key \"title2\", expected path, title, content, date"),
        ),
        (
            "content: [#{ picture: \"x\" }]",
            format!("{at}.content[0]: unknown key \"picture\", expected {kinds}"),
        ),
        (
            "content: [#{ button: \"x\", field: \"y\" }]",
            format!("{at}.content[0]: found a map, expected a map with exactly {kinds}"),
        ),
        (
            "content: [#{ paragraph: [true] }]",
            format!(
                "{at}.content[0].paragraph[0]: found true or false, expected a text or a link #{{ text: \"…\", url: \"…\" }}"
            ),
        ),
        (
            "content: [#{ table: #{ columns: [], rows: [] } }]",
            format!("{at}.content[0].table: found a map, expected at least one column and one row"),
        ),
        (
            "content: [#{ links: [#{ text: \"x\", url: \"https://pix.fr/\" }] }]",
            format!("{at}.content[0].links[0].url: found the text \"https://pix.fr/\", {address}"),
        ),
        (
            "content: [#{ paragraph: #{ text: \"x\", url: \"agenda\" } }]",
            format!("{at}.content[0].paragraph.url: found the text \"agenda\", {address}"),
        ),
        (
            "content: [#{ paragraph: #{ text: \"x\", url: \"/a?b\" } }]",
            format!("{at}.content[0].paragraph.url: found the text \"/a?b\", {address}"),
        ),
        (
            "date: \"3 mai\", content: [#{ button: \"x\" }]",
            format!("{at}.date: found the text \"3 mai\", expected a date such as \"2024-05-03\""),
        ),
    ] {
        refused(&page(keys), &message);
    }
}

#[test]
fn sites_that_cannot_be_are_refused() {
    let web = |start: &str, sites: &str| format!("#{{ start: \"{start}\", sites: [{sites}] }}");
    let site =
        |host: &str, rest: &str| format!("#{{ host: \"{host}\", name: \"A\", lock: \"secure\", {rest} }}");
    let home = "pages: [#{ path: \"/\", title: \"T\", content: [#{ button: \"B\" }] }]";
    let good = site("a.example", home);
    let many = format!(
        "pages: [{}]",
        (0..28)
            .map(|n| format!("#{{ path: \"/{n}\", title: \"T\", content: [#{{ button: \"B\" }}] }}"))
            .collect::<Vec<_>>()
            .join(",")
    );
    let host = "expected a host such as mairie-lanoy.example, under .example, .test or .invalid";
    for (start, sites, message) in [
        ("https://a.example/", String::new(), "sites: 0 items, expected 1 to 12".to_owned()),
        (
            "https://a.example/x",
            good.clone(),
            "start: found the text \"https://a.example/x\", expected the address of a page of the sites, or of an engine".to_owned(),
        ),
        ("https://a.example/", site("a.com", home), format!("sites[0].host: found the text \"a.com\", {host}")),
        ("https://a.example/", site("A.example", home), format!("sites[0].host: found the text \"A.example\", {host}")),
        (
            "https://a.example/",
            format!("{good}, {good}"),
            "the generator's map.sites: two sites are \"a.example\", expected each host once".to_owned(),
        ),
        (
            "https://a.example/",
            site("a.example", &format!("engine: true, {home}")),
            "sites[0].pages: found a list, expected no pages, since the site is an engine".to_owned(),
        ),
        ("https://a.example/", site("a.example", "engine: false"), "sites[0]: the key \"pages\" is missing".to_owned()),
        (
            "https://a.example/",
            site("a.example", &home.replace("\"/\"", "\"/a/\"")),
            "sites[0].pages[0].path: found the text \"/a/\", expected a path such as /agenda/2024 of letters, digits, - _ and .".to_owned(),
        ),
        (
            "https://a.example/",
            site("a.example", &home.replace("}] }]", "}] }, #{ path: \"/\", title: \"U\", content: [#{ button: \"B\" }] }]")),
            "sites[0].pages: two pages are \"/\", expected each path once".to_owned(),
        ),
        (
            "https://a.example/0",
            ["a", "b", "c"].map(|host| site(&format!("{host}.example"), &many)).join(","),
            "the generator's map.sites: 84 pages in all, expected at most 80".to_owned(),
        ),
    ] {
        refused(&web(start, &sites), &message);
    }
}

#[test]
fn addresses_are_plain() {
    for (written, expected) in [
        ("https://a.example", Some("a.example/")),
        ("a.example/x-1/y_2.html", Some("a.example/x-1/y_2.html")),
        ("http://www.a-b.test/", Some("www.a-b.test/")),
        ("a.example/x/", None),
        ("a.example//x", None),
        ("a.example/../x", None),
        ("a.example/x%20y", None),
        ("a.example:80/", None),
        ("me@a.example/", None),
        (".example/", None),
        ("a.org/x", None),
    ] {
        let read = WebAddress::parse(written).map(|address| address.to_string());
        assert_eq!(read.as_deref(), expected, "{written}");
    }
}

/// A press site, a town's site and an engine.
const TOWN: &str = "#{ start: \"https://loupe.example/\", sites: [
    #{ host: \"loupe.example\", name: \"Loupe\", lock: \"secure\", engine: true },
    #{ host: \"www.ville.example\", name: \"Ville\", lock: \"secure\", pages: [
        #{ path: \"/\", title: \"Bienvenue\", content: [#{ paragraph: \"Les horaires de la piscine et du musée.\" }] },
        #{ path: \"/piscine\", title: \"La piscine : horaires d'été\", date: \"2024-06-01\", content: [#{ paragraph: \"Ouverte de 9 h à 19 h.\" }] },
        #{ path: \"/piscine-2023\", title: \"La piscine : horaires d'été\", date: \"2023-06-01\", content: [#{ paragraph: \"Ouverte de 10 h à 18 h.\" }] }] },
    #{ host: \"gazette.example\", name: \"Gazette\", lock: \"none\", pages: [
        #{ path: \"/fuite\", title: \"Une fuite ferme la piscine\", date: \"2024-07-02\", content: [#{ paragraph: [\"Lire aussi : \", #{ text: \"l'été au musée\", url: \"https://www.ville.example/\" }] }] }] }] }";

#[test]
fn addresses_lead_to_pages() {
    let web = read(Lang::Fr, TOWN).expect("a mini-web");
    let at = |address: &str| WebAddress::parse(address).and_then(|address| web.at(&address));
    assert!(matches!(at("loupe.example/"), Some(WebSpot::Engine(site)) if site.name == "Loupe"));
    assert!(
        matches!(at("gazette.example/fuite"), Some(WebSpot::Page(_, page)) if page.title.starts_with("Une fuite"))
    );
    for nowhere in ["loupe.example/x", "gazette.example/", "autre.example/"] {
        assert_eq!(at(nowhere), None, "{nowhere}");
    }
    assert_eq!(web.years(), [2024, 2023]);
}

#[test]
fn the_engine_ranks_by_words_and_nothing_else() {
    let web = read(Lang::Fr, TOWN).expect("a mini-web");
    let (home, pool, old, leak) = ("/", "/piscine", "/piscine-2023", "/fuite");
    for (asked, expected) in [
        // Title three times the content; equals in the order written.
        ("piscine", &[pool, old, leak, home][..]),
        ("horaires piscine", &[pool, old, leak, home]),
        ("HORAIRE de la PISCINES", &[pool, old, leak, home]),
        ("ete", &[pool, old, leak]),
        ("l'été", &[pool, old, leak]),
        ("\"horaires d'été\"", &[pool, old]),
        ("« la piscine »", &[pool, old, leak, home]),
        ("\"piscine la\"", &[]),
        ("piscine -fuite", &[pool, old, home]),
        ("piscine -horaire", &[leak]),
        ("piscine -\"horaires d'été\"", &[leak, home]),
        ("piscine site:gazette.example", &[leak]),
        ("site:ville.example musée", &[home]),
        ("site:www.ville.example", &[home, pool, old]),
        ("musée", &[home, leak]),
        ("de la", &[]),
        ("-piscine", &[]),
        ("", &[]),
        ("\"", &[]),
        ("- site: xyz", &[]),
    ] {
        let found = web.search(asked, None);
        let paths: Vec<&str> = found.hits.iter().map(|hit| hit.page.path.as_str()).collect();
        assert_eq!((paths.as_slice(), found.total), (expected, expected.len()), "{asked}");
    }
    let paths = |year| {
        web.search("piscine", Some(year)).hits.iter().map(|hit| hit.page.path.clone()).collect::<Vec<_>>()
    };
    assert_eq!(paths(2024), [pool, leak]);
    assert_eq!(paths(2023), [old]);
}

#[test]
fn an_excerpt_shows_the_first_word_found() {
    let long = |word: &str| format!("{}{word} {}", "avant ".repeat(30), "après ".repeat(30));
    let content = format!("content: [#{{ paragraph: \"{}\" }}]", long("Trésors"));
    let web = read(Lang::Fr, &page(&content)).expect("a mini-web");
    let excerpt = |asked: &str| web.search(asked, None).hits[0].excerpt.clone();
    assert_eq!(excerpt("tresor"), format!("… {}Trésors {}…", "avant ".repeat(6), "après ".repeat(11)));
    assert_eq!(excerpt("accueil"), format!("{}…", "avant ".repeat(12)), "what stands in the title only");
    assert_eq!(excerpt("\"trésors après\""), excerpt("tresor"));
}

#[test]
fn at_most_ten_results_are_shown_and_all_are_counted() {
    let pages: Vec<String> = (0..14)
        .map(|n| format!("#{{ path: \"/{n}\", title: \"Velo\", content: [#{{ button: \"B\" }}] }}"))
        .collect();
    let script = format!(
        "#{{ start: \"https://a.example/0\", sites: [#{{ host: \"a.example\", name: \"A\", lock: \"secure\", pages: [{}] }}] }}",
        pages.join(",")
    );
    let web = read(Lang::En, &script).expect("a mini-web");
    let found = web.search("the vélo", None);
    assert_eq!((found.hits.len(), found.total), (10, 14));
}
