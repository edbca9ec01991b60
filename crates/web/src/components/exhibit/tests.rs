//! The exhibits of the gallery: what each one says, and that nothing in them pretends to work.

use content::Evidence;

use super::exhibit;
use crate::pages::components::windows::windows;
use crate::{Lang, Words};

/// Draws the exhibit of the gallery that `of` finds, in French.
fn check(of: impl Fn(&Evidence) -> bool, expected: &[&str]) {
    let piece = windows().into_iter().find(|piece| of(&piece.evidence)).expect("the gallery shows this kind");
    let html = exhibit(Words::of(Lang::Fr), &piece, 4).into_string();
    for text in expected {
        assert!(html.contains(text), "{text} is missing from {html}");
    }
    for live in ["<a ", "<button", "<input", "<form", "<h1", "⟦"] {
        assert!(!html.contains(live), "{live} should not be in {html}");
    }
}

#[test]
fn a_mail_shows_where_its_links_lead() {
    check(
        |evidence| matches!(evidence, Evidence::Mail(_)),
        &[
            "<h3 class=\"window__title\">Votre colis attend</h3>",
            "<dt>De</dt><dd>Colis Express &lt;suivi@colis-express.example&gt;</dd>",
            "<dt>Répondre à</dt><dd>Suivi",
            "<summary>Où mène «\u{a0}colis-express.example\u{a0}»\u{202f}?</summary>",
            "<dt>Mène à</dt><dd><code>https://depot.autre-adresse.example/suivi?colis=4821</code></dd>",
            "bordereau.pdf",
            "<summary>En-têtes complets</summary>",
        ],
    );
}
