//! The exhibits of the gallery: what each one says, and that nothing in them pretends to work.

use content::{ChartShape, Evidence};

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

#[test]
fn a_page_tells_its_host_and_its_certificate() {
    check(
        |evidence| matches!(evidence, Evidence::Browser(_)),
        &[
            "cadenas fermé",
            "<span>https://<b>banque.autre.example</b>/entrer</span>",
            "<summary>Certificat</summary>",
            "<dt>Délivré à</dt><dd>banque.autre.example</dd>",
            "<h3 class=\"window__title\">Bonjour</h3>",
            "bouton </span>Entrer</span>",
            "champ à remplir </span>Code secret</span>",
        ],
    );
}

#[test]
fn a_conversation_says_who_and_when() {
    check(
        |evidence| matches!(evidence, Evidence::Chat(_)),
        &["<b>Awa</b> · 9:05", "<li class=\"talk__mine\">", "<b>Léo</b> (vous) · 9:07", "Randonnée"],
    );
    check(
        |evidence| matches!(evidence, Evidence::Phone(_)),
        &[
            "<h3 class=\"window__title\">Messages</h3>",
            "<b>38 000</b> · 9:40",
            "Où mène «\u{a0}colis.example",
        ],
    );
}

#[test]
fn states_and_signs_are_words() {
    check(
        |evidence| matches!(evidence, Evidence::Settings(_)),
        &["<span>Position</span>", ">Activé</span>", ">Désactivé</span>", ">français</span>"],
    );
    check(
        |evidence| matches!(evidence, Evidence::Dialog(_)),
        &[
            "point d’interrogation",
            "<dt>Éditeur</dt><dd>inconnu</dd>",
            "<span class=\"pressable\">Refuser</span>",
        ],
    );
}

#[test]
fn terminals_posts_and_calendars_are_text() {
    check(
        |evidence| matches!(evidence, Evidence::Terminal(_)),
        &[
            "tabindex=\"0\"",
            "<span class=\"terminal__prompt\">nadia@pc:~$</span> <kbd>ls</kbd>\n",
            "<samp>devis.txt  photo.jpg</samp>\n",
        ],
    );
    check(
        |evidence| matches!(evidence, Evidence::Post(_)),
        &[
            "@info_vraie",
            "Visible par\u{a0}: Public",
            "<dt>Partages</dt><dd>1 204</dd>",
            "Commentaires</h4>",
            "<b>Léo</b> · hier",
        ],
    );
    check(
        |evidence| matches!(evidence, Evidence::Calendar(_)),
        &[
            "<h3 class=\"window__title\">lundi 6 mai</h3>",
            "9:00 – 10:00",
            ">Toute la journée</span>",
            "Salle 2",
        ],
    );
}

#[test]
fn a_chart_tells_its_build_and_not_its_values() {
    check(
        |evidence| matches!(evidence, Evidence::Chart(chart) if chart.shape == ChartShape::Bars),
        &[
            "aria-label=\"Diagramme en barres\u{a0}: Des barres. En bas\u{a0}: lundi, mardi, mercredi, jeudi, vendredi. \
             Séries\u{a0}: Vélos, Bus. Axe vertical passages\u{a0}: de 30 à 80.\"",
            "class=\"chart__foot\" x1=\"64\" x2=\"",
            // 42 on an axis from 30 to 80: a foot at 210, so a top at 14 + 196 × (1 − 12 / 50).
            "y=\"163\" width=\"21.8\" height=\"47\"",
        ],
    );
    check(
        |evidence| matches!(evidence, Evidence::Chart(chart) if chart.shape == ChartShape::Lines),
        &["<polyline class=\"chart__line\" points=\"", "<rect class=\"chart__mark\"", "Bus"],
    );
}
