//! Days as the files write them.

use jiff::civil::Date;
use serde::{Deserialize, Serialize};

/// The first year that somebody alive can be born in, and the last that is believed.
const YEARS: std::ops::RangeInclusive<i16> = 1900..=2099;
/// A year of two digits from here on belongs to the twentieth century: nobody on these lists was born after 2029 yet,
/// and an adult who learns may well be born in 1955.
const OLD: i16 = 30;

/// A way to write a day.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum DayStyle {
    /// `31/12/2005`; also `31/12/05` and `3/2/2005`.
    #[serde(rename = "DD/MM/YYYY")]
    DayFirst,
    /// `2005-12-31`.
    #[serde(rename = "YYYY-MM-DD")]
    YearFirst,
}

impl DayStyle {
    /// The style in the signs that people know.
    pub(crate) const fn pattern(self) -> &'static str {
        match self {
            Self::DayFirst => "jj/mm/aaaa",
            Self::YearFirst => "aaaa-mm-jj",
        }
    }

    /// Reads a day that exists.
    pub(crate) fn read(self, text: &str) -> Option<Date> {
        let (separator, digits) = match self {
            Self::DayFirst => ('/', 1..=2),
            Self::YearFirst => ('-', 2..=2),
        };
        let parts: Vec<&str> = text.split(separator).collect();
        let [one, month, other] = <[&str; 3]>::try_from(parts).ok()?;
        let (day, year) = if self == Self::DayFirst { (one, other) } else { (other, one) };
        let short = |part: &str| -> Option<i8> {
            let fits = digits.contains(&part.len()) && part.bytes().all(|digit| digit.is_ascii_digit());
            if fits { part.parse().ok() } else { None }
        };
        Date::new(self.year(year)?, short(month)?, short(day)?).ok()
    }

    fn year(self, text: &str) -> Option<i16> {
        if !text.bytes().all(|digit| digit.is_ascii_digit()) {
            return None;
        }
        let year: i16 = text.parse().ok()?;
        let full = match (text.len(), self) {
            (4, _) => year,
            (2, Self::DayFirst) if year < OLD => 2000 + year,
            (2, Self::DayFirst) => 1900 + year,
            _ => return None,
        };
        YEARS.contains(&full).then_some(full)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_are_read_in_one_style() {
        let check = |style: DayStyle, text: &str, expected: Option<&str>| {
            let day = style.read(text).map(|day| day.to_string());
            assert_eq!(day.as_deref(), expected, "{style:?} {text:?}");
        };
        check(DayStyle::DayFirst, "03/02/2006", Some("2006-02-03"));
        check(DayStyle::DayFirst, "3/2/2006", Some("2006-02-03"));
        check(DayStyle::DayFirst, "30/08/05", Some("2005-08-30"));
        check(DayStyle::DayFirst, "30/08/55", Some("1955-08-30"));
        check(DayStyle::DayFirst, "29/02/2008", Some("2008-02-29"));
        check(DayStyle::YearFirst, "2016-05-30", Some("2016-05-30"));
        for text in [
            "29/02/2007",
            "31/04/2006",
            "00/01/2006",
            "2006-02-03",
            "2003-04-12T00:00",
            "03/02/206",
            "1/1/1",
            "03/02/1899",
            "03/02/2100",
            "+3/02/2006",
            "03-02-2006",
            "",
            "//",
            "03/02",
            "03/02/2006/1",
            "é/é/éé",
        ] {
            check(DayStyle::DayFirst, text, None);
        }
        for text in ["30/05/2016", "2016-5-30", "2016-02-30", "16-05-30", "2016-05-30T00:00", "2016-05-3é"] {
            check(DayStyle::YearFirst, text, None);
        }
    }
}
