//! A tree of folders: nested lists whose folders open and close without a script.

use content::Node;
use maud::{Markup, html};

use crate::Words;
use crate::components::icon::Icon;

/// The top of a tree.
pub fn tree(words: Words, nodes: &[Node]) -> Markup {
    html! { ul class="tree" { (branches(words, nodes)) } }
}

fn branches(words: Words, nodes: &[Node]) -> Markup {
    html! { @for node in nodes { li { (branch(words, node)) } } }
}

fn branch(words: Words, node: &Node) -> Markup {
    if !node.folder {
        return html! { div class="tree__leaf" { (Icon::Document) (named(node)) } };
    }
    html! {
        details open[node.open] {
            summary { (Icon::Chevron.classed("chev")) (Icon::Folder) span class="visually-hidden" { (words.say("exhibit-folder")) " " } (named(node)) }
            @if node.children.is_empty() {
                ul { li { div class="tree__leaf muted" { (words.say("exhibit-empty-folder")) } } }
            } @else {
                ul { (branches(words, &node.children)) }
            }
        }
    }
}

fn named(node: &Node) -> Markup {
    html! {
        span class="tree__name" { (node.name) }
        @if let Some(note) = &node.note { span class="tree__note" { (note) } }
    }
}
