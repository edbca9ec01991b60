//! The order of a list: headings that change it, and the same choice as a field on a phone, where headings have no room.

use maud::{Markup, html};

use super::icon::Icon;
use super::select::Select;
use crate::Words;

/// The order of a list at present, and how to get another one.
#[derive(Clone, Copy)]
pub struct Sorting<'a> {
    /// The language.
    pub words: Words,
    /// The order as addresses say it: the code of a column, after a dash when it goes downwards.
    pub order: &'a str,
    /// The address of the same list in another order.
    pub address: &'a dyn Fn(&str) -> String,
}

impl Sorting<'_> {
    /// A heading that puts the list in the order of its column; pressed again, the other way round.
    #[must_use]
    pub fn heading(&self, column: &str, label: &str, class: Option<&str>) -> Markup {
        let (up, down) = (self.order == column, self.order.strip_prefix('-') == Some(column));
        let next = if up { downwards(column) } else { column.to_owned() };
        let sort = if up { Some("ascending") } else { down.then_some("descending") };
        html! {
            th scope="col" class=[class] aria-sort=[sort] {
                a class="sort" href=((self.address)(&next)) {
                    (label)
                    @if up { (Icon::Up) } @else if down { (Icon::Down) }
                }
            }
        }
    }

    /// The same choice as a field of the form that filters, shown on phones; everywhere the form keeps the order by it.
    #[must_use]
    pub fn field(&self, columns: &[(&str, &str)]) -> Markup {
        let lines = columns.iter().flat_map(|(column, label)| {
            let label = [("column", (*label).into())];
            let up = ((*column).to_owned(), self.words.with("sort-up", &label));
            [up, (downwards(column), self.words.with("sort-down", &label))]
        });
        let lines: Vec<(String, String)> = lines.collect();
        let options: Vec<(&str, &str)> =
            lines.iter().map(|(value, label)| (value.as_str(), label.as_str())).collect();
        html! {
            div class="only-s" {
                (Select {
                    name: "order", label: self.words.say("sort-by"), options: &options, value: self.order,
                    blank: None, hint: None, error: None,
                })
            }
        }
    }
}

fn downwards(column: &str) -> String {
    format!("-{column}")
}
