//! What may stand only once in a file.

use std::collections::HashSet;

/// The keys met so far. Case and spaces around tell nobody apart.
#[derive(Default)]
pub(crate) struct Uniqueness(HashSet<String>);

impl Uniqueness {
    /// Says whether a key is met for the first time.
    pub fn is_new(&mut self, key: &str) -> bool {
        self.0.insert(key.trim().to_lowercase())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_new_once() {
        let mut met = Uniqueness::default();
        for (key, expected) in [("990000101BH", true), ("990000101bh ", false), ("990000102AJ", true)] {
            assert_eq!(met.is_new(key), expected, "{key}");
        }
    }
}
