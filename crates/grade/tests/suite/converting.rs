//! From the reference's texts to questions of ours, and every refusal.

use grade::reference::{Challenge, Kind, Outcome, Refusal, blocks};
use grade::{Answer, Circumstances, Solution, Status};

use crate::build::{LENIENT, given, set_of, typed};

fn challenge(kind: &str, proposals: &str, solution: &str, scoring: &str) -> Challenge {
    Challenge {
        kind: Kind::named(kind),
        numeric: false,
        proposals: Some(proposals.to_owned()),
        solution: Some(solution.to_owned()),
        scoring: Some(scoring.to_owned()),
        tolerance: LENIENT,
    }
}

/// Converts both the challenge and the answer, and grades by our rules.
fn check(challenge: &Challenge, answer: &str, expected: &Result<Status, Refusal>) {
    let status = challenge.question().and_then(|question| {
        Ok(grade::check(&question, &challenge.answer(answer)?, &Circumstances::default()).status)
    });
    assert_eq!(&status, expected, "{answer:?} to {challenge:?}");
}

fn unreadable(what: &'static str, why: &str) -> Result<Status, Refusal> {
    Err(Refusal::Unreadable { what, why: why.to_owned() })
}

#[test]
fn choices() {
    let rank = |rank: &str, count| Err(Refusal::Rank { rank: rank.to_owned(), count });
    let one = challenge("QCU", "- a\n- b\n- c", "2", "");
    check(&one, "2", &Ok(Status::Ok));
    check(&one, "1", &Ok(Status::Ko));
    check(&one, "#ABAND#", &Ok(Status::Skipped));
    check(&one, "4", &rank("4", 3));
    check(&one, "0", &rank("0", 3));
    check(&one, "x", &rank("x", 3));
    check(&challenge("QCU", "a", "1", ""), "1", &rank("1", 0));
    let several = challenge("QCM", "- a\n- b\n- c", "1, 3", "");
    check(&several, "3,1", &Ok(Status::Ok));
    check(&several, "1", &Ok(Status::Ko));
    check(&several, "1,", &rank("", 3));
    assert_eq!(several.answer("3, 1"), Ok(Answer::Choices(set_of(&[0, 2]))));
    assert_eq!(one.answer("3"), Ok(Answer::Choice(2)));
}

#[test]
fn one_field() {
    let place = challenge("QROC", "${a}", "Google\n\nBing\n", "");
    check(&place, "gogle", &Ok(Status::Ok));
    check(&place, "yahoo", &Ok(Status::Ko));
    let list = challenge("QROC", "${a options=[\"Oui\",\"Non\"]}", "Oui", "");
    check(&list, "Oui", &Ok(Status::Ok));
    check(&list, "oui", &Ok(Status::Ko));
    let simulator = Challenge { proposals: None, ..challenge("QROC", "", "success", "") };
    check(&simulator, "success", &Ok(Status::Ok));
    check(&simulator, "sucess", &Ok(Status::Ko));
    let number = Challenge { numeric: true, ..challenge("QROC", "${a}", "1 000 000,5", "") };
    check(&number, "1\u{202f}000\u{202f}000.50", &Ok(Status::Ok));
    check(&number, "1000000", &Ok(Status::Ko));
    assert_eq!(place.answer("x"), Ok(typed("x")));
    let words = Challenge { numeric: true, ..challenge("QROC", "${a}", "10\ndix", "") };
    assert!(matches!(words.question().map(|question| question.solution), Ok(Solution::Text(_))));
    check(&challenge("QROC", "${a}", "\n", ""), "x", &Err(Refusal::Missing { what: "solution" }));
    check(&Challenge { solution: None, ..place }, "x", &Err(Refusal::Missing { what: "solution" }));
}

#[test]
fn independent_fields() {
    let both = challenge("QROCM-ind", "${a} ${b options=[\"x\",\"y\"]}", "a:\n- Paris\nb:\n- x\n", "");
    check(&both, "a: paris\nb: x\n", &Ok(Status::Ok));
    check(&both, "a: paris\nb: X\n", &Ok(Status::Ko));
    check(&both, "a: paris\n", &Ok(Status::Ko));
    check(&both, "a: [paris]\nb: x\n", &Ok(Status::Ko));
    check(&both, "paris", &unreadable("answer", "it is not a map"));
    assert_eq!(both.answer("b: x\na:\n"), Ok(given(&[("b", "x"), ("a", "")])));
    let unpaired = |key: &str| Err(Refusal::Unpaired { key: key.to_owned() });
    check(&challenge("QROCM-ind", "${a} ${b}", "a:\n- x\n", ""), "a: x", &unpaired("b"));
    check(&challenge("QROCM-ind", "${a}", "a:\n- x\nb:\n- y\n", ""), "a: x", &unpaired("b"));
    let list = Err(Refusal::NotAList { key: "a".to_owned() });
    check(&challenge("QROCM-ind", "${a}", "a: x\n", ""), "a: x", &list);
    check(&Challenge { proposals: None, ..both }, "a: x", &Err(Refusal::Missing { what: "proposals" }));
    check(&challenge("QRU", "${a}", "x", ""), "x", &Err(Refusal::Kind));
    assert_eq!(challenge("QRU", "${a}", "x", "").answer("x"), Err(Refusal::Kind));
}

#[test]
fn interchangeable_fields() {
    let solution = "s1:\n- chat\n- chats\ns2:\n- chats\ns3:\n- âne\n";
    let set = challenge("QROCM-dep", "${a} ${b}", solution, "");
    check(&set, "a: chats\nb: chat\n", &Ok(Status::Ok));
    check(&set, "a: ane\nb: x\n", &Ok(Status::Ko));
    check(
        &challenge("QROCM-dep", "${a} ${b}", solution, "1: @x1\n2: @x2\n"),
        "a: ane\nb: x\n",
        &Ok(Status::Partially),
    );
    check(
        &challenge("QROCM-dep", "${a} ${b}", solution, "2: x\n10: y\n"),
        "a: ane\nb: chat\n",
        &Ok(Status::Partially),
    );
    let scoring = Err(Refusal::Scoring { key: "one".to_owned() });
    check(&challenge("QROCM-dep", "${a}", solution, "one: x\n"), "a: x", &scoring);
    check(&challenge("QROCM-dep", "${a}", solution, "x"), "a: x", &unreadable("scoring", "it is not a map"));
}

#[test]
fn options_must_be_a_list_of_texts() {
    for text in ["", "[", "[\"a\"", "[1]", "{", "\"a\""] {
        let expected = Refusal::Options { key: "a".to_owned(), text: text.to_owned() };
        assert_eq!(blocks(&format!("${{a#x options={text}}}")), Err(expected), "{text}");
    }
}

#[test]
fn the_reference_reads_a_blank_answer_as_no_field() {
    let both = challenge("QROCM-ind", "${a}", "a:\n- x\n", "");
    for (answer, fields) in [(Some(""), Some(vec![])), (Some("a: x"), Some(vec![("a", true)])), (None, None)]
    {
        let Ok(Outcome::Graded { fields: got, .. }) = both.grade(answer, &Circumstances::default()) else {
            panic!("{answer:?} was not graded");
        };
        let fields =
            fields.map(|fields| fields.into_iter().map(|(key, right)| (key.to_owned(), right)).collect());
        assert_eq!(got, fields, "{answer:?}");
    }
}
