//! Asking before something is lost: consequences spelled out, in the page, without a dialog.

use maud::{Markup, Render, html};

use super::button::{Button, csrf_field};

/// A question with its consequences, one button that does it and one way out.
#[derive(Debug, Clone, Copy)]
pub struct Confirm<'a> {
    /// The question.
    pub title: &'a str,
    /// What will change, one line each.
    pub consequences: &'a [&'a str],
    /// Where doing it posts to.
    pub action: &'a str,
    /// The token against forged posts.
    pub csrf: &'a str,
    /// The words on the button that does it: a verb, never "Oui".
    pub verb: &'a str,
    /// The words and the address of the way out.
    pub cancel: (&'a str, &'a str),
    /// Whether something is lost for good.
    pub danger: bool,
}

impl Render for Confirm<'_> {
    fn render(&self) -> Markup {
        let verb = Button::submit(self.verb);
        let verb = if self.danger { verb.danger() } else { verb };
        html! {
            section class={ "confirm" (if self.danger { " confirm--danger" } else { "" }) } aria-labelledby="confirm" {
                h2 id="confirm" { (self.title) }
                ul { @for line in self.consequences { li { (line) } } }
                form class="actions" method="post" action=(self.action) {
                    (csrf_field(self.csrf)) (verb) (Button::link(self.cancel.0, self.cancel.1).quiet())
                }
            }
        }
    }
}
