//! A programme: numbered lines, nested blocks drawn as bars at their left. A listener is told the level of each line.

use content::{Program, ProgramLine};
use maud::{Markup, html};

use crate::Words;
use crate::words::Value;

/// The lines; what is too wide scrolls.
pub fn program(words: Words, program: &Program) -> Markup {
    let nested = program.lines.iter().any(|line| line.level > 0);
    let levels = program.lines.iter().map(|line| line.level).skip(1).chain([0]);
    html! {
        ol class="program" {
            @for ((number, line), next) in (1..).zip(&program.lines).zip(levels) {
                li {
                    @if program.numbered { span class="program__number" { (number) } " " }
                    @if nested { span class="visually-hidden" { (told(words, line)) " " } }
                    @for level in 1..=line.level { span class=(format!("program__bar program__bar--{level}")) aria-hidden="true" {} }
                    code class=[(next > line.level).then(|| format!("program__head program__bar--{}", line.level + 1))] {
                        @if line.text.is_empty() { br; } @else { (line.text) }
                    }
                }
            }
        }
    }
}

fn told(words: Words, line: &ProgramLine) -> String {
    words.with("exhibit-program-level", &[("level", Value::from(line.level))])
}
