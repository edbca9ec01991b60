//! The page of [`crate::participant`].

use content::Release;
use maud::{Markup, html};
use rules::positioning::Reached;
use rules::snapshot::{Mastery, Sent, Snapshot, decode_profile};
use rules::subjects::tube_code;
use store::campaign::Campaign;
use store::report::award::Awards;
use store::report::participant::Whole;
use web::Words;
use web::components::breadcrumb::breadcrumb;
use web::components::button::Button;
use web::components::domain::{self, Domain};
use web::components::empty::empty;
use web::components::meter::meter;
use web::components::tag::plain;
use web::moment::date;

use crate::board_page::cell;
use crate::campaign_tabs::Tab;
use crate::participant_removal::address as removal;
use crate::results_list::{certifiable, certifiable_competences, stage_reached};

/// What the page shows.
pub struct Shown<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// The bank, for names.
    pub release: &'a Release,
    /// What the target profile promises.
    pub awards: &'a Awards,
    /// The person's name.
    pub name: &'a str,
    /// Every try of the person, the oldest first.
    pub tries: &'a [Whole],
    /// The try that is shown.
    pub one: &'a Whole,
    /// How much of it was gone through, in percent.
    pub progress: u32,
    /// Whether the reader may delete it.
    pub changes: bool,
}

/// The whole page.
pub fn page(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    let list = Tab::Activity.path(shown.campaign);
    html! {
        div class="stack-m" {
            header class="stack-s" {
                (breadcrumb(words, &[(words.say("campaigns-title"), "/orga/campaigns"), (&shown.campaign.name, &list)], shown.name))
                div class="row row--between" {
                    h1 class="title-s" { (shown.name) }
                    (actions(shown))
                }
                @if shown.tries.len() > 1 { (tries(shown)) }
            }
            (facts(shown))
            (content(shown))
        }
    }
}

/// What can be done with what the page shows.
fn actions(shown: &Shown<'_>) -> Markup {
    let (words, id) = (shown.words, shown.one.id);
    let report = format!("{}/participants/{id}/report", Tab::Activity.path(shown.campaign));
    html! {
        div class="row" {
            @if shown.one.shared_at.is_some() { (Button::link(words.say("report-one"), &report).quiet().small()) }
            @if shown.changes { (Button::link(words.say("participant-removal-title"), &removal(shown.campaign, id)).quiet().small()) }
        }
    }
}

/// The way from one try to the others.
fn tries(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    html! {
        nav aria-label=(words.say("orga-person-tries")) {
            ul class="tabs" {
                @for (place, one) in (1usize..).zip(shown.tries) {
                    li {
                        a href={ (Tab::Activity.path(shown.campaign)) "/participants/" (one.id) } aria-current=[(one.id == shown.one.id).then_some("page")] {
                            span { (words.with("orga-try", &[("n", place.into())])) ", " (date(words.lang(), one.started_at)) }
                        }
                    }
                }
            }
        }
    }
}

fn facts(shown: &Shown<'_>) -> Markup {
    let (words, one) = (shown.words, shown.one);
    let fact = |word: &str, value: Markup| html! { div { dt { (word) } dd { (value) } } };
    let day = |at: Option<i64>| html! { @match at { Some(at) => (date(words.lang(), at)), None => "–" } };
    html! {
        div class="card stack" {
            @if one.shared_at.is_none() && shown.campaign.kind.is_test() {
                (meter("progress", &words.with("orga-progress", &[("n", shown.progress.into())]), shown.progress, 100))
            }
            dl class="facts-list" {
                @if let Some(division) = &one.division { (fact(words.say("orga-division"), html! { (division) })) }
                @if let (Some(label), Some(id)) = (&shown.campaign.external_label, &one.external_id) { (fact(label, html! { (id) })) }
                (fact(words.say("orga-started-on"), day(Some(one.started_at))))
                (fact(words.say("orga-sent-on"), day(one.shared_at)))
                (outcome(shown))
            }
        }
    }
}

/// What was obtained, once it was sent.
fn outcome(shown: &Shown<'_>) -> Markup {
    let (words, one) = (shown.words, shown.one);
    let fact = |word: &str, value: Markup| html! { div { dt { (word) } dd { (value) } } };
    let badges = one.badges.as_deref().unwrap_or_default();
    let has = |key: &str| badges.split_whitespace().any(|known| known == key);
    html! {
        @if let (Some(skills), Some(validated)) = (one.skills, one.validated) {
            @let mastery = Mastery { skills: count(skills), validated: count(validated) };
            (fact(words.say("orga-result"), html! { span class="strong num" { (words.with("orga-percent", &[("n", mastery.percent().into())])) } }))
        }
        @if let Some(stage) = one.stage { (fact(words.say("orga-stage"), html! { (stage_title(shown, stage)) " " (stage_reached(words, shown.awards, stage)) })) }
        @if let Some(pix) = one.pix { (fact(words.say("orga-pix"), html! { span class="strong num" { (pix) } })) }
        @if one.pix.is_some() { (fact(words.say("orga-certifiable"), certifiable(words, one.certifiable))) }
        @if !badges.trim().is_empty() {
            (fact(words.say("orga-badges"), html! { div class="row" { @for badge in shown.awards.badges.iter().filter(|badge| has(&badge.key)) { (plain(&badge.title)) } } }))
        }
    }
}

fn count(number: i64) -> u32 {
    u32::try_from(number).unwrap_or(0)
}

fn stage_title<'a>(shown: &Shown<'a>, threshold: i64) -> &'a str {
    let stage = shown.awards.stages.iter().find(|stage| stage.threshold == threshold);
    stage.map_or("", |stage| stage.title.as_str())
}

fn content(shown: &Shown<'_>) -> Markup {
    let words = shown.words;
    match shown.one.snapshot.as_deref().filter(|_| shown.one.shared_at.is_some()) {
        None => empty(words.say("orga-not-sent-title"), words.say("orga-not-sent"), None),
        Some(bytes) if shown.campaign.kind.is_test() => {
            competences(shown, &Snapshot::decode(bytes).unwrap_or_default())
        }
        Some(bytes) => profile(shown, &decode_profile(bytes).unwrap_or_default()),
    }
}

/// Competence by competence: the mastery, then each subject with the level reached.
fn competences(shown: &Shown<'_>, snapshot: &Snapshot) -> Markup {
    let words = shown.words;
    let reached: Vec<Reached> = Reached::all_of(snapshot).collect();
    html! {
        div class="stack" {
            h2 id="competences" { (words.say("orga-competences")) }
            @for (index, competence) in (0u16..).zip(&shown.release.framework().competences) {
                @let here: Vec<&Reached> = reached.iter().filter(|one| one.tube.0 >> 8 == index).collect();
                @if !here.is_empty() {
                    (by_subject(shown, (index, competence), snapshot.mastery(|skill| skill.0 >> 8 == index), &here))
                }
            }
        }
    }
}

fn by_subject(
    shown: &Shown<'_>,
    (index, competence): (u16, &content::Competence),
    mastery: Mastery,
    subjects: &[&Reached],
) -> Markup {
    let words = shown.words;
    let domain = competence.code.bytes().next().and_then(|digit| Domain::numbered(digit - b'0'));
    let figures = [
        ("n", mastery.percent().into()),
        ("validated", mastery.validated.into()),
        ("skills", mastery.skills.into()),
    ];
    html! {
        div class={ "card card--table stack-s " (domain.map_or("", Domain::class)) } {
            div class="row row--between card__head" {
                div class="domain" {
                    @if let Some(domain) = domain { (domain::badge(domain, true)) }
                    h3 id={ "c" (index) } { (competence.name.get(words.lang())) }
                }
                p class="small" { (words.with("orga-mastery", &figures)) }
            }
            div class="scroll" tabindex="0" role="region" aria-labelledby={ "c" (index) } {
                table class="table heat heat--one" {
                    thead { tr {
                        th scope="col" { (words.say("orga-subject")) }
                        th scope="col" { (words.say("orga-mastered-share")) }
                        th scope="col" { (words.say("orga-level")) }
                    } }
                    tbody { @for one in subjects { tr {
                        th scope="row" { (title(shown, one)) }
                        td { (cell(words, Some(one.mastery))) }
                        td class="short num" { (words.with("orga-level-one", &[("reached", one.level.into()), ("top", one.top.into())])) }
                    } } }
                }
            }
        }
    }
}

fn title(shown: &Shown<'_>, one: &Reached) -> String {
    let code = tube_code(one.tube).unwrap_or_default();
    let found = shown.release.tube(&code).map(|tube| tube.title.get(shown.words.lang()).clone());
    found.unwrap_or(code)
}

/// The profile that was sent: level and pix of each competence.
fn profile(shown: &Shown<'_>, sent: &[Sent]) -> Markup {
    let words = shown.words;
    let number = [("n", certifiable_competences(sent).into())];
    html! {
        div class="stack" {
            h2 id="competences" { (words.say("orga-competences")) }
            p class="muted" { (words.with("orga-certifiable-count", &number)) }
            div class="card card--table scroll" tabindex="0" role="region" aria-labelledby="competences" {
                table class="table" {
                    thead { tr {
                        th scope="col" { (words.say("orga-competence")) }
                        th scope="col" class="r" { (words.say("orga-level")) }
                        th scope="col" class="r" { (words.say("orga-pix")) }
                    } }
                    tbody { @for (competence, one) in shown.release.framework().competences.iter().zip(sent) { tr {
                        th scope="row" { (competence.code) " " (competence.name.get(words.lang())) }
                        td class="r" { (one.level) }
                        td class="r" { (one.pix) }
                    } } }
                }
            }
        }
    }
}
