//! The places of an organisation: lots, each for a time, and how many people use them. Nobody is ever stopped for want
//! of one: too many is told, and no more.

use grade::Date;

/// The feature that shows an organisation its places.
pub const FEATURE: &str = "PLACES_MANAGEMENT";
/// What a lot costs: free, public, reduced, special, full.
pub const CATEGORIES: [&str; 5] = ["T0", "T1", "T2", "T2bis", "T3"];
/// More places than a lot has.
const MOST: i64 = 1_000_000;
/// The longest reference, in characters.
const LONGEST_REFERENCE: usize = 100;

/// A lot, as far as counting goes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Lot {
    /// How many places.
    pub places: i64,
    /// From when they count.
    pub from: i64,
    /// From when they count no more, if ever.
    pub until: Option<i64>,
}

/// Where a lot stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// It does not count yet.
    Pending,
    /// It counts.
    Active,
    /// It counts no more.
    Expired,
}

impl Lot {
    /// Where the lot stands at an instant.
    #[must_use]
    pub fn state(self, now: i64) -> State {
        match self.until {
            _ if now < self.from => State::Pending,
            Some(until) if now >= until => State::Expired,
            _ => State::Active,
        }
    }
}

/// How many places an organisation has, and how many are taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Places {
    /// Those of the lots that count.
    pub capacity: i64,
    /// One for each learner with a participation, one for each participation without a name.
    pub occupied: i64,
}

impl Places {
    /// The places at an instant.
    #[must_use]
    pub fn of(lots: impl IntoIterator<Item = Lot>, occupied: i64, now: i64) -> Self {
        let active = lots.into_iter().filter(|lot| lot.state(now) == State::Active);
        Self { capacity: active.map(|lot| lot.places).sum(), occupied }
    }

    /// How many are free.
    #[must_use]
    pub fn free(self) -> i64 {
        (self.capacity - self.occupied).max(0)
    }

    /// How many people are over the capacity.
    #[must_use]
    pub fn over(self) -> i64 {
        (self.occupied - self.capacity).max(0)
    }
}

/// A lot as it is typed.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Draft {
    /// How many places.
    pub places: String,
    /// What it costs.
    pub category: String,
    /// What the papers call it.
    pub reference: String,
    /// The first day.
    pub from: String,
    /// The day from which it counts no more; none where it has no end.
    pub until: String,
}

/// A lot that can be kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Checked {
    /// How many places.
    pub places: i64,
    /// What it costs.
    pub category: &'static str,
    /// What the papers call it.
    pub reference: String,
    /// The first day, such as `2026-09-01`.
    pub from: String,
    /// The day from which it counts no more.
    pub until: Option<String>,
}

/// What is wrong with a lot, in the order of the form.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fault {
    /// No whole number from one to a million.
    Places,
    /// None of [`CATEGORIES`].
    Category,
    /// No reference, or more than a hundred characters.
    Reference,
    /// The first day is no date.
    From,
    /// The last day is no date.
    Until,
    /// The lot would end before it begins.
    Order,
}

/// Checks a lot.
///
/// # Errors
/// Everything that is wrong with it.
pub fn check(draft: &Draft) -> Result<Checked, Vec<Fault>> {
    let places = draft.places.trim().parse().ok().filter(|places| (1..=MOST).contains(places));
    let category = CATEGORIES.into_iter().find(|category| *category == draft.category);
    let reference = draft.reference.trim();
    let reference = (1..=LONGEST_REFERENCE).contains(&reference.chars().count()).then_some(reference);
    let from = Date::parse(&draft.from);
    let endless = draft.until.trim().is_empty();
    let until = Date::parse(&draft.until);
    let backwards = from.zip(until).is_some_and(|(from, until)| until <= from);
    let faults = [
        (places.is_none(), Fault::Places),
        (category.is_none(), Fault::Category),
        (reference.is_none(), Fault::Reference),
        (from.is_none(), Fault::From),
        (!endless && until.is_none(), Fault::Until),
        (backwards, Fault::Order),
    ];
    let faults: Vec<_> = faults.into_iter().filter_map(|(wrong, fault)| wrong.then_some(fault)).collect();
    match (places, category, reference, from) {
        (Some(places), Some(category), Some(reference), Some(from)) if faults.is_empty() => {
            let (from, until) = (from.to_string(), until.map(|until| until.to_string()));
            Ok(Checked { places, category, reference: reference.to_owned(), from, until })
        }
        _ => Err(faults),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn a_lot_counts_from_its_first_instant_to_its_last() {
        for (from, until, now, expected) in [
            (10, Some(20), 9, State::Pending),
            (10, Some(20), 10, State::Active),
            (10, Some(20), 19, State::Active),
            (10, Some(20), 20, State::Expired),
            (10, None, i64::MAX, State::Active),
            (10, None, 9, State::Pending),
        ] {
            assert_eq!(Lot { places: 1, from, until }.state(now), expected, "{from} {until:?} at {now}");
        }
    }

    #[test]
    fn only_active_lots_count_and_nothing_is_negative() {
        let lot = |places, from, until| Lot { places, from, until };
        let lots = [lot(100, 0, Some(10)), lot(30, 5, None), lot(7, 50, None)];
        for (now, occupied, capacity, free, over) in [
            (0, 10, 100, 90, 0),
            (5, 130, 130, 0, 0),
            (5, 131, 130, 0, 1),
            (10, 0, 30, 30, 0),
            (60, 40, 37, 0, 3),
        ] {
            let places = Places::of(lots, occupied, now);
            assert_eq!((places.capacity, places.free(), places.over()), (capacity, free, over), "at {now}");
        }
        assert_eq!(Places::of([], 3, 0).over(), 3);
    }

    #[test]
    fn a_lot_is_checked_field_by_field() {
        let good = Draft {
            places: " 120 ".to_owned(),
            category: "T2bis".to_owned(),
            reference: " BC-2026-14 ".to_owned(),
            from: "01/09/2026".to_owned(),
            until: "1 septembre 2027".to_owned(),
        };
        let checked = check(&good).expect("a lot");
        assert_eq!(
            (checked.places, checked.category, checked.reference.as_str()),
            (120, "T2bis", "BC-2026-14")
        );
        assert_eq!((checked.from.as_str(), checked.until.as_deref()), ("2026-09-01", Some("2027-09-01")));
        let endless = Draft { until: " ".to_owned(), ..good.clone() };
        assert_eq!(check(&endless).expect("a lot").until, None);
        let with = |change: fn(&mut Draft)| {
            let mut draft = good.clone();
            change(&mut draft);
            check(&draft).expect_err("a fault")
        };
        for wrong in ["", "0", "-3", "1.5", "1000001", "beaucoup"] {
            assert_eq!(check(&Draft { places: wrong.to_owned(), ..good.clone() }), Err(vec![Fault::Places]));
        }
        assert_eq!(with(|draft| draft.category = "T9".to_owned()), [Fault::Category]);
        assert_eq!(with(|draft| draft.reference = " ".to_owned()), [Fault::Reference]);
        assert_eq!(with(|draft| draft.reference = "x".repeat(101)), [Fault::Reference]);
        assert_eq!(with(|draft| draft.from = "31/02/2026".to_owned()), [Fault::From]);
        assert_eq!(with(|draft| draft.until = "bientôt".to_owned()), [Fault::Until]);
        assert_eq!(with(|draft| draft.until = draft.from.clone()), [Fault::Order]);
        let nothing = [Fault::Places, Fault::Category, Fault::Reference, Fault::From];
        assert_eq!(check(&Draft::default()), Err(nothing.to_vec()));
    }

    proptest! {
        #[test]
        fn places_are_free_or_over_and_add_up(capacity in 0..1000_i64, occupied in 0..1000_i64) {
            let places = Places { capacity, occupied };
            prop_assert!(places.free() == 0 || places.over() == 0);
            prop_assert_eq!(places.capacity - places.free() + places.over(), occupied);
        }
    }
}
