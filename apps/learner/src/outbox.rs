//! Mails written as files, shown in demo mode: a newcomer sees what the program sends without a mail server.

use axum::extract::State;
use axum::response::Html;
use maud::{Markup, html};
use std::path::Path;
use web::Words;
use web::components::empty::empty;
use web::components::fold::fold;
use web::house::House;
use web::refusal::Refusal;
use web::visit::Guest;

use crate::frame::Sheet;

/// How many mails are shown.
const SHOWN: usize = 30;
/// The longest mail shown, in bytes.
const LONGEST: u64 = 64 * 1024;

/// `GET /dev/outbox`: the latest mails; without demo mode the page does not exist.
pub async fn show(State(house): State<House>, guest: Guest) -> Result<Html<String>, Refusal> {
    let folder = house.site.outbox.clone().filter(|_| house.site.demo).ok_or(Refusal::NotFound)?;
    let mails = latest(&folder).await;
    let words = guest.frame.words();
    Ok(Sheet::text(words.say("outbox-title"), page(words, &mails)).for_guest(&house, &guest))
}

fn page(words: Words, mails: &[(String, String)]) -> Markup {
    html! {
        div class="stack" {
            h1 { (words.say("outbox-title")) }
            p class="lead" { (words.say("outbox-lead")) }
            @if mails.is_empty() { (empty(words.say("outbox-title"), words.say("outbox-empty"), None)) }
            div {
                @for (place, (name, text)) in mails.iter().enumerate() {
                    (fold(subject(text).unwrap_or(name), place == 0, &html! { pre class="mail" { (linked(text)) } }))
                }
            }
        }
    }
}

fn subject(text: &str) -> Option<&str> {
    text.lines().take_while(|line| !line.is_empty()).find_map(|line| line.strip_prefix("Subject: "))
}

/// The text with its links made clickable.
fn linked(text: &str) -> Markup {
    html! {
        @for line in text.lines() {
            @match line.find("http").filter(|_| line.trim_start().starts_with("http")) {
                Some(_) => a href=(line.trim()) { (line.trim()) },
                None => (line),
            }
            "\n"
        }
    }
}

/// Name and text of the latest mails, the newest first. File names begin with the instant they were written at.
async fn latest(folder: &Path) -> Vec<(String, String)> {
    let mut names = Vec::new();
    if let Ok(mut entries) = tokio::fs::read_dir(folder).await {
        while let Ok(Some(entry)) = entries.next_entry().await {
            names.push(entry.path());
        }
    }
    names.sort();
    let mut mails = Vec::new();
    for path in names.into_iter().rev().take(SHOWN) {
        let small =
            tokio::fs::metadata(&path).await.is_ok_and(|found| found.is_file() && found.len() <= LONGEST);
        let text = if small { tokio::fs::read_to_string(&path).await.ok() } else { None };
        let name = path.file_stem().map(|name| name.to_string_lossy().into_owned());
        mails.extend(name.zip(text));
    }
    mails
}
