//! What a campaign must be: every fault of a form at once.

/// The longest name, in characters.
pub const LONGEST_NAME: usize = 200;
/// The longest title for learners.
pub const LONGEST_TITLE: usize = 50;
/// The longest text that learners read first, and at the end.
pub const LONGEST_TEXT: usize = 5000;
/// The shortest label of what learners identify themselves with.
pub const SHORTEST_LABEL: usize = 3;
/// The longest label.
pub const LONGEST_LABEL: usize = 100;
/// The longest words on the button at the end.
pub const LONGEST_BUTTON: usize = 60;
/// The longest address of that button.
pub const LONGEST_LINK: usize = 500;

/// Where the subjects of a test come from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Source {
    /// Nothing was chosen, or something that does not exist.
    Nowhere,
    /// A target profile; told whether the organisation may use it.
    Profile(bool),
    /// The teacher's own choice; told how many subjects.
    Picked(usize),
}

/// Text learners identify themselves with.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct External<'a> {
    /// What they are asked for.
    pub label: &'a str,
    /// Whether a form of it was chosen.
    pub formed: bool,
}

/// A campaign as somebody wishes it; every text is trimmed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Wish<'a> {
    /// Whether learners take a test; none when no kind was chosen.
    pub test: Option<bool>,
    /// Its name.
    pub name: &'a str,
    /// Its title for learners.
    pub title: &'a str,
    /// What they read first.
    pub landing_text: &'a str,
    /// Where its subjects come from.
    pub source: Source,
    /// Whether its owner works in the organisation.
    pub owner_works_here: bool,
    /// What learners identify themselves with, if they are asked.
    pub external: Option<External<'a>>,
    /// Whether it was said that one may send several times, or only once.
    pub sendings_chosen: bool,
    /// What they read at the end.
    pub end_text: &'a str,
    /// The words on the button there.
    pub end_button: &'a str,
    /// Where it leads.
    pub end_link: &'a str,
}

/// What is wrong in a campaign.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No kind was chosen.
    NoKind,
    /// The name is empty.
    NoName,
    /// The name is longer than [`LONGEST_NAME`].
    LongName,
    /// The title is longer than [`LONGEST_TITLE`].
    LongTitle,
    /// The text is longer than [`LONGEST_TEXT`].
    LongLandingText,
    /// A test asks nothing: a profile or subjects are expected.
    NoSubjects,
    /// The profile is not open to the organisation.
    ClosedProfile,
    /// The owner does not work here.
    ForeignOwner,
    /// The label is shorter than [`SHORTEST_LABEL`].
    ShortLabel,
    /// The label is longer than [`LONGEST_LABEL`].
    LongLabel,
    /// The form of what learners identify themselves with was not chosen.
    NoExternalForm,
    /// It was not said whether one may send several times.
    NoSendings,
    /// The text at the end is longer than [`LONGEST_TEXT`].
    LongEndText,
    /// There is an address without words for the button.
    NoButton,
    /// The words are longer than [`LONGEST_BUTTON`].
    LongButton,
    /// There are words without an address.
    NoLink,
    /// The address does not begin with https, or is none.
    BadLink,
}

/// Every fault of a campaign, in the order of the form; none when it may be made.
#[must_use]
pub fn faults(wish: &Wish<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(wish.test.is_none().then_some(Fault::NoKind));
    faults.extend(name_fault(wish.name));
    // A collection has no title and no subjects: what stands there is not read.
    if wish.test != Some(false) {
        faults.extend(longer(wish.title, LONGEST_TITLE).then_some(Fault::LongTitle));
    }
    faults.extend(longer(wish.landing_text, LONGEST_TEXT).then_some(Fault::LongLandingText));
    if wish.test == Some(true) {
        faults.extend(source_fault(wish.source));
    }
    faults.extend((!wish.owner_works_here).then_some(Fault::ForeignOwner));
    faults.extend(wish.external.iter().flat_map(external_faults));
    faults.extend((!wish.sendings_chosen).then_some(Fault::NoSendings));
    faults.extend(longer(wish.end_text, LONGEST_TEXT).then_some(Fault::LongEndText));
    faults.extend(button_fault(wish.end_button, wish.end_link));
    faults
}

/// What may change later.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Change<'a> {
    /// Its name.
    pub name: &'a str,
    /// Its title for learners.
    pub title: &'a str,
    /// What they read first.
    pub landing_text: &'a str,
    /// Whether its owner works in the organisation.
    pub owner_works_here: bool,
}

/// Every fault of a change, in the order of the form.
#[must_use]
pub fn change_faults(change: &Change<'_>) -> Vec<Fault> {
    let mut faults = Vec::new();
    faults.extend(name_fault(change.name));
    faults.extend(longer(change.title, LONGEST_TITLE).then_some(Fault::LongTitle));
    faults.extend(longer(change.landing_text, LONGEST_TEXT).then_some(Fault::LongLandingText));
    faults.extend((!change.owner_works_here).then_some(Fault::ForeignOwner));
    faults
}

fn name_fault(name: &str) -> Option<Fault> {
    if name.is_empty() {
        return Some(Fault::NoName);
    }
    longer(name, LONGEST_NAME).then_some(Fault::LongName)
}

const fn source_fault(source: Source) -> Option<Fault> {
    match source {
        Source::Profile(true) | Source::Picked(1..) => None,
        Source::Profile(false) => Some(Fault::ClosedProfile),
        Source::Nowhere | Source::Picked(0) => Some(Fault::NoSubjects),
    }
}

fn external_faults(external: &External<'_>) -> impl Iterator<Item = Fault> {
    let label = if external.label.chars().count() < SHORTEST_LABEL {
        Some(Fault::ShortLabel)
    } else {
        longer(external.label, LONGEST_LABEL).then_some(Fault::LongLabel)
    };
    label.into_iter().chain((!external.formed).then_some(Fault::NoExternalForm))
}

fn button_fault(button: &str, link: &str) -> Option<Fault> {
    match (button.is_empty(), link.is_empty()) {
        (true, true) => None,
        (true, false) => Some(Fault::NoButton),
        (false, true) => Some(Fault::NoLink),
        (false, false) if longer(button, LONGEST_BUTTON) => Some(Fault::LongButton),
        (false, false) => (!is_secure_address(link)).then_some(Fault::BadLink),
    }
}

/// Whether a text is an address of the web that begins with https and names a site.
fn is_secure_address(link: &str) -> bool {
    let Some(rest) = link.strip_prefix("https://") else { return false };
    let site = rest.split(['/', '?', '#']).next().unwrap_or_default();
    let named = site.contains('.') && !site.starts_with('.') && !site.ends_with('.') && !site.contains('@');
    named
        && !longer(link, LONGEST_LINK)
        && link.chars().all(|sign| !sign.is_whitespace() && !"<>\"\\".contains(sign))
}

fn longer(text: &str, most: usize) -> bool {
    text.chars().count() > most
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const WISH: Wish<'static> = Wish {
        test: Some(true),
        name: "Rentrée 6e",
        title: "",
        landing_text: "",
        source: Source::Picked(3),
        owner_works_here: true,
        external: None,
        sendings_chosen: true,
        end_text: "",
        end_button: "",
        end_link: "",
    };

    fn check(wish: &Wish<'_>, expected: &[Fault]) {
        assert_eq!(faults(wish), expected, "{wish:?}");
    }

    #[test]
    fn texts_have_a_length() {
        let (name, title, text) =
            ("n".repeat(LONGEST_NAME + 1), "é".repeat(LONGEST_TITLE + 1), "x".repeat(LONGEST_TEXT + 1));
        check(&WISH, &[]);
        check(&Wish { name: "", ..WISH }, &[Fault::NoName]);
        check(&Wish { name: &name, ..WISH }, &[Fault::LongName]);
        check(&Wish { title: &"é".repeat(LONGEST_TITLE), ..WISH }, &[]);
        check(&Wish { title: &title, ..WISH }, &[Fault::LongTitle]);
        check(&Wish { title: &title, test: Some(false), ..WISH }, &[]);
        check(&Wish { landing_text: &text, ..WISH }, &[Fault::LongLandingText]);
        check(&Wish { end_text: &text, ..WISH }, &[Fault::LongEndText]);
    }

    #[test]
    fn a_test_asks_something() {
        for (source, test, expected) in [
            (Source::Nowhere, Some(true), Some(Fault::NoSubjects)),
            (Source::Picked(0), Some(true), Some(Fault::NoSubjects)),
            (Source::Profile(false), Some(true), Some(Fault::ClosedProfile)),
            (Source::Profile(true), Some(true), None),
            (Source::Nowhere, Some(false), None),
            (Source::Nowhere, None, Some(Fault::NoKind)),
        ] {
            check(&Wish { source, test, ..WISH }, &expected.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn what_goes_together_comes_together() {
        let long = "x".repeat(LONGEST_LABEL + 1);
        for (external, expected) in [
            (None, &[] as &[Fault]),
            (Some(External { label: "Id", formed: true }), &[Fault::ShortLabel]),
            (Some(External { label: "", formed: false }), &[Fault::ShortLabel, Fault::NoExternalForm]),
            (Some(External { label: &long, formed: true }), &[Fault::LongLabel]),
            (Some(External { label: "Numéro", formed: true }), &[]),
        ] {
            check(&Wish { external, ..WISH }, expected);
        }
        let long = "x".repeat(LONGEST_BUTTON + 1);
        for (end_button, end_link, expected) in [
            ("", "", None),
            ("Suite", "", Some(Fault::NoLink)),
            ("", "https://pix.example", Some(Fault::NoButton)),
            ("Suite", "https://pix.example/a?b#c", None),
            (long.as_str(), "https://pix.example", Some(Fault::LongButton)),
            ("Suite", "http://pix.example", Some(Fault::BadLink)),
            ("Suite", "javascript:alert(1)", Some(Fault::BadLink)),
            ("Suite", "https://", Some(Fault::BadLink)),
            ("Suite", "https://localhost", Some(Fault::BadLink)),
            ("Suite", "https://me@pix.example", Some(Fault::BadLink)),
            ("Suite", "https://pix.example/a b", Some(Fault::BadLink)),
        ] {
            check(&Wish { end_button, end_link, ..WISH }, &expected.into_iter().collect::<Vec<_>>());
        }
    }

    #[test]
    fn every_fault_is_told_at_once() {
        let external = Some(External { label: "", formed: false });
        let wish = Wish {
            test: None,
            name: "",
            external,
            owner_works_here: false,
            sendings_chosen: false,
            end_link: "x",
            ..WISH
        };
        let expected = [
            Fault::NoKind,
            Fault::NoName,
            Fault::ForeignOwner,
            Fault::ShortLabel,
            Fault::NoExternalForm,
            Fault::NoSendings,
            Fault::NoButton,
        ];
        check(&wish, &expected);
    }

    #[test]
    fn a_change_is_held_to_the_same() {
        let long = "x".repeat(LONGEST_TEXT + 1);
        let good = Change { name: "Rentrée", title: "", landing_text: "", owner_works_here: true };
        for (change, expected) in [
            (good, &[] as &[Fault]),
            (Change { name: "", ..good }, &[Fault::NoName]),
            (
                Change { title: &long, landing_text: &long, owner_works_here: false, ..good },
                &[Fault::LongTitle, Fault::LongLandingText, Fault::ForeignOwner],
            ),
        ] {
            assert_eq!(change_faults(&change), expected, "{change:?}");
        }
    }

    proptest! {
        #[test]
        fn any_address_is_accepted_or_refused(link: String) {
            let _read = is_secure_address(&link);
        }
    }
}
