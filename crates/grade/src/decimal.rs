//! Exact decimal numbers, read the way people write them.

use std::fmt;

use crate::treatment::is_space;

/// Decimals kept after the mark.
const PLACES: u32 = 18;
/// One, counted in units of the last place.
const ONE: i128 = 10_i128.pow(PLACES);
/// Greatest magnitude held: twenty digits before the mark, so that a difference always fits.
const LIMIT: i128 = 50_000_000_000_000_000_000_000_000_000_000_000_000;

/// An exact decimal number of at most eighteen decimals, below 5·10¹⁹ in magnitude. No floating
/// point is involved: 0.1 + 0.2 is 0.3.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Decimal(i128);

impl Decimal {
    /// Zero.
    pub const ZERO: Self = Self(0);

    /// Reads a number as people write it: `12`, `-3,5`, `3.50`, `1 234,5`, `1'234.5`, `1,234.5`,
    /// `1.000.000`, `4.2e1`, with any kind of space between groups of three. A single comma or
    /// point is a decimal mark. Anything else is refused, never guessed.
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        Self::readings(text).first().copied()
    }

    /// Returns every reading of the text: `1,024` is 1.024 in French and 1024 in English. The
    /// reading of the mark as decimal comes first.
    #[must_use]
    pub fn readings(text: &str) -> Vec<Self> {
        let Some(number) = Written::read(text) else { return Vec::new() };
        let mut readings: Vec<Self> = number.value(number.mark()).into_iter().collect();
        if let Some(grouped) = number.grouped().filter(|grouped| !readings.contains(grouped)) {
            readings.push(grouped);
        }
        readings
    }

    /// Says whether `|self - other| <= gap`.
    #[must_use]
    pub fn is_within(self, gap: Self, other: Self) -> bool {
        (self.0 - other.0).abs() <= gap.0
    }

    /// Builds the number `±digits · 10^exponent`, or nothing if it cannot be held exactly.
    fn build(negative: bool, digits: &str, exponent: i32) -> Option<Self> {
        let significant = digits.trim_start_matches('0');
        let kept = significant.trim_end_matches('0');
        if kept.is_empty() {
            return Some(Self::ZERO);
        }
        let dropped = i32::try_from(significant.len() - kept.len()).ok()?;
        let places = exponent.checked_add(dropped)?.checked_add(PLACES.try_into().ok()?)?;
        let scale = 10_i128.checked_pow(u32::try_from(places).ok()?)?;
        let magnitude = kept.parse::<i128>().ok()?.checked_mul(scale)?;
        (magnitude <= LIMIT).then_some(Self(if negative { -magnitude } else { magnitude }))
    }
}

impl From<i64> for Decimal {
    fn from(value: i64) -> Self {
        Self(i128::from(value) * ONE)
    }
}

impl fmt::Display for Decimal {
    /// Writes the number with a point, without groups and without useless zeros.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let magnitude = self.0.unsigned_abs();
        let one = ONE.unsigned_abs();
        let sign = if self.0 < 0 { "-" } else { "" };
        let decimals = format!("{:018}", magnitude % one);
        let decimals = decimals.trim_end_matches('0');
        let mark = if decimals.is_empty() { "" } else { "." };
        write!(f, "{sign}{}{mark}{decimals}", magnitude / one)
    }
}

/// A number as written: sign, body of digits and marks, exponent.
struct Written {
    negative: bool,
    body: Vec<char>,
    exponent: i32,
}

impl Written {
    /// Splits the text, writing every space and apostrophe between digits as one space.
    fn read(text: &str) -> Option<Self> {
        let text = text.trim_matches(is_space);
        let (negative, rest) = match text.chars().next()? {
            '-' | '\u{2212}' => (true, text.trim_start_matches(['-', '\u{2212}'])),
            '+' => (false, text.trim_start_matches('+')),
            _ => (false, text),
        };
        if text.chars().count() - rest.chars().count() > 1 {
            return None;
        }
        let (body, exponent) = match rest.split_once(['e', 'E']) {
            Some((body, exponent)) => (body, read_exponent(exponent)?),
            None => (rest, 0),
        };
        let body = body.trim_matches(is_space).chars().map(plain).collect();
        Some(Self { negative, body, exponent })
    }

    /// Returns the position of the decimal mark: the only comma or point, or the last of two kinds.
    fn mark(&self) -> Option<usize> {
        let count = |mark| self.body.iter().filter(|c| **c == mark).count();
        let last = self.body.iter().rposition(|c| matches!(c, ',' | '.'))?;
        let mark = self.body.get(last)?;
        let other = if *mark == ',' { '.' } else { ',' };
        (count(*mark) == 1 || count(other) > 0).then_some(last)
    }

    /// Reads the number with the decimal mark there.
    fn value(&self, mark: Option<usize>) -> Option<Decimal> {
        let (whole, fraction) = match mark {
            Some(at) => (self.body.get(..at)?, self.body.get(at + 1..)?),
            None => (self.body.as_slice(), [].as_slice()),
        };
        let whole = digits_of_whole(whole)?;
        let fraction = digits_of_fraction(fraction)?;
        if whole.is_empty() && fraction.is_empty() {
            return None;
        }
        let exponent = self.exponent.checked_sub(i32::try_from(fraction.len()).ok()?)?;
        Decimal::build(self.negative, &(whole + &fraction), exponent)
    }

    /// Reads a single comma or point as a separator of groups, where it could be one.
    fn grouped(&self) -> Option<Decimal> {
        let single = self.body.iter().filter(|c| matches!(c, ',' | '.')).count() == 1;
        let plain = !self.body.contains(&' ') && self.body.first() != Some(&'0') && self.exponent == 0;
        if single && plain { self.value(None) } else { None }
    }
}

/// Reads the exponent of the scientific notation.
fn read_exponent(text: &str) -> Option<i32> {
    let digits = text.strip_prefix(['+', '-']).unwrap_or(text);
    let proper = (1..=3).contains(&digits.len()) && digits.bytes().all(|b| b.is_ascii_digit());
    if proper { text.parse().ok() } else { None }
}

/// Writes every separator of groups that is neither comma nor point as an ordinary space.
fn plain(c: char) -> char {
    if is_space(c) || matches!(c, '\'' | '\u{2019}' | '\u{02BC}') { ' ' } else { c }
}

/// Returns the digits before the mark. Groups, if any, are separated by one and the same sign and
/// have three digits, except the first which has one to three.
fn digits_of_whole(written: &[char]) -> Option<String> {
    let written = written.strip_suffix(&[' ']).unwrap_or(written);
    let Some(separator) = written.iter().copied().find(|c| !c.is_ascii_digit()) else {
        return Some(written.iter().collect());
    };
    if !matches!(separator, ' ' | ',' | '.') {
        return None;
    }
    let groups: Vec<&[char]> = written.split(|c| *c == separator).collect();
    let (first, others) = groups.split_first()?;
    let proper = (1..=3).contains(&first.len())
        && others.iter().all(|group| group.len() == 3)
        && groups.iter().all(|group| group.iter().all(char::is_ascii_digit));
    proper.then(|| groups.concat().iter().collect())
}

/// Returns the digits after the mark, alone or in groups of three.
fn digits_of_fraction(written: &[char]) -> Option<String> {
    let written = written.strip_prefix(&[' ']).unwrap_or(written);
    let groups: Vec<&[char]> = written.split(|c| *c == ' ').collect();
    let (last, full) = groups.split_last()?;
    let proper = full.iter().all(|group| group.len() == 3)
        && (full.is_empty() || (1..=3).contains(&last.len()))
        && groups.iter().all(|group| group.iter().all(char::is_ascii_digit));
    proper.then(|| groups.concat().iter().collect())
}
