//! Picking subjects one by one: domain, competence, subject, and the highest level asked of each.

use content::{Competence, Release, Tube};
use maud::{Markup, html};
use std::collections::BTreeMap;
use web::Words;
use web::components::domain::{Domain, badge};
use web::components::fold::fold;

/// The subjects of a bank, those picked ticked: a fold for each competence, open where something is picked.
pub fn subject_picker(words: Words, release: &Release, picked: &BTreeMap<String, u8>) -> Markup {
    let framework = release.framework();
    html! {
        div class="picker stack" {
            @for domain in &framework.domains {
                @let number = domain.code.parse().ok().and_then(Domain::numbered);
                section class={ "stack-s " (number.map_or("", Domain::class)) } aria-labelledby={ "domain-" (domain.code) } {
                    h3 class="domain" id={ "domain-" (domain.code) } {
                        @if let Some(number) = number { (badge(number, true)) }
                        span { (domain.name.get(words.lang())) }
                    }
                    div {
                        @for competence in framework.competences.iter().filter(|one| one.code.starts_with(&domain.code)) {
                            (competence_fold(words, release, competence, picked))
                        }
                    }
                }
            }
        }
    }
}

fn competence_fold(
    words: Words,
    release: &Release,
    competence: &Competence,
    picked: &BTreeMap<String, u8>,
) -> Markup {
    let tubes: Vec<&Tube> = release.tubes().filter(|tube| tube_is_of(tube, competence)).collect();
    if tubes.is_empty() {
        return html! {};
    }
    let ticked = tubes.iter().filter(|tube| picked.contains_key(&tube.code)).count();
    let (name, count) = (competence.name.get(words.lang()), tubes.len());
    let counted = words.with("picker-count", &[("n", ticked.into()), ("all", count.into())]);
    let title = format!("{} {name} ({counted})", competence.code);
    let inside = html! {
        ul class="list picks" { @for tube in &tubes { li { (line(words, tube, picked.get(&tube.code).copied())) } } }
    };
    fold(&title, ticked > 0, &inside)
}

fn tube_is_of(tube: &Tube, competence: &Competence) -> bool {
    tube.code.split_once('-').is_some_and(|(code, _)| code == competence.code)
}

fn line(words: Words, tube: &Tube, chosen: Option<u8>) -> Markup {
    let top = tube.skills.last().map_or(1, |skill| skill.code.level());
    let level = chosen.map_or(top, |chosen| chosen.min(top));
    let title = tube.title.get(words.lang());
    html! {
        div class="pick" {
            label class="check" {
                input type="checkbox" name="tube" value=(tube.code) checked[chosen.is_some()];
                span { (title) br; span class="muted small" { (tube.description.get(words.lang())) } }
            }
            select class="select" name={ "level." (tube.code) } autocomplete="off"
                aria-label=(words.with("picker-level-of", &[("subject", title.as_str().into())])) {
                @for skill in &tube.skills {
                    @let rung = skill.code.level();
                    option value=(rung) selected[rung == level] { (words.with("picker-level", &[("n", rung.into())])) }
                }
            }
        }
    }
}
