use super::*;
use crate::words::key;

const NAV: [NavLink; 2] = [
    NavLink { section: "home", href: "/", word: key("nav-menu") },
    NavLink { section: "help", href: "/help", word: key("legal-help") },
];

fn page() -> Page<'static> {
    Page { title: "Question 3", nav: &NAV, section: "help", path: "/a?x=1&y=<b>", ..Page::default() }
}

fn check(page: &Page<'_>, expected: &[&str], absent: &[&str]) {
    let html = page.render().into_string();
    for text in expected {
        assert!(html.contains(text), "{text} is missing from {html}");
    }
    for text in absent {
        assert!(!html.contains(text), "{text} should not be in {html}");
    }
}

#[test]
fn the_preferences_shape_the_document() {
    check(
        &page(),
        &["<html lang=\"fr\" data-app=\"learner\">", "<title>Question 3 · Pix</title>"],
        &["data-theme", "data-comfort"],
    );
    let prefs = Prefs { theme: Theme::Dark, comfort: true, ..Prefs::default() };
    let changed = Page { prefs, lang: Lang::En, app: App::Staff, ..page() };
    check(
        &changed,
        &["lang=\"en\" data-app=\"staff\" data-theme=\"dark\" data-comfort", "andika-latin-400"],
        &["radio-canada"],
    );
}

#[test]
fn the_current_section_is_told() {
    check(&page(), &["<a href=\"/help\" aria-current=\"page\">"], &["<a href=\"/\" aria-current"]);
}

#[test]
fn what_comes_from_people_is_escaped() {
    let person = PersonChip { name: "<script>alert(1)</script>", account: "/account", sign_out: "/sign-out" };
    let hostile = Page { person: Some(person), csrf: "to\"ken", title: "</title><b>", ..page() };
    check(
        &hostile,
        &[
            "&lt;script&gt;alert(1)",
            "value=\"/a?x=1&amp;y=&lt;b&gt;\"",
            "value=\"to&quot;ken\"",
            "&lt;/title&gt;&lt;b&gt;",
        ],
        &["<script>alert", "</title><b>"],
    );
}

#[test]
fn a_strict_content_security_policy_stands() {
    let html = Page { body: crate::pages::components::components_page(Words::of(Lang::Fr)), ..page() }
        .render()
        .into_string();
    let inline_style = [" style", "=\""].concat();
    for forbidden in ["<style", inline_style.as_str(), "onclick", "onsubmit", "javascript:", "<script>"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
    assert_eq!(html.matches("<script").count(), 1);
    assert_eq!(html.matches("<h1").count(), 1);
    assert!(!html.contains('⟦'));
}
