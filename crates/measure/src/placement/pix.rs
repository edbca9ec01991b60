//! Pix as exact fractions, and what each skill of a competence is worth.

use std::{collections::BTreeMap, fmt, iter::Sum, ops::Add};

use num_rational::Ratio;

/// A non-negative number of pix, kept as an exact fraction: six skills at 8/6 make exactly 8.
///
/// Sums are exact as long as the reduced fraction fits in 64 bits, which any competence with at
/// most 40 skills per level does. Beyond that the sum is rounded down to a multiple of 1/720720.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Pix(Ratio<i64>);

/// The least common multiple of 1 to 16, the grid of sums too fine for 64 bits.
const GRID: i128 = 720_720;

impl Pix {
    /// No pix at all.
    pub const ZERO: Pix = Pix(Ratio::new_raw(0, 1));

    /// The fraction `numerator / denominator`, or nothing when the denominator is zero.
    pub fn new(numerator: u32, denominator: u32) -> Option<Pix> {
        (denominator != 0).then(|| Pix(Ratio::new(i64::from(numerator), i64::from(denominator))))
    }

    /// The whole pix, rounded down.
    pub fn floor(self) -> u64 {
        u64::try_from(self.0.to_integer()).unwrap_or(0)
    }

    /// The reduced fraction as (numerator, denominator).
    pub fn parts(self) -> (i64, i64) {
        (*self.0.numer(), *self.0.denom())
    }

    /// What one of `sharing` skills of the same competence and level is worth: `min(4, 8/n)`.
    ///
    /// A level is worth 8 pix whatever the number n of its skills, 4 when it has only one.
    pub fn share(sharing: usize) -> Pix {
        match i64::try_from(sharing) {
            Ok(0) | Err(_) => Pix::ZERO,
            Ok(1) => Pix(Ratio::new_raw(4, 1)),
            Ok(n) => Pix(Ratio::new(8, n)),
        }
    }
}

impl Add for Pix {
    type Output = Pix;

    fn add(self, other: Pix) -> Pix {
        let ((a, b), (c, d)) = (self.parts(), other.parts());
        let (a, b, c, d) = (i128::from(a), i128::from(b), i128::from(c), i128::from(d));
        // Each product of two 63-bit numbers is below 2^126, so the sum fits in 127 bits.
        let sum = Ratio::new(a * d + c * b, b * d);
        match (i64::try_from(*sum.numer()), i64::try_from(*sum.denom())) {
            (Ok(numerator), Ok(denominator)) => Pix(Ratio::new_raw(numerator, denominator)),
            _ => rounded(self, other),
        }
    }
}

/// The sum of two fractions each rounded down to the grid, saturating at the largest number.
fn rounded(one: Pix, other: Pix) -> Pix {
    let steps = |pix: Pix| {
        let (numerator, denominator) = pix.parts();
        i128::from(numerator) * GRID / i128::from(denominator)
    };
    let sum = steps(one) + steps(other);
    let whole = i64::try_from(sum / GRID).unwrap_or(i64::MAX);
    match (i64::try_from(sum), i64::try_from(GRID)) {
        (Ok(numerator), Ok(denominator)) => Pix(Ratio::new(numerator, denominator)),
        _ => Pix(Ratio::new_raw(whole, 1)),
    }
}

impl Sum for Pix {
    fn sum<I: Iterator<Item = Pix>>(pix: I) -> Pix {
        pix.fold(Pix::ZERO, Add::add)
    }
}

impl From<u32> for Pix {
    fn from(whole: u32) -> Pix {
        Pix(Ratio::new_raw(i64::from(whole), 1))
    }
}

impl fmt::Display for Pix {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.0.fmt(formatter)
    }
}

/// A skill as the content lists it, before its value is known.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Listing {
    /// The level of the skill.
    pub level: u8,
    /// Whether the skill is active, has a question fit for use and belongs to a competence that
    /// gives pix. A skill that does not count earns nothing and takes no share.
    pub counts: bool,
}

/// The value of every skill of one competence, in the order given.
pub fn pix_values(competence: &[Listing]) -> Vec<Pix> {
    let mut sharing: BTreeMap<u8, usize> = BTreeMap::new();
    for skill in competence.iter().filter(|skill| skill.counts) {
        *sharing.entry(skill.level).or_default() += 1;
    }
    let value = |skill: &Listing| match sharing.get(&skill.level) {
        Some(n) if skill.counts => Pix::share(*n),
        _ => Pix::ZERO,
    };
    competence.iter().map(value).collect()
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn values_share_eight_pix_per_level() {
        let check = |levels: &[(u8, bool)], expected: &[&str]| {
            let listings: Vec<Listing> =
                levels.iter().map(|&(level, counts)| Listing { level, counts }).collect();
            let got: Vec<String> = pix_values(&listings).iter().map(ToString::to_string).collect();
            assert_eq!(got, expected, "{levels:?}");
        };
        check(&[], &[]);
        check(&[(1, true)], &["4"]);
        check(&[(1, true), (1, true)], &["4", "4"]);
        check(&[(2, true); 3], &["8/3"; 3]);
        check(&[(1, true), (1, false), (2, true)], &["4", "0", "4"]);
        check(&[(4, true); 10], &["4/5"; 10]);
        check(&[(1, false)], &["0"]);
    }

    #[test]
    fn fractions_are_exact_and_refuse_a_zero_denominator() {
        let check = |pix: Option<Pix>, expected: Option<(&str, u64)>| {
            let got = pix.map(|pix| (pix.to_string(), pix.floor()));
            assert_eq!(got, expected.map(|(text, floor)| (text.to_owned(), floor)));
        };
        check(Pix::new(1, 0), None);
        check(Pix::new(6, 4), Some(("3/2", 1)));
        check(Some((0..6).map(|_| Pix::share(6)).sum()), Some(("8", 8)));
        check(Some(Pix::share(0)), Some(("0", 0)));
        check(Some(Pix::from(7) + Pix::share(3)), Some(("29/3", 9)));
    }

    #[test]
    fn a_sum_too_fine_for_64_bits_is_rounded_down_by_less_than_a_grid_step_each() {
        let primes = [4_294_967_291_u32, 4_294_967_279, 4_294_967_231];
        let sum: Pix = primes.iter().filter_map(|&prime| Pix::new(prime - 1, prime)).sum();
        assert!(sum < Pix::from(3) && sum.floor() == 2, "{sum}");
        assert!(sum + Pix::share(720_720 / 2) > Pix::from(2));
    }

    proptest! {
        #[test]
        fn a_level_is_worth_eight_and_the_order_of_a_sum_is_free(sizes in prop::collection::vec(2_usize..=40, 8)) {
            let mut values: Vec<Pix> =
                sizes.iter().flat_map(|&n| std::iter::repeat_n(Pix::share(n), n)).collect();
            prop_assert_eq!(values.iter().copied().sum::<Pix>(), Pix::from(64));
            values.rotate_left(7);
            prop_assert_eq!(values.iter().rev().copied().sum::<Pix>(), Pix::from(64));
        }
    }
}
