//! What every page owes everybody: axe-core finds nothing, one heading, a title, a language, nothing beside the screen.

use crate::pictures;
use crate::visitor::Visitor;
use std::sync::LazyLock;
use thirtyfour::prelude::*;

/// The checker's program, put in `target/axe` by `cargo xtask test`.
static AXE: LazyLock<String> = LazyLock::new(|| {
    let path = std::env::var("PIX_TEST_AXE").unwrap_or_else(|_| {
        concat!(env!("CARGO_MANIFEST_DIR"), "/../../target/axe/package/axe.min.js").to_owned()
    });
    std::fs::read_to_string(&path)
        .unwrap_or_else(|error| panic!("{path}: {error}; run `cargo xtask test`, which fetches it"))
});

const RUN: &str = "
    const done = arguments[arguments.length - 1];
    const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];
    axe.run(document, { runOnly: tags }).then(
        result => done(result.violations.flatMap(rule => rule.nodes.map(
            node => `${rule.id}: ${node.html}: ${node.failureSummary}`))),
        error => done([String(error)]));
";

/// What is told of a page: headings of the first level, title, language, whole and visible width.
const TOLD: &str = "
    const root = document.documentElement;
    const wide = [...document.querySelectorAll('main *, header *, footer *')]
        .filter(one => one.getBoundingClientRect().right > innerWidth + 1).slice(0, 5).map(one => one.outerHTML.slice(0, 160));
    return [document.querySelectorAll('h1').length, document.title, root.lang, root.scrollWidth, innerWidth, wide];
";

/// Every way of looking at a page: language, theme, width.
pub const LOOKS: [Look; 4] = [
    Look { lang: "fr", theme: "light", width: 1280 },
    Look { lang: "fr", theme: "dark", width: 360 },
    Look { lang: "en", theme: "dark", width: 1280 },
    Look { lang: "en", theme: "light", width: 360 },
];

/// One way of looking at a page.
#[derive(Debug, Clone, Copy)]
pub struct Look {
    /// Language of the page.
    pub lang: &'static str,
    /// `light` or `dark`.
    pub theme: &'static str,
    /// Width of the window, in CSS pixels.
    pub width: u32,
}

impl Look {
    /// Sets the browser up: the size of the window, and the cookie of the preferences.
    pub async fn take(self, visitor: &Visitor<'_>) {
        visitor.browser.resize(self.width).await;
        visitor.open("/terms").await;
        let mut cookie = Cookie::new("prefs", format!("{}.{}", self.lang, self.theme));
        cookie.set_path("/");
        visitor.window().add_cookie(cookie).await.expect("a cookie is set");
    }

    /// Everything that is wrong with the open page.
    pub async fn faults(self, visitor: &Visitor<'_>, page: &str) -> Vec<String> {
        let mut faults = self.structure(visitor).await;
        visitor.window().execute(AXE.as_str(), vec![]).await.expect("axe loads");
        let found = visitor.window().execute_async(RUN, vec![]).await.expect("axe runs");
        faults.extend(found.convert::<Vec<String>>().expect("axe answers with a list"));
        pictures::take(visitor, self, page).await;
        faults.into_iter().map(|fault| format!("{page}, {self:?}: {fault}")).collect()
    }

    async fn structure(self, visitor: &Visitor<'_>) -> Vec<String> {
        let told = visitor.window().execute(TOLD, vec![]).await.expect("a script runs");
        let told: (usize, String, String, u32, u32, Vec<String>) = told.convert().expect("six values");
        let (headings, title, lang, whole, visible, wide) = told;
        let rules = [
            (headings == 1, format!("{headings} headings of the first level")),
            (!title.trim().is_empty(), "no title".to_owned()),
            (lang == self.lang, format!("the language is {lang}")),
            (visible == self.width, format!("the window is {visible} wide")),
            (whole <= visible, format!("{whole} pixels wide for {visible}: {wide:?}")),
        ];
        rules.into_iter().filter(|(good, _)| !good).map(|(_, fault)| fault).collect()
    }
}

/// Opens pages one by one, in one look, and gathers what is wrong with them.
pub async fn look_at(visitor: &Visitor<'_>, look: Look, paths: &[String]) -> Vec<String> {
    look.take(visitor).await;
    let mut faults = Vec::new();
    for path in paths {
        visitor.open(path).await;
        assert_eq!(&visitor.path().await, path, "the page is not the one that was asked for");
        faults.extend(look.faults(visitor, path).await);
    }
    faults
}

/// Fails with everything that was found.
pub fn check(faults: &[String]) {
    assert!(faults.is_empty(), "{} faults\n{}", faults.len(), faults.join("\n\n"));
}
