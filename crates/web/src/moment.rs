//! Dates and hours in the reader's words, always inside a `time` element that a machine can read.

use std::sync::LazyLock;

use jiff::civil::Date;
use jiff::tz::TimeZone;
use jiff::{Timestamp, ZonedDateTime};
use maud::{Markup, html};

use crate::Lang;

/// The zone in which dates are shown until centres have their own.
const ZONE: &str = "Europe/Paris";
static SHOWN_IN: LazyLock<TimeZone> = LazyLock::new(|| TimeZone::get(ZONE).unwrap_or(TimeZone::UTC));

const MONTHS_FR: [&str; 12] = [
    "janvier",
    "février",
    "mars",
    "avril",
    "mai",
    "juin",
    "juillet",
    "août",
    "septembre",
    "octobre",
    "novembre",
    "décembre",
];
const MONTHS_EN: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

/// A month such as `2027-02`, as `février 2027` or `February 2027`; what is no month is given back.
#[must_use]
pub fn month(lang: Lang, code: &str) -> String {
    let names = if lang == Lang::Fr { MONTHS_FR } else { MONTHS_EN };
    let named = code.split_once('-').and_then(|(year, month)| {
        let place = month.parse::<usize>().ok()?.checked_sub(1)?;
        Some(format!("{} {year}", names.get(place)?))
    });
    named.unwrap_or_else(|| code.to_owned())
}

/// The day of an instant (milliseconds since 1970), as `3 mai 2024` or `3 May 2024`.
#[must_use]
pub fn date(lang: Lang, ms: i64) -> Markup {
    let moment = local(ms);
    html! { time datetime=(moment.date().to_string()) { (day_text(lang, &moment)) } }
}

/// The day of an instant as plain text, for a mail.
#[must_use]
pub fn day(lang: Lang, ms: i64) -> String {
    day_text(lang, &local(ms))
}

/// The day of an instant for tables, such as `2024-05-03`.
#[must_use]
pub fn day_code(ms: i64) -> String {
    local(ms).date().to_string()
}

/// The day and the minute of an instant for names of files, such as `20240503_1445`.
#[must_use]
pub fn minute_code(ms: i64) -> String {
    local(ms).strftime("%Y%m%d_%H%M").to_string()
}

/// The day of an instant, counted from 1 January 1970.
#[must_use]
pub fn day_number(ms: i64) -> i64 {
    let days = Date::constant(1970, 1, 1).until(local(ms).date());
    days.map_or(0, |days| i64::from(days.get_days()))
}

/// The first instant of a day such as `2024-05-03`, in milliseconds since 1970; none of another text.
#[must_use]
pub fn day_start(code: &str) -> Option<i64> {
    let date: Date = code.parse().ok()?;
    let moment = date.to_zoned_datetime(SHOWN_IN.clone()).ok()?;
    Some(moment.timestamp().as_millisecond())
}

/// An instant for programs, such as `2024-05-03T12:45:05Z`.
#[must_use]
pub fn iso(ms: i64) -> String {
    local(ms).timestamp().to_string()
}

/// The day and the minute of an instant, as `3 mai 2024 à 14:05` or `3 May 2024 at 14:05`.
#[must_use]
pub fn date_time(lang: Lang, ms: i64) -> Markup {
    let moment = local(ms);
    let at = if lang == Lang::Fr { "à" } else { "at" };
    html! {
        time datetime=(moment.timestamp().to_string()) {
            (day_text(lang, &moment)) " " (at) "\u{a0}" (format!("{:02}:{:02}", moment.hour(), moment.minute()))
        }
    }
}

fn local(ms: i64) -> ZonedDateTime {
    Timestamp::from_millisecond(ms).unwrap_or(Timestamp::UNIX_EPOCH).to_zoned_datetime(SHOWN_IN.clone())
}

fn day_text(lang: Lang, moment: &ZonedDateTime) -> String {
    let months = if lang == Lang::Fr { &MONTHS_FR } else { &MONTHS_EN };
    let month = usize::try_from(moment.month() - 1).ok().and_then(|index| months.get(index)).unwrap_or(&"");
    let ordinal = if lang == Lang::Fr && moment.day() == 1 { "er" } else { "" };
    format!("{}{ordinal}\u{a0}{month} {}", moment.day(), moment.year())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_day_reads_in_both_languages() {
        let check = |lang, ms, expected: &str| assert_eq!(date(lang, ms).into_string(), expected);
        let third_of_may = 1_714_740_305_000;
        check(Lang::Fr, third_of_may, "<time datetime=\"2024-05-03\">3\u{a0}mai 2024</time>");
        check(Lang::En, third_of_may, "<time datetime=\"2024-05-03\">3\u{a0}May 2024</time>");
        check(Lang::Fr, 1_714_560_000_000, "<time datetime=\"2024-05-01\">1er\u{a0}mai 2024</time>");
        check(Lang::Fr, i64::MAX, "<time datetime=\"1970-01-01\">1er\u{a0}janvier 1970</time>");
    }

    #[test]
    fn a_day_is_that_of_the_reader() {
        for (ms, code, number) in [
            (0, "1970-01-01", 0),
            (1_714_740_305_000, "2024-05-03", 19_846),
            // Eleven at night in universal time, the next day in Paris.
            (1_714_777_200_000, "2024-05-04", 19_847),
        ] {
            assert_eq!((day_code(ms).as_str(), day_number(ms)), (code, number));
        }
    }

    #[test]
    fn a_day_begins_at_the_reader_s_midnight() {
        const HOUR: i64 = 3_600_000;
        for (code, start) in [
            ("1970-01-02", Some(23 * HOUR)),
            // Summer time.
            ("2024-05-04", Some(1_714_773_600_000)),
            ("2024-05-32", None),
            ("tomorrow", None),
        ] {
            assert_eq!(day_start(code), start, "{code}");
            let days = start.map(|start| [day_code(start - 1) != code, day_code(start) == code]);
            assert!(days.is_none_or(|days| days == [true, true]), "{code}");
        }
    }

    #[test]
    fn a_file_is_named_after_the_reader_s_minute() {
        let zone = ["20240503_1445", "20240503_1245"];
        assert!(zone.contains(&minute_code(1_714_740_305_000).as_str()));
    }

    #[test]
    fn an_hour_is_that_of_the_reader() {
        let shown = date_time(Lang::Fr, 1_714_740_305_000).into_string();
        assert!(shown.contains("datetime=\"2024-05-03T12:45:05Z\""), "{shown}");
        assert!(shown.contains("à\u{a0}14:45") || shown.contains("à\u{a0}12:45"), "{shown}");
    }
}
