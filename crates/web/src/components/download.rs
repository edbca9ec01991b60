//! A file to download, in its first format and its others.

use maud::{Markup, Render, html};

use super::icon::Icon;
use crate::{Words, numbers};

/// One format of a file.
#[derive(Debug, Clone)]
pub struct Format<'a> {
    /// Its usual ending: `ods`.
    pub ending: &'a str,
    /// Where it is served.
    pub href: &'a str,
    /// Its size in bytes; unknown when it is made on demand.
    pub bytes: Option<u64>,
}

/// A file offered with a question.
#[derive(Clone, Copy)]
pub struct Download<'a> {
    /// The language of the texts.
    pub words: Words,
    /// The whole name of the file in its first format.
    pub name: &'a str,
    /// Its formats; the first is proposed first.
    pub formats: &'a [Format<'a>],
}

impl Render for Download<'_> {
    fn render(&self) -> Markup {
        let Some((first, others)) = self.formats.split_first() else { return html! {} };
        html! {
            div {
                a class="file" href=(first.href) download {
                    (icon_of(first.ending))
                    span { b { (self.name) } span class="muted small" { (self.described(first)) } }
                }
                @if !others.is_empty() {
                    p class="file-formats" {
                        span class="muted" { (self.words.say("download-others")) }
                        @for format in others {
                            a href=(format.href) download { (format.ending) @if let Some(bytes) = format.bytes { " (" (numbers::size(self.words.lang(), bytes)) ")" } }
                        }
                    }
                }
            }
        }
    }
}

impl Download<'_> {
    fn described(&self, format: &Format<'_>) -> String {
        let kind = self.words.say(kind_key(format.ending));
        match format.bytes {
            Some(bytes) => format!("{kind}, {}", numbers::size(self.words.lang(), bytes)),
            None => kind.to_owned(),
        }
    }
}

fn kind_key(ending: &str) -> &'static str {
    use crate::words::key;
    match ending {
        "ods" | "xlsx" | "csv" => key("file-sheet"),
        "odt" | "docx" | "pdf" | "txt" => key("file-text"),
        "jpg" | "png" => key("file-picture"),
        "zip" => key("file-zip"),
        "eml" => key("file-mail"),
        _ => key("file-other"),
    }
}

fn icon_of(ending: &str) -> Icon {
    match ending {
        "ods" | "xlsx" | "csv" => Icon::Table,
        "zip" => Icon::Folder,
        "eml" => Icon::Chat,
        _ => Icon::Document,
    }
}
