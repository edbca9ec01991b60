//! The search of a mini-web: which pages hold the words asked for, in an order that depends on nothing else.

use std::cmp::Reverse;

use super::{Web, WebPage, WebSite};
use crate::lang::Lang;
use crate::natives::unaccented;

/// The most results of a page.
const SHOWN: usize = 10;
/// A word in the title counts for so many in the content.
const TITLE: usize = 3;
/// The words of an excerpt before and after the word found.
const AROUND: (usize, usize) = (6, 12);
/// Words of more letters than this match their plural.
const SHORT: usize = 3;

/// Little words that say nothing of what is sought.
const EMPTY_FR: &str = "a ai au aux avec c ce ces cet cette comment d dans de des du elle en est et il ils j je l la \
    le les leur leurs m ma mes mon n ne nous on ou par pas pour qu quand que quel quelle quelles quels qui s sa se ses \
    son sont sur t ton tu un une vos votre vous y";
const EMPTY_EN: &str = "a an and are at be by can do does for from has have how i in is it its me my of on or our s \
    she t that the their they this to was we what when where which who with you your";

/// What a search found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found<'a> {
    /// The best pages, at most ten.
    pub hits: Vec<Hit<'a>>,
    /// How many pages were found in all.
    pub total: usize,
}

/// A page found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hit<'a> {
    /// Its site.
    pub site: &'a WebSite,
    /// The page.
    pub page: &'a WebPage,
    /// Some words around the first one found.
    pub excerpt: String,
}

impl Web {
    /// The pages of the sites that hold what is asked for, of one year or of any.
    #[must_use]
    pub fn search(&self, asked: &str, year: Option<i16>) -> Found<'_> {
        let query = Query::read(asked, self.lang);
        let of_year =
            |page: &WebPage| year.is_none_or(|year| page.date.as_ref().is_some_and(|date| date.year == year));
        let mut ranked: Vec<(usize, &WebSite, &WebPage)> = self
            .pages()
            .filter(|(_, page)| of_year(page))
            .filter_map(|(site, page)| Some((query.score(site, page)?, site, page)))
            .collect();
        // The sort keeps the order written among equals.
        ranked.sort_by_key(|(score, _, _)| Reverse(*score));
        let total = ranked.len();
        let hit = |(_, site, page)| Hit { site, page, excerpt: query.excerpt(page) };
        Found { hits: ranked.into_iter().take(SHOWN).map(hit).collect(), total }
    }
}

/// A word or several between quotation marks.
struct Term<'a> {
    minus: bool,
    quoted: bool,
    text: &'a str,
}

/// What was typed, word by word; a quotation that does not end goes to the end.
fn terms(asked: &str) -> Vec<Term<'_>> {
    let quote = |sign: char| matches!(sign, '"' | '«' | '»' | '“' | '”');
    let mut terms = Vec::new();
    let mut rest = asked.trim_start();
    while !rest.is_empty() {
        let minus = rest.starts_with('-');
        let term = rest.strip_prefix('-').unwrap_or(rest);
        let inside = term.strip_prefix(quote);
        let (text, after) = match inside {
            Some(inside) => inside.split_once(quote).unwrap_or((inside, "")),
            None => term.split_once(char::is_whitespace).unwrap_or((term, "")),
        };
        terms.push(Term { minus, quoted: inside.is_some(), text });
        rest = after.trim_start();
    }
    terms
}

/// What was typed, taken apart.
#[derive(Debug, Default, PartialEq, Eq)]
struct Query {
    /// Words that count where they stand, in the singular.
    words: Vec<String>,
    /// Words that must stand together.
    phrases: Vec<Vec<String>>,
    /// Words that must not stand there.
    without: Vec<Vec<String>>,
    /// Hosts, or the ends of hosts, of which the page must have one.
    sites: Vec<String>,
}

impl Query {
    fn read(asked: &str, lang: Lang) -> Self {
        let empty = if lang == Lang::Fr { EMPTY_FR } else { EMPTY_EN };
        let mut query = Self::default();
        for Term { minus, quoted, text } in terms(asked) {
            let words = words_of(text);
            if let Some(host) = text.strip_prefix("site:").filter(|_| !quoted && !minus) {
                query.sites.push(host.trim_end_matches('/').to_lowercase());
            } else if words.is_empty() {
                continue;
            } else if minus {
                query.without.push(words);
            } else if quoted {
                query.phrases.push(words);
            } else {
                let full =
                    words.into_iter().filter(|word| !empty.split_whitespace().any(|empty| empty == word));
                query.words.extend(full.map(|word| singular(&word).to_owned()));
            }
        }
        query
    }

    /// How well a page answers; nothing when it does not at all.
    fn score(&self, site: &WebSite, page: &WebPage) -> Option<usize> {
        let on = |wanted: &String| site.host == *wanted || site.host.ends_with(&format!(".{wanted}"));
        if !self.sites.is_empty() && !self.sites.iter().any(on) {
            return None;
        }
        let (title, content) = (words_of(&page.title), words_of(&page.text()));
        if self.without.iter().any(|words| stand(words, &title) || stand(words, &content)) {
            return None;
        }
        let mut score = 0;
        for phrase in &self.phrases {
            let (above, below) = (together(phrase, &title), together(phrase, &content));
            if !above && !below {
                return None;
            }
            score += TITLE * usize::from(above) + usize::from(below);
        }
        for word in &self.words {
            score += TITLE * usize::from(holds(&title, word)) + usize::from(holds(&content, word));
        }
        let anything = self.words.is_empty() && self.phrases.is_empty() && !self.sites.is_empty();
        (score > 0 || anything).then_some(score)
    }

    /// Some words of the content around the first one asked for, or its beginning.
    fn excerpt(&self, page: &WebPage) -> String {
        let text = page.text();
        let words: Vec<&str> = text.split_whitespace().collect();
        let first = |word: &&str| {
            let parts = words_of(word);
            self.words.iter().any(|wanted| holds(&parts, wanted))
                || self
                    .phrases
                    .iter()
                    .filter_map(|phrase| phrase.first())
                    .any(|wanted| parts.contains(wanted))
        };
        let found = words.iter().position(first).unwrap_or(0);
        let from = found.saturating_sub(AROUND.0);
        let until = (found + AROUND.1).min(words.len());
        let shown: Vec<&str> = words.iter().skip(from).take(until - from).copied().collect();
        let before = if from > 0 { "… " } else { "" };
        let after = if until < words.len() { " …" } else { "" };
        format!("{before}{}{after}", shown.join(" "))
    }
}

/// The words of a text in small letters without accents.
fn words_of(text: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    for sign in text.chars().flat_map(char::to_lowercase) {
        match (unaccented(sign), words.last_mut()) {
            ("", Some(word)) if sign.is_alphanumeric() => word.push(sign),
            ("", _) => words.push(String::new()),
            (letters, Some(word)) => word.push_str(letters),
            (_, None) => {}
        }
    }
    words.retain(|word| !word.is_empty());
    words
}

/// A word without the mark of the plural.
fn singular(word: &str) -> &str {
    if word.chars().count() > SHORT { word.strip_suffix(['s', 'x']).unwrap_or(word) } else { word }
}

/// Whether a word stands in a text, in the singular or the plural.
fn holds(text: &[String], word: &str) -> bool {
    text.iter().any(|other| singular(other) == word)
}

/// Whether words stand in a text, together and as they are.
fn together(words: &[String], text: &[String]) -> bool {
    text.windows(words.len().max(1)).any(|place| place == words)
}

/// Whether words to leave out stand in a text: one in the singular or the plural, several together.
fn stand(words: &[String], text: &[String]) -> bool {
    match words {
        [word] => holds(text, singular(word)),
        _ => together(words, text),
    }
}
