//! A publication on a social network.

use super::reading::{Piece, filled, list, maybe, maybe_list, pair, paragraph, plain, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Post {
    /// The name shown.
    pub author: String,
    /// The name of the account.
    pub handle: Option<String>,
    /// When, in words.
    pub at: String,
    /// Who may see it, in words.
    pub audience: Option<String>,
    /// Its paragraphs.
    pub text: Vec<Vec<Piece>>,
    /// What was counted: a name and a number.
    pub counts: Vec<(String, String)>,
    /// What others wrote under it.
    pub comments: Vec<Comment>,
}

/// What somebody wrote under a publication.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Comment {
    /// The name shown.
    pub author: String,
    /// When, in words.
    pub at: Option<String>,
    /// What it says.
    pub text: Vec<Piece>,
}

const PARAGRAPHS: usize = 6;
const COUNTS: usize = 5;
const COMMENTS: usize = 10;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Post> {
    at.only(&["kind", "title", "author", "handle", "at", "audience", "text", "counts", "comments"])?;
    Ok(Post {
        author: filled(at.key("author")?, lang)?,
        handle: maybe(at, "handle", |handle| filled(handle, lang))?,
        at: filled(at.key("at")?, lang)?,
        audience: maybe(at, "audience", |audience| prose(audience, lang))?,
        text: list(at.key("text")?, PARAGRAPHS, |item| paragraph(item, lang))?,
        counts: maybe_list(at, "counts", COUNTS, |item| pair(item, lang))?,
        comments: maybe_list(at, "comments", COMMENTS, |item| comment(item, lang))?,
    })
}

fn comment(at: At<'_>, lang: Lang) -> Shape<Comment> {
    at.only(&["author", "at", "text"])?;
    Ok(Comment {
        author: filled(at.key("author")?, lang)?,
        at: maybe(at, "at", |when| filled(when, lang))?,
        text: paragraph(at.key("text")?, lang)?,
    })
}

impl Post {
    pub(crate) fn lines(&self) -> Vec<String> {
        let told = |text: &Option<String>, none: &str| text.clone().unwrap_or_else(|| none.to_owned());
        let (handle, audience) = (told(&self.handle, "no handle"), told(&self.audience, "no audience"));
        let mut lines = vec![format!("{} ({handle}), {}, {audience}", self.author, self.at)];
        lines.extend(self.text.iter().map(|pieces| plain(pieces)));
        lines.extend(self.counts.iter().map(|(name, count)| format!("[count] {name}: {count}")));
        lines.extend(self.comments.iter().map(|one| {
            format!("[comment] {}, {}: {}", one.author, told(&one.at, "no time"), plain(&one.text))
        }));
        lines
    }
}
