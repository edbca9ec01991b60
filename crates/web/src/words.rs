//! Every sentence of the interface, in French and in English.
//!
//! The texts live in `i18n/{fr,en}/*.ftl` at the root of the workspace. A message without arguments is resolved once
//! at start, so that [`Words::say`] is a lookup; a message with arguments (plurals, numbers) is formatted by
//! [`Words::with`]. French files are written with ordinary spaces: they are made non-breaking here.

use std::collections::HashMap;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource};
use unic_langid::LanguageIdentifier;

pub use fluent_bundle::FluentValue as Value;

use crate::lang::Lang;
use crate::numbers;

const FR: &[&str] = &[
    include_str!("../../../i18n/fr/web.ftl"),
    include_str!("../../../i18n/fr/learner.ftl"),
    include_str!("../../../i18n/fr/taking.ftl"),
    include_str!("../../../i18n/fr/progress.ftl"),
    include_str!("../../../i18n/fr/account.ftl"),
    include_str!("../../../i18n/fr/participation.ftl"),
    include_str!("../../../i18n/fr/combined_course.ftl"),
    include_str!("../../../i18n/fr/orga.ftl"),
    include_str!("../../../i18n/fr/orga_access.ftl"),
    include_str!("../../../i18n/fr/orga_learners.ftl"),
    include_str!("../../../i18n/fr/orga_report.ftl"),
    include_str!("../../../i18n/fr/staff.ftl"),
    include_str!("../../../i18n/fr/staff_centres.ftl"),
    include_str!("../../../i18n/fr/orga_views.ftl"),
    include_str!("../../../i18n/fr/orga_live.ftl"),
    include_str!("../../../i18n/fr/orga_statistics.ftl"),
];
const EN: &[&str] = &[
    include_str!("../../../i18n/en/web.ftl"),
    include_str!("../../../i18n/en/learner.ftl"),
    include_str!("../../../i18n/en/taking.ftl"),
    include_str!("../../../i18n/en/progress.ftl"),
    include_str!("../../../i18n/en/account.ftl"),
    include_str!("../../../i18n/en/participation.ftl"),
    include_str!("../../../i18n/en/combined_course.ftl"),
    include_str!("../../../i18n/en/orga.ftl"),
    include_str!("../../../i18n/en/orga_access.ftl"),
    include_str!("../../../i18n/en/orga_learners.ftl"),
    include_str!("../../../i18n/en/orga_report.ftl"),
    include_str!("../../../i18n/en/staff.ftl"),
    include_str!("../../../i18n/en/staff_centres.ftl"),
    include_str!("../../../i18n/en/orga_views.ftl"),
    include_str!("../../../i18n/en/orga_live.ftl"),
    include_str!("../../../i18n/en/orga_statistics.ftl"),
];

static FRENCH: LazyLock<Book> = LazyLock::new(|| Book::read(Lang::Fr, FR));
static ENGLISH: LazyLock<Book> = LazyLock::new(|| Book::read(Lang::En, EN));

/// The words of one language; copied freely, it is only a reference.
#[derive(Clone, Copy)]
pub struct Words {
    lang: Lang,
    book: &'static Book,
}

impl Words {
    /// Opens the book of a language.
    #[must_use]
    pub fn of(lang: Lang) -> Self {
        let book = match lang {
            Lang::Fr => &FRENCH,
            Lang::En => &ENGLISH,
        };
        Self { lang, book }
    }

    /// The language of these words.
    #[must_use]
    pub const fn lang(self) -> Lang {
        self.lang
    }

    /// A message without arguments. A missing one is shown as `⟦key⟧` while developing, as its key otherwise.
    #[must_use]
    pub fn say(self, key: &'static str) -> &'static str {
        match self.book.plain.get(key) {
            Some(text) => text,
            None if cfg!(debug_assertions) => Box::leak(missing(key).into_boxed_str()),
            None => key,
        }
    }

    /// A message with arguments, for example `w.with("left", &[("n", 3.into())])`.
    #[must_use]
    pub fn with(self, key: &'static str, arguments: &[(&'static str, Value<'_>)]) -> String {
        let Some(pattern) = self.book.bundle.get_message(key).and_then(|message| message.value()) else {
            return missing(key);
        };
        let arguments: FluentArgs<'_> =
            arguments.iter().map(|(name, value)| (*name, value.clone())).collect();
        let mut errors = Vec::new();
        let text = self.book.bundle.format_pattern(pattern, Some(&arguments), &mut errors).into_owned();
        if errors.is_empty() { text } else { missing(key) }
    }
}

/// Marks a key that is looked up elsewhere, so that the test of the words sees it.
#[must_use]
pub const fn key(key: &'static str) -> &'static str {
    key
}

struct Book {
    bundle: FluentBundle<FluentResource>,
    plain: HashMap<String, String>,
}

impl Book {
    fn read(lang: Lang, sources: &[&str]) -> Self {
        let locale: LanguageIdentifier = lang.code().parse().unwrap_or_default();
        let mut bundle = FluentBundle::new_concurrent(vec![locale]);
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(if lang == Lang::Fr { french_number } else { english_number }));
        for source in sources {
            let text = if lang == Lang::Fr { typography(source) } else { (*source).to_owned() };
            // A resource with a faulty entry still holds the good ones; the tests refuse the faulty one.
            let resource = FluentResource::try_new(text).unwrap_or_else(|(kept, _)| kept);
            bundle.add_resource_overriding(resource);
        }
        let plain =
            sources.iter().flat_map(|source| keys(source)).filter_map(|key| plain(&bundle, key)).collect();
        Self { bundle, plain }
    }
}

fn plain(bundle: &FluentBundle<FluentResource>, key: &str) -> Option<(String, String)> {
    let pattern = bundle.get_message(key)?.value()?;
    let mut errors = Vec::new();
    let text = bundle.format_pattern(pattern, None, &mut errors).into_owned();
    errors.is_empty().then(|| (key.to_owned(), text))
}

/// The keys of a source, in order: what stands before ` =` at the start of a line.
fn keys(source: &str) -> impl Iterator<Item = &str> {
    source
        .lines()
        .filter(|line| line.starts_with(|first: char| first.is_ascii_lowercase()))
        .filter_map(|line| line.split_once(" ="))
        .map(|(key, _)| key)
}

/// Makes the spaces of French punctuation non-breaking, and its apostrophes curved.
fn typography(source: &str) -> String {
    const SPACES: [(&str, &str); 7] = [
        (" :", "\u{a0}:"),
        ("« ", "«\u{a0}"),
        (" »", "\u{a0}»"),
        (" ;", "\u{202f};"),
        (" ?", "\u{202f}?"),
        (" !", "\u{202f}!"),
        (" %", "\u{202f}%"),
    ];
    let mut text = SPACES.iter().fold(source.to_owned(), |text, (from, to)| text.replace(from, to));
    // Between letters, a straight apostrophe is an elision.
    while let Some(at) = elision(&text) {
        text.replace_range(at..=at, "’");
    }
    text
}

fn elision(text: &str) -> Option<usize> {
    text.match_indices('\'').map(|(at, _)| at).find(|at| {
        let (before, after) = (text.get(..*at).unwrap_or_default(), text.get(at + 1..).unwrap_or_default());
        before.ends_with(char::is_alphabetic) && after.starts_with(|c: char| c.is_alphabetic() || c == '{')
    })
}

fn missing(key: &str) -> String {
    format!("⟦{key}⟧")
}

fn french_number<M>(value: &Value<'_>, _: &M) -> Option<String> {
    written(Lang::Fr, value)
}

fn english_number<M>(value: &Value<'_>, _: &M) -> Option<String> {
    written(Lang::En, value)
}

/// Whole numbers are written as in the rest of the interface; anything else is left to Fluent.
fn written(lang: Lang, value: &Value<'_>) -> Option<String> {
    let Value::Number(number) = value else { return None };
    number.as_string().parse().ok().map(|whole| numbers::whole(lang, whole))
}

#[cfg(test)]
mod tests;
