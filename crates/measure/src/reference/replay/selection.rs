//! Replays sessions, rankings, picks and degradations.

use super::super::{Candidate, Choice, Circumstances, Estimator, Next, SuccessRange, flash, rank};
use super::Case;
use super::reading::{
    Malformed, Numbers, Read, bank, close, engine, field, flag, items, list, number, numbers, optional, row,
    same_estimate, size, success, text, texts, wrong,
};
use crate::irt::{Bank, Response};
use crate::placement::replay::comparison::Comparison;
use serde_json::Value;

pub(super) fn session(file: &Value, case: &Value) -> Read<Case> {
    let (bank, places) = bank(file, case)?;
    let engine = engine(&bank, case)?;
    let mut given: Vec<Response> = Vec::new();
    let mut result = Case::default();
    for step in list(case, "steps")? {
        let next = engine.next(&given, &Circumstances::default(), || 0.0);
        if optional(step, "lack_of_challenges").is_some() {
            result.step().same("lack_of_challenges", &flag(step, "lack_of_challenges")?, &next.is_err());
            continue;
        }
        match next {
            Ok(Next::Ask(choice)) => compare_choice(result.step(), &bank, step, &choice)?,
            other => result.step().differs("next", "a question", &format!("{other:?}")),
        }
        let item = places.get(text(step, "asked")?, "asked")?;
        given.push(Response { item, right: success(field(step, "ok")?, "ok")? });
    }
    let last = engine.estimate(&given).map_err(|refusal| Malformed(refusal.to_string()))?;
    let (capacity, error_rate) = (number(case, "final_capacity")?, number(case, "final_error_rate")?);
    same_estimate(&mut result.whole, capacity, error_rate, last);
    Ok(result)
}

fn compare_choice(comparison: &mut Comparison, bank: &Bank, step: &Value, choice: &Choice) -> Read<()> {
    same_estimate(comparison, number(step, "capacity")?, number(step, "error_rate")?, choice.estimate);
    comparison.same("eligible", &size(step, "eligible")?, &choice.eligible);
    // Every item is a candidate or has its reason.
    comparison.same("explained", &bank.len(), &(choice.candidates.len() + choice.rejected.len()));
    let names = choice.candidates.iter().filter_map(|it| bank.get(it.item)).map(|item| item.name.as_str());
    compare_ranking(comparison, step, &names.collect::<Vec<&str>>(), &choice.candidates)
}

/// The same names in the same order, with the same rewards.
fn compare_ranking(
    comparison: &mut Comparison,
    recorded: &Value,
    names: &[&str],
    candidates: &[Candidate],
) -> Read<()> {
    let expected = texts(list(recorded, "candidates")?, "candidates")?;
    comparison.same("candidates", &expected.as_slice(), &names);
    let rewards = numbers(recorded, "rewards")?;
    comparison.same("rewards", &rewards.len(), &candidates.len());
    for (reward, candidate) in rewards.into_iter().zip(candidates) {
        close(comparison, "reward", reward, candidate.reward);
    }
    Ok(())
}

pub(super) fn degradation(file: &Value, case: &Value) -> Read<Case> {
    let (bank, places) = bank(file, case)?;
    let engine = engine(&bank, case)?;
    let read = |answer: &Value| {
        let [id, ok] = row(answer, "answers")? else { return Err(wrong("answers", "[id, 1 or 0] pairs")) };
        let id = id.as_str().ok_or_else(|| wrong("answers", "[id, 1 or 0] pairs"))?;
        Ok(Response { item: places.get(id, "answers")?, right: success(ok, "answers")? })
    };
    let given = list(case, "answers")?.iter().map(read).collect::<Read<Vec<Response>>>()?;
    let refused = |refusal: super::super::Refusal| Malformed(refusal.to_string());
    let before = engine.estimate(&given).map_err(refused)?;
    let simulated = engine.degradation(&given, &Circumstances::default()).map_err(refused)?;
    let mut result = Case::default();
    close(&mut result.whole, "capacity_before", number(case, "capacity_before")?, before.capacity);
    let after = simulated.last().map_or(before, |last| last.estimate);
    close(&mut result.whole, "capacity_after", number(case, "capacity_after")?, after.capacity);
    let recorded = list(case, "simulated")?;
    result.whole.same("simulated", &recorded.len(), &simulated.len());
    for (step, got) in recorded.iter().zip(simulated) {
        let comparison = result.step();
        let name = bank.get(got.item).map(|item| item.name.as_str());
        comparison.same("id", &Some(text(step, "id")?), &name);
        same_estimate(comparison, number(step, "capacity")?, number(step, "errorRate")?, got.estimate);
    }
    Ok(result)
}

pub(super) fn minimal_success_rate(_: &Value, case: &Value) -> Read<Case> {
    let range = field(case, "range")?;
    let (from, to) = match text(range, "type")? {
        "fixed" => (number(range, "value")?, number(range, "value")?),
        "linear" => (number(range, "startingValue")?, number(range, "endingValue")?),
        _ => return Err(wrong("type", "fixed or linear")),
    };
    let (first, last) = (size(range, "startingChallengeIndex")?, size(range, "endingChallengeIndex")?);
    let minimum =
        SuccessRange::minimum(&[SuccessRange { first, last, from, to }], size(case, "question_index")?);
    let mut result = Case::default();
    close(&mut result.whole, "minimal_success_rate", number(case, "minimal_success_rate")?, minimum);
    let items = items(case)?;
    let pool = (0..).zip(items.iter().map(|(_, parameters, _)| parameters));
    let ranking = rank(pool, number(case, "capacity")?, minimum);
    let ranked = ranking.iter().filter_map(|it| items.get(it.item as usize)).map(|(name, ..)| *name);
    compare_ranking(&mut result.whole, case, &ranked.collect::<Vec<&str>>(), &ranking)?;
    let meets = list(case, "meets")?.iter().map(|it| success(it, "meets")).collect::<Read<Vec<bool>>>()?;
    result.whole.same("meets", &meets, &ranking.iter().map(|it| it.likely).collect());
    Ok(result)
}

pub(super) fn legacy(_: &Value, case: &Value) -> Read<Case> {
    let items = items(case)?;
    let (mut skills, mut places) = (Numbers::default(), Numbers::default());
    let mut pool = Vec::with_capacity(items.len());
    for (name, parameters, rest) in &items {
        let [skill] = *texts(rest, "items")? else {
            return Err(wrong("items", "rows that end with a skill"));
        };
        pool.push(flash::FlashItem {
            item: places.of(name),
            parameters: *parameters,
            skill: skills.of(skill),
        });
    }
    let number_of_challenges = size(case, "number_of_challenges")?;
    let mut estimator = Estimator::starting(flash::OPENING.capacity, None);
    let mut answered = Vec::new();
    let mut result = Case::default();
    for step in list(case, "steps")? {
        let comparison = result.step();
        let estimate = estimator.estimate();
        same_estimate(comparison, number(step, "capacity")?, number(step, "error_rate")?, estimate);
        let got =
            flash::candidates(&pool, estimate.capacity, &answered, answered.len(), number_of_challenges);
        comparison.same("ended", &flag(step, "ended")?, &got.is_empty());
        let names: Vec<&str> =
            got.iter().filter_map(|item| items.get(*item as usize)).map(|(name, ..)| *name).collect();
        comparison.same("candidates", &texts(list(step, "candidates")?, "candidates")?, &names);
        if optional(step, "asked").is_some() {
            let asked = places.get(text(step, "asked")?, "asked")?;
            let asked = pool.get(asked as usize).ok_or_else(|| wrong("asked", "an item"))?;
            answered.push(asked.skill);
            estimator.learn(asked.parameters, success(field(step, "ok")?, "ok")?);
        }
    }
    Ok(result)
}

pub(super) fn pick(_: &Value, case: &Value) -> Read<Case> {
    let mut uniform = numbers(case, "uniform_draws")?.into_iter();
    let draw = || uniform.next().unwrap_or(0.0);
    let got = super::super::pick(size(case, "candidates")?, number(case, "probability_percent")?, draw);
    let mut result = Case::default();
    result.whole.same("index", &size(case, "index")?, &got.rank);
    result.whole.same("draws_used", &size(case, "draws_used")?, &got.draws);
    Ok(result)
}
