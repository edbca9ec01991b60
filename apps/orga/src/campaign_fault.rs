//! What is said of a campaign that cannot be made: the field, and the sentence beside it.

use rules::campaign::Fault;
use web::Words;

/// The fields at fault and what is wrong with each, in the order of the form.
pub struct Faults(Vec<(&'static str, &'static str)>);

impl Faults {
    /// The words for what the rules found.
    pub fn told(words: Words, faults: &[Fault]) -> Self {
        Self(faults.iter().map(|fault| told(words, *fault)).collect())
    }

    /// Nothing is wrong.
    pub const fn none() -> Self {
        Self(Vec::new())
    }

    /// The sentence beside a field.
    pub fn of(&self, field: &str) -> Option<&'static str> {
        self.0.iter().find(|(name, _)| *name == field).map(|(_, text)| *text)
    }

    /// Whether one of these fields is at fault.
    pub fn any(&self, fields: &[&str]) -> bool {
        fields.iter().any(|field| self.of(field).is_some())
    }

    /// Every field at fault, for the summary.
    pub fn all(&self) -> &[(&'static str, &'static str)] {
        &self.0
    }
}

fn told(words: Words, fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NoKind => ("kind", words.say("campaign-error-kind")),
        Fault::NoName => ("name", words.say("campaign-error-no-name")),
        Fault::LongName => ("name", words.say("campaign-error-long-name")),
        Fault::LongTitle => ("title", words.say("campaign-error-long-title")),
        Fault::LongLandingText => ("landing-text", words.say("campaign-error-long-text")),
        Fault::NoSubjects => ("source", words.say("campaign-error-no-subjects")),
        Fault::ClosedProfile => ("profile", words.say("campaign-error-closed-profile")),
        Fault::ForeignOwner => ("owner", words.say("campaign-error-owner")),
        Fault::ShortLabel => ("external-label", words.say("campaign-error-short-label")),
        Fault::LongLabel => ("external-label", words.say("campaign-error-long-label")),
        Fault::NoExternalForm => ("external-kind", words.say("campaign-error-external-kind")),
        Fault::NoSendings => ("sendings", words.say("campaign-error-sendings")),
        Fault::LongEndText => ("end-text", words.say("campaign-error-long-end-text")),
        Fault::NoButton => ("end-button", words.say("campaign-error-no-button")),
        Fault::LongButton => ("end-button", words.say("campaign-error-long-button")),
        Fault::NoLink => ("end-link", words.say("campaign-error-no-link")),
        Fault::BadLink => ("end-link", words.say("campaign-error-bad-link")),
    }
}
