//! The choice of subjects: a level for a domain, a competence or a subject; the nearer choice counts.

use content::{Competence, Domain, Release, Tube};
use maud::{Markup, html};
use rules::subjects::{Subjects, tube_number};
use rules::target_profile::top_of;
use web::Words;
use web::components::fold::fold;
use web::components::select::Select;
use web::form::Form;

/// The subjects that somebody posted: each tube's own level, else its competence's, else its domain's.
pub fn posted(form: &Form, release: &Release) -> Subjects {
    let asked = |name: &str| form.text(&format!("level.{name}"));
    let chosen = release.tubes().filter_map(|tube| {
        let competence = tube.code.split('-').next().unwrap_or_default();
        let domain = competence.split('.').next().unwrap_or_default();
        let near = [asked(&tube.code), asked(competence), asked(domain)];
        let level: u8 = near.into_iter().find(|level| !level.is_empty())?.parse().ok()?;
        let top = top_of(&tube.code, release)?;
        (level > 0).then_some((tube_number(&tube.code)?, level.min(top)))
    });
    Subjects::of(chosen)
}

/// The lists of levels: folded by competence, open where something is chosen.
pub fn drawn(words: Words, release: &Release, subjects: &Subjects) -> Markup {
    let framework = release.framework();
    html! {
        fieldset class="group" id="subjects" tabindex="-1" {
            legend class="legend" { (words.say("staff-subjects")) }
            p class="hint" { (words.say("staff-subjects-hint")) }
            div class="stack-l" { @for domain in &framework.domains { div class="stack" {
                (of_domain(words, domain))
                @for competence in &framework.competences {
                    @if competence.code.starts_with(domain.code.as_str()) { (of_competence(words, release, competence, subjects)) }
                }
            } } }
        }
    }
}

fn of_domain(words: Words, domain: &Domain) -> Markup {
    let label = words.with("staff-whole", &[("name", domain.name.get(words.lang()).as_str().into())]);
    html! { div class="stack-s" { h2 { (domain.code) " " (domain.name.get(words.lang())) } (level(words, (&domain.code, &label), "", 8)) } }
}

fn of_competence(words: Words, release: &Release, competence: &Competence, subjects: &Subjects) -> Markup {
    let name = competence.name.get(words.lang());
    let tubes: Vec<(&Tube, u8)> = tubes_of(release, competence).collect();
    let chosen = |tube: &Tube| tube_number(&tube.code).and_then(|tube| subjects.level(tube));
    let count = tubes.iter().filter(|(tube, _)| chosen(tube).is_some()).count();
    let of = [("name", name.as_str().into()), ("n", count.into()), ("of", tubes.len().into())];
    let title = format!("{} {}", competence.code, words.with("staff-competence-chosen", &of));
    let whole = words.with("staff-whole", &[("name", name.as_str().into())]);
    let inside = html! {
        div class="stack" {
            (level(words, (&competence.code, &whole), "", 8))
            @for (tube, top) in &tubes {
                @let own = chosen(tube).map(|level| level.to_string()).unwrap_or_default();
                (level(words, (&tube.code, tube.title.get(words.lang())), &own, *top))
            }
        }
    };
    fold(&title, count > 0, &inside)
}

/// The tubes of a competence that the bank can ask, each with its highest level.
fn tubes_of<'a>(release: &'a Release, competence: &'a Competence) -> impl Iterator<Item = (&'a Tube, u8)> {
    let here = release.tubes().filter(|tube| tube.code.starts_with(&format!("{}-", competence.code)));
    here.filter_map(|tube| Some((tube, top_of(&tube.code, release)?)))
}

fn level(words: Words, (code, label): (&str, &str), value: &str, top: u8) -> Markup {
    let levels: Vec<(String, String)> = (1..=top)
        .map(|level| (level.to_string(), words.with("staff-up-to", &[("level", level.into())])))
        .collect();
    let options: Vec<(&str, &str)> =
        levels.iter().map(|(value, text)| (value.as_str(), text.as_str())).collect();
    let name = format!("level.{code}");
    let label = format!("{code} {label}");
    html! {
        (Select { name: &name, label: &label, options: &options, value, blank: Some(words.say("staff-not-asked")),
            hint: None, error: None })
    }
}

/// The subjects of a profile in words, by competence.
pub fn told(words: Words, release: &Release, subjects: &Subjects) -> Markup {
    html! {
        @for competence in &release.framework().competences {
            @let here: Vec<_> = tubes_of(release, competence)
                .filter_map(|(tube, _)| Some((tube, subjects.level(tube_number(&tube.code)?)?))).collect();
            @if !here.is_empty() {
                div {
                    h3 { (competence.code) " " (competence.name.get(words.lang())) }
                    ul class="list" { @for (tube, level) in here {
                        li { (tube.title.get(words.lang())) " " span class="muted" {
                            "(" (words.with("staff-up-to", &[("level", level.into())])) ")" } }
                    } }
                }
            }
        }
    }
}
