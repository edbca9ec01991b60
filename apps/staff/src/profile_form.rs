//! The form of a target profile: read, checked, drawn.

use content::Release;
use maud::{Markup, html};
use rules::target_profile::{CATEGORIES, Draft, Fault, LONGEST_NAME, faults};
use store::target_profile::TargetProfile;
use web::Words;
use web::components::button::{Button, csrf_field};
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::form::Form;

use crate::profile_list::category_word;
use crate::profile_subjects as subjects;

/// A form of a profile.
pub struct Drawn<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// The heading.
    pub title: &'a str,
    /// What is filled in.
    pub profile: &'a TargetProfile,
    /// What is wrong.
    pub faults: &'a [Fault],
    /// Where it posts to.
    pub action: &'a str,
    /// Where giving up leads to.
    pub back: &'a str,
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The profile that somebody posted, over the one that was there.
pub fn posted(form: &Form, release: &Release, before: &TargetProfile) -> TargetProfile {
    TargetProfile {
        name: form.text("name").trim().to_owned(),
        description: form.text("description").trim().to_owned(),
        category: form.text("category").to_owned(),
        tubes: subjects::posted(form, release).to_string(),
        is_public: form.text("public") == "on",
        simplified: form.text("simplified") == "on",
        resettable: form.text("resettable") == "on",
        id: before.id,
        owner_id: before.owner_id,
        created_at: before.created_at,
        outdated_at: before.outdated_at,
    }
}

/// Everything that is wrong with a profile.
pub fn wrong(profile: &TargetProfile) -> Vec<Fault> {
    faults(&Draft {
        name: profile.name.clone(),
        description: profile.description.clone(),
        category: profile.category.clone(),
        subjects: rules::subjects::Subjects::parse(&profile.tubes).unwrap_or_default(),
    })
}

/// The field of a fault, and what it says.
fn said(words: Words, fault: Fault) -> (&'static str, &'static str) {
    match fault {
        Fault::NoName => ("name", words.say("staff-profile-no-name")),
        Fault::LongName => ("name", words.say("staff-profile-long-name")),
        Fault::LongDescription => ("description", words.say("staff-profile-long-description")),
        Fault::UnknownCategory => ("category", words.say("staff-profile-no-category")),
        Fault::Empty => ("subjects", words.say("staff-profile-empty")),
    }
}

impl Drawn<'_> {
    /// The page's content.
    pub fn page(&self) -> Markup {
        let (words, profile) = (self.words, self.profile);
        let errors: Vec<_> = self.faults.iter().map(|fault| said(words, *fault)).collect();
        let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
        let categories = CATEGORIES.map(|category| (category, words.say(category_word(category))));
        let asked = rules::subjects::Subjects::parse(&profile.tubes).unwrap_or_default();
        let longest = u16::try_from(LONGEST_NAME).ok();
        html! {
            div class="stack" {
                h1 { (self.title) }
                (error_summary(words, &errors))
                form class="stack" method="post" action=(self.action) novalidate {
                    (csrf_field(self.csrf))
                    (Field { value: &profile.name, error: error("name"), longest, ..Field::new("name", words.say("staff-name")) })
                    (Field { kind: Kind::Long, value: &profile.description, error: error("description"),
                        optional: Some(words.say("staff-optional")), ..Field::new("description", words.say("staff-description")) })
                    (Select { name: "category", label: words.say("staff-category"), options: &categories,
                        value: &profile.category, blank: Some(words.say("staff-choose")), hint: None, error: error("category") })
                    (tick("public", words.say("staff-profile-public"), profile.is_public))
                    (tick("simplified", words.say("staff-profile-simplified"), profile.simplified))
                    (tick("resettable", words.say("staff-profile-resettable"), profile.resettable))
                    (subjects::drawn(words, self.release, &asked))
                    div class="row" {
                        (Button::submit(words.say("staff-save")))
                        (Button::link(words.say("staff-cancel"), self.back).quiet())
                    }
                }
            }
        }
    }
}

/// One box to tick.
pub fn tick(name: &str, label: &str, ticked: bool) -> Markup {
    html! {
        label class="check" {
            input type="checkbox" id=(name) name=(name) value="on" checked[ticked];
            span { (label) }
        }
    }
}
