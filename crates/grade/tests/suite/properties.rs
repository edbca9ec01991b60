//! What holds for every question and every answer.

use std::collections::BTreeSet;

use grade::reference::{Challenge, Kind, blocks, inputs, items};
use grade::{
    Answer, Circumstances, Date, Decimal, Field, FieldSolution, Mistake, NumberSolution, Question,
    SetSolution, Solution, Status, TextSolution, Tolerance, Wrong, check,
};
use proptest::collection::{btree_set, vec};
use proptest::prelude::*;

fn tolerance() -> impl Strategy<Value = Tolerance> {
    any::<(bool, bool, bool)>().prop_map(|(case, punctuation, typos)| Tolerance { case, punctuation, typos })
}

/// Texts close enough to one another, and to nothing, for comparisons to matter.
fn word() -> impl Strategy<Value = String> {
    prop_oneof!["[abÉ1 '.-]{0,6}", "[a-c]{1,9}", any::<String>(), "[0-9][0-9 ,.]{0,6}"]
}

fn text() -> impl Strategy<Value = TextSolution> {
    (vec(word(), 0..4), tolerance()).prop_map(|(accepted, tolerance)| TextSolution { accepted, tolerance })
}

fn decimal() -> impl Strategy<Value = Decimal> {
    (any::<i64>(), 0_u32..1_000_000)
        .prop_map(|(whole, fraction)| Decimal::parse(&format!("{whole}.{fraction}")).unwrap_or_default())
}

fn number() -> impl Strategy<Value = NumberSolution> {
    (decimal(), decimal()).prop_map(|(value, within)| NumberSolution { value, within })
}

fn date() -> impl Strategy<Value = Date> {
    (1_i32..9999, 1_u8..13, 1_u8..29).prop_map(|(year, month, day)| Date { year, month, day })
}

fn field_solution() -> impl Strategy<Value = FieldSolution> {
    prop_oneof![
        text().prop_map(FieldSolution::Text),
        number().prop_map(FieldSolution::Number),
        date().prop_map(FieldSolution::Date),
        vec(word(), 0..3).prop_map(FieldSolution::Select),
    ]
}

fn set() -> impl Strategy<Value = SetSolution> {
    let scoring = proptest::option::of(proptest::collection::btree_map(0_usize..4, word(), 0..3));
    (vec("[abc]", 0..4), vec(vec(word(), 0..3), 0..4), tolerance(), scoring)
        .prop_map(|(keys, groups, tolerance, scoring)| SetSolution { keys, groups, tolerance, scoring })
}

fn solution() -> impl Strategy<Value = Solution> {
    prop_oneof![
        (0_usize..5).prop_map(|right| Solution::Choice { right }),
        btree_set(0_usize..5, 0..4).prop_map(|right| Solution::Choices { right }),
        text().prop_map(Solution::Text),
        number().prop_map(Solution::Number),
        date().prop_map(Solution::Date),
        vec(("[abc]", field_solution()), 0..4).prop_map(|fields| {
            Solution::Fields(fields.into_iter().map(|(key, solution)| Field { key, solution }).collect())
        }),
        set().prop_map(Solution::Set),
        vec(0_usize..4, 0..4).prop_map(Solution::Order),
    ]
}

fn wrong() -> impl Strategy<Value = Wrong> {
    prop_oneof![
        solution().prop_map(Wrong::Answer),
        (0_usize..5).prop_map(Wrong::Option),
        ("[abc]", field_solution()).prop_map(|(key, solution)| Wrong::Field { key, solution }),
        word().prop_map(Wrong::Item),
    ]
}

fn answer() -> impl Strategy<Value = Answer> {
    prop_oneof![
        Just(Answer::Skipped),
        (0_usize..5).prop_map(Answer::Choice),
        btree_set(0_usize..5, 0..4).prop_map(Answer::Choices),
        word().prop_map(Answer::Text),
        vec(("[abc]", word()), 0..4).prop_map(Answer::Fields),
        vec(0_usize..4, 0..4).prop_map(Answer::Order),
    ]
}

fn circumstances() -> impl Strategy<Value = Circumstances> {
    any::<[bool; 4]>().prop_map(|[timed_out, focus_question, focus_lost, certification]| Circumstances {
        timed_out,
        focus_question,
        focus_lost,
        certification,
    })
}

fn own_text(solution: &TextSolution) -> Option<String> {
    solution.accepted.iter().find(|text| !text.chars().all(|c| c.is_whitespace() || c == '\u{feff}')).cloned()
}

fn own_field(solution: &FieldSolution) -> Option<String> {
    match solution {
        FieldSolution::Text(text) => own_text(text),
        FieldSolution::Number(number) => Some(number.value.to_string()),
        FieldSolution::Date(date) => Some(date.to_string()),
        FieldSolution::Select(options) => options.first().cloned(),
    }
}

/// The answer of someone who reads the solution, if there is one.
fn own_answer(solution: &Solution) -> Option<Answer> {
    Some(match solution {
        Solution::Choice { right } => Answer::Choice(*right),
        Solution::Choices { right } => Answer::Choices(right.clone()),
        Solution::Text(text) => Answer::Text(own_text(text)?),
        Solution::Number(number) => Answer::Text(number.value.to_string()),
        Solution::Date(date) => Answer::Text(date.to_string()),
        Solution::Order(lines) => Answer::Order(lines.clone()),
        Solution::Fields(fields) => {
            let keys: BTreeSet<&String> = fields.iter().map(|field| &field.key).collect();
            let own = |field: &Field| Some((field.key.clone(), own_field(&field.solution)?));
            let distinct = !fields.is_empty() && keys.len() == fields.len();
            Answer::Fields(fields.iter().map(own).collect::<Option<_>>().filter(|_| distinct)?)
        }
        Solution::Set(set) => {
            let keys: BTreeSet<&String> = set.keys.iter().collect();
            let possible = !keys.is_empty() && keys.len() == set.keys.len() && keys.len() <= set.groups.len();
            let most = set.scoring.as_ref().and_then(|scoring| scoring.keys().last().copied()).unwrap_or(0);
            let own = |(key, group): (&String, &Vec<String>)| {
                let accepted = TextSolution { accepted: group.clone(), tolerance: set.tolerance };
                Some((key.clone(), own_text(&accepted)?))
            };
            let all: Option<_> = set.keys.iter().zip(&set.groups).map(own).collect();
            Answer::Fields(all.filter(|_| possible && most <= keys.len())?)
        }
    })
}

proptest! {
    #[test]
    fn a_mistake_is_only_told_of_an_answer_that_is_not_right(
        solution in solution(),
        wrongs in vec(wrong(), 0..4),
        answer in answer(),
        circumstances in circumstances(),
    ) {
        let mistakes = wrongs.into_iter().map(|wrong| Mistake { key: "m".to_owned(), wrong }).collect();
        let question = Question { solution, mistakes };
        let verdict = check(&question, &answer, &circumstances);
        let blame = matches!(verdict.status, Status::Ko | Status::Partially);
        prop_assert!(blame || verdict.mistake.is_none());
        prop_assert_eq!(verdict.status == Status::Skipped, answer == Answer::Skipped);
    }

    #[test]
    fn the_own_answer_is_right_and_no_mistake(solution in solution()) {
        if let Some(answer) = own_answer(&solution) {
            let mistakes = vec![Mistake { key: "same".to_owned(), wrong: Wrong::Answer(solution.clone()) }];
            let allowed = !matches!(&solution, Solution::Number(number) if number.within < Decimal::ZERO);
            let question = Question { solution, mistakes };
            let verdict = check(&question, &answer, &Circumstances::default());
            prop_assert!(!allowed || has_negative(&question) || verdict.status == Status::Ok, "{verdict:?}");
            prop_assert_eq!(verdict.mistake, None);
        }
    }

    #[test]
    fn a_mistake_equal_to_the_solution_is_never_told(solution in solution(), answer in answer()) {
        let mistakes = vec![Mistake { key: "same".to_owned(), wrong: Wrong::Answer(solution.clone()) }];
        let verdict = check(&Question { solution, mistakes }, &answer, &Circumstances::default());
        prop_assert_eq!(verdict.mistake, None);
    }

    #[test]
    fn forgiving_more_never_makes_a_right_answer_wrong(
        accepted in vec("[abÉ1 '.-]{0,6}", 1..3),
        answer in "[abÉ1 '.-]{0,6}",
        tolerance in tolerance(),
    ) {
        let right = |tolerance| {
            let solution = Solution::Text(TextSolution { accepted: accepted.clone(), tolerance });
            let question = Question { solution, mistakes: Vec::new() };
            check(&question, &Answer::Text(answer.clone()), &Circumstances::default()).status == Status::Ok
        };
        if right(tolerance) {
            let with_typos = right(Tolerance { typos: true, ..tolerance });
            prop_assert!(with_typos);
        }
        // A shorter text allows fewer typos: the others are compared without them.
        let strict = Tolerance { typos: false, ..tolerance };
        if right(strict) {
            let with_case = right(Tolerance { case: true, ..strict });
            let with_punctuation = right(Tolerance { punctuation: true, ..strict });
            prop_assert!(with_case && with_punctuation);
        }
    }

    #[test]
    fn decimals_read_what_they_write(value in decimal(), text in any::<String>(), noisy in "[-+0-9 .,'e]{0,24}") {
        prop_assert_eq!(Decimal::parse(&value.to_string()), Some(value));
        prop_assert_eq!(Decimal::parse(&value.to_string().replace('.', ",")), Some(value));
        for read in [text, noisy].iter().filter_map(|text| Decimal::parse(text)) {
            prop_assert_eq!(Decimal::parse(&read.to_string()), Some(read));
        }
    }

    #[test]
    fn dates_read_what_they_write(date in date(), text in any::<String>(), noisy in "[0-9]{1,4}[/ -][0-9]{1,2}[/ -][0-9]{1,4}") {
        prop_assert_eq!(Date::parse(&date.to_string()), Some(date));
        for read in [text, noisy].iter().filter_map(|text| Date::parse(text)) {
            prop_assert_eq!(Date::new(read.year, read.month, read.day), Some(read));
        }
    }

    #[test]
    fn texts_of_the_reference_never_break_the_reader(
        kind in proptest::sample::select(vec!["QCU", "QCM", "QROC", "QROCM-ind", "QROCM-dep", "x"]),
        texts in vec(reference_text(), 4),
        tolerance in tolerance(),
        numeric in any::<bool>(),
    ) {
        let [proposals, solution, scoring, answer] = texts.try_into().unwrap();
        prop_assert!(items(&proposals).len() <= proposals.matches('-').count());
        prop_assert_eq!(blocks(&proposals).is_ok(), inputs(&proposals).is_ok());
        let challenge = Challenge {
            kind: Kind::named(kind),
            numeric,
            proposals: Some(proposals),
            solution: Some(solution),
            scoring: Some(scoring),
            tolerance,
        };
        let calm = Circumstances::default();
        prop_assert_eq!(challenge.grade(Some(&answer), &calm), challenge.grade(Some(&answer), &calm));
        if let (Ok(question), Ok(answer)) = (challenge.question(), challenge.answer(&answer)) {
            prop_assert!(check(&question, &answer, &calm).mistake.is_none());
        }
    }
}

fn reference_text() -> impl Strategy<Value = String> {
    prop_oneof![
        any::<String>(),
        "[a-c1:,\\-#&*!|>'\"%@`{}\\[\\]? \t\r\n]{0,40}",
        "([ab1]:( [a-c]{1,3}|\n- [a-c]{1,3}|\n- 'x'|)\n){0,3}",
        "(- [a-c]\n|\\$\\{[ab](#[a-c])?(§[a-c])?( options=\\[\"a\"\\]?)?\\}|[a-c1. \n]){0,8}",
    ]
}

/// A field of the question allows a negative gap, which nothing satisfies.
fn has_negative(question: &Question) -> bool {
    let Solution::Fields(fields) = &question.solution else { return false };
    fields.iter().any(
        |field| matches!(&field.solution, FieldSolution::Number(number) if number.within < Decimal::ZERO),
    )
}
