//! Instants written as text: `2022-09-15T10:00:00.000Z`.

/// The instant in milliseconds since 1970. The time may stop at the day, the minute, the second or
/// any fraction of it, and end with `Z`, an offset such as `+02:00`, or nothing, which means UTC.
pub(super) fn instant(text: &str) -> Option<i64> {
    let (date, rest) = text.split_at_checked(10)?;
    let days = days(date)?;
    let Some(time) = rest.strip_prefix(['T', ' ']) else {
        return rest.is_empty().then_some(days * 86_400_000);
    };
    let (time, offset) = match time.find(['Z', '+', '-']) {
        Some(place) => (time.get(..place)?, offset(time.get(place..)?)?),
        None => (time, 0),
    };
    Some(days * 86_400_000 + clock(time)? - offset)
}

/// The days from 1970-01-01 to a Gregorian date, counting years from March so that a leap day is
/// the last day of its year.
fn days(date: &str) -> Option<i64> {
    let mut parts = date.split('-');
    let (year, month, day) = (part(parts.next()?, 4)?, part(parts.next()?, 2)?, part(parts.next()?, 2)?);
    if parts.next().is_some() || !(1..=12).contains(&month) || !(1..=month_days(year, month)).contains(&day) {
        return None;
    }
    let year = if month <= 2 { year - 1 } else { year };
    let month = (month + 9) % 12;
    let leaps = year.div_euclid(4) - year.div_euclid(100) + year.div_euclid(400);
    Some(year * 365 + leaps + (month * 153 + 2) / 5 + day - 1 - 719_468)
}

fn month_days(year: i64, month: i64) -> i64 {
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    match month {
        2 => 28 + i64::from(leap),
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

fn clock(time: &str) -> Option<i64> {
    let (whole, fraction) = time.split_once('.').unwrap_or((time, ""));
    let mut parts = whole.split(':');
    let (hours, minutes) = (part(parts.next()?, 2)?, part(parts.next()?, 2)?);
    let seconds = parts.next().map_or(Some(0), |seconds| part(seconds, 2))?;
    if parts.next().is_some() || hours > 23 || minutes > 59 || seconds > 59 {
        return None;
    }
    let thousandths: String = fraction.chars().chain("000".chars()).take(3).collect();
    let digits = fraction.chars().all(|c| c.is_ascii_digit());
    let thousandths = digits.then(|| part(&thousandths, 3)).flatten()?;
    Some(((hours * 60 + minutes) * 60 + seconds) * 1000 + thousandths)
}

fn offset(text: &str) -> Option<i64> {
    if text == "Z" {
        return Some(0);
    }
    let sign = if text.starts_with('-') { -1 } else { 1 };
    Some(sign * clock(text.get(1..)?)?)
}

/// A number of exactly this many digits.
fn part(digits: &str, length: usize) -> Option<i64> {
    let valid = digits.len() == length && digits.bytes().all(|byte| byte.is_ascii_digit());
    valid.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn instants_are_read() {
        let check = |text: &str, expected| assert_eq!(instant(text), expected, "{text}");
        check("1970-01-01T00:00:00.000Z", Some(0));
        check("1970-01-01", Some(0));
        check("1969-12-31T23:59:59.999Z", Some(-1));
        check("2022-09-15T10:00:00.000Z", Some(1_663_236_000_000));
        check("2022-09-15T12:00:00+02:00", Some(1_663_236_000_000));
        check("2022-09-15T10:00Z", Some(1_663_236_000_000));
        check("2022-09-15T10:00:00.1234Z", Some(1_663_236_000_123));
        check("2024-02-29T00:00:00Z", Some(1_709_164_800_000));
        check("2000-03-01T00:00:00Z", Some(951_868_800_000));
    }

    #[test]
    fn other_texts_are_refused() {
        let check = |text: &str| assert_eq!(instant(text), None, "{text}");
        check("");
        check("2022-09-15T");
        check("2022-13-01");
        check("2023-02-29");
        check("2022-09-15X10:00Z");
        check("2022-09-15T25:00Z");
        check("2022-09-15T10:00:00.x");
        check("2022-09-1é");
        check("+022-09-15");
    }
}
