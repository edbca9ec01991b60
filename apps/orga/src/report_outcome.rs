//! What one person sent, as reports print it.

use std::collections::HashMap;

use rules::positioning::Reached;
use rules::snapshot::{Mastery, Sent as Level, Snapshot, decode_profile};
use store::ParticipationId;
use store::report::participant::Whole;
use store::report::sent::Sent;

use crate::participant_roll::{Person, full_name};

/// What one person sent.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Outcome<'a> {
    /// Last and first name; empty for somebody without one.
    pub name: String,
    /// The class or group.
    pub division: Option<&'a str>,
    /// When it was sent.
    pub shared_at: i64,
    /// The threshold of the stage reached.
    pub stage: Option<i64>,
    /// The keys of the badges obtained.
    pub badges: &'a str,
    /// The pix of a profile.
    pub pix: Option<i64>,
    /// Whether a profile may be certified.
    pub certifiable: Option<bool>,
    /// The outcomes of a test.
    pub snapshot: Snapshot,
    /// The levels of a profile.
    pub profile: Vec<Level>,
}

impl<'a> Outcome<'a> {
    /// What was sent with a try; none when nothing was.
    pub fn of_try(one: &'a Whole) -> Option<Self> {
        let bytes = one.snapshot.as_deref().unwrap_or_default();
        Some(Self {
            name: full_name(&one.last_name, &one.first_name),
            division: one.division.as_deref(),
            shared_at: one.shared_at?,
            stage: one.stage,
            badges: one.badges.as_deref().unwrap_or_default(),
            pix: one.pix,
            certifiable: one.certifiable,
            snapshot: test(one.pix, bytes),
            profile: profile(one.pix, bytes),
        })
    }

    /// What each of these people sent last, in the same order.
    pub fn of_people(people: &[&'a Person<'a>], sent: &[Sent]) -> Vec<Self> {
        let snapshots: HashMap<ParticipationId, &[u8]> =
            sent.iter().map(|one| (one.id, one.snapshot.as_slice())).collect();
        let each = people.iter().filter_map(|person| {
            let one = person.sent()?;
            let bytes = snapshots.get(&one.id).copied().unwrap_or_default();
            Some(Self {
                name: person.name(),
                division: one.division.as_deref(),
                shared_at: one.shared_at?,
                stage: one.stage,
                badges: one.badges.as_deref().unwrap_or_default(),
                pix: one.pix,
                certifiable: one.certifiable,
                snapshot: test(one.pix, bytes),
                profile: profile(one.pix, bytes),
            })
        });
        each.collect()
    }

    /// The mastery of everything that a test asked.
    pub fn mastery(&self) -> Mastery {
        self.snapshot.mastery(|_| true)
    }

    /// The mastery of a competence, by its index; none when nothing of it was asked.
    pub fn competence(&self, index: u16) -> Option<Mastery> {
        Some(self.snapshot.mastery(|skill| skill.0 >> 8 == index)).filter(|mastery| mastery.skills > 0)
    }

    /// What was reached in each subject of a test.
    pub fn reached(&self) -> Vec<Reached> {
        Reached::all_of(&self.snapshot).collect()
    }

    /// Whether a badge was obtained.
    pub fn has_badge(&self, key: &str) -> bool {
        self.badges.split_whitespace().any(|known| known == key)
    }
}

/// The outcomes of a test: what has pix is a profile.
fn test(pix: Option<i64>, bytes: &[u8]) -> Snapshot {
    if pix.is_some() { Snapshot::default() } else { Snapshot::decode(bytes).unwrap_or_default() }
}

fn profile(pix: Option<i64>, bytes: &[u8]) -> Vec<Level> {
    pix.and_then(|_| decode_profile(bytes)).unwrap_or_default()
}
