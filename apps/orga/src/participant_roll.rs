//! The people of a campaign, each with their tries: made in memory from the rows of one statement.

use rules::search_text::search_text;
use store::report::tries::Try;
use web::words::key;

/// How far somebody is with their present try.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Status {
    /// Under way.
    Started,
    /// Ended, not sent.
    ToSend,
    /// Sent.
    Sent,
}

impl Status {
    /// Every status, in the order in which they come.
    pub const ALL: [Self; 3] = [Self::Started, Self::ToSend, Self::Sent];

    /// Its name in addresses.
    pub const fn code(self) -> &'static str {
        match self {
            Self::Started => "started",
            Self::ToSend => "to-send",
            Self::Sent => "sent",
        }
    }

    /// The word for it.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Started => key("orga-status-started"),
            Self::ToSend => key("orga-status-to-send"),
            Self::Sent => key("orga-status-sent"),
        }
    }

    fn of(one: &Try) -> Self {
        match (one.shared_at, one.completed_at) {
            (Some(_), _) => Self::Sent,
            (None, Some(_)) => Self::ToSend,
            (None, None) => Self::Started,
        }
    }
}

/// One person of a campaign.
pub struct Person<'a> {
    /// The name as it is searched for and sorted.
    pub sought: String,
    /// The present try.
    pub present: &'a Try,
    /// Every try, the oldest first.
    pub tries: &'a [Try],
}

impl<'a> Person<'a> {
    fn of(tries: &'a [Try]) -> Option<Self> {
        let present = tries.last()?;
        let sought = match present.sought.as_str() {
            "" => search_text(&format!("{} {}", present.last_name, present.first_name)),
            sought => sought.to_owned(),
        };
        Some(Self { sought, present, tries })
    }

    /// Last and first name.
    pub fn name(&self) -> String {
        full_name(&self.present.last_name, &self.present.first_name)
    }

    /// How far the present try is.
    pub fn status(&self) -> Status {
        Status::of(self.present)
    }

    /// What was sent last, also when a newer try is under way.
    pub fn sent(&self) -> Option<&'a Try> {
        self.tries.iter().rfind(|one| one.shared_at.is_some())
    }

    /// How many tries were sent.
    pub fn sendings(&self) -> usize {
        self.tries.iter().filter(|one| one.shared_at.is_some()).count()
    }
}

/// Last and first name in one line; empty for somebody without an account of their own.
pub fn full_name(last: &str, first: &str) -> String {
    format!("{last} {first}").trim().to_owned()
}

/// The people behind tries that come person after person, sorted by name.
pub fn people(tries: &[Try]) -> Vec<Person<'_>> {
    let each = tries.chunk_by(|one, next| one.account_id == next.account_id);
    let mut people: Vec<_> = each.filter_map(Person::of).collect();
    people.sort_by(|one, next| (&one.sought, one.present.id).cmp(&(&next.sought, next.present.id)));
    people
}

/// The share of validated skills of what was sent, in percent; none when it is no test.
pub fn percent(sent: &Try) -> Option<u32> {
    let (skills, validated) = (sent.skills?, sent.validated?);
    let share = (validated * 200 + skills).checked_div(skills * 2).unwrap_or(0);
    u32::try_from(share).ok()
}

/// Whether a badge is among those that were obtained.
pub fn has_badge(one: &Try, badge: &str) -> bool {
    one.badges.as_deref().is_some_and(|badges| badges.split_whitespace().any(|known| known == badge))
}
