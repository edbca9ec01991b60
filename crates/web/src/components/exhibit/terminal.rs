//! A terminal: commands after their prompt, and answers.

use content::{Terminal, TerminalLine};
use maud::{Markup, html};

/// The lines, each on its own: what is too wide scrolls.
pub fn terminal(terminal: &Terminal) -> Markup {
    html! {
        pre class="terminal" { @for line in &terminal.lines { @match line {
            TerminalLine::Typed(text) => { span class="terminal__prompt" { (terminal.prompt) } " " kbd { (text) } "\n" },
            TerminalLine::Answered(text) => { samp { (text) } "\n" },
        } } }
    }
}
