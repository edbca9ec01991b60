//! The page of [`crate::mistake`].

use content::{Family, Release};
use maud::{Markup, html};
use rules::verdict_number;
use store::mistake::Mistake;
use web::Words;
use web::components::banner::Tone;
use web::components::button::Button;
use web::components::empty::empty;
use web::components::icon::Icon;
use web::components::select::Select;
use web::components::status::{Status, status_icon};
use web::components::tag::tag;
use web::moment::date;

/// What is asked for.
pub struct Filter {
    /// In this competence only; in all when empty.
    pub competence: String,
    /// Only what was not succeeded since.
    pub left: bool,
}

impl Filter {
    fn is_open(&self) -> bool {
        self.competence.is_empty() && !self.left
    }

    /// The address of the list, from a mistake on.
    fn href(&self, before: Option<&Mistake>) -> String {
        let competence = (!self.competence.is_empty()).then(|| format!("competence={}", self.competence));
        let left = self.left.then(|| "left=1".to_owned());
        let before = before.map(|last| format!("before={}.{}", last.attempt_id, last.position));
        let query: Vec<String> = [competence, left, before].into_iter().flatten().collect();
        if query.is_empty() { "/mistakes".to_owned() } else { format!("/mistakes?{}", query.join("&")) }
    }
}

/// What the page shows.
pub struct Mistakes<'a> {
    /// The language.
    pub words: Words,
    /// The bank.
    pub release: &'a Release,
    /// What was asked for.
    pub filter: &'a Filter,
    /// The mistakes of this page.
    pub found: &'a [Mistake],
    /// The families of what is mastered today.
    pub learnt: &'a [i64],
    /// How many mistakes all pages hold.
    pub total: i64,
}

/// The whole page. `begun` tells that newer mistakes come before, `more` that older ones follow.
pub fn page(shown: &Mistakes<'_>, begun: bool, more: bool) -> Markup {
    let words = shown.words;
    html! {
        div class="stack-l" {
            div class="stack" {
                h1 { (words.say("mistakes-title")) }
                p class="lead" { (words.say("mistakes-lead")) }
                @if shown.total > 0 || !shown.filter.is_open() { (filters(shown)) }
            }
            @if shown.found.is_empty() { (nothing(shown)) }
            @else {
                section class="stack" aria-labelledby="mistakes" {
                    h2 id="mistakes" { (words.with("mistakes-count", &[("n", shown.total.into())])) }
                    ul class="list entries" { @for one in shown.found { li class="entry" { (line(shown, one)) } } }
                }
                (pages(shown, begun, more))
            }
        }
    }
}

fn filters(shown: &Mistakes<'_>) -> Markup {
    let words = shown.words;
    let lang = words.lang();
    let open = shown.release.framework().competences.iter().filter(|one| one.opens.is_none());
    let competences: Vec<(&str, &str)> =
        open.map(|one| (one.code.as_str(), one.name.get(lang).as_str())).collect();
    let states = [("", words.say("mistakes-all")), ("1", words.say("mistakes-left"))];
    let plain = Select { name: "", label: "", options: &[], value: "", blank: None, hint: None, error: None };
    html! {
        form class="filters" method="get" action="/mistakes" {
            (Select {
                name: "competence", label: words.say("filter-competence"), options: &competences,
                value: &shown.filter.competence, blank: Some(words.say("filter-all")), ..plain
            })
            (Select {
                name: "left", label: words.say("mistakes-which"), options: &states,
                value: if shown.filter.left { "1" } else { "" }, ..plain
            })
            (Button::submit(words.say("filter-apply")).quiet())
        }
    }
}

fn line(shown: &Mistakes<'_>, one: &Mistake) -> Markup {
    let words = shown.words;
    let status = Status::from(verdict_number::read(one.status).unwrap_or(grade::Status::Ko));
    let family = shown.release.family_by_key(one.family);
    let title = family.map_or(words.say("mistakes-older"), |family: &Family| family.title(words.lang()));
    // A campaign's test has several competences: the question tells which.
    let code = family.and_then(|family| family.id().split('-').next()).unwrap_or(&one.competence);
    let competence = shown.release.framework().competence(code);
    let name = competence.map_or("", |competence| competence.name.get(words.lang()));
    html! {
        (status_icon(status))
        div class="entry__in" {
            a class="entry__title" href=(format!("/attempts/{}/corrections/{}", one.attempt_id, one.position)) { (title) }
            p class="small muted" { (status.word(words)) " · " (name) " · " (date(words.lang(), one.answered_at)) }
        }
        @if shown.learnt.contains(&one.family) { (tag(Tone::Ok, Icon::Check, words.say("mistakes-learnt"))) }
    }
}

fn pages(shown: &Mistakes<'_>, begun: bool, more: bool) -> Markup {
    let words = shown.words;
    let older = shown.filter.href(shown.found.last());
    html! {
        @if begun || more {
            nav class="row" aria-label=(words.say("pagination")) {
                @if more { (Button::link(words.say("mistakes-next"), &older).quiet()) }
                @if begun { (Button::link(words.say("mistakes-first"), &shown.filter.href(None)).bare()) }
            }
        }
    }
}

/// No mistake at all, none for this filter, or none after the last one.
fn nothing(shown: &Mistakes<'_>) -> Markup {
    let words = shown.words;
    if shown.total > 0 {
        let first = shown.filter.href(None);
        let back = Button::link(words.say("mistakes-first"), &first).quiet();
        return empty(words.say("mistakes-end-title"), words.say("mistakes-end"), Some(&back));
    }
    if shown.filter.is_open() {
        let start = Button::link(words.say("mistakes-none-start"), "/home");
        return empty(words.say("mistakes-none-title"), words.say("mistakes-none"), Some(&start));
    }
    let all = Button::link(words.say("filter-drop"), "/mistakes").quiet();
    empty(words.say("mistakes-filtered-title"), words.say("mistakes-filtered"), Some(&all))
}
