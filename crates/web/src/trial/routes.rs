//! What the tests of every app's routes share: addresses with places, what is asked, what is seen.

use std::collections::BTreeMap;
use std::fmt;

use store::AccountId;

use super::{Reply, Site, Visitor};

/// Led to the sign-in page, and back afterwards.
pub const SIGN_IN: &str = "sign in";
/// No route asks more of the database.
const MOST_STATEMENTS: usize = 5;

/// The values of an address's places, by their names.
pub type Places = BTreeMap<&'static str, String>;

/// A route, and what happens to each of the people who ask.
///
/// `{attempt=replaced}` is the parameter `attempt` of the route, and the value to put in its place: one of the test's
/// places, or the text itself. `…` stands for whatever follows.
pub struct Row<const N: usize>(pub &'static str, pub &'static str, pub [&'static str; N]);

/// The routes of an app, and what happens to whoever asks.
pub struct Table<const N: usize> {
    /// Everybody who asks; the first is a stranger.
    pub who: [&'static str; N],
    /// The routes, in an order where no row disturbs those that follow.
    pub rows: &'static [Row<N>],
}

impl<const N: usize> Table<N> {
    /// Asks every route as everybody, each with a session of their own: the stranger, then the owners of these accounts.
    pub async fn visits(&self, site: &Site, accounts: &[AccountId], places: &Places) -> Vec<Visit> {
        assert_eq!(accounts.len() + 1, N, "an account for each of {:?} but the first", self.who);
        let mut visits = Vec::new();
        for Row(method, pattern, outcomes) in self.rows {
            for (place, (who, outcome)) in self.who.iter().zip(outcomes).enumerate() {
                let visitor = match place.checked_sub(1).and_then(|place| accounts.get(place)) {
                    Some(account) => site.signed_in(*account).await,
                    None => site.guest(),
                };
                visits.push(Visit::make(&visitor, (*method, *pattern), (*who, *outcome), places).await);
            }
        }
        visits
    }

    /// Makes sure that every route of a router, read in its source, has a row (there are more than `fewest`), and that
    /// whatever can be posted to can be opened: whoever was led away from a form comes back with a plain link.
    pub fn covers(&self, source: &str, fewest: usize) {
        let known: Vec<(String, &str)> =
            self.rows.iter().map(|Row(method, path, _)| (route(path), *method)).collect();
        let routes = routes_of(source);
        assert!(routes.len() > fewest, "{} routes were read: {routes:?}", routes.len());
        for (path, methods) in routes {
            assert!(methods.contains(&"GET"), "{path} cannot be opened");
            for method in methods {
                assert!(known.contains(&(path.clone(), method)), "{method} {path} has no row");
            }
        }
    }
}

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
fn route(pattern: &str) -> String {
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
fn routes_of(source: &str) -> Vec<(String, Vec<&'static str>)> {
    let calls = source.split(".route(").skip(1).map(until_closed);
    let read = calls.filter_map(|call| {
        let (_, rest) = call.split_once('"')?;
        let (path, handlers) = rest.split_once('"')?;
        let methods = [("get(", "GET"), ("post(", "POST")].into_iter();
        let methods = methods.filter(|(word, _)| handlers.contains(word)).map(|(_, method)| method);
        Some((path.to_owned(), methods.collect()))
    });
    read.collect()
}

/// The beginning of a text, up to the parenthesis that closes what was opened before it.
fn until_closed(text: &str) -> &str {
    let mut open = 1;
    let end = text.find(|letter| {
        open += match letter {
            '(' => 1,
            ')' => -1,
            _ => 0,
        };
        open == 0
    });
    end.and_then(|end| text.get(..end)).unwrap_or(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn routes_are_read_over_several_lines() {
        let source = r#"
            Router::new()
                .route("/a", get(a::show))
                .route(
                    "/b/{b}",
                    get(b::show).post(b::create).layer(roomy()),
                )
                .nest(get(post(nothing)))
        "#;
        let expected = [("/a".to_owned(), vec!["GET"]), ("/b/{b}".to_owned(), vec!["GET", "POST"])];
        assert_eq!(routes_of(source), expected);
    }
}
