//! Grading never panics, whatever the texts of the question and of the answer.

#![no_main]

use grade::reference::{Challenge, Kind};
use grade::{
    Answer, Circumstances, Date, Decimal, Mistake, NumberSolution, Question, Solution, TextSolution,
    Tolerance, Wrong, check,
};
use libfuzzer_sys::fuzz_target;

const KINDS: [&str; 6] = ["QCU", "QCM", "QROC", "QROCM-ind", "QROCM-dep", "other"];

// The first byte chooses the kind, the second the treatments; then texts separated by zero bytes.
fuzz_target!(|data: &[u8]| {
    let [kind, flags, rest @ ..] = data else { return };
    let Ok(rest) = std::str::from_utf8(rest) else { return };
    let mut texts = rest.split('\0');
    let mut next = || texts.next().unwrap_or_default().to_owned();
    let (answer, solution) = (next(), next());
    let tolerance = Tolerance { case: flags & 1 != 0, punctuation: flags & 2 != 0, typos: flags & 4 != 0 };
    let challenge = Challenge {
        kind: Kind::named(KINDS[usize::from(*kind) % KINDS.len()]),
        numeric: flags & 8 != 0,
        solution: Some(solution.clone()),
        proposals: Some(next()),
        scoring: Some(next()),
        tolerance,
    };
    let calm = Circumstances::default();
    let graded = challenge.grade(Some(&answer), &calm);
    assert_eq!(graded, challenge.grade(Some(&answer), &calm));
    if let (Ok(question), Ok(answer)) = (challenge.question(), challenge.answer(&answer)) {
        assert!(check(&question, &answer, &calm).mistake.is_none());
    }
    grade_ours(&answer, solution, tolerance);
});

fn grade_ours(answer: &str, accepted: String, tolerance: Tolerance) {
    let mut solutions = vec![Solution::Text(TextSolution { accepted: vec![accepted.clone()], tolerance })];
    if let Some(value) = Decimal::parse(&accepted) {
        assert_eq!(Decimal::parse(&value.to_string()), Some(value));
        solutions.push(Solution::Number(NumberSolution { value, within: Decimal::ZERO }));
    }
    if let Some(date) = Date::parse(&accepted) {
        assert_eq!(Date::parse(&date.to_string()), Some(date));
        solutions.push(Solution::Date(date));
    }
    for solution in solutions {
        let mistakes = vec![Mistake { key: "same".to_owned(), wrong: Wrong::Answer(solution.clone()) }];
        let question = Question { solution, mistakes };
        let verdict = check(&question, &Answer::Text(answer.to_owned()), &Circumstances::default());
        assert_eq!(verdict.mistake, None);
    }
}
