//! Tables: the content of a folder, or data.

use std::collections::BTreeSet;

use maud::{Markup, html};

use crate::Words;
use crate::components::icon::Icon;

/// The longest figure, date or size that is never broken over two lines.
const SHORT: usize = 20;
/// The longest words that are never broken over two lines.
const SHORT_WORDS: usize = 10;

/// The content of a folder: the first column is the name, with a drawing for files and one for folders.
pub fn files(
    words: Words,
    title: &str,
    columns: &[String],
    rows: &[Vec<String>],
    folders: &BTreeSet<usize>,
) -> Markup {
    let name = |row: usize, text: &str| {
        let folder = folders.contains(&row);
        let (icon, kind) =
            if folder { (Icon::Folder, "exhibit-folder") } else { (Icon::Document, "exhibit-file") };
        html! { span class="file-name" { (icon) span class="visually-hidden" { (words.say(kind)) " " } (text) } }
    };
    grid(title, columns, rows, &BTreeSet::new(), name)
}

/// A table of data, with some columns aligned right.
pub fn table(title: &str, columns: &[String], rows: &[Vec<String>], numeric: &BTreeSet<usize>) -> Markup {
    grid(title, columns, rows, numeric, |_, text| html! { (text) })
}

fn grid(
    title: &str,
    columns: &[String],
    rows: &[Vec<String>],
    numeric: &BTreeSet<usize>,
    first: impl Fn(usize, &str) -> Markup,
) -> Markup {
    let right = |column: usize| numeric.contains(&column).then_some("r");
    // A short figure, a date above all, stays on one line: a narrow screen scrolls the table instead.
    let short = |text: &str| {
        let figure = text.contains(|c: char| c.is_ascii_digit());
        (text.chars().count() <= if figure { SHORT } else { SHORT_WORDS }).then_some("short")
    };
    html! {
        table class="table" {
            caption class="visually-hidden" { (title) }
            thead { tr { @for (column, text) in columns.iter().enumerate() { th scope="col" class=[right(column)] { (text) } } } }
            tbody {
                @for (number, row) in rows.iter().enumerate() {
                    tr {
                        @for (column, text) in row.iter().enumerate() {
                            @if column == 0 { th scope="row" class=[right(0).or(short(text))] { (first(number, text)) } }
                            @else { td class=[right(column).or(short(text))] { (text) } }
                        }
                    }
                }
            }
        }
    }
}
