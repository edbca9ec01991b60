//! The events of a week or of a month.

use super::reading::{filled, list, maybe, prose};
use crate::lang::Lang;
use crate::value::{At, Shape};

/// A day of a calendar and its events.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Day {
    /// The day, in words.
    pub name: String,
    /// Its events, as they were given.
    pub events: Vec<Event>,
}

/// An event of a calendar.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Event {
    /// When it begins and when it ends, in words; without them it lasts all day.
    pub hours: Option<(String, String)>,
    /// What it is.
    pub title: String,
    /// Where it takes place.
    pub place: Option<String>,
}

const EVENTS: usize = 40;

pub(super) fn read(at: At<'_>, lang: Lang) -> Shape<Vec<Day>> {
    at.only(&["kind", "title", "events"])?;
    let mut days: Vec<Day> = Vec::new();
    for (name, event) in list(at.key("events")?, EVENTS, |item| event(item, lang))? {
        match days.iter_mut().find(|day| day.name == name) {
            Some(day) => day.events.push(event),
            None => days.push(Day { name, events: vec![event] }),
        }
    }
    Ok(days)
}

fn event(at: At<'_>, lang: Lang) -> Shape<(String, Event)> {
    at.only(&["day", "from", "to", "title", "where"])?;
    let hours = match (at.maybe("from"), at.maybe("to")) {
        (Some(from), Some(to)) => Some((filled(from, lang)?, filled(to, lang)?)),
        (None, None) => None,
        _ => return at.expected("from and to, or neither for a whole day"),
    };
    let place = maybe(at, "where", |place| prose(place, lang))?;
    Ok((filled(at.key("day")?, lang)?, Event { hours, title: prose(at.key("title")?, lang)?, place }))
}

pub(crate) fn lines(days: &[Day]) -> Vec<String> {
    let one = |event: &Event| {
        let hours = event.hours.as_ref().map_or("all day".to_owned(), |(from, to)| format!("{from}-{to}"));
        format!("{hours} {}, {}", event.title, event.place.as_deref().unwrap_or("no place"))
    };
    let day = |day: &Day| {
        std::iter::once(format!("# {}", day.name)).chain(day.events.iter().map(one)).collect::<Vec<_>>()
    };
    days.iter().flat_map(day).collect()
}
