//! Diagrams of lessons: a few lines of text that become a figure of real lists, read aloud as well as seen.
//!
//! A fenced block named `diagram` and its kind holds the caption, then a line per piece: `label | note`.
//! - `steps`: what follows what;
//! - `tree`: what is inside what, two spaces deeper each time;
//! - `parts`: how a written thing (an address, a path) is made, piece by piece;
//! - `bars`: quantities side by side, `label | number | the quantity in words`.

use pulldown_cmark::{CodeBlockKind, Event, Tag, TagEnd};

use crate::html::escape_into;
use crate::lang::Lang;
use crate::typography::typeset;

/// The diagrams of one text, event by event.
#[derive(Default)]
pub(crate) struct Diagrams {
    /// The kind of the diagram under way.
    kind: Option<String>,
}

impl Diagrams {
    /// The HTML that takes the event's place, empty around the drawing; none where no diagram is under way. The error
    /// says what is wrong with the diagram.
    pub fn drawn(&mut self, lang: Lang, event: &Event<'_>) -> Result<Option<String>, String> {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(name))) if name.starts_with("diagram") => {
                self.kind = Some(name.trim_start_matches("diagram").trim().to_owned());
                Ok(Some(String::new()))
            }
            Event::Text(text) => self.kind.as_ref().map(|kind| drawn(lang, kind, text)).transpose(),
            Event::End(TagEnd::CodeBlock) => Ok(self.kind.take().map(|_| String::new())),
            _ => Ok(None),
        }
    }
}

/// One line of a diagram: how deep it stands, and what stands between its bars.
struct Line<'a> {
    depth: usize,
    cells: Vec<&'a str>,
}

fn drawn(lang: Lang, kind: &str, text: &str) -> Result<String, String> {
    let mut lines = text.lines().filter(|line| !line.trim().is_empty());
    let caption = lines.next().unwrap_or_default().trim();
    let lines: Vec<Line<'_>> = lines.map(line).collect();
    if lines.len() < 2 {
        return Err("a diagram needs a caption, then at least two lines".to_owned());
    }
    let body = match kind {
        "steps" => steps(lang, &lines),
        "tree" => tree(lang, &lines)?,
        "parts" => parts(lang, &lines)?,
        "bars" => bars(lang, &lines)?,
        other => return Err(format!("diagram \"{other}\": expected steps, tree, parts or bars")),
    };
    let mut html = format!("<figure class=\"diagram diagram--{kind}\"><figcaption>");
    put(&mut html, lang, caption);
    html.push_str("</figcaption>");
    html.push_str(&body);
    html.push_str("</figure>\n");
    Ok(html)
}

fn line(text: &str) -> Line<'_> {
    let depth = (text.len() - text.trim_start_matches(' ').len()) / 2;
    Line { depth, cells: text.split('|').map(str::trim).collect() }
}

fn steps(lang: Lang, lines: &[Line<'_>]) -> String {
    let mut html = "<ol>".to_owned();
    for line in lines {
        html.push_str("<li>");
        named(&mut html, lang, line);
        html.push_str("</li>");
    }
    html + "</ol>"
}

/// Nested lists: a deeper line opens a list inside the piece before it.
fn tree(lang: Lang, lines: &[Line<'_>]) -> Result<String, String> {
    let mut html = "<ul>".to_owned();
    let mut depth = 0;
    for (number, line) in lines.iter().enumerate() {
        if line.depth > depth + 1 || number == 0 && line.depth > 0 {
            return Err("tree: expected two spaces more than the line above, no more".to_owned());
        }
        if number > 0 && line.depth > depth {
            html.push_str("<ul>");
        } else if number > 0 {
            html.push_str("</li>");
            html.push_str(&"</ul></li>".repeat(depth - line.depth));
        }
        html.push_str("<li>");
        named(&mut html, lang, line);
        depth = line.depth;
    }
    html.push_str("</li>");
    html.push_str(&"</ul></li>".repeat(depth));
    Ok(html + "</ul>")
}

fn parts(lang: Lang, lines: &[Line<'_>]) -> Result<String, String> {
    let mut html = "<dl>".to_owned();
    for line in lines {
        let [part, said] = line.cells.as_slice() else {
            return Err("parts: expected \"the piece | what it is\" on each line".to_owned());
        };
        html.push_str("<div><dt><code>");
        escape_into(&mut html, part);
        html.push_str("</code></dt> <dd>");
        put(&mut html, lang, said);
        html.push_str("</dd></div>");
    }
    Ok(html + "</dl>")
}

/// The longest bar is as wide as the figure; the words beside it say the quantity.
fn bars(lang: Lang, lines: &[Line<'_>]) -> Result<String, String> {
    let mut sizes = Vec::new();
    for line in lines {
        let size = line.cells.get(1).and_then(|size| size.parse::<f64>().ok());
        match (size.filter(|size| *size > 0.0 && size.is_finite()), line.cells.len()) {
            (Some(size), 3) => sizes.push(size),
            _ => return Err("bars: expected \"label | number above 0 | quantity in words\"".to_owned()),
        }
    }
    let longest = sizes.iter().copied().fold(0.0, f64::max);
    let mut html = "<dl>".to_owned();
    for (line, size) in lines.iter().zip(sizes) {
        let (label, said) = (line.cells.first().unwrap_or(&""), line.cells.get(2).unwrap_or(&""));
        html.push_str("<div><dt>");
        put(&mut html, lang, label);
        html.push_str(
            "</dt> <dd><svg viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">",
        );
        html.push_str(&format!("<rect width=\"{:.1}\" height=\"4\"/></svg> ", 100.0 * size / longest));
        put(&mut html, lang, said);
        html.push_str("</dd></div>");
    }
    Ok(html + "</dl>")
}

/// A label, and its note where it has one.
fn named(html: &mut String, lang: Lang, line: &Line<'_>) {
    html.push_str("<b>");
    put(html, lang, line.cells.first().unwrap_or(&""));
    html.push_str("</b>");
    if let Some(note) = line.cells.get(1) {
        html.push_str(" <span>");
        put(html, lang, note);
        html.push_str("</span>");
    }
}

fn put(html: &mut String, lang: Lang, text: &str) {
    escape_into(html, &typeset(lang, text));
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(kind: &str, text: &str, expected: Result<&str, &str>) {
        let drawn = drawn(Lang::En, kind, text);
        let found = drawn.as_deref().map(str::trim).map_err(String::as_str);
        assert_eq!(found, expected, "{kind}: {text}");
    }

    #[test]
    fn lines_become_lists() {
        let figure = |kind: &str, body: &str| {
            format!("<figure class=\"diagram diagram--{kind}\"><figcaption>C</figcaption>{body}</figure>")
        };
        let steps = figure("steps", "<ol><li><b>One</b> <span>&lt;b&gt;</span></li><li><b>Two</b></li></ol>");
        check("steps", "C\nOne | <b>\nTwo", Ok(&steps));
        let tree =
            "<ul><li><b>a</b><ul><li><b>b</b><ul><li><b>c</b></li></ul></li></ul></li><li><b>d</b></li></ul>";
        check("tree", "C\na\n  b\n    c\nd", Ok(&figure("tree", tree)));
        let parts = "<dl><div><dt><code>https://</code></dt> <dd>way</dd></div>\
                     <div><dt><code>a.example</code></dt> <dd>site</dd></div></dl>";
        check("parts", "C\nhttps:// | way\na.example | site", Ok(&figure("parts", parts)));
        let svg = "<svg viewBox=\"0 0 100 4\" preserveAspectRatio=\"none\" aria-hidden=\"true\">";
        let bars = format!(
            "<dl><div><dt>Text</dt> <dd>{svg}<rect width=\"2.0\" height=\"4\"/></svg> 2 kB</dd></div>\
             <div><dt>Photo</dt> <dd>{svg}<rect width=\"100.0\" height=\"4\"/></svg> 100 kB</dd></div></dl>"
        );
        check("bars", "C\nText | 2 | 2 kB\nPhoto | 100 | 100 kB", Ok(&figure("bars", &bars)));
    }

    #[test]
    fn a_wrong_diagram_is_refused() {
        check("steps", "C\nOne", Err("a diagram needs a caption, then at least two lines"));
        check("wheel", "C\na\nb", Err("diagram \"wheel\": expected steps, tree, parts or bars"));
        let deep = Err("tree: expected two spaces more than the line above, no more");
        check("tree", "C\na\n    b", deep);
        check("tree", "C\n  a\nb", deep);
        check("parts", "C\na\nb", Err("parts: expected \"the piece | what it is\" on each line"));
        let bars = Err("bars: expected \"label | number above 0 | quantity in words\"");
        check("bars", "C\na | 1 | one\nb | none | 0", bars);
        check("bars", "C\na | 0 | none\nb | 1 | one", bars);
    }
}
