//! The formats, and how their files are named.

use crate::fault::{Fault, FaultCode};

/// A format of file that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Format {
    /// The register of secondary schools ([`crate::siecle`]).
    Siecle,
    /// The register of agricultural schools ([`crate::fregata`]).
    Fregata,
    /// The list of a university ([`crate::sup`]).
    Sup,
    /// The register of primary schools ([`crate::onde`]).
    Onde,
    /// A table whose columns a configuration tells ([`crate::generic`]).
    Generic,
    /// The tables of OneRoster ([`crate::one_roster`]).
    OneRoster,
}

impl Format {
    /// How names of its files end.
    #[must_use]
    pub const fn extensions(self) -> &'static [&'static str] {
        match self {
            Self::Siecle => &["xml", "zip"],
            Self::Fregata | Self::Sup | Self::Onde | Self::Generic => &["csv"],
            Self::OneRoster => &["zip"],
        }
    }

    /// Accepts a file by its name, before it is read.
    ///
    /// # Errors
    /// [`FaultCode::InvalidFileExtension`].
    pub fn accept(self, file_name: &str) -> Result<(), Fault> {
        let ending = file_name.trim().rsplit_once('.').map(|(_, ending)| ending.to_lowercase());
        if ending.is_some_and(|ending| self.extensions().contains(&ending.as_str())) {
            return Ok(());
        }
        Err(Fault::new(FaultCode::InvalidFileExtension).value(file_name).expected(self.extensions()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_file_is_accepted_by_its_ending() {
        for (format, name, accepted) in [
            (Format::Siecle, "ElevesSansAdresses.xml", true),
            (Format::Siecle, "Export.ZIP", true),
            (Format::Siecle, "eleves.csv", false),
            (Format::Fregata, "liste.csv", true),
            (Format::Sup, "liste.xlsx", false),
            (Format::Onde, "csv", false),
            (Format::Generic, "a.b.csv ", true),
            (Format::OneRoster, "roster.zip", true),
            (Format::OneRoster, "users.csv", false),
        ] {
            let refused = format.accept(name).err();
            assert_eq!(refused.is_none(), accepted, "{format:?} {name}");
            assert!(refused.is_none_or(|fault| fault.expected == format.extensions()), "{name}");
        }
    }
}
