//! How many people may watch at the same time: a stream takes a place among the connections for as long as it is open.

use std::collections::BTreeMap;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use store::AccountId;

/// What streams may take of one node.
#[derive(Debug, Clone, Copy)]
pub struct Limits {
    /// How long between two looks at the room.
    pub every: Duration,
    /// Streams of one person.
    pub each: usize,
    /// Streams of everybody.
    pub all: usize,
}

/// A browser opens six connections at most; pages must find one that is free.
pub const LIMITS: Limits = Limits { every: Duration::from_secs(3), each: 4, all: 1000 };

/// The streams that are open on this node, by person.
#[derive(Debug, Clone)]
pub struct Streams {
    /// What they may take.
    pub limits: Limits,
    open: Arc<Mutex<BTreeMap<AccountId, usize>>>,
}

/// The place of one stream, free again when it is dropped.
#[derive(Debug)]
pub struct Place {
    streams: Streams,
    account: AccountId,
}

impl Streams {
    /// No stream yet.
    pub fn within(limits: Limits) -> Self {
        Self { limits, open: Arc::default() }
    }

    /// A place for one more stream of somebody, if there is one.
    pub fn take(&self, account: AccountId) -> Option<Place> {
        let mut open = self.open();
        let (all, own) = (open.values().sum::<usize>(), open.get(&account).copied().unwrap_or(0));
        if all >= self.limits.all || own >= self.limits.each {
            return None;
        }
        open.insert(account, own + 1);
        drop(open);
        Some(Place { streams: self.clone(), account })
    }

    fn open(&self) -> MutexGuard<'_, BTreeMap<AccountId, usize>> {
        self.open.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut open = self.streams.open();
        match open.get(&self.account).copied() {
            Some(own) if own > 1 => open.insert(self.account, own - 1),
            _ => open.remove(&self.account),
        };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_person_and_a_node_hold_so_many_streams() {
        let streams = Streams::within(Limits { every: Duration::ZERO, each: 2, all: 3 });
        let [zoe, tom] = [1, 2].map(|number| AccountId::new(0, number));
        let mut zoes = vec![streams.take(zoe).expect("a place"), streams.take(zoe).expect("a place")];
        assert!(streams.take(zoe).is_none(), "two are hers");
        let toms = streams.take(tom).expect("a place");
        assert!(streams.take(tom).is_none(), "three are all");
        zoes.pop();
        assert!(streams.take(zoe).is_some(), "a place is free again");
        drop((zoes, toms));
        assert!(streams.open().is_empty(), "nothing is kept of who left");
    }
}
