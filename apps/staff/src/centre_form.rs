//! The form of a certification centre: read, checked, drawn.

use maud::{Markup, html};
use rules::centre_draft::{self as rule, Draft, Field, HABILITATIONS};
use rules::organisation_draft::Fault;
use rules::search_text::search_text;
use store::centre::Centre;
use store::organisation::Kind;
use web::Words;
use web::components::choice::{Choices, Kind as Several, Line};
use web::components::field::{Field as Input, Kind as Typed};
use web::components::select::Select;
use web::form::Form;
use web::words::key;

use crate::form_page::FormPage;
use crate::organisation_form::said as said_of_organisation;
use crate::organisation_list_page::kind_word;

/// What is wrong, field by field.
pub type Faults = Vec<(Field, Fault)>;

/// The kinds of centres.
pub const KINDS: [Kind; 3] = [Kind::Sco, Kind::Sup, Kind::Pro];

/// The draft that somebody posted.
pub fn posted(form: &Form) -> Draft {
    let text = |field: Field| form.text(field.name()).trim().to_owned();
    let chosen = form.iter().filter(|(name, _)| *name == Field::Habilitations.name());
    Draft {
        kind: text(Field::Kind),
        name: text(Field::Name),
        number: text(Field::Number),
        officer: text(Field::Officer),
        habilitations: chosen.map(|(_, value)| value.to_owned()).collect(),
    }
}

/// The draft of a centre that is there.
pub fn present(centre: &Centre) -> Draft {
    Draft {
        kind: centre.kind.name().to_owned(),
        name: centre.name.clone(),
        number: centre.external_id.clone().unwrap_or_default(),
        officer: centre.protection_officer.clone().unwrap_or_default(),
        habilitations: centre.habilitations.split_whitespace().map(str::to_owned).collect(),
    }
}

/// What a draft makes of a centre, or everything that is wrong with it.
pub fn filled(draft: &Draft, before: &Centre) -> Result<Centre, Faults> {
    let faults = rule::faults(draft);
    let kind = Kind::named(&draft.kind).filter(|_| faults.is_empty());
    let Some(kind) = kind else { return Err(faults) };
    let optional = |text: &String| Some(text.clone()).filter(|text| !text.is_empty());
    Ok(Centre {
        kind,
        name: draft.name.clone(),
        sought: search_text(&format!("{} {}", draft.name, draft.number)),
        external_id: optional(&draft.number),
        protection_officer: optional(&draft.officer),
        habilitations: draft.kept(),
        ..*before
    })
}

/// What is said where another centre has the number.
pub fn taken() -> Faults {
    vec![(Field::Number, Fault::Taken)]
}

/// The words for what a centre may certify.
pub fn habilitation_word(name: &str) -> &'static str {
    match name {
        "CLEA" => key("staff-habilitation-clea"),
        "DROIT" => key("staff-habilitation-law"),
        "PRO_SANTE" => key("staff-habilitation-health"),
        "EDU_1ER_DEGRE" => key("staff-habilitation-primary"),
        "EDU_2ND_DEGRE" => key("staff-habilitation-secondary"),
        _ => key("staff-habilitation-school-life"),
    }
}

fn said(words: Words, fault: Fault) -> &'static str {
    match fault {
        Fault::Taken => words.say("staff-centre-taken"),
        fault => said_of_organisation(words, fault),
    }
}

fn label(words: Words, field: Field) -> &'static str {
    words.say(match field {
        Field::Kind => "staff-kind",
        Field::Name => "staff-name",
        Field::Number => "staff-number",
        Field::Officer => "staff-officer",
        Field::Habilitations => "staff-habilitations",
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
    /// The page's content.
    pub fn content(&self) -> Markup {
        let (words, draft) = (self.page.words, self.draft);
        let errors: Vec<(&str, String)> = self.faults.iter().map(|fault| self.summed_up(*fault)).collect();
        let errors: Vec<(&str, &str)> = errors.iter().map(|(field, text)| (*field, text.as_str())).collect();
        let kinds = KINDS.map(|kind| (kind.name(), words.say(kind_word(kind))));
        let fields = html! {
            (Select { name: Field::Kind.name(), label: label(words, Field::Kind), options: &kinds, value: &draft.kind,
                blank: Some(words.say("staff-choose")), hint: None, error: self.error(Field::Kind) })
            (self.input(Field::Name, &draft.name, Typed::Text, None))
            (self.input(Field::Number, &draft.number, Typed::Code, Some(words.say("staff-centre-number-hint"))))
            (self.input(Field::Officer, &draft.officer, Typed::Text, None))
            (self.habilitations())
        };
        self.page.around(&errors, &fields)
    }

    fn summed_up(&self, (field, fault): (Field, Fault)) -> (&'static str, String) {
        let told =
            [("field", label(self.page.words, field).into()), ("fault", said(self.page.words, fault).into())];
        (field.name(), self.page.words.with("staff-fault-in", &told))
    }

    fn error(&self, field: Field) -> Option<&'static str> {
        let (_, fault) = self.faults.iter().find(|(faulty, _)| *faulty == field)?;
        Some(said(self.page.words, *fault))
    }

    fn input(&self, field: Field, value: &str, kind: Typed, hint: Option<&'static str>) -> Markup {
        let optional = (field != Field::Name).then(|| self.page.words.say("staff-optional"));
        let error = self.error(field);
        let input = Input {
            kind,
            value,
            error,
            optional,
            longest: Some(200),
            hint,
            ..Input::new(field.name(), label(self.page.words, field))
        };
        html! { (input) }
    }

    fn habilitations(&self) -> Markup {
        let line = |name: &str| Line {
            value: name.to_owned(),
            label: self.page.words.say(habilitation_word(name)),
            chosen: self.draft.habilitations.iter().any(|one| one == name),
            picture: None,
        };
        let lines = HABILITATIONS.map(line);
        let choices = Choices {
            name: Field::Habilitations.name(),
            legend: label(self.page.words, Field::Habilitations),
            kind: Several::Several,
            lines: &lines,
            hint: Some(self.page.words.say("staff-habilitations-hint")),
            error: self.error(Field::Habilitations),
        };
        html! { (choices) }
    }
}
