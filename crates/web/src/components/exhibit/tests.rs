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

#[test]
fn a_document_is_pages_of_headings_lists_and_paragraphs() {
    check(
        |evidence| matches!(evidence, Evidence::Document(document) if !document.marks),
        &[
            "<p class=\"doc__p pt26 doc__p--title\"><span class=\"visually-hidden\">Titre principal, </span>Compte rendu</p>",
            "<p class=\"doc__p pt20 doc__p--heading\"><span class=\"visually-hidden\">Titre 1, </span>Budget</p>",
            "<p class=\"doc__p pt16 doc__p--heading\"><span class=\"visually-hidden\">Titre 2, </span>Matériel</p>",
            "<p class=\"doc__p pt14 doc__p--heading\"><span class=\"visually-hidden\">Titre 3, </span>Prix</p>",
            // A false heading looks like one and is none.
            "<p class=\"doc__p pt18 doc__p--bold doc__p--center\">Sorties</p>",
            // A note is told where it is called, and stands at the foot of its page.
            "Il est voté.<sup><span class=\"visually-hidden\"> note </span>1</sup></p>",
            "<div class=\"doc__notes\"><p class=\"doc__p pt10\"><sup>",
            // A list goes on over the page.
            "<ol><li><p class=\"doc__p pt12\">Réserver</p></li></ol>",
            "<ol start=\"2\"><li><p class=\"doc__p pt12\">Partir</p></li></ol>",
            "<ul><li><p class=\"doc__p pt12\">une carte</p></li><li>",
            "<th scope=\"col\">Objet</th>",
            "role=\"img\" aria-label=\"Des montagnes enneigées\"",
            "<figcaption><p class=\"doc__p pt10 doc__p--caption\">Figure 1</p></figcaption>",
            "Page 2</p><div class=\"doc__header\"><p class=\"doc__p pt10\">Club de randonnée</p></div>",
            "<div class=\"doc__footer\"><p class=\"doc__p pt10\">À conserver</p></div></div><div class=\"doc__page\"><p class=\"doc__number\">Page 2",
        ],
    );
}

#[test]
fn marks_and_styles_are_told() {
    check(
        |evidence| matches!(evidence, Evidence::Document(document) if document.marks),
        &[
            "<span class=\"doc__style\">Titre 1</span><p",
            "<span class=\"doc__style\">Texte</span><p",
            "Venez<span class=\"doc__space\"> </span><span class=\"doc__space\"> </span><span class=\"visually-hidden\">(2 espaces)</span>nombreux",
            "<span class=\"doc__fixed\">\u{a0}</span><span class=\"visually-hidden\">(espace insécable)</span>:",
            "<span class=\"doc__tab\">\t</span><span class=\"visually-hidden\">(tabulation)</span>salle<span class=\"doc__space\"> </span>2",
            // An empty heading is no heading to whoever listens.
            "<span class=\"doc__style\">Titre 2</span><p class=\"doc__p pt16 doc__p--heading\"><span class=\"visually-hidden\">(paragraphe vide)</span>",
            "<span class=\"doc__end\" aria-hidden=\"true\">¶</span>",
            "<span class=\"doc__style\">Légende</span>",
        ],
    );
}

#[test]
fn a_programme_tells_its_levels() {
    check(
        |evidence| matches!(evidence, Evidence::Program(_)),
        &[
            "tabindex=\"0\"",
            "<li><span class=\"program__number\">2</span> <span class=\"visually-hidden\">(niveau 0) </span><code class=\"program__head program__bar--1\">répéter 4 fois</code></li>",
            "<span class=\"visually-hidden\">(niveau 2) </span><span class=\"program__bar program__bar--1\" aria-hidden=\"true\"></span><span class=\"program__bar program__bar--2\" aria-hidden=\"true\"></span><code>tourner à droite</code>",
            "<code><br></code>",
        ],
    );
}

#[test]
fn a_board_is_a_table_of_words() {
    check(
        |evidence| matches!(evidence, Evidence::Board(_)),
        &[
            "tabindex=\"0\"",
            "<caption class=\"visually-hidden\">Un plateau</caption>",
            "<th scope=\"col\">A</th><th scope=\"col\">B</th>",
            "<th scope=\"row\">1</th><td class=\"board__robot\"><svg",
            "<g transform=\"rotate(90 12 12)\">",
            "</svg><span class=\"visually-hidden\">robot tourné vers la droite</span></td>",
            "<td class=\"board__empty\"><span class=\"visually-hidden\">vide</span></td>",
            // A colour has its letter, for whoever does not tell it from another.
            "<td class=\"board__green\"><span class=\"board__letter\" aria-hidden=\"true\">V</span><span class=\"visually-hidden\">vert</span></td>",
            "<td>12</td>",
            "<td class=\"board__black\"><span class=\"visually-hidden\">noir</span></td>",
            "<ul class=\"board__key\" aria-hidden=\"true\">",
        ],
    );
}
