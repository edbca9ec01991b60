//! Numbers as people write them.

use grade::Decimal;

fn check(text: &str, expected: Option<&str>) {
    assert_eq!(Decimal::parse(text).map(|value| value.to_string()).as_deref(), expected, "{text:?}");
}

#[test]
fn numbers_are_read() {
    for (text, expected) in [
        ("12", "12"),
        ("-3,5", "-3.5"),
        ("−5", "-5"),
        ("+42", "42"),
        ("- 5", "-5"),
        ("007", "7"),
        ("-0", "0"),
        ("3.50", "3.5"),
        (",5", "0.5"),
        ("5.", "5"),
        ("3, 14", "3.14"),
        ("1 000", "1000"),
        ("1 000 000", "1000000"),
        ("1\u{a0}234\u{a0}567,89", "1234567.89"),
        ("1\u{202f}234,5", "1234.5"),
        ("1'234'567.5", "1234567.5"),
        ("1’234", "1234"),
        ("12,345.67", "12345.67"),
        ("12.345,67", "12345.67"),
        ("1.000.000", "1000000"),
        ("1,000,000", "1000000"),
        ("3,141 592", "3.141592"),
        ("4.2e1", "42"),
        ("1e-3", "0.001"),
        ("9007199254740993", "9007199254740993"),
        ("0,000000000000000001", "0.000000000000000001"),
        ("00000000000000000000000000000000000000000000001", "1"),
        ("\t42\u{feff}", "42"),
    ] {
        check(text, Some(expected));
    }
}

#[test]
fn what_is_not_a_number_is_refused() {
    for text in [
        "",
        " ",
        "-",
        "--5",
        "+-5",
        ".",
        ",",
        "e3",
        "1e",
        "1e9999",
        "0x1F",
        "Infinity",
        "NaN",
        "1/2",
        "42€",
        "12 34",
        "1 0000",
        "1234 567",
        "1.5,0.3",
        "1,5,0",
        "1.2.3",
        "1,23,456.7",
        "1 000.000.000",
        "1..2",
        "²",
        "４２",
        "0,0000000000000000001",
        "99999999999999999999",
        "1 2,5",
        "1  000",
    ] {
        check(text, None);
    }
}

#[test]
fn one_mark_may_be_read_two_ways() {
    for (text, expected) in [
        ("1,024", vec!["1.024", "1024"]),
        ("1.024", vec!["1.024", "1024"]),
        ("0,024", vec!["0.024"]),
        ("1,02", vec!["1.02"]),
        ("1 024,500", vec!["1024.5"]),
        ("1024", vec!["1024"]),
        ("x", vec![]),
    ] {
        let readings: Vec<String> = Decimal::readings(text).iter().map(Decimal::to_string).collect();
        assert_eq!(readings, expected, "{text}");
    }
}

#[test]
fn arithmetic_is_exact() {
    let read = |text| Decimal::parse(text).unwrap();
    assert!(read("0.3").is_within(read("0.1"), read("0.2")));
    assert!(!read("0.300000000000000001").is_within(read("0.1"), read("0.2")));
    assert!(read("1.10") == read("1,1") && read("-2") < read("1.5") && Decimal::from(3) == read("3"));
    assert_eq!(Decimal::from(i64::MIN).to_string(), i64::MIN.to_string());
    assert!(Decimal::from(i64::MAX).is_within(read("20000000000000000000"), Decimal::from(i64::MIN)));
}
