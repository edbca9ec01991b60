//! Many short lists of items, kept in one piece.

/// One list of items per person.
#[derive(Debug, Clone, Default, PartialEq)]
pub(super) struct Lists {
    entries: Vec<u32>,
    ends: Vec<usize>,
}

impl Lists {
    /// Adds the list of the next person.
    pub(super) fn push(&mut self, list: impl IntoIterator<Item = u32>) {
        self.entries.extend(list);
        self.ends.push(self.entries.len());
    }

    /// The list of a person.
    pub(super) fn of(&self, person: usize) -> &[u32] {
        let start = person.checked_sub(1).and_then(|before| self.ends.get(before)).copied().unwrap_or(0);
        let end = self.ends.get(person).copied().unwrap_or(start);
        self.entries.get(start..end).unwrap_or_default()
    }
}
