//! The two languages of the house, and which one a reader gets.

pub use content::Lang;

/// The name of a language in that language, for the switch.
#[must_use]
pub const fn name(lang: Lang) -> &'static str {
    match lang {
        Lang::Fr => "Français",
        Lang::En => "English",
    }
}

/// Reads a code such as `fr`, `FR` or `en-GB`; only the language part counts.
#[must_use]
pub fn parse(typed: &str) -> Option<Lang> {
    Lang::parse(&typed.trim().to_ascii_lowercase())
}

/// The places where a language can have been chosen, strongest first.
#[derive(Debug, Clone, Copy, Default)]
pub struct Chosen<'a> {
    /// The `lang` parameter of the URL.
    pub url: Option<&'a str>,
    /// The language kept in the account.
    pub account: Option<Lang>,
    /// The language kept in the preferences cookie.
    pub cookie: Option<Lang>,
    /// The `Accept-Language` header.
    pub header: Option<&'a str>,
}

/// Settles the language: URL, then account, then cookie, then browser, then French.
#[must_use]
pub fn resolve(chosen: Chosen<'_>) -> Lang {
    chosen
        .url
        .and_then(parse)
        .or(chosen.account)
        .or(chosen.cookie)
        .or_else(|| chosen.header.and_then(preferred))
        .unwrap_or_default()
}

/// The language with the highest weight of an `Accept-Language` header, among ours; the first wins a tie.
#[must_use]
pub fn preferred(header: &str) -> Option<Lang> {
    let mut best: Option<(Lang, f32)> = None;
    for part in header.split(',') {
        let mut pieces = part.split(';');
        let Some(lang) = pieces.next().and_then(parse) else { continue };
        let weight = pieces
            .find_map(|piece| piece.trim().strip_prefix("q="))
            .map_or(1.0, |weight| weight.trim().parse().unwrap_or(0.0));
        if weight > 0.0 && best.is_none_or(|(_, highest)| weight > highest) {
            best = Some((lang, weight));
        }
    }
    best.map(|(lang, _)| lang)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(chosen: Chosen<'_>, expected: Lang) {
        assert_eq!(resolve(chosen), expected, "{chosen:?}");
    }

    #[test]
    fn the_strongest_choice_wins() {
        let all = Chosen {
            url: Some("en"),
            account: Some(Lang::Fr),
            cookie: Some(Lang::Fr),
            header: Some("fr-FR,fr;q=0.9"),
        };
        check(all, Lang::En);
        check(Chosen { url: Some("xx"), account: Some(Lang::En), ..all }, Lang::En);
        check(Chosen { url: None, account: None, cookie: Some(Lang::En), ..all }, Lang::En);
        check(Chosen { header: Some("en-GB,en;q=0.9,fr;q=0.8"), ..Chosen::default() }, Lang::En);
        check(Chosen::default(), Lang::Fr);
    }

    #[test]
    fn weights_of_the_header_count() {
        let header = |text| Chosen { header: Some(text), ..Chosen::default() };
        check(header("en;q=0.3, fr;q=0.7"), Lang::Fr);
        check(header("de, en;q=0.5"), Lang::En);
        check(header("en;q=0"), Lang::Fr);
        check(header(",;q=,,"), Lang::Fr);
    }
}
