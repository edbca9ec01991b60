//! The page of [`crate::home`]: one thing to do now, then what else waits. The profile tells where one stands.

use content::{Competence, Framework};
use maud::{Markup, html};
use rules::standing::{Standing, Step};
use store::joining::Taken;
use web::Words;
use web::components::banner::{Tone, banner};
use web::components::button::{Button, post};
use web::components::honeycomb::{Cell, Honeycomb, Size};
use web::visit::Person;

use crate::attempt_loading::campaign_title;
use crate::competence_card::{Place, attempt_page, card, domain_of, page_of};
use crate::participation_list_page::on_home;

/// Cards of one group; the others are on the profile.
const MOST_CARDS: usize = 4;

/// What the page shows.
pub struct Home<'a> {
    /// The language.
    pub words: Words,
    /// The competences.
    pub framework: &'a Framework,
    /// Where the learner stands in each, in the order of the framework.
    pub standings: &'a [Standing],
    /// The pix of the whole profile.
    pub total: u64,
    /// Whether the welcome was read.
    pub welcomed: bool,
    /// The newest campaigns.
    pub participations: &'a [Taken],
    /// Whether the person works in an organisation.
    pub works: bool,
    /// Whether the person is of the service's staff.
    pub staff: bool,
    /// Who it is.
    pub person: &'a Person,
}

type Pair<'a> = (&'a Competence, &'a Standing);

/// What can be done now, most urgent first.
struct Waiting<'a> {
    resume: Vec<Pair<'a>>,
    begin: Vec<Pair<'a>>,
    retry: Vec<Pair<'a>>,
}

impl<'a> Waiting<'a> {
    fn of(home: &Home<'a>) -> Self {
        let mut waiting = Self { resume: Vec::new(), begin: Vec::new(), retry: Vec::new() };
        for (competence, standing) in home.framework.competences.iter().zip(home.standings) {
            match standing.step {
                Step::Resume { .. } => waiting.resume.push((competence, standing)),
                Step::Begin => waiting.begin.push((competence, standing)),
                Step::Retry { days: 0, .. } => waiting.retry.push((competence, standing)),
                Step::NotOpen | Step::Retry { .. } | Step::Top { .. } => {}
            }
        }
        waiting
    }

    /// Takes out the one that the page proposes first.
    fn take_first(&mut self) -> Option<Pair<'a>> {
        let groups = [&mut self.resume, &mut self.begin, &mut self.retry];
        let first = groups.into_iter().find(|group| !group.is_empty())?;
        Some(first.remove(0))
    }
}

/// The whole page.
pub fn page(home: &Home<'_>) -> Markup {
    let words = home.words;
    let mut waiting = Waiting::of(home);
    let given =
        home.participations.iter().find(|taken| taken.completed_at.is_none() && taken.archived_at.is_none());
    let first = if given.is_none() { waiting.take_first() } else { None };
    html! {
        div class="stack-l" {
            section class="hero hero--home" {
                div class="hero__intro stack" {
                    h1 { (words.with(greeting(home), &[("first", home.person.first_name.clone().into())])) }
                    @match given { Some(taken) => (lead_given(words, taken)), None => (lead(home, first)) }
                }
                div class="hero__act" {
                    @match given { Some(taken) => (action_given(words, taken)), None => (action(home, first)) }
                }
                div class="hero__art" { (honeycomb(home)) }
            }
            @if home.works || home.staff { (workplaces(home)) }
            @if !home.welcomed { (welcome(home)) }
            (on_home(words, home.participations))
            (group(home, "resume", words.say("home-resume"), &waiting.resume))
            (group(home, "begin", words.say("home-begin"), &waiting.begin))
            (group(home, "retry", words.say("home-retry"), &waiting.retry))
        }
    }
}

/// The way to the other apps, for whoever works there.
fn workplaces(home: &Home<'_>) -> Markup {
    let words = home.words;
    html! {
        div class="row" {
            @if home.works { (Button::link(words.say("home-orga"), "/orga").quiet()) }
            @if home.staff { (Button::link(words.say("home-staff"), "/staff").quiet()) }
        }
    }
}

fn greeting(home: &Home<'_>) -> &'static str {
    let begun = home.standings.iter().any(|standing| !matches!(standing.step, Step::Begin | Step::NotOpen));
    if begun { web::words::key("home-hello") } else { web::words::key("home-welcome") }
}

/// Three sentences for somebody new, and the button that closes them.
fn welcome(home: &Home<'_>) -> Markup {
    let words = home.words;
    let close = Button::submit(words.say("home-notice-close")).quiet().small();
    banner(
        Tone::Info,
        &html! {
            p { strong { (words.say("home-notice-title")) } }
            p { (words.say("home-notice")) }
            div class="actions" { (post("/home/welcome", &home.person.form_token, &close)) }
        },
    )
}

/// A campaign that was begun comes before everything else: somebody waits for it.
fn lead_given(words: Words, taken: &Taken) -> Markup {
    let title = campaign_title(words, taken.title.as_deref(), &taken.code);
    let from = [("name", title.into()), ("organisation", taken.organisation.clone().into())];
    html! { p class="lead" { (words.with("home-lead-given", &from)) } }
}

fn action_given(words: Words, taken: &Taken) -> Markup {
    html! { p { (Button::link(words.say("home-act-given"), &format!("/campaigns/{}", taken.code))) } }
}

/// What is proposed, in a sentence; or that everything open is done.
fn lead(home: &Home<'_>, first: Option<Pair<'_>>) -> Markup {
    let words = home.words;
    let Some((competence, standing)) = first else { return all_done(home) };
    let name = ("name", competence.name.get(words.lang()).clone().into());
    let text = match standing.step {
        Step::Resume { answered, .. } => words.with("home-lead-resume", &[name, ("n", answered.into())]),
        Step::Retry { .. } => {
            let score = standing.score;
            let next = [name, ("n", score.remaining().into()), ("level", (score.level() + 1).into())];
            words.with("home-lead-retry", &next)
        }
        _ => words.with("home-lead-begin", &[name]),
    };
    html! { p class="lead" { (text) } }
}

fn all_done(home: &Home<'_>) -> Markup {
    let words = home.words;
    let soonest = home.framework.competences.iter().zip(home.standings);
    let soonest = soonest.filter_map(|(competence, standing)| match standing.step {
        Step::Retry { days, .. } => Some((days, competence)),
        _ => None,
    });
    html! {
        p class="lead" { (words.say("home-done")) }
        @if let Some((days, competence)) = soonest.min_by_key(|(days, _)| *days) {
            p { (words.with("home-done-next", &[("name", competence.name.get(words.lang()).clone().into()), ("days", days.into())])) }
        }
    }
}

/// The one main action: resume what is in progress, else begin what is open, else try again.
fn action(home: &Home<'_>, first: Option<Pair<'_>>) -> Markup {
    let words = home.words;
    let Some((competence, standing)) = first else {
        return html! {
            div class="row" {
                (Button::link(words.say("home-done-mistakes"), "/mistakes"))
                (Button::link(words.say("home-done-tutorials"), "/tutorials").quiet())
            }
        };
    };
    let name = [("name", competence.name.get(words.lang()).clone().into())];
    let begin = |label: &str| {
        let address = format!("{}/attempts", page_of(competence));
        post(&address, &home.person.form_token, &Button::submit(label))
    };
    match standing.step {
        Step::Resume { attempt, .. } => {
            let label = words.with("profile-resume", &name);
            html! { p { (Button::link(&label, &attempt_page(attempt))) } }
        }
        Step::Retry { .. } => begin(&words.with("home-act-retry", &name)),
        _ => begin(&words.with("profile-start", &name)),
    }
}

/// The honeycomb in small: its total here, its levels on the profile.
fn honeycomb(home: &Home<'_>) -> Markup {
    let words = home.words;
    let cells: Vec<Cell<'_>> = home
        .framework
        .competences
        .iter()
        .zip(home.standings)
        .map(|(competence, standing)| Cell {
            domain: domain_of(&competence.code),
            name: competence.name.get(words.lang()),
            level: standing.score.level(),
        })
        .collect();
    let total = u32::try_from(home.total).unwrap_or(u32::MAX);
    // The figure is already in the text alternative of the drawing.
    let figure = words.with("comb-title", &[("n", total.into()), ("of", 1024.into())]);
    html! {
        (Honeycomb { words, total, of: 1024, cells: &cells, size: Size::Card, decorative: false })
        p class="muted num" aria-hidden="true" { (figure) }
        p { a class="tap" href="/profile" { (words.say("home-profile")) } }
    }
}

/// A group of cards; nothing when it is empty.
fn group(home: &Home<'_>, id: &str, title: &str, pairs: &[Pair<'_>]) -> Markup {
    html! {
        @if !pairs.is_empty() {
            section class="stack" aria-labelledby=(id) {
                div class="row row--between" {
                    h2 id=(id) { (title) }
                    @if pairs.len() > MOST_CARDS {
                        a class="tap" href="/profile" { (home.words.say("home-all")) span class="visually-hidden" { (home.words.say("home-all-of")) " " (title) } }
                    }
                }
                div class="grid" {
                    @for (competence, standing) in pairs.iter().take(MOST_CARDS) {
                        (card(Place { words: home.words, competence, standing, csrf: &home.person.form_token }))
                    }
                }
            }
        }
    }
}
