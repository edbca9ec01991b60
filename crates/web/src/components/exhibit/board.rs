//! A board of squares: a table whose drawings have words, and below it what each drawing is.

use std::collections::BTreeSet;

use content::{Board, Drawn, Square, column_name};
use maud::{Markup, html};

use crate::Words;
use crate::words::key;

/// More columns than this get smaller squares on a phone.
const NARROW: usize = 6;

/// The squares under the names of their columns, then what is drawn on them.
pub fn board(words: Words, board: &Board, title: &str) -> Markup {
    let width = board.rows.first().map_or(0, Vec::len);
    let drawn = |square: &Square| if let Square::Drawn(drawn) = square { Some(*drawn) } else { None };
    let used: BTreeSet<Drawn> = board.rows.iter().flatten().filter_map(drawn).collect();
    // Where some squares are painted white, those that are not get a dot.
    let dotted =
        used.contains(&Drawn::White) && board.rows.iter().flatten().any(|square| *square == Square::Empty);
    html! {
        div."board"."board--dotted"[dotted]."board--wide"[width > NARROW] {
            table {
                caption class="visually-hidden" { (title) }
                thead { tr { td {} @for column in 0..width { th scope="col" { (column_name(column)) } } } }
                tbody {
                    @for (number, row) in (1..).zip(&board.rows) {
                        tr { th scope="row" { (number) } @for square in row { (cell(words, square)) } }
                    }
                }
            }
            @if !used.is_empty() {
                ul class="board__key" aria-hidden="true" { @for one in used {
                    li { span class=(format!("board__square {}", class(one))) { (drawing(words, one)) } " " (words.say(name(one))) }
                } @if dotted { li { span class="board__square board__empty" {} " " (words.say("square-empty")) } } }
            }
        }
    }
}

fn cell(words: Words, square: &Square) -> Markup {
    match square {
        Square::Empty => {
            html! { td class="board__empty" { span class="visually-hidden" { (words.say("square-empty")) } } }
        }
        Square::Text(text) => html! { td { (text) } },
        Square::Drawn(drawn) => html! {
            td class=(class(*drawn)) { (drawing(words, *drawn)) span class="visually-hidden" { (words.say(name(*drawn))) } }
        },
    }
}

/// What is drawn on a square; a coloured one has the letter of its colour in a corner.
fn drawing(words: Words, drawn: Drawn) -> Markup {
    let letter =
        |key: &'static str| html! { span class="board__letter" aria-hidden="true" { (words.say(key)) } };
    let icon = |inside: Markup| html! { svg viewBox="0 0 24 24" aria-hidden="true" { (inside) } };
    let robot = |turn: u16| {
        icon(html! { g transform=[(turn > 0).then(|| format!("rotate({turn} 12 12)"))] {
            path d="M5.5 5h13v14.5h-13zM3 7.5v9.5M21 7.5v9.5" {}
            path class="board__front" d="M12 2l5.5 9.5h-11z" {}
        } })
    };
    match drawn {
        Drawn::Goal => icon(html! { path d="M7 21V3.5h11l-3 4 3 4H7" {} }),
        Drawn::Star => {
            icon(html! { path d="m12 3.5 2.6 5.6 6 .8-4.4 4.2 1.1 6-5.3-3-5.3 3 1.1-6L3.4 9.9l6-.8z" {} })
        }
        Drawn::RobotNorth => robot(0),
        Drawn::RobotEast => robot(90),
        Drawn::RobotSouth => robot(180),
        Drawn::RobotWest => robot(270),
        Drawn::Red => letter(key("square-red-letter")),
        Drawn::Green => letter(key("square-green-letter")),
        Drawn::Blue => letter(key("square-blue-letter")),
        Drawn::Yellow => letter(key("square-yellow-letter")),
        Drawn::Wall | Drawn::Black | Drawn::White => html! {},
    }
}

const fn class(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Wall => "board__wall",
        Drawn::Goal => "board__goal",
        Drawn::Star => "board__star",
        Drawn::RobotNorth | Drawn::RobotEast | Drawn::RobotSouth | Drawn::RobotWest => "board__robot",
        Drawn::Black => "board__black",
        Drawn::White => "board__white",
        Drawn::Red => "board__red",
        Drawn::Green => "board__green",
        Drawn::Blue => "board__blue",
        Drawn::Yellow => "board__yellow",
    }
}

fn name(drawn: Drawn) -> &'static str {
    match drawn {
        Drawn::Wall => key("square-wall"),
        Drawn::Goal => key("square-goal"),
        Drawn::Star => key("square-star"),
        Drawn::RobotNorth => key("square-robot-north"),
        Drawn::RobotEast => key("square-robot-east"),
        Drawn::RobotSouth => key("square-robot-south"),
        Drawn::RobotWest => key("square-robot-west"),
        Drawn::Black => key("square-black"),
        Drawn::White => key("square-white"),
        Drawn::Red => key("square-red"),
        Drawn::Green => key("square-green"),
        Drawn::Blue => key("square-blue"),
        Drawn::Yellow => key("square-yellow"),
    }
}
