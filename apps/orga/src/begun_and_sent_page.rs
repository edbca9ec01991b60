//! What drawings of the tries begun and sent have in common: their lines, and the same as a table.

use maud::{Markup, html};

/// The lines of a drawing, at nothing, half and most, with their numbers; `height` is where a value stands.
pub fn lines((left, right): (i64, i64), most: i64, height: impl Fn(i64) -> i64) -> Markup {
    let marks = if most % 2 == 0 { vec![0, most / 2, most] } else { vec![0, most] };
    html! {
        @for mark in marks {
            @let y = height(mark);
            path class="chart__grid" d=(format!("M{left} {y}H{right}")) {}
            text class="chart__number" x=(left - 6) y=(y + 5) { (mark) }
        }
    }
}

/// The table: when, how many began, how many were sent.
pub fn table(title: &str, head: [&str; 3], rows: impl Iterator<Item = (Markup, i64, i64)>) -> Markup {
    let [when, begun, sent] = head;
    html! {
        div class="scroll" tabindex="0" role="region" aria-label=(title) {
            table class="table" {
                thead { tr {
                    th scope="col" { (when) }
                    th scope="col" class="r" { (begun) }
                    th scope="col" class="r" { (sent) }
                } }
                tbody { @for (when, begun, sent) in rows { tr {
                    th scope="row" { (when) }
                    td class="r" { (begun) }
                    td class="r" { (sent) }
                } } }
            }
        }
    }
}
