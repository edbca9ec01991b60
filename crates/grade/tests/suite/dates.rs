//! Dates as people write them.

use grade::Date;

fn check(text: &str, expected: Option<&str>) {
    assert_eq!(Date::parse(text).map(|date| date.to_string()).as_deref(), expected, "{text:?}");
}

#[test]
fn dates_are_read() {
    for (text, expected) in [
        ("2024-05-03", "2024-05-03"),
        ("2024/5/3", "2024-05-03"),
        ("03/05/2024", "2024-05-03"),
        ("3.5.2024", "2024-05-03"),
        ("03-05-24", "2024-05-03"),
        ("3 5 99", "1999-05-03"),
        ("3 mai 2024", "2024-05-03"),
        ("le vendredi 3 mai 2024", "2024-05-03"),
        ("1er août 2024", "2024-08-01"),
        ("1ER AOUT 2024", "2024-08-01"),
        ("3\u{a0}févr. 2024", "2024-02-03"),
        ("14 juil. 1989", "1989-07-14"),
        ("3 May 2024", "2024-05-03"),
        ("Friday, May 3rd, 2024", "2024-05-03"),
        ("the 3rd of May 2024", "2024-05-03"),
        ("3-Dec-2024", "2024-12-03"),
        ("29/02/2024", "2024-02-29"),
        ("29 février 2000", "2000-02-29"),
    ] {
        check(text, Some(expected));
    }
}

#[test]
fn dates_that_do_not_exist_or_are_not_dates_are_refused() {
    for text in [
        "",
        "2024",
        "mai 2024",
        "3 mai",
        "31/04/2024",
        "29/02/2023",
        "29/02/1900",
        "00/05/2024",
        "03/13/2024",
        "2024-5",
        "3 mai 24000",
        "3 mai 024",
        "32 mai 2024",
        "3 jui 2024",
        "3 ma 2024",
        "3 pluviôse 2024",
        "03:05:2024",
        "3 mai 2024 14h",
        "2024-05-03-01",
        "2024 Sept 9",
        "0000-01-01",
        "mai 3 4 2024",
        "٣/٥/٢٠٢٤",
    ] {
        check(text, None);
    }
}

#[test]
fn dates_are_made_and_ordered() {
    assert_eq!(Date::new(2024, 2, 30), None);
    assert_eq!(Date::new(2024, 0, 1), None);
    assert_eq!(Date::new(10_000, 1, 1), None);
    assert!(Date::new(2024, 2, 29) < Date::new(2024, 3, 1));
}
