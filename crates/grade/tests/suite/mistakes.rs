//! Each shape of mistake, the first that matches, and never one that is right.

use grade::{Answer, Circumstances, FieldSolution, Mistake, Question, Solution, Wrong};

use crate::build::{LENIENT, USUAL, date, fields, given, number, set, set_of, strings, text, typed};

/// Gives each wrong shape its place as name, and checks which one is recognised.
fn check(solution: Solution, wrongs: Vec<Wrong>, cases: &[(Answer, Option<usize>)]) {
    let mistakes = wrongs
        .into_iter()
        .enumerate()
        .map(|(place, wrong)| Mistake { key: place.to_string(), wrong })
        .collect();
    let question = Question { solution, mistakes };
    for (answer, expected) in cases {
        let late = Circumstances { timed_out: true, ..Circumstances::default() };
        for circumstances in [Circumstances::default(), late] {
            let mistake = grade::check(&question, answer, &circumstances).mistake;
            assert_eq!(mistake, expected.map(|place| place.to_string()), "{answer:?} to {question:?}");
        }
    }
}

fn field(key: &str, solution: FieldSolution) -> Wrong {
    Wrong::Field { key: key.to_owned(), solution }
}

#[test]
fn the_whole_answer() {
    let wrong = |value| Wrong::Answer(Solution::Number(number(value, "0")));
    check(
        Solution::Number(number("9", "0.5")),
        vec![wrong("23"), wrong("9.5"), wrong("12"), wrong("12.0")],
        &[
            (typed("23,0"), Some(0)),
            (typed("12"), Some(2)),
            (typed("9.5"), None),
            (typed("9"), None),
            (typed("7"), None),
            (Answer::Choice(23), None),
            (Answer::Skipped, None),
        ],
    );
    let wrong = |accepted| Wrong::Answer(Solution::Text(text(&[accepted], USUAL)));
    check(
        Solution::Text(text(&["devis"], LENIENT)),
        vec![wrong("devise"), wrong("facture")],
        &[(typed("Facture."), Some(1)), (typed("devise"), None), (typed(""), None)],
    );
    check(
        Solution::Order(vec![0, 1, 2]),
        vec![Wrong::Answer(Solution::Order(vec![2, 1, 0]))],
        &[(Answer::Order(vec![2, 1, 0]), Some(0)), (Answer::Order(vec![1, 0, 2]), None)],
    );
    check(
        Solution::Date(date("2024-05-03")),
        vec![Wrong::Answer(Solution::Date(date("2024-03-05")))],
        &[(typed("5 mars 2024"), Some(0)), (typed("03/05/2024"), None)],
    );
}

#[test]
fn a_line_of_a_choice() {
    check(
        Solution::Choice { right: 1 },
        vec![Wrong::Option(2), Wrong::Option(0)],
        &[(Answer::Choice(0), Some(1)), (Answer::Choice(2), Some(0)), (Answer::Choice(1), None)],
    );
    check(
        Solution::Choices { right: set_of(&[0, 2]) },
        vec![Wrong::Option(2), Wrong::Option(1)],
        &[
            (Answer::Choices(set_of(&[0])), Some(0)),
            (Answer::Choices(set_of(&[0, 1, 2])), Some(1)),
            (Answer::Choices(set_of(&[2])), None),
            (Answer::Choices(set_of(&[0, 2])), None),
            (typed("1"), None),
        ],
    );
    check(Solution::Order(vec![0]), vec![Wrong::Option(0)], &[(Answer::Choice(0), None)]);
}

#[test]
fn a_field() {
    let answer =
        |name, size, day, kind| given(&[("name", name), ("size", size), ("day", day), ("kind", kind)]);
    check(
        fields(),
        vec![
            field("unknown", FieldSolution::Select(strings(&["x"]))),
            field("kind", FieldSolution::Select(strings(&["Image", "Texte"]))),
            field("size", FieldSolution::Number(number("12.2", "1"))),
            field("name", FieldSolution::Text(text(&["facture"], USUAL))),
            field("day", FieldSolution::Date(date("2024-03-05"))),
        ],
        &[
            (answer("devis", "12", "2024-05-03", "Image"), Some(1)),
            (answer("facture", "13", "2024-05-03", "Texte"), Some(2)),
            (answer("Facture", "12", "2024-03-05", "Texte"), Some(3)),
            (answer("x", "12.1", "2024-03-05", "Son"), Some(4)),
            (answer("devis", "12", "2024-05-03", "Texte"), None),
            (given(&[("unknown", "x")]), None),
            (typed("facture"), None),
        ],
    );
}

#[test]
fn an_item_of_a_set() {
    let item = |text: &str| Wrong::Item(text.to_owned());
    let answer = |a, b, c| given(&[("a", a), ("b", b), ("c", c)]);
    check(
        set(Some(&[1, 3])),
        vec![item("chat"), item("poule"), item("coq")],
        &[
            (answer("chat", "chien", "Coq"), Some(2)),
            (answer("poule", "coq", "x"), Some(1)),
            // Right texts given twice are not the mistake.
            (answer("vache", "vache", "chat"), None),
            (answer("chat", "chien", "vache"), None),
            (given(&[("a", "chat"), ("b", "chien"), ("z", "coq")]), None),
        ],
    );
    check(Solution::Text(text(&["a"], USUAL)), vec![item("b")], &[(typed("b"), None)]);
}
