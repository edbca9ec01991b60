use super::*;
use proptest::prelude::*;

const ILYES: Line<'static> =
    Line { first_names: [Some("Ilyès"), Some("Jean-Marie"), None], last_names: [Some("Ben Saïd"), None] };
const LEA: Line<'static> =
    Line { first_names: [Some("Léa"), None, None], last_names: [Some("Garrigue"), Some("O'Brien")] };
const LENA: Line<'static> =
    Line { first_names: [Some("Léna"), None, None], last_names: [Some("Garrigue"), None] };

#[test]
fn names_are_read_kindly() {
    for (first, last, expected) in [
        ("Ilyès", "Ben Saïd", Ok(0)),
        ("ilyes", "BENSAID", Ok(0)),
        ("Ilies", "ben-said", Ok(0)),
        ("jean marie", "Ben Saïd", Ok(0)),
        ("Ily", "Ben Saïd", Err(NotFound::Nobody)),
        ("Lea", "obrien", Ok(1)),
        ("Léa", "Garrigue", Ok(1)),
        ("Lena", "Garigue", Err(NotFound::Several)),
        ("Lina", "Garrigue", Ok(2)),
        ("Ben Saïd", "Ilyès", Err(NotFound::Nobody)),
        ("", "Garrigue", Err(NotFound::Nobody)),
        ("Léa", " - ", Err(NotFound::Nobody)),
    ] {
        assert_eq!(find((first, last), &[ILYES, LEA, LENA]), expected, "{first} {last}");
    }
}

#[test]
fn exactly_one_must_match() {
    assert_eq!(find(("Léa", "Garrigue"), &[LEA, LEA]), Err(NotFound::Several));
    let lino = Line { first_names: [Some("Lino"), None, None], ..LENA };
    assert_eq!(
        find(("Linu", "Garrigue"), &[lino, Line { first_names: [Some("Lina"), None, None], ..LENA }]),
        Err(NotFound::Several)
    );
    assert_eq!(find(("Lino", "Garrigue"), &[lino, LENA]), Ok(0), "an exact name is nearer than a near one");
    assert_eq!(find(("Léa", "Garrigue"), &[]), Err(NotFound::Nobody));
}

fn linked(here: bool, found: bool, own: bool, (number, day): (Option<&str>, &str)) -> Linked {
    Linked {
        here,
        found,
        own,
        national_number: number.map(str::to_owned),
        birth_date: Some(day.to_owned()),
        login: Login::of(None, Some("lea.garrigue1203")),
    }
}

#[test]
fn an_account_in_the_way_is_told_apart() {
    const DAY: &str = "2013-03-12";
    let of = |login: &Login, line: Linked| Linked { login: login.clone(), ..line };
    let email = Login::of(Some("lea@pix.example"), Some("lea.garrigue"));
    let other = (Some("INE2"), "2011-01-01");
    let same = (Some("INE1"), DAY);
    for (lines, expected) in [
        (vec![], None),
        (vec![linked(true, true, true, same)], None),
        (vec![linked(true, true, false, same)], Some("R32")),
        (vec![of(&email, linked(true, true, false, same))], Some("R31")),
        (vec![of(&Login::External, linked(true, true, false, same))], Some("R33")),
        (vec![linked(false, false, false, same)], Some("R12")),
        (vec![of(&email, linked(false, false, false, same))], Some("R11")),
        (vec![of(&Login::External, linked(false, false, false, same))], Some("R13")),
        (vec![linked(false, false, false, (Some("INE1"), "2012-01-01"))], None),
        (vec![linked(true, false, true, (None, DAY))], Some("R70")),
        (vec![linked(true, false, true, (Some("INE2"), DAY))], Some("R70")),
        (vec![linked(true, false, true, other)], Some("R90")),
        (vec![linked(false, false, true, other)], Some("R90")),
        (vec![linked(false, false, true, same)], None),
        (vec![linked(false, false, true, (None, "2011-01-01"))], None),
    ] {
        let found = check(Some("INE1"), DAY, &lines).err().map(|conflict| conflict.code());
        assert_eq!(found, expected, "{lines:?}");
    }
    assert_eq!(
        check(None, DAY, &[linked(false, false, false, same)]),
        Ok(()),
        "without number nobody is the same"
    );
}

#[test]
fn a_login_is_masked() {
    for (login, expected) in [
        (Login::of(Some("lea@pix.example"), None), "l***@pix.example"),
        (Login::of(None, Some("lea.garrigue1203")), "l***.g***"),
        (Login::External, ""),
    ] {
        assert_eq!(login.masked(), expected);
    }
}

proptest! {
    #[test]
    fn any_names_are_compared(first: String, last: String) {
        let _found = find((&first, &last), &[ILYES, LEA]);
    }

    #[test]
    fn the_names_of_the_list_always_find_their_line(first in "[a-zé]{1,9}", last in "[a-zï -]{2,9}x") {
        let line = Line { first_names: [Some(&first), None, None], last_names: [Some(&last), None] };
        prop_assert_eq!(find((&first, &last), &[line]), Ok(0));
    }
}
