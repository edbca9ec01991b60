//! The grader must accept the solver's answer, refuse each mistake and recognise it.

use grade::{Circumstances, Solution, Status};

use super::findings::Findings;
use super::wording::{number_in, stands_in};
use crate::paper::{Instance, Key};

/// Checks one instance; `line` is that of the script.
pub(super) fn check(findings: &mut Findings, line: usize, seed: u64, instance: &Instance) {
    let key = &instance.key;
    let verdict = graded(key, &key.right_answer());
    if verdict.status != Status::Ok {
        let status = verdict.status;
        findings.problem(line, "right", || {
            format!("seed {seed}: the grader says {status:?} to the right answer {:?}", key.right_answer())
        });
    }
    mistakes(findings, line, seed, key);
    in_plain_sight(findings, line, seed, instance);
}

fn graded(key: &Key, answer: &grade::Answer) -> grade::Verdict {
    grade::check(&key.question, answer, &Circumstances::default())
}

fn mistakes(findings: &mut Findings, line: usize, seed: u64, key: &Key) {
    for (index, mistake) in key.question.mistakes.iter().enumerate() {
        let name = &mistake.key;
        let answer = key.wrong_answer(mistake);
        let verdict = graded(key, &answer);
        if verdict.status == Status::Ok {
            findings.problem(line, &format!("wrong {name}"), || {
                format!(
                    "seed {seed}: the mistake {name:?} gives the right answer {answer:?}; throw in this case"
                )
            });
            continue;
        }
        let earlier = || key.question.mistakes.iter().take(index).map(|earlier| &earlier.key);
        match verdict.mistake {
            Some(found) if found == *name => {}
            Some(found) if earlier().any(|earlier| *earlier == found) => {
                findings.note(line, &format!("masked {name} {found}"), || {
                    format!("seed {seed}: the mistake {name:?} looks like {found:?}, which is told instead")
                });
            }
            found => findings.problem(line, &format!("unknown {name}"), || {
                format!("seed {seed}: the mistake {name:?} ({answer:?}) is recognised as {found:?}")
            }),
        }
    }
}

/// The number or the word sought must not stand in what is read anyway.
fn in_plain_sight(findings: &mut Findings, line: usize, seed: u64, instance: &Instance) {
    let paper = &instance.paper;
    let mut text = format!("{} {}", paper.statement.plain(), paper.question.plain());
    if let Some(help) = &paper.help {
        text = format!("{text} {}", help.plain());
    }
    let seen = match &instance.key.question.solution {
        Solution::Number(number) if number_in(number.value, &text) => Some(number.value.to_string()),
        Solution::Text(solution) => solution.accepted.iter().find(|word| stands_in(word, &text)).cloned(),
        _ => None,
    };
    if let Some(seen) = seen {
        let lang = paper.lang.code();
        findings.problem(line, &format!("seen {lang}"), || {
            format!("seed {seed}, {lang}: the answer {seen:?} stands in the statement or the question; throw in this case")
        });
    }
}
