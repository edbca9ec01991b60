//! A point of the search: all that is estimated.

/// The coordinates of an item: ln α, δ and ln(c / (1 − c)); the last means nothing without guesses.
pub(super) type Coordinates = [f64; 3];

/// Where an item stays whatever the answers say, so that none runs away without priors.
const LOWEST: Coordinates = [-4.0, -12.0, -6.0];
/// The other bounds.
const HIGHEST: Coordinates = [2.5, 12.0, 1.0];
/// The same for a group: its mean and the ln of its deviation.
const LOWEST_GROUP: [f64; 2] = [-4.0, -2.0];
/// The other bounds.
const HIGHEST_GROUP: [f64; 2] = [4.0, 1.0];
/// The longest extrapolation, in steps of EM.
const LONGEST: f64 = 30.0;

/// The items and the groups.
#[derive(Debug, Clone, PartialEq)]
pub(super) struct Point {
    pub(super) items: Vec<Coordinates>,
    /// The mean and the ln of the deviation of each group.
    pub(super) groups: Vec<[f64; 2]>,
}

impl Point {
    fn values(&self) -> impl Iterator<Item = f64> {
        self.items.iter().flatten().chain(self.groups.iter().flatten()).copied()
    }

    /// The greatest difference of a coordinate.
    pub(super) fn distance(&self, other: &Self) -> f64 {
        self.values().zip(other.values()).map(|(one, other)| (one - other).abs()).fold(0.0, f64::max)
    }

    /// Where two steps of EM, from here to `one` and from there to `two`, seem to lead: with r = x₁ − x₀ and
    /// v = (x₂ − x₁) − r, the point x₀ + 2sr + s²v with s = |r|/|v|, at least 1 (SQUAREM, scheme S3).
    pub(super) fn extrapolated(&self, one: &Self, two: &Self) -> Self {
        let (mut first, mut bend) = (0.0, 0.0);
        for ((zero, one), two) in self.values().zip(one.values()).zip(two.values()) {
            let (step, turn) = (one - zero, two - 2.0 * one + zero);
            first += step * step;
            bend += turn * turn;
        }
        if bend <= 0.0 {
            return two.clone();
        }
        let s = (first / bend).sqrt().clamp(1.0, LONGEST);
        // What does not move stays to the last bit: anchors, and the group that fixes the scale.
        let items = self.items.iter().zip(&one.items).zip(&two.items);
        let groups = self.groups.iter().zip(&one.groups).zip(&two.groups);
        Self {
            items: items
                .map(|((zero, one), two)| within(two, LOWEST, HIGHEST, lead(s, zero, one, two)))
                .collect(),
            groups: groups
                .map(|((zero, one), two)| within(two, LOWEST_GROUP, HIGHEST_GROUP, lead(s, zero, one, two)))
                .collect(),
        }
    }
}

/// The point x₀ + 2sr + s²v.
fn lead<const N: usize>(s: f64, zero: &[f64; N], one: &[f64; N], two: &[f64; N]) -> [f64; N] {
    let mut ahead = *zero;
    for ((ahead, one), two) in ahead.iter_mut().zip(one).zip(two) {
        let zero = *ahead;
        *ahead = zero + 2.0 * s * (one - zero) + s * s * (two - 2.0 * one + zero);
    }
    ahead
}

/// The nearest values within the bounds, or as far outside as an anchor given there.
fn within<const N: usize>(
    given: &[f64; N],
    lowest: [f64; N],
    highest: [f64; N],
    mut values: [f64; N],
) -> [f64; N] {
    let bounds = given.iter().zip(lowest).zip(highest);
    for (value, ((given, lowest), highest)) in values.iter_mut().zip(bounds) {
        *value = value.clamp(lowest.min(*given), highest.max(*given));
    }
    values
}

/// The nearest coordinates within the bounds.
pub(super) fn bounded([a, b, c]: Coordinates) -> Coordinates {
    let ([la, lb, lc], [ha, hb, hc]) = (LOWEST, HIGHEST);
    [a.clamp(la, ha), b.clamp(lb, hb), c.clamp(lc, hc)]
}

/// The nearest mean and ln of a deviation within the bounds.
pub(super) fn bounded_group([mean, log_deviation]: [f64; 2]) -> [f64; 2] {
    let ([lm, ld], [hm, hd]) = (LOWEST_GROUP, HIGHEST_GROUP);
    [mean.clamp(lm, hm), log_deviation.clamp(ld, hd)]
}

/// Whether discrimination or difficulty lies on a bound.
pub(super) fn on_bound([a, b, _]: Coordinates) -> bool {
    let ([la, lb, _], [ha, hb, _]) = (LOWEST, HIGHEST);
    a <= la || a >= ha || b <= lb || b >= hb
}
