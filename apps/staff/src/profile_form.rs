//! The form of a target profile: read, checked, drawn.

use content::Release;
use maud::{Markup, html};
use rules::target_profile::{CATEGORIES, Draft, Fault, LONGEST_NAME, faults};
use store::target_profile::TargetProfile;
use web::Words;
use web::components::field::{Field, Kind};
use web::components::select::Select;
use web::form::Form;

use crate::form_page::FormPage;
use crate::profile_list::category_word;
use crate::profile_subjects::{Picker, asked};

/// A form of a profile.
pub struct Drawn<'a> {
    /// What surrounds the fields.
    pub page: FormPage<'a>,
    /// The bank.
    pub release: &'a Release,
    /// What is filled in.
    pub profile: &'a TargetProfile,
    /// What is wrong.
    pub faults: &'a [Fault],
}

/// The profile that somebody posted, over the one that was there.
pub fn posted(form: &Form, release: &Release, before: &TargetProfile) -> TargetProfile {
    TargetProfile {
        name: form.text("name").trim().to_owned(),
        description: form.text("description").trim().to_owned(),
        category: form.text("category").to_owned(),
        tubes: Picker::whole(release).posted(form).to_string(),
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
        subjects: asked(profile),
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
    pub fn content(&self) -> Markup {
        let (words, profile) = (self.page.words, self.profile);
        let errors: Vec<_> = self.faults.iter().map(|fault| said(words, *fault)).collect();
        let error = |name: &str| errors.iter().find(|(field, _)| *field == name).map(|(_, text)| *text);
        let categories = CATEGORIES.map(|category| (category, words.say(category_word(category))));
        let asked = asked(profile);
        let longest = u16::try_from(LONGEST_NAME).ok();
        let fields = html! {
            (Field { value: &profile.name, error: error("name"), longest, ..Field::new("name", words.say("staff-name")) })
            (Field { kind: Kind::Long, value: &profile.description, error: error("description"),
                optional: Some(words.say("staff-optional")), ..Field::new("description", words.say("staff-description")) })
            (Select { name: "category", label: words.say("staff-category"), options: &categories,
                value: &profile.category, blank: Some(words.say("staff-choose")), hint: None, error: error("category") })
            (tick("public", words.say("staff-profile-public"), profile.is_public))
            (tick("simplified", words.say("staff-profile-simplified"), profile.simplified))
            (tick("resettable", words.say("staff-profile-resettable"), profile.resettable))
            (Picker::whole(self.release).drawn(words, &asked))
        };
        self.page.around(&errors, &fields)
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
