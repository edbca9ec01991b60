//! The page of [`crate::combined_course_creation`].

use maud::{Markup, html};
use rules::combined_course::Fault;
use store::campaign::Listed;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::breadcrumb::breadcrumb;
use web::components::button::{Button, csrf_field};
use web::components::choice::Checkbox;
use web::components::error_summary::error_summary;
use web::components::field::{Field, Kind};
use web::components::select::{Select, group};

use crate::combined_course_creation::{NEW, Typed};

/// What the page shows.
pub struct Filling<'a> {
    /// The language.
    pub words: Words,
    /// The campaigns to choose from.
    pub campaigns: &'a [Listed],
    /// What was typed.
    pub typed: &'a Typed,
    /// What is wrong with it.
    pub wrong: &'a [Fault],
    /// The token of the session's forms.
    pub csrf: &'a str,
}

/// The whole page.
pub fn page(filling: &Filling<'_>) -> Markup {
    let (words, typed) = (filling.words, filling.typed);
    let name = Field {
        value: &typed.name,
        error: error_of(filling, "name"),
        ..Field::new("name", words.say("combined-name"))
    };
    let description = Field {
        kind: Kind::Long,
        value: &typed.description,
        error: error_of(filling, "description"),
        optional: Some(words.say("campaign-optional")),
        ..Field::new("description", words.say("combined-description"))
    };
    html! {
        div class="stack" {
            (breadcrumb(words, &[(words.say("combined-title"), "/orga/courses")], words.say("combined-new")))
            h1 { (words.say("combined-new")) }
            (error_summary(words, &errors(filling)))
            @if filling.campaigns.is_empty() { (banner(Tone::Info, &html! { p { (words.say("combined-no-campaign")) } })) }
            form class="stack" method="post" action=(NEW) novalidate {
                (csrf_field(filling.csrf))
                input type="hidden" name="id" value=(typed.id);
                (name) (description)
                p class="hint" { (words.say("combined-campaigns-hint")) }
                @for (place, step) in typed.steps.iter().enumerate() { (step_fields(filling, place, step)) }
                div class="row" { (Button::submit(words.say("combined-save"))) }
            }
        }
    }
}

fn step_fields(filling: &Filling<'_>, place: usize, (chosen, lessons): &(String, bool)) -> Markup {
    let words = filling.words;
    let ids: Vec<String> = filling.campaigns.iter().map(|campaign| campaign.id.to_string()).collect();
    let names = filling.campaigns.iter().map(|campaign| campaign.name.as_str());
    let options: Vec<(&str, &str)> = ids.iter().map(String::as_str).zip(names).collect();
    let (name, lessons_name) = (format!("campaign-{}", place + 1), format!("lessons-{}", place + 1));
    let select = Select {
        name: &name,
        label: words.say("combined-campaign"),
        options: &options,
        value: chosen,
        blank: Some(words.say("combined-campaign-nothing")),
        hint: None,
        error: (place == 0).then(|| error_of(filling, "campaign-1")).flatten(),
    };
    let label = html! { (words.say("combined-then-lessons")) };
    let then = Checkbox { name: &lessons_name, label: &label, ticked: *lessons, error: None };
    let legend = words.with("combined-step", &[("n", (place + 1).into())]);
    group(&format!("step-{}", place + 1), &legend, None, None, &html! { (select) (then) })
}

fn error_of(filling: &Filling<'_>, field: &str) -> Option<&'static str> {
    errors(filling).into_iter().find(|(name, _)| *name == field).map(|(_, sentence)| sentence)
}

fn errors(filling: &Filling<'_>) -> Vec<(&'static str, &'static str)> {
    let words = filling.words;
    let told = |fault: &Fault| match fault {
        Fault::NameMissing => ("name", words.say("combined-name-missing")),
        Fault::NameTooLong => ("name", words.say("combined-name-long")),
        Fault::DescriptionTooLong => ("description", words.say("combined-description-long")),
        Fault::NoCampaign => ("campaign-1", words.say("combined-campaign-missing")),
        Fault::CampaignTwice => ("campaign-1", words.say("combined-campaign-twice")),
    };
    filling.wrong.iter().map(told).collect()
}
