//! Replays scores, competence levels and statuses.

use super::super::{
    Abort, Comment, CompetenceLevels, Framework, Interval, LevelInterval, Meshes, Situation, Status,
};
use super::Case;
use super::reading::{
    Malformed, Read, close, field, flag, list, number, optional, row, size, text, whole, wrong,
};
use serde_json::Value;

fn malformed(error: &impl std::fmt::Display) -> Malformed {
    Malformed(error.to_string())
}

/// The grid that a case names.
fn meshes(file: &Value, case: &Value) -> Read<Meshes> {
    let grids = field(field(file, "scoring")?, "grids")?;
    let rows = list(grids, text(case, "grid")?)?;
    let intervals =
        rows.iter().map(|it| interval(row(it, "grids")?, "grids")).collect::<Read<Vec<Interval>>>()?;
    Meshes::new(intervals).map_err(|error| malformed(&error))
}

fn interval(bounds: &[Value], key: &str) -> Read<Interval> {
    match bounds {
        [min, max] => min.as_f64().zip(max.as_f64()).map(|(min, max)| Interval { min, max }),
        _ => None,
    }
    .ok_or_else(|| wrong(key, "rows that end with two bounds"))
}

pub(super) fn capacity_to_score(file: &Value, case: &Value) -> Read<Case> {
    let capacity = number(case, "capacity")?;
    let scored = meshes(file, case)?.score(capacity);
    let mut result = Case::default();
    result.whole.same("pix_score", &whole(case, "pix_score")?, &i64::from(scored.pix));
    result.whole.same("mesh_index", &mesh(case, "mesh_index")?, &scored.mesh);
    let levels = field(case, "competence_levels")?.as_object();
    for (competence, level) in levels.ok_or_else(|| wrong("competence_levels", "an object"))? {
        let got = i64::from(competence_levels(file, competence)?.level(capacity));
        result.whole.same(competence, &level.as_i64(), &Some(got));
    }
    Ok(result)
}

fn competence_levels(file: &Value, competence: &str) -> Read<CompetenceLevels> {
    let rows = list(field(field(file, "scoring")?, "competence_intervals")?, competence)?;
    let read = |it: &Value| {
        let [level, bounds @ ..] = row(it, competence)? else { return Err(wrong(competence, "rows")) };
        let level = level.as_u64().and_then(|level| u8::try_from(level).ok());
        let level = level.ok_or_else(|| wrong(competence, "rows that begin with a level"))?;
        Ok(LevelInterval { level, interval: interval(bounds, competence)? })
    };
    let intervals = rows.iter().map(read).collect::<Read<Vec<LevelInterval>>>()?;
    CompetenceLevels::new(intervals).map_err(|error| malformed(&error))
}

pub(super) fn score_to_capacity(file: &Value, case: &Value) -> Read<Case> {
    let score = u32::try_from(whole(case, "score")?).map_err(|_| wrong("score", "a number of pix"))?;
    let mut result = Case::default();
    match meshes(file, case)?.capacity(score) {
        Some((capacity, mesh)) => {
            close(&mut result.whole, "capacity", number(case, "capacity")?, capacity);
            result.whole.same("mesh_index", &size(case, "mesh_index")?, &mesh);
        }
        None => result.whole.differs("capacity", &number(case, "capacity")?.to_string(), "no mesh"),
    }
    Ok(result)
}

fn mesh(case: &Value, key: &str) -> Read<Option<usize>> {
    optional(case, key).map(|_| size(case, key)).transpose()
}

pub(super) fn outcome(_: &Value, case: &Value) -> Read<Case> {
    let pix = optional(case, "pix_score").map(|_| size(case, "pix_score")).transpose()?;
    let pix = pix.map(u32::try_from).transpose().map_err(|_| wrong("pix_score", "a number of pix"))?;
    let situation = Situation {
        answers: size(case, "answers")?,
        minimum: size(case, "minimum_answers")?,
        maximum: size(case, "maximum_length")?,
        abort: abort(case)?,
        fraud: flag(case, "rejected_for_fraud")?,
        cancelled: flag(case, "cancelled")?,
        framework: framework(text(case, "framework")?)?,
        pix,
        mesh: mesh(case, "reached_mesh_index")?,
    };
    let got = situation.outcome();
    let comment = optional(case, "comment").map(|_| text(case, "comment")).transpose()?;
    let mut result = Case::default();
    result.whole.same("status", &text(case, "status")?, &status_name(got.status));
    result.whole.same("comment", &comment, &got.comment.map(comment_name));
    result.whole.same("downgraded", &flag(case, "downgraded")?, &situation.degraded());
    Ok(result)
}

fn abort(case: &Value) -> Read<Option<Abort>> {
    match optional(case, "abort_reason").map(|_| text(case, "abort_reason")).transpose()? {
        None => Ok(None),
        Some("candidate") => Ok(Some(Abort::Candidate)),
        Some("technical") => Ok(Some(Abort::Technical)),
        Some(_) => Err(wrong("abort_reason", "candidate or technical")),
    }
}

fn framework(name: &str) -> Read<Framework> {
    match name {
        "CORE" => Ok(Framework::Core),
        "CLEA" => Ok(Framework::Clea),
        "DROIT" => Ok(Framework::Droit),
        "PRO_SANTE" => Ok(Framework::ProSante),
        "EDU_1ER_DEGRE" => Ok(Framework::Edu1erDegre),
        "EDU_2ND_DEGRE" => Ok(Framework::Edu2ndDegre),
        "EDU_CPE" => Ok(Framework::EduCpe),
        _ => Err(wrong("framework", "a framework that is certified")),
    }
}

fn status_name(status: Status) -> &'static str {
    match status {
        Status::Validated => "validated",
        Status::Rejected => "rejected",
        Status::Cancelled => "cancelled",
    }
}

fn comment_name(comment: Comment) -> &'static str {
    match comment {
        Comment::Fraud => "FRAUD",
        Comment::LackOfAnswers => "REJECTED_DUE_TO_LACK_OF_ANSWERS",
        Comment::LackOfAnswersTechnical => "CANCELLED_DUE_TO_LACK_OF_ANSWERS_FOR_TECHNICAL_REASON",
        Comment::EduNotEligible => "REJECTED_EDU_NOT_ELIGIBLE",
        Comment::ZeroScore => "REJECTED_DUE_TO_ZERO_PIX_SCORE",
    }
}
