//! Serves the components and a sample of each learner page, to be looked at: `cargo run -p web --example gallery`.
//!
//! Every page takes `?lang=en`, `?theme=dark`, `?comfort` and `?app=staff`; the switches of the footer work too.

mod account;
mod home;
mod profile;
mod question;
mod sample;
mod series;

use axum::Router;
use axum::extract::{Path, RawQuery};
use axum::http::HeaderMap;
use axum::response::Html;
use axum::routing::get;
use maud::{Markup, html};
use web::components::banner::Tone;
use web::layout::{App, NavLink, PersonChip, Width};
use web::pages::error::{Trouble, error_page};
use web::prefs::{Prefs, Theme};
use web::words::key;
use web::{Page, Words, assets, lang, prefs};

const NAV: [NavLink; 2] = [
    NavLink { section: "home", href: "/home", word: key("domains") },
    NavLink { section: "profile", href: "/profile", word: key("nav-competences") },
];

#[tokio::main]
async fn main() -> std::io::Result<()> {
    let pages = Router::new()
        .route(
            "/{page}",
            get(|Path(page): Path<String>, query, headers| show(page, String::new(), query, headers)),
        )
        .route("/{page}/{kind}", get(|Path((page, kind)), query, headers| show(page, kind, query, headers)))
        .merge(assets::router())
        .merge(prefs::router());
    let listener = tokio::net::TcpListener::bind("127.0.0.1:8099").await?;
    axum::serve(listener, pages).await
}

async fn show(page: String, kind: String, RawQuery(query): RawQuery, headers: HeaderMap) -> Html<String> {
    let query = query.unwrap_or_default();
    let asked: Vec<&str> = query.split('&').collect();
    let kept = Prefs::of(&headers);
    let theme = [Theme::Light, Theme::Dark]
        .into_iter()
        .find(|theme| query.contains(theme.code()))
        .unwrap_or(kept.theme);
    let prefs = Prefs { theme, comfort: kept.comfort || asked.contains(&"comfort"), ..kept };
    let url = asked.iter().find_map(|pair| pair.strip_prefix("lang="));
    let lang = lang::resolve(lang::Chosen { url, cookie: kept.lang, ..lang::Chosen::default() });
    let app = App::ALL.into_iter().find(|app| query.contains(app.code())).unwrap_or_default();
    let path = format!("/{page}{}{kind}", if kind.is_empty() { "" } else { "/" });
    let words = Words::of(lang);
    let (title, width, body) = body(words, &page, &kind);
    let stranger = matches!(page.as_str(), "home" | "sign-up");
    let person = PersonChip { name: "Camille Roy", account: "/account", sign_out: "/sign-out" };
    let page = Page {
        title,
        lang,
        app,
        width,
        prefs,
        path: &path,
        body,
        nav: if stranger { &[] } else { &NAV },
        section: &page,
        person: (!stranger).then_some(person),
        toast: (page == "result").then_some((Tone::Ok, "Réponse enregistrée.")),
        ..Page::default()
    };
    Html(page.render().into_string())
}

fn body(words: Words, page: &str, kind: &str) -> (&'static str, Width, Markup) {
    match page {
        "home" => ("Vos compétences numériques", Width::Full, home::page(words)),
        "sign-up" => ("Créer mon compte", Width::Form, account::page(words)),
        "profile" => ("Mon profil", Width::Full, profile::page(words)),
        "competence" => ("Gérer des données", Width::Full, profile::competence(words)),
        "question" => ("Question 3 · Gérer des données", Width::Full, question::page(words, kind)),
        "checkpoint" => ("Point d’étape", Width::Full, series::checkpoint(words)),
        "correction" => ("Correction", Width::Text, series::correction(words)),
        "result" => ("Résultat", Width::Full, series::result(words)),
        "components" => ("Composants", Width::Full, web::pages::components::components_page(words)),
        "error" => ("Une page d’erreur", Width::Text, trouble(words, kind)),
        _ => ("Galerie", Width::Text, index()),
    }
}

fn trouble(words: Words, kind: &str) -> Markup {
    let found = Trouble::ALL.into_iter().find(|trouble| trouble.status().to_string() == kind);
    error_page(words, found.unwrap_or(Trouble::NotFound), "7F3K", Some("/home"), None)
}

fn index() -> Markup {
    html! {
        h1 { "Galerie" }
        ul {
            @for page in ["home", "sign-up", "profile", "competence", "checkpoint", "correction", "result", "components", "error/404", "error/503"] {
                li { a href={ "/" (page) } { (page) } }
            }
            @for kind in question::KINDS { li { a href={ "/question/" (kind) } { "question " (kind) } } }
        }
    }
}
