use content::Input;
use maud::{Render, html};

use super::answer::{Answer, Given};
use super::button::Button;
use super::code::code;
use super::domain::Domain;
use super::error_summary::error_summary;
use super::field::Field;
use super::filters::filters;
use super::honeycomb::{Cell, Honeycomb, Size, mark};
use super::ring::{self, Ring};
use super::sorting::Sorting;
use super::thread::thread;
use crate::{Lang, Words};

fn words() -> Words {
    Words::of(Lang::Fr)
}

fn check(piece: &impl Render, expected: &[&str], absent: &[&str]) {
    let html = piece.render().into_string();
    for text in expected {
        assert!(html.contains(text), "{text} is missing from {html}");
    }
    for text in absent {
        assert!(!html.contains(text), "{text} should not be in {html}");
    }
}

#[test]
fn a_ring_has_its_segments_where_the_design_says() {
    let ring = Ring { words: words(), level: 4, progress: 55, size: ring::Size::Card };
    check(
        &ring,
        &[
            "aria-label=\"Niveau 4 sur 8, 55\u{202f}% du niveau suivant\"",
            "class=\"t on\" d=\"M44.8 2.1A40 40 0 0 1 68.2 11.8L62.3 18.6A31 31 0 0 0 44.2 11.1Z\"",
            "class=\"arc\" d=\"M39.2 81.9A40 40 0 0 1 25.5 78.4L29.2 70.2A31 31 0 0 0 39.8 72.9Z\"",
        ],
        &[],
    );
    let segments = |level, progress| {
        let html = Ring { level, progress, ..ring }.render().into_string();
        (html.matches("\"t on\"").count(), html.matches("\"arc\"").count())
    };
    assert_eq!(
        [segments(0, 0), segments(0, 1), segments(8, 50), segments(200, 0)],
        [(0, 0), (0, 1), (8, 0), (8, 0)]
    );
    check(&Ring { level: 0, progress: 0, ..ring }, &["Pas commencé", ">–<"], &[]);
}

fn cells() -> Vec<Cell<'static>> {
    let counts = [3, 4, 4, 3, 2];
    let all = Domain::ALL.into_iter().zip(counts);
    all.flat_map(|(domain, count)| (0..count).map(move |level| Cell { domain, name: "C", level: level * 2 }))
        .collect()
}

#[test]
fn a_comb_has_sixteen_cells_around_its_total() {
    let cells = cells();
    let comb = Honeycomb {
        words: words(),
        total: 532,
        of: 1024,
        cells: &cells,
        size: Size::Full,
        decorative: false,
    };
    let html = comb.render().into_string();
    assert_eq!(html.matches("class=\"bg\"").count(), 16);
    assert_eq!(html.matches("class=\"plate\"").count(), 16);
    // The five domains each start a row; the first of the domain is not started: eleven cells hold threads.
    assert_eq!(html.matches("class=\"fill\"").count(), 11);
    check(
        &comb,
        &[
            "<title id=\"comb-title\">532 pix sur 1024</title>",
            "Environnement numérique\u{a0}: C pas commencé, C niveau 2.",
            // The first cell: middle at (123.3, 50), radius 42.5.
            "d=\"M123.3 7.5L160.1 28.8L160.1 71.2L123.3 92.5L86.5 71.2L86.5 28.8Z\"",
        ],
        &[],
    );
    let icon = Honeycomb { size: Size::Icon, decorative: true, ..comb };
    check(&icon, &["aria-hidden=\"true\""], &["<text", "plate", "<title"]);
}

#[test]
fn the_threads_of_a_full_cell_stay_inside_it() {
    let cell = [Cell { domain: Domain::Information, name: "C", level: 8 }];
    let comb =
        Honeycomb { words: words(), total: 64, of: 64, cells: &cell, size: Size::Icon, decorative: true };
    let html = comb.render().into_string();
    let path = html.split("class=\"fill\" d=\"").nth(1).unwrap().split('"').next().unwrap();
    assert_eq!(path.matches('Z').count(), 8);
    let points = path.split(['M', 'L', 'Z']).filter_map(|point| point.split_once(' '));
    for (x, y) in points.map(|(x, y)| (x.parse::<f64>().unwrap() - 123.3, y.parse::<f64>().unwrap() - 50.0)) {
        assert!(x.abs() <= 36.9 && y.abs() <= 42.5 && x.abs() <= (42.5 - y.abs()) * 1.733 + 0.2, "{x} {y}");
    }
}

#[test]
fn the_mark_is_the_comb_in_one_path() {
    assert_eq!(mark().into_string().matches('Z').count(), 16);
    let favicon = super::honeycomb::to_favicon();
    assert!(
        favicon.contains("xmlns") && favicon.contains("fill:#") && !favicon.contains("fill:}"),
        "{favicon}"
    );
}

#[test]
fn every_icon_is_drawn() {
    use super::icon::Icon;
    let source = include_str!("icon.rs");
    let part = |from: &str, to: &str| source.split(from).nth(1).unwrap().split(to).next().unwrap().to_owned();
    let named = part("pub enum Icon {", "}").matches(",\n").count();
    assert_eq!(part("const PATHS", "];").matches("Icon::").count(), named);
    check(&Icon::Plug, &["aria-hidden=\"true\"", "path d=\"M9 3v5"], &["d=\"\""]);
}

#[test]
fn a_field_ties_label_hint_and_error() {
    let field = Field {
        hint: Some("H"),
        error: Some("E<"),
        unit: Some("Mo"),
        value: "\"><b>",
        ..Field::new("field.a", "L")
    };
    check(
        &field,
        &[
            "<label for=\"field-a\">L</label>",
            "id=\"field-a-hint\"",
            "aria-describedby=\"field-a-hint field-a-error field-a-unit\"",
            "aria-invalid=\"true\"",
            "autocomplete=\"off\"",
            "value=\"&quot;&gt;&lt;b&gt;\"",
            "E&lt;",
        ],
        &["<b>"],
    );
    check(&Field::new("a", "L"), &[], &["aria-describedby", "aria-invalid"]);
    let summary = error_summary(words(), &[("field.a", "Vide")]);
    check(&summary, &["href=\"#field-a\"", "tabindex=\"-1\""], &[]);
    check(&error_summary(words(), &[]), &[], &["banner"]);
}

#[test]
fn every_input_sends_the_names_the_server_reads() {
    let texts = |texts: &[&str]| texts.iter().map(|text| (*text).to_owned()).collect::<Vec<_>>();
    let field =
        content::InputField { key: "size".into(), label: "Taille".into(), kind: content::FieldKind::Date };
    let cases: [(Input, &[&str]); 8] = [
        (
            Input::Choice { options: texts(&["a", "b"]) },
            &["type=\"radio\" name=\"choice\" value=\"1\" checked"],
        ),
        (
            Input::Choices { options: texts(&["a", "b"]) },
            &["type=\"checkbox\" name=\"choice\" value=\"1\" checked"],
        ),
        (Input::Text { size: content::TextSize::Word }, &["name=\"text\"", "value=\"déjà\""]),
        (Input::Number { unit: None }, &["name=\"text\"", "inputmode=\"decimal\""]),
        (Input::Date, &["name=\"text\"", "input--date"]),
        (Input::Fields(vec![field]), &["name=\"field.size\"", "value=\"3 mai\""]),
        (Input::Set { labels: texts(&["Un", "Deux"]) }, &["name=\"field.1\"", "name=\"field.2\""]),
        (
            Input::Order { items: texts(&["x", "y"]) },
            &["name=\"rank.0\"", "name=\"rank.1\"", "<option value=\"2\" selected>"],
        ),
    ];
    let given: Given = [("choice", "1"), ("text", "déjà"), ("field.size", "3 mai"), ("rank.0", "2")]
        .map(|(name, value)| (name.to_owned(), vec![value.to_owned()]))
        .into();
    for (input, expected) in cases {
        let answer = Answer {
            words: words(),
            input: &input,
            label: "Réponse",
            hint: None,
            error: None,
            given: &given,
            pictures: None,
        };
        check(&answer, expected, &[]);
        let html = answer.render().into_string();
        let target = super::field::id_of(&super::answer::first_name(&input));
        assert!(html.contains(&format!("id=\"{target}\"")), "an error of {input:?} leads nowhere");
    }
}

#[test]
fn a_thread_tells_its_progress_in_words() {
    check(
        &thread(words(), 2, true, 5),
        &["2 questions faites sur 5, question 3 en cours", "class=\"now\""],
        &[],
    );
    check(&thread(words(), 5, true, 5), &["Progression\u{a0}: 5 sur 5"], &["class=\"now\""]);
}

#[test]
fn a_skip_button_is_not_checked_by_the_browser() {
    check(
        &Button::submit("Je passe").quiet().value("action", "skip").unchecked(),
        &["formnovalidate", "value=\"skip\""],
        &[],
    );
    check(
        &html! { (Button::link("Aller", "/a?b=1&c=2")) },
        &["href=\"/a?b=1&amp;c=2\"", "class=\"btn\""],
        &["button"],
    );
}

#[test]
fn an_address_is_broken_after_its_slashes() {
    for (shown, expected) in [
        ("KWD TRM 234", "<code>KWD TRM 234</code>"),
        (
            "https://pix.example/campaigns/KWD",
            "<code>https://<wbr>pix.example/<wbr>campaigns/<wbr>KWD</code>",
        ),
    ] {
        check(&code(words(), shown), &[expected], &[]);
    }
}

#[test]
fn a_heading_leads_to_its_order_and_back() {
    let address = |order: &str| format!("/list?order={order}");
    for (order, sort, next) in
        [("name", None, "pix"), ("pix", Some("ascending"), "-pix"), ("-pix", Some("descending"), "pix")]
    {
        let sorting = Sorting { words: words(), order, address: &address };
        let heading = sorting.heading("pix", "Pix", Some("r"));
        check(&heading, &["class=\"r\"", ">Pix", &format!("href=\"/list?order={next}\"")], &[]);
        let told = sort.map(|sort| format!("aria-sort=\"{sort}\""));
        check(&heading, &told.iter().map(String::as_str).collect::<Vec<_>>(), &[]);
        assert_eq!(heading.0.contains("aria-sort"), sort.is_some(), "{order}");
        let chosen = format!("value=\"{order}\" selected");
        let both = ["Pix, ordre croissant", "Pix, ordre décroissant"];
        check(&sorting.field(&[("name", "Nom"), ("pix", "Pix")]), &[&chosen, both[0], both[1]], &[]);
    }
}

#[test]
fn filters_open_when_something_is_filtered() {
    for filtered in [true, false] {
        let fields = filters("Filtrer", filtered, &html! { input name="q"; });
        check(&fields, &["<summary>Filtrer", "name=\"q\""], &[]);
        assert_eq!(fields.0.contains("<details class=\"sieve\" open>"), filtered);
    }
}
