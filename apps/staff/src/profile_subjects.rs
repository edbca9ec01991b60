//! The choice of subjects: a level for a domain, a competence or a subject; the nearer choice counts.
//!
//! A profile picks among all that the bank can ask; a badge or a training among what its profile asks.

use content::{Competence, Domain, Release, Tube};
use maud::{Markup, html};
use rules::subjects::{Subjects, tube_number};
use rules::target_profile::top_of;
use store::target_profile::TargetProfile;
use web::Words;
use web::components::fold::fold;
use web::components::select::Select;
use web::form::Form;

/// What can be picked.
#[derive(Clone, Copy)]
pub struct Picker<'a> {
    release: &'a Release,
    /// The profile that the pick belongs to; none for the subjects of a profile itself.
    within: Option<&'a Subjects>,
}

impl<'a> Picker<'a> {
    /// Whatever the bank can ask.
    pub const fn whole(release: &'a Release) -> Self {
        Self { release, within: None }
    }

    /// What a profile asks: its tubes, each up to its level.
    pub const fn within(release: &'a Release, profile: &'a Subjects) -> Self {
        Self { release, within: Some(profile) }
    }

    /// The subjects that somebody posted: each tube's own level, else its competence's, else its domain's.
    pub fn posted(&self, form: &Form) -> Subjects {
        let asked = |name: &str| form.text(&format!("level.{name}"));
        let chosen = self.release.tubes().filter_map(|tube| {
            let competence = tube.code.split('-').next().unwrap_or_default();
            let domain = competence.split('.').next().unwrap_or_default();
            let near = [asked(&tube.code), asked(competence), asked(domain)];
            let level: u8 = near.into_iter().find(|level| !level.is_empty())?.parse().ok()?;
            let top = self.top(tube)?;
            (level > 0).then_some((tube_number(&tube.code)?, level.min(top)))
        });
        Subjects::of(chosen)
    }

    /// The highest level that can be picked of a tube; none where it cannot be picked.
    fn top(&self, tube: &Tube) -> Option<u8> {
        let top = top_of(&tube.code, self.release)?;
        match self.within {
            Some(profile) => profile.level(tube_number(&tube.code)?).map(|level| level.min(top)),
            None => Some(top),
        }
    }

    /// The tubes of a domain or a competence that can be picked, each with its highest level.
    fn under(&self, code: &str) -> Vec<(&'a Tube, u8)> {
        let here =
            |tube: &&Tube| tube.code.strip_prefix(code).is_some_and(|rest| rest.starts_with(['.', '-']));
        self.release.tubes().filter(here).filter_map(|tube| Some((tube, self.top(tube)?))).collect()
    }

    /// The lists of levels: folded by competence, open where something is chosen.
    pub fn drawn(&self, words: Words, chosen: &Subjects) -> Markup {
        let (legend, hint) = match self.within {
            Some(_) => (words.say("staff-counted-subjects"), words.say("staff-counted-subjects-hint")),
            None => (words.say("staff-subjects"), words.say("staff-subjects-hint")),
        };
        let framework = self.release.framework();
        html! {
            fieldset class="group" id="subjects" tabindex="-1" {
                legend class="legend" { (legend) }
                p class="hint" { (hint) }
                div class="stack-l" { @for domain in &framework.domains {
                    @let tubes = self.under(&domain.code);
                    @if !tubes.is_empty() { div class="stack" {
                        (self.of_domain(words, domain, &tubes))
                        @for competence in &framework.competences {
                            @if competence.code.starts_with(domain.code.as_str()) { (self.of_competence(words, competence, chosen)) }
                        }
                    } }
                } }
            }
        }
    }

    fn of_domain(&self, words: Words, domain: &Domain, tubes: &[(&Tube, u8)]) -> Markup {
        let name = domain.name.get(words.lang());
        let label = words.with("staff-whole", &[("name", name.as_str().into())]);
        html! { div class="stack-s" {
            @if self.within.is_some() { h3 { (domain.code) " " (name) } } @else { h2 { (domain.code) " " (name) } }
            (self.level(words, (&domain.code, &label), "", highest(tubes)))
        } }
    }

    fn of_competence(&self, words: Words, competence: &Competence, chosen: &Subjects) -> Markup {
        let tubes = self.under(&competence.code);
        if tubes.is_empty() {
            return html! {};
        }
        let name = competence.name.get(words.lang());
        let of_tube = |tube: &Tube| tube_number(&tube.code).and_then(|tube| chosen.level(tube));
        let count = tubes.iter().filter(|(tube, _)| of_tube(tube).is_some()).count();
        let of = [("name", name.as_str().into()), ("n", count.into()), ("of", tubes.len().into())];
        let title = format!("{} {}", competence.code, words.with("staff-competence-chosen", &of));
        let whole = words.with("staff-whole", &[("name", name.as_str().into())]);
        let inside = html! {
            div class="stack" {
                (self.level(words, (&competence.code, &whole), "", highest(&tubes)))
                @for (tube, top) in &tubes {
                    @let own = of_tube(tube).map(|level| level.to_string()).unwrap_or_default();
                    (self.level(words, (&tube.code, tube.title.get(words.lang())), &own, *top))
                }
            }
        };
        fold(&title, count > 0, &inside)
    }

    fn level(&self, words: Words, (code, label): (&str, &str), value: &str, top: u8) -> Markup {
        let levels: Vec<(String, String)> = (1..=top)
            .map(|level| (level.to_string(), words.with("staff-up-to", &[("level", level.into())])))
            .collect();
        let options: Vec<(&str, &str)> =
            levels.iter().map(|(value, text)| (value.as_str(), text.as_str())).collect();
        let name = format!("level.{code}");
        let label = format!("{code} {label}");
        let blank = words.say(if self.within.is_some() { "staff-not-counted" } else { "staff-not-asked" });
        html! {
            (Select { name: &name, label: &label, options: &options, value, blank: Some(blank), hint: None, error: None })
        }
    }
}

fn highest(tubes: &[(&Tube, u8)]) -> u8 {
    tubes.iter().map(|(_, top)| *top).max().unwrap_or(1)
}

/// What a profile asks.
pub fn asked(profile: &TargetProfile) -> Subjects {
    Subjects::parse(&profile.tubes).unwrap_or_default()
}

/// The subjects of a profile in words, by competence.
pub fn told(words: Words, release: &Release, subjects: &Subjects) -> Markup {
    let picker = Picker::within(release, subjects);
    html! {
        @for competence in &release.framework().competences {
            @let here = picker.under(&competence.code);
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

/// A few subjects in words, one after the other.
pub fn named(words: Words, release: &Release, subjects: &Subjects) -> String {
    let said = subjects.iter().filter_map(|(tube, level)| {
        let code = rules::subjects::tube_code(tube)?;
        let title = release.tube(&code).map_or(code.as_str(), |tube| tube.title.get(words.lang()).as_str());
        Some(format!("{title} ({})", words.with("staff-up-to", &[("level", level.into())])))
    });
    said.collect::<Vec<_>>().join(", ")
}
