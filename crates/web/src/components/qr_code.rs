//! A text that a telephone reads: black squares on white paper, whatever the theme.

use std::fmt::Write;

use maud::{Markup, html};
use qrcodegen::{QrCode, QrCodeEcc};

/// White squares around the code: without them readers do not find it.
const QUIET: i32 = 4;

/// The code of a text, described by a label; nothing for a text that is too long for one (2,331 bytes).
#[must_use]
pub fn qr_code(text: &str, label: &str) -> Markup {
    let Ok(code) = QrCode::encode_text(text, QrCodeEcc::Medium) else { return html! {} };
    let side = code.size() + 2 * QUIET;
    html! {
        svg class="qr" viewBox={ "0 0 " (side) " " (side) } shape-rendering="crispEdges" role="img" aria-label=(label) {
            path d=(squares(&code)) {}
        }
    }
}

/// The black squares, those side by side in one stroke.
fn squares(code: &QrCode) -> String {
    let mut path = String::new();
    for y in 0..code.size() {
        let mut x = 0;
        while x < code.size() {
            let run =
                (x..code.size()).take_while(|place| code.get_module(*place, y)).fold(0, |run, _| run + 1);
            if run > 0 {
                // Writing into a String never fails.
                let _ = write!(path, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    path
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The squares that a path paints.
    fn painted(path: &str) -> Vec<(i32, i32)> {
        let strokes = path.split('M').filter(|stroke| !stroke.is_empty());
        let each = strokes.flat_map(|stroke| {
            let (place, rest) = stroke.split_once('h').expect("a stroke");
            let (x, y) = place.split_once(' ').expect("a place");
            let run: i32 = rest.split_once('v').expect("a length").0.parse().expect("a number");
            let (x, y): (i32, i32) = (x.parse().expect("a number"), y.parse().expect("a number"));
            (0..run).map(move |step| (x + step - QUIET, y - QUIET)).collect::<Vec<_>>()
        });
        each.collect()
    }

    #[test]
    fn every_square_is_painted_once() {
        for text in ["A", "https://pix.example/sign-in?identifier=lea.garrigue1212"] {
            let code = QrCode::encode_text(text, QrCodeEcc::Medium).expect("a code");
            let all = (0..code.size()).flat_map(|y| (0..code.size()).map(move |x| (x, y)));
            let black: Vec<_> = all.filter(|(x, y)| code.get_module(*x, *y)).collect();
            assert_eq!(painted(&squares(&code)), black, "{text}");
        }
    }

    #[test]
    fn it_is_named_and_a_text_that_is_too_long_has_none() {
        let drawn = qr_code("A", "Se connecter").into_string();
        assert!(
            drawn.contains("viewBox=\"0 0 29 29\"") && drawn.contains("aria-label=\"Se connecter\""),
            "{drawn}"
        );
        assert_eq!(qr_code(&"é".repeat(1_500), "x").into_string(), "");
    }
}
