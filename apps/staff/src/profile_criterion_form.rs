//! The fields of one criterion of a badge: a share, and the subjects that it looks at.

use content::Release;
use maud::{Markup, html};
use rules::badge::{Criterion, criteria};
use rules::subjects::Subjects;
use store::badge::Badge;
use store::target_profile::TargetProfile;
use web::Words;
use web::components::field::{Field, Kind};
use web::form::Form;
use web::house::House;

use crate::profile_subjects::{Picker, asked, named};

/// The name of the field of the share.
pub const THRESHOLD: &str = "threshold";

/// What is filled in.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Filled {
    /// The share in percent, as typed.
    pub threshold: String,
    /// The subjects that count; none for all of the profile's.
    pub subjects: Subjects,
}

impl Filled {
    /// What was posted; only subjects of the profile can be picked.
    pub fn of(posted: &Form, house: &House, profile: &TargetProfile) -> Self {
        let asked = asked(profile);
        let picker = Picker::within(&house.bank.present().release, &asked);
        let threshold = posted.text(THRESHOLD).trim().chars().take(10).collect();
        Self { threshold, subjects: picker.posted(posted) }
    }

    /// The criterion, if the share can be one.
    pub fn criterion(&self) -> Option<Criterion> {
        Criterion::typed(&self.threshold, self.subjects.clone())
    }
}

/// The fields.
pub fn fields(
    words: Words,
    release: &Release,
    profile: &TargetProfile,
    (filled, error): (&Filled, Option<&str>),
) -> Markup {
    html! {
        (Field { kind: Kind::Digits, value: &filled.threshold, unit: Some("%"), error, longest: Some(3),
            hint: Some(words.say("staff-criterion-threshold-hint")), ..Field::new(THRESHOLD, words.say("staff-criterion-threshold")) })
        (Picker::within(release, &asked(profile)).drawn(words, &filled.subjects))
    }
}

/// The criteria of a badge; none where they cannot be read.
pub fn criteria_of(badge: &Badge) -> Vec<Criterion> {
    criteria(&badge.criteria).unwrap_or_default()
}

/// What a criterion says.
pub fn said(words: Words, release: &Release, criterion: &Criterion) -> Markup {
    let percent = [("percent", criterion.threshold.into())];
    html! {
        @if criterion.subjects.is_empty() { (words.with("staff-criterion-whole", &percent)) } @else {
            (words.with("staff-criterion-some", &percent)) " " (named(words, release, &criterion.subjects))
        }
    }
}
