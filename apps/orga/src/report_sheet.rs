//! A page of paper on what one pupil sent, for the pupil and the family: result, competences, subjects.

use content::{Competence, Release};
use maud::{Markup, html};
use measure::placement::TubeId;
use rules::positioning::Reached;
use rules::report_highlights::Highlights;
use rules::snapshot::Mastery;
use rules::subjects::tube_code;
use store::campaign::Campaign;
use store::report::award::Awards;
use web::Words;
use web::components::tag::plain;
use web::house::House;
use web::moment::date;
use web::visit::Member;

use crate::board_page::cell;
use crate::report_outcome::Outcome;
use crate::results_list::{certifiable, certifiable_competences, stage_reached};

/// What every page of paper of a campaign says.
pub struct Letterhead<'a> {
    /// The language.
    pub words: Words,
    /// The bank, for names.
    pub release: &'a Release,
    /// The organisation.
    pub organisation: &'a str,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// What its target profile promises.
    pub awards: &'a Awards,
}

impl<'a> Letterhead<'a> {
    /// What the pages of a campaign of the member's organisation say.
    pub fn of(house: &'a House, member: &'a Member, campaign: &'a Campaign, awards: &'a Awards) -> Self {
        Self {
            words: member.frame.words(),
            release: &house.bank.present().release,
            organisation: &member.organisation.name,
            campaign,
            awards,
        }
    }
}

impl Letterhead<'_> {
    fn title(&self, tube: TubeId) -> String {
        let code = tube_code(tube).unwrap_or_default();
        let found = self.release.tube(&code).map(|tube| tube.title.get(self.words.lang()).clone());
        found.unwrap_or(code)
    }

    fn competences(&self) -> impl Iterator<Item = (u16, &Competence)> {
        (0u16..).zip(&self.release.framework().competences)
    }
}

/// The page of one pupil, under a heading with the name.
pub fn sheet(head: &Letterhead<'_>, one: &Outcome<'_>, heading: &Markup) -> Markup {
    let words = head.words;
    html! {
        article class="sheet stack" {
            header class="stack-s" {
                p class="muted small" { (head.organisation) @if let Some(division) = one.division { " · " (division) } }
                (heading)
                p { strong { (head.campaign.name) } " · " (words.say("orga-sent-on")) " " (date(words.lang(), one.shared_at)) }
            }
            @if head.campaign.kind.is_test() { (test(head, one)) } @else { (profile(head, one)) }
        }
    }
}

fn fact(word: &str, value: &Markup) -> Markup {
    html! { div { dt { (word) } dd { (value) } } }
}

fn test(head: &Letterhead<'_>, one: &Outcome<'_>) -> Markup {
    let (words, mastery) = (head.words, one.mastery());
    let figures = [
        ("n", mastery.percent().into()),
        ("validated", mastery.validated.into()),
        ("skills", mastery.skills.into()),
    ];
    let badges: Vec<_> = head.awards.badges.iter().filter(|badge| one.has_badge(&badge.key)).collect();
    html! {
        dl class="facts-list" {
            (fact(words.say("orga-result"), &html! { span class="strong num" { (words.with("orga-mastery", &figures)) } }))
            @if let Some(stage) = one.stage { (fact(words.say("orga-stage"), &stage_words(head, stage))) }
            @if !badges.is_empty() { (fact(words.say("orga-badges"), &html! { div class="row" { @for badge in badges { (plain(&badge.title)) } } })) }
        }
        @match Highlights::of(&one.reached()) {
            Highlights::All(all) => (detailed(head, one, &all)),
            Highlights::Some { strongest, weakest } => {
                (detailed(head, one, &[]))
                (standing_out(head, "report-strongest", &strongest))
                (standing_out(head, "report-weakest", &weakest))
            }
        }
    }
}

fn stage_words(head: &Letterhead<'_>, threshold: i64) -> Markup {
    let stage = head.awards.stages.iter().find(|stage| stage.threshold == threshold);
    html! { @if let Some(stage) = stage { (stage.title) " " } (stage_reached(head.words, head.awards, threshold)) }
}

/// Each competence with its mastery, and the subjects that are told under it.
fn detailed(head: &Letterhead<'_>, one: &Outcome<'_>, subjects: &[Reached]) -> Markup {
    let words = head.words;
    html! {
        table class="table heat heat--one report__table" {
            thead { tr {
                th scope="col" { (words.say(if subjects.is_empty() { "orga-competence" } else { "orga-subject" })) }
                th scope="col" { (words.say("orga-mastered-share")) }
                th scope="col" { (words.say(if subjects.is_empty() { "report-skills" } else { "orga-level" })) }
            } }
            @for (index, competence) in head.competences() {
                @if let Some(mastery) = one.competence(index) {
                    tbody {
                        (group(words, competence, mastery))
                        @for subject in subjects.iter().filter(|subject| subject.tube.0 >> 8 == index) { tr {
                            th scope="row" { (head.title(subject.tube)) }
                            td { (cell(words, Some(subject.mastery))) }
                            td class="num" { (level(words, subject)) }
                        } }
                    }
                }
            }
        }
    }
}

fn group(words: Words, competence: &Competence, mastery: Mastery) -> Markup {
    html! {
        tr class="report__group" {
            th scope="rowgroup" { (competence.code) " " (competence.name.get(words.lang())) }
            td { (cell(words, Some(mastery))) }
            td class="num" { (words.with("report-skills-of", &[("reached", mastery.validated.into()), ("top", mastery.skills.into())])) }
        }
    }
}

fn level(words: Words, subject: &Reached) -> String {
    words.with("report-level", &[("reached", subject.level.into()), ("top", subject.top.into())])
}

fn standing_out(head: &Letterhead<'_>, key: &'static str, subjects: &[Reached]) -> Markup {
    html! {
        @if !subjects.is_empty() {
            section class="stack-s" {
                h3 { (head.words.say(key)) }
                ul { @for one in subjects { li { (head.title(one.tube)) " : " (level(head.words, one)) } } }
            }
        }
    }
}

/// A profile: level and pix of each competence.
fn profile(head: &Letterhead<'_>, one: &Outcome<'_>) -> Markup {
    let words = head.words;
    let number = [("n", certifiable_competences(&one.profile).into())];
    html! {
        dl class="facts-list" {
            @if let Some(pix) = one.pix { (fact(words.say("orga-pix"), &html! { span class="strong num" { (pix) } })) }
            (fact(words.say("orga-certifiable"), &certifiable(words, one.certifiable)))
        }
        p class="muted" { (words.with("orga-certifiable-count", &number)) }
        table class="table report__table" {
            thead { tr {
                th scope="col" { (words.say("orga-competence")) }
                th scope="col" class="r" { (words.say("orga-level")) }
                th scope="col" class="r" { (words.say("orga-pix")) }
            } }
            tbody { @for ((_, competence), sent) in head.competences().zip(&one.profile) { tr {
                th scope="row" { (competence.code) " " (competence.name.get(words.lang())) }
                td class="r" { (sent.level) }
                td class="r" { (sent.pix) }
            } } }
        }
    }
}
