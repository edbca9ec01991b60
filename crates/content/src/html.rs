//! Text made safe to put into a page.

use std::fmt;

/// HTML this crate made from the bank's Markdown and from escaped values: safe to put into a page.
#[derive(Clone, Debug, Default, PartialEq, Eq, Hash)]
pub struct Html(String);

impl Html {
    pub(crate) const fn trusted(html: String) -> Self {
        Self(html)
    }

    /// The HTML as text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// What a reader sees: tags removed, entities resolved, a space between blocks.
    #[must_use]
    pub fn plain(&self) -> String {
        let mut text = String::with_capacity(self.0.len());
        let mut rest = self.0.as_str();
        while let Some((before, tag)) = rest.split_once('<') {
            text.push_str(before);
            let (tag, after) = tag.split_once('>').unwrap_or((tag, ""));
            if [
                "p",
                "/p",
                "br",
                "li",
                "/li",
                "tr",
                "/td",
                "/th",
                "h2",
                "/h2",
                "h3",
                "/h3",
                "pre",
                "/pre",
                "dt",
                "figcaption",
                "/figcaption",
            ]
            .contains(&tag.trim_end_matches([' ', '/']))
            {
                text.push(' ');
            }
            rest = after;
        }
        text.push_str(rest);
        let text = text.replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"");
        text.replace("&#39;", "'").replace("&amp;", "&").trim().to_owned()
    }
}

impl fmt::Display for Html {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// Adds a plain text to HTML, with the characters that mean something there escaped.
pub(crate) fn escape_into(html: &mut String, text: &str) {
    for character in text.chars() {
        match character {
            '&' => html.push_str("&amp;"),
            '<' => html.push_str("&lt;"),
            '>' => html.push_str("&gt;"),
            '"' => html.push_str("&quot;"),
            '\'' => html.push_str("&#39;"),
            other => html.push(other),
        }
    }
}
