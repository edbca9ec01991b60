//! Days, written as `2024-05-03` in scripts.

use jiff::ToSpan;
use jiff::civil::Date;
use rhai::Engine;

use super::{Answer, language, wrong};
use crate::lang::Lang;

const MONTHS: [(&str, &str); 12] = [
    ("janvier", "January"),
    ("février", "February"),
    ("mars", "March"),
    ("avril", "April"),
    ("mai", "May"),
    ("juin", "June"),
    ("juillet", "July"),
    ("août", "August"),
    ("septembre", "September"),
    ("octobre", "October"),
    ("novembre", "November"),
    ("décembre", "December"),
];

const WEEKDAYS: [(&str, &str); 7] = [
    ("lundi", "Monday"),
    ("mardi", "Tuesday"),
    ("mercredi", "Wednesday"),
    ("jeudi", "Thursday"),
    ("vendredi", "Friday"),
    ("samedi", "Saturday"),
    ("dimanche", "Sunday"),
];

pub(super) fn register(engine: &mut Engine) {
    engine.register_fn("date_text", |lang: &str, day: &str| -> Answer<String> {
        Ok(date_text(language(lang)?, read(day)?))
    });
    engine.register_fn("date_short", |lang: &str, day: &str| -> Answer<String> {
        // Day, month, year in both languages, as in Great Britain.
        let (_, day) = (language(lang)?, read(day)?);
        Ok(format!("{:02}/{:02}/{}", day.day(), day.month(), day.year()))
    });
    engine.register_fn("month_text", |lang: &str, month: i64| -> Answer<String> {
        let name = usize::try_from(month - 1).ok().and_then(|index| MONTHS.get(index));
        let name = name.ok_or_else(|| wrong(format!("{month} is no month: expected 1 to 12")))?;
        Ok(named(language(lang)?, name))
    });
    engine.register_fn("weekday", |lang: &str, day: &str| -> Answer<String> {
        let (lang, day) = (language(lang)?, read(day)?);
        let index = usize::try_from(day.weekday().to_monday_zero_offset()).unwrap_or(0);
        Ok(WEEKDAYS.get(index).map_or_else(String::new, |name| named(lang, name)))
    });
    engine.register_fn("add_days", |day: &str, days: i64| -> Answer<String> {
        let days = days.clamp(-100_000, 100_000);
        let moved = read(day)?.checked_add(days.days());
        moved.map(|day| day.to_string()).map_err(|error| wrong(format!("add_days({day:?}, {days}): {error}")))
    });
    engine.register_fn("days_between", |first: &str, last: &str| -> Answer<i64> {
        let span = read(first)?.until(read(last)?).map_err(|error| wrong(error.to_string()))?;
        Ok(i64::from(span.get_days()))
    });
}

/// Reads a day, or the day of an instant such as `2024-05-03T10:00:00`.
fn read(text: &str) -> Answer<Date> {
    let day = text.split('T').next().unwrap_or_default();
    day.parse().map_err(|_| wrong(format!("{text:?} is no date: expected one such as \"2024-05-03\"")))
}

/// A day as one says it: 3 mai 2024, 1er mai 2024, 3 May 2024.
pub(crate) fn date_text(lang: Lang, day: Date) -> String {
    let index = usize::try_from(day.month() - 1).unwrap_or(0);
    let month = MONTHS.get(index).map_or_else(String::new, |name| named(lang, name));
    let first = if lang == Lang::Fr && day.day() == 1 { "er" } else { "" };
    format!("{}{first} {month} {}", day.day(), day.year())
}

fn named(lang: Lang, (fr, en): &(&str, &str)) -> String {
    if lang == Lang::Fr { (*fr).to_owned() } else { (*en).to_owned() }
}
