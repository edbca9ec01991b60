//! The append-only history of elements, read the way the reference reads it.
//!
//! Here the newest row of a skill wins, even an inferred row over an older direct one. Our own rule
//! is [`super::Knowledge::absorb`]; this one serves to read and replay what the reference recorded,
//! and snapshots taken before a date.

use std::collections::BTreeMap;

use super::{Outcome, Pix, SkillId, Source};

/// What a row of history says about its skill.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Entry {
    /// The skill got this outcome.
    Known(Outcome),
    /// The skill became unknown again.
    Reset,
}

/// One row of history.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Row {
    /// The number of the row, for its reader.
    pub id: u64,
    /// The skill it is about.
    pub skill: SkillId,
    /// What it says.
    pub entry: Entry,
    /// How it is known.
    pub source: Source,
    /// The value of the skill at that time if validated, else nothing.
    pub earned: Pix,
    /// When it was written, in milliseconds since 1970.
    pub at: i64,
}

/// The rows in force, sorted by skill: the newest of each skill (the first read, for one instant),
/// then without the resets. Only rows strictly before `limit` count, when there is a limit.
pub fn in_force(rows: &[Row], limit: Option<i64>) -> Vec<&Row> {
    let mut newest: BTreeMap<SkillId, &Row> = BTreeMap::new();
    for row in rows.iter().filter(|row| limit.is_none_or(|limit| row.at < limit)) {
        let held = newest.entry(row.skill).or_insert(row);
        if row.at > held.at {
            *held = row;
        }
    }
    newest.into_values().filter(|row| row.entry != Entry::Reset).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_newest_row_of_each_skill_is_in_force() {
        let known = Entry::Known(Outcome::Validated);
        let check = |rows: &[(u16, Entry, Source, i64)], limit, expected: &[u64]| {
            let row = |(id, &(skill, entry, source, at)): (u64, &(u16, Entry, Source, i64))| Row {
                id,
                skill: SkillId(skill),
                entry,
                source,
                earned: Pix::ZERO,
                at,
            };
            let rows: Vec<Row> = (0..).zip(rows).map(row).collect();
            let got: Vec<u64> = in_force(&rows, limit).iter().map(|row| row.id).collect();
            assert_eq!(got, expected, "{rows:?} {limit:?}");
        };
        let (direct, inferred) = (Source::Direct, Source::Inferred);
        check(&[], None, &[]);
        check(&[(1, known, direct, 5), (1, known, inferred, 6)], None, &[1]);
        check(&[(1, known, direct, 6), (1, known, direct, 5)], None, &[0]);
        check(&[(1, known, direct, 6), (1, Entry::Reset, direct, 6)], None, &[0]);
        check(&[(1, known, direct, 6), (1, Entry::Reset, direct, 7)], None, &[]);
        check(&[(1, known, direct, 6), (1, Entry::Reset, direct, 7)], Some(7), &[0]);
        check(&[(2, known, direct, 6), (1, known, direct, 1)], Some(6), &[1]);
        check(&[(2, known, direct, 6), (1, known, direct, 1)], None, &[1, 0]);
    }
}
