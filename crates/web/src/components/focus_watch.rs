//! The watch of a question that asks to stay on its page: it dims the question, says why, and tells the server once.

use maud::{Markup, Render, html};

use super::banner::{Tone, banner};
use super::button::csrf_field;
use crate::Words;

/// The watch. Without a script it only says what is known already.
#[derive(Clone, Copy)]
pub struct FocusWatch<'a> {
    /// The language of the texts.
    pub words: Words,
    /// Where leaving is told.
    pub action: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
    /// Whether the page was left already.
    pub left: bool,
}

impl Render for FocusWatch<'_> {
    fn render(&self) -> Markup {
        let told = banner(Tone::Warn, &html! { p { (self.words.say("focus-left")) } });
        html! {
            form class="focus" data-focus action=(self.action) method="post" data-known[self.left] {
                (csrf_field(self.csrf))
                div role="status" { div data-told hidden[!self.left] { (told) } }
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Lang;

    #[test]
    fn leaving_is_said_once_it_is_known() {
        let words = Words::of(Lang::Fr);
        let watch = |left| FocusWatch { words, action: "/here", csrf: "t", left }.render().into_string();
        assert!(watch(false).contains("data-told hidden") && watch(false).contains("action=\"/here\""));
        assert!(!watch(true).contains("hidden>") && watch(true).contains("data-known"), "{}", watch(true));
    }
}
