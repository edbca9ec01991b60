//! Replays pix values, competence scores, profiles and scorecards.

use std::collections::BTreeSet;

use serde_json::Value;

use super::super::{
    Delays, Evaluation, Listing, Pix, Score, Status, pix_values, remaining_days, status, total,
};
use super::comparison::Comparison;
use super::history::at;
use super::reading::{Malformed, Read, field, flag_or_false, level, list, list_or_empty, number, optional};
use super::reading::{text, texts, whole, wrong};

/// The statuses of a challenge fit for use.
const USABLE: [&str; 3] = ["validé", "validé sans test", "pré-validé"];

pub(super) fn pix_value(case: &Value) -> Read<Comparison> {
    let mut comparison = Comparison::default();
    compare_values(&mut comparison, case, &valued(case)?)?;
    Ok(comparison)
}

/// The skills of a competence with their values.
fn valued(competence: &Value) -> Read<Vec<(&str, Pix)>> {
    let origin = optional(competence, "origin").map_or(Ok("Pix"), |_| text(competence, "origin"))?;
    let skills = list(competence, "skills")?;
    let listings =
        skills.iter().map(|skill| listing(skill, origin == "Pix")).collect::<Read<Vec<Listing>>>()?;
    let ids = skills.iter().map(|skill| text(skill, "id")).collect::<Read<Vec<&str>>>()?;
    Ok(ids.into_iter().zip(pix_values(&listings)).collect())
}

fn listing(skill: &Value, gives_pix: bool) -> Read<Listing> {
    let active = optional(skill, "status").map_or(Ok("actif"), |_| text(skill, "status"))? == "actif";
    let usable = match optional(skill, "challengeStatuses") {
        None => true,
        Some(_) => texts(list(skill, "challengeStatuses")?, "challengeStatuses")?
            .iter()
            .any(|status| USABLE.contains(status)),
    };
    Ok(Listing { level: level(skill, "level")?, counts: gives_pix && active && usable })
}

fn compare_values(comparison: &mut Comparison, case: &Value, values: &[(&str, Pix)]) -> Read<()> {
    let expected = field(case, "pixValues")?.as_object().ok_or_else(|| wrong("pixValues", "an object"))?;
    let named: BTreeSet<&str> = expected.keys().map(String::as_str).collect();
    comparison.same("skills", &named, &values.iter().map(|(id, _)| *id).collect());
    for (id, pix) in values {
        if let Some(value) = expected.get(*id) {
            let value = value.as_f64().ok_or_else(|| wrong(id, "a number of pix"))?;
            comparison.close(id, value, float(*pix));
        }
    }
    Ok(())
}

fn float(pix: Pix) -> f64 {
    let (numerator, denominator) = pix.parts();
    numerator as f64 / denominator as f64
}

/// The score of a competence from its skills and those validated.
fn scored(competence: &Value, max_level: u8) -> Read<Score> {
    let values = valued(competence)?;
    let validated: BTreeSet<&str> = texts(list(competence, "validated")?, "validated")?.into_iter().collect();
    if let Some(id) = validated.iter().find(|id| !values.iter().any(|(known, _)| known == *id)) {
        return Err(Malformed(format!("`validated` names `{id}`, which is not among the skills")));
    }
    let exact = values.iter().filter(|(id, _)| validated.contains(id)).map(|(_, pix)| *pix).sum();
    Ok(Score { exact, max_level })
}

pub(super) fn competence(case: &Value) -> Read<Comparison> {
    let score = scored(case, level(case, "maxReachableLevel")?)?;
    let mut comparison = Comparison::default();
    if optional(case, "pixValues").is_some() {
        compare_values(&mut comparison, case, &valued(case)?)?;
    }
    if optional(case, "exactPixFraction").is_some() {
        let (numerator, denominator) = score.exact.parts();
        let got = format!("{numerator}/{denominator}");
        comparison.same("exactPixFraction", &text(case, "exactPixFraction")?, &got.as_str());
    }
    if optional(case, "exactPix").is_some() {
        comparison.close("exactPix", number(case, "exactPix")?, float(score.exact));
    }
    match optional(case, "exactArithmetic") {
        Some(exact) => compare_whole(&mut comparison, exact, exact, ["uncappedPix", "uncappedLevel"], score)?,
        None => compare_whole(&mut comparison, case, field(case, "uncapped")?, ["pix", "level"], score)?,
    }
    if !flag_or_false(case, "floatSensitive")? {
        compare_whole(&mut comparison, case, field(case, "uncapped")?, ["pix", "level"], score)?;
        compare_way(&mut comparison, case, score)?;
    }
    Ok(comparison)
}

fn compare_whole(
    comparison: &mut Comparison,
    capped: &Value,
    uncapped: &Value,
    keys: [&str; 2],
    score: Score,
) -> Read<()> {
    let [pix, level] = keys;
    comparison.same("pix", &whole(capped, "pix")?, &signed(score.pix()));
    comparison.same("level", &whole(capped, "level")?, &i64::from(score.level()));
    comparison.same("uncapped pix", &whole(uncapped, pix)?, &signed(score.uncapped_pix()));
    comparison.same("uncapped level", &whole(uncapped, level)?, &signed(score.uncapped_level()));
    Ok(())
}

/// The way to the next level.
fn compare_way(comparison: &mut Comparison, case: &Value, score: Score) -> Read<()> {
    comparison.same("ahead", &whole(case, "pixAheadOfNextLevel")?, &signed(score.ahead()));
    comparison.same("remaining", &whole(case, "remainingPixToNextLevel")?, &signed(score.remaining()));
    comparison.close("percentage", number(case, "percentageAheadOfNextLevel")?, score.percentage());
    Ok(())
}

fn signed(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}

pub(super) fn profile(case: &Value) -> Read<Comparison> {
    let max_level = level(case, "maxReachableLevel")?;
    let mut comparison = Comparison::default();
    let mut scores = Vec::new();
    for competence in list(case, "competences")? {
        scores.push((text(competence, "id")?, scored(competence, max_level)?));
    }
    if !flag_or_false(case, "floatSensitive")? {
        let expected = list(case, "expected")?
            .iter()
            .map(|line| Ok((text(line, "id")?, whole(line, "pix")?, whole(line, "level")?)))
            .collect::<Read<Vec<_>>>()?;
        let got: Vec<_> =
            scores.iter().map(|(id, score)| (*id, signed(score.pix()), i64::from(score.level()))).collect();
        comparison.same("competences", &expected, &got);
    }
    let key = ["exactArithmeticTotalPix", "totalPix"].into_iter().find(|key| optional(case, key).is_some());
    let scores: Vec<Score> = scores.into_iter().map(|(_, score)| score).collect();
    comparison.same("total", &whole(case, key.unwrap_or("totalPix"))?, &signed(total(&scores)));
    Ok(comparison)
}

pub(super) fn scorecard(case: &Value) -> Read<Comparison> {
    let dates = list_or_empty(case, "knowledgeElementDates")?;
    let instant = |date: &Value| super::date::instant(date.as_str()?);
    let dates =
        dates.iter().map(|date| instant(date).ok_or_else(|| wrong("knowledgeElementDates", "instants")));
    let newest = dates.collect::<Read<Vec<i64>>>()?.into_iter().max();
    let now = at(case, "now")?;
    let evaluation = optional(case, "evaluation").map(evaluation).transpose()?;
    let shown = match status(evaluation, newest.is_some()) {
        Status::NotStarted => "NOT_STARTED",
        Status::Started => "STARTED",
        Status::Completed => "COMPLETED",
    };
    let expected = field(case, "expected")?;
    let mut comparison = Comparison::default();
    comparison.same("status", &text(expected, "status")?, &shown);
    let delays = Delays::default();
    let waits =
        [("remainingDaysBeforeReset", delays.reset), ("remainingDaysBeforeImproving", delays.improve)];
    for (key, delay) in waits {
        field(expected, key)?;
        let days = optional(expected, key).map(|_| whole(expected, key)).transpose()?;
        comparison.same(key, &days, &remaining_days(delay, newest, now).map(i64::from));
    }
    Ok(comparison)
}

fn evaluation(value: &Value) -> Read<Evaluation> {
    Ok(match text(value, "status")? {
        "reset" => Evaluation::Reset,
        _ if optional(value, "assessmentState").is_some_and(|state| state == "completed") => {
            Evaluation::Completed
        }
        _ => Evaluation::Open,
    })
}
