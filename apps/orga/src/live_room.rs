//! The room: everybody of a campaign at this moment, made in memory from the rows of one statement.

use std::collections::HashMap;

use form_urlencoded::Serializer;
use rules::search_text::search_text;
use rules::whereabouts::{Trace, Whereabouts};
use store::report::live::Seat;
use web::components::icon::Icon;
use web::words::key;

/// Longer names of classes are nobody's.
const LONGEST: usize = 100;

/// How somebody stands, for counting and filtering.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// May need help.
    Still,
    /// At a question.
    Working,
    /// Did not begin.
    NotBegun,
    /// Began, and left.
    Away,
    /// At the end.
    Done,
    /// Sent.
    Sent,
}

impl State {
    /// Every state, in the order in which a teacher needs them.
    pub const ALL: [Self; 6] =
        [Self::Still, Self::Working, Self::NotBegun, Self::Away, Self::Done, Self::Sent];

    /// Its name in addresses and in the style sheet.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Still => "still",
            Self::Working => "working",
            Self::NotBegun => "not-begun",
            Self::Away => "away",
            Self::Done => "done",
            Self::Sent => "sent",
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Still => key("live-still"),
            Self::Working => key("live-working"),
            Self::NotBegun => key("live-not-begun"),
            Self::Away => key("live-away"),
            Self::Done => key("live-done"),
            Self::Sent => key("live-sent"),
        }
    }

    /// The drawing beside the word.
    pub const fn icon(self) -> Icon {
        match self {
            Self::Still => Icon::Warning,
            Self::Working => Icon::Pencil,
            Self::NotBegun => Icon::Open,
            Self::Away => Icon::Leave,
            Self::Done => Icon::Check,
            Self::Sent => Icon::Mail,
        }
    }

    const fn of(whereabouts: Whereabouts) -> Self {
        match whereabouts {
            Whereabouts::Still(_) => Self::Still,
            Whereabouts::Working(_) => Self::Working,
            Whereabouts::NotBegun => Self::NotBegun,
            Whereabouts::Away(_) => Self::Away,
            Whereabouts::Done => Self::Done,
            Whereabouts::Sent => Self::Sent,
        }
    }
}

/// Whom an address asks for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// A class or a group; every one where somebody began when empty.
    pub division: String,
    /// Those of one state.
    pub state: Option<State>,
}

impl Asked {
    /// Reads an address; what it says wrongly is not asked.
    pub fn of(query: &HashMap<String, String>) -> Self {
        let text = |name: &str| query.get(name).map_or("", |text| text.trim());
        Self {
            division: text("division").chars().filter(|sign| !sign.is_control()).take(LONGEST).collect(),
            state: State::ALL.into_iter().find(|state| state.code() == text("state")),
        }
    }

    /// The address that asks for this.
    pub fn address(&self, path: &str) -> String {
        let mut query = Serializer::new(String::new());
        query.extend_pairs((!self.division.is_empty()).then_some(("division", &self.division)));
        query.extend_pairs(self.state.map(|state| ("state", state.code())));
        let query = query.finish();
        if query.is_empty() { path.to_owned() } else { format!("{path}?{query}") }
    }
}

/// Somebody in the room.
pub struct Person<'a> {
    /// What the database knows.
    pub seat: &'a Seat,
    /// Where they are.
    pub whereabouts: Whereabouts,
}

impl Person<'_> {
    /// How they stand.
    pub const fn state(&self) -> State {
        State::of(self.whereabouts)
    }
}

/// Everybody at an instant, by name: a seat stays where it is while its person works.
pub fn people(seats: &[Seat], now: i64) -> Vec<Person<'_>> {
    let mut people: Vec<_> =
        seats.iter().map(|seat| Person { seat, whereabouts: Whereabouts::at(now, trace(seat)) }).collect();
    people.sort_by_cached_key(|person| {
        let Seat { sought, last_name, first_name, participation_id, learner_id, .. } = person.seat;
        let sought = match sought.as_str() {
            "" => search_text(&format!("{last_name} {first_name}")),
            sought => sought.to_owned(),
        };
        (sought, *learner_id, *participation_id)
    });
    people
}

fn trace(seat: &Seat) -> Option<Trace> {
    Some(Trace {
        started_at: seat.started_at?,
        answers: seat.tested.then(|| u32::try_from(seat.answers).unwrap_or(u32::MAX)),
        answered_at: seat.answered_at,
        completed: seat.completed_at.is_some(),
        sent: seat.shared_at.is_some(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_address_says_whom_it_asks_for() {
        let read = |query: &str| {
            let pairs = form_urlencoded::parse(query.as_bytes()).into_owned();
            Asked::of(&pairs.collect::<HashMap<_, _>>())
        };
        for (query, address) in [
            ("", "/live"),
            ("division=&state=lost", "/live"),
            ("division=6A", "/live?division=6A"),
            ("state=still&division=6+%C3%A9", "/live?division=6+%C3%A9&state=still"),
            ("state=not-begun", "/live?state=not-begun"),
        ] {
            assert_eq!(read(query).address("/live"), address, "{query}");
        }
    }
}
