//! The need groups of [`crate::analysis_page`]: who could work together, on what, and a campaign for them in one click.

use maud::{Markup, html};
use rules::need_group::{Aim, NeedGroup, divide};
use rules::subjects::Subjects;
use web::components::button::Button;
use web::components::fold::more;

use crate::analysis_page::Analysis;

/// In a larger crowd nobody works in groups: a class is chosen first.
const LARGEST_CLASS: usize = 60;
/// More names wait behind a line that opens.
const NAMES_AT_ONCE: usize = 12;
/// More subjects are too much for one session.
const SUBJECTS_AT_ONCE: usize = 4;

/// The groups that the class's results suggest.
pub fn groups(shown: &Analysis<'_>, divisions: &[&str]) -> Markup {
    let words = shown.words;
    if shown.class.pupils.len() > LARGEST_CLASS {
        let chosen = divisions.len() < 2 || !shown.filter.division.is_empty();
        let crowd = words.with("orga-groups-crowd", &[("n", LARGEST_CLASS.into())]);
        return html! { p class="muted" { @if chosen { (crowd) } @else { (words.say("orga-groups-choose")) } } };
    }
    let division = divide(&shown.class.reached);
    html! {
        section class="stack" aria-labelledby="groups" {
            h2 id="groups" { (words.say("orga-groups")) }
            p class="muted small narrow-text" { (words.say("orga-groups-how")) }
            @if division.groups.is_empty() { p { (words.say("orga-groups-none")) } }
            div class="grid--fit grid" {
                @for (place, group) in (1usize..).zip(&division.groups) { (card(shown, place, group)) }
                @if !division.alone.is_empty() { (others(shown, words.say("orga-groups-alone"), words.say("orga-groups-alone-how"), &division.alone)) }
                @if !division.ready.is_empty() { (others(shown, words.say("orga-groups-ready"), words.say("orga-groups-ready-how"), &division.ready)) }
            }
        }
    }
}

fn card(shown: &Analysis<'_>, place: usize, group: &NeedGroup) -> Markup {
    let words = shown.words;
    let aims = group.aims.get(..SUBJECTS_AT_ONCE).unwrap_or(&group.aims);
    let title = words.with("orga-group", &[("n", place.into())]);
    let proposed = format!("{title}, {}", shown.campaign.name);
    html! {
        article class="card stack-s" {
            h3 { (title) }
            p class="small" { (words.with("orga-group-lacks", &[("n", group.pupils.len().into())])) }
            ul class="small" { @for aim in aims { li { (line(shown, aim)) } } }
            (names(shown, &group.pupils))
            (Button::link(words.say("orga-group-campaign"), &follow_up(aims, &proposed)).quiet().small())
        }
    }
}

fn line(shown: &Analysis<'_>, aim: &Aim) -> Markup {
    html! {
        (shown.title(aim.tube)) " "
        span class="muted" { (shown.words.with("orga-group-level", &[("n", aim.level.into())])) }
    }
}

/// The page that makes a campaign of these subjects, up to the levels within reach, under a proposed name.
fn follow_up(aims: &[Aim], name: &str) -> String {
    let subjects = Subjects::of(aims.iter().map(|aim| (aim.tube, aim.level)));
    let mut query = form_urlencoded::Serializer::new(String::new());
    query.append_pair("tubes", &subjects.to_string()).append_pair("name", name);
    format!("/orga/campaigns/new?{}", query.finish())
}

fn others(shown: &Analysis<'_>, title: &str, text: &str, pupils: &[usize]) -> Markup {
    html! {
        article class="card stack-s" {
            h3 { (title) }
            p class="small" { (text) }
            (names(shown, pupils))
        }
    }
}

/// Names one after the other, each leading to its page.
fn names(shown: &Analysis<'_>, places: &[usize]) -> Markup {
    let (first, rest) = places.split_at_checked(NAMES_AT_ONCE).unwrap_or((places, &[]));
    html! {
        (some(shown, first))
        @if !rest.is_empty() {
            (more(&shown.words.with("orga-group-more", &[("n", rest.len().into())]), &some(shown, rest)))
        }
    }
}

fn some(shown: &Analysis<'_>, places: &[usize]) -> Markup {
    let pupils = places.iter().filter_map(|place| shown.class.pupils.get(*place));
    html! {
        ul class="list names small" {
            @for pupil in pupils {
                li { a href=(crate::board_page::page_of(shown, pupil)) { @if pupil.name.is_empty() { (shown.words.say("orga-anonymous")) } @else { (pupil.name) } } }
            }
        }
    }
}
