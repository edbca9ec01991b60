//! Links of the bank's texts: one that leads to the web opens a new window, and says so in words before one follows it.

use pulldown_cmark::{Event, Tag, TagEnd};

use crate::html::escape_into;
use crate::lang::Lang;

/// The links of one text, event by event. Markdown has no link inside a link.
#[derive(Default)]
pub(crate) struct Links {
    /// Whether the link under way leads to the web.
    web: bool,
}

impl Links {
    /// The event as it goes to the page.
    pub fn prepared<'a>(&mut self, lang: Lang, event: Event<'a>) -> Event<'a> {
        match event {
            Event::Start(Tag::Link { ref dest_url, .. }) if leads_to_the_web(dest_url) => {
                self.web = true;
                let mut html = "<a href=\"".to_owned();
                escape_into(&mut html, dest_url);
                html.push_str("\" target=\"_blank\" rel=\"noopener noreferrer\">");
                Event::InlineHtml(html.into())
            }
            Event::End(TagEnd::Link) if self.web => {
                self.web = false;
                let said = match lang {
                    Lang::Fr => "(nouvelle\u{a0}fenêtre)",
                    Lang::En => "(new\u{a0}window)",
                };
                Event::InlineHtml(format!(" <small>{said}</small></a>").into())
            }
            other => other,
        }
    }
}

fn leads_to_the_web(url: &str) -> bool {
    url.starts_with("https://") || url.starts_with("http://")
}
