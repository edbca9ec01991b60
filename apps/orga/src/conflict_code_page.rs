//! The numbers that pupils read out when an account is in the way of theirs: what happened, and what the teacher does.

use maud::{Markup, html};
use web::Words;
use web::words::key;

/// Each pair of numbers, when the pupil registers and when they are signed in already, and the keys of what it says.
const CODES: [(&str, &str, &str); 8] = [
    ("S51\u{a0}·\u{a0}R31", key("conflict-here-email"), key("conflict-here-email-do")),
    ("S52\u{a0}·\u{a0}R32", key("conflict-here-username"), key("conflict-here-username-do")),
    ("S53\u{a0}·\u{a0}R33", key("conflict-here-external"), key("conflict-here-external-do")),
    ("S61\u{a0}·\u{a0}R11", key("conflict-elsewhere-email"), key("conflict-elsewhere-email-do")),
    ("S62\u{a0}·\u{a0}R12", key("conflict-elsewhere-username"), key("conflict-elsewhere-username-do")),
    ("S63\u{a0}·\u{a0}R13", key("conflict-elsewhere-external"), key("conflict-elsewhere-external-do")),
    ("R70", key("conflict-other-pupil"), key("conflict-other-pupil-do")),
    ("R90", key("conflict-stranger"), key("conflict-stranger-do")),
];

/// The table of the numbers.
pub fn codes(words: Words) -> Markup {
    html! {
        div class="stack" {
            h2 id="codes" { (words.say("conflict-title")) }
            p { (words.say("conflict-lead")) }
            div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="codes" {
                table class="table table--people" {
                    thead { tr {
                        th scope="col" { (words.say("conflict-number")) }
                        th scope="col" { (words.say("conflict-what")) }
                        th scope="col" { (words.say("conflict-do")) }
                    } }
                    tbody { @for (numbers, what, to_do) in CODES { tr {
                        th scope="row" class="num" { strong { (numbers) } }
                        td { (words.say(what)) }
                        td data-label=(words.say("conflict-do")) { (words.say(to_do)) }
                    } } }
                }
            }
        }
    }
}
