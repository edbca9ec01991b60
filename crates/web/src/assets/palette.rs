//! The colours of `tokens.css`, for the few places that cannot read a custom property: the icon of the site, the
//! colour of the browser's own bar, and the tests of contrast.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use super::TOKENS;

static LIGHT: LazyLock<BTreeMap<&'static str, &'static str>> = LazyLock::new(|| colours(block(":root {")));
static DARK: LazyLock<BTreeMap<&'static str, &'static str>> =
    LazyLock::new(|| colours(block("[data-theme=\"dark\"] {")));

/// The light value of a colour token, such as `light("--learner")`; empty if there is none.
#[must_use]
pub fn light(token: &str) -> &'static str {
    LIGHT.get(token).copied().unwrap_or_default()
}

/// The dark value of a colour token; empty if there is none.
#[must_use]
pub fn dark(token: &str) -> &'static str {
    DARK.get(token).copied().unwrap_or_default()
}

/// What stands between a selector's opening brace and the closing one.
fn block(opening: &str) -> &'static str {
    let inside = TOKENS.split_once(opening).map_or("", |(_, rest)| rest);
    inside.split_once('}').map_or("", |(inside, _)| inside)
}

fn colours(block: &'static str) -> BTreeMap<&'static str, &'static str> {
    block
        .split(';')
        .filter_map(|declaration| declaration.rsplit_once(':'))
        .map(|(name, value)| {
            (name.rsplit_once(['/', ' ', '\n']).map_or(name, |(_, name)| name), value.trim())
        })
        .filter(|(name, value)| name.starts_with("--") && value.starts_with('#'))
        .collect()
}

#[cfg(test)]
mod tests;
