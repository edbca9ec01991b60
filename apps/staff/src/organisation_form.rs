//! The form of an organisation: read, checked, drawn.

use maud::{Markup, html};
use rules::organisation_draft::{self as rule, Draft, FEATURES, Fault, Field, Known, PROVIDERS, TAGS};
use rules::search_text::search_text;
use store::OrganisationId;
use store::organisation::{self, Found, Kind, Organisation};
use web::Words;
use web::components::choice::{Choices, Kind as Several, Line};
use web::components::field::{Field as Input, Kind as Typed};
use web::components::select::Select;
use web::form::Form;
use web::house::House;
use web::refusal::Refusal;

use crate::form_page::FormPage;
use crate::organisation_list_page::kind_word;

/// What is wrong, field by field.
pub type Faults = Vec<(Field, Fault)>;

/// The draft that somebody posted.
pub fn posted(form: &Form) -> Draft {
    let joined = |field: Field| {
        let values = form.iter().filter(|(name, _)| *name == field.name()).map(|(_, value)| value);
        (field, values.collect::<Vec<_>>().join(" "))
    };
    let texts = Field::ALL.map(joined);
    Draft::of(texts.iter().map(|(field, text)| (*field, text.as_str())))
}

/// The draft of an organisation that is there.
pub fn present(organisation: &Organisation, parent: Option<&str>) -> Draft {
    let text = |text: &Option<String>| text.clone().unwrap_or_default();
    let yes = |says: bool| if says { "on".to_owned() } else { String::new() };
    let texts = [
        (Field::Kind, organisation.kind.name().to_owned()),
        (Field::Name, organisation.name.clone()),
        (Field::Number, text(&organisation.external_id)),
        (Field::Province, text(&organisation.province)),
        (Field::Email, text(&organisation.email)),
        (Field::Documentation, text(&organisation.documentation_url)),
        (Field::Officer, text(&organisation.protection_officer)),
        (Field::ClassList, yes(organisation.managing_learners)),
        (Field::Skills, yes(organisation.shows_skills)),
        (Field::Parent, parent.unwrap_or_default().to_owned()),
        (Field::Provider, text(&organisation.identity_provider)),
        (Field::Tags, organisation.tags.clone()),
        (Field::Features, organisation.features.clone()),
    ];
    Draft::of(texts.iter().map(|(field, text)| (*field, text.as_str())))
}

/// What a draft becomes: the organisation, changed; its network is found by number among `known`.
pub fn filled(draft: &Draft, known: &[Found], before: &Organisation) -> Organisation {
    let parent = known.iter().find(|found| found.external_id == draft.text(Field::Parent));
    let (name, number) = (draft.text(Field::Name), draft.optional(Field::Number));
    Organisation {
        kind: Kind::named(draft.text(Field::Kind)).unwrap_or(before.kind),
        name: name.to_owned(),
        sought: search_text(&format!("{name} {}", number.as_deref().unwrap_or_default())),
        external_id: number,
        province: draft.optional(Field::Province),
        email: draft.optional(Field::Email),
        documentation_url: draft.optional(Field::Documentation),
        protection_officer: draft.optional(Field::Officer),
        managing_learners: draft.says_yes(Field::ClassList),
        shows_skills: draft.says_yes(Field::Skills),
        identity_provider: draft.optional(Field::Provider),
        parent_id: parent.map(|found| found.id),
        tags: draft.words(Field::Tags),
        features: draft.words(Field::Features),
        ..*before
    }
}

/// The organisations that bear the numbers of some drafts, in one statement.
pub async fn known(house: &House, drafts: &[Draft]) -> Result<Vec<Found>, Refusal> {
    let numbers = drafts.iter().flat_map(|draft| [draft.text(Field::Number), draft.text(Field::Parent)]);
    let numbers: Vec<&str> = numbers.filter(|number| !number.is_empty()).collect();
    if numbers.is_empty() {
        return Ok(Vec::new());
    }
    Ok(organisation::numbers(&house.db, &serde_json::json!(numbers).to_string()).await?)
}

/// Everything that is wrong with a draft; `id`: the organisation that is changed, and whether it is a network.
pub fn faults(draft: &Draft, known: &[Found], id: Option<(OrganisationId, bool)>) -> Faults {
    let known: Vec<Known> = known
        .iter()
        .map(|found| Known {
            number: found.external_id.clone(),
            itself: id.is_some_and(|(id, _)| id == found.id),
            is_child: found.parent_id.is_some(),
        })
        .collect();
    let mut faults = rule::faults(draft);
    faults.extend(rule::relations(draft, &known, id.is_some_and(|(_, network)| network)));
    faults.sort_by_key(|(field, _)| *field);
    faults
}

/// What a fault says, and what was expected.
pub fn said(words: Words, fault: Fault) -> &'static str {
    words.say(match fault {
        Fault::Missing => "staff-fault-missing",
        Fault::TooLong => "staff-fault-long",
        Fault::Unknown => "staff-fault-unknown",
        Fault::NotAUai => "staff-fault-uai",
        Fault::NotANumber => "staff-fault-number",
        Fault::NotAnAddress => "staff-fault-email",
        Fault::NotALink => "staff-fault-link",
        Fault::NotYesNo => "staff-fault-yes-no",
        Fault::Taken => "staff-fault-taken",
        Fault::Twice => "staff-fault-twice",
        Fault::Absent => "staff-fault-absent",
        Fault::Several => "staff-fault-several",
        Fault::TooDeep => "staff-fault-deep",
    })
}

/// What is asked in a field.
pub fn label(words: Words, field: Field) -> &'static str {
    words.say(match field {
        Field::Kind => "staff-kind",
        Field::Name => "staff-name",
        Field::Number => "staff-number",
        Field::Province => "staff-province",
        Field::Email => "staff-email",
        Field::Documentation => "staff-documentation",
        Field::Officer => "staff-officer",
        Field::ClassList => "staff-class-list",
        Field::Skills => "staff-shows-skills",
        Field::Parent => "staff-parent",
        Field::Provider => "staff-provider",
        Field::Tags => "staff-tags",
        Field::Features => "staff-features",
    })
}

/// A form with its errors.
pub struct Drawn<'a> {
    /// What surrounds the fields.
    pub page: FormPage<'a>,
    /// What is filled in.
    pub draft: &'a Draft,
    /// What is wrong.
    pub faults: &'a Faults,
}

impl Drawn<'_> {
    fn error(&self, field: Field) -> Option<&'static str> {
        let (_, fault) = self.faults.iter().find(|(faulty, _)| *faulty == field)?;
        Some(said(self.page.words, *fault))
    }

    fn input(&self, field: Field, kind: Typed, hint: Option<&'static str>) -> Markup {
        let optional = (field != Field::Name).then(|| self.page.words.say("staff-optional"));
        let input = Input {
            kind,
            value: self.draft.text(field),
            error: self.error(field),
            optional,
            longest: Some(200),
            hint,
            ..Input::new(field.name(), label(self.page.words, field))
        };
        html! { (input) }
    }

    fn tick(&self, field: Field) -> Markup {
        html! {
            label class="check" {
                input type="checkbox" id=(field.name()) name=(field.name()) value="on" checked[self.draft.says_yes(field)];
                span { (label(self.page.words, field)) }
            }
        }
    }

    fn several(&self, field: Field, all: &[&str]) -> Markup {
        let chosen = self.draft.words(field);
        let line =
            |word: &&str| (option_word(word), chosen.contains(&format!(" {word} ")), (*word).to_owned());
        let lines: Vec<_> = all.iter().map(line).collect();
        let lines: Vec<Line<'_>> = lines
            .iter()
            .map(|(label, chosen, value)| Line {
                value: value.clone(),
                label: label.map_or(value.as_str(), |key| self.page.words.say(key)),
                chosen: *chosen,
                picture: None,
            })
            .collect();
        let choices = Choices {
            name: field.name(),
            legend: label(self.page.words, field),
            kind: Several::Several,
            lines: &lines,
            hint: None,
            error: self.error(field),
        };
        html! { (choices) }
    }

    /// The page's content.
    pub fn content(&self) -> Markup {
        let words = self.page.words;
        let said = |(field, fault): &(Field, Fault)| {
            let told = [("field", label(words, *field).into()), ("fault", said(words, *fault).into())];
            (field.name(), words.with("staff-fault-in", &told))
        };
        let errors: Vec<(&str, String)> = self.faults.iter().map(said).collect();
        let errors: Vec<(&str, &str)> = errors.iter().map(|(field, text)| (*field, text.as_str())).collect();
        let providers = PROVIDERS.map(|provider| (provider, provider));
        let kinds = Kind::ALL.map(|kind| (kind.name(), words.say(kind_word(kind))));
        let fields = html! {
            (Select { name: Field::Kind.name(), label: label(words, Field::Kind), options: &kinds,
                value: self.draft.text(Field::Kind), blank: Some(words.say("staff-choose")), hint: None,
                error: self.error(Field::Kind) })
            (self.input(Field::Name, Typed::Text, None))
            (self.input(Field::Number, Typed::Code, Some(words.say("staff-number-hint"))))
            (self.input(Field::Province, Typed::Text, None))
            (self.input(Field::Email, Typed::Email, None))
            (self.input(Field::Documentation, Typed::Mono, Some(words.say("staff-documentation-hint"))))
            (self.input(Field::Officer, Typed::Text, None))
            (self.input(Field::Parent, Typed::Code, Some(words.say("staff-parent-hint"))))
            (Select { name: Field::Provider.name(), label: label(words, Field::Provider), options: &providers,
                value: self.draft.text(Field::Provider), blank: Some(words.say("staff-provider-none")),
                hint: Some(words.say("staff-provider-hint")), error: self.error(Field::Provider) })
            (self.tick(Field::ClassList))
            (self.tick(Field::Skills))
            (self.several(Field::Tags, &TAGS))
            (self.several(Field::Features, &FEATURES))
        };
        self.page.around(&errors, &fields)
    }
}

/// The words for a tag, or for what is switched on.
pub fn option_word(name: &str) -> Option<&'static str> {
    Some(match name {
        "AGRICULTURE" => "staff-tag-agriculture",
        "CFA" => "staff-tag-apprentices",
        "AEFE" => "staff-tag-abroad",
        "MLF" => "staff-tag-mission",
        "POLE_EMPLOI" => "staff-tag-employment",
        "MEDNUM" => "staff-tag-mediation",
        "MULTIPLE_SENDING_ASSESSMENT" => "staff-feature-sendings",
        "COMPUTE_ORGANIZATION_LEARNER_CERTIFICABILITY" => "staff-feature-certifiability",
        "LEARNER_IMPORT" => "staff-feature-import",
        "PLACES_MANAGEMENT" => "staff-feature-places",
        "MISSIONS_MANAGEMENT" => "staff-feature-missions",
        "ATTESTATIONS_MANAGEMENT" => "staff-feature-attestations",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_tag_and_every_option_is_said_in_words() {
        for name in TAGS.iter().chain(&FEATURES) {
            assert!(option_word(name).is_some(), "{name}");
        }
        assert_eq!(option_word("MARS"), None);
    }
}
