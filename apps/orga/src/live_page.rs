//! The page of [`crate::live`], and the piece of it that [`crate::live_stream`] sends again and again.

use maud::{Markup, html};
use rules::whereabouts::{Pace, Whereabouts};
use store::campaign::Campaign;
use store::report::live::{MOST, Seat};
use web::Words;
use web::components::button::Button;
use web::components::empty::empty;
use web::moment::date_time;

use crate::campaign_tabs::{Tab, campaign_tabs, projection};
use crate::live_room::{Asked, Person, State};
use crate::participant_filter::{Filter, FilterForm};

/// What the page shows.
pub struct Live<'a> {
    /// What changes from one moment to the next.
    pub room: Room<'a>,
    /// The classes of the organisation.
    pub divisions: &'a [String],
    /// The instant that is shown.
    pub now: i64,
}

/// What changes from one moment to the next.
pub struct Room<'a> {
    /// The language.
    pub words: Words,
    /// The campaign.
    pub campaign: &'a Campaign,
    /// Everybody in the room, whatever the state that is asked for.
    pub people: &'a [Person<'a>],
    /// Whom the address asks for.
    pub asked: &'a Asked,
    /// The site's address, which learners type.
    pub base_url: &'a str,
}

/// The whole page.
pub fn page(shown: &Live<'_>) -> Markup {
    let Room { words, campaign, asked, .. } = shown.room;
    let path = Tab::Live.path(campaign);
    let stream = asked.address(&format!("{path}/stream"));
    html! {
        div class="stack-m" {
            (campaign_tabs(words, campaign, Tab::Live))
            @if !shown.divisions.is_empty() { (by_class(shown, &path)) }
            div class="stack" data-live=(stream) data-on=(words.say("live-on")) data-wait=(words.say("live-wait")) data-off=(words.say("live-off")) {
                div class="row row--between" {
                    p class="muted small" data-state { (words.say("live-seen")) " " (date_time(words.lang(), shown.now)) }
                    (Button::link(words.say("live-refresh"), &asked.address(&path)).quiet().small())
                }
                p class="visually-hidden" aria-live="polite" data-said {}
                (shown.room.render())
            }
        }
    }
}

fn by_class(shown: &Live<'_>, path: &str) -> Markup {
    let divisions: Vec<&str> = shown.divisions.iter().map(String::as_str).collect();
    let filter = Filter { division: shown.room.asked.division.clone(), ..Filter::default() };
    FilterForm { words: shown.room.words, path, filter: &filter, divisions: &divisions, more: html! {} }
        .of_class()
}

impl Room<'_> {
    /// How many are where, and everybody's seat.
    pub fn render(&self) -> Markup {
        let Self { words, campaign, people, asked, .. } = *self;
        let still = people.iter().filter(|person| person.state() == State::Still).count();
        let kept = people.iter().filter(|person| asked.state.is_none_or(|state| person.state() == state));
        let many = people.len() >= usize::try_from(MOST).unwrap_or(usize::MAX);
        html! {
            section id="room" class="stack" data-say=(words.with("live-say", &[("n", still.into())])) {
                h2 class="visually-hidden" { (words.say("live-room")) }
                (states(self))
                @if many { p class="muted small" { (words.with("live-most", &[("n", MOST.into())])) } }
                ul class="room" { @for person in kept { (seat(words, campaign, person)) } }
                @if people.is_empty() { (nobody(self)) }
            }
        }
    }
}

fn nobody(room: &Room<'_>) -> Markup {
    let site = room.base_url.split_once("://").map_or(room.base_url, |(_, site)| site);
    let code = room.campaign.code.as_str();
    let text = room.words.with("live-nobody", &[("site", site.into()), ("code", code.into())]);
    let board = projection(room.campaign);
    let show = Button::link(room.words.say("projection-title"), &board);
    empty(room.words.say("orga-nobody-title"), &text, room.campaign.archived_at.is_none().then_some(&show))
}

/// How many are where; each number keeps those alone, and pressing it again shows everybody.
fn states(room: &Room<'_>) -> Markup {
    let Room { words, campaign, people, asked, .. } = *room;
    let path = Tab::Live.path(campaign);
    html! {
        ul class="states" {
            @for state in State::ALL {
                @let count = people.iter().filter(|person| person.state() == state).count();
                @let chosen = asked.state == Some(state);
                @let other = Asked { state: (!chosen).then_some(state), ..asked.clone() };
                li {
                    a id={ "state-" (state.code()) } class={ "seat--" (state.code()) } href=(other.address(&path)) aria-current=[chosen.then_some("true")] {
                        b { (count) }
                        span { (state.icon()) (words.say(state.word())) }
                    }
                }
            }
        }
    }
}

/// Somebody's seat: the state in large, the name under it.
fn seat(words: Words, campaign: &Campaign, person: &Person<'_>) -> Markup {
    let Seat { participation_id, learner_id, division, .. } = person.seat;
    let id = match (learner_id, participation_id) {
        (Some(line), _) => format!("seat-{line}"),
        (None, Some(one)) => format!("seat-{one}"),
        (None, None) => String::new(),
    };
    let page = participation_id.map(|one| format!("{}/participants/{one}", Tab::Activity.path(campaign)));
    html! {
        li class={ "seat seat--" (person.state().code()) } id=(id) {
            p class="seat__state" { (person.state().icon()) (standing(words, person)) }
            p class="seat__name" {
                @if let Some(page) = page { a id={ (id) "-page" } href=(page) { (name(words, person.seat)) } } @else { (name(words, person.seat)) }
            }
            p class="seat__more" {
                @if let Some(division) = division { span { (division) } " " }
                (since(words, person))
            }
        }
    }
}

fn standing(words: Words, person: &Person<'_>) -> Markup {
    match person.whereabouts {
        Whereabouts::Still(Pace { question: Some(n), .. })
        | Whereabouts::Working(Pace { question: Some(n), .. }) => {
            html! { span { (words.say("live-question")) " " b { (n) } } }
        }
        Whereabouts::Still(_) | Whereabouts::Working(_) => html! { span { (words.say("live-begun")) } },
        _ => html! { span { (words.say(person.state().word())) } },
    }
}

/// First the name that is called across the room.
fn name(words: Words, seat: &Seat) -> Markup {
    let Seat { first_name, last_name, .. } = seat;
    html! {
        @if first_name.is_empty() && last_name.is_empty() { b { (words.say("orga-anonymous")) } }
        @else { b { (first_name) } " " (last_name) }
    }
}

fn since(words: Words, person: &Person<'_>) -> Markup {
    let with = |key: &'static str, pace: Pace| words.with(key, &[("n", pace.minutes.into())]);
    match person.whereabouts {
        Whereabouts::Still(pace) => html! { span class="seat__alert" { (with("live-no-answer", pace)) } },
        Whereabouts::Working(pace) => html! { span { (with("live-answered", pace)) } },
        Whereabouts::Away(Pace { question: Some(n), .. }) => {
            html! { span { (words.with("live-stopped", &[("n", n.into())])) } }
        }
        _ => html! {},
    }
}
