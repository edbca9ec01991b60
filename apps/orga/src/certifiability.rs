//! Who of an organisation's learners may be certified, one by one and class by class.

use std::collections::{BTreeMap, HashMap};

use rules::certifiability::{Certifiability, Count, FEATURE, Status, standing};
use store::certifiability::{Known, of_organisation};
use store::learner_list::Sought;
use store::organisation::Organisation;
use store::{Db, LearnerId};
use web::words::key;

/// What is known of the learners of an organisation.
#[derive(Default)]
pub struct Statuses(HashMap<LearnerId, Status>);

impl Statuses {
    /// Reads what each sent last and, where the organisation has the feature, what the nights found.
    pub async fn load(db: &Db, organisation: &Organisation) -> store::Result<Self> {
        let nightly = organisation.has_feature(FEATURE);
        let known = of_organisation(db, organisation.id).await?;
        let each = known.into_iter().filter_map(|known| Some((known.learner_id, status(&known, nightly)?)));
        Ok(Self(each.collect()))
    }

    /// The status of somebody, if there is one.
    pub fn of(&self, learner: LearnerId) -> Option<Status> {
        self.0.get(&learner).copied()
    }

    /// How many of a list are certifiable, not yet, and not known to be either: class by class, in order, those without a
    /// class under an empty name.
    pub fn by_division<'l>(&self, list: &'l [Sought]) -> BTreeMap<&'l str, Count> {
        let mut counts = BTreeMap::<&str, Count>::new();
        for one in list {
            let count = counts.entry(one.division.as_deref().unwrap_or_default()).or_default();
            count.add(Certifiability::of(self.of(one.id)));
        }
        counts
    }
}

fn status(known: &Known, nightly: bool) -> Option<Status> {
    let sent = Status::of(known.sent, known.sent_at);
    let found = Status::of(known.found, known.found_at).filter(|_| nightly);
    standing(sent, found)
}

/// Its name in addresses.
pub const fn code(one: Certifiability) -> &'static str {
    match one {
        Certifiability::Certifiable => "yes",
        Certifiability::NotYet => "no",
        Certifiability::NotCommunicated => "unknown",
    }
}

/// The one with a name of addresses.
pub fn named(code_of: &str) -> Option<Certifiability> {
    Certifiability::ALL.into_iter().find(|one| code(*one) == code_of)
}

/// The word for it.
pub const fn word(one: Certifiability) -> &'static str {
    match one {
        Certifiability::Certifiable => key("certifiability-yes"),
        Certifiability::NotYet => key("certifiability-no"),
        Certifiability::NotCommunicated => key("certifiability-unknown"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_nights_found_counts_with_the_feature() {
        let known = Known {
            learner_id: LearnerId::from_number(1),
            found: Some(true),
            found_at: Some(9),
            sent: Some(false),
            sent_at: Some(5),
        };
        assert_eq!(status(&known, true), Status::of(Some(true), Some(9)));
        assert_eq!(status(&known, false), Status::of(Some(false), Some(5)));
        assert_eq!(status(&Known { sent: None, sent_at: None, ..known }, false), None);
    }

    #[test]
    fn each_has_a_name_of_its_own() {
        for one in Certifiability::ALL {
            assert_eq!(named(code(one)), Some(one));
        }
        assert_eq!(named(""), None);
    }
}
