//! What the tests of every app's routes share: addresses with places, what is asked, what is seen.

use std::collections::BTreeMap;
use std::fmt;

use super::{Reply, Visitor};

/// Led to the sign-in page, and back afterwards.
pub const SIGN_IN: &str = "sign in";
/// No route asks more of the database.
const MOST_STATEMENTS: usize = 5;

/// The values of an address's places, by their names.
pub type Places = BTreeMap<&'static str, String>;

/// A route asked by somebody.
pub struct Visit {
    /// GET or POST.
    pub method: &'static str,
    /// The address.
    pub path: String,
    /// Who asks.
    pub who: &'static str,
    /// What must happen: a status, and for a redirect where it leads; `…` stands for whatever follows.
    pub expected: String,
    /// What happened.
    pub reply: Reply,
}

impl Visit {
    /// Asks a route; `outcome` is what must happen, or [`SIGN_IN`]. `{name}` and `{name=value}` in the pattern are
    /// replaced by the place of that name or value, or by the text itself.
    pub async fn make(
        visitor: &Visitor<'_>,
        (method, pattern): (&'static str, &str),
        (who, outcome): (&'static str, &str),
        places: &Places,
    ) -> Self {
        let path = filled(pattern, places);
        let expected = if outcome == SIGN_IN { sign_in(&path) } else { filled(outcome, places) };
        let reply = if method == "GET" { visitor.get(&path).await } else { visitor.post(&path, "").await };
        Self { method, path, who, expected, reply }
    }

    /// Makes sure that what must happen happened.
    pub fn is_as_expected(&self) {
        let seen = self.reply.outcome();
        let as_expected = match self.expected.strip_suffix('…') {
            Some(beginning) => seen.starts_with(beginning),
            None => seen == self.expected,
        };
        assert!(as_expected, "{self}: {seen} instead of {}", self.expected);
    }

    /// Makes sure that the database was asked little; gives how many statements there were.
    pub fn is_cheap(&self) -> usize {
        let count = self.reply.tally.statements.len();
        assert!(count <= MOST_STATEMENTS, "{self}: {count} {:#?}", self.reply.tally.statements);
        count
    }

    /// Makes sure that reading wrote nothing but the use of a session.
    pub fn writes_nothing_by_reading(&self) {
        if self.method != "GET" {
            return;
        }
        let writes: Vec<_> = self.reply.tally.statements.iter().filter(|sql| !is_read(sql)).collect();
        let only_the_session = writes.iter().all(|sql| sql.contains(" session SET seen_at"));
        assert!(only_the_session && writes.len() <= 1, "{self}: {writes:#?}");
    }
}

impl fmt::Display for Visit {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "{} {} as {}", self.method, self.path, self.who)
    }
}

/// Statements are written in the store; only their first word is looked at here.
fn is_read(sql: &str) -> bool {
    sql.split_whitespace().next() == Some("SELECT")
}

fn sign_in(path: &str) -> String {
    let next: String = form_urlencoded::byte_serialize(path.as_bytes()).collect();
    format!("303 /sign-in?next={next}")
}

/// A pattern with each `{name}` or `{name=value}` replaced.
pub fn filled(pattern: &str, places: &Places) -> String {
    pieces(pattern, |name, value| {
        let value = value.unwrap_or(name);
        places.get(value).map_or(value, String::as_str).to_owned()
    })
}

/// The route of a pattern: without the values.
pub fn route(pattern: &str) -> String {
    pieces(pattern, |name, _| format!("{{{name}}}"))
}

fn pieces(pattern: &str, replaced: impl Fn(&str, Option<&str>) -> String) -> String {
    let mut text = String::new();
    let mut rest = pattern;
    while let Some((before, after)) = rest.split_once('{') {
        let (inside, after) = after.split_once('}').expect("a closing brace");
        let (name, value) =
            inside.split_once('=').map_or((inside, None), |(name, value)| (name, Some(value)));
        text += before;
        text += &replaced(name, value);
        rest = after;
    }
    text + rest
}

/// The paths and methods of the router, read in its source.
pub fn routes_of(source: &str) -> Vec<(String, Vec<&'static str>)> {
    let lines = source.lines().filter_map(|line| line.trim().strip_prefix(".route(\""));
    let methods = |handlers: &str| {
        [("get(", "GET"), ("post(", "POST")]
            .into_iter()
            .filter(|(word, _)| handlers.contains(word))
            .map(|(_, method)| method)
            .collect()
    };
    lines
        .filter_map(|line| line.split_once('"'))
        .map(|(path, handlers)| (path.to_owned(), methods(handlers)))
        .collect()
}
