//! One table by kind of question: what is right, what is not, and what each circumstance changes.

use grade::{Answer, Circumstances, Solution, Status};

use crate::build::{USUAL, date, fields, given, number, question, set, set_of, text, typed};

fn check(solution: &Solution, cases: &[(Answer, Status)]) {
    for (answer, expected) in cases {
        let verdict = grade::check(&question(solution.clone()), answer, &Circumstances::default());
        assert_eq!(verdict.status, *expected, "{answer:?} to {solution:?}");
        assert_eq!(verdict.mistake, None);
    }
}

#[test]
fn one_option() {
    let solution = Solution::Choice { right: 2 };
    check(
        &solution,
        &[
            (Answer::Choice(2), Status::Ok),
            (Answer::Choice(0), Status::Ko),
            (Answer::Choice(usize::MAX), Status::Ko),
            (Answer::Choices(set_of(&[2])), Status::Ko),
            (typed("2"), Status::Ko),
            (Answer::Skipped, Status::Skipped),
        ],
    );
}

#[test]
fn several_options() {
    let solution = Solution::Choices { right: set_of(&[0, 2]) };
    check(
        &solution,
        &[
            (Answer::Choices(set_of(&[2, 0])), Status::Ok),
            (Answer::Choices(set_of(&[0])), Status::Ko),
            (Answer::Choices(set_of(&[0, 1, 2])), Status::Ko),
            (Answer::Choices(set_of(&[])), Status::Ko),
            (Answer::Choice(0), Status::Ko),
            (Answer::Skipped, Status::Skipped),
        ],
    );
}

#[test]
fn a_text_of_another_shape_is_wrong() {
    let solution = Solution::Text(text(&["devis"], USUAL));
    check(
        &solution,
        &[
            (typed("Devis."), Status::Ok),
            (given(&[("a", "devis")]), Status::Ko),
            (Answer::Order(vec![]), Status::Ko),
            (Answer::Skipped, Status::Skipped),
        ],
    );
}

#[test]
fn a_number() {
    let solution = Solution::Number(number("1024", "0.5"));
    check(
        &solution,
        &[
            (typed("1024"), Status::Ok),
            (typed(" 1 024 "), Status::Ok),
            (typed("1\u{202f}024,5"), Status::Ok),
            (typed("1023.5"), Status::Ok),
            (typed("1'024"), Status::Ok),
            (typed("1,024"), Status::Ok),
            (typed("1024,51"), Status::Ko),
            (typed("1023,49"), Status::Ko),
            (typed("1025"), Status::Ko),
            (typed("-1024"), Status::Ko),
            (typed("mille"), Status::Ko),
            (typed(""), Status::Ko),
            (given(&[]), Status::Ko),
            (Answer::Choice(1024), Status::Ko),
        ],
    );
    check(&Solution::Number(number("1", "-1")), &[(typed("1"), Status::Ko)]);
}

#[test]
fn a_date() {
    let solution = Solution::Date(date("2024-05-03"));
    check(
        &solution,
        &[
            (typed("03/05/2024"), Status::Ok),
            (typed("vendredi 3 mai 2024"), Status::Ok),
            (typed("May 3rd, 2024"), Status::Ok),
            (typed("05/03/2024"), Status::Ko),
            (typed("31/02/2024"), Status::Ko),
            (typed("mai 2024"), Status::Ko),
            (Answer::Choice(3), Status::Ko),
        ],
    );
}

#[test]
fn an_order() {
    let solution = Solution::Order(vec![2, 0, 1]);
    check(
        &solution,
        &[
            (Answer::Order(vec![2, 0, 1]), Status::Ok),
            (Answer::Order(vec![0, 1, 2]), Status::Ko),
            (Answer::Order(vec![2, 0]), Status::Ko),
            (Answer::Order(vec![2, 0, 1, 1]), Status::Ko),
            (Answer::Choices(set_of(&[0, 1, 2])), Status::Ko),
        ],
    );
}

fn check_fields(solution: Solution, answer: &Answer, expected: Status, right: &[(&str, bool)]) {
    let verdict = grade::check(&question(solution), answer, &Circumstances::default());
    let fields: Vec<(&str, bool)> =
        verdict.fields.iter().map(|(key, right)| (key.as_str(), *right)).collect();
    assert_eq!((verdict.status, fields), (expected, right.to_vec()), "{answer:?}");
}

#[test]
fn independent_fields() {
    let all = [("name", "Devis"), ("size", "12,5"), ("day", "3 mai 2024"), ("kind", "Texte")];
    let right =
        |rights: [bool; 4]| ["name", "size", "day", "kind"].into_iter().zip(rights).collect::<Vec<_>>();
    let without = |key: &str| all.into_iter().filter(|(name, _)| *name != key).collect::<Vec<_>>();
    let with = |key: &str, text: &'static str| {
        all.map(|(name, before)| if name == key { (name, text) } else { (name, before) })
    };
    let mut reversed = all;
    reversed.reverse();
    let (mut more, mut twice) = (all.to_vec(), all.to_vec());
    more.push(("other", "x"));
    twice.push(("name", "devis"));
    for (answer, expected, rights) in [
        (all.to_vec(), Status::Ok, [true; 4]),
        (reversed.to_vec(), Status::Ok, [true; 4]),
        (with("size", "13").to_vec(), Status::Ko, [true, false, true, true]),
        (with("kind", "texte").to_vec(), Status::Ko, [true, true, true, false]),
        (with("kind", "Texte ").to_vec(), Status::Ko, [true, true, true, false]),
        (with("name", "").to_vec(), Status::Ko, [false, true, true, true]),
        (without("day"), Status::Ko, [true, true, false, true]),
        (more, Status::Ko, [true; 4]),
        (twice, Status::Ko, [true; 4]),
        (vec![], Status::Ko, [false; 4]),
    ] {
        check_fields(fields(), &given(&answer), expected, &right(rights));
    }
    check_fields(fields(), &typed("devis"), Status::Ko, &right([false; 4]));
    check_fields(fields(), &Answer::Skipped, Status::Skipped, &right([false; 4]));
    check_fields(Solution::Fields(vec![]), &given(&[]), Status::Ko, &[]);
}

#[test]
fn interchangeable_fields() {
    for (scoring, texts, expected, rights) in [
        (None, ["chat", "chien", "vache"], Status::Ok, [true; 3]),
        // "chat" belongs to two groups: the one left free is found whatever the order.
        (None, ["chat", "matou", "ane"], Status::Ok, [true; 3]),
        (None, ["chien", "CHAT !", "Âne"], Status::Ok, [true; 3]),
        (None, ["chat", "chat", "vache"], Status::Ok, [true; 3]),
        (None, ["vache", "vache", "chat"], Status::Ko, [true, false, true]),
        (None, ["chat", "chien", ""], Status::Ko, [true, true, false]),
        (Some([1, 3].as_slice()), ["chat", "chien", "vache"], Status::Ok, [true; 3]),
        (Some(&[1, 3]), ["chat", "x", ""], Status::Partially, [true, false, false]),
        (Some(&[1, 3]), ["x", "y", "z"], Status::Ko, [false; 3]),
        (Some(&[2]), ["chat", "chien", "x"], Status::Ok, [true, true, false]),
        // Ten is more than two.
        (Some(&[2, 10]), ["chat", "chien", "x"], Status::Partially, [true, true, false]),
        (Some(&[]), ["chat", "chien", "x"], Status::Ko, [true, true, false]),
    ] {
        let keys = ["a", "b", "c"];
        let answer: Vec<(&str, &str)> = keys.into_iter().zip(texts).collect();
        let right: Vec<(&str, bool)> = keys.into_iter().zip(rights).collect();
        check_fields(set(scoring), &given(&answer), expected, &right);
    }
}

#[test]
fn interchangeable_fields_must_all_be_there() {
    let none = [("a", false), ("b", false), ("c", false)];
    let two = [("a", true), ("b", true), ("c", false)];
    for (answer, rights) in [
        (given(&[("a", "chat"), ("b", "vache")]), two),
        (given(&[("a", "chat"), ("b", "vache"), ("d", "ane")]), two),
        (given(&[]), none),
        (typed("chat"), none),
    ] {
        check_fields(set(Some(&[1])), &answer, Status::Ko, &rights);
    }
}

#[test]
fn circumstances() {
    let right = Answer::Choice(1);
    let lost =
        Circumstances { focus_question: true, focus_lost: true, certification: true, timed_out: false };
    let late = Circumstances { timed_out: true, ..Circumstances::default() };
    for (answer, circumstances, expected) in [
        (&right, late, Status::TimedOut),
        (&right, lost, Status::FocusedOut),
        (&right, Circumstances { timed_out: true, ..lost }, Status::FocusedOut),
        (&right, Circumstances { certification: false, ..lost }, Status::Ok),
        (&right, Circumstances { focus_question: false, ..lost }, Status::Ok),
        (&right, Circumstances { focus_lost: false, ..lost }, Status::Ok),
        (&Answer::Choice(0), Circumstances { timed_out: true, ..lost }, Status::Ko),
        (&Answer::Skipped, Circumstances { timed_out: true, ..lost }, Status::Skipped),
    ] {
        let verdict = grade::check(&question(Solution::Choice { right: 1 }), answer, &circumstances);
        assert_eq!(verdict.status, expected, "{answer:?} {circumstances:?}");
    }
    let partly = given(&[("a", "chat"), ("b", "x"), ("c", "y")]);
    assert_eq!(grade::check(&question(set(Some(&[1, 3]))), &partly, &late).status, Status::Partially);
}
