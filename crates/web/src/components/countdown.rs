//! The time left for a question: in words as the page is sent, then counted down where scripts run.

use maud::{Markup, Render, html};

use super::icon::Icon;
use crate::Words;

/// The clock of a question. It only shows: the time is kept by the server.
#[derive(Clone, Copy)]
pub struct Countdown {
    /// The language of the texts.
    pub words: Words,
    /// The seconds allowed.
    pub limit: u32,
    /// The seconds left when the page is sent.
    pub left: u32,
}

impl Render for Countdown {
    fn render(&self) -> Markup {
        let words = self.words;
        if self.left == 0 {
            return html! { div class="countdown countdown--over" { p class="countdown__text" { (Icon::Clock) span { (words.say("countdown-over")) } } } };
        }
        html! {
            div class="countdown" data-countdown=(self.left) data-over=(words.say("countdown-over"))
                data-60=(words.say("countdown-60")) data-30=(words.say("countdown-30"))
                data-10=(words.say("countdown-10")) {
                p class="countdown__text" {
                    (Icon::Clock)
                    span data-static { (words.with("countdown-shown", &[("left", duration(words, self.left).into())])) }
                    span data-live hidden { (words.say("countdown-left")) " " b data-clock {} }
                }
                progress class="meter" aria-hidden="true" value=(self.left) max=(self.limit.max(self.left)) {}
                p class="visually-hidden" role="status" data-said {}
            }
        }
    }
}

/// A duration in minutes and seconds: `2 minutes`, `1 minute 30 secondes`, `45 secondes`.
#[must_use]
pub fn duration(words: Words, seconds: u32) -> String {
    let (minutes, rest) = (seconds / 60, seconds % 60);
    let minute = || words.with("duration-minutes", &[("n", minutes.into())]);
    let second = || words.with("duration-seconds", &[("n", rest.into())]);
    match (minutes, rest) {
        (0, _) => second(),
        (_, 0) => minute(),
        _ => format!("{} {}", minute(), second()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn a_duration_is_read_in_both_languages() {
        let check = |lang, seconds, expected: &str| {
            assert_eq!(duration(Words::of(lang), seconds).replace('\u{a0}', " "), expected);
        };
        check(Lang::Fr, 120, "2 minutes");
        check(Lang::Fr, 61, "1 minute 1 seconde");
        check(Lang::Fr, 45, "45 secondes");
        check(Lang::Fr, 0, "0 seconde");
        check(Lang::En, 90, "1 minute 30 seconds");
        check(Lang::En, 0, "0 seconds");
    }

    #[test]
    fn the_time_left_is_told_without_a_script() {
        let words = Words::of(Lang::Fr);
        let shown = Countdown { words, limit: 120, left: 92 }.render().into_string();
        assert!(shown.contains("1 minute 32 secondes") && shown.contains("data-countdown=\"92\""), "{shown}");
        assert!(shown.contains("value=\"92\" max=\"120\"") && shown.contains("role=\"status\""), "{shown}");
        let over = Countdown { words, limit: 120, left: 0 }.render().into_string();
        assert!(over.contains(words.say("countdown-over")) && !over.contains("data-countdown"), "{over}");
    }
}
