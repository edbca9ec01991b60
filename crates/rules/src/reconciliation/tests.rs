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
        ("Lena", "Garigue", Ok(2)),
        ("Lema", "Garigue", Err(NotFound::Several)),
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

#[test]
fn whoever_may_be_meant_is_near() {
    let all = [ILYES, LEA, LENA];
    for (first, last, expected) in [
        ("Léa", "Garrigue", vec![1]),
        ("Lema", "Garigue", vec![1, 2]),
        ("Ilies", "ben-said", vec![0]),
        ("Lea", "Garriguf", vec![1]),
        ("Paul", "Garrigue", vec![]),
        ("", "", vec![]),
    ] {
        assert_eq!(near((first, last), &all), expected, "{first} {last}");
        let found = find((first, last), &all).ok();
        assert!(found.is_none_or(|place| expected.contains(&place)), "{first} {last}");
    }
}

#[test]
fn twins_are_told_apart_by_the_name_that_is_written_right() {
    let person = |first: &'static str, last: &'static str| Line {
        first_names: [Some(first), None, None],
        last_names: [Some(last), None],
    };
    let twins = [person("Camille", "GARRIGUE"), person("Camilla", "GARRIGUE")];
    let homonyms = [person("Emma", "MARTIN"), person("Emma", "MARTIN")];
    for (first, last, people, expected) in [
        ("Camille", "Garrigue", &twins, Ok(0)),
        ("Camilla", "Garigue", &twins, Ok(1)),
        ("Camillo", "Garrigue", &twins, Err(NotFound::Several)),
        ("Camil", "Garrigue", &twins, Err(NotFound::Nobody)),
        ("", "Garrigue", &twins, Err(NotFound::Nobody)),
        ("Camille", "", &twins, Err(NotFound::Nobody)),
        ("Emma", "Martin", &homonyms, Err(NotFound::Several)),
    ] {
        assert_eq!(find((first, last), people), expected, "{first} {last}");
    }
}

#[test]
fn names_are_compared_without_what_varies() {
    for (name, expected) in [
        ("Ilyès", "ilyes"),
        ("DA SILVA QUINTELA", "dasilvaquintela"),
        ("N'GUESSAN", "nguessan"),
        ("Jean-Noël", "jeannoel"),
        ("BŒUFGRAS", "boeufgras"),
        ("Łukasz Straße Æ", "lukaszstrasseae"),
        ("İpek", "ipek"),
        ("李小龙", "李小龙"),
        (" - ' ", ""),
    ] {
        assert_eq!(normalised(name), expected, "{name}");
    }
    assert_eq!(normalised(&"é".repeat(300)), "e".repeat(LONGEST));
}

#[test]
fn one_edit_for_four_letters_is_forgiven() {
    for (typed, name, expected) in [
        ("lea", "lea", Some(0)),
        ("lea", "leo", None),
        ("garigue", "garrigue", Some(1)),
        ("gariges", "garrigue", None),
        ("elie", "elia", Some(1)),
        ("", "", None),
        ("garrigues", "garig", None),
    ] {
        assert_eq!(strangeness(typed, name), expected, "{typed} {name}");
    }
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
    for (conflict, expected) in [
        (Conflict::Here(email.clone()), "S51"),
        (Conflict::Here(Login::of(None, Some("lea"))), "S52"),
        (Conflict::Here(Login::External), "S53"),
        (Conflict::Elsewhere(email.clone()), "S61"),
        (Conflict::Elsewhere(Login::of(None, Some("lea"))), "S62"),
        (Conflict::Elsewhere(Login::External), "S63"),
        (Conflict::OtherPupil, "R70"),
        (Conflict::Stranger, "R90"),
    ] {
        assert_eq!(conflict.sign_up_code(), expected);
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
    fn whoever_types_their_own_name_is_found(first in "\\PC{1,40}", last in "\\PC{1,40}") {
        prop_assume!(!normalised(&first).is_empty() && !normalised(&last).is_empty());
        // Some letters have no upper case of their own: typed so, they may be others.
        prop_assume!(normalised(&last.to_uppercase()) == normalised(&last));
        let line = Line { first_names: [Some(&first), None, None], last_names: [Some(&last), None] };
        prop_assert_eq!(find((&first, &last.to_uppercase()), &[line]), Ok(0));
    }
}
