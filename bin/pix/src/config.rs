//! `pix config`: every setting, its value and where the value comes from.

use crate::settings::{Flags, MEANINGS, Settings, sources};
use std::io::Write;

/// Prints the settings in force as a `pix.toml` with comments; secrets in addresses are hidden.
///
/// # Errors
/// A sentence about the wrong setting, or about the output.
pub fn print(flags: &Flags) -> Result<(), String> {
    let settings = Settings::read(flags)?;
    let figment = sources(flags);
    let values = toml::Table::try_from(&settings).map_err(|error| error.to_string())?;
    let mut out = std::io::stdout().lock();
    let mut line = |text: String| writeln!(out, "{text}").map_err(|error| error.to_string());
    line(
        "# Settings in force. Save as pix.toml, or set PIX_NAME in the environment, or give a flag."
            .to_owned(),
    )?;
    for (name, meaning) in MEANINGS {
        let source = figment
            .find_metadata(name)
            .map_or_else(|| "default".to_owned(), |found| source_name(&found.name));
        let value = values
            .get(name)
            .map_or_else(|| "# not set".to_owned(), |value| hide_password(&value.to_string()));
        line(format!("\n# {meaning}\n# from: {source}; environment: PIX_{}", name.to_uppercase()))?;
        line(if value.starts_with('#') { format!("# {name} =") } else { format!("{name} = {value}") })?;
    }
    Ok(())
}

fn source_name(name: &str) -> String {
    if name.contains("Settings") {
        "default".to_owned()
    } else if name.contains("Flags") {
        "flag".to_owned()
    } else {
        name.to_owned()
    }
}

/// Hides the password of an address such as `postgres://user:password@host`.
fn hide_password(value: &str) -> String {
    let Some((head, tail)) = value.split_once("://") else { return value.to_owned() };
    let Some((person, rest)) = tail.rsplit_once('@') else { return value.to_owned() };
    let user = person.split(':').next().unwrap_or_default();
    if person.contains(':') { format!("{head}://{user}:…@{rest}") } else { value.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn passwords_are_hidden() {
        for (value, expected) in [
            ("\"postgres://pix:secret@db/pix\"", "\"postgres://pix:…@db/pix\""),
            ("\"postgres://pix@db/pix\"", "\"postgres://pix@db/pix\""),
            ("\"127.0.0.1:8080\"", "\"127.0.0.1:8080\""),
            ("\"smtp://a:p@ss@mail:587\"", "\"smtp://a:…@mail:587\""),
        ] {
            assert_eq!(hide_password(value), expected);
        }
    }
}
