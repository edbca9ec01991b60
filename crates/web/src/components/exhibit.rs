//! Evidence shown with a question: drawn as a window on something, never as the interface itself.

mod board;
mod browser;
mod calendar;
mod chart;
mod chat;
mod dialog;
mod document;
mod grid;
mod icons;
mod mail;
mod paragraph;
mod post;
mod program;
mod scene;
mod settings;
mod terminal;
#[cfg(test)]
mod tests;
mod tree;

use content::{Evidence, Exhibit};
use maud::{Markup, html};

use super::icon::Icon;
use crate::Words;

/// One exhibit. `number` (from 0) makes its ids unique on the page.
#[must_use]
pub fn exhibit(words: Words, exhibit: &Exhibit, number: usize) -> Markup {
    let id = format!("exhibit-{number}");
    html! {
        section class="exhibit" aria-labelledby=(id) {
            h2 class="exhibit__bar" { (drawing(&exhibit.evidence)) span id=(id) { (exhibit.title) } }
            // What is wider than the screen scrolls by itself, with the keyboard too.
            div class="exhibit__body" tabindex=[scrolls(&exhibit.evidence).then_some("0")]
                role=[scrolls(&exhibit.evidence).then_some("group")] aria-labelledby=[scrolls(&exhibit.evidence).then_some(&id)] {
                (inside(words, &exhibit.evidence, &exhibit.title))
            }
        }
    }
}

fn inside(words: Words, evidence: &Evidence, title: &str) -> Markup {
    match evidence {
        Evidence::Tree { nodes } => tree::tree(words, nodes),
        Evidence::Files { columns, rows, folders } => grid::files(words, title, columns, rows, folders),
        Evidence::Table { columns, rows, numeric } => grid::table(title, columns, rows, numeric),
        Evidence::Facts { facts } => html! {
            dl class="facts" { @for (name, value) in facts { div { dt { (name) } dd { (value) } } } }
        },
        Evidence::Lines { lines } => html! {
            pre class="lines" { @for line in lines { span { (line) "\n" } } }
        },
        Evidence::Icons { items } => icons::icons(words, items),
        Evidence::Mail(mail) => mail::mail(words, mail),
        Evidence::Browser(browser) => browser::browser(words, browser),
        Evidence::Phone(phone) => chat::phone(words, phone),
        Evidence::Chat(chat) => chat::chat(words, chat),
        Evidence::Dialog(dialog) => dialog::dialog(words, dialog),
        Evidence::Terminal(terminal) => terminal::terminal(terminal),
        Evidence::Post(post) => post::post(words, post),
        Evidence::Calendar(days) => calendar::calendar(words, days),
        Evidence::Chart(data) => chart::chart(words, data, title),
        Evidence::Settings(groups) => settings::settings(words, groups),
        Evidence::Document(document) => document::document(words, document),
        Evidence::Program(program) => program::program(words, program),
        Evidence::Board(board) => board::board(words, board, title),
    }
}

const fn drawing(evidence: &Evidence) -> Icon {
    match evidence {
        Evidence::Tree { .. } | Evidence::Files { .. } => Icon::Folder,
        Evidence::Table { .. } | Evidence::Chart(_) | Evidence::Board(_) => Icon::Table,
        Evidence::Facts { .. } | Evidence::Settings(_) => Icon::List,
        Evidence::Lines { .. } => Icon::Prompt,
        Evidence::Icons { .. } | Evidence::Document(_) => Icon::Document,
        Evidence::Mail(_) => Icon::Mail,
        Evidence::Browser(_) => Icon::Globe,
        Evidence::Phone(_) => Icon::Phone,
        Evidence::Chat(_) | Evidence::Post(_) => Icon::Chat,
        Evidence::Dialog(_) | Evidence::Terminal(_) | Evidence::Program(_) => Icon::Prompt,
        Evidence::Calendar(_) => Icon::Calendar,
    }
}

const fn scrolls(evidence: &Evidence) -> bool {
    matches!(
        evidence,
        Evidence::Files { .. }
            | Evidence::Table { .. }
            | Evidence::Lines { .. }
            | Evidence::Terminal(_)
            | Evidence::Chart(_)
            | Evidence::Program(_)
            | Evidence::Board(_)
    )
}
