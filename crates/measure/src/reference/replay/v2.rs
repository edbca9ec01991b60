//! Replays the certification of before.

use super::super::v2::{
    Answer, Asked, Certification, Kept, LOWEST_RATE, Positioned, Question, kept, reproducibility, trusted,
};
use super::Case;
use super::reading::{Numbers, Read, field, flag, list, optional, row, success, text, whole, wrong};
use serde_json::Value;

/// A small number of 0 or more.
fn small<T: TryFrom<i64>>(value: &Value, key: &str) -> Read<T> {
    T::try_from(whole(value, key)?).map_err(|_| wrong(key, "a small number"))
}

fn name(kept: Kept) -> &'static str {
    match kept {
        Kept::Validated => "VALIDATED",
        Kept::Downgraded => "DOWNGRADED",
        Kept::Uncertified => "UNCERTIFIED",
    }
}

pub(super) fn rule(_: &Value, case: &Value) -> Read<Case> {
    let (asked, right) = (small(case, "challenges")?, small(case, "correct")?);
    let asked = Asked { asked, right, neutralised: small(case, "neutralized")? };
    let rate: u32 = small(case, "reproducibility_rate")?;
    let got = if rate < LOWEST_RATE { Some(Kept::Uncertified) } else { kept(asked, rate) };
    let level: i64 = small(case, "estimated_level")?;
    let level = got.map(|kept| match kept {
        Kept::Validated => level,
        Kept::Downgraded => level - 1,
        Kept::Uncertified => -1,
    });
    let mut result = Case::default();
    result.whole.same("status", &Some(text(case, "status")?), &got.map(name));
    result.whole.same("level", &Some(whole(case, "level")?), &level);
    Ok(result)
}

fn question(value: &Value, competences: &Numbers<'_>) -> Read<Question> {
    let rows = || wrong("challenges", "rows of an id, a competence, a type, 1 if neutralised and a result");
    let [_, competence, kind, neutralised, result] = row(value, "challenges")? else { return Err(rows()) };
    let answer = match result.as_str() {
        Some("ok") => Some(Answer::Right),
        Some("partially") => Some(Answer::Partly),
        Some(_) => Some(Answer::Wrong),
        None => None,
    };
    Ok(Question {
        competence: competences.get(competence.as_str().ok_or_else(rows)?, "challenges")?,
        dependent: kind.as_str().ok_or_else(rows)? == "QROCM-dep",
        neutralised: success(neutralised, "challenges")?,
        answer,
    })
}

pub(super) fn certification(_: &Value, case: &Value) -> Read<Case> {
    let mut numbers = Numbers::default();
    let mut profile = Vec::new();
    for value in list(case, "competences")? {
        let competence = numbers.of(text(value, "id")?);
        profile.push(Positioned { competence, level: small(value, "level")?, pix: small(value, "pix")? });
    }
    let questions = list(case, "challenges")?;
    let questions = questions.iter().map(|it| question(it, &numbers)).collect::<Read<Vec<Question>>>()?;
    let certification =
        Certification { questions: &questions, max_level: small(case, "max_reachable_level")? };
    let mut result = Case::default();
    let rate = i64::from(reproducibility(&questions));
    result.whole.same("reproducibility_rate", &whole(case, "reproducibility_rate")?, &rate);
    result.whole.same("trusted", &flag(case, "trusted")?, &trusted(&questions));
    let marks = profile.into_iter().map(|it| certification.mark(it)).collect::<Result<Vec<_>, _>>();
    let Ok(marks) = marks else {
        result.whole.same("error", &optional(case, "error").and_then(Value::as_str), &Some("MISSING_RULE"));
        return Ok(result);
    };
    field(case, "error")?;
    result.whole.same("error", &optional(case, "error"), &None);
    let total = i64::from(certification.total(&marks));
    result.whole.same("total_pix", &whole(case, "total_pix")?, &total);
    let recorded = list(case, "marks")?;
    result.whole.same("marks", &recorded.len(), &marks.len());
    for (recorded, mark) in recorded.iter().zip(marks) {
        let comparison = result.step();
        comparison.same(
            "competence",
            &numbers.get(text(recorded, "competence")?, "marks")?,
            &mark.competence,
        );
        comparison.same("level", &whole(recorded, "level")?, &i64::from(mark.level));
        comparison.same("score", &whole(recorded, "score")?, &i64::from(mark.pix));
        comparison.same("status", &text(recorded, "status")?, &name(mark.kept));
    }
    Ok(result)
}
