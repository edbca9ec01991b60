//! Where a person stands with a legal document of which there are several versions.

/// What a person owes to a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Status {
    /// No version was ever accepted.
    Requested,
    /// The version in force was accepted.
    Accepted,
    /// An older version was accepted: the document has changed since.
    UpdateRequested,
}

/// Tells the status, from the versions of one document that a person accepted.
#[must_use]
pub fn status<'a>(accepted: impl IntoIterator<Item = &'a str>, in_force: &str) -> Status {
    let mut status = Status::Requested;
    for version in accepted {
        if version == in_force {
            return Status::Accepted;
        }
        status = Status::UpdateRequested;
    }
    status
}

/// The version that a document states: the text between "Version " and the next comma or space, in its first lines.
#[must_use]
pub fn version_of(document: &str) -> Option<&str> {
    let line = document.lines().take(3).find_map(|line| line.strip_prefix("Version "))?;
    line.split([',', ' ']).next().filter(|version| !version.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_version_is_owed_until_it_is_accepted() {
        let check = |accepted: &[&str], expected| {
            assert_eq!(status(accepted.iter().copied(), "2"), expected, "{accepted:?}");
        };
        check(&[], Status::Requested);
        check(&["1"], Status::UpdateRequested);
        check(&["1", "2"], Status::Accepted);
        check(&["3", "2", "1"], Status::Accepted);
    }

    #[test]
    fn a_document_states_its_version() {
        for (document, expected) in [
            ("# Terms\nVersion 2, since today.\n", Some("2")),
            ("# Terms\nVersion 2026-12\n", Some("2026-12")),
            ("# Terms\n\nVersion , never\n", None),
            ("# Terms\nNo version\n", None),
            ("", None),
        ] {
            assert_eq!(version_of(document), expected, "{document:?}");
        }
    }
}
